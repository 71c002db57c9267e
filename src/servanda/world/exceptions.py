"""Exceptions: when a clause that binds somebody does not bind it for once.

Whoever may judge brings the exception about by an event that nobody owes; a
factual one comes about by itself.  What can be judged by its user alone is
taken to be usable at any time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from servanda.agreement.event import Act, Breach
from servanda.agreement.exception import Cure, Excepted, Exempt, Judge, Prevails
from servanda.agreement.lasting import Until
from servanda.agreement.norm import Duty, Permission, Statement
from servanda.agreement.party import Group, Quantifier, Role, Who
from servanda.world.acts import ensure
from servanda.world.build import WAIT, Moment, Scaffold
from servanda.world.expression import FALSE, TRUE, Expr, Var, add, at_least, at_most, conj, disj, neg, number
from servanda.world.ground import Binding, day_of, members
from servanda.world.lines import Line
from servanda.world.powers import Said, places
from servanda.world.triggers import Ledger, breachers, moments
from servanda.world.world import DAYS, Event, Manner

ALONE = ("JUDGE", "whoever it frees")
"""Marks the event by which somebody judges alone that an exception frees it."""


def read_softenings(ledger: Ledger) -> None:
    """Which clauses may be cured, and whose breach has a price instead: before any duty is built."""
    agreement = ledger.scaffold.agreement
    for place in places(agreement):
        match place.statement:
            case Cure(clause=clause, days=days):
                ledger.cures[clause] = days
            case Duty(instead=True):
                for happening in place.rules.upon:
                    if isinstance(happening, Breach):
                        ledger.priced.update((happening.clause, who) for who in breachers(agreement, happening.by))


def excused(ledger: Ledger, line: Line) -> Expr:
    """Whether an exception frees the bearer of a line from it now."""
    own = [_exception(ledger, line.clause.number, line, each) for each in line.duty.exceptions]
    return disj(*own, *(_exception(ledger, clause, line, exempt.excepted) for clause, exempt in _exempts(ledger, line)))


def _exempts(ledger: Ledger, line: Line) -> Iterator[tuple[str, Exempt]]:
    """The exceptions that other lines make from a line's clause for its bearer, each with its own clause."""
    agreement = ledger.scaffold.agreement
    for said in places(agreement, Exempt):
        match said.statement:
            case Exempt(clauses=clauses, who=who) as exempt if line.clause.number in clauses:
                if who is None or line.bearer in members(agreement, who, line.binding):
                    yield said.clause.number, exempt


def _exception(ledger: Ledger, clause: str, line: Line, excepted: Excepted) -> Expr:
    if excepted.after is not None:
        happened = conj(_has_taken_place(ledger, line, excepted.after), _besides(ledger, line, excepted))
        return _bounded(ledger.scaffold, happened, excepted.until)
    if excepted.agreed is not None:
        asked = members(ledger.scaffold.agreement, excepted.agreed, line.binding)
        who = [name for name in asked if name != line.bearer]
        label = f"an exception from clause {line.clause.number} for {line.bearer}"
        given = [_said(ledger, clause, (each,), f"{each} agrees to {label}", excepted, line) for each in who]
        return disj(*given) if excepted.agreed.quantifier is Quantifier.ANY else conj(*given)
    judges = _judges(ledger, line, excepted)
    name = f"{' and '.join(judges)} holds that {line.bearer} acts {excepted.words} under clause {clause}"
    return _said(ledger, clause, judges, name, excepted, line)


def _besides(ledger: Ledger, line: Line, excepted: Excepted) -> Expr:
    """Whether what the exception comes only after has taken place."""
    return TRUE if excepted.only_after is None else _has_taken_place(ledger, line, excepted.only_after)


def _judges(ledger: Ledger, line: Line, excepted: Excepted) -> tuple[str, ...]:
    """Who can bring an exception in words about; what a verifier determines is taken to be right, and so to be rare."""
    agreement = ledger.scaffold.agreement
    if not isinstance(excepted.judge, Who):
        return (line.bearer,)
    found = members(agreement, excepted.judge, line.binding)
    return () if any(agreement.actor(name).role is Role.VERIFIER for name in found) else found


