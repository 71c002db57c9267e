"""Leaving, ending, suspending, extending: the events by which somebody does so, and what they set.

Two steps, because powers stand in the way of duties and hang on them:
`declare` makes events and variables before any duty is built, `entitle` says
afterwards what gives the power to whom.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, count

from servanda.agreement.agreement import Agreement
from servanda.agreement.lasting import Extension, Kind, Lapse, Power, Sunset, Survival, Until
from servanda.agreement.norm import Clause, Rules, Statement
from servanda.agreement.party import Role
from servanda.world.agreed_extension import all_agree, asked, voices
from servanda.world.build import CLOSE, WAIT, Moment, Scaffold, due
from servanda.world.expression import (
    FALSE,
    TRUE,
    Expr,
    Var,
    add,
    at_least,
    at_most,
    choice,
    conj,
    disj,
    neg,
    number,
)
from servanda.world.force import Suspended
from servanda.world.ground import Binding, day_of, members
from servanda.world.requirements import is_fulfilled
from servanda.world.triggers import Ledger, bindings, moments
from servanda.world.world import DAYS, Event, Manner, Threshold

NOTICE = " has given notice"
LEFT = " has left the agreement"
ENDED = "the agreement has ended"
PERIOD = "days of this period"
NOT_AGAIN = "it is not extended again"


@dataclass(frozen=True, slots=True)
class Said:
    """A statement where it stands: in which clause, under which trigger and binding."""

    clause: Clause
    rules: Rules
    binding: Binding
    statement: Statement


@dataclass(frozen=True, slots=True)
class Suspension:
    """A suspension as an event: by whom, under which name, in which words."""

    who: str
    label: str
    says: str


def places(agreement: Agreement, *sorts: type[Statement]) -> Iterator[Said]:
    """The statements of these sorts (all, where none is given), once for each binding of their trigger."""
    for clause in agreement.clauses:
        for rules in clause.rules:
            wanted = [each for each in rules.statements if not sorts or isinstance(each, sorts)]
            for binding in bindings(agreement, rules) if wanted else ():
                for statement in wanted:
                    yield Said(clause, rules, binding, statement)


def declare(ledger: Ledger) -> None:
    """Everything that can bring an end or a standstill about, before any duty is built."""
    scaffold, force = ledger.scaffold, ledger.force
    all_said = list(places(scaffold.agreement))
    for place in all_said:
        match place.statement:
            case Survival(clauses=clauses, days=days):
                force.survives.update(dict.fromkeys(clauses, days))
                scaffold.tail = max(scaffold.tail, days or 0)
            case Lapse(clauses=clauses):
                force.lapses.update(clauses)
    scaffold.tail = max([scaffold.tail, *(each.beyond or 0 for each in scaffold.agreement.interests)])
    _say_what_ends(ledger, all_said)
    for place in all_said:
        match place.statement:
            case Power(kind=Kind.SUSPEND) as power:
                _suspending(ledger, place, power)
            case Power() as power:
                _ending(ledger, place, power)
            case Sunset() as sunset:
                _sunset(ledger, place, sunset)


# ---- what ends the agreement


def _say_what_ends(ledger: Ledger, all_said: list[Said]) -> None:
    """Whether the agreement is over before its term, or has no term of its own because it is extended."""
    scaffold, force = ledger.scaffold, ledger.force
    parties = [actor.ident for actor in scaffold.agreement.actors if actor.role is Role.PARTY]
    over: list[Expr] = []
    for place in all_said:
        match place.statement:
            case Extension() as extension if not scaffold.extended:
                over.append(scaffold.variable(ENDED, False))
                _extend(scaffold, place, extension)
            case Power(kind=Kind.WITHDRAW) as power:
                for who in members(scaffold.agreement, power.who, place.binding):
                    force.left[who] = scaffold.variable(_has_left(who), False)
            case Power(kind=Kind.TERMINATE) | Sunset(clauses=()):
                over.append(scaffold.variable(ENDED, False))
    alone = combinations([who for who in parties if who in force.left], max(len(parties) - 1, 1))
    over += [conj(*(force.left[who] for who in gone)) for gone in alone]
    scaffold.over = disj(*over)


def _has_left(who: str) -> str:
    return f"{who}{LEFT}"


def has_given_notice(who: str) -> str:
    """The variable: somebody has given notice of leaving or ending the agreement."""
    return f"{who}{NOTICE}"


def _ending(ledger: Ledger, place: Said, power: Power) -> None:
    """Notice of withdrawal or termination, and what comes of it once its time has run."""
    scaffold = ledger.scaffold
    leaves = power.kind is Kind.WITHDRAW
    for who in members(scaffold.agreement, power.who, place.binding):
        name = _name(ledger, f"{who} gives notice under clause {place.clause.number}", power)
        gone = _has_left(who) if leaves else ENDED
        noticed = scaffold.variable(has_given_notice(who), False)
        _offer(ledger, place, who, name, conj(neg(noticed), neg(Var(gone))), _notice_words(power))
        scaffold.set(Moment(name), has_given_notice(who), TRUE)
        _after_notice(scaffold, name, power, gone)


def _name(ledger: Ledger, name: str, power: Power) -> str:
    """The name of the event by which a power is used: a further power of one clause may come on other terms."""
    turns = (name if turn == 1 else f"{name} ({turn})" for turn in count(1))
    return next(own for own in turns if ledger.given_at.setdefault(own, power.place) == power.place)


def _after_notice(scaffold: Scaffold, name: str, power: Power, effect: str) -> None:
    """From the day on which the notice has run, what was given notice of is so."""
    if power.notice_days == 0:
        scaffold.set(Moment(name), effect, TRUE)
        return
    waits = f"{name}: runs"
    running = scaffold.variable(waits, False)
    scaffold.set(Moment(name), waits, TRUE)
    last = power.notice_days - 1
    over = conj(running, due(scaffold.timer(f"{name}: age", running, last), last))
    scaffold.set(Moment(CLOSE, over), effect, TRUE)
    scaffold.set(Moment(CLOSE, over), waits, FALSE)


def _notice_words(power: Power) -> str:
    what = "withdraws from the agreement" if power.kind is Kind.WITHDRAW else "ends the agreement"
    if power.notice_days == 0:
        said = f"{what}, with effect at once"
    else:
        noun = "withdrawal from" if power.kind is Kind.WITHDRAW else "the end of"
        said = f"gives notice of {noun} the agreement, with effect after {_days(power.notice_days)}"
    return f"{said}{', as it alone judges' if power.own_judgement else ''}"


def _days(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"


def _offer(ledger: Ledger, place: Said, who: str, name: str, guard: Expr, says: str) -> None:
    """An event that its holder may bring about while it is entitled to and the agreement is in force."""
    scaffold = ledger.scaffold
    if name in scaffold.events:
        return
    entitled = TRUE if not place.rules.upon else scaffold.variable(_entitled(name), False)
    in_force = conj(scaffold.in_term(), neg(ledger.force.is_left(who)))
    fill = (("CLAUSE", place.clause.number), ("SAYS", says))
    scaffold.events[name] = Event(name, (who,), conj(entitled, in_force, guard), {}, Manner.POWER, fill=fill)
    ledger.powers.append((place.clause.number, name))


def _entitled(event: str) -> str:
    return f"may: {event}"


def _extend(scaffold: Scaffold, place: Said, extension: Extension) -> None:
    """Periods that follow one another until somebody notifies that there shall be no other."""
    scaffold.extended = True
    first = scaffold.agreement.header.lasts_days or 0
    lengths = [first, *(extension.days or (first,))]
    index = f"{PERIOD}: which"
    which = scaffold.variable(index, 0, 0, len(lengths) - 1)
    passed = scaffold.variable(PERIOD, 0, 0, max(lengths))
    names = asked(scaffold, extension, place.binding)
    stopped = neg(all_agree(scaffold, names)) if names else scaffold.variable(NOT_AGAIN, False)
    scaffold.set(Moment(WAIT), PERIOD, add(passed, Var(DAYS)))
    ends: list[Expr] = []
    early: list[Expr] = []
    for turn, length in enumerate(lengths):
        here = _is(which, turn, len(lengths))
        scaffold.thresholds.append(Threshold(PERIOD, length, conj(here, neg(Var(ENDED)))))
        ends.append(conj(here, at_least(passed, number(length))))
        early.append(conj(here, at_most(passed, number(length - extension.notice))))
    over = disj(*ends)
    scaffold.set(Moment(WAIT, Var(ENDED)), PERIOD, passed)
    scaffold.last_day = conj(stopped, over, neg(Var(ENDED)))
    scaffold.period_end = conj(over, neg(Var(ENDED)))
    scaffold.set(Moment(CLOSE, conj(over, stopped)), ENDED, TRUE)
    again = conj(over, neg(stopped))
    scaffold.set(Moment(CLOSE, again), PERIOD, number(0))
    more = choice(at_most(which, number(len(lengths) - 2)), add(which, number(1)), which)
    scaffold.set(Moment(CLOSE, again), index, more)
    if extension.unless is not None:
        _objections(scaffold, place, extension, disj(*early), stopped)
    voices(scaffold, place.clause.number, names, conj(disj(*early), neg(Var(ENDED))), again)


def _is(which: Expr, turn: int, count: int) -> Expr:
    if turn == count - 1:
        return at_least(which, number(turn))
    return conj(at_least(which, number(turn)), at_most(which, number(turn)))


def _objections(scaffold: Scaffold, place: Said, extension: Extension, early: Expr, stopped: Expr) -> None:
    if extension.unless is None:
        return
    for who in members(scaffold.agreement, extension.unless, place.binding):
        name = f"{who} notifies that it wants no extension under clause {place.clause.number}"
        guard = conj(early, neg(stopped), neg(Var(ENDED)))
        fill = (
            ("CLAUSE", place.clause.number),
            ("SAYS", "notifies the others that the agreement shall not be extended"),
        )
        scaffold.events[name] = Event(name, (who,), guard, {}, Manner.POWER, fill=fill)
        scaffold.set(Moment(name), NOT_AGAIN, TRUE)
        scaffold.variable(has_given_notice(who), False)
        scaffold.set(Moment(name), has_given_notice(who), TRUE)


# ---- what ends or suspends a clause


def _sunset(ledger: Ledger, place: Said, sunset: Sunset) -> None:
    scaffold, force = ledger.scaffold, ledger.force
    last = day_of(scaffold.agreement, sunset.moment) if sunset.moment is not None else sunset.days
    for clause in sunset.clauses:
        if last is None:
            if sunset.stated:
                force.ended.setdefault(clause, []).append(scaffold.variable(_clause_ended(clause), False))
        elif not place.rules.upon or sunset.moment is not None:
            scaffold.stop_at(last)
            force.ended.setdefault(clause, []).append(neg(at_most(scaffold.clock(), number(last))))
        else:
            ended = scaffold.variable(_clause_ended(clause), False)
            force.ended.setdefault(clause, []).append(ended)


def _clause_ended(clause: str) -> str:
    return f"clause {clause} has ended"


def _suspending(ledger: Ledger, place: Said, power: Power) -> None:
    scaffold, force = ledger.scaffold, ledger.force
    targets = power.clauses or tuple(clause.number for clause in scaffold.agreement.clauses)
    for who in members(scaffold.agreement, power.who, place.binding):
        what = " and ".join(f"clause {each}" for each in power.clauses) or "the agreement"
        says = f"suspends {'its duties under ' if power.own else ''}{what}"
        label = _name(ledger, f"{who} {says} under clause {place.clause.number}", power)
        if f"{label}: so" in scaffold.variables:
            continue
        suspended = scaffold.variable(f"{label}: so", False)
        for clause in targets:
            if clause != place.clause.number:
                force.suspended.setdefault(clause, []).append(Suspended(suspended, who if power.own else None))
        ledger.suspensions.extend((each, who, label) for each in (power.clauses or (None,)))
        _suspension_events(ledger, place, power, Suspension(who, label, says))


def _suspension_events(ledger: Ledger, place: Said, power: Power, own: Suspension) -> None:
    scaffold, who, label, what = ledger.scaffold, own.who, own.label, own.says
    flag, suspended = f"{label}: so", Var(f"{label}: so")
    guard = [neg(suspended)]
    if power.until is not None and power.until.once:
        guard.append(neg(scaffold.variable(f"{label}: before", False)))
        scaffold.set(Moment(label), f"{label}: before", TRUE)
    if power.until is not None and power.until.moment is not None:
        guard.append(at_most(scaffold.clock(), number(day_of(scaffold.agreement, power.until.moment))))
    if power.until is not None and power.until.clauses:
        guard.append(neg(conj(*(_fulfilled(ledger, each) for each in power.until.clauses))))
    waits = f"{label}: runs"
    if power.notice_days:
        guard.append(neg(scaffold.variable(waits, False)))
    _offer(ledger, place, who, label, conj(*guard), f"{what}{', as it alone judges' if power.own_judgement else ''}")
    _after_notice(scaffold, label, power, flag)
    back = f"{who} takes back: {label}"
    fill = (("CLAUSE", place.clause.number), ("SAYS", f"takes back the suspension of {what.removeprefix('suspends ')}"))
    scaffold.events[back] = Event(back, (who,), suspended, {}, Manner.POWER, fill=fill)
    scaffold.set(Moment(back), flag, FALSE)
    if power.until is not None:
        _back_in_force(ledger, power.until, flag)


def _back_in_force(ledger: Ledger, until: Until, flag: str) -> None:
    """When a suspension ends by itself: at the dawn of a day, or with the day on which clauses are fulfilled."""
    scaffold, suspended = ledger.scaffold, Var(flag)
    if until.days is not None:
        age = scaffold.timer(f"{flag}: age", suspended, max(until.days, 1))
        over = at_least(add(age, Var(DAYS)), number(until.days))
        scaffold.set(Moment(WAIT, conj(suspended, over)), flag, FALSE)
    elif until.moment is not None:
        after = day_of(scaffold.agreement, until.moment) + 1
        scaffold.stop_at(after)
        over = at_least(add(scaffold.clock(), Var(DAYS)), number(after))
        scaffold.set(Moment(WAIT, conj(suspended, over)), flag, FALSE)
    elif until.clauses:
        kept = conj(*(_fulfilled(ledger, each) for each in until.clauses))
        scaffold.set(Moment(CLOSE, conj(suspended, kept)), flag, FALSE)


def _fulfilled(ledger: Ledger, clause: str) -> Expr:
    ledger.relied_on[clause] = None
    return ledger.scaffold.variable(is_fulfilled(clause), False)


# ---- what gives the power to whom


def entitle(ledger: Ledger) -> None:
    """What sets powers and ends off that stand under a trigger."""
    scaffold = ledger.scaffold
    for place in places(scaffold.agreement):
        if not place.rules.upon:
            continue
        found = [moment for moment in moments(ledger, place.rules, place.binding, None) if moment.when != FALSE]
        match place.statement:
            case Power() as power:
                for who in members(scaffold.agreement, power.who, place.binding):
                    for name in _events_of(ledger, place, power, who):
                        for moment in found:
                            scaffold.set(moment, _entitled(name), TRUE)
            case Sunset(moment=None) as sunset if sunset.stated:
                _end_then(ledger, sunset, found)


def _events_of(ledger: Ledger, place: Said, power: Power, who: str) -> list[str]:
    """The events by which somebody uses this power, and no other that its clause gives."""
    return [
        name
        for clause, name in ledger.powers
        if (clause, ledger.given_at[name]) == (place.clause.number, power.place)
        and ledger.scaffold.events[name].by == (who,)
    ]


def _end_then(ledger: Ledger, sunset: Sunset, found: list[Moment]) -> None:
    scaffold = ledger.scaffold
    for moment in found:
        event = scaffold.events.get(moment.place)
        if event is not None and event.decision is not None:
            scaffold.events[moment.place] = replace(event, gives_up=True)
    for flag in [_clause_ended(clause) for clause in sunset.clauses] or [ENDED]:
        if sunset.days is None:
            for moment in found:
                scaffold.set(moment, flag, TRUE)
            continue
        runs = f"{flag}: runs out"
        running = scaffold.variable(runs, False)
        for moment in found:
            scaffold.set(Moment(moment.place, conj(moment.when, neg(running))), runs, TRUE)
        over = conj(running, due(scaffold.timer(f"{flag}: age", running, sunset.days), sunset.days))
        scaffold.set(Moment(CLOSE, over), flag, TRUE)
        scaffold.set(Moment(CLOSE, over), runs, FALSE)
