"""Which numbers are worth bounding, and by what: read off the world, for the guesses of the quick prover.

Single numbers, by what they are compared with; the timer of what is at stake
against the timers of duties; a quantity against the timers that limit it; and
the comparison that bad itself is made of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, permutations

from servanda.questions.question import Reach
from servanda.solvers.relation import Relation
from servanda.world.build import CLOCK
from servanda.world.expression import (
    TRUE,
    Conj,
    Disj,
    Expr,
    Linear,
    NotNegative,
    Var,
    add,
    at_least,
    children,
    conj,
    neg,
    number,
    times,
    variables,
)
from servanda.world.world import World


@dataclass(frozen=True, slots=True)
class Feature:
    """A number to be bounded from above, while `base` holds; `steps` are the bounds worth trying."""

    what: Expr
    base: Expr
    steps: tuple[int, ...]


def features(world: World, reach: Reach) -> Iterator[Feature]:
    """Everything worth bounding."""
    limits = sorted({t.limit for t in world.thresholds})
    spans = sorted({0, *limits, *(a + b for a, b in combinations(limits, 2)), *(2 * a for a in limits)})
    gaps = sorted({a - b for a in spans for b in [0, *limits]})
    for variable in world.variables:
        if not isinstance(variable.initial, bool):
            yield from _single(world, reach, variable.name, variable.initial, variable.highest)
    timers = [(t.value, t.while_) for t in world.thresholds if t.while_ != TRUE]
    at_stake = set(eves(world, reach))
    for (one, runs), (other, runs_too) in permutations(timers, 2):
        if runs in at_stake:
            yield Feature(add(Var(one), times(-1, Var(other))), conj(runs, runs_too), tuple(gaps))
    yield from _growing(world, reach, spans)
    yield from _reduced(world, reach)
    for part in atoms(reach.bad):
        if isinstance(part, NotNegative) and isinstance(part.of, Linear) and len(part.of.terms) > 1:
            yield Feature(times(-1, part.of), TRUE, (0,))
            yield Feature(part.of, TRUE, (-1,))


def _single(world: World, reach: Reach, name: str, initial: int, highest: int | None) -> Iterator[Feature]:
    edges = _edges(world, reach).get(name, set())
    steps = sorted({initial, *edges, *([highest] if highest is not None else [])})
    yield Feature(Var(name), TRUE, tuple(steps))
    yield Feature(times(-1, Var(name)), TRUE, tuple(sorted(-step for step in steps)))


def _edges(world: World, reach: Reach) -> dict[str, set[int]]:
    """The numbers each variable is compared with, their neighbours, and a day's growth above them."""
    found: dict[str, set[int]] = {}
    roots = [reach.bad, *(n.missed for n in world.norms), *(e.guard for e in world.events), *world.closing.values()]
    growth = _growth(world, reach)
    for part in dict.fromkeys(atom for root in roots for atom in atoms(root)):
        if isinstance(part, NotNegative) and isinstance(part.of, Linear) and len(part.of.terms) == 1:
            weight, name = part.of.terms[0]
            edge = -part.of.constant // weight
            found.setdefault(name, set()).update((edge, edge + 1, edge - 1, edge + growth.get(name, 0)))
    return found


def _growth(world: World, reach: Reach) -> dict[str, int]:
    """The most a quantity grows in a day, where that is bounded."""
    relation, found = Relation.of(world, reach), dict[str, int]()
    for quantity in dict.fromkeys(flow.quantity for flow in world.flows):
        flows = [f for f in world.flows if f.quantity == quantity and f.name not in relation.permits.idle_flows]
        rates = [relation.rate(flow) for flow in flows]
        joint = [limit.rate for limit in world.rise_limits if limit.quantity == quantity]
        stated = [rate for rate in rates if rate is not None]
        if len(stated) == len(rates) or joint:
            found[quantity] = min([sum(stated) if len(stated) == len(rates) else joint[0], *joint])
    return found


def _growing(world: World, reach: Reach, spans: list[int]) -> Iterator[Feature]:
    """A quantity is never further than its daily growth times a timer above what it was."""
    starts = {v.name: v.initial for v in world.variables}
    for quantity, rate in _growth(world, reach).items():
        for timer in world.thresholds:
            if rate and timer.value in starts:
                what = add(Var(quantity), times(-rate, Var(timer.value)))
                steps = tuple(sorted({int(starts[quantity]) + rate * span for span in spans}))
                yield Feature(what, timer.while_, steps)


def _reduced(world: World, reach: Reach) -> Iterator[Feature]:
    """What is to be reduced by a day is as it was while that is owed; done, and past the day, it is below a limit."""
    edges = _edges(world, reach)
    starts = {v.name: v.initial for v in world.variables if not isinstance(v.initial, bool)}
    for norm in world.norms:
        if norm.own is not None:
            yield from _kept_later(world, edges, starts)
        if not norm.patient or norm.deadline is None:
            continue
        timer = norm.age if norm.age in starts else CLOCK if CLOCK in starts else None
        done = {name for step in norm.steps for name in world.event(step).effects}
        lowered = {name for name, value in world.closing.items() if name in starts and done & variables(value)}
        for name in sorted(lowered - {norm.age, CLOCK}):
            past = at_least(Var(timer), number(norm.deadline)) if timer else TRUE
            limits = tuple(sorted({starts[name], *edges.get(name, ())}))
            yield Feature(times(-1, Var(name)), norm.open, (-starts[name],))
            yield Feature(Var(name), conj(neg(norm.open), past), limits)
            yield Feature(Var(name), past, limits)
        if timer is not None:
            yield Feature(Var(timer), norm.open, (norm.deadline,))
            yield Feature(times(-1, Var(timer)), neg(norm.open), (-norm.deadline,))
            if timer == CLOCK:
                after = at_least(Var(CLOCK), number(norm.deadline + 1))
                yield from (Feature(Var(name), after, edges_of) for name, edges_of in _limits(edges, starts))


def _kept_later(world: World, edges: dict[str, set[int]], starts: dict[str, int]) -> Iterator[Feature]:
    for threshold in world.thresholds:
        if threshold.value == CLOCK:
            after = at_least(Var(CLOCK), number(threshold.limit + 1))
            yield from (Feature(Var(name), after, steps) for name, steps in _limits(edges, starts))


def _limits(edges: dict[str, set[int]], starts: dict[str, int]) -> Iterator[tuple[str, tuple[int, ...]]]:
    for name, found in edges.items():
        if name in starts and name != CLOCK:
            yield name, tuple(sorted(found))


def eves(world: World, reach: Reach) -> Iterator[Expr]:
    """What must have held just before bad came to hold: where that is not so, nothing else matters."""
    bad = reach.bad.parts if isinstance(reach.bad, Conj) else (reach.bad,)
    for part in bad:
        becomes = world.closing.get(part.name) if isinstance(part, Var) else None
        if isinstance(becomes, Disj):
            for way in becomes.parts:
                yield from (item for item in (way.parts if isinstance(way, Conj) else ()) if isinstance(item, Var))


def atoms(part: Expr) -> Iterator[Expr]:
    """The comparisons an expression is made of."""
    if isinstance(part, NotNegative):
        yield part
    for inner in children(part):
        yield from atoms(inner)
