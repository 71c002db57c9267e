"""`numbers-conflict`: a number in words that says another than the one in figures, a day that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from servanda.findings import Circumstance, Family, Finding, Slug
from servanda.plain.draft import Draft
from servanda.plain.telling import Hit, gathered
from servanda.text import Span
from servanda.text.number_words import number_of

NUMBERS_CONFLICT = Slug("numbers-conflict", Family.CONFLICTS, "A number or a date of the text contradicts itself.")

_BOTH = re.compile(r"\b(?P<words>[A-Za-z]+(?:[- ][A-Za-z]+){0,4}) \((?P<figures>\d{1,3}(?:,\d{3})+|\d{1,6})\)")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(_DAYS)}),? (?:the )?)?"
    rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m1>{_MONTH})"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)"
    r",? (?P<year>(?:19|20)\d\d)\b"
)


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding for all numbers that contradict themselves."""
    hits = [hit for unit in draft.units for hit in _hits(unit.label, unit.text, unit.span.start)]
    if hits:
        one = hits[0]
        yield gathered(
            draft,
            NUMBERS_CONFLICT,
            f"{one[2][:1].upper()}{one[2][1:]}."
            if len(hits) == 1
            else f"{len(hits)} numbers or dates of the text contradict themselves.",
            hits,
            why=("Two readings of one number are two agreements.",),
            hints=("the number that was agreed, once.",),
            circumstances=(Circumstance.PLAIN_PASSAGE,),
        )


def _hits(label: str, text: str, start: int) -> Iterator[Hit]:
    for match in _BOTH.finditer(text):
        said, figures = number_of(match["words"]), int(match["figures"].replace(",", ""))
        if said is not None and said != figures:
            span = Span(start + match.start(), start + match.end())
            yield label, span, f"the words say {said}, the figures {figures}"
    for match in _DATE.finditer(text):
        wrong = _wrong(match)
        if wrong:
            yield label, Span(start + match.start(), start + match.end()), wrong


def _wrong(match: re.Match[str]) -> str | None:
    month = _MONTHS.index(match["m1"] or match["m2"]) + 1
    try:
        day = date(int(match["year"]), month, int(match["d1"] or match["d2"]))
    except ValueError:
        return f"{match[0]} is no day of the calendar"
    if match["weekday"] and _DAYS[day.weekday()] != match["weekday"]:
        return f"{day.day} {_MONTHS[month - 1]} {day.year} is a {_DAYS[day.weekday()]}, not a {match['weekday']}"
    return None
