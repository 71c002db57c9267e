"""The scaffold on which a world is put together.

Clauses add variables, events and *moments* (points at which something
happens, with a condition), and say what is set at which moment; `finished`
folds all that into simultaneous effects.  Later settings win over earlier ones
at the same moment, so what falls due overrides what was just discharged.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from servanda.agreement.agreement import Agreement
from servanda.agreement.event import Act
from servanda.world.expression import (
    FALSE,
    TRUE,
    Expr,
    Value,
    Var,
    add,
    at_least,
    at_most,
    choice,
    conj,
    disj,
    neg,
    number,
)
from servanda.world.ground import Binding, last_date
from servanda.world.world import (
    DAYS,
    Actor,
    Decision,
    Event,
    Flow,
    Norm,
    RiseLimit,
    Stake,
    Threshold,
    Variable,
    World,
)

CLOSE = "close of the day"
WAIT = "wait"
CLOCK = "day"


@dataclass(frozen=True, slots=True)
class Moment:
    """Something happens at `place` (an event's name, or CLOSE), if `when` holds just before."""

    place: str
    when: Expr = TRUE


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as built: what to refer to, and when it is adopted."""

    decision: Decision
    adopted: tuple[Moment, ...]
    consents: dict[str, str]  # decider -> event
    refusals: dict[str, str]
    age: str | None


@dataclass(frozen=True, slots=True)
class Setting:
    """`variable` becomes `value` at a moment."""

    when: Expr
    value: Expr


@dataclass
class Scaffold:
    """What has been put together so far.  Lives only while one world is built."""

    agreement: Agreement
    actors: list[Actor] = field(default_factory=list)
    variables: dict[str, Variable] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    flows: dict[str, Flow] = field(default_factory=dict)
    rise_limits: list[RiseLimit] = field(default_factory=list)
    norms: dict[str, Norm] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    stakes: list[Stake] = field(default_factory=list)
    thresholds: list[Threshold] = field(default_factory=list)
    settings: dict[str, dict[str, list[Setting]]] = field(default_factory=dict)
    reductions: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """For each holding, the numbers it can be brought down to, and the variables that say it is done today."""
    bound: dict[Act, tuple[tuple[Binding, Act], ...]] = field(default_factory=dict)
    """What each act can mean as a trigger, found once."""
    over: Expr = FALSE
    last_day: Expr | None = None
    period_end: Expr | None = None
    extended: bool = False
    tail: int = 0

    @property
    def term(self) -> int | None:
        """The last day in force, None without end, or where that is for somebody to bring about."""
        return None if self.extended else self.agreement.header.lasts_days

    def variable(self, name: str, initial: Value, lowest: int | None = None, highest: int | None = None) -> Expr:
        """A new variable (or the one of that name that exists already)."""
        self.variables.setdefault(name, Variable(name, initial, lowest, highest))
        return Var(name)

    def unstated(self, name: str) -> Expr:
        """A number of which the text does not say how it starts (or the variable of that name that exists already)."""
        self.variables.setdefault(name, Variable(name, 0, 0, unstated=True))
        return Var(name)

    def set(self, moment: Moment, name: str, value: Expr) -> None:
        """At `moment`, the variable becomes `value`."""
        if moment.when != neg(TRUE):
            self.settings.setdefault(moment.place, {}).setdefault(name, []).append(Setting(moment.when, value))

    def ends_at(self, place: str, name: str) -> Expr:
        """Whether something that runs comes to its end at a moment, by what has been said so far."""
        given = self.settings.get(place, {}).get(name, [])
        return disj(*(setting.when for setting in given if setting.value == FALSE))

    def clock(self) -> Expr:
        """The day, counted from the day the text takes effect; made when first asked for."""
        if CLOCK not in self.variables:
            last = self.term + self.tail if self.term is not None else last_date(self.agreement)
            self.variable(CLOCK, 0, 0, last + 1)
            later = add(Var(CLOCK), Var(DAYS))
            self.set(Moment(WAIT), CLOCK, choice(at_most(later, number(last)), later, number(last + 1)))
            if self.term is not None:
                self.thresholds.append(Threshold(CLOCK, self.term))
        return Var(CLOCK)

    def stop_at(self, day: int) -> None:
        """No wait jumps past a day of the calendar."""
        self.clock()
        stop = Threshold(CLOCK, day)
        if stop not in self.thresholds:
            self.thresholds.append(stop)

    def in_term(self) -> Expr:
        """Whether the agreement is in force today (the day of expiry counts)."""
        within = TRUE if self.term is None else at_most(self.clock(), number(self.term))
        return conj(within, neg(self.over))

    def timer(self, name: str, running: Expr, limit: int, still: Expr = FALSE) -> Expr:
        """A count of days while `running`, back to zero whenever it does not run; it stands while `still` holds."""
        age = self.variable(name, 0, 0, limit)
        counted = choice(still, age, add(age, Var(DAYS)))
        self.set(Moment(WAIT), name, choice(running, counted, number(0)))
        self.thresholds.append(Threshold(name, limit, conj(running, neg(still))))
        return age

    def effects_at(self, place: str, among: frozenset[str] | None = None) -> dict[str, Expr]:
        """The effects gathered for an event, for CLOSE or for WAIT; `among`: only on these variables."""
        given = self.settings.get(place, {})
        names = given if among is None else [name for name in given if name in among]
        return {name: _fold(name, given[name]) for name in names}

    def finished(self) -> World:
        """The world, all settings folded into effects."""
        events = tuple(replace(event, effects=self.effects_at(name)) for name, event in self.events.items())
        return World(
            actors=tuple(self.actors),
            variables=tuple(self.variables.values()),
            events=events,
            flows=tuple(self.flows.values()),
            rise_limits=tuple(self.rise_limits),
            norms=tuple(self.norms.values()),
            decisions=tuple(self.decisions.values()),
            stakes=tuple(self.stakes),
            closing=self.effects_at(CLOSE),
            waiting=self.effects_at(WAIT),
            thresholds=tuple(self.thresholds),
            term=self.term,
        )


def _fold(name: str, given: list[Setting]) -> Expr:
    value: Expr = Var(name)
    for setting in given:
        value = choice(setting.when, setting.value, value)
    return value


def due(age: Expr, limit: int) -> Expr:
    """Whether a timer has reached its limit."""
    return at_least(age, number(limit))
