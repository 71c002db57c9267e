"""From when something is to be kept or left undone: not before a day, only after an act or another clause."""

from __future__ import annotations

from servanda.agreement.norm import ByDate, NotBefore, Within
from servanda.world.build import WAIT, Moment, Scaffold
from servanda.world.expression import TRUE, Expr, Var, add, at_least, at_most, choice, conj, neg, number
from servanda.world.ground import day_of
from servanda.world.lines import Line
from servanda.world.requirements import needs
from servanda.world.triggers import Ledger
from servanda.world.world import DAYS, Threshold


def has_begun(ledger: Ledger, line: Line, running: Expr) -> Expr:
    """Whether a duty to keep or to refrain has begun to bind; `running`: it has been set off."""
    need = needs(ledger, line.clause.number, line.duty, line.bearer, line.binding)
    for requirement in line.duty.requires:
        if isinstance(requirement, NotBefore):
            ledger.scaffold.stop_at(max(0, day_of(ledger.scaffold.agreement, requirement.moment)))
    return conj(need.counts, need.due, _since(ledger.scaffold, line, running))


def is_dated(line: Line) -> bool:
    """Whether it is known from the start from which day on something is to be kept."""
    return isinstance(line.duty.timing, ByDate | Within) or any(isinstance(e, NotBefore) for e in line.duty.requires)


def _since(scaffold: Scaffold, line: Line, running: Expr) -> Expr:
    """``by 2018-02-05``, ``within 60 days``: what is to be kept is to be so from the last day on."""
    match line.duty.timing:
        case ByDate(moment=moment):
            day = day_of(scaffold.agreement, moment)
            if day <= 0:
                return TRUE
            scaffold.stop_at(day)
            return at_least(scaffold.clock(), number(day))
        case Within(days=days) if days > 0:
            return _running_for(scaffold, f"{line.name}: days since", running, days)
    return TRUE


def _running_for(scaffold: Scaffold, name: str, running: Expr, days: int) -> Expr:
    last = number(days)
    later = add(scaffold.variable(name, 0, 0, days), Var(DAYS))
    counted = choice(at_most(later, last), later, last)
    scaffold.set(Moment(WAIT), name, choice(running, counted, number(0)))
    scaffold.thresholds.append(Threshold(name, days, conj(running, neg(at_least(Var(name), last)))))
    return at_least(Var(name), last)
