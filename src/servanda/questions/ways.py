"""Every single move by which something bad can be brought about, and from what pace on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from servanda.questions.answer import Answer, Found, Proved, Run
from servanda.questions.ask import Ask
from servanda.questions.question import Reach
from servanda.world.expression import variables
from servanda.world.world import Flow, Stake, World

_FASTEST = 1 << 50
"""No pace above this many units a day is tried."""


@dataclass(frozen=True, slots=True)
class Way:
    """One move that alone suffices.

    `pace`: units a day in `run`; where the text states no rate, the least that
    suffices, and `below` answers for one less (None if `pace` is 1 or stated).
    """

    flow: Flow
    pace: int | None
    run: Run
    reach: Reach
    below: Answer | None

    @property
    def stated(self) -> bool:
        """Whether the pace comes from the text."""
        return self.flow.rate is not None


def ways(world: World, stake: Stake, reach: Reach, ask: Ask) -> tuple[Way, ...]:
    """The flows that alone make the stake fail, in the world's order."""
    at_stake = variables(stake.fails)
    found = []
    for flow in world.flows:
        if flow.quantity in at_stake and not set(flow.by) & {stake.of}:
            way = _way(world, flow, replace(reach, only_flows=frozenset((flow.name,))), ask)
            if way is not None:
                found.append(way)
    return tuple(found)


def _way(world: World, flow: Flow, reach: Reach, ask: Ask) -> Way | None:
    answer = ask(world, reach)
    if not isinstance(answer, Found):
        return None
    if flow.rate is not None:
        return Way(flow, flow.rate, answer.run, reach, None)
    return _least(world, flow, reach, ask, answer.run)


def _least(world: World, flow: Flow, reach: Reach, ask: Ask, fastest: Run) -> Way:
    """The least pace: doubled until it suffices, then halved; more is never less dangerous."""
    tried: dict[int, Answer] = {}

    def _suffices(pace: int) -> bool:
        tried[pace] = ask(world, replace(reach, rates={flow.name: pace}))
        return isinstance(tried[pace], Found)

    guess = _even_pace(world, fastest)
    if guess > 1 and _suffices(guess) and not _suffices(guess - 1):
        return _way_at(flow, guess, tried, reach, fastest)
    high = 1
    while not _suffices(high):
        high *= 2
        if high > _FASTEST:
            return Way(flow, None, fastest, reach, None)
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _suffices(middle) else (middle, high)
    return _way_at(flow, high, tried, reach, fastest)


def _way_at(flow: Flow, pace: int, tried: dict[int, Answer], reach: Reach, fastest: Run) -> Way:
    at = tried[pace]
    run = at.run if isinstance(at, Found) else fastest
    return Way(flow, pace, run, replace(reach, rates={flow.name: pace}), tried.get(pace - 1))


def _even_pace(world: World, fastest: Run) -> int:
    """What a run moves, spread over the whole term: most often the least pace, and then two questions tell so."""
    moved = sum(units for segment in fastest.segments for _, units in segment.moved)
    return -(-moved // world.term) if world.term else 0


def is_least(way: Way) -> bool:
    """Whether it is proved that a slower pace does not suffice."""
    return way.pace == 1 or isinstance(way.below, Proved)
