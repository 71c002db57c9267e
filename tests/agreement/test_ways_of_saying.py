"""What people write in other words means the same."""

from __future__ import annotations

import pytest
from tests.agreement.reading import agreed, placeless, read
from tests.agreement.test_from_syntax import HEAD

from servanda.agreement.norm import Decision, Duty, Refrain, Rule
from servanda.agreement.party import Group, Quantifier

SAME = [
    (
        "each Party shall refrain from armed attack on the other Party",
        "each side shall refrain from armed attack on the other side",
        "Each Party shall refrain from any armed attack on the other Party.",
        "no Party shall attack the other",
        "neither Party shall attack the other Party",
        "each party shall not attack the other Party",
    ),
    ("A undertakes to refrain from armed attack on B", "A undertakes not to attack B", "A agrees not to attack B"),
    (
        "each Party shall keep its battle tanks at or below 400 tanks",
        "each Party shall keep battle tanks at most 400 tanks",
        "each Party shall not exceed 400 tanks",
        "each Party shall not exceed 400 battle tanks",
        "no Party shall exceed 400 tanks",
        "neither Party shall have more than 400 battle tanks",
        "battle tanks of each Party shall not exceed 400 tanks",
        "each Party's battle tanks shall be at most 400 tanks",
    ),
    ("A shall assist B at once", "A shall assist B immediately", "A shall assist B within 0 days"),
    ("A shall promptly assist B", "A shall assist B promptly", "A shall, promptly, assist B"),
    ("A shall assist B within 3 days", "A shall promptly assist B within 3 days"),
    ("A shall assist B at once", "A shall, without delay, assist B", "A shall assist B forthwith"),
    ("A shall assist B within 14 days", "A shall assist B within two weeks", "A shall assist B no later than 14 days"),
    ("A shall assist B within 7 days of adoption", "A shall assist B within 7 days of the decision"),
    ("clause 1 no longer binds A", "A is released from clause 1"),
    (
        "A shall assist B by 2025-03-02 with the agreement of B",
        "A shall assist B with the consent of B by 2025-03-02",
        "A shall assist B in agreement with Borland by 2025-03-02",
    ),
    (
        "A shall assist B not before 2025-03-02 provided that clause 1 is fulfilled",
        "A shall assist B no earlier than 2 March 2025, provided that article 1 has been carried out",
    ),
    ("A shall agree to clause 1", "A shall consent to clause 1"),
    (
        "both_of_them decides on assistance by unanimity",
        "both_of_them decide on assistance unanimously",
    ),
]


def said(line: str) -> object:
    (clause,) = agreed(f"{HEAD}clause 1\n  {line}\n").clauses
    return placeless(clause.rules)


@pytest.mark.parametrize("ways", SAME, ids=lambda ways: ways[0][:40])
def test_two_ways_of_saying_one_thing(ways: tuple[str, ...]) -> None:
    first, *others = ways
    for other in others:
        assert said(other) == said(first), other


INTERESTS = [
    (
        "battle tanks of B never exceed 1.5 times battle tanks of A",
        "battle tanks of B are never more than 1.5 times A's battle tanks",
        "always battle tanks of B at most 150 % of battle tanks of A",
        "battle tanks of B always stay at or below 3/2 times battle tanks of Arland",
        "the battle tanks of B never rise above 1.5 times its battle tanks",
    ),
    ("never armed attack by B on A", "no armed attack on A by B"),
    (
        "whenever armed attack by any state on A, assistance to A within 10 days",
        "each time armed attack on A by any state, assistance to A within ten days",
    ),
]


@pytest.mark.parametrize("ways", INTERESTS, ids=lambda ways: ways[0][:40])
def test_two_ways_of_wanting_one_thing(ways: tuple[str, ...]) -> None:
    first, *others = [f'{HEAD}interest of A "x": {way}\n' for way in ways]
    for other in others:
        assert placeless(agreed(other).interests) == placeless(agreed(first).interests), other


def test_a_member_of_a_body_by_one_word() -> None:
    text = f"""{HEAD}body guarantors: A, B
clause 1
  upon armed attack on W by any state:
    each guarantor without the state concerned shall consult the other guarantors within 3 days
    any guarantor may assist W
"""
    consult, _ = agreed(text).clauses[0].rules[0].statements
    assert isinstance(consult, Duty)
    assert (consult.bearer.group, consult.bearer.quantifier) == (Group.BODY, Quantifier.EACH)
    assert consult.bearer.without_concerned


def test_the_last_day_of_a_term() -> None:
    header = agreed('agreement "T"; takes effect 2025-01-10; lasts until 9 July 2025').header
    assert header.lasts_days == 180
    (finding,) = read('agreement "T"; takes effect 2025-01-10; lasts until 2024-07-09').findings
    assert finding.slug == "unclear-day"


def test_no_party_shall_not_is_refused() -> None:
    (finding,) = read(f"{HEAD}clause 1\n  no Party shall not exceed 400 tanks\n").findings
    assert finding.slug == "unclear-limit"


def test_rules_of_decision() -> None:
    for words, rule in (("by consensus", Rule.CONSENSUS), ("by a simple majority", Rule.MAJORITY)):
        text = f"{HEAD}clause 1\n  both_of_them decides on assistance {words}\n"
        (statement,) = agreed(text).clauses[0].rules[0].statements
        assert isinstance(statement, Decision)
        assert statement.rule is rule


def test_what_is_forbidden_is_no_duty_to_do() -> None:
    (statement,) = agreed(f"{HEAD}clause 1\n  neither side shall assist W\n").clauses[0].rules[0].statements
    assert isinstance(statement, Duty)
    assert isinstance(statement.content, Refrain)
