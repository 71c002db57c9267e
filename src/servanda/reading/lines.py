"""Lines of a text: what an author ended with a line break, also where a programme broke the lines at a width."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.span import Span

_LINE = re.compile(r"[^\n]+")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*")
_BREAK = re.compile(r"[^\n]\n(?=[^\n])")
_WIDEST = 130
"""Letters of a line that a programme broke at a width; longer lines are paragraphs."""
_GOES_ON = 0.4
"""The share of line breaks inside sentences from which on they are a programme's."""


def lines_of(text: str) -> Iterator[Span]:
    """The lines of a text; of one that was broken at a width, its paragraphs."""
    pattern = _PARAGRAPH if is_wrapped(text) else _LINE
    for match in pattern.finditer(text):
        yield match.span()


def is_wrapped(text: str) -> bool:
    """Whether lines end where a programme broke them: inside sentences, and none of them long."""
    breaks = [match.start() for match in _BREAK.finditer(text)]
    if len(breaks) < 3 or any(match.end() - match.start() > _WIDEST for match in _LINE.finditer(text)):
        return False
    inside = sum(text[at] not in '.!?:;”"’…' and text[at + 2 : at + 3].islower() for at in breaks)
    return inside / len(breaks) >= _GOES_ON
