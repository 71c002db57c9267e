"""The one executable meaning of an agreement: how a day changes the state.

`wait`, `occur` and `close` are the three moves of the kernel; everything that
asks what an agreement means - searching, replaying, scenarios, watching -
goes through them.  They take the state as a tuple ordered like
`World.variables` and never look at names of norms, votes or interests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from servanda.world.expression import Expr, Value, evaluate
from servanda.world.policy import Allowed, Policies, allowed
from servanda.world.world import DAYS, Effects, Event, World

State = tuple[Value, ...]


@dataclass(frozen=True)
class Machine:
    """A world ready to run under given policies."""

    world: World
    policies: Policies

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The variables' names, in the order of a state."""
        return tuple(variable.name for variable in self.world.variables)

    @cached_property
    def permits(self) -> Allowed:
        """What the policies leave possible."""
        return allowed(self.world, self.policies)

    def start(self) -> State:
        """Day 0, before anything has happened."""
        return tuple(variable.initial for variable in self.world.variables)

    def read(self, state: State) -> dict[str, Value]:
        """A state by variable names."""
        return dict(zip(self.names, state, strict=True))

    def can_occur(self, state: State, event: Event) -> bool:
        """Whether the event's guard holds and every actor's policy lets it take part."""
        values = self.read(state)
        return bool(evaluate(event.guard, values) and evaluate(self.permits.event[event.name], values))

    def occur(self, state: State, event: Event) -> State:
        """The state after the event.  The caller has checked `can_occur`."""
        return self._assign(state, event.effects, self.read(state))

    def can_close(self, state: State) -> bool:
        """Whether the day may end: no keeper would be marked, nobody prompt is still to act."""
        return bool(evaluate(self.permits.closing, self.read(state)))

    def close(self, state: State) -> State:
        """The state after the day's marks."""
        return self._assign(state, self.world.closing, self.read(state))

    def can_wait(self, state: State, days: int, moved: Mapping[str, int]) -> bool:
        """Whether so many days can pass at once, with these units moved by each flow."""
        values = self.read(state)
        return (
            days >= 1
            and self._stops_at_thresholds(values, days)
            and all(self._flow_possible(name, values, days, units) for name, units in moved.items())
            and self._rises_possible(days, moved)
        )

    def wait(self, state: State, days: int, moved: Mapping[str, int]) -> State:
        """The state at the dawn of the day so many days later."""
        values = self.read(state)
        values[DAYS] = days
        for flow in self.world.flows:
            values[flow.amount] = moved.get(flow.name, 0)
        return self._assign(state, self.world.waiting, values)

    def is_so(self, state: State, condition: Expr) -> bool:
        """Whether a condition holds in a state."""
        return bool(evaluate(condition, self.read(state)))

    def most(self, state: State, name: str, days: int) -> tuple[int, int | None]:
        """Least and greatest number of units a flow can move in so many days (None: no limit)."""
        if name in self.permits.idle_flows or self._barred(state, name):
            return 0, 0
        top = self.daily_limit(name)
        if name in self.permits.full_flows:
            owed = self.is_so(state, self.permits.full_flows[name])
            full = days * (top or 0) if owed else 0
            return full, full
        return 0, None if top is None else top * days

    def _barred(self, state: State, name: str) -> bool:
        barred = self.permits.barred_flows.get(name)
        return barred is not None and self.is_so(state, barred)

    def daily_limit(self, name: str) -> int | None:
        """The most units a day of a flow, its own rate and the quantity's limit taken together."""
        flow = self.world.flow(name)
        rates = [limit.rate for limit in self.world.rise_limits if limit.quantity == flow.quantity]
        if flow.rate is not None:
            rates.append(flow.rate)
        return min(rates, default=None)

    def _assign(self, state: State, effects: Effects, values: Mapping[str, Value]) -> State:
        return tuple(
            evaluate(effects[name], values) if name in effects else old
            for name, old in zip(self.names, state, strict=True)
        )

    def _stops_at_thresholds(self, values: Mapping[str, Value], days: int) -> bool:
        return all(
            values[t.value] >= t.limit or values[t.value] + days <= t.limit or not evaluate(t.while_, values)
            for t in self.world.thresholds
        )

    def _flow_possible(self, name: str, values: Mapping[str, Value], days: int, units: int) -> bool:
        least, most = self.most(tuple(values[n] for n in self.names), name, days)
        return least <= units and (most is None or units <= most)

    def _rises_possible(self, days: int, moved: Mapping[str, int]) -> bool:
        return all(
            sum(moved.get(f.name, 0) for f in self.world.flows if f.quantity == limit.quantity) <= limit.rate * days
            for limit in self.world.rise_limits
        )
