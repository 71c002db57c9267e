"""Answers kept over many versions of one agreement: most questions are about a part that an edit leaves as it was.

The key is all of the part that a question depends on, and the question: what could change an answer changes its
key.  A story is lived through again on the whole of the version it is told of; if that fails, it is searched for anew.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from math import inf

from servanda.questions.answer import Answer, Found, NoneUpTo, Proved
from servanda.questions.ask import Ask
from servanda.questions.question import Reach
from servanda.solvers.choose import claims_compliance, witnessed
from servanda.solvers.replay import Replay
from servanda.solvers.slice import sliced
from servanda.solvers.timed import Timed
from servanda.world.expression import Expr
from servanda.world.world import World


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered so far, by key.  Whoever asks of several versions hands the same in each time.

    `left`: how many seconds of the processor's time the next question may take (None: as many as it takes).
    """

    known: dict[bytes, Answer] = field(default_factory=dict)
    left: Callable[[], float] | None = None


@dataclass(frozen=True, slots=True)
class Remembered:
    """Asks somebody else what is not known yet."""

    inner: Ask
    answers: Answers

    def __call__(self, world: World, reach: Reach) -> Answer:
        """See `servanda.questions.ask.Ask`."""
        return self._known("asked", lambda ask: ask(world, reach), world, reach)

    def whether(self, world: World, reach: Reach) -> Answer:
        """See `servanda.questions.ask.Ask`."""
        return self._known("whether", lambda ask: ask.whether(world, reach), world, reach)

    def follows(self, world: World, reach: Reach, shown: Sequence[Proved], tie: Expr) -> Answer:
        """See `servanda.questions.ask.Ask`.  Sooner checked than looked up."""
        return self._within_time(lambda ask: ask.follows(world, reach, shown, tie))

    def witness(self, world: World, reach: Reach) -> Answer:
        """See `servanda.questions.ask.Ask`."""
        return witnessed(self, world, reach)

    def story(self, world: World, reach: Reach) -> Answer:
        """See `servanda.questions.ask.Ask`."""
        return self._known("story", lambda ask: ask.story(world, reach), world, reach)

    def _known(self, kind: str, asked: Callable[[Ask], Answer], world: World, reach: Reach) -> Answer:
        part = sliced(world, reach, narrow=False)
        key = _key(kind, part, reach)
        known = self.answers.known.get(key)
        if known is not None and (not isinstance(known, Found) or _lives(known, world, part, reach)):
            return known
        return self._keep(key, self._within_time(asked))

    def _within_time(self, asked: Callable[[Ask], Answer]) -> Answer:
        left = self.answers.left() if self.answers.left is not None else inf
        if left == inf:
            return asked(self.inner)
        with closing(Timed(self.inner, left, time.process_time)) as timed:
            return asked(timed)

    def _keep(self, key: bytes, answer: Answer) -> Answer:
        """What was given up is not kept: the next one may have more time, or another world to live in."""
        if isinstance(answer, Found | Proved | NoneUpTo):
            self.answers.known[key] = answer
        return answer


def _key(kind: str, part: World, reach: Reach) -> bytes:
    told = (
        kind, part.actors, part.variables, part.events, part.flows, part.rise_limits, part.norms, part.decisions,
        part.closing, part.waiting, part.thresholds, part.term, reach,
    )  # fmt: skip
    return hashlib.blake2b(repr(told).encode(), digest_size=20).digest()


def _lives(known: Found, world: World, part: World, reach: Reach) -> bool:
    told = frozenset(norm.name for norm in part.norms)
    return Replay(world, reach, told).confirms(known.run, extend=claims_compliance(reach))
