"""Cone of influence: the part of a world that can have a say in a question.

A slice leaves things out, so it allows at least as much as the whole: what is
proved of it holds of the whole; what is found in it must be replayed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from servanda.questions.question import Reach
from servanda.world.expression import FALSE, Expr, Truth, substitute, variables
from servanda.world.policy import Policy
from servanda.world.world import Effects, Event, Flow, Mode, Norm, World


@dataclass(frozen=True, slots=True)
class Cone:
    """What belongs to a question."""

    variables: frozenset[str]
    norms: frozenset[str]


def sliced(world: World, reach: Reach, *, narrow: bool, without: frozenset[str] = frozenset()) -> World:
    """The part of `world` that `reach` depends on; `without` some norms (fewer duties, so a proof still holds).

    `narrow` leaves out duties that arise from another occurrence of what sets
    the matter off (another attacker's attack): fewer duties, so a proof still
    holds; a story may then fail to replay, and the wide slice is asked.
    """
    cone = cone_of(world, reach, narrow=narrow, without=without)
    inside = cone.variables
    return replace(
        world,
        variables=tuple(v for v in world.variables if v.name in inside),
        events=tuple(_narrowed(e, inside) for e in world.events if inside & set(e.effects)),
        flows=tuple(f for f in world.flows if _matters(f, world, inside)),
        norms=tuple(n for n in world.norms if n.name in cone.norms),
        rise_limits=tuple(r for r in world.rise_limits if r.quantity in inside),
        closing=_only(world.closing, inside),
        waiting=_only(world.waiting, inside),
        thresholds=tuple(t for t in world.thresholds if t.value in inside),
    )


def cone_of(world: World, reach: Reach, *, narrow: bool, without: frozenset[str] = frozenset()) -> Cone:
    """Grown until nothing is added: variables, and the norms that restrain what changes them."""
    inside = set(variables(reach.bad))
    norms: set[str] = set()
    candidates = [norm for norm in world.norms if norm.name not in without]
    while True:
        size = len(inside), len(norms)
        for part in _depends_on(world, reach, inside):
            inside |= _own(world, part)
        for norm in candidates:
            if norm.name in norms or (
                _restrains(world, norm, inside) and not (narrow and _of_another_occurrence(world, norm, reach))
            ):
                norms.add(norm.name)
                inside |= _own(world, variables(norm.missed, norm.blame, norm.own_doing, norm.open))
        if size == (len(inside), len(norms)):
            return Cone(frozenset(inside), frozenset(norms))


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


def _depends_on(world: World, reach: Reach, inside: set[str]) -> Iterable[frozenset[str]]:
    for event in world.events:
        if inside & set(event.effects):
            conditions = [event.guard, *(b.condition for b in event.breaks)]
            conditions += [w for who, w in event.owed if reach.policies[who] is Policy.PROMPT]
            yield variables(*conditions, *_values(event.effects, inside))
    yield variables(*_values(world.closing, inside), *_values(world.waiting, inside))
    for flow in world.flows:
        if _matters(flow, world, frozenset(inside)):
            # What limits the quantity says how much of a full rate an answering actor can move.
            yield frozenset((flow.quantity,))
            yield variables(flow.answering, *(b.condition for b in flow.breaks))
    for threshold in world.thresholds:
        if threshold.value in inside:
            yield variables(threshold.while_)


def _values(effects: Effects, inside: set[str]) -> list[Expr]:
    return [value for name, value in effects.items() if name in inside]


def _own(world: World, names: frozenset[str]) -> set[str]:
    return {v.name for v in world.variables} & names


def _matters(flow: Flow, world: World, inside: frozenset[str] | set[str]) -> bool:
    if flow.quantity in inside:
        return True
    return any(flow.amount in variables(v) for n, v in world.waiting.items() if n in inside)


def _restrains(world: World, norm: Norm, inside: set[str]) -> bool:
    """Whether the duty bears on what happens to the variables inside."""
    if norm.mode is Mode.KEEP:
        return bool(variables(norm.missed) & inside & _quantities(world))
    if norm.mode is Mode.DO:
        return any(inside & set(world.event(name).effects) for name in norm.steps)
    return False


def _of_another_occurrence(world: World, norm: Norm, reach: Reach) -> bool:
    """Only of a duty to do: a ceiling also lets its bearer stop short of a full rate, so it stays."""
    if norm.mode is not Mode.DO or not norm.origin or not reach.occurrence or set(norm.origin) & set(reach.occurrence):
        return False
    kinds = {event.act for event in world.events if event.name in reach.occurrence}
    return all(e.act in kinds for e in world.events if e.name in norm.origin)


def _quantities(world: World) -> set[str]:
    """What can rise, has to be brought down, or may begin anywhere: only there does a limit rule anything out."""
    down = {name for norm in world.norms if norm.own is not None for name in variables(norm.missed)}
    return {flow.quantity for flow in world.flows} | down | {v.name for v in world.variables if v.unstated}


def _narrowed(event: Event, inside: frozenset[str]) -> Event:
    return replace(event, effects=_only(event.effects, inside))


def _only(effects: Effects, inside: frozenset[str]) -> Effects:
    return {name: value for name, value in effects.items() if name in inside}
