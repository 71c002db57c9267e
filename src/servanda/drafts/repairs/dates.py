"""Dates: for a duty that has none, or a later one than an interest or the text's own words have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from servanda.agreement.interest import Whenever
from servanda.agreement.text_values import dates_in, numbers_in
from servanda.drafts.edit import Draft
from servanda.drafts.repairs.kit import Repair, duties_in, interests, quoted, replaced, subject
from servanda.findings import Finding
from servanda.syntax import tree as t

_USUAL = (30, 60)
"""Days that are proposed where neither an interest nor the words of the clause name any."""

_TIMING = re.compile(
    r"\s*\b(?:every \d+ days?|within (?:not stated|(?:[\d ]+|\w+) (?:days?|weeks?|months?|years?)(?: of [\d-]+)?)"
    r"|by \d{4}-\d{2}-\d{2}|by day \d+|at once)"
)
_TAIL = re.compile(r"(,?\s*provided\b.*| with the agreement\b.*| after\b.*| not before\b.*| except\b.*)$")


def in_time(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """A date, or an earlier one, for a duty of the clauses concerned; for what recurs, the interval of the words."""
    for number, line, duty in duties_in(draft, finding.clauses):
        recurs = isinstance(duty.timing, t.EveryNode)
        timings = _timings(draft, finding, number) if not recurs else _intervals(_words(draft, number))
        for timing in dict.fromkeys(timings) if isinstance(duty.content, t.DoNode) else ():
            row = with_timing(quoted(draft, line), timing)
            if row != quoted(draft, line):
                owed = f"clause {number}: {subject(duty)} shall do it {timing}"
                yield (replaced(draft, line, [row], f"A date: {timing}.", (owed,)),)


def _words(draft: Draft, number: str) -> str:
    return next((clause.words for clause in draft.clauses() if clause.number == number), "")


def _intervals(words: str) -> Iterator[str]:
    for number in numbers_in(words):
        if number.days and max(number.days) >= 1:
            yield f"every {int(max(number.days))} days"


def _timings(draft: Draft, finding: Finding, number: str) -> Iterator[str]:
    """What the interest needs; else what the words of the clause say; else the usual."""
    yield from _needed(draft, finding)
    yield from _in_words(_words(draft, number))
    if finding.interest is None:
        yield from (f"within {days} days" for days in _USUAL)


def _needed(draft: Draft, finding: Finding) -> Iterator[str]:
    for each in interests(draft, finding) if finding.interest is not None else ():
        if isinstance(each.protected, Whenever):
            start = draft.agreement.header.takes_effect
            if each.protected.trigger is None and start is not None:
                yield f"by {(start + timedelta(days=each.protected.days)).date().isoformat()}"
            yield f"within {each.protected.days} days"


def _in_words(words: str) -> Iterator[str]:
    for _, _, days in dates_in(words):
        if len(days) == 1:
            yield f"by {days[0].isoformat()}"
    for number in numbers_in(words):
        if number.days and max(number.days) >= 1:
            yield f"within {int(max(number.days))} days"


def with_timing(text: str, timing: str) -> str:
    """A line with another time, or with one for the first time."""
    if _TIMING.search(text):
        return _TIMING.sub(f" {timing}", text, count=1)
    tail = _TAIL.search(text)
    return f"{text[: tail.start()]} {timing}{tail[0]}" if tail else f"{text} {timing}"
