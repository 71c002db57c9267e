"""What a tagger learns from: items of annotated texts with the right answers, as feature numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from servanda.reading.assemble import of_blocks
from servanda.reading.passage import Passage
from servanda.reading.span import Spans, overlap
from servanda.reading.tagging import features
from servanda.reading.tagging.items import Item, items
from servanda.reading.tree import Tree

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
ALIKE = 0.5
"""From this share of common words on, two spans are held to be the same."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as people marked it."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Choice:
    """Rows of feature numbers of which one is right; ``right`` is -1 where none is."""

    asks: int
    rows: tuple[Sequence[int], ...]
    right: int


@dataclass(frozen=True, slots=True)
class Example:
    """A word that may report: its feature numbers, whether it does, and what is to be chosen where it does."""

    cue: Sequence[int]
    reports: bool
    choices: tuple[Choice, ...]


def examples(text: str, trees: Sequence[Tree], quotes: Spans, marked: Sequence[Marked]) -> list[Example]:
    """Every item of a text with the answers that people marked."""
    found = []
    for passage, ruled in of_blocks(text, trees, quotes):
        near = [one for one in marked if one.cue and overlap(one.cue[0], _reach(passage))]
        for item in items(passage, ruled):
            here = [one for one in near if any(overlap(a, b) for a in one.cue for b in item.cue)]
            reports = any(overlap((item.word.start, item.word.end), span) for one in here for span in one.cue)
            choices = _choices(passage, item, here) if reports else ()
            found.append(Example(features.numbered(features.of_cue(passage, item, ruled)), reports, choices))
    return found


def _reach(passage: Passage) -> tuple[int, int]:
    return passage.tree.words[0].start, passage.tree.words[-1].end


def _choices(passage: Passage, item: Item, marked: Sequence[Marked]) -> tuple[Choice, ...]:
    text = passage.text
    contents = [max(alike(text, one.content, each.spans) for one in marked) for each in item.contents]
    sources = [max(alike(text, one.source, each.spans) for one in marked) for each in item.sources]
    rows = [features.numbered(features.of_content(passage, item, each)) for each in item.contents]
    whose = [features.numbered(features.of_source(passage, item, each)) for each in item.sources]
    return Choice(1, tuple(rows), _right(contents)), Choice(2, tuple(whose), _right(sources))


def _right(shares: Sequence[float]) -> int:
    best = max(range(len(shares)), key=lambda index: shares[index])
    return best if shares[best] >= ALIKE else -1


def alike(text: str, one: Spans, other: Spans) -> float:
    """The share of words that two sets of spans have in common; two empty ones are alike."""
    mine, theirs = _places(text, one), _places(text, other)
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 1.0


def _places(text: str, spans: Spans) -> set[int]:
    return {start + match.start() for start, end in spans for match in _WORD.finditer(text[start:end])}
