"""Texts in the styles that people write in: what the review says of each, and where it is silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda.plain.cut import from_plain
from servanda.plain.review import review
from servanda.project import Source, read

TEXTS = Path(__file__).parent / "texts"

SAID = {
    "armistice-long-sentence.txt": ["no-deadline", "no-exit-rule", "undefined-term"],
    "caps-ceasefire.txt": [
        *("no-exit-rule", "no-remedy", "not-verifiable", "no-deadline", "no-responsible-party", "no-deadline"),
        *("no-dispute-rule", "undefined-term", "self-judging"),
    ],
    "clean-lease.md": ["not-verifiable"],
    "clean-truce.txt": [],
    "dashes.md": [
        *("no-deadline", "self-judging", "no-dispute-rule", "no-exit-rule", "obligation-of-conduct", "no-remedy"),
    ],
    "german-style.txt": ["outside-text"],
    "lettered.txt": ["no-remedy"],
    "no-numbers.txt": [],
    "recitals-contract.txt": [
        *("no-remedy", "not-verifiable", "self-judging", "no-dispute-rule", "no-exit-rule", "obligation-of-conduct"),
    ],
    "sla.txt": [],
    "table-remnants.txt": [],
    "treaty-style.txt": [
        *("broken-reference", "no-remedy", "not-verifiable", "no-end", "self-judging", "agreement-to-agree"),
        "no-dispute-rule",
    ],
}


def test_every_text_is_looked_at() -> None:
    assert {path.name for path in TEXTS.iterdir()} == set(SAID)


@pytest.mark.parametrize("name", SAID)
def test_what_is_said(name: str) -> None:
    source = read(str(TEXTS / name))
    assert isinstance(source, Source)
    assert sorted(each.slug for each in review(source).findings) == sorted(SAID[name])


def headlines(text: str) -> list[str]:
    return [each.headline for each in review(Source("a.txt", text)).findings]


TRUCE = """Truce

1. Each Party shall hold its fire from 1 March 2025. The Mission verifies it.
2. {}
3. A Party may withdraw from this truce by ten days' notice. The Mediator settles disputes.
"""


def test_a_procedure_is_a_consequence_of_a_kind() -> None:
    decide = (
        "In the event of a violation, the Commission shall meet within 48 hours and decide by consensus on measures."
    )
    (said,) = headlines(TRUCE.format(decide))
    assert said == (
        "What follows from a breach is left to a procedure (clause 2): no sentence of this text names a measure."
    )
    (told,) = headlines(TRUCE.format("All violations shall be reported to the Mission."))
    assert told == "A breach is to be reported (clause 2); no sentence of this text says what follows then."
    assert headlines(TRUCE.format("If a Party fails to do so, the other may reopen the gate within a day.")) == []


@pytest.mark.parametrize(
    "words",
    ["where appropriate", "if deemed advisable", "in exceptional circumstances", "if the situation so requires"],
)
def test_who_judges_a_condition_is_asked(words: str) -> None:
    answered = "If a Party breaks this, the other may reopen the gate."
    said = headlines(TRUCE.format(f"Each Party shall, {words}, open the road by 3 March 2025. {answered}"))
    assert said == [f"Clause 2 asks for something “{words}” and does not say who judges that."]
    assert headlines(TRUCE.format(f"The Commission shall, {words}, open the road by 3 March 2025. {answered}")) == []


@pytest.mark.parametrize(
    "words", ["as that Party reasonably determines", "as Arland deems necessary", "if it considers fit"]
)
def test_what_whoever_uses_it_judges(words: str) -> None:
    answered = "If a Party breaks this, the other may reopen the gate."
    said = headlines(TRUCE.format(f"Arland may return the fire, {words}. {answered}"))
    assert said == [f"What “{words}” in clause 2 allows is judged by whoever uses it."]


@pytest.mark.parametrize(
    "agent", ["the mission", "monitoring teams", "the warring factions", "law enforcement agencies", "the First Army"]
)
def test_a_passive_with_an_agent_has_somebody_who_acts(agent: str) -> None:
    answered = "If a Party breaks this, the other may reopen the gate."
    assert headlines(TRUCE.format(f"The prisoners shall be released by {agent} on 3 March 2025. {answered}")) == []
    alone = headlines(TRUCE.format(f"The prisoners shall be released by Monday, 3 March 2025. {answered}"))
    assert alone == ["What is to happen under clause 2 is not said to be anybody's task."]


def test_recitals_regulate_nothing() -> None:
    text = (
        "Recalling the consultations held under the monitoring mechanism,\n\n"
        "Arland shall leave the valley by 1 March 2025.\n\nBorland shall open the road by 2 March 2025.\n"
    )
    slugs = {each.slug for each in review(Source("a.txt", text)).findings}
    assert slugs == {"no-dispute-rule", "no-exit-rule", "no-remedy", "not-verifiable"}


def test_what_is_not_english_is_said_to_be_unread() -> None:
    (said,) = headlines(
        "Vereinbarung\n\n1. Die Parteien stellen das Feuer ein.\n2. Die Gefangenen werden freigelassen."
    )
    assert said.startswith("This text does not seem to be in English")


def test_numbers_go_on_after_dotted_ones() -> None:
    text = (
        "1. Supply\n1.1 A shall pay B.\n1.2 B shall pay A.\n\n2. Price\n2.1 A owes B.\n\n3. The rest\n\n§ 4 Law\n(1) A."
    )
    labels = [unit.label for unit in from_plain(Source("a.txt", text)).units]
    assert labels == ["1", "1.1", "1.2", "2", "2.1", "3", "4", "4(1)"]
