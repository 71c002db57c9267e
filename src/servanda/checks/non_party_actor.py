"""`non-party-actor`: a duty of a party hangs on somebody whom the text does not bind, or is laid on one."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.event import Act
from servanda.agreement.norm import After, Agreed, Do, Duty, Requirement
from servanda.agreement.party import Group, Who
from servanda.agreement.wording import noun_words
from servanda.checks.instances import Instances, bearers, instances, what_words
from servanda.checks.study import Study, depends_on
from servanda.findings import Circumstance, Family, Finding, Hint, Slug, make_finding
from servanda.stories.words import capital, listed

NON_PARTY_ACTOR = Slug(
    "non-party-actor", Family.CIRCUMVENTION, "A duty hangs on somebody whom the text does not bind, or is laid on one."
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each duty that waits for such an actor, or that such an actor is to bear."""
    for item in instances(study):
        strangers = _bearing(study, item.duty)
        if strangers:
            yield _laid_on(study, item, strangers)
        elif not item.duty.force.is_effort:
            for who, what in _awaited(study, item.duty):
                yield _hangs_on(study, item, who, what)


def _bearing(study: Study, duty: Duty) -> tuple[str, ...]:
    return _unbound(study, duty.bearer)


def _unbound(study: Study, who: Who | str | None) -> tuple[str, ...]:
    """Those of a phrase whom the text does not bind; only names count, "any state" is told elsewhere."""
    if not isinstance(who, Who) or who.group not in (Group.NAMED, Group.BODY):
        return ()
    names = (who.name or "",) if who.group is Group.NAMED else study.agreement.body(who.name or "").members
    return tuple(name for name in names if not study.agreement.actor(name).bound)


def _awaited(study: Study, duty: Duty) -> Iterator[tuple[tuple[str, ...], str]]:
    """Who has to act before the duty's act counts, and what they have to do."""
    for requirement in duty.requires:
        who, what = _whose(study, requirement)
        if who:
            yield who, what
    if isinstance(duty.content, Do):
        kind = study.agreement.act_kind(duty.content.act.kind)
        taking_part = _unbound(study, duty.content.act.filler(kind.acceptance_of)) if kind.acceptance_of else ()
        if taking_part:
            yield taking_part, "taking part"


def _whose(study: Study, requirement: Requirement) -> tuple[tuple[str, ...], str]:
    match requirement:
        case After(act=act):
            return _unbound(study, _doer(study, act)), noun_words(study.agreement, act)
        case Agreed(who=who):
            return _unbound(study, who), "agreement"
    return (), ""


def _doer(study: Study, act: Act) -> Who | str | None:
    return act.filler(study.agreement.act_kind(act.kind).doer)


def _hangs_on(study: Study, item: Instances, who: tuple[str, ...], what: str) -> Finding:
    names, number = listed(study.name(each) for each in who), item.clause.number
    owed = bearers(study, item.norms) or "Whoever owes it"
    return make_finding(
        NON_PARTY_ACTOR,
        f"Clause {number} hangs on {names}, whom the text does not bind.",
        item.duty.place,
        circumstances=(Circumstance.NEEDED_DUTY_HANGS_ON_CONSENT,) if depends_on(study, item.duty) else (),
        clauses=(number,),
        usable_by=who,
        exposed=tuple(dict.fromkeys(norm.bearer for norm in item.norms)),
        remark=f"waits for {what}",
        why=(
            f"{capital(owed)} need not {what_words(study, item.duty)} before it has come about,"
            f" and nothing in {study.what_is_here} obliges {names} to anything.",
        ),
        hints=(
            Hint(f"a party that answers for {names}, with the means to do so."),
            Hint("or a step of its own for each side that waits for nobody outside the text."),
            Hint(f"or an undertaking by {names}, in this text or beside it."),
        ),
        subject=f"{what_words(study, item.duty)} {what}",
    )


def _laid_on(study: Study, item: Instances, who: tuple[str, ...]) -> Finding:
    names, number = listed(study.name(each) for each in who), item.clause.number
    what = what_words(study, item.duty)
    return make_finding(
        NON_PARTY_ACTOR,
        f"Clause {number} lays a duty on {names}, whom the text does not bind.",
        item.duty.place,
        circumstances=(Circumstance.NEEDED_DUTY_HANGS_ON_CONSENT,) if depends_on(study, item.duty) else (),
        clauses=(number,),
        usable_by=who,
        remark="not a party",
        why=(f"If {names} {'does' if len(who) == 1 else 'do'} not {what}, nobody whom the text binds is in breach.",),
        hints=(
            Hint(f"make {names} a party to the text, or to this clause of it."),
            Hint("or name a party that answers for it, with the means to do so."),
        ),
        subject=what,
    )
