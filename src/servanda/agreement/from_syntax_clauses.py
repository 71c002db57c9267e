"""From what a clause says to duties, permissions, decisions and releases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from types import MappingProxyType

from servanda.agreement import complain_steps, complain_values
from servanda.agreement.event import Act
from servanda.agreement.from_syntax_acts import check_doer, noun_act, verb_act
from servanda.agreement.from_syntax_amounts import counted_act
from servanda.agreement.from_syntax_conditions import (
    body_of,
    comparison,
    days,
    known_clause,
    moment,
)
from servanda.agreement.from_syntax_exceptions import exceptions, softening
from servanda.agreement.from_syntax_lasting import lasting
from servanda.agreement.from_syntax_limits import limited, own
from servanda.agreement.from_syntax_reductions import down_to
from servanda.agreement.from_syntax_who import whos
from servanda.agreement.norm import (
    After,
    Agree,
    Agreed,
    ByDate,
    ClockStart,
    Content,
    Decision,
    Do,
    Duty,
    Every,
    Force,
    Fulfilled,
    Keep,
    MayAnswer,
    Monthly,
    NotBefore,
    NotStated,
    Permission,
    Refrain,
    Release,
    Requirement,
    Rule,
    Statement,
    Timing,
    Vote,
    Within,
)
from servanda.agreement.party import Group, Quantifier, Who
from servanda.agreement.scope import Scope
from servanda.syntax import tree as t
from servanda.syntax.values import opposite
from servanda.text import Place

_FORCES = MappingProxyType(
    {
        "shall": Force.SHALL,
        "will": Force.WILL,
        "must": Force.MUST,
        "should": Force.SHOULD,
    }
)
_CLOCKS = MappingProxyType(
    {"adoption": ClockStart.ADOPTION, "decision": ClockStart.ADOPTION, "start": ClockStart.START}
)
_NOBODY = ("no", "neither", "none")


def statements(scope: Scope, node: t.StatementNode, place: Place) -> tuple[Statement, ...]:
    """What one line says; several statements where it names several bearers (``A and B shall …``)."""
    match node:
        case t.DutyNode():
            excepted = exceptions(scope, node)
            found = _duties(scope, node, place)
            return tuple(
                replace(duty, exceptions=excepted, instead=node.instead, each_time=node.each_time) for duty in found
            )
        case t.MayNode():
            return tuple(_permissions(scope, node, place))
        case t.ReleaseNode():
            if not known_clause(scope, node.clause):
                return ()
            return tuple(Release(node.clause.number, each, place) for each in whos(scope, node.who))
        case t.DecisionNode():
            vote = decision(scope, node)
            return (vote,) if vote else ()
        case t.ExemptNode() | t.CureNode() | t.PrevailsNode():
            return tuple(softening(scope, node, place))
        case _:
            return tuple(lasting(scope, node, place))


def decision(scope: Scope, node: t.DecisionNode) -> Decision | None:
    """A vote with its rule."""
    body = body_of(scope, node.body)
    if body is None:
        return None
    return Decision(
        body,
        node.matter.text if node.matter else None,
        Rule(node.rule.rule),
        node.rule.without_concerned,
        days(scope, node.rule.closes) if node.rule.closes else None,
        node.rule.otherwise_adopted,
        scope.place(node.span),
    )


def timing(scope: Scope, node: t.TimingNode) -> Timing | None:
    """By when."""
    place = scope.place(node.span)
    match node:
        case t.NoDeadlineNode():
            return NotStated(place, node.words)
        case t.ByNode():
            when = moment(scope, node.moment)
            return ByDate(when, place) if when else None
        case t.EveryNode():
            count = days(scope, node.duration)
            return Every(count, place) if count is not None else None
        case t.EachMonthNode(day=day):
            if day is not None and not 1 <= day <= 31:
                complain_values.no_such_day(scope.complaints, day, place)
                return None
            return Monthly(day, place)
        case t.WithinNode():
            return _within(scope, node, place)


def _within(scope: Scope, node: t.WithinNode, place: Place) -> Timing | None:
    """So many days; those of a named date, or of the signature, come to a date."""
    count = days(scope, node.duration)
    if count is None:
        return None
    counted = node.first_counts is True
    count = max(0, count - counted)
    if node.start is not None:
        start = moment(scope, node.start)
        return ByDate(start + timedelta(days=count), place) if start else None
    if node.since == "signature" and scope.signed is not None:
        zone = scope.starts.tzinfo if scope.starts else UTC
        return ByDate(datetime.combine(scope.signed + timedelta(days=count), time(), zone), place)
    since = _CLOCKS.get(node.since or "", ClockStart.TRIGGER)
    return Within(count, since, place, counted)


def _duties(scope: Scope, node: t.DutyNode, place: Place) -> Iterator[Duty]:
    subject, nobody = _subject(node.subject)
    needs = requirements(scope, node)
    when = timing(scope, node.timing) if node.timing else None
    provided = decision(scope, node.provided) if node.provided else None
    if (node.timing and when is None) or (node.provided and provided is None):
        when = when or (NotStated(place) if node.timing else None)
    force = _force(node.force.text)
    if isinstance(node.content, t.LimitNode):
        if nobody and node.content.order in ("at most", "at least", "below"):
            complain_values.nobody_shall(scope.complaints, place)
            return
        limit = replace(node.content, order=opposite(node.content.order)) if nobody else node.content
        for bearer, kept in limited(scope, subject, limit):
            yield Duty(bearer, force, Keep(kept), when, provided, place, needs)
        return
    content = _content(scope, node.content)
    bearers = whos(scope, subject) if subject else (Who(Quantifier.ONE, Group.UNSTATED, None, place),)
    if content is None:
        return
    if nobody:
        content = _forbidden(scope, content, place)
        bearers = tuple(replace(each, quantifier=Quantifier.EACH) for each in bearers)
    if node.jointly and len(bearers) > 1:
        complain_values.jointly_who(scope.complaints, place)
    for bearer in bearers:
        if isinstance(content, (Do, Refrain)):
            check_doer(scope, content.act, bearer)
            complain_steps.not_to_oneself(scope, content.act, bearer, jointly=node.jointly)
        jointly = replace(bearer, quantifier=Quantifier.JOINTLY) if node.jointly else bearer
        yield Duty(jointly, force, content, when, provided, place, needs)


def bound(scope: Scope, nodes: Iterable[t.RequirementNode]) -> tuple[Requirement, ...]:
    """What must come first, with its names bound; what is not understood is complained of and left out."""
    return tuple(one for each in nodes for one in _requirement(scope, each))


def requirements(scope: Scope, node: t.DutyNode) -> tuple[Requirement, ...]:
    """What must come first for a duty: an agreement only for an act."""
    found = bound(scope, node.requires)
    agreed = [each for each in found if isinstance(each, Agreed)]
    if agreed and not isinstance(node.content, t.DoNode):
        complain_values.agreement_to_an_act(scope.complaints, agreed[0].place)
    return found


def _requirement(scope: Scope, node: t.RequirementNode) -> Iterator[Requirement]:
    place = scope.place(node.span)
    match node:
        case t.AgreedNode(who=phrase):
            yield from (Agreed(each, place) for each in whos(scope, (phrase,)))
        case t.FulfilledNode(clauses=clauses, enables=enables):
            if not [each for each in clauses if not known_clause(scope, each)]:
                yield Fulfilled(tuple(each.number for each in clauses), enables, place)
        case t.AfterNode(act=phrase, days=count, together=together):
            act = noun_act(scope, phrase)
            if act is not None:
                yield After(act, place, count, together)
        case t.NotBeforeNode():
            when = moment(scope, node.moment)
            if when is not None:
                yield NotBefore(when, place)


def _force(text: str) -> Force:
    words = text.lower().split()
    if any(word.startswith(("endeav", "effort")) for word in words):
        return Force.ENDEAVOURS
    return _FORCES.get(words[0], Force.SHALL if words[0] in ("is", "are") else Force.UNDERTAKES)


def _subject(phrases: Sequence[t.Phrase]) -> tuple[tuple[t.Phrase, ...], bool]:
    """The bearers, and whether the sentence says that none of them may ("no Party shall …")."""
    first = phrases[0].words if phrases else ()
    if len(first) < 2 or first[0].quoted or first[0].text.lower() not in _NOBODY:
        return tuple(phrases), False
    each = t.Word("each", first[0].span)
    return (t.Phrase((each, *first[1:])), *phrases[1:]), True


def _forbidden(scope: Scope, content: Content, place: Place) -> Content:
    if isinstance(content, Do):
        return Refrain(content.act)
    complain_values.nobody_shall(scope.complaints, place)
    return content


def _content(scope: Scope, node: t.ContentNode) -> Content | None:
    match node:
        case t.DoNode():
            act = verb_act(scope, node.phrase) if node.number is None else counted_act(scope, node)
            act = down_to(scope, act, node) if act and node.to else act
            return Do(act) if act else None
        case t.NotDoNode():
            act = verb_act(scope, node.phrase)
            return Refrain(act) if act else None
        case t.RefrainNode():
            act = noun_act(scope, node.phrase)
            return Refrain(act) if act else None
        case t.KeepNode():
            kept = comparison(scope, own(scope, node.comparison))
            return Keep(kept) if kept else None
        case t.DecideNode():
            return Vote(None)
        case t.ConsentNode():
            return Vote(True)
        case t.AgreeNode(clause=clause):
            return Agree(clause.number) if known_clause(scope, clause) else None
        case t.LimitNode():
            return None


def _permissions(scope: Scope, node: t.MayNode, place: Place) -> Iterator[Statement]:
    subject, nobody = _subject(node.subject)
    act: Act | None = noun_act(scope, node.phrase) if node.answer else verb_act(scope, node.phrase)
    if act is None:
        return
    for bearer in whos(scope, subject):
        check_doer(scope, act, bearer)
        if node.answer:
            yield MayAnswer(bearer, act, place)
        elif nobody or not node.allowed:
            yield Duty(bearer, Force.SHALL, Refrain(act), None, None, place)
        else:
            yield Permission(bearer, act, place)
