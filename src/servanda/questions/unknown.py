"""Nothing is answered about a number that the file does not give.

A quantity without a number at signature starts somewhere, nobody knows where:
an answer for one start would be none for the others.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.questions.answer import Answer, GaveUp
from servanda.questions.ask import Ask
from servanda.questions.question import Reach
from servanda.world.expression import Expr, variables
from servanda.world.world import World


@dataclass(frozen=True, slots=True)
class Careful:
    """Asks somebody else, but for questions that hang on one of the quantities in `unknown`."""

    inner: Ask
    unknown: frozenset[str]

    def __call__(self, world: World, reach: Reach) -> Answer:
        """See `Ask`."""
        return self._refusal(world, reach.bad) or self.inner(world, reach)

    def witness(self, world: World, reach: Reach) -> Answer:
        """See `Ask`."""
        return self._refusal(world, reach.bad) or self.inner.witness(world, reach)

    def story(self, world: World, reach: Reach) -> Answer:
        """See `Ask`."""
        return self._refusal(world, reach.bad) or self.inner.story(world, reach)

    def _refusal(self, world: World, asked: Expr) -> GaveUp | None:
        open_yet = sorted(depends_on(world, asked) & self.unknown)
        return GaveUp(f"no number is given for {open_yet[0]}") if open_yet else None


def depends_on(world: World, asked: Expr) -> frozenset[str]:
    """The variables on which an expression can ever hang."""
    moves = [world.closing, world.waiting, *(event.effects for event in world.events)]
    guards = {id(event.effects): event.guard for event in world.events}
    found: set[str] = set()
    left = set(variables(asked))
    while left:
        name = left.pop()
        found.add(name)
        for effects in moves:
            if name in effects:
                read = variables(effects[name])
                guard = guards.get(id(effects))
                left |= ((read | variables(guard)) if guard is not None else read) - found
    return frozenset(found)
