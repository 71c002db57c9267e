"""Actors, acts, conditions and times of an agreement in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import time, timedelta
from fractions import Fraction

from servanda.agreement.agreement import Agreement
from servanda.agreement.event import Act, BodyDecides, Breach, Happening, Leaving, Suspending
from servanda.agreement.interest import Whenever
from servanda.agreement.norm import (
    After,
    Agreed,
    ByDate,
    ClockStart,
    Every,
    Fulfilled,
    Monthly,
    NotBefore,
    NotStated,
    Requirement,
    Rule,
    Timing,
    Within,
)
from servanda.agreement.party import Group, Quantifier, Who
from servanda.agreement.patterns import Shape, noun_shape, verb_shape
from servanda.agreement.quantity import Amount, Both, Comparison, Condition, Either, Holding, Not, Order, Term
from servanda.text.english import annexes_named
from servanda.text.number_words import grouped

_GROUPS = {
    Group.PARTIES: ("party", "parties"),
    Group.STATES: ("state", "states"),
    Group.THIRD_STATES: ("third state", "third states"),
    Group.VERIFIERS: ("verifier", "verifiers"),
    Group.ANYBODY: ("actor", "actors"),
}
_ORDERS = {
    Order.AT_MOST: "at most",
    Order.AT_LEAST: "at least",
    Order.EQUAL: "exactly",
    Order.BELOW: "fewer than",
    Order.ABOVE: "more than",
}
_RULES = {
    Rule.UNANIMITY: "a yes from every member",
    Rule.CONSENSUS: "that no member objects",
    Rule.MAJORITY: "a yes from more than half of the members",
    Rule.TWO_THIRDS: "a yes from two thirds of the members",
}


def who_words(agreement: Agreement, who: Who) -> str:
    """``each party``, ``Arland``, ``each of guarantors except the state concerned``."""
    text = _who(agreement, who)
    return f"{text}, except the state concerned," if who.without_concerned else text


def noun_words(agreement: Agreement, act: Act) -> str:
    """``armed attack by any state on Ukraine``."""
    return _pattern(agreement, act, noun_shape(agreement.act_kind(act.kind)), "") + _down_to(agreement, act)


def received_words(agreement: Agreement, owner: Who, act: Act) -> str:
    """An act as a noun, without whoever receives it: ``full control of the border``."""
    kept = tuple((slot, who) for slot, who in act.fill if who != owner)
    return noun_words(agreement, replace(act, fill=kept))


def verb_words(agreement: Agreement, act: Act) -> str:
    """``assist Ukraine``."""
    kind = agreement.act_kind(act.kind)
    return _pattern(agreement, act, verb_shape(kind), kind.doer) + _down_to(agreement, act)


def _down_to(agreement: Agreement, act: Act) -> str:
    return f" to {sum_words(agreement, act.down_to.right)}" if act.down_to is not None else ""


def happening_words(agreement: Agreement, happening: Happening) -> str:
    """What can happen, as a noun."""
    match happening:
        case Act():
            return noun_words(agreement, happening)
        case Breach(clause, by, established_by):
            shown = f", established by {established_by}" if established_by else ""
            return f"a breach of clause {clause}{f' by {who_words(agreement, by)}' if by else ''}{shown}"
        case BodyDecides(body=body):
            return f"adoption by {body_words(agreement, body)}"
        case Leaving(by):
            return f"withdrawal from the agreement{f' by {who_words(agreement, by)}' if by else ''}"
        case Suspending(clause, by):
            what = f"clause {clause}" if clause else "the agreement"
            return f"suspension of {what}{f' by {who_words(agreement, by)}' if by else ''}"


def condition_words(agreement: Agreement, condition: Condition) -> str:
    """``the battle tanks of Borland number at most 1.5 times the battle tanks of Arland``."""
    match condition:
        case Comparison(left, order, right):
            return f"{sum_words(agreement, left)} {_amounts(left)} {_ORDERS[order]} {sum_words(agreement, right)}"
        case Both(parts):
            return ", and ".join(condition_words(agreement, part) for part in parts)
        case Either(parts):
            return ", or ".join(condition_words(agreement, part) for part in parts)
        case Not(part):
            return f"it is not so that {condition_words(agreement, part)}"


def _amounts(terms: tuple[Term, ...]) -> str:
    """``number``, or ``comes to`` where it is not counted one by one."""
    kinds = [term.of.kind for term in terms if isinstance(term.of, Holding)]
    return ("come to" if len(terms) > 1 else "comes to") if kinds and not is_plural(kinds[-1]) else "number"


def is_plural(kind: str) -> bool:
    """Whether a kind of thing is counted one by one, as its name tells: ``battle tanks``, not ``uranium``."""
    return kind.endswith("s")


def sum_words(agreement: Agreement, terms: tuple[Term, ...]) -> str:
    """The terms of a sum, joined by "plus"."""
    return " plus ".join(_term(agreement, term) for term in terms)


def holding_words(agreement: Agreement, holding: Holding) -> str:
    """``the battle tanks of Arland``."""
    when = " at signature" if holding.at_signature else ""
    if holding.holder.group is Group.OWN:
        return f"its {holding.kind}{when}"
    return f"the {holding.kind} of {who_words(agreement, holding.holder)}{when}"


def number_words(number: Fraction) -> str:
    """A number as people write it."""
    if number.denominator == 1:
        return grouped(number.numerator)
    decimal = f"{float(number):.4f}".rstrip("0")
    return decimal if Fraction(decimal) == number else f"{number.numerator}/{number.denominator}"


def timing_words(timing: Timing | None) -> str:
    """When something is due, to be put behind a verb; "" where no time is given."""
    match timing:
        case Within(days=days, since=ClockStart.START, first_counts=counted):
            return f" by day {days + 1}, the first day counted" if counted else f" by day {days}"
        case Within(days=days, first_counts=True):
            return f" within {days_words(days + 1)}, the first day counted"
        case Within(days=0):
            return " on the same day"
        case Within(days, since):
            start = " of adoption" if since is ClockStart.ADOPTION else ""
            return f" within {days_words(days)}{start}"
        case ByDate(moment):
            return f" by {moment:%Y-%m-%d}" if moment.time() == time() else f" by {moment:%Y-%m-%d %H:%M %Z}"
        case Every(days):
            return f" at least every {days_words(days)}" if days > 1 else " every day"
        case Monthly(day):
            return f" each month, by the {ordinal(day)}" if day is not None else " each month"
        case NotStated(words=words) if words:
            return f" {words}"
        case None | NotStated():
            return ""


def ordinal(number: int) -> str:
    """``1st``, ``22nd``, ``13th``."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def requirement_words(agreement: Agreement, requirement: Requirement, *, runs: bool = False) -> str:
    """What must come first, to be put behind a verb; `runs`: and a span of days runs from it."""
    after = "counted from when" if runs else "only after"
    match requirement:
        case Agreed(who):
            return f"with the agreement of {who_words(agreement, who)}"
        case Fulfilled(clauses, enables):
            several = f"clauses {' and '.join(clauses)} are" if len(clauses) > 1 else f"clause {clauses[0]} is"
            return f"{after if enables else 'provided that'} {several} fulfilled"
        case After(act, days=days) if days:
            return f"not before day {days} after {noun_words(agreement, act)}"
        case After(act, together=True):
            return f"only together with {noun_words(agreement, act)}"
        case After(act):
            return f"{after} {noun_words(agreement, act)}{' takes place' if runs else ' has taken place'}"
        case NotBefore(moment):
            return f"not before {moment:%Y-%m-%d}"


