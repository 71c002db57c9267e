"""A hard stop: when the time allowed is over, whatever is still open is answered "gave up"."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import z3

from servanda.questions.answer import Answer, Found, GaveUp, Proved
from servanda.questions.ask import Ask
from servanda.questions.question import Reach
from servanda.world.expression import Expr
from servanda.world.world import World

_WHY = "the time allowed was over"
_AGAIN = 0.05
"""Seconds between two interruptions: one may fall between two calls of the solver and be lost."""

_LOOK = 0.2
"""Seconds between two looks at a clock that does not go as fast as the wall's."""


@dataclass
class Timed:
    """Asks somebody else until the time is over, by a clock.  Close it, so that the clock stops."""

    inner: Ask
    seconds: float
    clock: Callable[[], float] = time.monotonic
    _over: threading.Event = field(default_factory=threading.Event)
    _closed: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        threading.Thread(target=self._watch, args=(self.clock() + self.seconds,), daemon=True).start()

    def __call__(self, world: World, reach: Reach) -> Answer:
        """See `servanda.questions.ask.Ask`."""
        return self._within_time(lambda: self.inner(world, reach))

    def whether(self, world: World, reach: Reach) -> Answer:
        """See `servanda.questions.ask.Ask`."""
        return self._within_time(lambda: self.inner.whether(world, reach))

    def follows(self, world: World, reach: Reach, shown: Sequence[Proved], tie: Expr) -> Answer:
        """See `servanda.questions.ask.Ask`."""
        return self._within_time(lambda: self.inner.follows(world, reach, shown, tie))

    def witness(self, world: World, reach: Reach) -> Answer:
        """See `servanda.questions.ask.Ask`."""
        return self._within_time(lambda: self.inner.witness(world, reach))

    def story(self, world: World, reach: Reach) -> Answer:
        """See `servanda.questions.ask.Ask`."""
        return self._within_time(lambda: self.inner.story(world, reach))

    def close(self) -> None:
        """Stop the clock."""
        self._closed.set()

    def _within_time(self, asked: Callable[[], Answer]) -> Answer:
        if self._over.is_set():
            return GaveUp(_WHY)
        try:
            answer = asked()
        except z3.Z3Exception:
            if self._over.is_set():
                return GaveUp(_WHY)
            raise
        settled = isinstance(answer, Found | Proved)
        return GaveUp(_WHY) if self._over.is_set() and not settled else answer

    def _watch(self, until: float) -> None:
        while (left := until - self.clock()) > 0:
            if self._closed.wait(left if self.clock is time.monotonic else min(left, _LOOK)):
                return
        self._over.set()
        while not self._closed.wait(_AGAIN):
            with suppress(z3.Z3Exception):  # the call it was meant for has ended already
                z3.main_ctx().interrupt()
