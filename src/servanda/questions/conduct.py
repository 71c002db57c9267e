"""The three conducts an interest is held against, as policies for everybody."""

from __future__ import annotations

from servanda.world.policy import Policy
from servanda.world.world import World


def compliance(world: World, holder: str) -> dict[str, Policy]:
    """The holder is prompt, everybody bound keeps their duties as late and as grudgingly as they like."""
    return {actor.ident: _bound(actor.bound, actor.ident == holder) for actor in world.actors}


def non_compliance(world: World, holder: str, by: str) -> dict[str, Policy]:
    """As compliance, except that `by` may break anything; several together are joined, as in ``A+B``."""
    return {**compliance(world, holder), **dict.fromkeys(by.split("+"), Policy.FREE)}


def cooperation(world: World) -> dict[str, Policy]:
    """Everybody bound does what it owes at once, and may do lawful things it does not owe."""
    return {actor.ident: Policy.WILLING if actor.bound else Policy.FREE for actor in world.actors}


def _bound(bound: bool, is_holder: bool) -> Policy:
    if is_holder:
        return Policy.PROMPT
    return Policy.KEEPER if bound else Policy.FREE
