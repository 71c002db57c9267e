"""Checking a proof without the prover: three implications, each in a fresh solver."""

from __future__ import annotations

from collections.abc import Iterator

import z3

from servanda.questions.answer import Certificate
from servanda.questions.question import Reach
from servanda.solvers.horn import tied
from servanda.solvers.relation import Relation, Symbols, fresh, slots_of
from servanda.solvers.terms import Term

CHECK_UNITS = 50_000_000


def holds(certificate: Certificate, reach: Reach) -> bool:
    """Whether the invariant starts true, stays true, and shuts bad out at every look.

    Says nothing of whether the world is a faithful one: that is what replay
    and the conformance tests are for.
    """
    return all(_valid(given, then) for given, then in implications(certificate, reach))


def stands(certificate: Certificate, reach: Reach) -> bool:
    """The same of a certificate that comes from somewhere else, and need not be one at all."""
    try:
        return holds(certificate, reach)
    except z3.Z3Exception:
        return False


def implications(certificate: Certificate, reach: Reach) -> Iterator[tuple[Term, Term]]:
    """What has to be valid: from what, what follows.  What most often is not, and is soonest seen, comes first."""
    relation = Relation.of(certificate.world, reach)
    before, after = fresh(certificate.world, ""), fresh(certificate.world, "'")
    now = invariant(certificate, before)
    yield now, z3.Not(relation.bad(before))
    yield relation.start(before), now
    made = relation.round(before, "")
    yield z3.And(now, made.closes, *made.rules), z3.Not(relation.bad(made.closed))
    yield z3.And(now, *made.rules, *tied(made, after)), invariant(certificate, after)


def invariant(certificate: Certificate, symbols: Symbols) -> Term:
    """The invariant over the given symbols.  z3.Z3Exception if its text cannot be read."""
    slots = {
        f"v{i}": z3.Bool(f"v{i}") if symbols[name].sort() == z3.BoolSort() else z3.Int(f"v{i}")
        for i, name in enumerate(certificate.variables)
    }
    text = f"(assert {certificate.invariant})"
    parsed = z3.And(list(z3.parse_smt2_string(text, decls=slots)))
    pairs = [(slots[f"v{i}"], symbols[name]) for i, name in enumerate(certificate.variables)]
    return z3.substitute(parsed, *pairs)


def whole(certificate: Certificate) -> Certificate:
    """The certificate together with the facts it takes as given, over the part about which they are."""
    if certificate.given is None:
        return certificate
    slots = slots_of(certificate.given.world)
    text = z3.And(invariant(certificate.given, slots), invariant(certificate, slots)).sexpr()
    return Certificate(certificate.given.world, text, tuple(slots))


def _valid(given: Term, then: Term) -> bool:
    solver = z3.SimpleSolver()
    solver.set("rlimit", CHECK_UNITS)
    solver.add(given, z3.Not(then))
    return bool(solver.check() == z3.unsat)
