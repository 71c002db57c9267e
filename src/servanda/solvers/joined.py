"""A proof put together of proofs: what two have shown, and what ties them, may shut out what neither speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import z3

from servanda.questions.answer import Certificate
from servanda.questions.question import Reach
from servanda.solvers.certificate import invariant, whole
from servanda.solvers.relation import formula, fresh, slots_of
from servanda.solvers.slice import sliced
from servanda.world.expression import Expr, Var, conj, not_negative, variables
from servanda.world.world import World


def joined(world: World, reach: Reach, shown: Sequence[Certificate], tie: Expr) -> Certificate:
    """A certificate that is still to be checked: all that was shown, and the tie, over the part they speak of."""
    shown = [whole(each) for each in shown]
    named = frozenset(name for each in shown for name in each.variables) | variables(tie)
    part = sliced(world, replace(reach, bad=conj(reach.bad, *mentioned(world, named))), narrow=False)
    symbols = fresh(part, "")
    slots = slots_of(part)
    said = z3.And(*(invariant(each, symbols) for each in shown), formula(tie, symbols))
    text = z3.substitute(said, *((symbols[name], slots[name]) for name in slots)).sexpr()
    return Certificate(part, text, tuple(slots))


def mentioned(world: World, names: frozenset[str]) -> list[Expr]:
    """One condition on each of some variables: a question that has them in it is about a part that has them, too."""
    found: list[Expr] = []
    for variable in world.variables:
        if variable.name in names:
            here = Var(variable.name)
            found.append(here if isinstance(variable.initial, bool) else not_negative(here))
    return found
