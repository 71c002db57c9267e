"""States that a world really comes to: some hundred rounds lived at random, always the same ones.

They show what is not always true, so that the quick prover need not be asked
about it; they prove nothing.  A round is a round of `servanda.solvers.relation`:
each event once or not at all, then perhaps the close and a wait.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from servanda.solvers.features import atoms
from servanda.solvers.relation import Relation
from servanda.world.compiled import Reading, compiled
from servanda.world.expression import Expr, Linear, NotNegative, Value, conj
from servanda.world.world import DAYS, Effects, Flow, World

Row = tuple[Value, ...]
Dice = Callable[[int], int]
"""A number below the given one."""
Changes = tuple[tuple[int, Reading], ...]

_LONGEST = 14
"""Rounds of one life: longer ones rarely show anything that several short ones do not."""
_WAIT = 60
"""Days of a wait that nothing bounds."""
_BEGINNINGS = 20
"""Numbers tried for what is not stated before a life begins with none."""
_MOVED = 1_000
"""Units a day of a flow that nothing bounds."""


def samples(relation: Relation, over: Expr, rounds: int) -> list[Row]:
    """Different states within so many rounds, in the order of `World.variables`; none once `over` holds.

    One life after the other: every other one begins on day 0, the rest where an earlier one has been.
    """
    life, dice, spent = Life(relation, over), _dice(), 0
    found: dict[Row, None] = {life.start: None}
    while spent < rounds:
        state: Row | None = (life.begin(dice), list(found)[dice(len(found))])[spent % 2]
        habits = Habits.drawn(len(relation.world.events), dice)
        for _ in range(_LONGEST):
            spent += 1
            state = life.round(state, habits, dice) if state is not None else None
            if state is None or life.ends(state):
                break
            found[state] = None
    return list(found)


def _dice() -> Dice:
    """The same throws every time (Knuth's multiplier): answers must be reproducible."""
    seed = 20_250_110

    def _throw(below: int) -> int:
        nonlocal seed
        seed = (seed * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % (1 << 64)
        return (seed >> 33) % below

    return _throw


@dataclass(frozen=True, slots=True)
class Habits:
    """How one life is led, in tenths: how often an event is taken up, a day closed, a wait longest, a flow fullest."""

    acts: tuple[int, ...]
    closes: int
    longest: int
    fullest: int

    @classmethod
    def drawn(cls, events: int, dice: Dice) -> Habits:
        """Some habits."""
        acts = tuple((0, 3, 8, 10)[dice(4)] for _ in range(events))
        return cls(acts, 5 + dice(6), dice(11), (0, 5, 10, 10)[dice(4)])


@dataclass(frozen=True)
class Life:
    """A world ready to be lived in: every expression is looked up once."""

    relation: Relation
    over: Expr

    @property
    def world(self) -> World:
        """What is lived in."""
        return self.relation.world

    @cached_property
    def start(self) -> Row:
        """Day 0."""
        return tuple(variable.initial for variable in self.world.variables)

    def begin(self, dice: Dice) -> Row:
        """Day 0, with some number for each that is not stated."""
        if not any(variable.unstated for variable in self.world.variables):
            return self.start
        for _ in range(_BEGINNINGS):
            row = tuple(
                self._numbers[dice(len(self._numbers))] if v.unstated else v.initial for v in self.world.variables
            )
            if self._begins(row):
                return row
        return self.start

    @cached_property
    def _begins(self) -> Reading:
        return self._reading(self.relation.permits.beginning)

    @cached_property
    def _numbers(self) -> tuple[int, ...]:
        """Numbers that bad and the duties speak of, and their neighbours: worth beginning with."""
        roots = [self.relation.reach.bad, *(norm.missed for norm in self.world.norms)]
        lines = [part.of for root in roots for part in atoms(root) if isinstance(part, NotNegative)]
        edges = {abs(line.constant) // max(1, abs(line.terms[0][0])) for line in lines if isinstance(line, Linear)}
        return tuple(sorted({max(0, edge + step) for edge in {0, 100, *edges} for step in (-1, 0, 1)}))

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each variable stands in a row, and after them the days passed and the units moved."""
        names = [v.name for v in self.world.variables]
        return {name: at for at, name in enumerate([*names, DAYS, *(f.amount for f in self.world.flows)])}

    @cached_property
    def ends(self) -> Reading:
        """Whether nothing further is of interest."""
        return self._reading(self.over)

    def _reading(self, part: Expr) -> Reading:
        return compiled(part, self.places)

    def _changes(self, effects: Effects) -> Changes:
        return tuple((self.places[name], self._reading(value)) for name, value in effects.items())

    @cached_property
    def _acts(self) -> list[tuple[Reading, Changes]]:
        permitted = self.relation.permits.event
        return [
            (self._reading(conj(event.guard, permitted[event.name])), self._changes(event.effects))
            for event in self.world.events
        ]

    @cached_property
    def _closes(self) -> tuple[Reading, Changes]:
        return self._reading(self.relation.permits.closing), self._changes(self.world.closing)

    @cached_property
    def _waits(self) -> Changes:
        return self._changes(self.world.waiting)

    @cached_property
    def _stops(self) -> list[tuple[int, int, Reading]]:
        return [(self.places[t.value], t.limit, self._reading(t.while_)) for t in self.world.thresholds]

    @cached_property
    def _flows(self) -> list[tuple[Flow, int | None, Reading | None, Reading | None]]:
        permits, only = self.relation.permits, self.relation.reach.only_flows
        return [
            (
                flow,
                self.relation.rate(flow),
                self._reading(permits.full_flows[flow.name]) if flow.name in permits.full_flows else None,
                self._reading(permits.barred_flows[flow.name]) if flow.name in permits.barred_flows else None,
            )
            for flow in self.world.flows
            if flow.name not in permits.idle_flows and (only is None or flow.name in only)
        ]

    @cached_property
    def _dawns(self) -> Reading:
        """Whether a day may begin like that."""
        return self._reading(self.relation.permits.dawn)

    def round(self, state: Row, habits: Habits, dice: Dice) -> Row | None:
        """The state after a round; None where the day cannot be closed."""
        row = list(state)
        for (possible, changes), often in zip(self._acts, habits.acts, strict=True):
            if dice(10) < often and possible(row):
                _assign(row, changes)
        if dice(10) >= habits.closes:
            return tuple(row)
        may, marks = self._closes
        if not may(row) and not self._made_up_for(row, dice):
            return None
        _assign(row, marks)
        return self._dawn(row, habits, dice)

    def _made_up_for(self, row: list[Value], dice: Dice) -> bool:
        """Events in turn, from a random one on, until the day can be closed."""
        acts, may = self._acts, self._closes[0]
        first = dice(len(acts)) if acts else 0
        for possible, changes in (*acts[first:], *acts[:first]):
            if possible(row):
                _assign(row, changes)
                if may(row):
                    return True
        return False

    def _dawn(self, row: list[Value], habits: Habits, dice: Dice) -> Row | None:
        """The end of a wait; None where a day may not begin like that."""
        most = min((limit - row[at] for at, limit, runs in self._stops if row[at] < limit and runs(row)), default=_WAIT)
        days = most if dice(10) < habits.longest else 1 + dice(most)
        later = self._after(row, days, habits, dice)
        return later if self._dawns(later) else None

    def _after(self, row: list[Value], days: int, habits: Habits, dice: Dice) -> Row:
        extended = [*row, days, *(0 for _ in self.world.flows)]
        left = {limit.quantity: limit.rate * days for limit in self.world.rise_limits}
        for flow, rate, full, barred in self._flows:
            most = days * (_MOVED if rate is None else rate)
            if full is not None:
                units = most if full(row) else 0
            elif barred is not None and barred(row):
                units = 0
            else:
                units = min(_some(most, habits.fullest, dice), left.get(flow.quantity, most))
            left[flow.quantity] = left.get(flow.quantity, units) - units
            extended[self.places[flow.amount]] = units
        _assign(extended, self._waits)
        return tuple(extended[: len(self.start)])


def _some(most: int, fullest: int, dice: Dice) -> int:
    return most if dice(10) < fullest else (0, dice(most + 1))[dice(2)]


def _assign(row: list[Value], changes: Changes) -> None:
    """Every right side is read before any left side is written."""
    values = [value(row) for _, value in changes]
    for (at, _), value in zip(changes, values, strict=True):
        row[at] = value
