"""One round as formulas and the same round lived: each allows what the other allows."""

from __future__ import annotations

from random import Random

import z3
from hypothesis import given
from hypothesis import strategies as st
from tests.conformance.judging import machine, tries
from tests.worlds.drawn import Case, cases

from servanda.solvers.relation import Relation, Round, fresh, value_term
from servanda.world.expression import Value
from servanda.world.step import Machine, State

STEPS = 25


class Walk:
    """A random life: events of a day in any order, closes, waits of one day."""

    def __init__(self, lived: Machine, chance: Random) -> None:
        self.lived, self.chance = lived, chance
        self.state = lived.start()

    def events(self) -> list[str]:
        """Some events, in an order in which one round offers them."""
        done, place = list[str](), -1
        names = [event.name for event in self.lived.world.events]
        for _ in range(self.chance.randrange(4)):
            open_now = [e for e in self.lived.world.events if self.lived.can_occur(self.state, e)]
            later = [e for e in open_now if names.index(e.name) > place]
            if not later:
                break
            event = self.chance.choice(later)
            self.state, place = self.lived.occur(self.state, event), names.index(event.name)
            done.append(event.name)
        return done

    def night(self) -> dict[str, int] | None:
        """The day closes and one passes; what moved, or None if it cannot be."""
        if not self.lived.can_close(self.state):
            return None
        closed = self.lived.close(self.state)
        for _ in range(20):
            spans = {f.name: self.lived.most(closed, f.name, 1) for f in self.lived.world.flows}
            moved = {name: self.chance.randint(least, most or 0) for name, (least, most) in spans.items()}
            if self.lived.can_wait(closed, 1, moved):
                self.state = self.lived.wait(closed, 1, moved)
                return moved
        return None


class Formulas:
    """One round of a case in a solver."""

    def __init__(self, case: Case) -> None:
        self.relation = Relation.of(case.world, case.reach)
        self.names = [variable.name for variable in case.world.variables]
        self.before = fresh(case.world, "")
        self.made: Round = self.relation.round(self.before, "+")
        self.solver = z3.Solver()
        self.solver.add(*self.made.rules)

    def standing_in(self, state: State) -> list[z3.BoolRef]:
        """The round begins in a state."""
        return [self.before[n] == value_term(v) for n, v in zip(self.names, state, strict=True)]

    def chosen(self, done: list[str], moved: dict[str, int] | None) -> list[z3.BoolRef]:
        """Just these events, and a night with these amounts (None: no night)."""
        picked = [bit == z3.BoolVal(name in done) for name, bit in self.made.happens.items()]
        units = [term == z3.IntVal((moved or {}).get(name, 0)) for name, term in self.made.moved.items()]
        night = moved is not None
        return [*picked, *units, self.made.closes == z3.BoolVal(night), self.made.days == z3.IntVal(int(night))]

    def after(self, model: z3.ModelRef) -> State:
        """Where the round ends."""
        return tuple(_value(model, self.made.after[name]) for name in self.names)


def _value(model: z3.ModelRef, term: z3.ExprRef) -> Value:
    value = model.eval(term, model_completion=True)
    return z3.is_true(value) if z3.is_bool(value) else int(value.as_long())


@tries(1)
@given(cases(), st.integers(0, 2**32))
def test_what_is_lived_satisfies_the_formulas(case: Case, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a seed drawn by the test
    walk, formulas = Walk(machine(case), chance), Formulas(case)
    for _ in range(STEPS):
        start = walk.state
        done = walk.events()
        moved = walk.night() if not done or chance.random() < 0.6 else None
        if not done and moved is None:
            return
        given_choices = [*formulas.standing_in(start), *formulas.chosen(done, moved)]
        assert formulas.solver.check(*given_choices) == z3.sat, (done, moved)
        assert formulas.after(formulas.solver.model()) == walk.state


@tries(0.5)
@given(cases(), st.integers(0, 2**32))
def test_what_satisfies_the_formulas_can_be_lived(case: Case, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a seed drawn by the test
    lived, formulas = machine(case), Formulas(case)
    state, made = lived.start(), formulas.made
    formulas.solver.add(*(term <= 6 for term in made.moved.values()), made.days <= 9)
    for _ in range(STEPS):
        wishes = [bit for bit in [*made.happens.values(), made.closes, made.days >= 2] if chance.random() < 0.4]
        wishes += [term >= 1 for term in made.moved.values() if chance.random() < 0.4]
        model = _some_model(formulas.solver, formulas.standing_in(state), wishes)
        if model is None:
            return
        done = [event for event in case.world.events if z3.is_true(model.eval(made.happens[event.name], True))]
        for event in done:
            assert lived.can_occur(state, event), event.name
            state = lived.occur(state, event)
        if z3.is_true(model.eval(made.closes, model_completion=True)):
            moved = {name: int(model.eval(term, True).as_long()) for name, term in made.moved.items()}
            days = int(model.eval(made.days, True).as_long())
            assert lived.can_close(state)
            state = lived.close(state)
            assert lived.can_wait(state, days, moved), (days, moved)
            state = lived.wait(state, days, moved)
        assert formulas.after(model) == state


def _some_model(solver: z3.Solver, must: list[z3.BoolRef], wishes: list[z3.BoolRef]) -> z3.ModelRef | None:
    """A model with as many of the wishes as can be had, taken in order; None if there is no round at all."""
    kept = list(must)
    for wish in wishes:
        if solver.check(*kept, wish) == z3.sat:
            kept.append(wish)
    return solver.model() if solver.check(*kept) == z3.sat else None
