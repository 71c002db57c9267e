"""What is owed each time: several copies of one duty, each for one occasion.

A copy is set off where those before it are taken; an act is for the occasion
that has waited longest.
"""

from __future__ import annotations

from dataclasses import replace

from servanda.agreement.norm import Within
from servanda.world.expression import TRUE, Expr, Var, add, at_least, conj, neg, number
from servanda.world.lines import COPIES, Line, armed


def its_turn(line: Line) -> Expr:
    """Whether an act of the bearer is for this copy's occasion: no other has waited longer."""
    if not line.duty.each_time:
        return TRUE
    return conj(*(neg(conj(Var(armed(other)), _waited_longer(other, line))) for other in _others(line)))


def its_occasion(line: Line) -> Expr:
    """Whether a fresh occasion falls to this copy: all before it are taken."""
    before = [other for other in _others(line) if other.copy < line.copy] if line.duty.each_time else []
    return conj(*(Var(armed(other)) for other in before))


def _others(line: Line) -> list[Line]:
    return [replace(line, copy=copy) for copy in range(1, COPIES + 1) if copy != line.copy]


def _waited_longer(one: Line, other: Line) -> Expr:
    """Of two that wait, whether the first is older; equally old, whether it stands before."""
    if not isinstance(one.duty.timing, Within):
        return TRUE if one.copy < other.copy else neg(TRUE)
    older = 0 if one.copy < other.copy else 1
    return at_least(Var(f"{one.name}: age"), add(Var(f"{other.name}: age"), number(older)))
