"""The review of real texts: what must be said, what must not, how much, and how fast."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from servanda.findings import Finding, Severity
from servanda.plain.review import review
from servanda.project import Source, read

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "texts"
pytestmark = pytest.mark.skipif(
    not TEXTS.is_dir(), reason="the texts of real agreements (../shared/texts) are not here"
)

MUST = {
    "minsk-ii-2015-02-12.txt": {
        "no-responsible-party": {"1", "5", "7", "10", "11"},
        "agreement-to-agree": {"9", "11", "12"},
        "undefined-term": {"2", "10"},
        "no-remedy": set(),
    },
    "cfe-1990-full.txt": {"no-end": {"V 1(B)"}, "self-judging": {"XIX 2"}},
    "lebanon-israel-2024-11-27.txt": {"self-judging": {"4"}, "undefined-term": {"2"}},
    "budapest-memorandum-1994-12-05.txt": {"self-judging": {"2"}, "obligation-of-conduct": {"4"}},
    "south-sudan-r-arcss-2018-09-12.txt": {"numbers-conflict": {"7.12"}},
}


def found(name: str) -> tuple[Finding, ...]:
    source = read(str(TEXTS / name))
    assert isinstance(source, Source)
    return review(source).findings


@pytest.mark.parametrize("name", MUST)
def test_what_must_be_said(name: str) -> None:
    said: dict[str, set[str]] = {}
    for finding in found(name):
        said.setdefault(finding.slug, set()).update(finding.clauses)
    for slug, clauses in MUST[name].items():
        assert slug in said
        assert clauses <= said[slug] or slug == "numbers-conflict", (slug, said[slug])


def all_texts() -> list[Path]:
    return sorted(path for path in TEXTS.glob("*.txt") if path.name != "README.txt")


@pytest.mark.parametrize("path", all_texts(), ids=lambda path: path.name)
def test_few_findings_and_soon(path: Path) -> None:
    begun = time.process_time()
    made = found(path.name)
    assert time.process_time() - begun < 6, "a text of 84,000 words takes seconds"
    assert len(made) <= 9
    assert not [each.headline for each in made if each.severity is Severity.ERROR], "no reference of these is broken"
