"""What was found before: answers to questions that are alike, and invariants tried again with two actors exchanged.

An answer is carried over only where the two questions are the same but for their names, and then a story is lived
through like any other and a certificate is checked by a fresh solver.  For an invariant that is merely tried again it
is not asked whether one world is the mirror image of the other: it is checked like any other certificate.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations

from servanda.questions.answer import Certificate, Found, NoneUpTo, Proved, Run, Segment
from servanda.questions.question import Reach
from servanda.solvers.alike import Form, actors, form, outline
from servanda.world.world import World

_TRIED = 6
"""Invariants tried again on one question: what none of them settles is something else."""


@dataclass
class Answered:
    """A question about a part, and its answer; `form` is made when somebody compares it.

    `telling`: a story in it is the most telling one.
    """

    part: World
    reach: Reach
    answer: Found | Proved | NoneUpTo
    telling: bool
    form: Form | None = None

    @property
    def named(self) -> Form:
        """The question without its names."""
        if self.form is None:
            self.form = form(self.part, self.reach)
        return self.form


@dataclass
class Memory:
    """What has been found so far.  Whoever asks several questions hands the same memory in."""

    proved: list[Certificate] = field(default_factory=list)
    answered: dict[object, list[Answered]] = field(default_factory=dict)
    settled: dict[object, tuple[World, Proved | NoneUpTo]] = field(default_factory=dict)

    def same(self, part: World, reach: Reach) -> Proved | NoneUpTo | None:
        """The answer to this question of this part; those who have no say in it may have behaved otherwise."""
        known = self.settled.get(_question(part, reach))
        return known[1] if known is not None and known[0] is part else None

    def keep_same(self, part: World, reach: Reach, answer: Proved | NoneUpTo) -> None:
        """Remember it."""
        self.settled[_question(part, reach)] = part, answer

    def note(self, part: World, reach: Reach, answer: Found | Proved | NoneUpTo, telling: bool) -> None:
        """Remember the answer to a question."""
        self.answered.setdefault(outline(part, reach), []).append(Answered(part, reach, answer, telling))

    def alike(self, part: World, reach: Reach) -> Iterator[tuple[Answered, dict[str, str]]]:
        """Questions that were answered before and are this one but for their names; and what each name becomes."""
        earlier = self.answered.get(outline(part, reach), ())
        own = form(part, reach) if earlier else None
        for each in earlier:
            if own is not None and each.named.text == own.text:
                yield each, each.named.onto(own)

    def keep(self, certificate: Certificate) -> None:
        """Remember a certificate that holds; one found again goes to the end of the list."""
        self.proved[:] = [*(known for known in self.proved if not _same(known, certificate)), certificate]

    def carried(self, world: World) -> Iterator[Certificate]:
        """Certificates whose variables become those of `world` when at most two actors change places."""
        names = frozenset(variable.name for variable in world.variables)
        found: set[tuple[str, tuple[str, ...]]] = set()
        for certificate in reversed(self.proved):
            for mirrored in _mirrored(certificate.variables, world, names):
                if (certificate.invariant, mirrored) in found:
                    continue
                found.add((certificate.invariant, mirrored))
                yield replace(certificate, variables=mirrored, world=world)
                if len(found) == _TRIED:
                    return


def _question(part: World, reach: Reach) -> tuple[object, ...]:
    """Everything that an answer hangs on, besides the part itself."""
    return (
        id(part), reach.bad, tuple(reach.policies[who] for who in actors(part)), reach.only_flows,
        tuple(sorted(reach.rates.items())), reach.occurrence, reach.waived, reach.excuses,
    )  # fmt: skip


def in_order(one: World, other: World, names: Mapping[str, str]) -> bool:
    """Whether what happens, and who does it, stands in the same order in two parts: then so do their stories."""
    lists = (
        ([f"event {each.name}" for each in one.events], [f"event {each.name}" for each in other.events]),
        ([f"flow {each.name}" for each in one.flows], [f"flow {each.name}" for each in other.flows]),
        ([f"actor {each}" for each in actors(one)], [f"actor {each}" for each in actors(other)]),
    )
    return all([names[each] for each in first] == second for first, second in lists)


def renamed(run: Run, names: Mapping[str, str]) -> Run:
    """A story with every name exchanged."""

    def _of(kind: str, name: str) -> str:
        return names[f"{kind} {name}"].removeprefix(f"{kind} ")

    def _segment(segment: Segment) -> Segment:
        moved = tuple(sorted((_of("flow", name), units) for name, units in segment.moved))
        return Segment(segment.wait, moved, tuple(_of("event", name) for name in segment.events))

    start = tuple((names[name], number) for name, number in run.start)
    return Run(tuple(map(_segment, run.segments)), run.at_close, start)


def _same(one: Certificate, other: Certificate) -> bool:
    return (one.invariant, one.variables) == (other.invariant, other.variables)


def _mirrored(variables: tuple[str, ...], world: World, names: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """The variables, and what becomes of them when two actors change places, where that gives just the `names`."""
    if len(variables) != len(names):
        return
    if names.issuperset(variables):
        yield variables
    foreign = [name for name in variables if name not in names]
    for one, other in combinations([actor.ident for actor in world.actors], 2):
        exchange = _exchange(one, other)
        if all(exchange(name) in names for name in foreign):
            mirrored = tuple(exchange(name) for name in variables)
            if names.issuperset(mirrored):
                yield mirrored


def exchanged(name: str, one: str, other: str) -> str:
    """A name in which two actors have changed places."""
    return _exchange(one, other)(name)


def _exchange(one: str, other: str) -> Callable[[str], str]:
    pattern = re.compile(rf"(?<!\w)({re.escape(one)}|{re.escape(other)})(?!\w)")
    return lambda name: pattern.sub(lambda found: other if found[0] == one else one, name)
