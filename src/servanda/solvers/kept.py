"""Answers kept from one run to the next: what solving found out of a question, under a key that says all of it.

Only what is a function of the question alone is kept, and what is taken from there is confirmed like anything else: a
story is lived through on the whole agreement, the certificate of a proof is checked by a fresh solver.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

import msgspec

from servanda.questions.answer import Certificate, Found, NoneUpTo, Proved, Run
from servanda.questions.question import Effort, Reach
from servanda.solvers.alike import form
from servanda.world.world import World


class Store(Protocol):
    """Where answers lie between two runs; whatever goes wrong there, it is as if nothing had been kept."""

    def known(self, key: bytes) -> bytes | None:
        """What was kept under a key."""
        ...

    def keep(self, key: bytes, value: bytes) -> None:
        """Keep something under a key."""
        ...


@dataclass(frozen=True, slots=True)
class _Kept:
    """An answer as it is written down: a story, an invariant with its variables, or how far nothing was found."""

    rounds: int
    run: Run | None = None
    invariant: str | None = None
    variables: tuple[str, ...] = ()


def key_of(kind: str, part: World, reach: Reach, effort: Effort) -> bytes:
    """The digest of everything that an answer hangs on, names and their order in the file included."""
    question = form(part, reach)
    order = [v.name for v in part.variables], [e.name for e in part.events], [f.name for f in part.flows]
    said = (kind, effort.rounds, effort.units, question.text, question.names, order, [a.ident for a in part.actors])
    return sha256(repr(said).encode("utf-8", "surrogatepass")).digest()


def packed(answer: Found | Proved | NoneUpTo) -> bytes:
    """An answer as bytes."""
    match answer:
        case Found(run=run, searched_rounds=rounds):
            kept = _Kept(rounds, run=run)
        case Proved(certificate=made):
            kept = _Kept(0, invariant=made.invariant, variables=made.variables)
        case NoneUpTo(rounds=rounds):
            kept = _Kept(rounds)
    data = msgspec.msgpack.encode(kept)
    return _seal(data) + data


def unpacked(data: bytes | None) -> Found | Certificate | NoneUpTo | None:
    """What was kept, not confirmed yet: of a proof its certificate, about nothing so far.  None: it is unreadable."""
    if data is None or data[:_SEAL] != _seal(data[_SEAL:]):
        return None
    try:
        kept = msgspec.msgpack.decode(data[_SEAL:], type=_Kept)
    except (msgspec.DecodeError, ValueError):
        return None
    if kept.run is not None:
        return Found(kept.run, kept.rounds)
    if kept.invariant is None:
        return NoneUpTo(kept.rounds, None)
    return Certificate(_NOTHING, kept.invariant, kept.variables)


_SEAL = 8


def _seal(data: bytes) -> bytes:
    """Tells what was written from what was damaged since."""
    return sha256(data).digest()[:_SEAL]


_NOTHING = World((), (), (), (), (), (), (), (), {}, {}, (), None)
