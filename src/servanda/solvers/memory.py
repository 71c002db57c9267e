"""Invariants found before, tried again where two actors have changed places.

Whether a world really is the mirror image of another is not asked: the
invariant, with names exchanged, is checked like any other certificate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations, islice

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
        found: dict[tuple[str, tuple[str, ...]], Certificate] = {}
        for certificate in reversed(self.proved):
            for mirrored in dict.fromkeys(_mirrored(certificate.variables, world)):
                if frozenset(mirrored) == names:
                    found.setdefault((certificate.invariant, mirrored), replace(certificate, variables=mirrored))
        for certificate in islice(found.values(), _TRIED):
            yield replace(certificate, world=world)


def _same(one: Certificate, other: Certificate) -> bool:
    return (one.invariant, one.variables) == (other.invariant, other.variables)


def _mirrored(variables: tuple[str, ...], world: World) -> Iterator[tuple[str, ...]]:
    yield variables
    for one, other in combinations([actor.ident for actor in world.actors], 2):
        yield tuple(exchanged(name, one, other) for name in variables)


def exchanged(name: str, one: str, other: str) -> str:
    """A name in which two actors have changed places."""
    pattern = rf"(?<!\w)({re.escape(one)}|{re.escape(other)})(?!\w)"
    return re.sub(pattern, lambda found: other if found[0] == one else one, name)
