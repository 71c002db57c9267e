"""What an answer is: five words that never stand for one another."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.world.world import World


@dataclass(frozen=True, slots=True)
class Segment:
    """`wait` days pass while flows move so many units, then events happen in order.

    `closed`: whether the day then ends.  The last segment of a run may be looked at before that.
    """

    wait: int
    moved: tuple[tuple[str, int], ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """How to get there: segments from day 0; `at_close`: bad was seen after the last day's marks."""

    segments: tuple[Segment, ...]
    at_close: bool

    @property
    def days(self) -> int:
        """The day on which the run ends."""
        return sum(segment.wait for segment in self.segments)

    @property
    def events(self) -> int:
        """How many events it takes."""
        return sum(len(segment.events) for segment in self.segments)

    @property
    def flows(self) -> frozenset[str]:
        """The flows it uses."""
        return frozenset(name for s in self.segments for name, units in s.moved if units)


@dataclass(frozen=True, slots=True)
class Certificate:
    """An invariant, in SMT-LIB, over v0, v1, …: the `variables` of `world`, the part it is about."""

    world: World
    invariant: str
    variables: tuple[str, ...]


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
