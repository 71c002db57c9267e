"""What a check may call: it asks, and never sees who answers."""

from __future__ import annotations

from typing import Protocol

from servanda.questions.answer import Answer
from servanda.questions.question import Reach
from servanda.world.world import World


class Ask(Protocol):
    """Answers questions about worlds."""

    def __call__(self, world: World, reach: Reach) -> Answer:
        """The answer, never more than was shown."""
        ...
