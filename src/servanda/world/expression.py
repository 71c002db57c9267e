"""Expressions over the variables of a world: what guards, effects and questions are made of.

Two sorts: truth values and whole numbers.  Constructors simplify as they
build, so an expression that is plainly true *is* ``TRUE``.  A variable is known
by its name.  Interpreter and solvers read the same expressions; neither has
one of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Value = bool | int


@dataclass(frozen=True, slots=True)
class Truth:
    """Plainly true or plainly false.  Not a number: in Python ``False == 0``."""

    value: bool


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number."""

    value: int


@dataclass(frozen=True, slots=True)
class Var:
    """A variable of the world, or a choice of the day (days passed, units moved)."""

    name: str


@dataclass(frozen=True, slots=True)
class Neg:
    """Not."""

    part: Expr


@dataclass(frozen=True, slots=True)
class Conj:
    """All of the parts (at least two)."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Disj:
    """At least one of the parts (at least two)."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Linear:
    """``constant + sum of coefficient * variable``; at least one variable, sorted by name.

    A truth value counts as one where it holds and as nothing where it does not.
    """

    constant: int
    terms: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class NotNegative:
    """The number is zero or more.  Every comparison is one of these."""

    of: Expr


@dataclass(frozen=True, slots=True)
class Choice:
    """``then`` where the condition holds, else ``other``."""

    condition: Expr
    then: Expr
    other: Expr


Expr = Truth | Number | Var | Neg | Conj | Disj | Linear | NotNegative | Choice

TRUE = Truth(True)
FALSE = Truth(False)


def number(value: int) -> Expr:
    """A whole number."""
    return Number(value)


def neg(part: Expr) -> Expr:
    """Not `part`."""
    match part:
        case Truth(value):
            return FALSE if value else TRUE
        case Neg(inner):
            return inner
        case _:
            return Neg(part)


def conj(*parts: Expr) -> Expr:
    """All of `parts`; true when there are none."""
    return _join(parts, Conj, TRUE, FALSE)


def disj(*parts: Expr) -> Expr:
    """At least one of `parts`; false when there are none."""
    return _join(parts, Disj, FALSE, TRUE)


def _join(parts: Iterable[Expr], kind: type[Conj] | type[Disj], unit: Truth, zero: Truth) -> Expr:
    kept: dict[Expr, None] = {}
    for part in parts:
        for item in part.parts if isinstance(part, kind) else (part,):
            if item == zero or neg(item) in kept:
                return zero
            if item != unit:
                kept[item] = None
    if not kept:
        return unit
    return next(iter(kept)) if len(kept) == 1 else kind(tuple(kept))


def choice(condition: Expr, then: Expr, other: Expr) -> Expr:
    """``then`` if `condition` else ``other``; truth values become plain logic where they can."""
    if condition == TRUE or then == other:
        return then
    if condition == FALSE:
        return other
    if then == TRUE:
        return disj(condition, other)
    if then == FALSE:
        return conj(neg(condition), other)
    if other == TRUE:
        return disj(neg(condition), then)
    if other == FALSE:
        return conj(condition, then)
    return Choice(condition, then, other)


def add(*parts: Expr) -> Expr:
    """The sum of `parts`.  A choice among numbers is pushed outwards."""
    for place, part in enumerate(parts):
        if isinstance(part, Choice):
            rest = parts[:place] + parts[place + 1 :]
            return choice(part.condition, add(part.then, *rest), add(part.other, *rest))
    return _linear(parts)


def _linear(parts: Iterable[Expr]) -> Expr:
    constant, weights = 0, dict[str, int]()
    for part in parts:
        match part:
            case Number(value) | Truth(value):
                constant += value
            case Var(name):
                weights[name] = weights.get(name, 0) + 1
            case Linear(start, terms):
                constant += start
                for weight, name in terms:
                    weights[name] = weights.get(name, 0) + weight
            case _:
                raise TypeError(f"not a number: {part}")
    terms = tuple((weight, name) for name, weight in sorted(weights.items()) if weight)
    if not terms:
        return Number(constant)
    if constant == 0 and len(terms) == 1 and terms[0][0] == 1:
        return Var(terms[0][1])
    return Linear(constant, terms)


