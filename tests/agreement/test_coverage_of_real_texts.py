"""Coverage against the words of real texts: what a clause without encoding leaves out, and what an encoding leaves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.agreement.reading import agreed

from servanda.agreement.agreement import Agreement
from servanda.agreement.coverage import Kept, names_of, uncovered
from servanda.plain.lay_out import lay_out
from servanda.project import Source, read

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "texts"
pytestmark = pytest.mark.skipif(
    not TEXTS.is_dir(), reason="the texts of real agreements (../shared/texts) are not here"
)


def bare(name: str, only: str = "") -> Agreement:
    """A text laid out, its marks taken away: nothing of it is encoded."""
    source = read(str(TEXTS / name))
    assert isinstance(source, Source)
    text = source.text
    if only:
        text = re.search(only, text, re.DOTALL)[0]  # type: ignore[index]
    laid = lay_out(Source("a.txt", text))
    return agreed("\n".join(line for line in laid.split("\n") if not line.startswith("  not yet encoded")))


def left(agreement: Agreement, number: str) -> tuple[str, ...]:
    return names_of(uncovered(agreement, agreement.clause(number)))


def test_minsk_2() -> None:
    agreement = bare("minsk-ii-2015-02-12.txt")
    assert {"15th of February, 2015"} <= set(left(agreement, "1"))
    assert {"50", "70", "140", "14 days", "September 19, 2014"} <= set(left(agreement, "2"))
    assert {"30 days", "September 19, 2014"} <= set(left(agreement, "4"))
    assert {"end of 2015"} <= set(left(agreement, "9"))
    sorts = {item.sort for item in uncovered(agreement, agreement.clause("10"))}
    assert Kept.NOUN_PHRASE in sorts


def test_the_memorandum_of_2014() -> None:
    agreement = bare("minsk-memorandum-2014-09-19.txt")
    found = {name for clause in agreement.clauses for name in left(agreement, clause.number)}
    assert {"24 hours", "15", "30"} <= found


def test_the_south_sudan_agreement_of_2017() -> None:
    agreement = bare("south-sudan-coha-2017-12-21.txt")
    found = {name for clause in agreement.clauses for name in left(agreement, clause.number)}
    assert {"72 hours"} <= found
    assert any("shall" in name for name in found)


def test_article_v_of_the_conventional_forces_treaty() -> None:
    agreement = bare("cfe-1990-full.txt", r"### Article V\n.*?(?=### Article VI\n)")
    found = {name for clause in agreement.clauses for name in left(agreement, clause.number)}
    assert {"4,700", "5,900", "6,000", "459", "723", "420", "153", "241", "140", "30 days", "40 months"} <= found
    assert not {"V", "1", "2"} & found, "the numbers of clauses and paragraphs are no numbers of the text"
