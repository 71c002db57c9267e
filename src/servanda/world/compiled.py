"""Expressions as functions of a state, for whoever evaluates the same ones many times.

`servanda.world.expression.evaluate` says what an expression is worth; this says
the same, with every name looked up once and for all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from servanda.world.expression import (
    Choice,
    Conj,
    Disj,
    Expr,
    Linear,
    Neg,
    NotNegative,
    Number,
    Truth,
    Value,
    Var,
)

Values = Sequence[Value]
Reading = Callable[[Values], Value]
"""What an expression is worth in a state given as a row of values."""


def compiled(part: Expr, places: Mapping[str, int]) -> Reading:
    """`part` as a function; `places` says where in the row a variable stands.  KeyError names one without place."""
    match part:
        case Truth(value) | Number(value):
            return lambda _: value
        case Var(name):
            at = places[name]
            return lambda row: row[at]
        case Linear(constant, terms):
            return _sum(constant, [(weight, places[name]) for weight, name in terms])
        case Neg(inner):
            negated = compiled(inner, places)
            return lambda row: not negated(row)
        case NotNegative(inner):
            counted = compiled(inner, places)
            return lambda row: counted(row) >= 0
        case Conj(parts):
            return _all([compiled(item, places) for item in parts])
        case Disj(parts):
            return _any([compiled(item, places) for item in parts])
        case Choice():
            return _choice(*(compiled(item, places) for item in (part.condition, part.then, part.other)))


def _sum(constant: int, terms: list[tuple[int, int]]) -> Reading:
    def _total(row: Values) -> Value:
        found = constant
        for weight, at in terms:
            found += weight * row[at]
        return found

    return _total


def _all(parts: list[Reading]) -> Reading:
    def _every(row: Values) -> Value:
        for part in parts:  # noqa: SIM110 - a generator would cost as much as what it asks
            if not part(row):
                return False
        return True

    return _every


def _any(parts: list[Reading]) -> Reading:
    def _some(row: Values) -> Value:
        for part in parts:  # noqa: SIM110 - see above
            if part(row):
                return True
        return False

    return _some


def _choice(condition: Reading, then: Reading, other: Reading) -> Reading:
    return lambda row: then(row) if condition(row) else other(row)
