"""Whether a bearer could have met its duty: the difference between wilful and prevented.

*Could*: from here the bearer alone - by its own events and by waiting, with no
wilful breach of its own - can reach the goal.  Found by going backwards from
the goal through the bearer's own events.

*Chance* is set while the bearer could, and cleared only when another's act
ends that; what the bearer itself destroyed counts as had, and so does what it
let pass.  Each performance and each miss begins a new account: who looked in
once is not to blame when it is kept out the next time.
"""

from __future__ import annotations

from dataclasses import replace

from servanda.world.acts import needed_events
from servanda.world.build import CLOCK, CLOSE, WAIT, Moment, due
from servanda.world.expression import (
    FALSE,
    TRUE,
    Expr,
    Var,
    conj,
    disj,
    evaluate,
    neg,
    substitute,
    variables,
)
from servanda.world.policy import lawfully
from servanda.world.triggers import Ledger
from servanda.world.world import Event, Mode, Norm, Threshold

_ROUNDS = 6


def add_chances(ledger: Ledger) -> None:
    """Give every *do* norm its blame condition, and the variable that remembers the chance."""
    scaffold = ledger.scaffold
    events = {name: replace(e, effects=scaffold.effects_at(name)) for name, e in scaffold.events.items()}
    for norm in list(scaffold.norms.values()):
        if norm.mode is Mode.DO and norm.missed != FALSE:
            counts = ledger.counts[norm.name]
            goals = [_if(events[name], counts) for name in ledger.goals[norm.name]]
            steps = [events[name] for name in norm.steps]
            steps += [e for e in events.values() if set(e.effects) & variables(counts) and e not in steps]
            able = could(norm.bearer, goals, steps)
            scaffold.norms[norm.name] = replace(norm, blame=_blame(ledger, norm, able, events))


def _if(event: Event, counts: Expr) -> Event:
    """An act that brings the goal about only while something holds."""
    return event if counts == TRUE else replace(event, guard=conj(event.guard, counts))


def could(bearer: str, goals: list[Event], events: list[Event]) -> Expr:
    """The states from which the bearer alone can bring about one of `goals`.

    `events` are the steps towards the goals: what the goals need first.  Goes
    back through those that are the bearer's own until nothing is added, at most
    `_ROUNDS` deep; what is missed for want of a longer chain of preparation is
    called *prevented* rather than *wilful*.
    """
    own = [event for event in events if event.by == (bearer,)]
    reached = disj(*(lawfully(goal, bearer) for goal in goals if goal.by == (bearer,)))
    for _ in range(_ROUNDS):
        touched = variables(reached)
        wider = disj(
            reached,
            *(
                conj(lawfully(event, bearer), substitute(reached, event.effects))
                for event in own
                if touched & set(event.effects)
            ),
        )
        if wider == reached:
            return reached
        reached = wider
    return reached


def _blame(ledger: Ledger, norm: Norm, able: Expr, events: dict[str, Event]) -> Expr:
    asking = _still_to_ask(ledger, norm, events)
    if able == TRUE:
        return TRUE
    chance = f"{norm.name}: chance"
    scaffold = ledger.scaffold
    start = {name: variable.initial for name, variable in scaffold.variables.items()}
    scaffold.variable(chance, bool(evaluate(able, start)))
    goals = ledger.goals[norm.name]
    spoken_of = variables(able)
    for event in events.values():
        after = substitute(able, event.effects) if spoken_of & event.effects.keys() else able
        if event.name in goals:
            scaffold.set(Moment(event.name), chance, after)
        elif after != able:
            scaffold.set(Moment(event.name), chance, _after_event(norm, event, able, after, Var(chance)))
    for place in (WAIT, CLOSE):
        after = substitute(able, scaffold.effects_at(place, spoken_of))
        had = conj(Var(chance), neg(norm.missed)) if place == CLOSE else Var(chance)
        scaffold.set(Moment(place), chance, disj(after, had))
    return disj(Var(chance), asking)


def _after_event(norm: Norm, event: Event, before: Expr, after: Expr, chance: Expr) -> Expr:
    """The bearer's own act never takes blame away; another's does if it ended what could be done."""
    if norm.bearer in event.by:
        return disj(after, chance)
    return disj(after, conj(neg(before), chance))


def _still_to_ask(ledger: Ledger, norm: Norm, events: dict[str, Event]) -> Expr:
    """A lawful request of the bearer's own, never made although there was still time to make it."""
    own = [events[name] for name in norm.steps if name not in ledger.goals[norm.name]]
    if not own:
        return FALSE
    unmade = disj(*(lawfully(event, norm.bearer) for event in own))
    allowed_time = _answer_time(ledger, norm)
    if norm.deadline is None or allowed_time == 0:
        return unmade
    missed = f"{norm.name}: asked too late"
    scaffold = ledger.scaffold
    scaffold.variable(missed, False)
    timer = Var(norm.age) if norm.age is not None else scaffold.clock()
    last = max(0, norm.deadline - allowed_time)
    last_day = due(timer, last)
    scaffold.thresholds.append(Threshold(norm.age or CLOCK, last, conj(norm.open, neg(last_day), unmade)))
    scaffold.set(Moment(CLOSE), missed, conj(norm.open, last_day, disj(Var(missed), unmade)))
    return disj(Var(missed), unmade)


def _answer_time(ledger: Ledger, norm: Norm) -> int:
    """How long others may take, by their own duties, over what the bearer needs from them."""
    goals = ledger.goals[norm.name]
    needed = {name for goal in goals for name in needed_events(ledger.scaffold, goal)}
    times = [
        other.deadline
        for other in ledger.scaffold.norms.values()
        if other.bearer != norm.bearer
        and other.age
        and other.deadline
        and needed & set(ledger.goals.get(other.name, ()))
    ]
    return max(times, default=0)
