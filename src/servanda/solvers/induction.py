"""The quick prover: facts read off samples, taken up only as they are needed (after Houdini).

At first nothing is known but that bad must not come about.  While a round can
lead from a state where all that has been taken up holds to bad, or to a state
where some of it no longer holds, the guesses that rule out the state before are
taken up.  Where no guess does, whatever the round spoils is dropped for good:
exactly what Houdini drops, without asking about guesses that nobody needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

import z3

from servanda.questions.answer import Certificate
from servanda.questions.question import Effort, Reach
from servanda.solvers.guesses import Guess, guesses
from servanda.solvers.relation import Relation, Round, Symbols, formula, fresh, slots_of
from servanda.solvers.samples import Row, samples
from servanda.solvers.terms import Term
from servanda.world.compiled import Reading, compiled
from servanda.world.expression import FALSE, Conj, Expr, NotNegative, Value, conj, disj, neg, variables
from servanda.world.world import World

ROUNDS_LIVED = 2_000
"""Rounds of samples: enough that little of what they suggest is chance."""
ROUNDS_ASKED = 120
"""Rounds of asking before the other prover is tried: what can be proved this way usually takes less than thirty."""
_AT_ONCE = 4
"""Guesses taken up against one state."""


def induced(world: World, reach: Reach, effort: Effort) -> Certificate | None:
    """An invariant made of guesses that shuts bad out; None where they do not suffice."""
    search = Search.of(Relation.of(world, reach), effort)
    if search.begins_badly():
        return None
    rows = samples(search.relation, disj(search.over, reach.bad), ROUNDS_LIVED)
    if not search.settle(guesses(world, reach, rows)):
        return None
    return certified(world, disj(search.over, conj(neg(reach.bad), *search.needed())))


def certified(world: World, invariant: Expr) -> Certificate:
    """An invariant as a certificate."""
    slots = slots_of(world)
    return Certificate(world, formula(invariant, slots).sexpr(), tuple(slots))


@dataclass
class Search:
    """What has been taken up, and the solver that finds where it does not last.

    `over`: from when on bad can no longer come about, because the term has run
    out; nothing needs to be known from then on.
    """

    relation: Relation
    over: Expr
    solver: z3.Solver
    made: Round
    after: Symbols
    places: dict[str, int]
    guesses: list[Expr] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    dropped: set[int] = field(default_factory=set)
    bits: dict[int, Term] = field(default_factory=dict)
    spoiled: dict[int, Term] = field(default_factory=dict)

    @classmethod
    def of(cls, relation: Relation, effort: Effort) -> Search:
        """A search about which nothing is known yet."""
        before, after = fresh(relation.world, ""), fresh(relation.world, "'")
        made = relation.round(before, "+")
        solver = z3.SimpleSolver()
        solver.set("rlimit", effort.units)
        solver.set("random_seed", 0)
        solver.add(*made.rules, *(after[name] == term for name, term in made.after.items()))
        over = _over(relation.reach.bad)
        if solver.check(formula(over, before), z3.Not(formula(over, after))) != z3.unsat:
            over = FALSE
        solver.add(z3.Not(formula(over, before)), z3.Not(relation.bad(before)))
        places = {variable.name: at for at, variable in enumerate(relation.world.variables)}
        return cls(relation, over, solver, made, after, places)

    def begins_badly(self) -> bool:
        """Whether bad can hold on day 0 already."""
        solver = z3.SimpleSolver()
        solver.add(self.relation.start(self.made.before), self.relation.bad(self.made.before))
        return bool(solver.check() != z3.unsat)

    def settle(self, guesses: Sequence[Guess]) -> bool:
        """Take up and drop guesses until what is left lasts and shuts bad out; whether that came about."""
        self.guesses = [guess.said for guess in guesses]
        self.readings = [compiled(guess, self.places) for guess in self.guesses]
        for _ in range(ROUNDS_ASKED):
            verdict = self._check(z3.Or(self._bad, *(self.spoiled[i] for i in sorted(self.taken))))
            if verdict != z3.sat:
                return bool(verdict == z3.unsat)
            if not self._learn(self.solver.model()):
                return False
        return False

    def needed(self) -> list[Expr]:
        """Of what has been taken up, what the proof makes use of."""
        core, wanted = set[int](), self._core(self._bad)
        while not wanted <= core:
            core |= wanted
            wanted = self._core(z3.Or([self.spoiled[i] for i in sorted(core)]))
        return [self.guesses[i] for i in sorted(core)]

    @property
    def _bad(self) -> Term:
        relation, made = self.relation, self.made
        return z3.Or(z3.And(made.closes, relation.bad(made.closed)), relation.bad(self.after))

    def _check(self, aim: Term) -> z3.CheckSatResult:
        return self.solver.check(aim, *(self.bits[i] for i in sorted(self.taken)))

    def _core(self, aim: Term) -> set[int]:
        self._check(aim)
        used = {bit.decl().name() for bit in self.solver.unsat_core() if z3.is_const(bit)}
        return {i for i in self.taken if f"taken {i}" in used}

    def _learn(self, model: z3.ModelRef) -> bool:
        """Rule the state before out; else give up what the round spoils.  False where that is not enough."""
        row = self._row(model, self.made.before)
        known = self.taken | self.dropped
        against = (i for i, read in enumerate(self.readings) if i not in known and not read(row))
        chosen = list(islice(against, _AT_ONCE))
        for i in chosen:
            self._take(i)
        if chosen:
            return True
        row = self._row(model, self.after)
        gone = {i for i in self.taken if not self.readings[i](row)}
        self.taken -= gone
        self.dropped |= gone
        return bool(gone)

    def _take(self, i: int) -> None:
        """Hold a guess before the round, and ask whether it still holds after it."""
        self.taken.add(i)
        self.bits[i] = z3.Bool(f"taken {i}")
        self.solver.add(z3.Implies(self.bits[i], formula(self.guesses[i], self.made.before)))
        self.spoiled[i] = z3.Not(formula(disj(self.over, self.guesses[i]), self.after))

    def _row(self, model: z3.ModelRef, symbols: Symbols) -> Row:
        return tuple(_value(model, symbols[v.name], v.initial) for v in self.relation.world.variables)


def _value(model: z3.ModelRef, symbol: Term, like: Value) -> Value:
    value = model.eval(symbol, model_completion=True)
    return bool(z3.is_true(value)) if isinstance(like, bool) else int(value.as_long())


def _over(bad: Expr) -> Expr:
    """The parts of bad that speak of one number only, denied: a term that has run out, if it stays so."""
    parts = bad.parts if isinstance(bad, Conj) else (bad,)
    return disj(*(neg(part) for part in parts if isinstance(part, NotNegative) and len(variables(part)) == 1))
