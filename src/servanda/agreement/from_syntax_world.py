"""From the head, the actors and what is there at signature to their resolved forms."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from servanda.agreement import complain, complain_values, complain_words
from servanda.agreement.agreement import (
    AssumedAway,
    AssumedCapacity,
    AssumedRate,
    AssumedRise,
    Assumption,
    Extent,
    Header,
    Status,
)
from servanda.agreement.from_syntax_acts import noun_act
from servanda.agreement.from_syntax_conditions import LONGEST_SPAN, amount, days, holding, in_unit, moment
from servanda.agreement.from_syntax_vocabulary import rate
from servanda.agreement.from_syntax_who import who
from servanda.agreement.party import Actor, Body, Role
from servanda.agreement.quantity import Stock
from servanda.agreement.scope import Scope
from servanda.agreement.wording import number_words
from servanda.syntax import tree as t
from servanda.syntax.parse import Parsed, parse
from servanda.syntax.where import Where
from servanda.text import Place

_LATER = {"month": 1, "year": 12}


def header(scope: Scope, line: t.Line, nodes: Sequence[t.Node | None]) -> Header:
    """What the text says of itself."""
    assert isinstance(line.node, t.AgreementHead)  # noqa: S101 - the caller has looked
    found = Header(
        name=line.node.name.text,
        version=None,
        words_are=None,
        languages=(),
        extent=Extent.FULL,
        status=Status.NOT_STATED,
        signed=None,
        takes_effect=None,
        lasts_days=None,
        deadlines_inclusive=True,
        place=scope.place(line.span),
    )
    for node in nodes:
        found = _with(scope, found, node)
    for node in nodes:
        if isinstance(node, t.Lasts) and node.duration is not None:
            found = replace(found, lasts_days=_lasts(scope, node.duration, found.takes_effect))
        elif isinstance(node, t.Lasts) and node.until is not None:
            found = replace(found, lasts_days=_until(scope, node.until, found.takes_effect))
        elif isinstance(node, t.Lasts):
            found = replace(found, endless=True)
    return found


def add_actors(scope: Scope, node: t.Actors) -> None:
    """Make actors known."""
    for each in node.actors:
        ident, place = each.ident.text, scope.place(each.ident)
        if ident in scope.actors:
            complain.twice(scope.complaints, "party", ident, place, scope.actors[ident].place)
        else:
            if not _can_be_named(ident):
                complain_words.keyword_name(scope.complaints, ident, each.name.text if each.name else "", place)
            scope.add_actor(Actor(ident, each.name.text if each.name else ident, Role(node.role), place))


def _can_be_named(ident: str) -> bool:
    """Whether sentences with this short name are read as they are meant."""
    found = parse(Where.CLAUSE.value, f"{ident} shall assist {ident} with the agreement of {ident}", lambda at: at)
    node = found.node if isinstance(found, Parsed) else None
    if not isinstance(node, t.DutyNode) or not isinstance(node.content, t.DoNode) or len(node.requires) != 1:
        return False
    return isinstance(parse(Where.FILE.value, f'interest of {ident} "…":', lambda at: at), Parsed)


def add_body(scope: Scope, node: t.BodyNode) -> None:
    """Make a body known; its members must be."""
    ident, place = node.ident.text, scope.place(node.ident)
    if ident in scope.bodies or ident in scope.actors:
        known = scope.bodies.get(ident) or scope.actors[ident]
        complain.twice(scope.complaints, "body", ident, place, known.place)
        return
    members = []
    for word in node.members:
        actor = scope.actor_named(word.text)
        if actor is None:
            complain.unknown_actor(scope.complaints, word.text, scope.place(word), tuple(scope.actors))
        else:
            members.append(actor.ident)
    scope.bodies[ident] = Body(ident, node.name.text if node.name else None, tuple(members), place)


def stocks(scope: Scope, node: t.StockNode) -> Iterator[Stock]:
    """What is there at signature; "of B" alone speaks of the same kind of thing."""
    kind = None
    for entry in node.entries:
        held = holding(scope, entry.holding, kind=kind)
        if held is None:
            continue
        kind = scope.kinds[held.kind]
        value = amount(scope, entry.quantity)
        if value is not None:
            value = replace(value, unit=value.unit or kind.unit)
            if scope.factor(value.unit or "", kind.unit) is None and (value.unit or "").lower() != kind.name:
                complain_values.unit_mismatch(scope.complaints, kind, value.unit or "", value.place)
                continue
            value = in_unit(scope, value, kind.unit)
            if value.number.denominator != 1:
                complain_values.part_of_a_unit(scope.complaints, kind, number_words(value.number), value.place)
                continue
        yield Stock(held, value, scope.place(entry.holding.span.joined(entry.quantity.span)))


def assumption(scope: Scope, node: t.AssumeNode, place: Place) -> Assumption | None:
    """What the file takes for granted."""
    because = node.because.text
    match node:
        case t.AssumeRise():
            held = holding(scope, node.holding)
            return AssumedRise(held, rate(scope, node.rate), because, place) if held else None
        case t.AssumeRate():
            act = noun_act(scope, node.act)
            return AssumedRate(act, rate(scope, node.rate), because, place) if act else None
        case t.AssumeAway():
            return _away(scope, node, place)
        case t.AssumeCapacity():
            able, every = who(scope, node.who), days(scope, node.every)
            if every == 0:
                complain_values.not_whole_days(scope.complaints, scope.source.quote(node.every.span), place)
            if able is None or not every:
                return None
            what = node.what.text if node.what else "acts"
            return AssumedCapacity(able, int(node.number), what, every, because, place)


def _away(scope: Scope, node: t.AssumeAway, place: Place) -> AssumedAway | None:
    words = node.move.words
    cut = next((index for index, word in enumerate(words) if word.text == "by"), len(words))
    name = t.Phrase(words[:cut]) if cut else node.move
    by = who(scope, t.Phrase(words[cut + 1 :])) if cut < len(words) - 1 else None
    kind = scope.acts.get(name.text)
    if kind is None:
        act = noun_act(scope, name)
        kind = scope.acts[act.kind] if act else None
    if kind is None or (cut < len(words) - 1 and by is None):
        return None
    return AssumedAway(kind.playbook or kind.name, by, because=node.because.text, place=place)


def _with(scope: Scope, found: Header, node: t.Node | None) -> Header:
    match node:
        case t.HeaderWords(field="version", words=words):
            return replace(found, version=" ".join(word.text for word in words))
        case t.HeaderWords(field="text", words=words):
            return _text(scope, found, words)
        case t.HeaderWords(field="extent", words=words):
            phrase = t.Phrase(words)
            value = _one_of(scope, phrase, "extent", [each.value for each in Extent])
            return replace(found, extent=Extent(value)) if value else found
        case t.HeaderWords(field="status", words=words):
            phrase = t.Phrase(words)
            value = _one_of(scope, phrase, "status", [each.value for each in Status])
            return replace(found, status=Status(value)) if value else found
        case t.HeaderMoment(field="signed", moment=at) if at is not None:
            return replace(found, signed=at.day)
        case t.HeaderMoment(moment=at) if at is not None:
            return replace(found, takes_effect=moment(scope, at))
        case t.Deadlines(inclusive=inclusive):
            return replace(found, deadlines_inclusive=inclusive)
    return found


def _one_of(scope: Scope, phrase: t.Phrase, what: str, allowed: Sequence[str]) -> str | None:
    text = " ".join(phrase.text.lower().split())
    if text in allowed:
        return text
    complain.not_one_of(scope.complaints, what, phrase.text, scope.place(phrase), tuple(allowed))
    return None


def _text(scope: Scope, found: Header, words: Sequence[t.Word]) -> Header:
    texts = [word.text for word in words]
    kind = next((text.lower() for text in texts if text.lower() in ("summary", "verbatim")), None)
    if kind is None:
        complain.not_one_of(
            scope.complaints, "text", " ".join(texts), scope.place(t.Phrase(tuple(words))), ("summary", "verbatim")
        )
    cut = texts.index("in") + 1 if "in" in texts else len(texts)
    languages = tuple(text for text in texts[cut:] if text not in ("and", "in"))
    return replace(found, words_are=kind, languages=languages)


def _lasts(scope: Scope, span: t.SpanOfTime, start: datetime | None) -> int | None:
    """Days of the term; months and years are counted on the calendar from the day the text takes effect."""
    months = _LATER.get(span.unit)
    if months is None:
        return days(scope, span)
    if span.number * months > LONGEST_SPAN // 30:
        complain_values.too_long(scope.complaints, scope.place(span.span))
        return None
    if start is None or span.number.denominator != 1:
        complain_values.months_without_start(scope.complaints, scope.source.quote(span.span), scope.place(span.span))
        return None
    end = _months_after(start.date(), int(span.number) * months)
    return (end - start.date()).days


def _until(scope: Scope, node: t.Moment, start: datetime | None) -> int | None:
    """Days of a term whose last day is given."""
    end = moment(scope, node)
    if end is None:
        return None
    if start is None:
        complain_values.months_without_start(scope.complaints, scope.source.quote(node.span), scope.place(node.span))
        return None
    if end < start:
        complain_values.before_start(scope.complaints, scope.place(node.span))
        return None
    return (end.date() - start.date()).days


def _months_after(day: date, count: int) -> date:
    """The same day of a later month, or its last day where that month is shorter."""
    month = day.month - 1 + count
    year, month = min(day.year + month // 12, date.max.year), month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def day_of_date(scope: Scope, node: t.Moment, about: Header | None, what: str) -> int | None:
    """The day of the agreement on which a date falls; `what` is dated, and said in a complaint."""
    at = moment(scope, node)
    start = about.takes_effect if about else None
    if at is None:
        return None
    if start is None:
        complain_values.date_without_start(scope.complaints, what, scope.place(node.span))
        return None
    days = (at.date() - start.date()).days
    if days < 0:
        complain_values.before_start(scope.complaints, scope.place(node.span))
        return None
    return days
