"""What depends on what in a world, looked up once: many slices are cut from one world."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from servanda.questions.question import Reach
from servanda.world.expression import Expr, variables
from servanda.world.policy import Policy
from servanda.world.world import Event, Flow, Mode, Norm, Threshold, World


@dataclass(frozen=True, slots=True)
class Cone:
    """What belongs to a question: variables, the norms that restrain what changes them, the flows that move them."""

    variables: frozenset[str]
    norms: frozenset[str]
    flows: frozenset[str]


@dataclass(frozen=True)
class Influence:
    """One world, and who has a say in each of its variables."""

    world: World
    _read: dict[int, frozenset[str]] = field(default_factory=dict)

    def reads(self, *parts: Expr) -> frozenset[str]:
        """The variables of the world that some expressions of it speak of."""
        found: set[str] = set()
        for part in parts:
            known = self._read.get(id(part))
            if known is None:
                known = self._read[id(part)] = variables(part) & self.names
            found |= known
        return frozenset(found)

    @cached_property
    def names(self) -> frozenset[str]:
        """The world's variables."""
        return frozenset(variable.name for variable in self.world.variables)

    @cached_property
    def setters(self) -> dict[str, list[Event]]:
        """The events that change each variable."""
        found: dict[str, list[Event]] = {}
        for event in self.world.events:
            for name in event.effects:
                found.setdefault(name, []).append(event)
        return found

    @cached_property
    def movers(self) -> dict[str, list[Flow]]:
        """The flows that move each variable, or whose amount it looks at."""
        amounts = {flow.amount: flow for flow in self.world.flows}
        found: dict[str, dict[str, Flow]] = {}
        for flow in self.world.flows:
            found.setdefault(flow.quantity, {})[flow.name] = flow
        for name, value in self.world.waiting.items():
            for amount in variables(value) & amounts.keys():
                found.setdefault(name, {})[amounts[amount].name] = amounts[amount]
        return {name: list(flows.values()) for name, flows in found.items()}

    @cached_property
    def stops(self) -> dict[str, list[Threshold]]:
        """The thresholds of each number."""
        found: dict[str, list[Threshold]] = {}
        for threshold in self.world.thresholds:
            found.setdefault(threshold.value, []).append(threshold)
        return found

    @cached_property
    def restrainers(self) -> dict[str, list[Norm]]:
        """The duties that bear on what happens to each variable."""
        events = {event.name: event for event in self.world.events}
        rising = {flow.quantity for flow in self.world.flows} | {v.name for v in self.world.variables if v.unstated}
        # What has to be brought down is as good as what can rise.
        rising |= {name for norm in self.world.norms if norm.own is not None for name in self.reads(norm.missed)}
        found: dict[str, list[Norm]] = {}
        for norm in self.world.norms:
            names: Iterable[str] = ()
            if norm.mode is Mode.KEEP:  # only where something can rise or begin anywhere does a limit rule things out
                names = self.reads(norm.missed) & rising
            elif norm.mode is Mode.DO:
                names = {name for step in norm.steps for name in events[step].effects}
            for name in names:
                found.setdefault(name, []).append(norm)
        return found

    def cone(self, reach: Reach, left_out: frozenset[str]) -> Cone:
        """Grown until nothing is added; the norms `left_out` are never taken in."""
        grown = _Growing(self, reach, left_out)
        grown.take(self.reads(reach.bad))
        while grown.todo:
            grown.follow(grown.todo.pop())
        return Cone(frozenset(grown.inside), frozenset(grown.norms), frozenset(grown.flows))


@dataclass
class _Growing:
    """A cone while it grows."""

    of: Influence
    reach: Reach
    left_out: frozenset[str]
    inside: set[str] = field(default_factory=set)
    norms: set[str] = field(default_factory=set)
    flows: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    todo: list[str] = field(default_factory=list)

    def take(self, names: Iterable[str]) -> None:
        """Variables that belong to it as well."""
        fresh = [name for name in names if name not in self.inside]
        self.inside.update(fresh)
        self.todo += fresh

    def follow(self, name: str) -> None:
        """Whatever has a say in one variable."""
        of, world = self.of, self.of.world
        for event in of.setters.get(name, ()):
            self.take(of.reads(event.effects[name]))
            if event.name not in self.events:
                self.events.add(event.name)
                owed = [when for who, when in event.owed if self.reach.policies[who] is Policy.PROMPT]
                self.take(of.reads(event.guard, *(b.condition for b in event.breaks), *owed))
        self.take(of.reads(*(effects[name] for effects in (world.closing, world.waiting) if name in effects)))
        for flow in of.movers.get(name, ()):
            if flow.name not in self.flows:
                self.flows.add(flow.name)
                # What limits the quantity says how much of a full rate an answering actor can move.
                self.take({flow.quantity} & of.names)
                self.take(of.reads(flow.answering, *(b.condition for b in flow.breaks)))
        self.take(of.reads(*(threshold.while_ for threshold in of.stops.get(name, ()))))
        for norm in of.restrainers.get(name, ()):
            if norm.name not in self.norms and norm.name not in self.left_out:
                self.norms.add(norm.name)
                self.take(of.reads(norm.missed, norm.blame, norm.own_doing, norm.open))