def times(factor: int, part: Expr) -> Expr:
    """`factor` times `part`."""
    match part:
        case Number(value) | Truth(value):
            return Number(factor * value)
        case Var(name):
            return Linear(0, ((factor, name),)) if factor not in (0, 1) else (part if factor else Number(0))
        case Linear(constant, terms):
            return _linear([Number(factor * constant), *(_weighted(factor * w, n) for w, n in terms)])
        case Choice(condition, then, other):
            return choice(condition, times(factor, then), times(factor, other))
        case _:
            raise TypeError(f"not a number: {part}")


def _weighted(weight: int, name: str) -> Expr:
    return Linear(0, ((weight, name),)) if weight else Number(0)


def not_negative(part: Expr) -> Expr:
    """Whether a number is zero or more."""
    match part:
        case Number(value):
            return TRUE if value >= 0 else FALSE
        case Choice(condition, then, other):
            return choice(condition, not_negative(then), not_negative(other))
        case _:
            return NotNegative(part)


def at_least(left: Expr, right: Expr) -> Expr:
    """``left >= right``."""
    return not_negative(add(left, times(-1, right)))


def at_most(left: Expr, right: Expr) -> Expr:
    """``left <= right``."""
    return at_least(right, left)


def below(left: Expr, right: Expr) -> Expr:
    """``left < right``."""
    return neg(at_least(left, right))


def at_least_so_many(names: Iterable[str], least: int) -> Expr:
    """Whether at least so many of some truth values hold."""
    counted = tuple(names)
    if least <= 0:
        return TRUE
    if least > len(counted):
        return FALSE
    if least in (1, len(counted)):
        return (disj if least == 1 else conj)(*(Var(name) for name in counted))
    return not_negative(Linear(-least, tuple((1, name) for name in sorted(counted))))


def equal(left: Expr, right: Expr) -> Expr:
    """``left == right`` for numbers."""
    return conj(at_least(left, right), at_most(left, right))


def variables(*expressions: Expr) -> frozenset[str]:
    """The names that occur in `expressions`."""
    found: set[str] = set()
    seen: set[int] = set()
    todo = list(expressions)
    while todo:
        part = todo.pop()
        if id(part) in seen:
            continue
        seen.add(id(part))
        match part:
            case Var(name):
                found.add(name)
            case Linear(_, terms):
                found.update(name for _, name in terms)
            case _:
                todo.extend(children(part))
    return frozenset(found)


def children(part: Expr) -> tuple[Expr, ...]:
    """The expressions `part` is made of."""
    match part:
        case Neg(inner) | NotNegative(inner):
            return (inner,)
        case Conj(parts) | Disj(parts):
            return parts
        case Choice(condition, then, other):
            return (condition, then, other)
        case _:
            return ()


def substitute(part: Expr, values: Mapping[str, Expr]) -> Expr:
    """`part` with variables replaced, simplified again."""
    match part:
        case Truth() | Number():
            return part
        case Var(name):
            return values.get(name, part)
        case Linear(constant, terms):
            return add(Number(constant), *(times(w, values.get(n, Var(n))) for w, n in terms))
        case Neg(inner):
            return neg(substitute(inner, values))
        case NotNegative(inner):
            return not_negative(substitute(inner, values))
        case Conj(parts):
            return conj(*(substitute(item, values) for item in parts))
        case Disj(parts):
            return disj(*(substitute(item, values) for item in parts))
        case Choice(condition, then, other):
            return choice(*(substitute(item, values) for item in (condition, then, other)))


def evaluate(part: Expr, values: Mapping[str, Value]) -> Value:
    """The value of `part`.  KeyError names a variable without value."""
    match part:
        case Truth(value) | Number(value):
            return value
        case Var(name):
            return values[name]
        case Linear(constant, terms):
            return constant + sum(weight * values[name] for weight, name in terms)
        case Neg(inner):
            return not evaluate(inner, values)
        case NotNegative(inner):
            return evaluate(inner, values) >= 0
        case Conj(parts):
            return all(evaluate(item, values) for item in parts)
        case Disj(parts):
            return any(evaluate(item, values) for item in parts)
        case Choice(condition, then, other):
            return evaluate(then if evaluate(condition, values) else other, values)
