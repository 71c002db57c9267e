"""Quotation marks: which runs of the text stand between them, paragraph by paragraph."""

from __future__ import annotations

import re

from servanda.reading.lines import lines_of
from servanda.reading.span import Span, Spans

_PAIRS = {"“": "”", "«": "»", "„": "“”", '"': '"”'}
_MARK = re.compile(r"''|[“”«»„\"]|(?<!\w)[‘](?=\w)|(?<!\w)'(?=\w)")
_CLOSE_SINGLE = re.compile(r"(?<=[\w.,!?])[’'](?!\w)")


def quotations(text: str) -> Spans:
    """Spans with their quotation marks, outermost only; one left open ends with its paragraph."""
    found: list[Span] = []
    for start, end in lines_of(text):
        found.extend(_in_line(text, start, end))
    return tuple(found)


def _in_line(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    place = start
    while (mark := _MARK.search(text, place, end)) is not None:
        close = _closing(text, mark, end)
        if close is None:
            place = mark.end()
            continue
        found.append((mark.start(), close))
        place = max(close, mark.end())
    return found


def _closing(text: str, mark: re.Match[str], end: int) -> int | None:
    """Where the quotation opened by a mark ends; None where the mark opens nothing."""
    symbol = mark.group()
    if symbol in "”»":
        return None
    if symbol in ("‘", "'"):
        shut = _CLOSE_SINGLE.search(text, mark.end(), min(end, mark.end() + 400))
        return shut.end() if shut else None
    if symbol == "''":
        at = text.find("''", mark.end(), end)
        return at + 2 if at >= 0 else end
    closers = _PAIRS[symbol]
    ends = [at for at in (text.find(closer, mark.end(), end) for closer in closers) if at >= 0]
    return min(ends) + 1 if ends else end


def quoted_share(spans: Spans, quotes: Spans) -> float:
    """How much of the content stands between quotation marks, from 0 to 1."""
    total = sum(end - start for start, end in spans)
    inner = sum(max(0, min(e, qe) - max(s, qs)) for s, e in spans for qs, qe in quotes)
    return inner / total if total else 0.0
