"""Turns of a transcript or an interview: who speaks stands at the head of each paragraph, before a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from servanda.reading.lexicon import load_lexicon
from servanda.reading.span import Span, trim

_NAME = r"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|of|the|de|van|and)){0,5}"
_LABEL = re.compile(rf"^[ \t]*(?P<name>{_NAME})(?: \((?P<beside>[^()\n]{{2,60}})\))?: +(?=\S)", re.MULTILINE)
_FEWEST = 3
_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph with its speaker: the words of the name, what stands in brackets beside it, and what was said."""

    name: Span
    beside: Span | None
    said: Span
    colon: Span


def turns_of(text: str) -> Mapping[int, Turn]:
    """The turns of a text by the place where each begins; none where labels do not come back as in a conversation."""
    if text.count(": ") < _FEWEST:
        return MappingProxyType({})
    headings = load_lexicon().listed("headings")
    found = [match for match in _LABEL.finditer(text) if match["name"].lower() not in headings]
    counted = Counter(match["name"] for match in found)
    lines = sum(1 for line in text.split("\n") if line.strip())
    talk = len(found) >= _FEWEST and len(found) >= _SHARE * lines and max(counted.values(), default=0) > 1
    named = [match["beside"] for match in found if match["beside"]]
    # A verbatim record names the state beside the speaker: there whoever has the floor is found otherwise.
    if not talk or any(beside[:1].isupper() for beside in named):
        return MappingProxyType({})
    return MappingProxyType({match.start("name"): _turn(text, match) for match in found})


def _turn(text: str, match: re.Match[str]) -> Turn:
    end = text.find("\n", match.end())
    said = trim(text, (match.end(), end if end >= 0 else len(text)))
    after = match.end("beside") + 1 if match["beside"] else match.end("name")
    return Turn(match.span("name"), match.span("beside") if match["beside"] else None, said, (after, after + 1))


def asks(text: str, span: Span) -> bool:
    """Whether some words end in a question: whoever asks states nothing, whatever leads up to it."""
    return text[span[0] : span[1]].rstrip("”\"’' ").endswith("?")
