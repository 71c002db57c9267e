"""Looking at every state, one after the other: slow, and plainly right.

Moves through a world by the micro-steps of `servanda.world.step` alone - one
event, the close of a day, one day's wait with every amount that may flow - and
remembers where it has been.  It knows nothing of norms, votes or interests.
Use it where a world is small; elsewhere it is what the solvers are judged by.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from heapq import heappop, heappush
from itertools import product

from servanda.world.expression import Expr
from servanda.world.run import Run, Segment
from servanda.world.step import Machine, State


@dataclass(frozen=True, slots=True)
class Reached:
    """Bad can be reached: by a run with the fewest days and, among these, the fewest events."""

    run: Run
    states: int


@dataclass(frozen=True, slots=True)
class Exhausted:
    """Bad cannot be reached: these were all the states (up to the last day asked for, if one was)."""

    states: int
    until: int | None


@dataclass(frozen=True, slots=True)
class Stopped:
    """Not known: so many states were looked at, and there are more."""

    states: int
    why: str


Explored = Reached | Exhausted | Stopped


class Hour(Enum):
    """Where in a day one stands.  Bad is looked for at dawn and at night, never in between."""

    DAWN = "dawn"
    DAY = "after an event"
    NIGHT = "after the close"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one can stand: an hour of the day, and a state."""

    hour: Hour
    state: State


@dataclass(frozen=True, slots=True)
class Came:
    """How a spot was come to: from where, by which event or with which units moved (neither: by closing)."""

    before: Spot
    event: str | None = None
    moved: tuple[tuple[str, int], ...] | None = None


Moves = Iterator[tuple[int, int, Spot, Came]]
"""Days and events that a move costs, where it leads, and how."""


def explore(
    machine: Machine, bad: Expr, *, most_states: int, until: int | None = None, start: Spot | None = None
) -> Explored:
    """Whether `bad` can come to hold at a look: at the start, at a dawn, or after a close.

    `start`: where to begin, None for the dawn of day 0.  `until`: the last day
    that is looked at, counted from there, None for no last day.  Stops after
    `most_states` states, and at once where the text leaves a rate open.
    """
    boundless = [flow.name for flow in machine.world.flows if machine.daily_limit(flow.name) is None]
    if any(name not in machine.permits.idle_flows for name in boundless):
        return Stopped(0, f"no rate is stated for {boundless[0]}")
    return _Search(machine, bad, until).run(start or Spot(Hour.DAWN, machine.start()), most_states)


@dataclass
class _Search:
    """One exploration under way: the cheapest spot not yet left is always next."""

    machine: Machine
    bad: Expr
    until: int | None
    came: dict[Spot, Came | None] = field(default_factory=dict)
    best: dict[Spot, tuple[int, int]] = field(default_factory=dict)
    waiting: list[tuple[int, int, int, Spot]] = field(default_factory=list)

    def run(self, start: Spot, most_states: int) -> Explored:
        """Go on until bad is seen, nothing is left, or there is too much."""
        self._reach(0, 0, start, None)
        left = 0
        while self.waiting:
            days, events, _, spot = heappop(self.waiting)
            if self.best[spot] < (days, events):
                continue
            if spot.hour is not Hour.DAY and self.machine.is_so(spot.state, self.bad):
                return Reached(self._told(spot), len(self.came))
            left += 1
            if left > most_states:
                return Stopped(left, "too many states")
            for more_days, more_events, there, came in self._moves(spot, days):
                self._reach(days + more_days, events + more_events, there, came)
        return Exhausted(left, self.until)

    def _reach(self, days: int, events: int, spot: Spot, came: Came | None) -> None:
        known = self.best.get(spot)
        if known is None or (days, events) < known:
            self.best[spot] = days, events
            self.came[spot] = came
            heappush(self.waiting, (days, events, len(self.came), spot))

    def _moves(self, spot: Spot, days: int) -> Moves:
        if spot.hour is Hour.NIGHT:
            if self.until is None or days < self.until:
                yield from self._waits(spot)
            return
        for event in self.machine.world.events:
            if self.machine.can_occur(spot.state, event):
                there = Spot(Hour.DAY, self.machine.occur(spot.state, event))
                yield 0, 1, there, Came(spot, event=event.name)
        if self.machine.can_close(spot.state):
            yield 0, 0, Spot(Hour.NIGHT, self.machine.close(spot.state)), Came(spot)

    def _waits(self, spot: Spot) -> Moves:
        """One day, with every amount that every flow may move on it."""
        names = [flow.name for flow in self.machine.world.flows]
        spans = [self.machine.most(spot.state, name, 1) for name in names]
        for units in product(*(range(least, (most or 0) + 1) for least, most in spans)):
            moved = dict(zip(names, units, strict=True))
            if self.machine.can_wait(spot.state, 1, moved):
                there = Spot(Hour.DAWN, self.machine.wait(spot.state, 1, moved))
                yield 1, 0, there, Came(spot, moved=tuple((n, u) for n, u in moved.items() if u))

    def _told(self, spot: Spot) -> Run:
        steps: list[Came] = []
        came = self.came[spot]
        while came is not None:
            steps.append(came)
            came = self.came[came.before]
        return Run(_joined(_by_day(reversed(steps))), at_close=spot.hour is Hour.NIGHT)


def _by_day(steps: Iterable[Came]) -> Iterator[Segment]:
    """One segment for day 0, and one for each day that was waited for."""
    today = Segment(0, (), ())
    for step in steps:
        if step.event is not None:
            today = replace(today, events=(*today.events, step.event))
        elif step.moved is not None:
            yield today
            today = Segment(1, step.moved, ())
    yield today


def _joined(days: Iterable[Segment]) -> tuple[Segment, ...]:
    """Days on which nothing is done and nothing moves are part of the wait for the next."""
    found: list[Segment] = []
    for day in days:
        quiet = len(found) > 1 and not found[-1].events and not found[-1].moved and not day.moved
        wait = found.pop().wait if quiet else 0
        found.append(replace(day, wait=wait + day.wait))
    return tuple(found)
