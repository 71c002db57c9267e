"""Conditions of a text as expressions over the world's variables."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import lcm

from servanda.agreement.party import Group, Quantifier, Who
from servanda.agreement.quantity import (
    Amount,
    Both,
    Comparison,
    Condition,
    Either,
    Holding,
    Not,
    Order,
    Term,
)
from servanda.world.acts import holding_name
from servanda.world.build import Scaffold
from servanda.world.expression import Expr, Var, add, at_least, conj, disj, neg, number, times
from servanda.world.ground import Binding, members


def expression(scaffold: Scaffold, condition: Condition, binding: Binding) -> Expr:
    """The condition under a binding.  A holding of several people means each of them."""
    match condition:
        case Comparison():
            each = [_comparison(scaffold, one, binding) for one in _one_by_one(scaffold, condition, binding)]
            return conj(*each)
        case Both(parts):
            return conj(*(expression(scaffold, part, binding) for part in parts))
        case Either(parts):
            return disj(*(expression(scaffold, part, binding) for part in parts))
        case Not(part):
            return neg(expression(scaffold, part, binding))


def _one_by_one(scaffold: Scaffold, comparison: Comparison, binding: Binding) -> list[Comparison]:
    """The comparison for every one of "each of the others": they are not added up."""
    lefts = _each(scaffold, comparison.left, binding)
    rights = _each(scaffold, comparison.right, binding)
    return [replace(comparison, left=left, right=right) for left in lefts for right in rights]


def _each(scaffold: Scaffold, terms: tuple[Term, ...], binding: Binding) -> list[tuple[Term, ...]]:
    return list(product(*(_readings(scaffold, term, binding) for term in terms)))


def _readings(scaffold: Scaffold, term: Term, binding: Binding) -> list[Term]:
    """A term for every holder, where each is meant; else the term as it stands."""
    if not isinstance(term.of, Holding) or term.of.holder.quantifier is not Quantifier.EACH:
        return [term]
    holding = term.of
    names = members(scaffold.agreement, holding.holder, binding)
    one = [Who(Quantifier.ONE, Group.NAMED, name, holding.place) for name in names]
    return [replace(term, of=replace(holding, holder=holder)) for holder in one]


def _comparison(scaffold: Scaffold, comparison: Comparison, binding: Binding) -> Expr:
    terms = comparison.left + comparison.right
    scale = lcm(*(_denominator(term) for term in terms))
    left = add(*(_term(scaffold, term, scale, binding) for term in comparison.left))
    right = add(*(_term(scaffold, term, scale, binding) for term in comparison.right))
    match comparison.order:
        case Order.AT_MOST:
            return at_least(right, left)
        case Order.AT_LEAST:
            return at_least(left, right)
        case Order.BELOW:
            return neg(at_least(left, right))
        case Order.ABOVE:
            return neg(at_least(right, left))
        case Order.EQUAL:
            return conj(at_least(left, right), at_least(right, left))


def _denominator(term: Term) -> int:
    if isinstance(term.of, Amount):
        return (term.factor * term.of.number).denominator
    return term.factor.denominator


def _term(scaffold: Scaffold, term: Term, scale: int, binding: Binding) -> Expr:
    if isinstance(term.of, Amount):
        return number(_whole(term.factor * term.of.number * scale))
    factor, names = _whole(term.factor * scale), holdings(scaffold, term.of, binding)
    if term.of.at_signature:
        return add(*(times(factor, number(int(scaffold.variables[name].initial))) for name in names))
    return add(*(times(factor, Var(name)) for name in names))


def _whole(value: Fraction) -> int:
    """A number that was scaled by the common denominator.  ValueError if it was not."""
    if value.denominator != 1:
        raise ValueError(f"{value} is not whole")
    return value.numerator


def holdings(scaffold: Scaffold, holding: Holding, binding: Binding) -> tuple[str, ...]:
    """The variables of a holding; made, starting at any number, where no stock is stated."""
    names = []
    for holder in members(scaffold.agreement, holding.holder, binding):
        name = holding_name(holding.kind, holder)
        scaffold.unstated(name)
        names.append(name)
    return tuple(names)


def mentioned(condition: Condition) -> tuple[Holding, ...]:
    """The holdings a condition speaks of, in order."""
    match condition:
        case Comparison(left=left, right=right):
            return tuple(term.of for term in left + right if isinstance(term.of, Holding))
        case Both(parts) | Either(parts):
            return tuple(item for part in parts for item in mentioned(part))
        case Not(part):
            return mentioned(part)
