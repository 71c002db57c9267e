"""z3 terms made straight away, without the checks of sorts and contexts that z3's own constructors repeat each time.

A question makes some ten thousand terms of which everything is known that these
checks would find out; with them, making terms takes longer than solving.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import z3

Term = Any
"""A z3 expression (the library is untyped)."""


def both(terms: list[Term]) -> Term:
    """All of some truth values."""
    return _joined(z3.Z3_mk_and, terms)


def either(terms: list[Term]) -> Term:
    """At least one of some truth values."""
    return _joined(z3.Z3_mk_or, terms)


def _joined(make: Callable[..., Any], terms: list[Term]) -> Term:
    context = z3.main_ctx()
    return z3.BoolRef(make(context.ref(), len(terms), _row(terms)), context)


def opposite(term: Term) -> Term:
    """Not a truth value."""
    context = z3.main_ctx()
    return z3.BoolRef(z3.Z3_mk_not(context.ref(), term.as_ast()), context)


def follows(given: Term, then: Term) -> Term:
    """If one truth value, then the other."""
    context = z3.main_ctx()
    return z3.BoolRef(z3.Z3_mk_implies(context.ref(), given.as_ast(), then.as_ast()), context)


def same(one: Term, other: Term) -> Term:
    """Whether two terms of one sort are equal."""
    context = z3.main_ctx()
    return z3.BoolRef(z3.Z3_mk_eq(context.ref(), one.as_ast(), other.as_ast()), context)


def either_of(condition: Term, then: Term, other: Term) -> Term:
    """``then`` where the condition holds, else ``other``; both truth values or both numbers."""
    if then is other:
        return then
    context = z3.main_ctx()
    made = z3.Z3_mk_ite(context.ref(), condition.as_ast(), then.as_ast(), other.as_ast())
    return (z3.BoolRef if isinstance(then, z3.BoolRef) else z3.ArithRef)(made, context)


def total(terms: list[Term]) -> Term:
    """The sum of some numbers."""
    context = z3.main_ctx()
    return z3.ArithRef(z3.Z3_mk_add(context.ref(), len(terms), _row(terms)), context)


def weighted(factor: int, term: Term) -> Term:
    """A number so many times."""
    if factor == 1:
        return term
    context = z3.main_ctx()
    return z3.ArithRef(z3.Z3_mk_mul(context.ref(), 2, _row([z3.IntVal(factor), term])), context)


def as_number(term: Term) -> Term:
    """A number as it is; a truth value as one or zero."""
    return either_of(term, z3.IntVal(1), z3.IntVal(0)) if isinstance(term, z3.BoolRef) else term


def at_least_zero(term: Term) -> Term:
    """Whether a number is zero or more."""
    context = z3.main_ctx()
    return z3.BoolRef(z3.Z3_mk_ge(context.ref(), term.as_ast(), z3.IntVal(0).as_ast()), context)


def count(bits: Iterable[Term]) -> Term:
    """How many of some truth values hold."""
    one, none = z3.IntVal(1), z3.IntVal(0)
    return total([none, *(either_of(bit, one, none) for bit in bits)])


def _row(terms: list[Term]) -> Any:
    return (z3.Ast * len(terms))(*(term.as_ast() for term in terms))
