"""The quick prover: simple facts about single variables that no round can spoil (Houdini).

Candidates come from the world alone: a truth value keeps its first value, a
number stays at or above or at or below its start, or a constant it is compared
with, or within its declared range; a number is not above its start plus a
daily rate times a timer.  All candidates are assumed at once, those a round
can break are dropped, and what remains is an invariant.
"""

from __future__ import annotations

from collections.abc import Iterator

import z3

from servanda.questions.question import Effort, Reach
from servanda.solvers.relation import Relation, Symbols, formula, fresh
from servanda.solvers.terms import Term
from servanda.world.expression import (
    Expr,
    Linear,
    NotNegative,
    Var,
    at_least,
    at_most,
    children,
    disj,
    evaluate,
    neg,
    number,
    variables,
)
from servanda.world.world import Variable, World


def invariants(world: World, reach: Reach, effort: Effort) -> list[Expr]:
    """The candidates that hold on day 0 and survive every round; none if the limit is hit."""
    relation = Relation.of(world, reach)
    before, tag = fresh(world, ""), "+"
    made = relation.round(before, tag)
    solver = z3.SolverFor("QF_LIA")
    solver.set("rlimit", effort.units)
    solver.add(*made.rules)
    start = {variable.name: variable.initial for variable in world.variables}
    unstated = {variable.name for variable in world.variables if variable.unstated}
    kept = [c for c in dict.fromkeys(candidates(world, reach)) if evaluate(c, start)]
    kept = [c for c in kept if not unstated & variables(c) or _at_start(relation, before, c)]
    holds_before = [z3.Bool(f"assume {i}") for i in range(len(kept))]
    broken_after = [z3.Not(formula(c, made.after)) for c in kept]
    solver.add(*(z3.Implies(bit, formula(c, before)) for bit, c in zip(holds_before, kept, strict=True)))
    alive = set(range(len(kept)))
    while alive:
        verdict = solver.check(z3.Or([broken_after[i] for i in alive]), *(holds_before[i] for i in alive))
        if verdict == z3.unsat:
            return [kept[i] for i in sorted(alive)]
        if verdict == z3.unknown:
            return []
        model = solver.model()
        alive -= {i for i in alive if z3.is_true(model.eval(broken_after[i], model_completion=True))}
    return []


def _at_start(relation: Relation, symbols: Symbols, candidate: Expr) -> bool:
    """Whether it holds however what is not stated may start."""
    solver = z3.SimpleSolver()
    solver.add(relation.start(symbols), z3.Not(formula(candidate, symbols)))
    return bool(solver.check() == z3.unsat)


def candidates(world: World, reach: Reach) -> Iterator[Expr]:
    """What might always be true."""
    constants = _constants(world, reach)
    for variable in world.variables:
        if isinstance(variable.initial, bool):
            yield Var(variable.name) if variable.initial else neg(Var(variable.name))
        else:
            yield from _bounds(variable, constants.get(variable.name, set()))
    yield from _idle_timers(world)


def _bounds(variable: Variable, constants: set[int]) -> Iterator[Expr]:
    here = Var(variable.name)
    for value in sorted({variable.initial, *constants}):
        if value <= variable.initial:
            yield at_least(here, number(int(value)))
        if value >= variable.initial:
            yield at_most(here, number(int(value)))
    if variable.highest is not None:
        yield at_most(here, number(variable.highest))


def _idle_timers(world: World) -> Iterator[Expr]:
    """A timer that is not running stands at zero."""
    for threshold in world.thresholds:
        yield disj(threshold.while_, at_most(Var(threshold.value), number(0)))


def _constants(world: World, reach: Reach) -> dict[str, set[int]]:
    """The numbers each variable is compared with, and their neighbours."""
    found: dict[str, set[int]] = {}
    roots = [reach.bad, *(n.missed for n in world.norms), *(e.guard for e in world.events)]
    roots += [*world.closing.values()]
    todo = list(roots)
    while todo:
        part = todo.pop()
        if isinstance(part, NotNegative) and isinstance(part.of, Linear) and len(part.of.terms) == 1:
            weight, name = part.of.terms[0]
            edge = -part.of.constant // weight
            found.setdefault(name, set()).update((edge, edge + 1, edge - 1))
        todo.extend(children(part))
    return found


def as_terms(kept: list[Expr], symbols: Symbols) -> list[Term]:
    """Invariants over given symbols."""
    return [formula(part, symbols) for part in kept]
