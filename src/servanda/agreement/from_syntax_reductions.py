"""Acts that bring a number down: ``reduce its battle tanks to 300 tanks``."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from servanda.agreement import complain_values
from servanda.agreement.event import Act
from servanda.agreement.from_syntax_conditions import in_units, terms, units_agree
from servanda.agreement.party import Group, Quantifier, Who
from servanda.agreement.quantity import Comparison, Holding, Order, Term
from servanda.agreement.scope import Scope
from servanda.syntax import tree as t


def down_to(scope: Scope, act: Act, node: t.DoNode) -> Act | None:
    """The act with the number that it comes down to; says so where it lowers nothing, or nothing named."""
    kind = scope.acts[act.kind]
    right = terms(scope, node.to)
    if right is None:
        return None
    thing = act.filler(kind.lowers.kind_slot) if kind.lowers else None
    if kind.lowers is None or not isinstance(thing, str):
        lowering = [" ".join(each.verb) for each in scope.acts.values() if each.lowers is not None]
        complain_values.lowers_nothing(scope.complaints, node.phrase.text, scope.place(node.phrase), lowering)
        return None
    if any(isinstance(term.of, Holding) and not term.of.at_signature for term in right):
        complain_values.moving_target(scope.complaints, scope.place(node.phrase))
        return None
    holder = act.filler(kind.lowers.holder_slot)
    whose = holder if isinstance(holder, Who) else Who(Quantifier.ONE, Group.OWN, None, act.place)
    left: tuple[Term, ...] = (Term(Fraction(1), Holding(thing, whose, act.place)),)
    if not units_agree(scope, (*left, *right)):
        return None
    left, right = in_units(scope, left, right)
    return replace(act, down_to=Comparison(left, Order.AT_MOST, right, act.place))
