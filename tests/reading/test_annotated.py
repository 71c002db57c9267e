"""The annotated sets beside the project, where they are: reading must not fall below what it reached.

They are not part of the project; without them these tests are skipped.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.read import run
from click.testing import CliRunner
from tests.documents import ROOT
from tests.reading.parsing import parser

from servanda.cli.main import cli
from servanda.cli.render_reading import SCREEN

FOLDER = ROOT.parent / "shared" / "reading"
LEAST = {
    "seed, full triple F1, top level": 95.0,
    "seed, full triple F1, with nesting": 90.0,
    "seed, dates right": 10.0,
    "AQUAINT, date values F1": 84.0,
}


@pytest.fixture(scope="module")
def folder() -> Path:
    if not (FOLDER / "seed-gold.json").exists():
        pytest.skip("the annotated sets do not lie beside the project")
    return FOLDER


def test_the_seed_article_and_the_dates(folder: Path) -> None:
    rows = [*run.seed(folder, parser()), *run.dates(folder)]
    reached = {name: float(value) for name, value, _ in rows}
    assert {name: reached[name] >= least for name, least in LEAST.items()} == dict.fromkeys(LEAST, True)


def test_the_seed_article_is_one_screen_and_is_held_against_a_draft_clause_by_clause(
    folder: Path, tmp_path: Path
) -> None:
    parser()
    article, ledger = str(folder / "seed-article.txt"), str(tmp_path / "ledger")
    told = CliRunner().invoke(cli, ["read", article, "--published", "2024-12-26", "--into", ledger])
    assert told.exit_code == 0
    lines = told.output.splitlines()
    assert len(lines) <= SCREEN
    assert max(map(len, lines)) <= 100
    for said in ("no comment from Russia; North Korea", "red line    has ruled out", "reported by Reuters, 2024-11",
                 "translation from Portuguese", "“A truce is a road to nowhere,”", "ONLY BACKGROUND"):  # fmt: skip
        assert said in told.output
    draft = ROOT / "agreements" / "istanbul-draft-2022" / "agreement.pact"
    held = CliRunner().invoke(cli, ["match", str(draft), ledger])
    assert held.exit_code == 0
    assert held.output.index("CLAUSE 5") < held.output.index("contradicts   Russia, demand")
    assert "NOT ADDRESSED IN THE CLAUSES ENCODED" in held.output
