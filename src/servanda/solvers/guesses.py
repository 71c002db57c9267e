"""What might always be true, read off states that were really come to.

Three kinds, each the strongest that no sample contradicts: clauses of at most
three literals; bounds on single numbers; bounds on pairs (two timers that run
together, a quantity and the timer that limits it), under at most two literals.
A bound is rounded up to a number that the text gives reason for, because
samples seldom show the very last unit.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from servanda.questions.question import Reach
from servanda.solvers.features import Feature, atoms, eves, features
from servanda.solvers.samples import Row
from servanda.world.compiled import compiled
from servanda.world.expression import (
    TRUE,
    Expr,
    Var,
    at_least,
    at_least_so_many,
    at_most,
    disj,
    neg,
    number,
    variables,
)
from servanda.world.world import World

_NEXT = 2
"""How many bounds are tried upwards from the least that no sample contradicts."""

_CHANCE = 4.0
"""Surprise below which a guess may well be chance: what follows from it is guessed as well."""
_IDLE = 0.4
"""Surprise below which nothing is guessed."""
_MIXED, _MANY = 0.01, 5
"""How far a guess about two deciders is put back; one about all of them has many parts, and is not."""

Bits = int
"""A set of samples: bit i stands for the sample at place i."""


@dataclass(frozen=True, slots=True)
class Guess:
    """Conditions of which at least one might always hold.

    `surprise`: in how many samples they would all have failed, had they
    nothing to do with one another; the higher, the less likely it is chance.
    """

    parts: tuple[Expr, ...]
    surprise: float

    @property
    def said(self) -> Expr:
        """What is guessed."""
        return disj(*self.parts)


@dataclass(frozen=True, slots=True)
class Literal:
    """A condition and the samples in which it holds; `about` tells it and its opposite from all others."""

    condition: Expr
    holds: Bits
    about: int


@dataclass(frozen=True)
class Seen:
    """The samples, and how to read a condition off them."""

    world: World
    rows: Sequence[Row]

    @property
    def everywhere(self) -> Bits:
        """All samples."""
        return (1 << len(self.rows)) - 1

    def column(self, part: Expr) -> str:
        """One character a sample, '1' where the condition holds."""
        read = compiled(part, {v.name: at for at, v in enumerate(self.world.variables)})
        return "".join("1" if read(row) else "0" for row in self.rows)

    def values(self, part: Expr) -> list[int]:
        """The number in each sample."""
        read = compiled(part, {v.name: at for at, v in enumerate(self.world.variables)})
        return [int(read(row)) for row in self.rows]


def guesses(world: World, reach: Reach, rows: Sequence[Row]) -> list[Guess]:
    """Everything worth asking the quick prover about, the most surprising first."""
    seen = Seen(world, turned(world, rows))
    conditions = [c for c in _conditions(world, reach) if len(set(seen.column(c))) == 2]
    columns = [seen.column(c) for c in conditions]
    literals = _literals(seen, conditions, columns)
    found = [*_constants(seen), *_votes(seen), *_clauses(literals, (), seen.everywhere)]
    for given in eves(world, reach):
        if given in conditions:
            about = conditions.index(given)
            others = [item for item in literals if item.about != about]
            found += _clauses(others, (neg(given),), literals[2 * about].holds)
    for feature in features(world, reach):
        found += _bounds(seen, feature, conditions, columns)
    voices = _voices(world)
    likely = [(apt, guess) for guess in found if (apt := guess.surprise * _aptness(guess, voices)) >= _IDLE]
    ranked = sorted(likely, key=lambda pair: -pair[0])
    return list({guess.said: guess for _, guess in reversed(ranked)}.values())[::-1]


def turned(world: World, rows: Sequence[Row]) -> list[Row]:
    """The samples, and what they would be had the deciders of a vote changed places in a circle.

    Whether they are alike is not asked: where they are not, a few guesses are lost, and nothing is proved wrongly.
    """
    at = {variable.name: place for place, variable in enumerate(world.variables)}
    found = dict.fromkeys(rows)
    told = _voices(world)
    deciders = list(dict.fromkeys(told.values()))
    after = dict(zip(deciders, (*deciders[1:], *deciders[:1]), strict=True))
    moved = {at[name]: at.get(_renamed(name, who, after[who]), at[name]) for name, who in told.items() if name in at}
    if len(set(moved.values())) == len(moved):
        for _ in deciders[1:]:
            rows = [tuple(row[moved.get(place, place)] for place in range(len(row))) for row in rows]
            found |= dict.fromkeys(rows)
    return list(found)


def _renamed(name: str, who: str, other: str) -> str:
    return re.sub(rf"\b{re.escape(who)}\b", other, name, count=1)


def _voices(world: World) -> dict[str, str]:
    """Which decider's part in a vote a variable tells of."""
    found: dict[str, str] = {}
    for event in world.events:
        if event.decision is not None:
            duties = [norm for norm in world.norms if event.name in norm.steps]
            own = [name for norm in duties for name in variables(norm.open, norm.missed, norm.own_doing)]
            told = [name for name, value in event.effects.items() if value == TRUE]
            found |= dict.fromkeys((*own, *told), event.by[0])
    return found


