"""What a check may call: it asks, and never sees who answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from servanda.questions.answer import Answer
from servanda.questions.question import Reach
from servanda.world.world import World


class Ask(Protocol):
    """Answers questions about worlds, never saying more than was shown."""

    def __call__(self, world: World, reach: Reach) -> Answer:
        """Whether bad can be reached: Found (replayed), Proved (certified), NoneUpTo, or GaveUp."""
        ...

    def whether(self, world: World, reach: Reach) -> Answer:
        """The same, where a story is not going to be told: what is found is any run, not the most telling one."""
        ...

    def witness(self, world: World, reach: Reach) -> Answer:
        """Whether some run reaches `reach.bad`, taken here as something good.

        Found; Vacuous if it is proved that there is none; else GaveUp.
        """
        ...

    def story(self, world: World, reach: Reach) -> Answer:
        """Whether a run to bad is found, without trying to prove that there is none: Found, NoneUpTo or GaveUp."""
        ...


@dataclass(frozen=True, slots=True)
class Noted:
    """Asks somebody else and says so after each answer: for showing how far long work has come."""

    inner: Ask
    tick: Callable[[], None]

    def __call__(self, world: World, reach: Reach) -> Answer:
        """See `Ask`."""
        return self._noted(self.inner(world, reach))

    def whether(self, world: World, reach: Reach) -> Answer:
        """See `Ask`."""
        return self._noted(self.inner.whether(world, reach))

    def witness(self, world: World, reach: Reach) -> Answer:
        """See `Ask`."""
        return self._noted(self.inner.witness(world, reach))

    def story(self, world: World, reach: Reach) -> Answer:
        """See `Ask`."""
        return self._noted(self.inner.story(world, reach))

    def _noted(self, answer: Answer) -> Answer:
        self.tick()
        return answer
