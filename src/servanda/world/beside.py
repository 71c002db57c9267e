"""Two worlds side by side in which the same is done: where two readings of one text part.

Every variable is there twice, once for each world, but for those that cannot
come to differ; events and flows are shared. What happens has in each world the
effect that it has there, and none where it is not possible there.
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
    evaluate,
    neg,
    number,
    substitute,
    variables,
)
from servanda.world.policy import Policy
from servanda.world.run import Run, Segment
from servanda.world.step import Machine, State
from servanda.world.world import DAYS, Effects, Event, Flow, Manner, RiseLimit, Threshold, Variable, World

SIDES = ("one: ", "other: ")
"""Begin the names of the variables of either world."""

LONGEST = 1_000
"""Days for which two worlds are left alone, to see whether they part."""

SHARED = "both: "
"""Begins the names of the variables that have one value in both."""

PASSED = "days passed in both"
"""The day, as far as it matters: it stops one day after the last that is asked about."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Both worlds as one.  `parted`: something is so in one of them and not in the other."""

    world: World
    parted: Expr

    @property
    def apart(self) -> int:
        """How many variables can come to differ."""
        return sum(not variable.name.startswith(SHARED) for variable in self.world.variables) // 2


def beside(one: World, other: World, last: int | None = None) -> Pair:
    """The two worlds as one; `last`: the last day on which it counts that they part, None for any day."""
    shared = _alike(one, other)
    sides = tuple(_Side(world, lead, shared) for world, lead in zip((one, other), SIDES, strict=True))
    parted = disj(*_differences(*sides))
    found = World(
        actors=tuple(dict.fromkeys((*one.actors, *other.actors))),
        variables=tuple(dict.fromkeys(variable for side in sides for variable in side.variables())),
        events=tuple(_events(*sides)),
        flows=tuple(_flows(*sides)),
        rise_limits=tuple(dict.fromkeys(_rise_limits(*sides))),
        norms=(),
        decisions=(),
        stakes=(),
        closing={name: value for side in sides for name, value in side.effects(side.world.closing).items()},
        waiting={name: value for side in sides for name, value in side.effects(side.world.waiting).items()},
        thresholds=tuple(dict.fromkeys(threshold for side in sides for threshold in side.thresholds())),
        term=None,
    )
    return Pair(found, parted) if last is None else _until(found, parted, last)


def left_alone(pair: Pair) -> Run | None:
    """A run in which almost nothing is done until, on the last day, the two part; None if none is found so.

    Acts are tried out only on days on which something is due, and in one of the two worlds alone or with the two in
    different states: one act, or the use of a power and an act on the day after.
    """
    machine = Machine(pair.world, dict.fromkeys((actor.ident for actor in pair.world.actors), Policy.FREE))
    state, differed = machine.start(), False
    for day in range(LONGEST):
        state = machine.wait(machine.close(state), 1, {}) if day else state
        if _parted(pair, machine, state):
            return _quiet(day)
        if _parted(pair, machine, machine.close(state)):
            return _quiet(day, (), at_close=True)
        differs, due = _differ(machine, state), _due(machine, state)
        if due[0] != due[1] or (differs and (due[0] or not differed)):
            found = _tried(pair, machine, state, day)
            if found is not None:
                return found
        differed = differs
    return None


def _tried(pair: Pair, machine: Machine, state: State, day: int) -> Run | None:
    """What is done today parts the two; or a power used today, and what is done tomorrow."""
    after = [(event, machine.occur(state, event)) for event in _possible(pair, machine, state)]
    for event, made in after:
        if _parted(pair, machine, machine.close(made)):
            return _quiet(day, (event.name,), at_close=True)
    for event, made in after:
        if event.manner is not Manner.POWER:
            continue
        dawn = machine.wait(machine.close(made), 1, {})
        for then in _possible(pair, machine, dawn):
            if _parted(pair, machine, machine.close(machine.occur(dawn, then))):
                first = _quiet(day, (event.name,))
                return Run((*first.segments, Segment(1, (), (then.name,))), at_close=True)
    return None


def _possible(pair: Pair, machine: Machine, state: State) -> list[Event]:
    values = machine.read(state)
    return [event for event in pair.world.events if evaluate(event.guard, values)]


