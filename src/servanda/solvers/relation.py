"""One round of a world as formulas: events of a day, perhaps its close and a wait.

A *round* offers each event once, in the world's order, each after the effects
of those before it; then the day may close and any number of days pass up to
the next threshold.  Several rounds may fall on one day.  It is the same
meaning as `servanda.world.step`, a day's delay at a time taken together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import z3

from servanda.questions.question import Reach
from servanda.solvers.terms import (
    Term,
    as_number,
    at_least_zero,
    both,
    either,
    either_of,
    follows,
    opposite,
    same,
    total,
    weighted,
)
from servanda.world.expression import (
    FALSE,
    TRUE,
    Choice,
    Conj,
    Disj,
    Expr,
    Linear,
    Neg,
    NotNegative,
    Number,
    Truth,
    Value,
    Var,
    variables,
)
from servanda.world.policy import Allowed, allowed
from servanda.world.world import DAYS, Effects, Flow, Threshold, World

Symbols = Mapping[str, Term]


def formula(part: Expr, symbols: Symbols) -> Term:
    """A world's expression as a z3 term over the given symbols."""
    return Formulas(symbols).of(part)


class Formulas:
    """Expressions as z3 terms over the same symbols; what occurs in several is made once."""

    def __init__(self, symbols: Symbols) -> None:
        self._symbols = symbols
        self._made: dict[Expr, Term] = {}

    def of(self, part: Expr) -> Term:
        """One expression as a term."""
        if isinstance(part, Var):
            return self._symbols[part.name]
        term = self._made.get(part)
        if term is None:
            term = self._made[part] = self._new(part)
        return term

    def all_of(self, parts: Mapping[str, Expr]) -> dict[str, Term]:
        """Several expressions as terms."""
        return {name: self.of(part) for name, part in parts.items()}

    def _new(self, part: Expr) -> Term:
        match part:
            case Truth(value):
                return z3.BoolVal(value)
            case Number(value):
                return z3.IntVal(value)
            case Var(name):
                return self._symbols[name]
            case Linear(constant, terms):
                parts = [weighted(weight, as_number(self._symbols[name])) for weight, name in terms]
                return total([z3.IntVal(constant), *parts] if constant else parts)
            case Neg(inner):
                return opposite(self.of(inner))
            case NotNegative(inner):
                return at_least_zero(as_number(self.of(inner)))
            case Conj(parts):
                return both([self.of(item) for item in parts])
            case Disj(parts):
                return either([self.of(item) for item in parts])
            case Choice(condition, then, other):
                return either_of(self.of(condition), self.of(then), self.of(other))


def value_term(value: Value) -> Term:
    """A constant."""
    return z3.BoolVal(value) if isinstance(value, bool) else z3.IntVal(value)


def fresh(world: World, tag: str) -> dict[str, Term]:
    """New symbols for every variable of a world."""
    return {
        v.name: z3.Bool(f"{v.name}{tag}") if isinstance(v.initial, bool) else z3.Int(f"{v.name}{tag}")
        for v in world.variables
    }


def slots_of(world: World) -> dict[str, Term]:
    """Neutral symbols v0, v1, … for a certificate's text, in the order of the variables."""
    return {
        v.name: z3.Bool(f"v{i}") if isinstance(v.initial, bool) else z3.Int(f"v{i}")
        for i, v in enumerate(world.variables)
    }


@dataclass(frozen=True)
class Round:
    """One round as formulas.

    `before`, `after`: the state; `closed`: the state after the day's marks,
    if `closes`.  `happens`, `days`, `moved`: the choices.  `rules`: what ties
    them together.
    """

    before: Symbols
    happened: Symbols
    closed: Symbols
    after: Symbols
    happens: dict[str, Term]
    happens_in: dict[str, Symbols]
    closes: Term
    days: Term
    moved: dict[str, Term]
    rules: list[Term]

    @property
    def choices(self) -> list[Term]:
        """Everything that was chosen in this round."""
        return [*self.happens.values(), self.closes, self.days, *self.moved.values()]


