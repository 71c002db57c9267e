"""Two readings side by side: what cannot come to differ is there once, and where they part although little is done."""

from __future__ import annotations

from tests.agreement.reading import LIBRARY, agreed, read

from servanda.world.beside import SHARED, beside, left_alone
from servanda.world.from_agreement import from_agreement
from servanda.world.world import World

TEXT = """agreement "A truce"
  takes effect 2025-01-01
  lasts 10 days
use security
party A "Arland", B "Borland"
clause 1
  each Party shall refrain from armed attack on the other Party
clause 2
  A shall assist B by 2025-01-05
    reading 1: by 2025-01-05
    reading 2: by 2025-01-08
clause 3
  the agreement is extended by the same period unless a Party notifies the others
    reading 1: by the same period
    reading 2: by 4 days
"""


def worlds(choice: str) -> tuple[World, World]:
    """The text as it stands, and with the other reading at one place."""
    found = next(each for each in read(TEXT).choices if each.id.startswith(f"clause {choice}"))
    other = read(TEXT, {found.id: 1}, LIBRARY).agreement
    assert other is not None
    return from_agreement(agreed(TEXT)), from_agreement(other)


def test_what_cannot_come_to_differ_is_there_once() -> None:
    one, other = worlds("2")
    pair = beside(one, other)
    shared = {variable.name for variable in pair.world.variables if variable.name.startswith(SHARED)}
    assert len(pair.world.variables) < len(one.variables) + len(other.variables)
    assert any("clause 1" in name for name in shared)
    assert not any("clause 2" in name and "overdue" in name for name in shared)


def test_a_deadline_parts_them_on_its_day() -> None:
    run = left_alone(beside(*worlds("2")))
    assert run is not None
    assert run.days == 4
    assert run.events == 0


def test_a_term_parts_them_by_a_notice_and_an_act_on_the_day_after() -> None:
    run = left_alone(beside(*worlds("3")))
    assert run is not None
    days = [sum(each.wait for each in run.segments[: at + 1]) for at, s in enumerate(run.segments) if s.events]
    assert days == [14, 15]


def test_a_world_does_not_part_from_itself() -> None:
    one, _ = worlds("2")
    assert beside(one, one).apart == 0
    assert left_alone(beside(one, one)) is None
