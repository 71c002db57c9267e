"""What a check may call: it asks, and never sees who answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from servanda.questions.answer import Answer, Proved
from servanda.questions.question import Reach
from servanda.world.expression import Expr
from servanda.world.world import World


class Ask(Protocol):
    """Answers questions about worlds, never saying more than was shown."""

    def __call__(self, world: World, reach: Reach) -> Answer:
        """Whether bad can be reached: Found (replayed), Proved (certified), NoneUpTo, or GaveUp."""
        ...

    def whether(self, world: World, reach: Reach) -> Answer:
        """The same, where a story is not going to be told: what is found is any run, not the most telling one."""
        ...

    def follows(self, world: World, reach: Reach, shown: Sequence[Proved], tie: Expr) -> Answer:
        """Whether bad cannot be reached because of what was proved of the same world and conduct, and of a `tie`.

        The tie is something that is always true; it need not be so by itself, only together with what was shown.
        Proved, with a certificate of its own, or GaveUp.
        """
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

    def follows(self, world: World, reach: Reach, shown: Sequence[Proved], tie: Expr) -> Answer:
        """See `Ask`."""
        return self._noted(self.inner.follows(world, reach, shown, tie))

    def witness(self, world: World, reach: Reach) -> Answer:
        """See `Ask`."""
        return self._noted(self.inner.witness(world, reach))

    def story(self, world: World, reach: Reach) -> Answer:
        """See `Ask`."""
        return self._noted(self.inner.story(world, reach))

    def _noted(self, answer: Answer) -> Answer:
        self.tick()
        return answer
