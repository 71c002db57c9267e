"""From lines about leaving, ending, suspending and extending to what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.agreement import complain_lasting
from servanda.agreement.event import Breach
from servanda.agreement.from_syntax_conditions import days, known_clause, moment
from servanda.agreement.from_syntax_who import who, whos
from servanda.agreement.lasting import (
    Effective,
    Extension,
    Kind,
    Lapse,
    Lasting,
    Power,
    Regulated,
    Sunset,
    Survival,
    Until,
)
from servanda.agreement.norm import Clause, Duty
from servanda.agreement.scope import Scope
from servanda.syntax import tree as t
from servanda.text import Place

_KINDS = {"withdraw": Kind.WITHDRAW, "terminate": Kind.TERMINATE, "suspend": Kind.SUSPEND}


def lasting(scope: Scope, node: t.LastingStatement, place: Place) -> Iterator[Lasting]:
    """What one such line says; several where it names several who hold a power."""
    match node:
        case t.PowerNode():
            yield from _powers(scope, node, place)
        case t.ExtensionNode():
            yield from _extension(scope, node, place)
        case t.EndNode():
            yield from _end(scope, node, place)
        case t.SurvivalNode(clauses=refs, duration=span):
            numbers = numbered(scope, refs)
            count = days(scope, span) if span is not None else None
            if numbers and (span is None or count is not None):
                yield Survival(numbers, count, place)
        case t.LapseNode(clauses=refs):
            numbers = numbered(scope, refs)
            if numbers:
                yield Lapse(numbers, place)
        case t.SilentNode(subject=subject, words=words):
            yield Regulated(subject, words.text if words is not None else None, place)


def numbered(scope: Scope, refs: Sequence[t.ClauseRef]) -> tuple[str, ...]:
    """The clauses' numbers, "this clause" included; empty where one of them does not exist, which it says."""
    own = scope.complaints.clause
    found = [own if ref.number == "this" else ref.number if known_clause(scope, ref) else "" for ref in refs]
    return tuple(found) if all(found) else ()


def until(scope: Scope, node: t.LastingNode) -> Until | None:
    """How long something lasts; None where that is not understood."""
    count = days(scope, node.duration) if node.duration is not None else None
    at = moment(scope, node.until) if node.until is not None else None
    clauses = numbered(scope, node.fulfilled)
    if (node.duration and count is None) or (node.until and at is None) or (node.fulfilled and not clauses):
        return None
    return Until(count, at, clauses, node.once, scope.place(node.span))


def _powers(scope: Scope, node: t.PowerNode, place: Place) -> Iterator[Power]:
    numbers = numbered(scope, node.clauses)
    effective = _effective(scope, node.effective) if node.effective is not None else None
    lasts = until(scope, node.lasting) if node.lasting is not None else None
    holders = whos(scope, node.subject)
    if (node.clauses and not numbers) or (node.effective and effective is None) or (node.lasting and lasts is None):
        return
    given = node.condition
    for holder in holders:
        yield Power(
            holder,
            _KINDS[node.what],
            numbers,
            node.own,
            given.words.text if given is not None else None,
            given is not None and given.own_judgement,
            node.notice or (effective is not None and effective.days != 0),
            effective,
            lasts,
            place,
        )


def _effective(scope: Scope, node: t.EffectiveNode) -> Effective | None:
    place = scope.place(node.span)
    if node.after is None:
        return Effective(0 if node.at_once else None, place)
    count = days(scope, node.after)
    return Effective(count, place) if count is not None else None


def _extension(scope: Scope, node: t.ExtensionNode, place: Place) -> Iterator[Extension]:
    counts = [days(scope, span) for span in node.periods.spans]
    known = tuple(count for count in counts if count is not None)
    unless = who(scope, node.unless) if node.unless is not None else None
    agreed = who(scope, node.agreed) if node.agreed is not None else None
    notice = days(scope, node.notice) if node.notice is not None else 0
    understood = (node.unless is None or unless is not None) and (node.agreed is None or agreed is not None)
    if 0 in known:
        complain_lasting.no_days(scope.complaints, place)
    elif len(known) == len(counts) and notice is not None and understood:
        yield Extension(known, unless, notice, place, agreed)


def _end(scope: Scope, node: t.EndNode, place: Place) -> Iterator[Sunset]:
    numbers = numbered(scope, node.clauses)
    if node.clauses and not numbers:
        return
    at = moment(scope, node.on) if node.on is not None else None
    count = days(scope, node.after) if node.after is not None else None
    if not node.clauses and (node.on or node.after or node.not_stated):
        complain_lasting.end_of_all(scope.complaints, place)
    elif (node.on is None or at is not None) and (node.after is None or count is not None):
        yield Sunset(numbers, at, count, not node.not_stated, place)


def look_over(scope: Scope, clauses: Sequence[Clause], lasts_days: int | None) -> None:
    """What only the whole agreement shows: ends without an occasion, extensions of nothing."""
    first: Extension | None = None
    for clause in clauses:
        scope.complaints.clause = clause.number
        for rules in clause.rules:
            for statement in rules.statements:
                match statement:
                    case Sunset(moment=None, days=None, stated=True) if not rules.upon:
                        complain_lasting.ends_when(scope.complaints, statement.place)
                    case Duty(instead=True) if not any(isinstance(each, Breach) for each in rules.upon):
                        complain_lasting.instead_of_what(scope.complaints, statement.place)
                    case Duty(each_time=True) if not rules.upon:
                        complain_lasting.each_time_of_what(scope.complaints, statement.place)
                    case Extension() if first is not None:
                        complain_lasting.extended_twice(scope.complaints, statement.place, first.place)
                    case Extension():
                        first = statement
                        if lasts_days is None:
                            complain_lasting.nothing_to_extend(scope.complaints, statement.place)
