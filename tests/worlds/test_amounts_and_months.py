"""Payments: so much at once, and each month by its day."""

from __future__ import annotations

import pytest
from tests.agreement.reading import agreed, brief, read

from servanda.agreement.paraphrase import paraphrase
from servanda.text import Source
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policy
from servanda.world.step import Machine
from servanda.world.world import World

HEAD = """agreement "A lease"
  takes effect 2025-01-10
  lasts {term}

use commerce

party L "Owner"
party T "Tenant"

clause 1 "Rent"
  {line}
"""


def world_of(line: str, term: str = "100 days") -> World:
    return from_agreement(agreed(HEAD.format(line=line, term=term)))


def missed_days(world: World, paid: dict[int, str]) -> list[int]:
    """The days at whose close the duty is newly missed, by what is paid on which day."""
    machine = Machine(world, {actor.ident: Policy.FREE for actor in world.actors})
    norm = world.norms[0]
    state, found = machine.start(), []
    for day in range(world.term or 100):
        for event in world.events:
            if paid.get(day) and paid[day] in event.name:
                state = machine.occur(state, event)
        if machine.is_so(state, norm.missed):
            found.append(day)
        state = machine.wait(machine.close(state), 1, {})
    return found


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("by the 15th of each month", [5, 36, 64, 95]),
        ("each month by the 15th", [5, 36, 64, 95]),
        ("each month", [21, 49, 80]),
        ("monthly", [21, 49, 80]),
        ("by the last day of each month", [21, 49, 80]),
        ("by the 31st of each month", [21, 49, 80]),
        ("by the 9th of each month", [30, 58, 89]),
    ],
)
def test_the_days_on_which_a_month_is_up(when: str, days: list[int]) -> None:
    assert missed_days(world_of(f"T shall pay the rent to L {when}"), {}) == days


def test_a_payment_is_for_the_month_that_runs() -> None:
    world = world_of("T shall pay the rent to L by the 15th of each month")
    rent = "payment of rent"
    assert missed_days(world, dict.fromkeys((2, 3, 64), rent)) == [36, 95]
    assert missed_days(world, dict.fromkeys((5, 36, 60, 95), rent)) == []


def test_without_an_end_a_month_is_as_long_as_the_longest() -> None:
    assert missed_days(world_of("T shall pay the rent to L monthly", "without end"), {})[:2] == [31, 62]


def test_amounts_are_told_apart() -> None:
    world = world_of("T shall pay 500 euros to L by 2025-02-01\n  T shall pay 800 EUR to L by 2025-03-01")
    first, second = sorted({e.name for e in world.events if "500" in e.name or "800" in e.name})
    assert missed_days(world, {3: "500 euros"}) == []
    assert missed_days(world, {3: "800 EUR"}) == [22]
    assert (world.norms[0].steps, world.norms[1].steps) == ((first,), (second,))


def test_a_payment_without_its_amount_is_any() -> None:
    then = "upon payment of money by T to L:\n    L shall notify T within 2 days"
    world = world_of(f"T shall pay 500 euros to L by 2025-02-01\n  {then}")
    owed = next(norm for norm in world.norms if norm.bearer == "L")
    assert any("500 euros" in name for name in owed.origin)


def test_amounts_and_months_in_plain_words() -> None:
    found = agreed(HEAD.format(line="T shall pay 1 500 euros to L by the 3rd of each month", term="1 year"))
    told = [sentence for part in paraphrase(found) if part.clause for sentence in part.sentences]
    assert told == ["Tenant shall pay 1,500 euros to Owner each month, by the 3rd."]


@pytest.mark.parametrize(
    ("line", "slug"),
    [
        ("T shall pay the rent to L by the 45th of each month", "not-whole-days"),
        ("T shall pay 500 florins to L by 2025-02-01", "unknown-kind"),
    ],
)
def test_a_bad_amount_or_day_is_told_once(line: str, slug: str) -> None:
    findings = read(Source("a", HEAD.format(line=line, term="1 year")).text).findings
    assert [each.slug for each in findings] == [slug], [brief(each) for each in findings]