def _said(ledger: Ledger, clause: str, judges: tuple[str, ...], name: str, excepted: Excepted, line: Line) -> Expr:
    """An event by which somebody brings an exception about, and whether it is there."""
    scaffold, flag = ledger.scaffold, f"{name}: so"
    known = flag in scaffold.variables
    there = scaffold.variable(flag, False)
    if not known and judges:
        alone = excepted.agreed is None and judges == (line.bearer,)
        fill = (("CLAUSE", clause), ("SAYS", _says(line, excepted)), *((ALONE,) if alone else ()))
        guard = conj(neg(there), _besides(ledger, line, excepted))
        scaffold.events[name] = Event(name, judges, guard, {}, Manner.POWER, fill=fill)
        scaffold.set(Moment(name), flag, TRUE)
        until = excepted.until
        if until is not None and until.days is not None:
            age = scaffold.timer(f"{flag}: age", there, max(until.days, 1))
            over = at_least(add(age, Var(DAYS)), number(until.days))
            scaffold.set(Moment(WAIT, conj(there, over)), flag, FALSE)
    return _bounded(scaffold, there, excepted.until)


def _says(line: Line, excepted: Excepted) -> str:
    if excepted.agreed is not None:
        return f"agrees that clause {line.clause.number} shall not bind {{{line.bearer}}}"
    if isinstance(excepted.judge, Who):
        return f"determines that {{{line.bearer}}} acts {_quoted(excepted)}"
    judge = ", as it alone judges" if excepted.judge is Judge.BEARER else ", as it says"
    return f"acts {_quoted(excepted)}{judge}"


def _quoted(excepted: Excepted) -> str:
    words = excepted.words or ""
    return words if words.startswith("in ") else f"under the exception “{words}”"


def _bounded(scaffold: Scaffold, there: Expr, until: Until | None) -> Expr:
    if until is None or until.moment is None:
        return there
    last = day_of(scaffold.agreement, until.moment)
    scaffold.stop_at(last)
    return conj(there, at_most(scaffold.clock(), number(last)))


def _has_taken_place(ledger: Ledger, line: Line, act: Act) -> Expr:
    scaffold = ledger.scaffold
    events = ensure(scaffold, act, Binding(speaker=line.bearer, within=line.binding.within))
    found = [name for name in events if name in scaffold.events]
    name = f"has happened: {' or '.join(found)}"
    happened = scaffold.variable(name, False)
    for each in found:
        scaffold.set(Moment(each), name, TRUE)
    return happened


def allowed_elsewhere(ledger: Ledger, line: Line, event: str) -> Expr:
    """Whether a clause that prevails over the line's allows this very act to its bearer now."""
    prevailing = frozenset(_prevailing(ledger, line.clause.number))
    ranked = (said for said in places(ledger.scaffold.agreement, Permission) if said.clause.number in prevailing)
    return disj(*(_permitted(ledger, said, said.statement, line, event) for said in ranked))


def _prevailing(ledger: Ledger, clause: str) -> Iterator[str]:
    for place in places(ledger.scaffold.agreement, Prevails):
        if isinstance(place.statement, Prevails) and clause in place.statement.over:
            yield from place.statement.clauses


def _permitted(ledger: Ledger, said: Said, permission: Statement, line: Line, event: str) -> Expr:
    scaffold = ledger.scaffold
    agreement = scaffold.agreement
    if not isinstance(permission, Permission):
        return FALSE
    if line.bearer not in members(agreement, permission.bearer, said.binding):
        return FALSE
    doer = agreement.act_kind(permission.act.kind).doer
    kept = tuple((slot, who) for slot, who in permission.act.fill if slot != doer)
    named = Who(Quantifier.ONE, Group.NAMED, line.bearer, permission.place)
    act = replace(permission.act, fill=(*kept, (doer, named)))
    if event not in ensure(scaffold, act, replace(said.binding, speaker=line.bearer)):
        return FALSE
    if not said.rules.upon:
        return TRUE
    flag = f"{line.bearer} is allowed: {event}"
    ledger.permitted.append((permission, said.binding, flag))
    return scaffold.variable(flag, False)


def permit(ledger: Ledger) -> None:
    """What gives the permissions that stand under a trigger."""
    flags = {(id(permission), binding): flag for permission, binding, flag in ledger.permitted}
    for place in places(ledger.scaffold.agreement):
        for (permission, binding), flag in flags.items():
            if permission == id(place.statement) and binding == place.binding:
                for moment in moments(ledger, place.rules, place.binding, None):
                    ledger.scaffold.set(moment, flag, TRUE)
