"""Leaving, ending, suspending, extending: on which day what binds no longer, by looking at every state."""

from __future__ import annotations

import pytest
from tests.agreement.reading import agreed

from servanda.questions.answer import Found, Proved
from servanda.questions.conduct import compliance
from servanda.questions.question import Reach
from servanda.solvers.choose import Solvers
from servanda.world.explore import Reached, explore
from servanda.world.expression import conj
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policy
from servanda.world.step import Machine
from servanda.world.world import Tail, World

HEAD = """agreement "A truce"
  takes effect 2025-01-01 00:00 in UTC
  lasts {days} days
use security
party A "Arland"
party B "Borland"
clause 1 "Peace"
  each Party shall refrain from armed attack on the other Party
{more}
interest of A "no attack"{beyond}:
  never armed attack by B on A
"""


def world_of(more: str, days: int = 6, beyond: str = " beyond the term for 5 days") -> World:
    """A truce with one clause more."""
    return from_agreement(agreed(HEAD.format(days=days, more=more, beyond=beyond)))


def first_attack(world: World, tail: Tail | None) -> int | None:
    """The first day on which the interest can fail although everybody complies, by looking at every state."""
    stake = next((each for each in world.stakes if each.tail is tail), None)
    if stake is None:
        return None
    reach = Reach(stake.fails, compliance(world, "A"))
    explored = explore(Machine(world, reach.policies), stake.fails, most_states=20_000, until=16)
    answer = Solvers()(world, reach)
    if not isinstance(explored, Reached):
        assert isinstance(answer, Proved)
        return None
    assert isinstance(answer, Found)
    assert answer.run.days == explored.run.days
    return explored.run.days


LEAVE = "clause 2\n  a Party may withdraw from the agreement"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (f"{LEAVE} by notice to the others, effective not less than 3 days after notice", 3),
        (f"{LEAVE} by notice to the others, effective 1 day after notice", 1),
        (f"{LEAVE}, effective at once", 0),
        (f"{LEAVE}, effective not stated", 0),
        (LEAVE, 0),
        (f"{LEAVE}, effective 5 days after notice", 5),
        (f"{LEAVE}, effective 6 days after notice", None),
        ("clause 2\n  B may terminate the agreement, effective 2 days after notice", 2),
        ("clause 2\n  A may withdraw from the agreement, effective at once", None),
        ("clause 2\n  upon armed attack by A on B:\n    B may withdraw from the agreement, effective at once", None),
    ],
)
def test_whoever_leaves_is_bound_until_its_notice_has_run(line: str, day: int | None) -> None:
    world = world_of(line)
    assert first_attack(world, None) is None
    assert first_attack(world, Tail.EXIT) == day


def test_what_expires_protects_no_longer_and_what_survives_does() -> None:
    assert first_attack(world_of("clause 2"), Tail.EXPIRY) == 7
    survives = "clause 2\n  clause 1 survives the end"
    assert first_attack(world_of(f"{survives} for 2 days"), Tail.EXPIRY) == 9
    assert first_attack(world_of(f"{survives} for 5 days"), Tail.EXPIRY) is None
    assert first_attack(world_of(survives), Tail.EXPIRY) is None
    assert first_attack(world_of(survives, beyond=" beyond the term"), Tail.EXPIRY) is None


def test_without_beyond_the_term_nothing_is_asked_of_the_time_after_it() -> None:
    world = world_of(LEAVE, beyond="")
    assert [stake.tail for stake in world.stakes] == [None]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("B may suspend clause 1", 0),
        ("B may suspend its duties under clause 1 for 2 days", 0),
        ("B may suspend clause 1, effective 2 days after notice", 2),
        ("A may suspend clause 1", None),
        ("B may suspend clause 2", None),
        ("A may suspend its duties under clause 1 for 2 days", None),
        ("clause 1 ends after 3 days", 4),
        ("clause 1 ends on 2025-01-03", 3),
        ("clause 1 ends not stated", None),
        ("upon armed attack by any third state on A:\n    clause 1 ends", None),
        ("upon armed attack by A on B:\n    B may suspend clause 1", None),
    ],
)
def test_what_is_suspended_or_has_ended_does_not_bind_within_the_term(line: str, day: int | None) -> None:
    assert first_attack(world_of(f"clause 2\n  {line}", beyond=""), None) == day


