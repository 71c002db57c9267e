"""Cone of influence: the part of a world that can have a say in a question.

A slice leaves things out, so it allows at least as much as the whole: what is
proved of it holds of the whole; what is found in it must be replayed.
"""

from __future__ import annotations

from dataclasses import replace

from servanda.questions.question import Reach
from servanda.solvers.influence import Influence
from servanda.world.expression import FALSE, Truth, substitute, variables
from servanda.world.world import Effects, Event, Mode, Norm, World


def sliced(
    world: World,
    reach: Reach,
    *,
    narrow: bool,
    without: frozenset[str] = frozenset(),
    influence: Influence | None = None,
) -> World:
    """The part of `world` that `reach` depends on; `without` some norms (fewer duties, so a proof still holds).

    `narrow` leaves out duties that arise from another occurrence of what sets
    the matter off (another attacker's attack): fewer duties, so a proof still
    holds; a story may then fail to replay, and the wide slice is asked.
    `influence`: what is known of the world already.
    """
    others = {norm.name for norm in world.norms if _of_another_occurrence(world, norm, reach)} if narrow else set()
    cone = (influence or Influence(world)).cone(reach, without | others)
    inside = cone.variables
    return replace(
        world,
        variables=tuple(v for v in world.variables if v.name in inside),
        events=tuple(_narrowed(e, inside) for e in world.events if not inside.isdisjoint(e.effects)),
        flows=tuple(f for f in world.flows if f.name in cone.flows),
        norms=tuple(n for n in world.norms if n.name in cone.norms),
        rise_limits=tuple(r for r in world.rise_limits if r.quantity in inside),
        closing=_only(world.closing, inside),
        waiting=_only(world.waiting, inside),
        thresholds=tuple(t for t in world.thresholds if t.value in inside),
    )


def unexcused(world: World, reach: Reach) -> World:
    """The world with the question's excuses never holding: bad comes about at least as easily, so a proof holds."""
    if not reach.excuses:
        return world
    never = dict.fromkeys(reach.excuses, FALSE)

    def _without(effects: Effects) -> Effects:
        return {name: substitute(value, never) for name, value in effects.items() if name not in never}

    return replace(
        world,
        variables=tuple(v for v in world.variables if v.name not in never),
        events=tuple(replace(event, effects=_without(event.effects)) for event in world.events),
        closing=_without(world.closing),
        waiting=_without(world.waiting),
    )


def spare(world: World, reach: Reach) -> frozenset[str]:
    """Duties that ask of one bearer just what they ask of another: all but the first whose bearer keeps its duties.

    Five are bound to assist, and any assistance will do: one of them is
    enough for a proof.
    """
    chosen: dict[object, str] = {}
    found: set[str] = set()
    for norm in world.norms:
        likeness = _likeness(world, norm) if reach.policies[norm.bearer].keeps else None
        if likeness is not None and chosen.setdefault(likeness, norm.name) != norm.name:
            found.add(norm.name)
    return frozenset(found)


def _likeness(world: World, norm: Norm) -> object:
    """What a duty brings about for others than its bearer; None where that is nothing."""
    if norm.mode is not Mode.DO or len(norm.steps) != 1:
        return None
    own = variables(norm.open, norm.missed, norm.blame) | {norm.wilful, norm.prevented}
    event = world.event(norm.steps[0])
    brought = tuple(sorted((n, v) for n, v in event.effects.items() if n not in own and isinstance(v, Truth)))
    return (norm.clause, norm.deadline, norm.origin, event.act, brought) if brought and event.act else None


def _of_another_occurrence(world: World, norm: Norm, reach: Reach) -> bool:
    """Only of a duty to do: a ceiling also lets its bearer stop short of a full rate, so it stays."""
    if norm.mode is not Mode.DO or not norm.origin or not reach.occurrence or set(norm.origin) & set(reach.occurrence):
        return False
    kinds = {event.act for event in world.events if event.name in reach.occurrence}
    return all(e.act in kinds for e in world.events if e.name in norm.origin)


def _narrowed(event: Event, inside: frozenset[str]) -> Event:
    return replace(event, effects=_only(event.effects, inside))


def _only(effects: Effects, inside: frozenset[str]) -> Effects:
    return {name: value for name, value in effects.items() if name in inside}
