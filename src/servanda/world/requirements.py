"""What must come before an act counts: somebody's agreement, another clause fulfilled, an act, a date.

An *agreement* is an act of whoever gives it, optional unless some duty asks
for it, and irrevocable.  `after` and `not before` say when the bearer's act
counts; `provided that clause 2 is fulfilled` says when anything is due at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from servanda.agreement.event import Act
from servanda.agreement.norm import After, Agreed, Do, Duty, Fulfilled, NotBefore, Requirement
from servanda.agreement.party import Group, Quantifier, Who
from servanda.world.acts import ensure
from servanda.world.build import WAIT, Moment, Scaffold
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
from servanda.world.ground import NOBODY, Binding, day_of, members
from servanda.world.triggers import Ledger, happening_moments
from servanda.world.world import DAYS, Event, Manner, Threshold


@dataclass(frozen=True, slots=True)
class Needs:
    """`counts`: when an act of the bearer counts.  `due`: until this holds, nothing is due.

    `starts`: from when days given with "within" run.
    """

    counts: Expr = TRUE
    due: Expr = TRUE
    starts: Expr = TRUE


def add_agreements(ledger: Ledger, clause: str, duty: Duty, bearer: str, binding: Binding) -> None:
    """The events by which somebody gives the agreement that a duty asks for; one for each clause and trigger."""
    for requirement in duty.requires:
        if isinstance(requirement, Agreed):
            for name in _asked(ledger.scaffold, requirement, bearer, binding):
                _add_agreement(ledger, clause, name, binding)


def rely_on(ledger: Ledger, duty: Duty) -> None:
    """Make known whose fulfilment a duty waits for, whoever bears it and even if nobody does."""
    for requirement in duty.requires:
        if isinstance(requirement, Fulfilled):
            ledger.relied_on.update(dict.fromkeys(requirement.clauses))
            for clause in requirement.clauses:
                ledger.scaffold.variable(is_fulfilled(clause), False)


def _add_agreement(ledger: Ledger, clause: str, who: str, binding: Binding) -> None:
    scaffold = ledger.scaffold
    agreed = has_agreed(clause, who, binding)
    name = f"{who} agrees to clause {clause}{_label(binding)}"
    if name in scaffold.events:
        return
    guard = neg(scaffold.variable(agreed, False))
    if binding.label:
        guard = conj(guard, scaffold.variable(f"{agreed}: asked", False))
    scaffold.events[name] = Event(name, (who,), guard, {}, Manner.CONSENT, fill=(("CLAUSE", clause),))
    scaffold.set(Moment(name), agreed, TRUE)
    ledger.agreements.setdefault((clause, who), []).append(name)


def has_agreed(clause: str, who: str, binding: Binding) -> str:
    """The variable: somebody has given the agreement that a clause asks for."""
    return f"{who} has agreed to clause {clause}{_label(binding)}"


def _label(binding: Binding) -> str:
    return f" [{binding.label}]" if binding.label else ""


def _asked(scaffold: Scaffold, requirement: Agreed, bearer: str, binding: Binding) -> tuple[str, ...]:
    """Whose agreement is needed; nobody needs its own."""
    return tuple(name for name in members(scaffold.agreement, requirement.who, binding) if name != bearer)


def needs(ledger: Ledger, clause: str, duty: Duty, bearer: str, binding: Binding) -> Needs:
    """What a duty's requirements come to, for one bearer under one trigger."""
    counts: list[Expr] = []
    due: list[Expr] = []
    starts: list[Expr] = []
    for requirement in duty.requires:
        condition = _condition(ledger, clause, requirement, bearer, binding)
        match requirement:
            case Fulfilled(enables=False):
                due.append(condition)
            case Fulfilled() | After():
                counts.append(condition)
                starts.append(condition)
            case _:
                counts.append(condition)
    return Needs(conj(*counts), conj(*due), conj(*starts))


def _condition(ledger: Ledger, clause: str, requirement: Requirement, bearer: str, binding: Binding) -> Expr:
    scaffold = ledger.scaffold
    match requirement:
        case Agreed(who=who):
            asked = _asked(scaffold, requirement, bearer, binding)
            given = [Var(has_agreed(clause, name, binding)) for name in asked]
            return disj(*given) if who.quantifier is Quantifier.ANY and given else conj(*given)
        case Fulfilled(clauses=clauses):
            return conj(*(Var(is_fulfilled(each)) for each in clauses))
        case After():
            return _has_happened(ledger, requirement)
        case NotBefore(moment=moment):
            return at_least(scaffold.clock(), number(day_of(scaffold.agreement, moment)))