def test_a_suspension_for_some_days_ends_by_itself() -> None:
    world = world_of("clause 2\n  B may suspend clause 1 for 2 days, once only", beyond="")
    machine = Machine(world, compliance(world, "A"))
    event = next(event for event in world.events if event.name.startswith("B suspends"))
    attack = next(event for event in world.events if event.act == "armed attack" and event.by == ("B",))
    state = machine.occur(machine.start(), event)
    lawful = []
    for _ in range(3):
        lawful.append(machine.can_occur(state, attack))
        state = machine.wait(machine.close(state), 1, {})
    assert lawful == [True, True, False]
    assert not machine.can_occur(state, event)


def test_an_extended_agreement_goes_on_until_somebody_objects_in_time() -> None:
    line = "clause 2\n  the agreement is extended by the same period unless a Party notifies the others"
    ended = world_of(line, days=3)
    assert ended.term is None
    assert first_attack(ended, None) is None
    assert first_attack(ended, Tail.EXIT) == 4
    early = world_of(f"{line} at least 2 days before it ends", days=3)
    assert first_attack(early, Tail.EXIT) == 4
    notified = next(event.name for event in early.events if "notifies" in event.name and event.by == ("B",))
    stops = next(event for event in early.events if event.name == notified)
    machine = Machine(early, compliance(early, "A"))
    state = machine.start()
    can = []
    for _ in range(5):
        can.append(machine.can_occur(state, stops))
        state = machine.wait(machine.close(state), 1, {})
    assert can == [True, True, False, False, True]


def test_what_is_suspended_is_not_due_and_its_days_do_not_run() -> None:
    text = HEAD.format(
        days=20,
        beyond="",
        more="clause 3\n  B shall assist A within 2 days\nclause 4\n  A may suspend clause 3 for 3 days, once only",
    )
    world = from_agreement(agreed(text))
    norm = next(norm for norm in world.norms if norm.clause == "3")
    machine = Machine(world, {actor.ident: Policy.FREE for actor in world.actors})
    state = machine.occur(machine.start(), next(e for e in world.events if e.name.startswith("A suspends")))
    missed = []
    for _ in range(6):
        missed.append(machine.is_so(state, conj(norm.missed)))
        state = machine.wait(machine.close(state), 1, {})
    assert missed == [False] * 5 + [True]


def test_a_third_party_stays_bound_when_another_leaves() -> None:
    text = HEAD.format(days=6, beyond="", more=LEAVE).replace(
        'party B "Borland"', 'party B "Borland"\nparty C "Celand"'
    )
    world = from_agreement(agreed(text))
    machine = Machine(world, compliance(world, "A"))
    left = machine.occur(machine.start(), next(e for e in world.events if e.name.startswith("B gives notice")))
    on_a = [e for e in world.events if e.act == "armed attack" and dict(e.fill)["VICTIM"] == "A"]
    attacks = {e.by[0]: machine.can_occur(left, e) for e in on_a}
    assert attacks["B"]
    assert not attacks["C"]


def test_nobody_prompt_consents_to_the_end_of_what_protects_it() -> None:
    more = """clause 2
  upon consultation by B with A:
    council decides on it by unanimity
  upon adoption by council:
    clause 1 ends"""
    text = HEAD.format(days=6, beyond="", more=more).replace("clause 1 ", "body council: A, B\nclause 1 ", 1)
    world = from_agreement(agreed(text))
    assert first_attack(world, None) is None
    agree = next(event for event in world.events if event.name.startswith("A says yes"))
    assert agree.gives_up
