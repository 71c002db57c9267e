"""The unbounded prover: constrained Horn clauses, answered by z3's Spacer with an invariant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import z3

from servanda.questions.answer import Certificate
from servanda.questions.question import Effort, Reach
from servanda.solvers.invariants import as_terms, invariants
from servanda.solvers.relation import Relation, Round, Symbols, fresh, slots_of, value_term
from servanda.solvers.terms import Term
from servanda.world.expression import Expr
from servanda.world.world import World


@dataclass(frozen=True, slots=True)
class Reachable:
    """The prover says that bad can be reached (a candidate, not yet a story)."""


@dataclass(frozen=True, slots=True)
class Unsure:
    """The limit was hit."""

    why: str


def prove(world: World, reach: Reach, effort: Effort) -> Certificate | Reachable | Unsure:
    """An invariant that shuts bad out, or why there is none.

    The quick prover's invariants are handed to Spacer as known, and become
    part of the certificate.
    """
    relation = Relation.of(world, reach)
    names = [variable.name for variable in world.variables]
    known = invariants(world, reach, effort)
    engine, states = _engine(relation, names, known, effort)
    bad = z3.Function("bad", z3.BoolSort())
    try:
        verdict = engine.query(bad())
    except z3.Z3Exception as error:
        return Unsure(str(error))
    if verdict == z3.sat:
        return Reachable()
    if verdict != z3.unsat:
        return Unsure(engine.reason_unknown())
    invariant = _invariant(engine.get_answer(), states)
    if invariant is None:
        return Unsure("the prover gave no invariant")
    slots = slots_of(world)
    text = z3.And(_over_slots(invariant, list(slots.values())), *as_terms(known, slots)).sexpr()
    return Certificate(world, text, tuple(names))


def _engine(relation: Relation, names: list[str], known: list[Expr], effort: Effort) -> tuple[z3.Fixedpoint, Any]:
    engine = z3.Fixedpoint()
    engine.set(engine="spacer", rlimit=effort.units)
    for option in ("xform.inline_eager", "xform.inline_linear", "xform.slice"):
        engine.set(option, False)
    before, after = fresh(relation.world, ""), fresh(relation.world, "'")
    made = relation.round(before, "")
    states = z3.Function("reached", *(before[n].sort() for n in names), z3.BoolSort())
    bad = z3.Function("bad", z3.BoolSort())
    engine.register_relation(states)
    engine.register_relation(bad)
    engine.declare_var(*before.values(), *after.values(), *made.choices)
    here = z3.And(states(*(before[n] for n in names)), *as_terms(known, before))
    begun = {v.name: before[v.name] if v.unstated else value_term(v.initial) for v in relation.world.variables}
    engine.rule(states(*(begun[n] for n in names)), [relation.start(begun)])
    engine.rule(states(*(after[n] for n in names)), [here, *made.rules, *tied(made, after)])
    engine.rule(bad(), [here, relation.bad(before)])
    engine.rule(bad(), [here, *made.rules, made.closes, relation.bad(made.closed)])
    return engine, states


def tied(made: Round, after: Symbols) -> list[Term]:
    """`after` is what the round leads to."""
    return [after[name] == term for name, term in made.after.items()]


def _invariant(answer: Term, states: Any) -> tuple[Term, Term] | None:
    """The body of ``forall ...: reached(...) == body``, over the state's own symbols."""
    for part in answer.children() if z3.is_and(answer) else [answer]:
        if z3.is_quantifier(part) and z3.is_app(part.body()) and part.body().num_args() == 2:
            head, body = part.body().children()
            if head.decl().name() == states.name():
                return body, head
    return None


def _over_slots(found: tuple[Term, Term], slots: list[Term]) -> Term:
    body, head = found
    order = [z3.get_var_index(arg) for arg in head.children()]
    by_index = [slots[order.index(i)] for i in sorted(order)]
    return z3.substitute_vars(body, *by_index)
