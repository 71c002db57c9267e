"""What lines about leaving, ending, suspending and extending say, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from servanda.agreement.agreement import Agreement
from servanda.agreement.lasting import Extension, Kind, Lapse, Lasting, Power, Regulated, Sunset, Survival, Until
from servanda.agreement.wording import days_words, who_words

SHOWN = 3
"""Ends of extensions that are written out."""


def lasting_words(agreement: Agreement, said: Lasting) -> Iterator[str]:
    """The sentence, and what goes with it."""
    match said:
        case Power():
            yield from _power(agreement, said)
        case Extension():
            yield from _extension(agreement, said)
        case Sunset():
            yield _sunset(said)
        case Survival(clauses, days):
            tail = "goes on to bind after the end" if days is None else f"goes on to bind for {days_words(days)} after"
            yield f"{clauses_words(clauses)} {tail}{'' if days is None else ' the end'}"
        case Lapse(clauses):
            yield f"what is still due under {clauses_words(clauses)} when the agreement ends is due no longer"
        case Regulated(subject, None):
            yield f"the text does not regulate {subject}"
        case Regulated(subject, words):
            yield f'on {subject} the text says: "{words}"'


def clauses_words(clauses: tuple[str, ...]) -> str:
    """``clause 2 and clause 3``; ``the agreement`` where none is named."""
    return " and ".join(f"clause {number}" for number in clauses) or "the agreement"


def power_words(agreement: Agreement, power: Power) -> str:
    """``Arland may withdraw from the agreement``."""
    what = clauses_words(power.clauses)
    if power.own:
        what = f"its own duties under {what}"
    return f"{who_words(agreement, power.who)} may {power.kind.value} {what}"


def effect_words(power: Power) -> str:
    """When a power takes effect once it is used."""
    if power.effective is None:
        return "with effect at once, for all the text says"
    if power.effective.days is None:
        return "from when on is not stated"
    if power.effective.days == 0:
        return "with effect at once"
    return f"with effect not sooner than {days_words(power.effective.days)} after notice"


def until_words(until: Until) -> str:
    """How long something lasts, to be put behind a verb."""
    if until.days is not None:
        return f"for {days_words(until.days)}{', once only' if until.once else ''}"
    if until.moment is not None:
        return f"until {until.moment:%Y-%m-%d}"
    if until.clauses:
        return f"until {clauses_words(until.clauses)} {'is' if len(until.clauses) == 1 else 'are'} fulfilled"
    return "until when is not stated"


def _power(agreement: Agreement, power: Power) -> Iterator[str]:
    said = power_words(agreement, power)
    if power.condition is not None:
        judge = ", in its own judgement," if power.own_judgement else ""
        said += f' if{judge} "{power.condition}"'
    if power.notice:
        said += ", by notice"
    if power.kind is not Kind.SUSPEND or power.effective is not None:
        said += f", {effect_words(power)}"
    if power.until is not None:
        said += f", {until_words(power.until)}"
    yield said
    if power.condition is not None and not power.own_judgement:
        yield "Who judges whether that is so, the text does not say."
    if power.kind is Kind.SUSPEND and power.until is None:
        yield "The text sets no end to the suspension; whoever suspends may take it back."


def _extension(agreement: Agreement, said: Extension) -> Iterator[str]:
    by = ", then ".join(f"by {days_words(days)}" for days in said.days) or "by the same period"
    again = " each time" if len(said.days) < 2 else ", and so on"
    unless = f" unless {who_words(agreement, said.unless)} notifies the others" if said.unless is not None else ""
    if said.agreed is not None:
        unless = f", provided that {who_words(agreement, said.agreed)} agrees"
    early = f" at least {days_words(said.notice)} before" if said.notice else ""
    yield f"when it ends, the agreement is extended {by}{again}{unless}{early}"
    start = agreement.header.takes_effect
    if start is not None and agreement.header.lasts_days is not None:
        ends = [start.date() + timedelta(days=day) for day in last_days(agreement, said, SHOWN)]
        yield f"Its last days are then {', '.join(day.isoformat() for day in ends)}, and so on."


def last_days(agreement: Agreement, said: Extension, count: int) -> list[int]:
    """The last days of the first `count` periods, counted from the day the text takes effect."""
    first = agreement.header.lasts_days or 0
    periods = said.days or (first,)
    found = [first]
    for index in range(count - 1):
        found.append(found[-1] + periods[min(index, len(periods) - 1)])
    return found


def _sunset(said: Sunset) -> str:
    what = clauses_words(said.clauses)
    verb = "end" if len(said.clauses) > 1 else "ends"
    if said.moment is not None:
        return f"{what} {verb} on {said.moment:%Y-%m-%d}; that day is still in force"
    if said.days is not None:
        return f"{what} {verb} after {days_words(said.days)}"
    return f"{what} {verb}" if said.stated else f"when {what} {verb} is not stated"
