"""Interests as stakes: what would be bad in a run, and what a good run looks like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from servanda.agreement.agreement import Agreement
from servanda.agreement.event import Act, BodyDecides, Happening
from servanda.agreement.interest import Always, AtExpiry, Interest, Never, Whenever
from servanda.agreement.party import Group, Who
from servanda.world.build import CLOSE, WAIT, Moment, Scaffold, due
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
from servanda.world.force import since
from servanda.world.ground import NOBODY, OUTSIDER, Binding
from servanda.world.powers import NOTICE
from servanda.world.triggers import Ledger, happening_bindings, happening_moments
from servanda.world.world import Stake, Tail


@dataclass(frozen=True, slots=True)
class Window:
    """When an interest is looked at: `served` is the day by which it counts as kept; `tail`: after which end."""

    when: Expr
    served: Expr
    tail: Tail | None = None

    @property
    def label(self) -> str:
        """What tells its variables apart."""
        return f" after {self.tail.value}" if self.tail is not None else ""


def build_stakes(ledger: Ledger, interest: Interest) -> None:
    """One stake for each way in which the interest can come into play, within the term and, if meant so, beyond."""
    _build(ledger, interest, Window(_in_force(ledger), _long_enough(ledger.scaffold)))
    if interest.beyond is not None:
        for window in _tails(ledger, interest.beyond or None):
            _build(ledger, interest, window)


def _build(ledger: Ledger, interest: Interest, window: Window) -> None:
    match interest.protected:
        case Always(condition=condition):
            _state(ledger, interest, expression(ledger.scaffold, condition, NOBODY), window)
        case AtExpiry(condition=condition):
            at_end = replace(window, when=_at_expiry(ledger.scaffold))
            _state(ledger, interest, expression(ledger.scaffold, condition, NOBODY), at_end)
        case Never() as never:
            _never(ledger, interest, never, window)
        case Whenever(trigger=None) as whenever:
            _answered(ledger, interest, whenever, NOBODY, window)
        case Whenever(trigger=trigger) as whenever if trigger is not None:
            for binding in dict.fromkeys(happening_bindings(ledger.scaffold.agreement, trigger)):
                _answered(ledger, interest, whenever, binding, window)


def _tails(ledger: Ledger, days: int | None) -> Iterator[Window]:
    """After the term has run out, and after somebody has given notice and is free; for so many days (None: for good).

    After an exit the days are counted from the notice: that is when the others are warned.  What comes after the term
    as well belongs to expiry.
    """
    scaffold, force = ledger.scaffold, ledger.force
    noticed = disj(*(Var(name) for name in scaffold.variables if name.endswith(NOTICE)))
    over = conj(scaffold.over, neg(noticed))
    if scaffold.term is not None:
        last = scaffold.term if days is None else scaffold.term + days
        ran_out = neg(at_most(scaffold.clock(), number(scaffold.term)))
        over = disj(over, conj(ran_out, TRUE if days is None else at_most(scaffold.clock(), number(last))))
        scaffold.stop_at(last)
    over = conj(over, neg(noticed))
    if over != FALSE:
        yield Window(over, over, Tail.EXPIRY)
    gone = conj(noticed, disj(scaffold.over, neg(force.nobody_left())))
    if scaffold.term is not None:
        gone = conj(gone, at_most(scaffold.clock(), number(scaffold.term)))
    if gone != FALSE:
        warned = TRUE if days is None else since(scaffold, "days since notice", noticed, days)
        yield Window(conj(gone, warned), conj(gone, warned), Tail.EXIT)


def _name(interest: Interest, binding: Binding = NOBODY, window: Window | None = None) -> str:
    label = f" [{binding.label}]" if binding.label else ""
    return f"interest of {interest.of} “{interest.name}”{label}{window.label if window is not None else ''}"


def _state(ledger: Ledger, interest: Interest, wanted: Expr, window: Window) -> None:
    """A state interest: looked at after each wait and each close, within the window."""
    scaffold, name = ledger.scaffold, _name(interest, NOBODY, window)
    fails = conj(window.when, neg(wanted))
    spoiled = scaffold.variable(f"{name}: spoiled", False)
    scaffold.set(Moment(CLOSE, fails), f"{name}: spoiled", TRUE)
    given = conj(window.served, wanted, neg(spoiled))
    scaffold.stakes.append(Stake(name, interest.name, interest.of, fails, given, _begins(window), tail=window.tail))


def _begins(window: Window) -> Expr:
    return TRUE if window.tail is None else window.when


def _in_force(ledger: Ledger) -> Expr:
    """Within the term, and nobody has left: what follows an exit is a question of its own."""
    return conj(ledger.scaffold.in_term(), ledger.force.nobody_left())


def _at_expiry(scaffold: Scaffold) -> Expr:
    """The day of expiry; without a term, any day will do."""
    if scaffold.last_day is not None:
        return scaffold.last_day
    if scaffold.term is None:
        return TRUE
    at = number(scaffold.term)
    return conj(at_least(scaffold.clock(), at), at_most(scaffold.clock(), at))


def _long_enough(scaffold: Scaffold) -> Expr:
    """The day by which an interest counts as served: that of expiry, or the end of any period."""
    return scaffold.period_end if scaffold.period_end is not None else _at_expiry(scaffold)


def _never(ledger: Ledger, interest: Interest, never: Never, window: Window) -> None:
    scaffold, name = ledger.scaffold, _name(interest, NOBODY, window)
    happened = f"{name}: happened"
    scaffold.variable(happened, False)
    for binding in dict.fromkeys(happening_bindings(scaffold.agreement, never.happening)):
        for moment in happening_moments(ledger, never.happening, binding, None):
            scaffold.set(Moment(moment.place, conj(moment.when, window.when)), happened, TRUE)
    given = conj(window.served, neg(Var(happened)))
    stake = Stake(name, interest.name, interest.of, Var(happened), given, _begins(window), tail=window.tail)
    scaffold.stakes.append(stake)


def _answered(ledger: Ledger, interest: Interest, wanted: Whenever, binding: Binding, window: Window) -> None:
    """Once triggered within the window it is owed an answer in time, even past the window's end.

    What has been answered earlier on the same day is answered: a day has no order.

    A second trigger while the first waits adds nothing: an act in time for the
    first is in time for the second.
    """
    scaffold, name = ledger.scaffold, _name(interest, binding, window)
    waits = scaffold.variable(f"{name}: waits", wanted.trigger is None)
    failed = scaffold.variable(f"{name}: failed", False)
    given = scaffold.variable(f"{name}: given", False)
    late = due(scaffold.timer(f"{name}: age", waits, wanted.days), wanted.days)
    already = f"{name}: answered {'before' if wanted.or_before else 'today'}"
    answered = scaffold.variable(already, False)
    for moment in _answers(ledger, wanted, binding):
        scaffold.set(Moment(moment.place, conj(moment.when, waits)), f"{name}: given", TRUE)
        scaffold.set(moment, f"{name}: waits", FALSE)
        scaffold.set(moment, already, TRUE)
    if not wanted.or_before:
        scaffold.set(Moment(WAIT), already, FALSE)
    scaffold.set(Moment(CLOSE, conj(waits, late)), f"{name}: failed", TRUE)
    scaffold.set(Moment(CLOSE, conj(waits, late)), f"{name}: waits", FALSE)
    triggers = happening_moments(ledger, wanted.trigger, binding, None) if wanted.trigger is not None else []
    ended = {moment.place: scaffold.ends_at(moment.place, f"{name}: waits") for moment in triggers}
    for moment in triggers:
        begins = conj(moment.when, window.when)
        scaffold.set(Moment(moment.place, conj(begins, answered)), f"{name}: given", TRUE)
        fresh = conj(begins, disj(neg(waits), ended[moment.place]), neg(answered))
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
            window.tail,
            already,
            () if wanted.or_before else (already,),
        )
    )


def _answers(ledger: Ledger, wanted: Whenever, binding: Binding) -> list[Moment]:
    """Acts that answer; not those of whoever did what is to be answered, unless named; nor of a state nobody named."""
    agreement = ledger.scaffold.agreement
    if isinstance(wanted.answer, BodyDecides):
        return happening_moments(ledger, wanted.answer, binding, None)
    own = _names_its_doer(agreement, wanted.answer)
    found = []
    for other in dict.fromkeys(happening_bindings(agreement, wanted.answer)):
        if other.concerned != OUTSIDER and (own or other.concerned is None or other.concerned != binding.concerned):
            found += happening_moments(ledger, wanted.answer, other, None)
    return found


def _names_its_doer(agreement: Agreement, happening: Happening) -> bool:
    """Whether it says by name whose act is meant: then that act answers, whoever began."""
    if not isinstance(happening, Act):
        return False
    doer = happening.filler(agreement.act_kind(happening.kind).doer)
    return isinstance(doer, Who) and doer.group is Group.NAMED
