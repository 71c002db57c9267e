"""A plain text as its provisions: what the rules of the review work from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from servanda.plain.sentences import split
from servanda.text import Place, Source, Span
from servanda.text.english import BINDING


class Kind(Enum):
    """What a piece of a text is there for."""

    PREAMBLE = "before the first provision"
    PROVISION = "an operative provision"
    HEADING = "a heading"
    DEFINITION = "a definition"
    CLOSING = "the end: who signed where, in which languages"


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph or list item.

    `label` is its number as the text has it, the numbers above it included (``V 1(B)``); empty where it has none.
    `text` has the length of its span, with single spaces for line ends and straight quotation marks for curly
    apostrophes. `leads` are the words above it that it goes on from ("The Parties shall:"). `is_leaf`: nothing stands
    under its number.
    """

    label: str
    kind: Kind
    text: str
    span: Span
    leads: tuple[str, ...] = ()
    is_leaf: bool = True

    @property
    def lead(self) -> str:
        """All that leads into this unit."""
        return " ".join(self.leads)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a unit, with where it starts in the source."""

    unit: Unit
    text: str
    start: int

    @property
    def label(self) -> str:
        """The number of the provision it stands in."""
        return self.unit.label

    @property
    def whole(self) -> str:
        """The sentence with what leads into it."""
        return f"{self.unit.lead} {self.text}" if self.unit.leads else self.text

    def span(self, match: re.Match[str] | None = None, group: int | str = 0) -> Span:
        """Where it stands, or where a match in its text (or a group of it) stands."""
        if match is not None:
            return Span(self.start + match.start(group), self.start + match.end(group))
        return Span(self.start, self.start + len(self.text))


@dataclass(frozen=True, slots=True)
class Draft:
    """A plain text, cut into units. `headings`: which numbers each sort of heading bears (article, annex, ...).

    `excerpt`: the text itself shows that parts are left out. `sentences` are those of its operative provisions.
    """

    source: Source
    title: str
    units: tuple[Unit, ...]
    sentences: tuple[Sentence, ...]
    headings: Mapping[str, tuple[str, ...]]
    excerpt: bool
    begins: int

    def place(self, span: Span) -> Place:
        """A span for people."""
        return self.source.place(span)

    @property
    def provisions(self) -> Iterator[Unit]:
        """The operative units, definitions left out."""
        return (unit for unit in self.units if unit.kind is Kind.PROVISION)

    @property
    def main(self) -> tuple[Sentence, ...]:
        """The sentences of the text itself; with those of what is attached where it has hardly any of its own."""
        body = tuple(each for each in self.sentences if not _ATTACHED.match(each.label))
        return body if len(body) >= MAIN_BODY else self.sentences

    @property
    def operative(self) -> str:
        """All that is agreed, headings and definitions included: recitals count only where they bind."""
        recitals = (each for unit in self.units if unit.kind is Kind.PREAMBLE for _, each in split(unit.text))
        agreed = (unit.text for unit in self.units if unit.kind is not Kind.PREAMBLE)
        return " ".join((*agreed, *(each for each in recitals if BINDING.search(each))))

    @property
    def here(self) -> str:
        """What the file holds, as a message names it: a text, or an excerpt where parts are left out."""
        return "this excerpt" if self.excerpt else "this text"

    @property
    def flat(self) -> str:
        """The whole text after its front matter, with spaces for line ends and straight apostrophes."""
        return flattened(self.source.text[self.begins :])

    def at_label(self, label: str) -> str:
        """Everything that stands under one number."""
        return " ".join(unit.text for unit in self.units if unit.label == label)[:LONGEST_PROVISION]


def flattened(text: str) -> str:
    """The same text with plain spaces and apostrophes, links without their targets: no character moves."""
    return _LINK.sub(_unlinked, text.translate(_FLAT))


def _unlinked(link: re.Match[str]) -> str:
    return f" {link[1]} {' ' * (len(link[0]) - len(link[1]) - 2)}"


LONGEST_PROVISION = 20_000
"""Characters of one provision that are looked at: nobody writes longer ones, and no text may hold up the review."""

MAIN_BODY = 10
"""From so many sentences on, a text stands for itself, and what is attached regulates its procedures."""

_ATTACHED = re.compile(r"(?:annexe?|appendix|schedule|protocol|exhibit|attachment)\b")
_LINK = re.compile(r"\[([^\]\n]{0,400})\]\([^)\s]{0,400}\)")
_FLAT = {ord("\n"): " ", ord("\t"): " ", 0xA0: " ", 0x202F: " ", 0x2019: "'", 0x2018: "'", 0x2011: "-"}
