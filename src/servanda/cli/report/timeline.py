"""Where the steps of a story stand: on a day ruler, on the lanes of those who act, and in the course of quantities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from servanda.cli.report.wording import LIMIT
from servanda.findings import StoryStep

APART = 0.075
"""The least distance of two steps, as a share of the ruler: days that lie close are drawn apart."""
MOST_APART = 0.9
LABEL_APART = 0.07
MOST_LANES = 8
MARGIN, SPAN = 4.0, 92.0
"""Where the ruler begins and how long it is, in hundredths of the width."""


@dataclass(frozen=True, slots=True)
class Course:
    """How one quantity, or the limit on one, goes: its value at each step from the first that names it."""

    name: str
    values: tuple[int | None, ...]

    @property
    def is_limit(self) -> bool:
        """Whether this is a limit, not a quantity."""
        return self.name.startswith(LIMIT)

    @property
    def quantity(self) -> str:
        """The quantity itself, also of its limit."""
        return self.name.removeprefix(LIMIT)

    @property
    def kind(self) -> str:
        """What is counted, without whose it is: what may be drawn on one scale."""
        return self.quantity.partition(" of ")[0]

    @property
    def known(self) -> tuple[int, ...]:
        """The values, without the steps before the first."""
        return tuple(value for value in self.values if value is not None)

    @property
    def moves(self) -> bool:
        """Whether it ever changes."""
        return len(set(self.known)) > 1


def positions(steps: tuple[StoryStep, ...]) -> tuple[float, ...]:
    """Where each step stands, in hundredths of the width: later is further right, longer is wider."""
    gaps = len(steps) - 1
    if gaps < 1:
        return tuple(MARGIN for _ in steps)
    days = steps[-1].day - steps[0].day
    kept_apart = min(MOST_APART, APART * gaps)
    at, place = [0.0], 0.0
    for before, after in pairwise(steps):
        share = (1 - kept_apart) * (after.day - before.day) / days if days else 0.0
        place += kept_apart / gaps + share
        at.append(place)
    return tuple(round(MARGIN + SPAN * each, 2) for each in at)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day on the ruler, from its first step to its last; `named` unless the name of a neighbour is too close."""

    day: int
    start: float
    end: float
    named: bool = True


def ruled(steps: tuple[StoryStep, ...], at: tuple[float, ...]) -> tuple[Stretch, ...]:
    """The days on the ruler. Of names too close to be read the later goes, but the last day is always named."""
    days = []
    for day, group in groupby(zip(steps, at, strict=True), key=lambda item: item[0].day):
        places = [place for _, place in group]
        days.append(Stretch(day, places[0], places[-1]))
    named = days[-1:]
    for each in days[:-1]:
        if all(_apart(each, other) for other in named):
            named.append(each)
    return tuple(each if each in named else replace(each, named=False) for each in days)


def _apart(one: Stretch, other: Stretch) -> bool:
    return abs(one.start + one.end - other.start - other.end) / 2 >= LABEL_APART * 100


def doers(step: StoryStep) -> tuple[str, ...]:
    """Who takes a step; nobody where it only comes about."""
    return tuple(step.actor.split("; ")) if step.actor else ()


def lanes(steps: Iterable[StoryStep], parties: tuple[str, ...]) -> tuple[str, ...]:
    """Those who have a lane: the parties, and whoever else acts; of many parties only those that act."""
    acting = tuple(dict.fromkeys(who for step in steps for who in doers(step)))
    first = parties if len(parties) <= MOST_LANES else tuple(who for who in parties if who in acting)
    return tuple(dict.fromkeys((*first, *acting)))


def courses(steps: tuple[StoryStep, ...]) -> tuple[Course, ...]:
    """The numbers that a story names, each from its first mention to the end."""
    numbers = ((name, value) for step in steps for name, value in step.changes.items())
    names = dict.fromkeys(name for name, value in numbers if isinstance(value, int) and not isinstance(value, bool))
    return tuple(Course(name, tuple(_values(steps, name))) for name in names)


def _values(steps: tuple[StoryStep, ...], name: str) -> Iterable[int | None]:
    value: int | None = None
    for step in steps:
        said = step.changes.get(name)
        value = said if isinstance(said, int) else value
        yield value


def drawn(steps: tuple[StoryStep, ...]) -> tuple[tuple[Course, ...], ...]:
    """The numbers worth drawing, those of one kind together: where one moves, and has company or a limit."""
    by_kind: dict[str, list[Course]] = {}
    for course in courses(steps):
        by_kind.setdefault(course.kind, []).append(course)
    return tuple(tuple(group) for group in by_kind.values() if any(course.moves for course in group))


def before(step: int, name: str, steps: tuple[StoryStep, ...]) -> int | str | bool | None:
    """What something was before a step (counted from 0) changed it; None if it was not yet named."""
    return next((each.changes[name] for each in reversed(steps[:step]) if name in each.changes), None)
