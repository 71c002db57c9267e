"""From `interest of …` to what somebody wants protected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from servanda.agreement import complain, complain_lasting, complain_values
from servanda.agreement.agreement import Header
from servanda.agreement.from_syntax_conditions import condition, days, happening
from servanda.agreement.from_syntax_who import candidates, try_who
from servanda.agreement.from_syntax_world import day_of_date
from servanda.agreement.interest import Always, AtExpiry, Interest, Never, Protected, Whenever
from servanda.agreement.party import Group, Quantifier, Role, Who
from servanda.agreement.quantity import Both, Comparison, Condition, Either, Holding, Not, Term
from servanda.agreement.scope import Scope
from servanda.syntax import tree as t
from servanda.text import Place


def interests(scope: Scope, node: t.InterestNode, place: Place, about: Header | None) -> Iterator[Interest]:
    """One interest, or one for each party where it is ``of each Party``; dates count from the first day."""
    if node.protected is None:
        complain_values.empty_interest(scope.complaints, node.name.text, place)
        return
    found = _protected(scope, node.protected, about)
    if found is None:
        return
    beyond = _beyond(scope, node.beyond, found) if node.beyond is not None else None
    for of in _holders(scope, node.of):
        yield Interest(of, node.name.text, _spoken_by(scope, found, of), place, beyond)


def _beyond(scope: Scope, node: t.BeyondNode, protected: Protected) -> int | None:
    """For how many days after the end an interest is meant; 0: for good."""
    if isinstance(protected, AtExpiry):
        complain_lasting.expiry_beyond(scope.complaints, scope.place(node.span))
        return None
    return days(scope, node.duration) if node.duration is not None else 0


def _holders(scope: Scope, phrase: t.Phrase) -> tuple[str, ...]:
    who = try_who(scope, phrase.words, scope.place(phrase))
    if who is None or who.group not in (Group.NAMED, Group.PARTIES, Group.BODY, Group.THIRD_STATES):
        names = tuple(candidates(scope))
        complain.unknown_actor(scope.complaints, phrase.text, scope.place(phrase), names)
        return ()
    if who.group is Group.NAMED and who.name:
        return (who.name,)
    if who.group is Group.BODY and who.name:
        return scope.bodies[who.name].members
    role = Role.PARTY if who.group is Group.PARTIES else Role.THIRD_STATE
    return tuple(actor.ident for actor in scope.with_role([role]))


def _protected(scope: Scope, node: t.ProtectedNode, about: Header | None) -> Protected | None:
    match node:
        case t.AlwaysNode():
            found = condition(scope, node.condition)
            return Always(found) if found else None
        case t.AtExpiryNode():
            found = condition(scope, node.condition)
            return AtExpiry(found) if found else None
        case t.NeverNode():
            what = happening(scope, node.happening)
            return Never(what) if what else None
        case t.WheneverNode():
            return _whenever(scope, node, about)


def _whenever(scope: Scope, node: t.WheneverNode, about: Header | None) -> Whenever | None:
    trigger = happening(scope, node.trigger) if node.trigger is not None else None
    answer = happening(scope, node.answer)
    if node.within is None:
        complain_values.interest_without_time(scope.complaints, scope.place(node.answer.span))
        return None
    if isinstance(node.within, t.Moment):
        within = day_of_date(scope, node.within, about, "interest")
    else:
        within = days(scope, node.within)
    understood = answer is not None and (trigger is not None or node.trigger is None)
    if answer is None or not understood or within is None:
        return None
    return Whenever(trigger, answer, within, node.or_before)


def _spoken_by(scope: Scope, protected: Protected, of: str) -> Protected:
    """What one party says of itself ("its") and of "the other Party", by name."""
    if isinstance(protected, Always):
        return Always(_condition(scope, protected.condition, of))
    return AtExpiry(_condition(scope, protected.condition, of)) if isinstance(protected, AtExpiry) else protected


def _condition(scope: Scope, found: Condition, of: str) -> Condition:
    match found:
        case Comparison(left, order, right, place):
            return Comparison(_terms(scope, left, of), order, _terms(scope, right, of), place)
        case Both(parts):
            return Both(tuple(_condition(scope, part, of) for part in parts))
        case Either(parts):
            return Either(tuple(_condition(scope, part, of) for part in parts))
        case Not(part):
            return Not(_condition(scope, part, of))


def _terms(scope: Scope, terms: tuple[Term, ...], of: str) -> tuple[Term, ...]:
    return tuple(
        replace(term, of=replace(term.of, holder=_named(scope, term.of.holder, of)))
        if isinstance(term.of, Holding)
        else term
        for term in terms
    )


def _named(scope: Scope, holder: Who, of: str) -> Who:
    if holder.group in (Group.SAME, Group.OWN):
        return Who(Quantifier.ONE, Group.NAMED, of, holder.place)
    others = [actor.ident for actor in scope.with_role([Role.PARTY]) if actor.ident != of]
    if holder.group is Group.OTHERS and len(others) == 1:
        return Who(Quantifier.ONE, Group.NAMED, others[0], holder.place)
    return holder
