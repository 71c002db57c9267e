"""Whether what is open to one side is open to the other in just the same way."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from servanda.agreement.interest import Interest
from servanda.checks.study import Study
from servanda.questions.standing import Failure, Standing
from servanda.stories.words import listed
from servanda.text import Place
from servanda.text.english import possessive
from servanda.world.expression import evaluate
from servanda.world.step import Machine
from servanda.world.world import Event, Flow


def mirrored(one: Interest, other: Interest) -> bool:
    """Whether two interests are each other's image when their holders change places."""
    swap = {one.of: other.of, other.of: one.of}
    return one.of != other.of and _shape(one.protected, swap) == _shape(other.protected, {})


def holders(study: Study, interest: Interest, twin: Interest | None) -> tuple[str, ...]:
    """Whose interests of this name are told together, by name and in the order of the text."""
    both = {interest.of, twin.of} if twin is not None and twin.name == interest.name else {interest.of}
    return tuple(study.name(actor.ident) for actor in study.agreement.actors if actor.ident in both)


def their(names: tuple[str, ...], interest: Interest) -> str:
    """``Arland's interest “x”``, ``Arland's and Borland's interests “x”``."""
    whose = listed(possessive(name) for name in names)
    return f"{whose} {'interest' if len(names) == 1 else 'interests'} “{interest.name}”"


def same_way(study: Study, one: tuple[Interest, Standing], other: tuple[Interest, Standing]) -> bool:
    """Whether two interests mirror each other and the story of one, its holders changed over, is a story of the other.

    Where only one of the two holders is bound, what is open to the one is not what is open to the other.
    """
    (mine, standing), (theirs, twin) = one, other
    bound = {actor.ident: actor.bound for actor in study.world.actors}
    if mine.name != theirs.name or not mirrored(mine, theirs) or bound[mine.of] != bound[theirs.of]:
        return False
    swap = {mine.of: theirs.of, theirs.of: mine.of}
    return all(
        any(_acts(study, f, swap) == _acts(study, other, {}) or _also(study, f, other, swap) for other in twin.failures)
        for f in standing.failures
    )


def _acts(study: Study, failure: Failure, swap: dict[str, str]) -> tuple[Hashable, Hashable]:
    """What is done in a story, in its order, and what moves; not how much and when, which hang on the numbers given."""
    run = failure.answer.run
    done = [study.world.event(name) for segment in run.segments for name in segment.events]
    moving = [study.world.flow(name) for name in run.flows]
    return tuple(_key(each, swap) for each in done), frozenset(_key(each, swap) for each in moving)


def _also(study: Study, failure: Failure, other: Failure, swap: dict[str, str]) -> bool:
    """Whether the swapped run is open to everybody as they are assumed to behave, and makes the other stake fail."""
    machine = Machine(study.world, other.reach.policies)
    events = {_key(event, {}): event for event in study.world.events}
    flows = {_key(flow, {}): flow.name for flow in study.world.flows}
    state = machine.start()
    for segment in failure.answer.run.segments:
        moved = {flows.get(_key(study.world.flow(name), swap), ""): units for name, units in segment.moved if units}
        if "" in moved:
            return False
        if segment.wait and not machine.can_close(state):
            return False
        if segment.wait:
            state = machine.wait(machine.close(state), segment.wait, moved)
        for name in segment.events:
            event = events.get(_key(study.world.event(name), swap))
            if event is None or not machine.can_occur(state, event):
                return False
            state = machine.occur(state, event)
    state = machine.close(state) if failure.answer.run.at_close else state
    return bool(evaluate(other.stake.fails, machine.read(state)))


def _key(item: Event | Flow, swap: dict[str, str]) -> tuple[Any, ...]:
    """What happens and who takes part, apart from names that the world gives."""
    voice = (item.manner, _swapped(item.decision or "", swap)) if isinstance(item, Event) else None
    fill = tuple((slot, _swapped(value, swap)) for slot, value in item.fill)
    return voice, item.act, tuple(swap.get(who, who) for who in item.by), fill


def _swapped(value: str, swap: dict[str, str]) -> str:
    return re.sub(r"\w+", lambda word: swap.get(word[0], word[0]), value)


def _shape(value: Any, swap: dict[str, str]) -> Any:
    """A value without places, actors swapped; sums in any order are the same sum."""
    if isinstance(value, Place):
        return None
    if isinstance(value, str) and not isinstance(value, Enum):
        return swap.get(value, value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = tuple(_shape(getattr(value, f.name), swap) for f in fields(value))
        return type(value).__name__, parts
    if isinstance(value, tuple):
        return tuple(_shape(item, swap) for item in value)
    return value
