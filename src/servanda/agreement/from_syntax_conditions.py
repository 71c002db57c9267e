"""From sums and comparisons to conditions on what is held; from spans of time to days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta, timezone
from fractions import Fraction

from servanda.agreement import complain, complain_values
from servanda.agreement.event import BodyDecides, Breach, DecisionMoment, Happening, Leaving, Suspending
from servanda.agreement.from_syntax_acts import noun_act
from servanda.agreement.from_syntax_who import misspelt, try_who, who
from servanda.agreement.party import Group, Quantifier, Who
from servanda.agreement.quantity import Amount, Both, Comparison, Condition, Either, Holding, Kind, Order, Term
from servanda.agreement.scope import Scope, same_unit
from servanda.syntax import tree as t
from servanda.text import Span

LONGEST_SPAN = 36_525
"""Days: a hundred years."""

_POSSESSIVE = re.compile(r"(.+)['\u2019]s?$")
_ZONE = re.compile(r"(?:UTC|GMT|Z)(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$", re.IGNORECASE)
_DAYS = {"day": Fraction(1), "week": Fraction(7), "hour": Fraction(1, 24)}


def condition(scope: Scope, node: t.ConditionNode) -> Condition | None:
    """A condition with its names bound; None where one of them is unknown."""
    if isinstance(node, t.ComparisonNode):
        return comparison(scope, node)
    parts = [comparison(scope, part) for part in node.parts]
    known = tuple(part for part in parts if part is not None)
    if len(known) < len(parts):
        return None
    return Both(known) if node.every else Either(known)


def comparison(scope: Scope, node: t.ComparisonNode) -> Comparison | None:
    """One comparison; the units of both sides must agree."""
    left, right = terms(scope, node.left), terms(scope, node.right)
    if left is None or right is None:
        return None
    if not units_agree(scope, (*left, *right)):
        return None
    left, right = in_units(scope, left, right)
    return Comparison(left, Order(node.order), right, scope.place(node.span))


def terms(scope: Scope, nodes: Sequence[t.TermNode]) -> tuple[Term, ...] | None:
    """The terms of a sum; None where one of them is not understood."""
    found = [_term(scope, each) for node in nodes for each in spread(scope, node)]
    known = tuple(term for term in found if term is not None)
    return known if len(known) == len(found) else None


def units_agree(scope: Scope, parts: Sequence[Term]) -> bool:
    """Whether everything compared is counted in one unit; says so where it is not."""
    things = [(scope.kinds[term.of.kind], term) for term in parts if isinstance(term.of, Holding)]
    if not things:
        return True
    first = things[0][0]
    for kind, term in things[1:]:
        if not same_unit(kind.unit, first.unit):
            complain_values.unit_mismatch(scope.complaints, first, kind.unit, term.of.place)
            return False
    for term in parts:
        amount = term.of
        if not isinstance(amount, Amount):
            continue
        if amount.unit is None:
            complain_values.missing_unit(scope.complaints, first, str(amount.number), amount.place)
            return False
        named = amount.unit.lower() == first.name or first.name in scope.members_of(amount.unit)
        if scope.factor(amount.unit, first.unit) is None and not named:
            complain_values.unit_mismatch(scope.complaints, first, amount.unit, amount.place)
            return False
    return True


def in_units(scope: Scope, left: tuple[Term, ...], right: tuple[Term, ...]) -> tuple[tuple[Term, ...], ...]:
    """Both sides with their numbers in the unit of what is compared ("400 battle tanks" are 400 tanks)."""
    kinds = [scope.kinds[term.of.kind] for term in (*left, *right) if isinstance(term.of, Holding)]
    unit = kinds[0].unit if kinds else None
    return tuple(
        tuple(
            replace(term, of=in_unit(scope, term.of, unit)) if unit and isinstance(term.of, Amount) else term
            for term in side
        )
        for side in (left, right)
    )


def in_unit(scope: Scope, amount: Amount, unit: str) -> Amount:
    """The amount counted in another unit, by the factor that the file gives (1 where it is a name for the same)."""
    factor = scope.factor(amount.unit or "", unit) or Fraction(1)
    return replace(amount, number=amount.number * factor, unit=unit)


def spread(scope: Scope, node: t.TermNode) -> tuple[t.TermNode, ...]:
    """A term on a class of things, as one term for each kind of it."""
    if node.holding is None:
        return (node,)
    return tuple(replace(node, holding=phrase) for phrase in each_kind(scope, node.holding))


def each_kind(scope: Scope, phrase: t.Phrase) -> tuple[t.Phrase, ...]:
    """The phrase once for each kind of the class that it speaks of; as it is where it speaks of none."""
    texts = [word.text.lower() for word in phrase.words]
    for name, kinds in scope.classes.items():
        length = len(name.split())
        for at in range(len(texts) - length + 1):
            if " ".join(texts[at : at + length]) == name:
                span = phrase.words[at].span
                named = [tuple(t.Word(word, span) for word in kind.split()) for kind in kinds]
                return tuple(t.Phrase((*phrase.words[:at], *w, *phrase.words[at + length :])) for w in named)
    return (phrase,)


def holding(scope: Scope, phrase: t.Phrase, *, kind: Kind | None = None) -> Holding | None:
    """``battle tanks of A``, ``its battle tanks``, ``A's battle tanks``; says so where it is none of these.

    `kind` is the one meant where the phrase begins with "of".
    """
    words, place = phrase.words, scope.place(phrase)
    if kind is not None and words[0].text == "of" and len(words) > 1:
        owner = who(scope, t.Phrase(words[1:]))
        return Holding(kind.name, owner, place) if owner else None
    if words[0].text.lower() in ("its", "their") and len(words) > 1:
        return _held(scope, t.Phrase(words[1:]), Who(Quantifier.ONE, Group.OWN, None, scope.place(words[0])), phrase)
    for cut in range(1, min(len(words), 6)):
        owner = _possessor(scope, words[:cut])
        if owner is not None:
            return _held(scope, t.Phrase(words[cut:]), owner, phrase)
    return _of_somebody(scope, phrase)


def amount(scope: Scope, quantity: t.Quantity) -> Amount | None:
    """A number with its unit; None is *not stated*."""
    if quantity.number is None:
        return None
    unit = _of_a_kind(scope, quantity.unit) if quantity.unit else None
    return Amount(quantity.number, unit, scope.place(quantity.span))


def _of_a_kind(scope: Scope, unit: t.Phrase) -> str:
    """``tonnes of cod`` counts cod, if that is counted in tonnes; any other unit is as it is written."""
    words = [word.text for word in unit.words]
    kind = scope.kind_named(" ".join(words[words.index("of") + 1 :])) if "of" in words[1:-1] else None
    counted = kind is not None and same_unit(" ".join(words[: words.index("of")]), kind.unit)
    return kind.name if kind is not None and counted else unit.text


def happening(scope: Scope, node: t.HappeningNode) -> Happening | None:
    """What can happen, with its names bound."""
    match node:
        case t.ActPhrase():
            return noun_act(scope, node.phrase)
        case t.BreachNode():
            by = who(scope, node.by) if node.by else None
            shown = _shown_by(scope, node.established) if node.established else None
            if node.clause is None or not known_clause(scope, node.clause):
                return None
            if (node.by and by is None) or (node.established and not shown):
                return None
            return Breach(node.clause.number, by, shown, scope.place(node.span))
        case t.AdoptionNode():
            return _adoption(scope, node)
        case t.LeavingNode() | t.SuspensionNode():
            return _standing(scope, node)


def occasions(scope: Scope, node: t.HappeningNode) -> Iterator[Happening]:
    """What stands after "upon": a breach of any clause is a breach of each."""
    if not isinstance(node, t.BreachNode) or node.clause is not None:
        found = happening(scope, node)
        if found is not None:
            yield found
        return
    by = who(scope, node.by) if node.by else None
    if by is not None or node.by is None:
        yield from (Breach(number, by, None, scope.place(node.span)) for number in scope.clauses)


def _standing(scope: Scope, node: t.LeavingNode | t.SuspensionNode) -> Leaving | Suspending | None:
    by = who(scope, node.by) if node.by else None
    if node.by and by is None:
        return None
    place = scope.place(node.span)
    if isinstance(node, t.LeavingNode):
        return Leaving(by, place)
    if node.clause is not None and not known_clause(scope, node.clause):
        return None
    return Suspending(node.clause.number if node.clause else None, by, place)


def known_clause(scope: Scope, ref: t.ClauseRef) -> bool:
    """Whether there is such a clause; says so where there is none."""
    if ref.number in scope.clauses:
        return True
    complain.unknown_clause(scope.complaints, ref.number, scope.place(ref), tuple(scope.clauses))
    return False


def days(scope: Scope, span: t.SpanOfTime) -> int | None:
    """Whole days; says so where the span is not made of them."""
    factor = _DAYS.get(span.unit)
    number = span.number * factor if factor else None
    if number is None or number.denominator != 1:
        complain_values.not_whole_days(scope.complaints, scope.source.quote(span.span), scope.place(span.span))
        return None
    if number > LONGEST_SPAN:
        complain_values.too_long(scope.complaints, scope.place(span.span))
        return None
    return int(number)


def moment(scope: Scope, node: t.Moment) -> datetime | None:
    """A moment with its zone; midnight UTC where the text says no more."""
    if node.day is None:
        return None
    zone = _ZONE.match(node.zone or "UTC")
    if zone is None:
        complain_values.unknown_zone(scope.complaints, node.zone or "", scope.place(node.span))
        return None
    offset = timedelta(hours=int(zone[2] or 0), minutes=int(zone[3] or 0))
    if offset >= timedelta(hours=24):
        complain_values.unknown_zone(scope.complaints, node.zone or "", scope.place(node.span))
        return None
    try:
        hour, minute = (int(part) for part in (node.time or "00:00").split(":"))
        clock = time(hour, minute)
    except ValueError:
        complain_values.impossible_time(scope.complaints, node.time or "", scope.place(node.span))
        return None
    return datetime.combine(node.day, clock, timezone(-offset if zone[1] == "-" else offset))


def _adoption(scope: Scope, node: t.AdoptionNode) -> BodyDecides | None:
    if node.by is None:
        if len(scope.bodies) == 1:
            return BodyDecides(next(iter(scope.bodies)), DecisionMoment.ADOPTION, scope.place(node.span))
        complain_values.adoption_by_whom(scope.complaints, scope.place(node.span), tuple(scope.bodies))
        return None
    body = body_of(scope, node.by)
    return BodyDecides(body, DecisionMoment.ADOPTION, scope.place(node.span)) if body else None


def body_of(scope: Scope, phrase: t.Phrase) -> str | None:
    """The body a phrase names; says so where there is none."""
    body = scope.body_named(phrase.text)
    if body is None:
        complain.unknown_body(scope.complaints, phrase.text, scope.place(phrase), tuple(scope.bodies))
        return None
    return body.ident


def _shown_by(scope: Scope, phrase: t.Phrase) -> str | None:
    if phrase.text in scope.acts:
        return phrase.text
    act = noun_act(scope, phrase)
    return act.kind if act else None


def _term(scope: Scope, node: t.TermNode) -> Term | None:
    if node.quantity is not None:
        value = amount(scope, node.quantity)
        unit = node.quantity.unit
        if unit is not None and len(unit.words) > 1 and not scope.knows_unit(unit.text) and misspelt(scope, unit):
            return None
        if value is None:
            complain_values.silent_number(scope.complaints, scope.place(node.span))
            return None
        return Term(node.factor, value)
    assert node.holding is not None  # noqa: S101 - a term has one of the two
    held = holding(scope, node.holding)
    return Term(node.factor, replace(held, at_signature=node.at_signature)) if held else None


def _possessor(scope: Scope, words: Sequence[t.Word]) -> Who | None:
    """``A's``, ``each Party's``."""
    match = _POSSESSIVE.match(words[-1].text)
    if match is None or words[-1].quoted:
        return None
    last = t.Word(match[1], words[-1].span)
    return try_who(scope, (*words[:-1], last), scope.place(Span(words[0].span.start, words[-1].span.end)))


def _held(scope: Scope, phrase: t.Phrase, owner: Who, whole: t.Phrase) -> Holding | None:
    kind = scope.kind_named(phrase.text)
    if kind is None:
        complain.unknown_kind(scope.complaints, phrase.text, scope.place(phrase), tuple(scope.kinds))
        return None
    return Holding(kind.name, owner, scope.place(whole))


def _of_somebody(scope: Scope, phrase: t.Phrase) -> Holding | None:
    words = phrase.words
    cuts = [index for index in range(1, len(words) - 1) if words[index].text == "of"]
    for cut in cuts:
        kind = scope.kind_named(t.Phrase(words[:cut]).text)
        if kind is not None:
            owner = who(scope, t.Phrase(words[cut + 1 :]))
            return Holding(kind.name, owner, scope.place(phrase)) if owner else None
    if not cuts and scope.kind_named(phrase.text):
        complain.whose(scope.complaints, phrase.text, scope.place(phrase))
        return None
    thing = t.Phrase(words[: cuts[-1]]) if cuts else phrase
    complain.unknown_kind(scope.complaints, thing.text, scope.place(thing), tuple(scope.kinds))
    return None