def _aptness(guess: Guess, voices: Mapping[str, str]) -> float:
    """What ties one decider's part to another's is mostly chance."""
    if not voices or guess.surprise < _IDLE or len(guess.parts) >= _MANY:
        return 1.0
    mixed = len({voices[name] for name in variables(*guess.parts) if name in voices}) > 1
    return _MIXED if mixed else 1.0


def _conditions(world: World, reach: Reach) -> list[Expr]:
    """Truth values, and the comparisons of one number that bad is made of."""
    own = [Var(v.name) for v in world.variables if isinstance(v.initial, bool)]
    return [*own, *dict.fromkeys(part for part in atoms(reach.bad) if len(variables(part)) == 1)]


def _constants(seen: Seen) -> Iterator[Guess]:
    """What has kept its first value so far."""
    for at, variable in enumerate(seen.world.variables):
        if all(row[at] == variable.initial for row in seen.rows):
            here, often = Var(variable.name), float(len(seen.rows))
            if isinstance(variable.initial, bool):
                yield Guess((here if variable.initial else neg(here),), often)
            else:
                yield Guess((at_least(here, number(variable.initial)),), often)
                yield Guess((at_most(here, number(variable.initial)),), often)


def _votes(seen: Seen) -> Iterator[Guess]:
    """A vote that is open still lacks a voice."""
    names = {variable.name for variable in seen.world.variables}
    for decision in seen.world.decisions:
        if {decision.open, *decision.yes} <= names:
            lacking = (neg(Var(decision.open)), neg(at_least_so_many(decision.yes, decision.needed)))
            if "0" not in seen.column(disj(*lacking)):
                yield Guess(lacking, float(len(seen.rows)))


def _literals(seen: Seen, conditions: list[Expr], columns: list[str]) -> list[Literal]:
    found = []
    for about, (condition, column) in enumerate(zip(conditions, columns, strict=True)):
        holds = int(column, 2)
        found += [
            Literal(condition, holds, about),
            Literal(neg(condition), seen.everywhere ^ holds, about),
        ]
    return found


