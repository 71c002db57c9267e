"""A run of a world: what was waited for, what moved, what was done."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """`wait` days pass while flows move so many units, then events happen in order; then the day ends.

    The last segment of a run may be looked at before its day ends.
    """

    wait: int
    moved: tuple[tuple[str, int], ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """How to get there: segments from day 0; `at_close`: bad was seen after the last day's marks.

    `start`: the numbers that the text leaves open at the beginning, as they are taken here.
    """

    segments: tuple[Segment, ...]
    at_close: bool
    start: tuple[tuple[str, int], ...] = ()

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
