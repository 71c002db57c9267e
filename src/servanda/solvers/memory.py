"""Invariants found before, tried again where two actors have changed places.

Whether a world really is the mirror image of another is not asked: the
invariant, with names exchanged, is checked like any other certificate.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations

from servanda.questions.answer import Certificate
from servanda.world.world import World

_TRIED = 6
"""Invariants tried again on one question: what none of them settles is something else."""


@dataclass
class Memory:
    """What has been proved so far.  Whoever asks several questions hands the same memory in."""

    proved: list[Certificate] = field(default_factory=list)

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