def _due(machine: Machine, state: State) -> tuple[set[str], set[str]]:
    """What has reached its limit in either world."""
    values = machine.read(state)
    reached = [t.value for t in machine.world.thresholds if values[t.value] == t.limit and evaluate(t.while_, values)]
    one, other = ({v.removeprefix(lead) for v in reached if v.startswith((lead, SHARED))} for lead in SIDES)
    return one, other


def _quiet(day: int, events: tuple[str, ...] = (), *, at_close: bool = False) -> Run:
    waits = [Segment(1, (), ())] * day
    return Run((Segment(0, (), ()), *waits[:-1], Segment(min(day, 1), (), events)), at_close)


def _parted(pair: Pair, machine: Machine, state: State) -> bool:
    return bool(evaluate(pair.parted, machine.read(state)))


def _differ(machine: Machine, state: State) -> bool:
    values = machine.read(state)
    one, other = SIDES
    return any(
        values.get(f"{other}{name.removeprefix(one)}", value) != value
        for name, value in values.items()
        if name.startswith(one)
    )


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
    shared: frozenset[str]

    def name(self, variable: str) -> str:
        """What a variable of this world is called in both."""
        return f"{SHARED if variable in self.shared else self.lead}{variable}"

    def expression(self, part: Expr) -> Expr:
        """An expression about this world, as one about both."""
        own = {variable.name for variable in self.world.variables}
        return substitute(part, {name: Var(self.name(name)) for name in variables(part) & own})

    def effects(self, given: Effects) -> dict[str, Expr]:
        """Its effects, on its own variables."""
        return {self.name(name): self.expression(value) for name, value in given.items()}

    def variables(self) -> Iterator[Variable]:
        """Its variables under their new names."""
        for variable in self.world.variables:
            yield replace(variable, name=self.name(variable.name))

    def thresholds(self) -> Iterator[Threshold]:
        """What no wait jumps past in it."""
        for each in self.world.thresholds:
            yield Threshold(self.name(each.value), each.limit, self.expression(each.while_))

    def events(self) -> Mapping[str, Event]:
        """Its events by name."""
        return {event.name: event for event in self.world.events}

    def flow(self, flow: Flow) -> Flow:
        """A flow of it as one of both."""
        return replace(flow, quantity=self.name(flow.quantity), answering=FALSE, breaks=())

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
        if here == there:
            continue  # it cannot be so in one world alone
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
            yield replace(limit, quantity=side.name(limit.quantity))


def _alike(one: World, other: World) -> frozenset[str]:
    """The variables that have one value in both worlds whatever happens: all that moves them is the same in both."""
    both = [_movers(world) for world in (one, other)]
    declared = [{variable.name: variable for variable in world.variables} for world in (one, other)]
    alike = {name for name, variable in declared[0].items() if declared[1].get(name) == variable}
    alike = {name for name in alike if both[0].get(name) == both[1].get(name)}
    own = set(declared[0]) | set(declared[1])
    feeds = {name: _read(both[0].get(name, ())) & own for name in alike}
    while parted := {name for name in alike if feeds[name] - alike}:
        alike -= parted
    return frozenset(alike)


Mover = tuple[object, tuple[Expr, ...]]


def _movers(world: World) -> dict[str, tuple[Mover, ...]]:
    """What changes each variable, in order: the thing itself, and the expressions that it reads."""
    found: dict[str, list[Mover]] = {}
    for event in world.events:
        for name, value in event.effects.items():
            found.setdefault(name, []).append((event.name, (event.guard, value)))
    for when, effects in (("close", world.closing), ("wait", world.waiting)):
        for name, value in effects.items():
            found.setdefault(name, []).append((when, (value,)))
    for flow in world.flows:
        found.setdefault(flow.quantity, []).append((replace(flow, breaks=(), answering=FALSE), ()))
    for limit in world.rise_limits:
        found.setdefault(limit.quantity, []).append((limit, ()))
    return {name: tuple(given) for name, given in found.items()}


def _read(movers: tuple[Mover, ...]) -> set[str]:
    return {name for _, parts in movers for part in parts for name in variables(part)}
