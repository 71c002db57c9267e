"""Spans: half-open ranges ``[start, end)`` of characters in a text that is never changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

Span = tuple[int, int]
Spans = tuple[Span, ...]

_EDGE = " \t\r\n\u00a0,;:—–-"
_OPEN = "([{"
_CLOSE = ")]}"


def trim(text: str, span: Span, extra: str = "") -> Span:
    """The span without blanks and loose punctuation at its edges; empty spans stay where they begin."""
    start, end = span
    edge = _EDGE + extra
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return start, max(start, end)


def merge(spans: Iterable[Span], gap: int = 0) -> Spans:
    """Spans in order, joined where they touch or lie at most ``gap`` characters apart."""
    joined: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if joined and start <= joined[-1][1] + gap:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def inside(inner: Span, outer: Span) -> bool:
    """Whether the first span lies wholly in the second."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def covered(inner: Span, outer: Iterable[Span]) -> bool:
    """Whether one of the outer spans holds the inner one."""
    return any(inside(inner, span) for span in outer)


def subtract(span: Span, holes: Iterable[Span]) -> Spans:
    """What is left of a span when the holes are cut out of it."""
    rest: list[Span] = []
    start, end = span
    for hole_start, hole_end in sorted(holes):
        if hole_end <= start or hole_start >= end:
            continue
        if hole_start > start:
            rest.append((start, hole_start))
        start = max(start, hole_end)
    if start < end:
        rest.append((start, end))
    return tuple(rest)


def words(text: str, spans: Iterable[Span]) -> str:
    """The words of the spans, joined by an ellipsis where the content is discontinuous."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)


def within(spans: Spans, start: int, end: int) -> Spans:
    """Those of some spans, given in order, that touch the characters from ``start`` to ``end``."""
    first = max(0, bisect_left(spans, (start, start)) - 1)
    last = bisect_left(spans, (end, end))
    return tuple(span for span in spans[first:last] if span[1] > start)
