"""Every interest that fails although everybody complies is told by some error or warning."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import documents
from tests.agreement.reading import LIBRARY

from servanda.findings import AnswerKind, Severity
from servanda.project import check
from servanda.text import Source

FOLDER = documents.ROOT / "tests" / "documents"
NAMES = ("a-contract-without-war", "counted-together", "options-not-agreed", "three-parties")


@pytest.mark.parametrize("path", [FOLDER / f"{name}.md" for name in NAMES], ids=lambda path: path.stem)
def test_every_interest_found_to_fail_is_named(path: Path) -> None:
    for block in documents.blocks(path.read_text(encoding="utf-8")):
        if block.kind != "pact":
            continue
        report = check(Source("a.pact", block.body), library=LIBRARY)
        told = [each for each in report.findings if each.severity is not Severity.NOTE]
        for line in report.interests:
            if line.answers["compliance"].kind is AnswerKind.FOUND:
                assert any(f"“{line.name}”" in " ".join((each.headline, *each.why)) for each in told), line.name
