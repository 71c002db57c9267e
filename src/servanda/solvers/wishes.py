"""Which wishes cannot all be met: smallest sets, from which none can be left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import z3

from servanda.agreement.quantity import Order
from servanda.questions.wishes import ComesFirst, IsBounded, IsSo, Wish

MOST = 20
"""Sets that are told; a text with more has no common ground to speak of."""


def conflicts(wishes: Sequence[Wish]) -> Iterator[tuple[Wish, ...]]:
    """Smallest sets of wishes that contradict each other, each with a wish that no earlier set had."""
    rest = list(wishes)
    for _ in range(MOST):
        core = _smallest(rest)
        if not core:
            return
        yield tuple(core)
        rest.remove(core[-1])


def _smallest(wishes: list[Wish]) -> list[Wish]:
    """One smallest set; what stands later is left out first. Empty where all can be met."""
    if not _clash(wishes):
        return []
    kept = list(wishes)
    for wish in reversed(wishes):
        without = [each for each in kept if each is not wish]
        if _clash(without):
            kept = without
    return kept


def _clash(wishes: Sequence[Wish]) -> bool:
    solver = z3.SolverFor("QF_LRA")
    solver.add(*(_formula(each) for each in wishes))
    return bool(solver.check() == z3.unsat)


def _formula(wish: Wish) -> z3.BoolRef:
    match wish:
        case IsSo(about=about, so=so):
            return z3.Bool(about) if so else z3.Not(z3.Bool(about))
        case IsBounded(about=about, order=order, number=number):
            value, bound = z3.Real(f"how many: {about}"), z3.RealVal(str(Fraction(number).limit_denominator(10**6)))
            return _ordered(value, order, bound)
        case ComesFirst(first=first, then=then):
            return z3.Real(f"when: {first}") < z3.Real(f"when: {then}")


def _ordered(value: z3.ArithRef, order: Order, bound: z3.ArithRef) -> z3.BoolRef:
    by_order = {
        Order.AT_MOST: value <= bound, Order.BELOW: value < bound, Order.AT_LEAST: value >= bound,
        Order.ABOVE: value > bound, Order.EQUAL: value == bound,
    }  # fmt: skip
    return by_order[order]
