"""Every agreement of the library has its three files, and its row in the table."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = sorted(path.parent for path in ROOT.glob("agreements/*/agreement.pact"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_an_agreement_is_complete_and_listed(folder: Path) -> None:
    assert (folder / "sources.md").read_text(encoding="utf-8").startswith("# Sources")
    assert (folder / "expected.md").read_text(encoding="utf-8").startswith("# Expected")
    table = (ROOT / "agreements" / "README.md").read_text(encoding="utf-8")
    assert f"[{folder.name}]({folder.name}/expected.md)" in table, "run: make library"
