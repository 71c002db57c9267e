"""Two worlds side by side in which the same is done: where two readings of one text part.

Every variable is there twice, once for each world; events and flows are shared.
What happens has in each world the effect that it has there, and none where it
is not possible there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from servanda.world.expression import (
    FALSE,
    Expr,
    Var,
    add,
    at_most,
    choice,
    conj,
    disj,
    neg,
    number,
    substitute,
    variables,
)
from servanda.world.world import DAYS, Effects, Event, Flow, RiseLimit, Threshold, Variable, World

SIDES = ("one: ", "other: ")
"""Begin the names of the variables of either world."""

PASSED = "days passed in both"
"""The day, as far as it matters: it stops one day after the last that is asked about."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Both worlds as one.  `parted`: something is so in one of them and not in the other."""

    world: World
    parted: Expr


def beside(one: World, other: World, last: int | None = None) -> Pair:
    """The two worlds as one; `last`: the last day on which it counts that they part, None for any day."""
    sides = tuple(_Side(world, lead) for world, lead in zip((one, other), SIDES, strict=True))
    parted = disj(*_differences(*sides))
    found = World(
        actors=tuple(dict.fromkeys((*one.actors, *other.actors))),
        variables=tuple(variable for side in sides for variable in side.variables()),
        events=tuple(_events(*sides)),
        flows=tuple(_flows(*sides)),
        rise_limits=tuple(_rise_limits(*sides)),
        norms=(),
        decisions=(),
        stakes=(),
        closing={name: value for side in sides for name, value in side.effects(side.world.closing).items()},
        waiting={name: value for side in sides for name, value in side.effects(side.world.waiting).items()},
        thresholds=tuple(threshold for side in sides for threshold in side.thresholds()),
        term=None,
    )
    return Pair(found, parted) if last is None else _until(found, parted, last)


def _until(world: World, parted: Expr, last: int) -> Pair:
    later, beyond = add(Var(PASSED), Var(DAYS)), number(last + 1)
    counted = choice(at_most(later, beyond), later, beyond)
    clocked = replace(
        world,
        variables=(*world.variables, Variable(PASSED, 0, 0, last + 1)),
        waiting={**world.waiting, PASSED: counted},
    )
    return Pair(clocked, conj(parted, at_most(Var(PASSED), number(last))))


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two worlds, and what the names of its variables begin with."""

    world: World
    lead: str

    def expression(self, part: Expr) -> Expr:
        """An expression about this world, as one about both."""
        own = {variable.name for variable in self.world.variables}
        return substitute(part, {name: Var(f"{self.lead}{name}") for name in variables(part) & own})

    def effects(self, given: Effects) -> dict[str, Expr]:
        """Its effects, on its own variables."""
        return {f"{self.lead}{name}": self.expression(value) for name, value in given.items()}

    def variables(self) -> Iterator[Variable]:
        """Its variables under their new names."""
        for variable in self.world.variables:
            yield replace(variable, name=f"{self.lead}{variable.name}")

    def thresholds(self) -> Iterator[Threshold]:
        """What no wait jumps past in it."""
        for each in self.world.thresholds:
            yield Threshold(f"{self.lead}{each.value}", each.limit, self.expression(each.while_))

    def events(self) -> Mapping[str, Event]:
        """Its events by name."""
        return {event.name: event for event in self.world.events}

    def flow(self, flow: Flow) -> Flow:
        """A flow of it as one of both."""
        return replace(flow, quantity=f"{self.lead}{flow.quantity}", answering=FALSE, breaks=())

    def marks(self) -> dict[tuple[str, str], Expr]:
        """What can be said of the world: the marks of its norms, and what fails."""
        said: dict[tuple[str, str], Expr] = {(n.name, "wilful"): Var(n.wilful) for n in self.world.norms}
        said |= {(norm.name, "prevented"): Var(norm.prevented) for norm in self.world.norms}
        said |= {(stake.name, "fails"): stake.fails for stake in self.world.stakes}
        return {key: self.expression(value) for key, value in said.items()}


def _differences(one: _Side, other: _Side) -> Iterator[Expr]:
    first, second = one.marks(), other.marks()
    for key in dict.fromkeys((*first, *second)):
        here, there = first.get(key, FALSE), second.get(key, FALSE)
        yield disj(conj(here, neg(there)), conj(neg(here), there))


def _events(one: _Side, other: _Side) -> Iterator[Event]:
    both = [(side, side.events()) for side in (one, other)]
    for name in dict.fromkeys((*both[0][1], *both[1][1])):
        there = [(side, events[name]) for side, events in both if name in events]
        effects: dict[str, Expr] = {}
        for side, event in there:
            possible = side.expression(event.guard)
            for variable, value in side.effects(event.effects).items():
                effects[variable] = choice(possible, value, Var(variable))
        guard = disj(*(side.expression(event.guard) for side, event in there))
        yield replace(there[0][1], guard=guard, effects=effects, breaks=(), owed=(), decision=None)


def _flows(one: _Side, other: _Side) -> Iterator[Flow]:
    found = {flow.name: other.flow(flow) for flow in other.world.flows}
    found |= {flow.name: one.flow(flow) for flow in one.world.flows}
    yield from found.values()


def _rise_limits(one: _Side, other: _Side) -> Iterator[RiseLimit]:
    for side in (one, other):
        for limit in side.world.rise_limits:
            yield replace(limit, quantity=f"{side.lead}{limit.quantity}")
