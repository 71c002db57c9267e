"""Dates in running text, resolved against the day of publication and against the dates named before them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from servanda.reading.account import Dated
from servanda.reading.date_readers import Seen, known_readers
from servanda.reading.date_values import Value
from servanda.reading.date_words import UNITS_AFTER_NUMBER, patterns
from servanda.reading.span import Span

_PREPOSITION = re.compile(r"(?:over|at|during|in)\s+", re.IGNORECASE)


def find_dates(text: str, published: date | None) -> tuple[Dated, ...]:
    """Every date expression of a text in order, with its value; what cannot be placed in time is left out."""
    found: list[Dated] = []
    anchor: Value | None = None
    readers = known_readers()
    for span, kind, groups in _expressions(text):
        try:
            value = readers[kind](groups, Seen(text, span, published, anchor))
        except (ValueError, OverflowError):  # 31 November, year 0: not a date
            continue
        if value is not None:
            found.append(Dated(span, value.value, value.granularity, value.first, value.last))
            anchor = value
    return tuple(found)


def _expressions(text: str) -> list[tuple[Span, str, Mapping[str, str | None]]]:
    """Matches that do not overlap: at each place the longest, and of equals the first in the table."""
    matches = [
        (_tight(text, kind, match), -match.end(), order, kind, match)
        for order, (kind, pattern) in enumerate(patterns())
        for match in pattern.finditer(text)
        if _is_meant(text, kind, match)
    ]
    chosen: list[tuple[Span, str, Mapping[str, str | None]]] = []
    reached = 0
    for start, negative_end, _, kind, match in sorted(matches, key=lambda item: item[:3]):
        if start >= reached:
            chosen.append(((start, -negative_end), kind, match.groupdict()))
            reached = -negative_end
    return chosen


def _is_meant(text: str, kind: str, match: re.Match[str]) -> bool:
    """Whether a match is a date at all: "2000 troops" and "a May resignation letter writer" are not."""
    if kind == "year":
        return not UNITS_AFTER_NUMBER.match(text, match.end()) and text[match.end() : match.end() + 1] != "%"
    if kind == "lone-month":
        doubtful = match.group("month").lower() in ("may", "march")
        return not doubtful or match.group("lead").lower() not in ("to", "and", "about", "for")
    return True


def _tight(text: str, kind: str, match: re.Match[str]) -> int:
    """Where the expression begins, without the preposition a pattern needed to be sure."""
    start, end = match.span()
    if kind == "lone-month" and match.group("lead").lower() not in ("next", "last", "this", "early", "late", "mid"):
        start = match.end("lead")
    elif kind in ("weekend", "ahead"):
        lead = _PREPOSITION.match(text, start, end)
        start = lead.end() if lead else start
    while start < end and text[start].isspace():
        start += 1
    return start
