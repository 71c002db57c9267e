"""Showing that there is a run at all: by living one, else by searching for one.

The lived one is the plainest: what sets the matter off happens on day 0, and
from then on everybody who keeps its duties performs them at the first chance.
"""

from __future__ import annotations

from servanda.questions.answer import Run, Segment
from servanda.questions.question import Reach
from servanda.solvers.replay import Replay
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
    plainest = life.machine.start()
    state: State | None = plainest if life.machine.may_start(plainest) else None
    begun = (first,) if first is not None else ()
    last = (world.term if world.term is not None else _AFTER) + 1
    day = 0
    while day <= last:
        if state is not None and life.machine.is_so(state, reach.bad):
            return Run((Segment(0, (), begun), Segment(day, (), ())), at_close=False)
        state = life.day(state, begun if day == 0 else ()) if state is not None else None
        if state is None:
            return None
        if life.machine.is_so(state, reach.bad):
            return Run((Segment(0, (), begun), Segment(day, (), ())), at_close=True)
        days, state = life.later(state, last + 1 - day)
        day += days
    return None
