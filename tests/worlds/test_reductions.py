"""Reductions: numbers that are brought down by a day; the solvers against a look at every state."""

from __future__ import annotations

from itertools import product

import pytest
from tests.agreement.reading import agreed
from tests.conformance.judging import oracle

from servanda.questions.answer import Found, Proved
from servanda.questions.conduct import compliance, non_compliance
from servanda.questions.question import Reach
from servanda.questions.standing import failing
from servanda.solvers.choose import Solvers
from servanda.world.explore import Exhausted, Reached, explore
from servanda.world.expression import Var
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policy
from servanda.world.step import Machine
from servanda.world.world import World

HEAD = """agreement "A reduction"
  takes effect 2025-01-01
  lasts 6 days

use security

party A "Arland"
party B "Borland"

battle tanks of A = 4 tanks at signature
battle tanks of B = 4 tanks at signature

assume build-up of battle tanks by each Party at most 2 tanks a day because "so small are the works"

clause 1
  {first}
clause 2
  {second}
clause 3
  {third}

interest of B "no stronger":
  battle tanks of A never exceed 1.5 times battle tanks of B

interest of B "few at the end":
  at expiry battle tanks of A are at most 2 tanks
"""
FIRST = (
    "A shall reduce its battle tanks to 2 tanks by day 3",
    "A shall reduce its battle tanks to 50 % of its battle tanks at signature within 3 days",
    "A shall keep its battle tanks at or below 2 tanks by day 3",
    "A shall reduce its battle tanks to 2 tanks within not stated",
)
SECOND = ("B shall reduce its battle tanks to 2 tanks by day 3", "B shall reduce its battle tanks to 2 tanks by day 1")
THIRD = ("each Party shall keep its battle tanks at or below 4 tanks", "B shall consult A by day 1")


def world_of(first: str = FIRST[0], second: str = SECOND[0], third: str = THIRD[0], more: str = "") -> World:
    return from_agreement(agreed(HEAD.format(first=first, second=second, third=third) + more))


@pytest.mark.parametrize("lines", list(product(FIRST, SECOND, THIRD)))
def test_the_solvers_answer_what_every_state_answers(lines: tuple[str, str, str]) -> None:
    world = world_of(*lines)
    for stake in world.stakes:
        for policies in (compliance(world, "B"), non_compliance(world, "B", "A")):
            reach = failing(world, stake, policies)
            explored, answer = oracle(world, reach, most_states=60_000), Solvers()(world, reach)
            assert isinstance(explored, Reached | Exhausted)
            assert isinstance(answer, Found) == isinstance(explored, Reached), (lines, stake.name)
            assert isinstance(answer, Found | Proved)


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        (FIRST[0], {"wilful"}),
        (FIRST[2], {"wilful"}),
        ("A shall reduce its battle tanks to 4 tanks by day 3", set()),
        ("A shall reduce its battle tanks to 2 tanks by day 3 with the agreement of B", {"wilful", "prevented"}),
    ],
)
def test_what_is_not_brought_down_is_a_breach(line: str, marks: set[str]) -> None:
    world = world_of(line, third=THIRD[1])
    assert {word for word in ("wilful", "prevented") if _marked(world, word)} == marks


def _marked(world: World, word: str) -> bool:
    """Whether A's duty under clause 1 can be missed like this while nobody builds anything up."""
    still = {actor.ident: Policy.FREE for actor in world.actors}
    norm = next(norm for norm in world.norms if norm.clause == "1")
    mark = Var(norm.wilful if word == "wilful" else norm.prevented)
    return isinstance(Solvers()(world, Reach(mark, still, only_flows=frozenset())), Found)


@pytest.mark.parametrize(("daily", "first_day"), [(None, 0), (2, 1), (1, 2)])
def test_so_many_units_a_day_take_their_time(daily: int | None, first_day: int) -> None:
    pace = f'\nassume reduction of battle tanks by A at most {daily} tanks a day because "of the furnace"\n'
    world = world_of(more=pace if daily else "")
    event = next(event for event in world.events if event.act == "reduction" and event.by == ("A",))
    state, machine = Machine(world, compliance(world, "B")).start(), Machine(world, compliance(world, "B"))
    day = 0
    while not machine.can_occur(state, event):
        state, day = machine.wait(machine.close(state), 1, {}), day + 1
    assert day == first_day
    after = machine.read(machine.close(machine.occur(state, event)))
    assert after["battle tanks of A"] == 2


def test_of_two_who_reduce_on_one_day_nobody_is_first() -> None:
    world = world_of(FIRST[2])
    stake = next(stake for stake in world.stakes if stake.interest == "no stronger")
    assert isinstance(Solvers()(world, failing(world, stake, compliance(world, "B"))), Proved)
    uneven = world_of(FIRST[2], SECOND[1])
    stake = next(stake for stake in uneven.stakes if stake.interest == "no stronger")
    assert isinstance(Solvers()(uneven, failing(uneven, stake, compliance(uneven, "B"))), Found)


def test_a_reduction_without_its_number_is_any_of_them() -> None:
    second = "upon reduction of battle tanks by A:\n    B shall reduce its battle tanks to 2 tanks within 1 day"
    world = world_of(second=second)
    armed = next(norm for norm in world.norms if norm.clause == "2").open
    machine = Machine(world, {actor.ident: Policy.FREE for actor in world.actors})
    assert isinstance(explore(machine, armed, most_states=20_000), Reached)
