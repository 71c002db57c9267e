"""An extension to which all have to agree: every state looked at, and the solvers beside."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.agreement.reading import agreed

from servanda.questions.answer import Found, Proved
from servanda.questions.conduct import compliance
from servanda.questions.question import Reach
from servanda.solvers.choose import Solvers
from servanda.world.explore import Exhausted, Reached, explore
from servanda.world.expression import Var, at_least, conj, neg, number
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policy
from servanda.world.step import Machine
from servanda.world.world import World

TEXT = """agreement "A lease"
  takes effect 2025-01-01
  lasts 4 days
use commerce
party L "Owner"
party T "Tenant"
clause 1
  T shall pay the rent to L every 2 days
clause 2
  the agreement is extended by 3 days if every Party agrees{notice}
"""


def world_of(notice: str = "") -> World:
    return from_agreement(agreed(TEXT.format(notice=notice)))


def second_period(world: World) -> Reach:
    """Whether the second period can run, the Tenant keeping its duties and withholding what it does not owe."""
    runs = conj(at_least(Var("days of this period: which"), number(1)), neg(Var("the agreement has ended")))
    return Reach(runs, {**compliance(world, "L"), "T": Policy.KEEPER})


@pytest.mark.parametrize("silent", [None, "L", "T"])
def test_all_have_to_agree(silent: str | None) -> None:
    world = world_of()
    events = tuple(e for e in world.events if silent is None or e.by != (silent,) or "agrees" not in e.name)
    asked = second_period(world)
    world = replace(world, events=events)
    explored = explore(Machine(world, asked.policies), asked.bad, most_states=5_000)
    answer = Solvers()(world, asked)
    assert isinstance(explored, Reached if silent is None else Exhausted)
    assert isinstance(answer, Found if silent is None else Proved)


def test_who_agrees_too_late_has_not_agreed() -> None:
    world = world_of(" at least 2 days before it ends")
    machine = Machine(world, {actor.ident: Policy.FREE for actor in world.actors})
    event = next(e for e in world.events if "agrees" in e.name)
    state, possible = machine.start(), []
    for _ in range(5):
        possible.append(machine.can_occur(state, event))
        state = machine.wait(machine.close(state), 1, {})
    assert possible == [True, True, True, False, False]


def test_each_period_asks_anew() -> None:
    world = world_of()
    machine = Machine(world, {actor.ident: Policy.FREE for actor in world.actors})
    state = machine.start()
    for event in world.events:
        if "agrees" in event.name:
            state = machine.occur(state, event)
    ended = []
    for _ in range(9):
        state = machine.close(state)
        ended.append(bool(machine.read(state)["the agreement has ended"]))
        state = machine.wait(state, 1, {})
    assert ended.index(True) == 7
