"""Reductions: acts that bring a quantity down to a number, done once.

What is reduced is at its number at the close of the day on which the act is
done, so that of several who reduce on one day nobody is first; where it is
known how many units can go a day, not before so many days have passed as that
takes.  What is there already need not be reduced.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from servanda.agreement.event import Act, ActKind
from servanda.agreement.quantity import Amount, Comparison, Condition, Holding, Order, Term
from servanda.world.build import CLOSE, Moment, Scaffold
from servanda.world.expression import (
    FALSE,
    TRUE,
    Expr,
    Var,
    add,
    at_least,
    at_most,
    choice,
    number,
    substitute,
    times,
)
from servanda.world.ground import DOWN_TO, NOBODY, Binding, Fill, doer, event_name, groundings, holding_name, members
from servanda.world.world import Event


@dataclass(frozen=True, slots=True)
class Reduction:
    """One act under one filling: whose holding comes down to how many, at how many units a day (None: any)."""

    kind: ActKind
    fill: Fill
    holding: str
    last: int
    unit: str
    daily: int | None = None

    @property
    def name(self) -> str:
        """The event's name."""
        return f"{event_name(self.kind.name, self.fill)} to {self.last}"


def reduction(scaffold: Scaffold, act: Act, fill: Fill) -> Reduction | None:
    """What an act under a filling brings down; None where it speaks of no number."""
    kind = scaffold.agreement.act_kind(act.kind)
    if kind.lowers is None or act.down_to is None:
        return None
    given = dict(fill)
    thing, holder = given[kind.lowers.kind_slot], given[kind.lowers.holder_slot]
    unit = next(each.unit for each in scaffold.agreement.kinds if each.name == thing)
    last = floor(sum(_worth(scaffold, term, holder) for term in act.down_to.right))
    return Reduction(kind, fill, holding_name(thing, holder), last, unit)


def asked_for(scaffold: Scaffold, kept: Condition, bearer: str, binding: Binding) -> Reduction | None:
    """What has to be brought down so that a limit is kept from a later day on, by the numbers of the file.

    None where nothing has to, or where no act lets the bearer do it; and for limits on several numbers together.
    """
    held = _limited(kept)
    if held is None or members(scaffold.agreement, held.holder, binding) != (bearer,):
        return None
    holding = holding_name(held.kind, bearer)
    there = scaffold.variables.get(holding)
    for kind in scaffold.agreement.acts:
        for fill in groundings(scaffold.agreement, Act(kind.name, (), held.place), NOBODY) if kind.lowers else ():
            given = dict(fill)
            mine = doer(kind, fill) == bearer and kind.lowers is not None
            if (
                mine
                and kind.lowers
                and (given[kind.lowers.kind_slot], given[kind.lowers.holder_slot])
                == (
                    held.kind,
                    bearer,
                )
            ):
                made = reduction(scaffold, Act(kind.name, (), held.place, _strictly(kept)), fill)
                return made if made and there and not there.unstated and there.initial > made.last else None
    return None


def _limited(kept: Condition) -> Holding | None:
    """The one holding that a condition keeps at or below a number."""
    if not isinstance(kept, Comparison) or kept.order not in (Order.AT_MOST, Order.BELOW) or len(kept.left) != 1:
        return None
    held = kept.left[0].of
    fixed = all(not isinstance(term.of, Holding) or term.of.at_signature for term in kept.right)
    return held if isinstance(held, Holding) and kept.left[0].factor == 1 and fixed else None


def _strictly(kept: Condition) -> Comparison | None:
    """``below 300`` is at most 299: things are counted in whole units."""
    if not isinstance(kept, Comparison) or kept.order is Order.AT_MOST:
        return kept if isinstance(kept, Comparison) else None
    less = Term(Fraction(1), Amount(Fraction(-1), None, kept.place))
    return Comparison(kept.left, Order.AT_MOST, (*kept.right, less), kept.place)


def reduce(scaffold: Scaffold, made: Reduction) -> str:
    """The event by which it is done, made where it does not exist yet."""
    if made.name not in scaffold.events:
        there = scaffold.unstated(made.holding)
        fill = (*made.fill, (DOWN_TO, f"{made.last} {made.unit}"))
        guard = _long_enough(scaffold, made, there)
        scaffold.events[made.name] = Event(
            made.name, (doer(made.kind, made.fill),), guard, {}, act=made.kind.name, fill=fill
        )
        today = f"{made.name}: today"
        scaffold.variable(today, False)
        scaffold.set(Moment(made.name), today, TRUE)
        scaffold.reductions.setdefault(made.holding, []).append((made.last, today))
    return made.name


def settle(scaffold: Scaffold) -> None:
    """At the close of the day what was reduced is down; of several numbers for one holding, to the lowest."""
    for holding, made in scaffold.reductions.items():
        for last, today in sorted(made, reverse=True):
            scaffold.set(Moment(CLOSE, Var(today)), holding, _down(Var(holding), last))
            scaffold.set(Moment(CLOSE, Var(today)), today, FALSE)


def counting_today(scaffold: Scaffold, kept: Expr) -> Expr:
    """A state that is to be kept, what has been reduced today being down already."""
    down: dict[str, Expr] = {}
    for holding, made in scaffold.reductions.items():
        for last, today in sorted(made, reverse=True):
            there = down.get(holding, Var(holding))
            down[holding] = choice(Var(today), _down(Var(holding), last), there)
    return substitute(kept, down)


def _down(there: Expr, last: int) -> Expr:
    return choice(at_most(there, number(last)), there, number(last))


def is_there(scaffold: Scaffold, made: Reduction) -> Expr:
    """Whether the number is reached, whoever has brought it about."""
    return at_most(scaffold.unstated(made.holding), number(made.last))


def reductions(events: Iterable[Event], kind: ActKind, fill: Fill, last: int | None = None) -> list[str]:
    """The reductions that an act speaks of: down to a number, or to any."""
    wanted = set(fill)
    found = [event for event in events if event.act == kind.name and wanted < set(event.fill)]
    return [e.name for e in found if last is None or dict(e.fill)[DOWN_TO].split()[0] == str(last)]


def _long_enough(scaffold: Scaffold, made: Reduction, there: Expr) -> Expr:
    """At so many units a day it takes so many days from the first, counted from what is there at signature."""
    if made.daily is None:
        return TRUE
    held = scaffold.variables[made.holding]
    begun = there if held.unstated else number(int(held.initial))
    return at_least(times(made.daily, scaffold.clock()), add(begun, number(-made.last)))


def _worth(scaffold: Scaffold, term: Term, holder: str) -> Fraction:
    """A plain number, or a share of what was there at signature."""
    if not isinstance(term.of, Holding):
        return term.factor * term.of.number
    names = members(scaffold.agreement, term.of.holder, Binding(speaker=holder))
    return term.factor * sum(int(scaffold.variables[holding_name(term.of.kind, name)].initial) for name in names)
