"""What changes from step to step of a story: the quantities, and the limit that what is feared sets for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from servanda.agreement.agreement import Agreement
from servanda.findings import StoryStep
from servanda.stories.words import name_of
from servanda.world.expression import Expr, Linear, Neg, NotNegative, Value, Var, children, variables

LIMIT = "limit on "
"""Begins the name of a limit; the name of the quantity follows: ``limit on battle tanks of Borland``."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The most, or the least, that a quantity may be before what is feared comes about.

    That comes about where ``weight * quantity + rest >= 0``; `rest` is a constant and what other quantities add.
    """

    quantity: str
    weight: int
    rest: tuple[int, tuple[tuple[int, str], ...]]

    def at(self, values: Mapping[str, Value]) -> int:
        """The limit when the other quantities are as they are in `values`."""
        constant, terms = self.rest
        room = -1 - constant - sum(weight * values[name] for weight, name in terms)
        return room // self.weight if self.weight > 0 else -(room // -self.weight)


def quantities(agreement: Agreement, known: Iterable[str]) -> dict[str, str]:
    """The counted quantities among the variables `known`, each with its name in words: ``battle tanks of Borland``."""
    there = frozenset(known)
    named = [(f"{kind.name} of {a.ident}", kind.name, a.ident) for kind in agreement.kinds for a in agreement.actors]
    return {name: f"{kind} of {name_of(agreement, holder)}" for name, kind, holder in named if name in there}


def limits(feared: Expr, counted: Iterable[str]) -> tuple[Limit, ...]:
    """The limits that `feared` sets for quantities: upper ones, or lower ones where it sets no other."""
    names = frozenset(counted)
    found = [limit for line in _lines(feared, 1) for limit in _limits_of(line, names)]
    return tuple({limit.quantity: limit for limit in reversed(found)}.values())[::-1]


def _lines(part: Expr, sign: int) -> Iterator[Linear]:
    """What is compared with zero in an expression, turned so that ``line >= 0`` is what is feared."""
    match part:
        case NotNegative(Linear(constant, terms)):
            turned = constant if sign > 0 else -constant - 1
            yield Linear(turned, tuple((sign * weight, name) for weight, name in terms))
        case NotNegative(Var(name)):
            yield Linear(0 if sign > 0 else -1, ((sign, name),))
        case Neg(inner):
            yield from _lines(inner, -sign)
        case _:
            for inner in children(part):
                yield from _lines(inner, sign)


def _limits_of(line: Linear, names: frozenset[str]) -> Iterator[Limit]:
    if not variables(line) <= names:
        return
    upper = [term for term in line.terms if term[0] > 0]
    for term in upper or line.terms:
        others = tuple(other for other in line.terms if other != term)
        yield Limit(term[1], term[0], (line.constant, others))


@dataclass(frozen=True, slots=True)
class Watcher:
    """Says after each step what has changed since the step before."""

    named: Mapping[str, str]
    limits: tuple[Limit, ...]

    def over(self, steps: Iterable[tuple[StoryStep, Mapping[str, Value]]]) -> tuple[StoryStep, ...]:
        """The steps, each given with the values after it, with what each changes; the first names them all."""
        known: dict[str, Value] = {}
        told = []
        for step, values in steps:
            seen = self._seen(values)
            told.append(replace(step, changes={name: v for name, v in seen.items() if known.get(name) != v}))
            known = seen
        return tuple(told)

    def _seen(self, values: Mapping[str, Value]) -> dict[str, Value]:
        seen: dict[str, Value] = {words: values[name] for name, words in self.named.items()}
        return seen | {f"{LIMIT}{self.named[each.quantity]}": each.at(values) for each in self.limits}