def days_words(days: int) -> str:
    """``1 day``, ``3 days``."""
    return "1 day" if days == 1 else f"{days} days"


def answer_time_words(agreement: Agreement, wanted: Whenever) -> str:
    """By when an interest waits for its answer: ``within 10 days``, ``on the same day``, ``by 1999-06-20``."""
    start = agreement.header.takes_effect
    if wanted.trigger is None and start is not None:
        return f"by {start.date() + timedelta(days=wanted.days):%Y-%m-%d}"
    counted = " of the day the text takes effect" if wanted.trigger is None else ""
    before = "before or " if wanted.or_before else ""
    return before + (f"within {days_words(wanted.days)}{counted}" if wanted.days or counted else "on the same day")


def body_words(agreement: Agreement, ident: str) -> str:
    """The name of a body."""
    body = agreement.body(ident)
    return body.name or f"the {body.ident}"


def rule_words(rule: Rule) -> str:
    """What an adoption takes."""
    return _RULES[rule]


def sentence(text: str) -> str:
    """The text as a sentence: a capital letter and a full stop."""
    text = " ".join(text.replace(",,", ",").replace(", ,", ",").split())
    return annexes_named(f"{text[:1].upper()}{text[1:].rstrip('.,')}.")


def _who(agreement: Agreement, who: Who) -> str:
    several = who.quantifier is Quantifier.JOINTLY
    match who.group:
        case Group.NAMED:
            return agreement.actor(who.name or "").name
        case Group.BODY:
            named = f"{_lead(who)} {body_words(agreement, who.name or '')}".strip()
            return f"{named} jointly" if several else named
        case Group.OTHERS:
            lead = {Quantifier.EACH: "each of the others", Quantifier.ANY: "one of the others"}
            return lead.get(who.quantifier, "the others" if several else "the other party")
        case Group.SAME | Group.OWN:
            return "that party"
        case Group.UNSTATED:
            return "somebody whom the text does not name"
        case Group.ANYBODY if who.quantifier is Quantifier.ANY:
            return "anybody"
    singular, plural = _GROUPS[who.group]
    if several:
        return f"the {plural} jointly"
    if who.quantifier is Quantifier.EACH:
        return f"each {singular}"
    return f"any {singular}" if who.group is not Group.PARTIES else f"a {singular}"


