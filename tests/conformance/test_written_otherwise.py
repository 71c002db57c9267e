"""What people change in a document without changing what it says changes no finding, and no severity."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from tests.conformance.rewriting import WAYS, Way, Written, keys

from servanda.files import shipped_library
from servanda.findings import Report
from servanda.project import check
from servanda.text import Source

LIBRARY = sorted((Path(__file__).resolve().parents[2] / "agreements").glob("*/agreement.pact"))
SMALL = ("weak-truce", "loan-covenant")
"""Checked in a second; the others are looked at in the long run."""

LONG_RUN = settings().max_examples > 1000
PATHS = [path for path in LIBRARY if LONG_RUN or path.parent.name in SMALL]


@cache
def reported(text: str) -> Report:
    """What is said of a text."""
    return check(Source("agreement.pact", text), library=shipped_library(), duties=False)


def stands(report: Report, back: Mapping[str, str]) -> dict[tuple[str, str], tuple[int, int]]:
    """Where each interest stands."""
    return {(back.get(line.of, line.of), line.name): line.rung for line in report.interests}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.parent.name)
def test_the_same_is_found(path: Path, way: Way) -> None:
    text = path.read_text(encoding="utf-8")
    written = way(text)
    if written is None:
        return
    before, after = reported(text), reported(written.text)
    assert [each.headline for each in after.problems] == []
    assert keys(after.findings, written) == keys(before.findings, Written(text, groups=written.groups))
    assert stands(after, written.back) == stands(before, {})
