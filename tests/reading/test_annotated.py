"""The annotated sets beside the project, where they are: reading must not fall below what it reached.

They are not part of the project; without them these tests are skipped.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.read import run
from tests.documents import ROOT
from tests.reading.parsing import parser

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