def _lead(who: Who) -> str:
    leads = {Quantifier.EACH: "each of", Quantifier.ANY: "any of", Quantifier.JOINTLY: "the members of"}
    return leads.get(who.quantifier, "")


def _term(agreement: Agreement, term: Term) -> str:
    if isinstance(term.of, Amount):
        unit = f" {term.of.unit}" if term.of.unit else ""
        return f"{number_words(term.of.number * term.factor)}{unit}"
    held = holding_words(agreement, term.of)
    return held if term.factor == 1 else f"{number_words(term.factor)} times {held}"


def _pattern(agreement: Agreement, act: Act, shape: Shape, left_out: str) -> str:
    """A pattern with its slots filled; what the text leaves open is left out, or "somebody"."""
    fill: Mapping[str, Who | str] = dict(act.fill)
    kind = agreement.act_kind(act.kind)
    things = {slot.name for slot in kind.slots if slot.who is None}
    head, tail = shape.spelled
    words = list(head)
    said = amount_words(act.amount) if act.amount is not None else ""
    if said and not any(group.slot in things for group in shape.groups):
        words = with_number(words, said)
    for group in shape.groups:
        value = fill.get(group.slot)
        if group.slot == left_out or (value is None and group.optional):
            continue
        words += [*group.spelled, said if said and group.slot in things else _filler(agreement, value)]
    return " ".join([*words, *tail])


def amount_words(amount: Amount) -> str:
    """``500 euros``."""
    return f"{number_words(amount.number)} {amount.unit or ''}".strip()


def with_number(words: list[str], said: str) -> list[str]:
    """``release prisoners`` with its number: ``release 50 prisoners``, ``release of 50 prisoners``."""
    at = words.index("of") + 1 if "of" in words[:-1] else 1
    at += at < len(words) and words[at].lower() in ("a", "an", "the", "its", "their")
    return [*words[:at], said, *words[at:]]


def _filler(agreement: Agreement, value: Who | str | None) -> str:
    if value is None:
        return "somebody"
    return value if isinstance(value, str) else who_words(agreement, value)
