"""The order in which events of one day are offered to a solver.

A solver takes each event at most once per round, in this order; what enables
another comes first, so that a whole chain fits into one round.  The order
means nothing to `step`.
"""

from __future__ import annotations

from dataclasses import replace

from servanda.world.expression import Expr, Neg, Var, children, variables
from servanda.world.world import Event, World


def in_order(world: World) -> World:
    """The same world with its events sorted: enablers before the enabled."""
    found: dict[str, Event] = {}
    enablers = _enablers(world.events)
    for event in world.events:
        _visit(event, enablers, found, frozenset())
    return replace(world, events=tuple(found.values()))


def _enablers(events: tuple[Event, ...]) -> dict[str, list[Event]]:
    writers: dict[str, list[Event]] = {}
    for event in events:
        for name in event.effects:
            writers.setdefault(name, []).append(event)
    return {
        event.name: [other for name in sorted(_wanted(event.guard)) for other in writers.get(name, [])]
        for event in events
    }


def _wanted(guard: Expr) -> frozenset[str]:
    """The variables a guard wants true (those it wants false do not enable it)."""
    match guard:
        case Neg():
            return frozenset()
        case Var(name):
            return frozenset((name,))
        case _ if children(guard):
            return frozenset().union(*(_wanted(part) for part in children(guard)))
        case _:
            return variables(guard)


def _visit(event: Event, enablers: dict[str, list[Event]], found: dict[str, Event], above: frozenset[str]) -> None:
    if event.name in found or event.name in above:
        return
    for enabler in enablers[event.name]:
        _visit(enabler, enablers, found, above | {event.name})
    found.setdefault(event.name, event)
