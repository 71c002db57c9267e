"""On what footing a duty stands: whether it binds now, its two marks, and the price of its breach."""

from __future__ import annotations

from servanda.agreement.norm import Release
from servanda.world.build import Scaffold
from servanda.world.exceptions import excused
from servanda.world.expression import FALSE, TRUE, Expr, conj, neg
from servanda.world.lines import Line, armed, released
from servanda.world.onset import has_begun
from servanda.world.triggers import Ledger


def in_force(ledger: Ledger, line: Line) -> Expr:
    """Standing, and begun."""
    triggered = ledger.scaffold.variable(armed(line), False) if line.rules.upon else TRUE
    return conj(stands(ledger, line), has_begun(ledger, line, triggered))


def stands(ledger: Ledger, line: Line) -> Expr:
    """Standing: its clause binds the bearer (or did when it was set off), and it is not released."""
    scaffold = ledger.scaffold
    free = scaffold.variable(released(line), False) if can_be_released(scaffold, line) else FALSE
    triggered = scaffold.variable(armed(line), not line.rules.upon) if line.rules.upon else TRUE
    within = binds(ledger, line)
    if line.rules.upon:
        within = ledger.force.remains(scaffold, line.clause.number, line.bearer, set_off=True)
    return conj(triggered, within, neg(free), neg(excused(ledger, line)))


def binds(ledger: Ledger, line: Line) -> Expr:
    """Its clause binds the bearer today."""
    return ledger.force.binds(ledger.scaffold, line.clause.number, line.bearer)


def can_be_released(scaffold: Scaffold, line: Line) -> bool:
    """Whether some clause can let the bearer off."""
    return any(
        isinstance(statement, Release) and statement.clause == line.clause.number
        for clause in scaffold.agreement.clauses
        for rules in clause.rules
        for statement in rules.statements
    )


def marks(scaffold: Scaffold, line: Line) -> tuple[str, str]:
    """The variables of its two marks: *wilful*, *prevented*."""
    wilful, prevented = f"{line.name}: wilful", f"{line.name}: prevented"
    scaffold.variable(wilful, False)
    scaffold.variable(prevented, False)
    return wilful, prevented


def priced(ledger: Ledger, line: Line, missed: Expr) -> Expr:
    """When a duty is missed: never, where its price is owed instead, which then falls due."""
    if (line.clause.number, line.bearer) not in ledger.priced:
        return missed
    ledger.lapsed[line.name] = missed
    return FALSE
