"""The plain look at every state: shortest runs, honest ends, and the same reading of expressions everywhere."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.conformance.judging import tries
from tests.worlds import kit
from tests.worlds.drawn import Case, cases
from tests.worlds.kit import AID, BURN, GROW, WARN

from servanda.world.compiled import compiled
from servanda.world.explore import Exhausted, Hour, Reached, Spot, Stopped, explore
from servanda.world.expression import Var, at_least, evaluate, number
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policy
from servanda.world.run import Segment
from servanda.world.step import Machine
from servanda.world.world import World

CALLED = kit.upon(kit.act(WARN, BY="B", TO="A"))
AIDED = kit.small(
    kit.parties("AB"),
    [kit.clause("1", CALLED, kit.duty("A", kit.do(AID, TO="B"), kit.within(2)))],
    stocks=[kit.stock("A", 0)],
    assume=[kit.rate(2, GROW)],
    acts=(AID, WARN, BURN, GROW),
)


def everybody(world: World, conduct: Policy) -> Machine:
    """A world in which all behave alike."""
    return Machine(world, {actor.ident: conduct for actor in world.actors})


def test_the_fewest_days_then_the_fewest_events() -> None:
    world = from_agreement(AIDED)
    found = explore(everybody(world, Policy.FREE), Var(world.norms[0].wilful), most_states=5_000)
    assert isinstance(found, Reached)
    assert found.run.segments == (Segment(0, (), ("warning(BY=B, TO=A)",)), Segment(2, (), ()))
    assert found.run.at_close


def test_quiet_days_are_joined_and_moved_units_told() -> None:
    world = from_agreement(AIDED)
    found = explore(everybody(world, Policy.FREE), at_least(Var("tanks of A"), number(3)), most_states=5_000)
    assert isinstance(found, Reached)
    assert found.run.days == 2
    assert sum(units for segment in found.run.segments for _, units in segment.moved) == 3


def test_nothing_found_says_how_much_was_looked_at() -> None:
    world = from_agreement(AIDED)
    never = explore(everybody(world, Policy.KEEPER), Var(world.norms[0].wilful), most_states=50_000, until=3)
    assert isinstance(never, Exhausted)
    assert (never.until, never.states > 100) == (3, True)
    short = explore(everybody(world, Policy.KEEPER), Var(world.norms[0].wilful), most_states=100, until=3)
    assert short == Stopped(101, "too many states")


def test_a_rate_that_is_not_stated_stops_it_at_once() -> None:
    open_ended = kit.small(kit.parties("A"), [], stocks=[kit.stock("A", 0)], acts=(GROW,))
    world = from_agreement(open_ended)
    stopped = explore(everybody(world, Policy.FREE), at_least(Var("tanks of A"), number(3)), most_states=10)
    assert isinstance(stopped, Stopped)
    assert "no rate is stated" in stopped.why


def test_it_can_begin_anywhere() -> None:
    world = from_agreement(AIDED)
    machine = everybody(world, Policy.FREE)
    called = machine.close(machine.occur(machine.start(), world.event("warning(BY=B, TO=A)")))
    found = explore(machine, Var(world.norms[0].wilful), most_states=5_000, start=Spot(Hour.NIGHT, called))
    assert isinstance(found, Reached)
    assert (found.run.days, found.run.events) == (2, 0)


@tries(1)
@given(cases(), st.integers(0, 2**32))
def test_compiled_expressions_are_worth_what_they_say(case: Case, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a seed drawn by the test
    names = [variable.name for variable in case.world.variables]
    places = {name: place for place, name in enumerate(names)}
    conditions = [case.reach.bad, case.stake.given, *case.world.closing.values()]
    conditions += [part for event in case.world.events for part in (event.guard, *event.effects.values())]
    for _ in range(5):
        row = [
            chance.random() < 0.5 if isinstance(v.initial, bool) else chance.randint(-2, 6)
            for v in case.world.variables
        ]
        values = dict(zip(names, row, strict=True))
        for condition in conditions:
            assert compiled(condition, places)(row) == evaluate(condition, values)
