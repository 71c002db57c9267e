"""What never changes in a part of a world: shown by induction, then written in, so that less is left to look at.

Nobody who keeps its duties is ever reported, so whatever a report about it would set off never is.  Such facts hold
of many questions at once: they are shown of everybody who keeps its duties as grudgingly as it likes, which allows
at least what any of these questions allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import z3

from servanda.questions.answer import Certificate
from servanda.questions.question import Effort, Reach
from servanda.solvers import certificate
from servanda.solvers.alike import kinds
from servanda.solvers.induction import certified
from servanda.solvers.relation import Formulas, Relation, Symbols, formula, fresh
from servanda.solvers.samples import samples
from servanda.solvers.terms import either, follows, opposite
from servanda.world.expression import (
    FALSE,
    TRUE,
    Expr,
    Neg,
    Var,
    at_most,
    conj,
    disj,
    evaluate,
    neg,
    number,
    substitute,
    variables,
)
from servanda.world.policy import Policy
from servanda.world.world import Break, Effects, Event, Flow, Mode, Norm, World

_LIVED = 120
"""Rounds of samples: what changes at all has mostly changed by then, and the rest the solver finds."""


def relaxed(reach: Reach) -> Reach:
    """The same conduct with nobody in a hurry, and nothing that is bad."""
    policies = {who: Policy.KEEPER if policy.keeps else Policy.FREE for who, policy in reach.policies.items()}
    return Reach(FALSE, policies, occurrence=reach.occurrence, by_whoever=reach.by_whoever, may_begin=reach.may_begin)


def facts(part: World, reach: Reach, effort: Effort) -> tuple[Mapping[str, Expr], Certificate] | None:
    """The truth values that keep their first value under `reach`, with a certificate; None where none was had."""
    relation = Relation.of(part, reach)
    rows = samples(relation, FALSE, _LIVED)
    still = [
        variable
        for at, variable in enumerate(part.variables)
        if isinstance(variable.initial, bool) and all(row[at] == variable.initial for row in rows)
    ]
    if not still:
        return None
    constant = {v.name: (TRUE if v.initial else FALSE) for v in still}
    guesses = [Var(v.name) if v.initial else neg(Var(v.name)) for v in still]
    kept = _lasting(relation, [*guesses, *_helpers(part, reach)], effort, kinds(part, reach))
    made = certified(part, conj(*kept))
    if not kept or not certificate.holds(made, reach):
        return None
    known = set(kept)
    shown = {v.name: constant[v.name] for v, guess in zip(still, guesses, strict=True) if guess in known}
    return (shown, made) if shown else None


def _helpers(part: World, reach: Reach) -> Iterator[Expr]:
    """What the facts may rest on.

    What keepers keep is kept, nothing that they owe is out of their hands, and a timer that does not run stands at
    nothing.
    """
    for norm in part.norms:
        if reach.policies[norm.bearer].keeps:
            yield neg(norm.missed) if norm.mode is Mode.KEEP else disj(neg(norm.open), norm.blame)
    for stop in part.thresholds:
        yield disj(stop.while_, at_most(Var(stop.value), number(0)))


def _lasting(relation: Relation, guesses: list[Expr], effort: Effort, alike: Mapping[str, int]) -> list[Expr]:
    """The guesses that hold at the start and that no round can spoil (Houdini).

    What a round spoils goes with all that looks alike: where they are alike it would go as well, a round later.
    """
    before = fresh(relation.world, "")
    made = relation.round(before, "+")
    guesses = _at_start(relation, before, guesses)
    groups = _groups(guesses, alike)
    solver = z3.SimpleSolver()
    solver.set("rlimit", effort.units)
    solver.set("random_seed", 0)
    solver.add(*made.rules)
    earlier, later = Formulas(before), Formulas(made.after)
    bits = [z3.Bool(f"guess {at}") for at in range(len(guesses))]
    solver.add(*(follows(bit, earlier.of(each)) for bit, each in zip(bits, guesses, strict=True)))
    broken = [opposite(later.of(each)) for each in guesses]
    alive = set(range(len(guesses)))
    while alive:
        order = sorted(alive)
        verdict = solver.check(either([broken[at] for at in order]), *(bits[at] for at in order))
        if verdict != z3.sat:
            return [guesses[at] for at in order] if verdict == z3.unsat else []
        model = solver.model()
        spoilt = {groups[at] for at in alive if z3.is_true(model.eval(broken[at], model_completion=True))}
        alive = {at for at in alive if groups[at] not in spoilt}
    return []


def _at_start(relation: Relation, before: Symbols, guesses: list[Expr]) -> list[Expr]:
    """The guesses that hold however it may start."""
    start = {variable.name: variable.initial for variable in relation.world.variables}
    unstated = {variable.name for variable in relation.world.variables if variable.unstated}
    solver = z3.SimpleSolver()
    solver.add(relation.start(before))
    return [
        each
        for each in guesses
        if evaluate(each, start)
        and (not unstated & variables(each) or solver.check(z3.Not(formula(each, before))) == z3.unsat)
    ]


def _groups(guesses: list[Expr], alike: Mapping[str, int]) -> list[int]:
    """One number for all guesses that say the same of names that look alike."""
    return [hash((*sorted(alike.get(name, 0) for name in variables(each)), isinstance(each, Neg))) for each in guesses]


def written_in(part: World, known: Mapping[str, Expr]) -> World:
    """The part with facts in place of variables; what can then never happen, or never be owed, is left out."""

    def _in(value: Expr) -> Expr:
        return substitute(value, known)

    def _effects(effects: Effects) -> Effects:
        return {name: _in(value) for name, value in effects.items() if name not in known}

    def _breaks(breaks: tuple[Break, ...]) -> tuple[Break, ...]:
        return tuple(replace(each, condition=_in(each.condition)) for each in breaks)

    def _event(event: Event) -> Event:
        owed = tuple((who, _in(when)) for who, when in event.owed)
        made = replace(event, guard=_in(event.guard), effects=_effects(event.effects), owed=owed)
        return replace(made, breaks=_breaks(event.breaks))

    def _flow(flow: Flow) -> Flow:
        return replace(flow, answering=_in(flow.answering), breaks=_breaks(flow.breaks))

    def _norm(norm: Norm) -> Norm:
        own = None if norm.own is None else _in(norm.own)
        return replace(norm, open=_in(norm.open), missed=_in(norm.missed), blame=_in(norm.blame), own=own)

    events = tuple(event for event in map(_event, part.events) if event.guard != FALSE)
    possible = {event.name for event in events}
    norms = (norm for norm in map(_norm, part.norms) if norm.open != FALSE or norm.missed != FALSE)
    stops = (replace(stop, while_=_in(stop.while_)) for stop in part.thresholds)
    return replace(
        part,
        variables=tuple(v for v in part.variables if v.name not in known),
        events=events,
        flows=tuple(map(_flow, part.flows)),
        norms=tuple(replace(n, steps=tuple(s for s in n.steps if s in possible)) for n in norms),
        closing=_effects(part.closing),
        waiting=_effects(part.waiting),
        thresholds=tuple(stop for stop in stops if stop.while_ != FALSE),
    )
