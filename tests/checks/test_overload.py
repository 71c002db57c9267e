"""What is owed together, held against what somebody can do: each sum against counting day by day."""

from __future__ import annotations

import pytest
from tests.agreement.reading import LIBRARY

from servanda.project import check
from servanda.text import Source

HEAD = """agreement "A mission"
  takes effect 2025-01-10
  lasts 90 days
use security
party A "Arland"
party B "Borland"
verifier M "the Mission"
{able}
act patrol
  noun: patrol of the zone of SIDE by WATCHER
  verb: patrol the zone of SIDE
  SIDE is any party
  WATCHER is any verifier
  noticed by everyone
clause 1
  M shall patrol the zone of each Party every {every} days
clause 2
  M shall investigate the incident within {within} days
clause 3
  upon armed attack by A on B:
    M shall patrol the zone of A within 1 day
"""


def counted(able: int, span: int, every: int, within: int) -> int | None:
    """The first day by which more was to be done than can be, whatever the order."""
    for day in range(91):
        owed = 2 * (day // every) + (within <= day)
        if owed > able * (day // span + 1):
            return day
    return None


@pytest.mark.parametrize(
    ("able", "span", "every", "within"),
    [
        (10, 30, 5, 10),
        (12, 30, 5, 40),
        (6, 30, 10, 20),
        (7, 30, 10, 20),
        (1, 90, 80, 90),
        (2, 90, 80, 85),
        (1, 1, 1, 1),
    ],
)
def test_what_is_too_much_is_said_with_its_day(able: int, span: int, every: int, within: int) -> None:
    line = f'assume M can do at most {able} acts every {span} days because "of its teams"'
    text = HEAD.format(able=line, every=every, within=within)
    told = [each for each in check(Source("a", text), library=LIBRARY).findings if each.slug == "overload"]
    day = counted(able, span, every, within)
    assert [each.headline for each in told] == (
        [] if day is None else [f"The Mission owes more by day {day} than it can do."]
    )
    assert all(each.severity.value == "error" and each.answer.assumes for each in told)


def test_nothing_is_said_where_nothing_is_known_of_what_somebody_can_do() -> None:
    text = HEAD.format(able="", every=1, within=1)
    assert "overload" not in {each.slug for each in check(Source("a", text), library=LIBRARY).findings}
