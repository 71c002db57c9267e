"""Steps side by side, what comes so many days after something, and beginnings: every state looked at."""

from __future__ import annotations

import pytest
from tests.agreement.reading import agreed
from tests.agreement.test_steps import HEAD, PARALLEL

from servanda.project import check, shipped_library
from servanda.text import Source
from servanda.world.explore import Exhausted, Reached, explore
from servanda.world.expression import Var, conj, disj
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policy
from servanda.world.step import Machine
from servanda.world.world import World

SOON = PARALLEL.replace("day 60", "day 3")


def under(reading: int) -> World:
    return from_agreement(agreed(HEAD + SOON, {"clause 1:reading-1": reading - 1}))


def keepers(world: World) -> Machine:
    return Machine(world, {actor.ident: Policy.KEEPER if actor.bound else Policy.FREE for actor in world.actors})


def anybody(world: World) -> Machine:
    return Machine(world, {actor.ident: Policy.FREE for actor in world.actors})


def test_each_to_be_complete_whoever_has_not_finished_is_overdue() -> None:
    world = under(1)
    for norm in world.norms:
        overdue = explore(anybody(world), Var(norm.wilful), most_states=50_000, until=5)
        assert isinstance(overdue, Reached)
        assert overdue.run.days == 3
        assert isinstance(
            explore(keepers(world), disj(Var(norm.wilful), Var(norm.prevented)), most_states=50_000, until=5), Exhausted
        )


def test_each_awaits_the_other_both_can_wait_and_nobody_is_to_blame() -> None:
    world = under(2)
    both = conj(*(Var(norm.prevented) for norm in world.norms))
    waiting = explore(keepers(world), both, most_states=50_000, until=5)
    assert isinstance(waiting, Reached)
    assert (waiting.run.days, waiting.run.events) == (3, 0)


def test_a_target_makes_nobody_overdue() -> None:
    world = under(3)
    marks = disj(*(Var(mark) for norm in world.norms for mark in (norm.wilful, norm.prevented)))
    assert isinstance(explore(anybody(world), marks, most_states=50_000, until=9), Exhausted)


@pytest.mark.parametrize(("days", "kept_on"), [(0, 0), (1, 1), (3, 3)])
def test_what_counts_so_many_days_after(days: int, kept_on: int) -> None:
    after = f"on day {days} after" if days else "after"
    text = f"{HEAD}clause 1\n  seller shall deliver the house to buyer by day 6 {after} payment of the price\n"
    text += "clause 2\n  buyer shall pay the price by day 9 after clause 1 is fulfilled\n"
    world = from_agreement(agreed(text))
    fulfilled = explore(anybody(world), Var("clause 1 is fulfilled"), most_states=50_000, until=8)
    assert isinstance(fulfilled, Reached)
    assert fulfilled.run.days == kept_on


def test_a_mutual_wait_is_said_of_its_reading_only_and_in_two_lines() -> None:
    report = check(Source("a.pact", HEAD + SOON), library=shipped_library())
    (wait,) = [each for each in report.findings if each.slug == "mutual-wait"]
    assert wait.reading == "reading 2 in clause 1"
    assert wait.headline.startswith("If each awaits the other, ")
    assert len(wait.story) <= 2
    assert wait.story[-1].day == 3
    (order,) = [each for each in report.findings if each.slug == "order-not-stated"]
    assert order.reading is None