@dataclass(frozen=True)
class Relation:
    """How the rounds of one question follow one another."""

    world: World
    reach: Reach
    permits: Allowed

    @classmethod
    def of(cls, world: World, reach: Reach) -> Relation:
        """The relation of a world under a question's policies."""
        return cls(world, reach, allowed(world, reach.policies, reach.waived))

    def start(self, symbols: Symbols) -> Term:
        """Day 0."""
        stated = [same(symbols[v.name], value_term(v.initial)) for v in self.world.variables if not v.unstated]
        open_ones = [symbols[v.name] >= (v.lowest or 0) for v in self.world.variables if v.unstated]
        return both([*stated, *open_ones, formula(self.permits.beginning, symbols)])

    def round(self, before: Symbols, tag: str) -> Round:
        """One round out of `before`; `tag` keeps its choices apart from other rounds'."""
        rules: list[Term] = []
        happens, happens_in, now = self._events(before, tag, rules)
        closes, days = z3.Bool(f"closes{tag}"), z3.Int(f"days{tag}")
        moved = {flow.name: z3.Int(f"{flow.amount}{tag}") for flow in self.world.flows}
        rules.append(follows(closes, formula(self.permits.closing, now)))
        closed = self._assigned(now, self.world.closing, now)
        dawn = self._dawn(closed, days, moved)
        rules += self._waiting(closed, dawn, closes, days, moved)
        rules.append(follows(closes, formula(self.permits.dawn, dawn)))
        rules.append(either([closes, *happens.values()]))
        after = {name: either_of(closes, dawn[name], now[name]) for name in now}
        return Round(before, now, closed, after, happens, happens_in, closes, days, moved, rules)

    def bad(self, symbols: Symbols) -> Term:
        """Whether the question's bad holds in a state."""
        return formula(self.reach.bad, symbols)

    def _events(
        self, before: Symbols, tag: str, rules: list[Term]
    ) -> tuple[dict[str, Term], dict[str, Symbols], dict[str, Term]]:
        happens: dict[str, Term] = {}
        seen: dict[str, Symbols] = {}
        now = dict(before)
        for event in self.world.events:
            chosen, then = z3.Bool(f"happens: {event.name}{tag}"), Formulas(dict(now))
            permitted = then.of(self.permits.event[event.name])
            rules.append(follows(chosen, both([then.of(event.guard), permitted])))
            happens[event.name], seen[event.name] = chosen, dict(now)
            now |= {n: either_of(chosen, term, now[n]) for n, term in then.all_of(event.effects).items()}
        return happens, seen, now

    def _assigned(self, now: Symbols, effects: Effects, symbols: Symbols) -> dict[str, Term]:
        return {**now, **Formulas(symbols).all_of({n: e for n, e in effects.items() if n in now})}

    def _dawn(self, closed: Symbols, days: Term, moved: Mapping[str, Term]) -> dict[str, Term]:
        amounts = {flow.amount: moved[flow.name] for flow in self.world.flows}
        return self._assigned(closed, self.world.waiting, {**closed, DAYS: days, **amounts})

    def _waiting(
        self, closed: Symbols, dawn: Symbols, closes: Term, days: Term, moved: Mapping[str, Term]
    ) -> list[Term]:
        rules = [follows(closes, days >= 1), follows(opposite(closes), days == 0)]
        rules += [_stops(t, closed, days) for t in self.world.thresholds]
        for flow in self.world.flows:
            rules += self._flow(flow, moved, closed, dawn, days)
        for limit in self.world.rise_limits:
            into = [moved[f.name] for f in self.world.flows if f.quantity == limit.quantity]
            if into:
                rules.append(total(into) <= limit.rate * days)
        return rules

    def _flow(self, flow: Flow, moved: Mapping[str, Term], closed: Symbols, dawn: Symbols, days: Term) -> list[Term]:
        units = moved[flow.name]
        only = self.reach.only_flows
        if flow.name in self.permits.idle_flows or (only is not None and flow.name not in only):
            return [units == 0]
        rate = self.rate(flow)
        rules = [units >= 0, follows(days == 0, units == 0)]
        if rate is not None:
            rules.append(units <= rate * days)
        barred = formula(self.permits.barred_flows.get(flow.name, FALSE), closed)
        rules.append(follows(barred, units == 0))
        if flow.name in self.permits.full_flows:
            owed = formula(self.permits.full_flows[flow.name], closed)
            sated = formula(self.permits.sated[flow.name], dawn)
            full = z3.Or(units == (rate or 0) * days, sated, *self._used_up(flow, days, moved))
            rules += [follows(z3.And(owed, opposite(barred)), full), follows(opposite(owed), units == 0)]
        return rules

    def _used_up(self, flow: Flow, days: Term, moved: Mapping[str, Term]) -> list[Term]:
        """Whether a limit on what the flow adds to lets no more through; only where others add to it too."""
        into = [moved[f.name] for f in self.world.flows if f.quantity == flow.quantity]
        limits = [limit for limit in self.world.rise_limits if limit.quantity == flow.quantity and len(into) > 1]
        return [total(into) == limit.rate * days for limit in limits]

    def _uneventful(self, closed: Symbols, dawn: Symbols, days: Term) -> list[Term]:
        """Days pass at once only while nobody is in a hurry, and nothing is set off by what moves on them."""
        amounts = {flow.amount for flow in self.world.flows}
        kept = {
            n
            for norm in self.world.norms
            for n in (norm.wilful, norm.prevented, *variables(norm.blame, norm.own_doing))
        }
        latches = [n for n, e in self.world.waiting.items() if amounts & variables(e) and n not in kept]
        unchanged = [same(dawn[n], closed[n]) for n in latches if z3.is_bool(closed[n])]
        return [follows(days >= 2, both([formula(self.permits.closing, closed), *unchanged]))]

    def rate(self, flow: Flow) -> int | None:
        """The most units a day: stated, tried by the question, and limited by the quantity."""
        rates = [limit.rate for limit in self.world.rise_limits if limit.quantity == flow.quantity]
        stated = flow.rate if flow.rate is not None else self.reach.rates.get(flow.name)
        if stated is not None:
            rates.append(stated)
        return min(rates, default=None)


def _stops(threshold: Threshold, closed: Symbols, days: Term) -> Term:
    """What has run out already, and still runs, falls due on the next day; the calendar just goes on."""
    value = closed[threshold.value]
    jumps = [formula(threshold.while_, closed), days >= 2, value + days > threshold.limit]
    if threshold.while_ == TRUE:
        jumps.append(value < threshold.limit)
    return opposite(both(jumps))
