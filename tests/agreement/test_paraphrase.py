"""What was understood, in plain sentences; silences are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.agreement.reading import AGREEMENTS, agreed
from tests.agreement.test_from_syntax import HEAD

from servanda.agreement.paraphrase import NO_DEADLINE, Told, paraphrase


def told(text: str) -> dict[str, Told]:
    return {each.heading: each for each in paraphrase(agreed(text))}


def library(name: str) -> dict[str, Told]:
    return told(next(path for path in AGREEMENTS if path.parent.name == name).read_text(encoding="utf-8"))


def test_a_truce() -> None:
    parts = library("robust-truce")
    assert parts["Clause 2: Ceilings"].sentences == (
        "Each party shall see to it that its battle tanks number at most 400 tanks.",
    )
    assert parts["Clause 3: Inspections"].sentences == (
        "Verification Mission shall inspect battle tanks of each party at least every 49 days.",
    )
    assert parts["Clause 6: Release"].sentences[0] == (
        "Upon report by Verification Mission about a party to the other party, "
        "clause 2 no longer binds the other party."
    )
    assert parts['Interest of Arland: "not weaker when it ends"'].sentences == (
        "Arland wants it protected that throughout the term, the battle tanks of Borland number at most 1.5 times the "
        "battle tanks of Arland.",
    )


def test_silences_are_told() -> None:
    sentences = library("istanbul-draft-2022")["Clause 5: Guarantee"].sentences
    assert NO_DEADLINE in sentences
    assert "The text does not say when the vote closes." in sentences
    assert "The text does not say what follows from a breach." in sentences
    assert any("that takes a yes from every member" in each for each in sentences)


def test_an_effort_is_not_a_result() -> None:
    parts = told(f"{HEAD}clause 1\n  A should assist B\nclause 2\n  > Words alone.\n")
    assert any("asks for an effort" in each for each in parts["Clause 1"].sentences)
    assert parts["Clause 2"].sentences == ("Nothing of this clause is encoded yet.",)


def test_names_in_an_act_keep_their_capitals() -> None:
    act = "act visit\n  noun: visit to Zone-North by GUEST\n  verb: visit Zone-North\n  GUEST is any party\n"
    parts = told(f"{HEAD}{act}clause 1\n  A shall visit zone-north within 3 days\n")
    assert parts["Clause 1"].sentences == ("Arland shall visit Zone-North within 3 days.",)


@pytest.mark.parametrize("path", AGREEMENTS, ids=lambda path: path.parent.name)
def test_every_part_is_told_in_whole_sentences(path: Path) -> None:
    agreement = agreed(path.read_text(encoding="utf-8"))
    parts = paraphrase(agreement)
    assert [each.clause for each in parts if each.clause] == [clause.number for clause in agreement.clauses]
    for part in parts:
        assert part.sentences
        for each in part.sentences:
            assert each[0].isupper() or each[0] == "“", each
            assert each.endswith("."), each
            assert "  " not in each
            assert ",," not in each
