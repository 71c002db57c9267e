"""What a check may call: it asks, and never sees who answers."""

from __future__ import annotations

from typing import Protocol

from servanda.questions.answer import Answer
from servanda.questions.question import Reach
from servanda.world.world import World


class Ask(Protocol):
    """Answers questions about worlds, never saying more than was shown."""

    def __call__(self, world: World, reach: Reach) -> Answer:
        """Whether bad can be reached: Found (replayed), Proved (certified), NoneUpTo, or GaveUp."""
        ...

    def witness(self, world: World, reach: Reach) -> Answer:
        """Whether some run reaches `reach.bad`, taken here as something good.

        Found; Vacuous if it is proved that there is none; else GaveUp.
        """
        ...