def _clauses(literals: list[Literal], or_else: tuple[Expr, ...], among: Bits) -> Iterator[Guess]:
    """The shortest clauses of two or three literals that hold in every sample of those `among`."""
    total = among.bit_count()
    fails = [among & ~item.holds for item in literals]
    count = [bits.bit_count() for bits in fails]
    settled = set()
    for a, b in combinations(range(len(literals)), 2):
        if literals[a].about == literals[b].about:
            settled.add((a, b))
        elif not fails[a] & fails[b]:
            surprise = count[a] * count[b] / total
            if surprise >= _CHANCE:
                settled.add((a, b))
            yield Guess((literals[a].condition, literals[b].condition, *or_else), surprise)
    for a, b in combinations(range(len(literals)), 2):
        if (a, b) in settled:
            continue
        both = fails[a] & fails[b]
        for c in range(b + 1, len(literals)):
            if not both & fails[c] and (a, c) not in settled and (b, c) not in settled:
                parts = tuple(literals[i].condition for i in (a, b, c))
                seldom = min(
                    both.bit_count() * count[c],
                    (fails[a] & fails[c]).bit_count() * count[b],
                    (fails[b] & fails[c]).bit_count() * count[a],
                )
                yield Guess((*parts, *or_else), seldom / total)


@dataclass(frozen=True, slots=True)
class _Sorted:
    """Conditions over the samples in the order of one feature, least first: the highest bit is the greatest value."""

    values: list[int]
    holds: list[Bits]
    base: Bits

    def top(self, among: Bits) -> int:
        """The greatest value among some samples (at least one)."""
        return self.values[among.bit_length() - 1]

    def share_above(self, step: int) -> float:
        """How large a part of the samples that count lies above a bound."""
        above = self.base >> bisect_right(self.values, step)
        return above.bit_count() / self.base.bit_count()


def _sorted(seen: Seen, feature: Feature, columns: list[str]) -> _Sorted:
    values = seen.values(feature.what)
    order = sorted(range(len(values)), key=values.__getitem__, reverse=True)
    everywhere = seen.everywhere
    holds: list[Bits] = []
    for column in columns:
        bits = int("".join(map(column.__getitem__, order)), 2)
        holds += [bits, everywhere ^ bits]
    column = seen.column(feature.base)
    return _Sorted([values[i] for i in reversed(order)], holds, int("".join(map(column.__getitem__, order)), 2))


def _bounds(seen: Seen, feature: Feature, conditions: list[Expr], columns: list[str]) -> Iterator[Guess]:
    """The bounds that get tighter with each literal that is added."""
    table = _sorted(seen, feature, columns)
    if not table.base:
        return
    loosest = _step(feature, table.top(table.base))
    yield from _bound(feature, table, conditions, (), loosest, None)
    alone: dict[int, int | None] = {}
    for one, holds in enumerate(table.holds):
        if table.base & holds:
            step = _step(feature, table.top(table.base & holds))
            yield from _bound(feature, table, conditions, (one,), step, loosest)
            often = (table.base & holds).bit_count() * table.share_above(step) if step is not None else 0
            alone[one] = step if often >= _CHANCE else loosest
    for one, other in combinations(alone, 2):
        both = table.base & table.holds[one] & table.holds[other]
        if both and one // 2 != other // 2:
            step, least = _step(feature, table.top(both)), _least(alone[one], alone[other], loosest)
            yield from _bound(feature, table, conditions, (one, other), step, least)


def _step(feature: Feature, value: int) -> int | None:
    return next((step for step in feature.steps if step >= value), None)


def _least(*steps: int | None) -> int | None:
    return min((step for step in steps if step is not None), default=None)


def _bound(
    feature: Feature,
    table: _Sorted,
    conditions: list[Expr],
    under: tuple[int, ...],
    tightest: int | None,
    known: int | None,
) -> Iterator[Guess]:
    """The tightest bound and the next ones, so far as they say more than what is known with fewer literals."""
    if tightest is None:
        return
    among = table.base
    for i in under:
        among &= table.holds[i]
    guards = tuple(conditions[i // 2] if i % 2 else neg(conditions[i // 2]) for i in under)
    at = feature.steps.index(tightest)
    for later, step in enumerate(feature.steps[at : at + _NEXT]):
        if known is None or step < known:
            often = table.share_above(step) * among.bit_count() if under else float(among.bit_count())
            yield Guess((neg(feature.base), *guards, at_most(feature.what, number(step))), often / (1 + later))
