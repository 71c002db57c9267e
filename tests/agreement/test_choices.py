"""Readings and bracketed options: one file, several agreements, each of them definite."""

from __future__ import annotations

from tests.agreement.reading import agreed, placeless, read
from tests.agreement.test_from_syntax import HEAD

from servanda.agreement.choices import ChoiceKind
from servanda.agreement.norm import Duty, Force, Keep, NotStated, Within
from servanda.agreement.quantity import Amount, Comparison

OPTIONS = f"""{HEAD}clause 3
  each Party shall keep its battle tanks at or below [A: 85 000 | B: 250 000] tanks
  A [A: should | B: shall] assist B within [A: 30 | B: 3] days
"""

READINGS = f"""{HEAD}clause 3
  A shall assist B within not stated
    reading 1: within 60 days
    reading 2: A should assist B
    reading 3: within not stated
"""


def limit(text: str, chosen: dict[str, int]) -> object:
    content = next(each.content for each in agreed_duties(text, chosen) if isinstance(each.content, Keep))
    assert isinstance(content.condition, Comparison)
    (term,) = content.condition.right
    assert isinstance(term.of, Amount)
    return term.of.number


def agreed_duties(text: str, chosen: dict[str, int]) -> list[Duty]:
    clause = agreed(text, chosen).clauses[0]
    return [each for rules in clause.rules for each in rules.statements if isinstance(each, Duty)]


def test_options_are_listed_with_whose_they_are() -> None:
    choices = read(OPTIONS).choices
    assert [choice.id for choice in choices] == [f"clause 3:option-{number}" for number in (1, 2, 3)]
    assert {choice.kind for choice in choices} == {ChoiceKind.OPTION}
    assert choices[0].labels == ("85 000", "250 000")
    assert choices[0].by == ("A", "B")
    assert (choices[0].place.line, choices[0].place.column) == (10, 54)


def test_options_are_chosen_one_by_one() -> None:
    assert limit(OPTIONS, {}) == 85_000
    assert limit(OPTIONS, {"clause 3:option-1": 1}) == 250_000
    _, assist = agreed_duties(OPTIONS, {"clause 3:option-2": 1})
    assert assist.force is Force.SHALL
    assert isinstance(assist.timing, Within)
    assert assist.timing.days == 30
    _, assist = agreed_duties(OPTIONS, {"clause 3:option-3": 1})
    assert assist.force is Force.SHOULD
    assert isinstance(assist.timing, Within)
    assert assist.timing.days == 3


def test_a_reading_is_a_value_or_the_whole_line() -> None:
    (choice,) = read(READINGS).choices
    assert (choice.id, choice.kind) == ("clause 3:reading-1", ChoiceKind.READING)
    assert choice.labels == ("reading 1", "reading 2", "reading 3")
    (first,) = agreed_duties(READINGS, {})
    assert isinstance(first.timing, Within)
    assert first.timing.days == 60
    (second,) = agreed_duties(READINGS, {choice.id: 1})
    assert second.force is Force.SHOULD
    assert second.timing is None
    (third,) = agreed_duties(READINGS, {choice.id: 2})
    assert isinstance(third.timing, NotStated)


def test_readings_may_stand_alone() -> None:
    text = f"{HEAD}clause 3\n  reading 1: A shall assist B at once\n  reading 2: A may assist B\n"
    assert len(agreed_duties(text, {})) == 1
    assert agreed_duties(text, {"clause 3:reading-1": 1}) == []


def test_an_interest_and_a_stock_may_have_readings_too() -> None:
    text = f"""{HEAD}battle tanks of A = 400 tanks
  reading 1: 400 tanks
  reading 2: not stated
clause 1
  A shall assist B at once
interest of A "safe":
  reading 1: battle tanks of B never exceed 9 tanks
  reading 2: never armed attack by any state on A
"""
    assert [choice.id for choice in read(text).choices] == ["file:reading-1", "interest A safe:reading-1"]
    assert agreed(text).stocks[0].amount is not None
    assert agreed(text, {"file:reading-1": 1}).stocks[0].amount is None
    one, two = (agreed(text, {"interest A safe:reading-1": index}).interests[0] for index in (0, 1))
    assert type(one.protected) is not type(two.protected)


def test_every_choice_gives_an_agreement_and_nothing_else_decides() -> None:
    for choice in read(OPTIONS).choices:
        first = agreed(OPTIONS, {choice.id: 0})
        assert placeless(first) == placeless(agreed(OPTIONS))
        assert placeless(first) != placeless(agreed(OPTIONS, {choice.id: 1}))
        assert placeless(first) == placeless(agreed(OPTIONS, {choice.id: 99}))


def test_a_part_of_a_sentence_needs_its_sentence() -> None:
    (finding,) = read(f"{HEAD}clause 3\n  reading 1: within 3 days\n").findings
    assert finding.slug == "reading-of-nothing"
