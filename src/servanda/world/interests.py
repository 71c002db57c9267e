"""Interests as stakes: what would be bad in a run, and what a good run looks like."""

from __future__ import annotations

from servanda.agreement.event import BodyDecides
from servanda.agreement.interest import Always, AtExpiry, Interest, Never, Whenever
from servanda.world.build import CLOSE, Moment, Scaffold, due
from servanda.world.conditions import expression
from servanda.world.expression import (
    FALSE,
    TRUE,
    Expr,
    Var,
    at_least,
    at_most,
    conj,
    disj,
    neg,
    number,
)
from servanda.world.ground import NOBODY, OUTSIDER, Binding
from servanda.world.triggers import Ledger, happening_bindings, happening_moments
from servanda.world.world import Stake


def build_stakes(ledger: Ledger, interest: Interest) -> None:
    """One stake for each way in which the interest can come into play."""
    match interest.protected:
        case Always(condition=condition):
            _state(ledger, interest, expression(ledger.scaffold, condition, NOBODY), at_end=False)
        case AtExpiry(condition=condition):
            _state(ledger, interest, expression(ledger.scaffold, condition, NOBODY), at_end=True)
        case Never() as never:
            _never(ledger, interest, never)
        case Whenever() as whenever:
            for binding in dict.fromkeys(happening_bindings(ledger.scaffold.agreement, whenever.trigger)):
                _answered(ledger, interest, whenever, binding)


def _name(interest: Interest, binding: Binding = NOBODY) -> str:
    label = f" [{binding.label}]" if binding.label else ""
    return f"interest of {interest.of} “{interest.name}”{label}"


def _state(ledger: Ledger, interest: Interest, wanted: Expr, *, at_end: bool) -> None:
    """A state interest: looked at after each wait and each close, within the term."""
    scaffold = ledger.scaffold
    looked_at = _at_expiry(scaffold) if at_end else scaffold.in_term()
    fails = conj(looked_at, neg(wanted))
    spoiled = scaffold.variable(f"{_name(interest)}: spoiled", False)
    scaffold.set(Moment(CLOSE, fails), f"{_name(interest)}: spoiled", TRUE)
    given = conj(_at_expiry(scaffold), wanted, neg(spoiled))
    scaffold.stakes.append(Stake(_name(interest), interest.name, interest.of, fails, given, TRUE))


def _at_expiry(scaffold: Scaffold) -> Expr:
    """The day of expiry; without a term, any day will do."""
    if scaffold.term is None:
        return TRUE
    at = number(scaffold.term)
    return conj(at_least(scaffold.clock(), at), at_most(scaffold.clock(), at))


def _never(ledger: Ledger, interest: Interest, never: Never) -> None:
    scaffold = ledger.scaffold
    happened = f"{_name(interest)}: happened"
    scaffold.variable(happened, False)
    for binding in dict.fromkeys(happening_bindings(scaffold.agreement, never.happening)):
        for moment in happening_moments(ledger, never.happening, binding, None):
            scaffold.set(Moment(moment.place, conj(moment.when, scaffold.in_term())), happened, TRUE)
    given = conj(_at_expiry(scaffold), neg(Var(happened)))
    scaffold.stakes.append(Stake(_name(interest), interest.name, interest.of, Var(happened), given, TRUE))


def _answered(ledger: Ledger, interest: Interest, wanted: Whenever, binding: Binding) -> None:
    """Once triggered within the term it is owed an answer in time, even past the term's end.

    A second trigger while the first waits adds nothing: an act in time for the
    first is in time for the second.
    """
    scaffold, name = ledger.scaffold, _name(interest, binding)
    waits = scaffold.variable(f"{name}: waits", False)
    failed = scaffold.variable(f"{name}: failed", False)
    given = scaffold.variable(f"{name}: given", False)
    late = due(scaffold.timer(f"{name}: age", waits, wanted.days), wanted.days)
    for moment in _answers(ledger, wanted, binding):
        scaffold.set(Moment(moment.place, conj(moment.when, waits)), f"{name}: given", TRUE)
        scaffold.set(moment, f"{name}: waits", FALSE)
    scaffold.set(Moment(CLOSE, conj(waits, late)), f"{name}: failed", TRUE)
    scaffold.set(Moment(CLOSE, conj(waits, late)), f"{name}: waits", FALSE)
    triggers = happening_moments(ledger, wanted.trigger, binding, None)
    ended = {moment.place: scaffold.ends_at(moment.place, f"{name}: waits") for moment in triggers}
    for moment in triggers:
        fresh = conj(moment.when, scaffold.in_term(), disj(neg(waits), ended[moment.place]))
        scaffold.set(Moment(moment.place, fresh), f"{name}: waits", TRUE)
        scaffold.set(Moment(moment.place, fresh), f"{name}: age", number(0))
    scaffold.stakes.append(
        Stake(
            name,
            interest.name,
            interest.of,
            failed,
            conj(given, neg(failed)),
            waits,
            binding.concerned,
            tuple(dict.fromkeys(m.place for m in triggers if m.when != FALSE)),
        )
    )


def _answers(ledger: Ledger, wanted: Whenever, binding: Binding) -> list[Moment]:
    """Acts that answer; not those of whoever did what is to be answered, nor of a state nobody has named."""
    if isinstance(wanted.answer, BodyDecides):
        return happening_moments(ledger, wanted.answer, binding, None)
    found = []
    for other in dict.fromkeys(happening_bindings(ledger.scaffold.agreement, wanted.answer)):
        if other.concerned != OUTSIDER and (other.concerned is None or other.concerned != binding.concerned):
            found += happening_moments(ledger, wanted.answer, other, None)
    return found
