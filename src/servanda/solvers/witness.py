"""Showing that there is a run at all: by living one, else by searching for one.

The lived one is the plainest: what sets the matter off happens on day 0, and
from then on everybody who keeps its duties performs them at the first chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from servanda.questions.answer import Run, Segment
from servanda.questions.question import Reach
from servanda.solvers.replay import Replay
from servanda.world.expression import Expr
from servanda.world.policy import Policy
from servanda.world.step import State
from servanda.world.world import World

_AFTER = 400
"""Days an agreement without end is followed before the plain run is given up."""


def lived(world: World, reach: Reach) -> Run | None:
    """A run to `reach.bad` (taken as something good) found by plain living, None if that does not lead there."""
    for name in reach.occurrence or (None,):
        run = _from(world, reach, name)
        if run is not None:
            return run
    return None


def _from(world: World, reach: Reach, first: str | None) -> Run | None:
    life = Replay(world, reach, frozenset())
    return next((run for run, state in _looks(life, first) if life.machine.is_so(state, reach.bad)), None)


def _looks(life: Replay, first: str | None) -> Iterator[tuple[Run, State]]:
    """The run up to each look, and the state that is seen there."""
    world, begun = life.world, (first,) if first is not None else ()
    plainest = life.machine.start()
    state: State | None = plainest if life.machine.may_start(plainest) else None
    last = (world.term if world.term is not None else _AFTER) + 1
    day = 0
    while day <= last:
        if state is not None:
            yield Run((Segment(0, (), begun), Segment(day, (), ())), at_close=False), state
        state = life.day(state, begun if day == 0 else ()) if state is not None else None
        if state is None:
            return
        yield Run((Segment(0, (), begun), Segment(day, (), ())), at_close=True), state
        days, state = life.later(state, last + 1 - day)
        day += days


@dataclass
class _Life:
    """One plain life, as far as it has been followed."""

    world: World
    replay: Replay
    rest: Iterator[tuple[Run, State]]
    seen: list[tuple[Run, State]] = field(default_factory=list)
    found: dict[Expr, Run | None] = field(default_factory=dict)

    def first(self, wanted: Expr) -> Run | None:
        """The run to the first look at which something is so."""
        if wanted not in self.found:
            machine = self.replay.machine
            self.found[wanted] = next((run for run, state in self._looks() if machine.is_so(state, wanted)), None)
        return self.found[wanted]

    def _looks(self) -> Iterator[tuple[Run, State]]:
        """All looks, those already taken first."""
        yield from self.seen
        for look in self.rest:
            self.seen.append(look)
            yield look


@dataclass
class PlainLives:
    """The plainest lives of the world asked about last: everybody bound acts promptly.

    Whoever is prompt does nothing that somebody willing, grudging or free could not do as well, so such a run shows
    for every conduct that there is one.
    """

    _lives: dict[tuple[str | None, frozenset[str]], _Life] = field(default_factory=dict)

    def run(self, world: World, reach: Reach) -> Run | None:
        """A run to `reach.bad` (taken as something good), None if promptness does not lead there."""
        for first in reach.occurrence or (None,):
            run = self._life(world, reach, first).first(reach.bad)
            if run is not None:
                return run
        return None

    def _life(self, world: World, reach: Reach, first: str | None) -> _Life:
        key = (first, reach.waived)
        known = self._lives.get(key)
        if known is None or known.world is not world:
            if known is not None:
                self._lives.clear()
            conduct = {a.ident: Policy.PROMPT if a.bound else Policy.FREE for a in world.actors}
            replay = Replay(world, replace(reach, policies=conduct), frozenset())
            known = self._lives[key] = _Life(world, replay, _looks(replay, first))
        return known
