"""Duties of each month: when a month's time is up, and how the next month's begins."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.agreement.norm import Monthly
from servanda.world.build import CLOSE, Moment, Scaffold
from servanda.world.expression import TRUE, Expr, Var, at_least, at_most, conj, disj, number
from servanda.world.lines import Line, armed
from servanda.world.months import last_days


def month_is_up(scaffold: Scaffold, timing: Monthly) -> Expr:
    """Whether today is the last day of a month's time."""
    days = last_days(scaffold.agreement, timing)
    for day in days:
        scaffold.stop_at(day)
    return _one_of(scaffold, days)


def next_month(scaffold: Scaffold, line: Line, timing: Monthly, performed: Iterable[Moment]) -> None:
    """At the close of such a day the next month's duty begins, whether or not this one's was done."""
    course = f"{line.name}: in course"
    scaffold.variable(course, False)
    for moment in performed:
        scaffold.set(moment, course, TRUE)
    up = _one_of(scaffold, last_days(scaffold.agreement, timing)[:-1])
    scaffold.set(Moment(CLOSE, conj(up, disj(Var(armed(line)), Var(course)))), armed(line), TRUE)


def _one_of(scaffold: Scaffold, days: Iterable[int]) -> Expr:
    today = scaffold.clock()
    return disj(*(conj(at_least(today, number(day)), at_most(today, number(day))) for day in days))
