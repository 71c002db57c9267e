"""The one executable meaning of an agreement: how a day changes the state.

`wait`, `occur` and `close` are the three moves of the kernel; everything that
asks what an agreement means - searching, replaying, scenarios, watching -
goes through them.  They take the state as a tuple ordered like
`World.variables` and never look at names of norms, votes or interests.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from servanda.world.compiled import Reading, Values, compiled
from servanda.world.expression import FALSE, TRUE, Expr, Value, conj
from servanda.world.policy import Allowed, Policies, allowed
from servanda.world.world import DAYS, Effects, Event, Flow, RiseLimit, World

State = tuple[Value, ...]

_Changes = tuple[tuple[int, Reading], ...]


@dataclass(frozen=True, slots=True)
class _Stop:
    """A threshold, compiled."""

    at: int
    limit: int
    while_: Reading
    always: bool


@dataclass(frozen=True)
class Machine:
    """A world ready to run under given policies.

    `waived`: events that are done by whoever can, whatever their policy.
    """

    world: World
    policies: Policies
    waived: frozenset[str] = frozenset()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The variables' names, in the order of a state."""
        return tuple(variable.name for variable in self.world.variables)

    @cached_property
    def permits(self) -> Allowed:
        """What the policies leave possible."""
        return allowed(self.world, self.policies, self.waived)

    def start(self, given: Iterable[tuple[str, int]] = ()) -> State:
        """Day 0, before anything has happened; `given`: numbers that the text does not state."""
        known = dict(given)
        return tuple(known.get(variable.name, variable.initial) for variable in self.world.variables)

    def may_start(self, state: State) -> bool:
        """Whether it can begin like that: what is not stated within its bounds, and kept where it must be kept."""
        within = all(
            state[at] >= (v.lowest or 0) if v.unstated else state[at] == v.initial
            for at, v in enumerate(self.world.variables)
        )
        return within and self.is_so(state, self.permits.beginning)

    def read(self, state: State) -> dict[str, Value]:
        """A state by variable names."""
        return dict(zip(self.names, state, strict=True))

    def can_occur(self, state: State, event: Event) -> bool:
        """Whether the event's guard holds and every actor's policy lets it take part."""
        return bool(self._may[event.name](state))

    def occur(self, state: State, event: Event) -> State:
        """The state after the event.  The caller has checked `can_occur`."""
        return _changed(state, self._events[event.name], state)

    def can_close(self, state: State) -> bool:
        """Whether the day may end: no keeper would be marked, nobody prompt is still to act."""
        return bool(self._may_close(state))

    def close(self, state: State) -> State:
        """The state after the day's marks."""
        return _changed(state, self._closing, state)

    def can_wait(self, state: State, days: int, moved: Mapping[str, int]) -> bool:
        """Whether so many days can pass at once, with these units moved by each flow (none where not named)."""
        return (
            days >= 1
            and self._stops_at_thresholds(state, days)
            and all(self._flow_possible(flow, state, days, moved) for flow in self.world.flows)
            and all(self._into(limit.quantity, moved) <= limit.rate * days for limit in self.world.rise_limits)
            and self.is_so(self.wait(state, days, moved), self.permits.dawn)
        )

    def headroom(self, state: State, most: int) -> int:
        """How many days, up to `most`, can pass at once before something falls due; at least 1."""
        room = most
        for t in self._thresholds:
            left = t.limit - state[t.at]
            if (left > 0 or not t.always) and left < room and t.while_(state):
                room = left
        return max(1, room)

    def wait(self, state: State, days: int, moved: Mapping[str, int]) -> State:
        """The state at the dawn of the day so many days later."""
        units = (moved.get(flow.name, 0) for flow in self.world.flows)
        return _changed(state, self._waiting, (*state, days, *units))

    def is_so(self, state: State, condition: Expr) -> bool:
        """Whether a condition holds in a state."""
        return bool(self._read(condition)(state))

    def most(self, state: State, name: str, days: int) -> tuple[int, int | None]:
        """Least and greatest number of units a flow can move in so many days (None: no limit).

        The least is what an answering actor moves whatever the others do; where
        a limit or a duty of its own may stop it short, `can_wait` knows.
        """
        if name in self.permits.idle_flows or self._barred(state, name):
            return 0, 0
        top = self.daily_limit(name)
        if name in self.permits.full_flows:
            full = days * (top or 0) if self.is_so(state, self.permits.full_flows[name]) else 0
            return (0 if name in self._giving_way else full), full
        return 0, None if top is None else top * days

    def quiet(self, state: State) -> dict[str, int]:
        """What moves on a day on which nobody moves more than is owed."""
        moved = dict.fromkeys((flow.name for flow in self.world.flows), 0)
        for flow in self.world.flows:
            if flow.name in self.permits.full_flows:
                room = [r.rate - self._into(r.quantity, moved) for r in self._limits(flow)]
                moved[flow.name] = min([self.most(state, flow.name, 1)[1] or 0, *room])
                while moved[flow.name] and not self.is_so(self.wait(state, 1, moved), self.permits.dawn):
                    moved[flow.name] -= 1
        return moved

    def daily_limit(self, name: str) -> int | None:
        """The most units a day of a flow, its own rate and the quantity's limit taken together."""
        return self._tops[name]

    @cached_property
    def _tops(self) -> dict[str, int | None]:
        return {
            flow.name: min(
                [r.rate for r in self._limits(flow)] + ([] if flow.rate is None else [flow.rate]), default=None
            )
            for flow in self.world.flows
        }

    def _limits(self, flow: Flow) -> list[RiseLimit]:
        return self._limits_of.get(flow.quantity, [])

    @cached_property
    def _limits_of(self) -> dict[str, list[RiseLimit]]:
        found: dict[str, list[RiseLimit]] = {}
        for limit in self.world.rise_limits:
            found.setdefault(limit.quantity, []).append(limit)
        return found

    @cached_property
    def _into_each(self) -> dict[str, list[str]]:
        """The flows into each quantity."""
        found: dict[str, list[str]] = {}
        for flow in self.world.flows:
            found.setdefault(flow.quantity, []).append(flow.name)
        return found

    @cached_property
    def _giving_way(self) -> frozenset[str]:
        """The answering flows that may stop short of their full rate."""
        return frozenset(
            flow.name
            for flow in self.world.flows
            if flow.name in self.permits.full_flows
            and (
                self.permits.sated[flow.name] != FALSE
                or (len(self._into_each[flow.quantity]) > 1 and bool(self._limits(flow)))
            )
        )

    def _barred(self, state: State, name: str) -> bool:
        barred = self.permits.barred_flows.get(name)
        return barred is not None and self.is_so(state, barred)

    def _into(self, quantity: str, moved: Mapping[str, int]) -> int:
        return sum(moved.get(name, 0) for name in self._into_each.get(quantity, ()))

    def _flow_possible(self, flow: Flow, state: State, days: int, moved: Mapping[str, int]) -> bool:
        """Within its bounds; an answering actor stops short of its full rate only at a limit or by a duty."""
        units = moved.get(flow.name, 0)
        least, most = self.most(state, flow.name, days)
        if units < least or (most is not None and units > most):
            return False
        if flow.name not in self.permits.full_flows or units == most:
            return True
        used_up = any(self._into(r.quantity, moved) == r.rate * days for r in self._limits(flow))
        return used_up or self.is_so(self.wait(state, days, moved), self.permits.sated[flow.name])

    def _stops_at_thresholds(self, state: State, days: int) -> bool:
        """What has run out already, and still runs, falls due on the next day; the calendar just goes on."""
        return days == 1 or all(
            state[t.at] + days <= t.limit or (t.always and state[t.at] >= t.limit) or not t.while_(state)
            for t in self._thresholds
        )

    # Every expression is compiled once: the same few are asked of every state.

    @cached_property
    def _places(self) -> dict[str, int]:
        row = (*self.names, DAYS, *(flow.amount for flow in self.world.flows))
        return {name: place for place, name in enumerate(row)}

    @cached_property
    def _may(self) -> dict[str, Reading]:
        return {e.name: self._compiled(conj(e.guard, self.permits.event[e.name])) for e in self.world.events}

    @cached_property
    def _events(self) -> dict[str, _Changes]:
        return {event.name: self._changes(event.effects) for event in self.world.events}

    @cached_property
    def _may_close(self) -> Reading:
        return self._compiled(self.permits.closing)

    @cached_property
    def _closing(self) -> _Changes:
        return self._changes(self.world.closing)

    @cached_property
    def _waiting(self) -> _Changes:
        return self._changes(self.world.waiting)

    @cached_property
    def _thresholds(self) -> list[_Stop]:
        return [
            _Stop(self._places[t.value], t.limit, self._compiled(t.while_), t.while_ == TRUE)
            for t in self.world.thresholds
        ]

    @cached_property
    def _readings(self) -> dict[int, tuple[Expr, Reading]]:
        return {}

    def _read(self, condition: Expr) -> Reading:
        """Found again by identity: comparing long conditions would cost more than reading them."""
        known = self._readings.get(id(condition))
        if known is None:
            known = self._readings[id(condition)] = condition, self._compiled(condition)
        return known[1]

    def _changes(self, effects: Effects) -> _Changes:
        return tuple((self._places[name], self._compiled(value)) for name, value in effects.items())

    def _compiled(self, part: Expr) -> Reading:
        return compiled(part, self._places)


def _changed(state: State, changes: _Changes, row: Values) -> State:
    """Simultaneous: every right side is read from the row before any left side is written."""
    after = list(state)
    for at, reading in changes:
        after[at] = reading(row)
    return tuple(after)
