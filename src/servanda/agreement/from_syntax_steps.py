"""From entitlements, and from steps that run side by side, to the duties they come to.

Whoever is to receive something breaches nothing by not receiving it: what it is
entitled to is a duty of whoever owes it, and of nobody where that is not stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from servanda.agreement import complain_steps
from servanda.agreement.event import Act
from servanda.agreement.from_syntax_acts import begun, check_doer, noun_act, with_doer
from servanda.agreement.from_syntax_clauses import bound, timing
from servanda.agreement.from_syntax_who import whos
from servanda.agreement.norm import After, Alongside, Do, Duty, Force, Manner, Requirement, Statement, Timing
from servanda.agreement.party import Group, Quantifier, Who
from servanda.agreement.scope import Scope
from servanda.syntax import tree as t
from servanda.text import Place

_MANNERS = {"complete": Manner.COMPLETE, "awaits": Manner.AWAITS, "target": Manner.TARGET}


@dataclass(slots=True)
class _Phase:
    """When something may begin, or be complete, as far as it has been read."""

    timing: Timing | None = None
    requires: list[Requirement] = field(default_factory=list)
    spoken_of: bool = False


def entitlement(scope: Scope, node: t.EntitledNode, under: Sequence[t.Node | None], place: Place) -> tuple[Duty, ...]:
    """What somebody is entitled to: its beginning, where the text speaks of one, and the whole of it."""
    act = noun_act(scope, node.what)
    owners = whos(scope, node.owner)
    debtors = _debtors(scope, under, place)
    if act is None or not owners or not debtors:
        return ()
    begins, whole = _phases(scope, under)
    found = [
        duty
        for owner in owners
        for debtor in debtors
        for duty in _owed(scope, _to(scope, act, owner), owner, debtor, begins, whole, place)
    ]
    return tuple(found)


def _debtors(scope: Scope, under: Iterable[t.Node | None], place: Place) -> tuple[Who, ...]:
    """Who owes it; nobody named where the text does not say, or the line is missing."""
    named = [node.by for node in under if isinstance(node, t.OwedByNode) and node.by is not None]
    return whos(scope, named) if named else (Who(Quantifier.ONE, Group.UNSTATED, None, place),)


def _phases(scope: Scope, under: Iterable[t.Node | None]) -> tuple[_Phase, _Phase]:
    begins, whole = _Phase(), _Phase(spoken_of=True)
    for node in under:
        match node:
            case t.PhaseNode():
                phase = begins if node.beginning else whole
                phase.spoken_of = True
                phase.timing = timing(scope, node.timing) if node.timing else phase.timing
                phase.requires += bound(scope, node.requires)
            case t.ProvisoNode(requires=requires, governs=governs):
                needs = bound(scope, requires)
                begins.requires += needs if governs != "completion" else ()
                whole.requires += needs if governs != "beginning" else ()
                begins.spoken_of |= governs == "beginning"
    return begins, whole


def _to(scope: Scope, act: Act, owner: Who) -> Act:
    """The act with whoever is entitled in the one place that the phrase leaves open."""
    kind = scope.acts[act.kind]
    taken = {slot for slot, _ in act.fill}
    free = [slot.name for slot in kind.slots if slot.who is not None and slot.name not in (*taken, kind.doer)]
    if len(free) != 1:
        return act
    fill = {**dict(act.fill), free[0]: owner}
    return replace(act, fill=tuple((slot.name, fill[slot.name]) for slot in kind.slots if slot.name in fill))


def _owed(
    scope: Scope, act: Act, owner: Who, debtor: Who, begins: _Phase, whole: _Phase, place: Place
) -> Iterator[Duty]:
    kind = scope.acts[act.kind]
    if debtor.group is not Group.UNSTATED:
        check_doer(scope, act, debtor)
        if act.filler(kind.doer) is None:
            act = with_doer(scope, act, debtor)
    if begins.spoken_of:
        first = begun(scope, act)
        yield Duty(debtor, Force.SHALL, Do(first), begins.timing, None, place, tuple(begins.requires), entitled=owner)
    yield Duty(debtor, Force.SHALL, Do(act), whole.timing, None, place, tuple(whole.requires), entitled=owner)


def side_by_side(
    scope: Scope, node: t.ParallelNode, statements: Sequence[Statement], place: Place
) -> tuple[Statement, ...]:
    """Steps that run in parallel, each with what ties it to the others."""
    duties = [each for each in statements if isinstance(each, Duty) and isinstance(each.content, Do)]
    if len({each.bearer.name or each.bearer.group for each in duties}) < 2 and not _of_several(duties):
        complain_steps.one_step(scope.complaints, place)
        return tuple(statements)
    manner = _MANNERS[node.manner.kind] if node.manner else Manner.NOT_STATED
    until = timing(scope, node.manner.timing) if node.manner and node.manner.timing else None
    along = Alongside(node.phased, manner, until if manner is Manner.TARGET else None, place)
    return tuple(
        _tied(scope, each, [other for other in duties if other is not each], along, until)
        if isinstance(each, Duty)
        else each
        for each in statements
    )


def _of_several(duties: Sequence[Duty]) -> bool:
    """Whether one line speaks of several who move side by side (``each Party shall …``)."""
    return any(each.bearer.quantifier is Quantifier.EACH for each in duties)


def _tied(scope: Scope, duty: Duty, others: Sequence[Duty], along: Alongside, until: Timing | None) -> Duty:
    found = replace(duty, along=along)
    if along.manner in (Manner.COMPLETE, Manner.AWAITS) and found.timing is None:
        found = replace(found, timing=until)
    if along.manner is Manner.AWAITS:
        awaited = [
            After(with_doer(scope, other.content.act, other.bearer), along.place)
            for other in others
            if isinstance(other.content, Do)
        ]
        found = replace(found, requires=(*found.requires, *awaited))
    return found
