"""Which clause waits for which, where that goes round in circles, and what can never be fulfilled."""

from __future__ import annotations

from servanda.agreement.norm import Fulfilled
from servanda.checks.instances import Instances, instances
from servanda.checks.study import Study
from servanda.questions.answer import Proved
from servanda.questions.question import Reach
from servanda.world.expression import Var, disj
from servanda.world.policy import Policy
from servanda.world.requirements import is_fulfilled
from servanda.world.world import World

Waits = dict[str, tuple[str, ...]]
"""For each clause, those that must be fulfilled before anything of it counts."""


def waits(items: list[Instances]) -> Waits:
    """Which clause waits for which."""
    found: dict[str, dict[str, None]] = {}
    for item in items:
        before = found.setdefault(item.clause.number, {})
        for each in item.duty.requires:
            if isinstance(each, Fulfilled):
                before.update(dict.fromkeys(each.clauses))
    return {number: tuple(before) for number, before in found.items()}


def circles(graph: Waits) -> list[tuple[str, ...]]:
    """The groups of clauses each of which waits for all of its group, in the order of the text."""
    reach = {number: _all_before(graph, number) for number in graph}
    groups = (tuple(o for o in graph if o in reach[n] and n in reach[o]) for n in graph if n in reach[n])
    return list(dict.fromkeys(groups))


def _all_before(graph: Waits, number: str) -> frozenset[str]:
    found: set[str] = set()
    left = list(graph.get(number, ()))
    while left:
        one = left.pop()
        if one not in found:
            found.add(one)
            left += graph.get(one, ())
    return frozenset(found)


def never_fulfilled(study: Study, clauses: tuple[str, ...]) -> bool:
    """Whether it is proved that none of these clauses is fulfilled in any run, whatever anybody does."""
    done = disj(*(Var(is_fulfilled(number)) for number in clauses))
    return isinstance(study.ask.whether(study.world, Reach(done, anything(study.world))), Proved)


def hopeless(study: Study) -> tuple[str, ...]:
    """The clauses others wait for and that are never fulfilled, in a circle or for want of an act."""
    graph = waits(list(instances(study)))
    relied_on = dict.fromkeys(number for before in graph.values() for number in before)
    return tuple(number for number in relied_on if never_fulfilled(study, (number,)))


def anything(world: World) -> dict[str, Policy]:
    """Everybody free to do whatever is possible."""
    return {actor.ident: Policy.FREE for actor in world.actors}