def _has_happened(ledger: Ledger, after: After) -> Expr:
    scaffold = ledger.scaffold
    moments = happening_moments(ledger, after.act, NOBODY, None)
    name = f"has happened: {' or '.join(dict.fromkeys(moment.place for moment in moments))}"
    happened = scaffold.variable(name, False)
    for moment in moments:
        scaffold.set(moment, name, TRUE)
    if not after.days:
        return happened
    return conj(happened, _long_ago(scaffold, name, happened, after.days))


def _long_ago(scaffold: Scaffold, name: str, happened: Expr, days: int) -> Expr:
    """Whether something happened so many days ago at least; the count stops there."""
    age, last = f"{name}: {days} days ago", number(days)
    if age not in scaffold.variables:
        later = add(scaffold.variable(age, 0, 0, days), Var(DAYS))
        counted = choice(at_most(later, last), later, last)
        scaffold.set(Moment(WAIT), age, choice(happened, counted, number(0)))
        scaffold.thresholds.append(Threshold(age, days, conj(happened, neg(at_least(Var(age), last)))))
    return at_least(Var(age), last)


def ask_again(ledger: Ledger, clause: str, duty: Duty, bearer: str, binding: Binding, moment: Moment) -> None:
    """A fresh trigger asks for a fresh agreement."""
    for requirement in duty.requires:
        if isinstance(requirement, Agreed):
            for name in _asked(ledger.scaffold, requirement, bearer, binding):
                agreed = has_agreed(clause, name, binding)
                ledger.scaffold.set(moment, agreed, FALSE)
                ledger.scaffold.set(moment, f"{agreed}: asked", TRUE)


def is_fulfilled(clause: str) -> str:
    """The variable: everything that a clause asks to be done has been done, in time or late."""
    return f"clause {clause} is fulfilled"


@dataclass(frozen=True, slots=True)
class Part:
    """One act that a clause asks for: any of `goals` does it, while `counts` holds."""

    name: str
    goals: tuple[str, ...]
    counts: Expr


def unowed_parts(ledger: Ledger, number: str) -> Iterator[Part]:
    """What a clause asks for without making it anybody's duty: of nobody named, or as an effort only."""
    agreement = ledger.scaffold.agreement
    for part, rules in enumerate(agreement.clause(number).rules, start=1):
        for index, duty in enumerate(rules.statements, start=1):
            if isinstance(duty, Duty) and isinstance(duty.content, Do):
                unnamed = duty.bearer.group is Group.UNSTATED
                doers = ("",) if unnamed else members(agreement, duty.bearer, NOBODY) if duty.force.is_effort else ()
                for name in doers:
                    yield _by_anybody(ledger, duty, duty.content.act, f"clause {number} line {part}.{index}", name)


def _by_anybody(ledger: Ledger, duty: Duty, act: Act, line: str, doer: str) -> Part:
    scaffold = ledger.scaffold
    slot = scaffold.agreement.act_kind(act.kind).doer
    named = Who(Quantifier.ONE, Group.NAMED, doer, act.place)
    kept = tuple((each, who) for each, who in act.fill if each != slot)
    goals = ensure(scaffold, replace(act, fill=(*kept, (slot, named))) if doer else act, Binding(speaker=doer or None))
    need = needs(ledger, line.split()[1], duty, doer, NOBODY)
    return Part(
        f"{line}: {doer}", tuple(goal for goal in goals if goal in scaffold.events), conj(need.counts, need.due)
    )


def settle_fulfilment(ledger: Ledger, clause: str, parts: Iterable[Part]) -> None:
    """Say when a clause that others rely on is fulfilled: with the last of its acts."""
    scaffold, all_parts = ledger.scaffold, tuple(parts)
    for part in all_parts:
        scaffold.variable(f"{part.name}: done", False)
        for goal in part.goals:
            scaffold.set(Moment(goal, part.counts), f"{part.name}: done", TRUE)
    for goal in dict.fromkeys(goal for part in all_parts for goal in part.goals):
        last = conj(*(_done_with(part, goal) for part in all_parts))
        scaffold.set(Moment(goal, last), is_fulfilled(clause), TRUE)


def _done_with(part: Part, goal: str) -> Expr:
    done = Var(f"{part.name}: done")
    return disj(done, part.counts) if goal in part.goals else done
