"""What an answer is: five words that never stand for one another."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.world.run import Run, Segment
from servanda.world.world import World

__all__ = [
    "Answer",
    "Certificate",
    "Found",
    "GaveUp",
    "NoneUpTo",
    "Proved",
    "Run",
    "Segment",
    "Vacuous",
]


@dataclass(frozen=True, slots=True)
class Certificate:
    """An invariant, in SMT-LIB, over v0, v1, …: the `variables` of `world`, the part it is about.

    `given`: the certificate of facts that are written into `world` already.
    """

    world: World
    invariant: str
    variables: tuple[str, ...]
    given: Certificate | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """It can happen: a run, replayed step by step on the whole world."""

    run: Run
    searched_rounds: int


@dataclass(frozen=True, slots=True)
class Proved:
    """It cannot happen, for any number of events; the certificate was checked by a fresh solver."""

    certificate: Certificate


@dataclass(frozen=True, slots=True)
class NoneUpTo:
    """None was found with so many rounds of events and days; never "safe"."""

    rounds: int
    days: int | None


@dataclass(frozen=True, slots=True)
class GaveUp:
    """A limit was hit, or a candidate could not be confirmed."""

    why: str


@dataclass(frozen=True, slots=True)
class Vacuous:
    """Nothing to answer: no run of the assumed kind gets that far."""

    why: str


Answer = Found | Proved | NoneUpTo | GaveUp | Vacuous
