"""Rounds laid end to end: the bounded search for a story."""

from __future__ import annotations

from dataclasses import dataclass, field

import z3

from servanda.questions.answer import Run, Segment
from servanda.questions.question import Effort, Reach
from servanda.solvers.relation import Relation, Round, Symbols, fresh
from servanda.solvers.terms import Term, same
from servanda.world.world import World


@dataclass
class Unrolled:
    """A growing chain of rounds and the solver that holds it."""

    relation: Relation
    effort: Effort
    first: Symbols = field(init=False)
    rounds: list[Round] = field(default_factory=list)
    solver: z3.Solver = field(init=False)

    def __post_init__(self) -> None:
        self.solver = z3.SolverFor("QF_LIA")
        self.solver.set("rlimit", self.effort.units)
        self.solver.set("random_seed", 0)
        self.first = fresh(self.relation.world, "@0")
        self.solver.add(self.relation.start(self.first))

    @property
    def last(self) -> Symbols:
        """The state after the last round."""
        return self._named[-1] if self._named else self.first

    _named: list[Symbols] = field(default_factory=list)

    def grow(self) -> Round:
        """One more round."""
        tag = f"@{len(self.rounds) + 1}"
        made = self.relation.round(self.last, tag)
        named = fresh(self.relation.world, tag)
        self.solver.add(*made.rules)
        self.solver.add(*(same(named[name], term) for name, term in made.after.items()))
        self.rounds.append(made)
        self._named.append(named)
        return made

    def bad_in_last(self) -> tuple[Term, Term]:
        """Bad at the close of the last round's day; bad at the dawn after it."""
        made = self.rounds[-1]
        at_close = z3.And(made.closes, self.relation.bad(made.closed))
        at_dawn = z3.And(made.closes, self.relation.bad(self.last))
        return at_close, at_dawn

    def run(self, model: z3.ModelRef) -> Run:
        """The run a model describes, rounds of one day joined."""
        at_close, _ = self.bad_in_last()
        segments: list[Segment] = []
        wait, moved = 0, dict[str, int]()
        events: list[str] = []
        for made in self.rounds:
            events += [name for name, bit in made.happens.items() if _true(model, bit)]
            if not _true(model, made.closes):
                continue
            segments.append(Segment(wait, tuple(sorted(moved.items())), tuple(events)))
            wait = model.eval(made.days, model_completion=True).as_long()
            moved = {n: _units(model, t) for n, t in made.moved.items() if _units(model, t)}
            events = []
        if _true(model, at_close):
            return Run(tuple(segments), at_close=True, start=self.beginning(model))
        last = Segment(wait, tuple(sorted(moved.items())), ())
        return Run((*segments, last), at_close=False, start=self.beginning(model))

    def beginning(self, model: z3.ModelRef) -> tuple[tuple[str, int], ...]:
        """The numbers that the text leaves open at the beginning, as the model takes them."""
        return tuple((v.name, _units(model, self.first[v.name])) for v in self.relation.world.variables if v.unstated)


def _true(model: z3.ModelRef, term: Term) -> bool:
    return bool(z3.is_true(model.eval(term, model_completion=True)))


def _units(model: z3.ModelRef, term: Term) -> int:
    return int(model.eval(term, model_completion=True).as_long())


_GLANCE = 200_000
"""Units of work for one more round: some hundredths of a second."""


@dataclass(frozen=True, slots=True)
class Shortest:
    """The chain whose last round first reaches bad, with the solver ready to be asked for better."""

    chain: Unrolled
    bad: Term


def shortest(world: World, reach: Reach, effort: Effort, glances: int = 0) -> Shortest | int:
    """Fewest rounds to bad; if none, the number of rounds that could be searched through within the effort.

    `glances`: so many rounds more are looked into, each as long as that is easily done.
    """
    chain = Unrolled(Relation.of(world, reach), effort)
    if chain.solver.check(chain.relation.bad(chain.first)) == z3.sat:
        chain.solver.add(chain.relation.bad(chain.first))
        chain.grow()
        return Shortest(chain, z3.BoolVal(True))
    begun = _used(chain.solver)
    for done in range(effort.rounds + glances):
        if _used(chain.solver) - begun > effort.units:
            return done
        if done == effort.rounds:
            chain.solver.set("rlimit", min(_GLANCE, effort.units))
        chain.grow()
        bad = z3.Or(*chain.bad_in_last())
        verdict = chain.solver.check(bad)
        if verdict == z3.sat:
            chain.solver.set("rlimit", effort.units)
            chain.solver.add(bad)
            return Shortest(chain, bad)
        if verdict == z3.unknown:
            return done
    return effort.rounds + glances


def _used(solver: z3.Solver) -> int:
    """Units of work done so far, whoever asked for them."""
    return int(solver.statistics().get_key_value("rlimit count"))
