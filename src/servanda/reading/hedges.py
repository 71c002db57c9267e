"""Hedges: words that hold a statement at a distance - hearsay, doubt, anonymity, no comment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from servanda.reading.span import Span, Spans, merge

_DOUBT = re.compile(r"\b(?:suspect(?:s|ed)?|doubt(?:s|ed)?|fear(?:s|ed)?|speculat\w+|rumou?rs?)\b", re.IGNORECASE)


@cache
def _hedge() -> re.Pattern[str]:
    """All listed hedges as one pattern; the longer alternatives stand first in the list."""
    lines = (files("servanda.reading") / "words" / "hedges.txt").read_text("utf-8").splitlines()
    listed = "|".join(line for line in lines if line and not line.startswith("#"))
    return re.compile(rf"\b(?:{listed})", re.IGNORECASE)


def find_hedges(text: str, speaking: Spans) -> Spans:
    """Every hedge in the parts of the text where people speak."""
    return merge(span for start, end in speaking for span in _in(text, start, end))


def _in(text: str, start: int, end: int) -> Iterator[Span]:
    for pattern in (_hedge(), _DOUBT):
        for match in pattern.finditer(text, start, end):
            lead = len(match.group()) - len(match.group().lstrip())
            yield match.start() + lead, match.start() + len(match.group().rstrip())
