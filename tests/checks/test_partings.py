"""Where readings of one text part: on the day that looking at every state says, and what each comes to."""

from __future__ import annotations

import pytest
from tests.agreement.reading import agreed, read
from tests.agreement.test_steps import HEAD

from servanda.checks.order import anything
from servanda.findings import Finding, Severity
from servanda.project import check, shipped_library
from servanda.text import Source
from servanda.world.beside import beside
from servanda.world.explore import Exhausted, Reached, explore
from servanda.world.from_agreement import from_agreement
from servanda.world.step import Machine

LINE = "  seller shall deliver the house to buyer"
CASES = {
    # readings of a line, the day on which they part (None: never), what the first and the second come to
    "two dates": (f"{LINE}\n    reading 1: by day 3\n    reading 2: by day 5", 3, ("Ms Seller is overdue", "nothing")),
    "two ways of counting": (
        f"{LINE} within 4 days\n    reading 1: counting the first day\n    reading 2: not counting the first day",
        3,
        ("Ms Seller is overdue", "nothing"),
    ),
    "a date and none": (
        f"{LINE}\n    reading 1: by day 2\n    reading 2: within not stated",
        2,
        ("overdue", "nothing"),
    ),
    "who owes it": (
        f"{LINE} by day 2\n    reading 1: seller shall pay the price by day 2\n    reading 2: buyer shall pay the "
        "price by day 2",
        2,
        ("Ms Seller is overdue", "Mr Buyer is overdue"),
    ),
    "what is owed": (
        f"{LINE} by day 2\n    reading 1: {LINE.strip()} by day 2\n    reading 2: seller shall pay the price by day 2",
        2,
        ("", ""),
    ),
    "bound or an effort": (
        f"{LINE} by day 2\n    reading 1: {LINE.strip()} by day 2\n    reading 2: seller should pay the price by day 2",
        2,
        ("Ms Seller is overdue", "nothing"),
    ),
    "twice the same": (f"{LINE}\n    reading 1: by day 3\n    reading 2: by 2025-02-18", None, ("", "")),
}


def text(line: str) -> str:
    return f"{HEAD}clause 1\n{line}\nclause 2\n  buyer shall pay the price by day 9\n"


def found(source: str) -> list[Finding]:
    report = check(Source("a.pact", source), library=shipped_library())
    return [each for each in report.findings if each.slug == "readings-differ"]


@pytest.mark.parametrize("name", CASES)
def test_the_day_is_the_one_that_looking_at_every_state_gives(name: str) -> None:
    line, day, _ = CASES[name]
    (choice,) = read(text(line)).choices
    one, other = (from_agreement(agreed(text(line), {choice.id: index})) for index in (0, 1))
    pair = beside(one, other)
    seen = explore(Machine(pair.world, anything(pair.world)), pair.parted, most_states=20_000, until=12)
    if day is None:
        assert isinstance(seen, Exhausted)
        assert found(text(line)) == []
        return
    assert isinstance(seen, Reached)
    assert seen.run.days == day
    (finding,) = found(text(line))
    assert finding.headline.startswith(f"Who is in breach on day {day} (")
    assert f"Day {day} (" in finding.why[0]
    assert finding.story[-1].day == day


@pytest.mark.parametrize("name", [name for name in CASES if CASES[name][1] is not None])
def test_what_each_reading_comes_to_is_said(name: str) -> None:
    line, _, (first, second) = CASES[name]
    (finding,) = found(text(line))
    under_one, under_two = finding.why[0].partition("under reading 2")[::2]
    assert first in under_one
    assert second in under_two
    assert finding.severity is Severity.NOTE


def test_an_interest_that_flips_is_told_with_the_day() -> None:
    line = f"  upon payment of the price by buyer:\n  {LINE}\n"
    line += "      reading 1: within 3 days\n      reading 2: within 9 days"
    wanted = 'interest of buyer "the house":\n  whenever payment of the price by buyer, delivery of the house to buyer '
    (finding,) = found(f"{HEAD}clause 1\n{line}\n{wanted}within 3 days\n")
    assert finding.severity is Severity.ERROR
    assert "is the first on which they part" in finding.why[1]
    assert finding.story
