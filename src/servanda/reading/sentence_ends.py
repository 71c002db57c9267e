"""Sentences around a place by their stops alone, where no parse is at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.span import Span

_STOP = re.compile(r"[.!?][”\"’']?(?=\s+[A-Z“\"‘])|\n")
_REACH = 1_500


def sentences(text: str, place: Span) -> Iterator[Span]:
    """The sentence a span begins in, as far as the one it ends in."""
    start, end = place
    low = max(0, start - _REACH)
    stops = [match.end() for match in _STOP.finditer(text, low, start)]
    begin = stops[-1] if stops else low
    after = _STOP.search(text, max(start, end - 1), min(len(text), end + _REACH))
    until = after.end() if after is not None else min(len(text), end + _REACH)
    while begin < until and text[begin].isspace():
        begin += 1
    while until > begin and text[until - 1].isspace():
        until -= 1
    yield begin, until
