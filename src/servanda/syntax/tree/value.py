"""Words and values.  A value that the text leaves out (`not stated`) is None where the slot itself is present."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from servanda.text import Span


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or quoted name of a phrase; `text` is without its quotes."""

    text: str
    span: Span
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name somebody, something or an act; at least one."""

    words: tuple[Word, ...]

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Quantity:
    """``400 tanks``; `number` None is *not stated*, `unit` None is left out."""

    number: Fraction | None
    unit: Phrase | None
    span: Span


@dataclass(frozen=True, slots=True)
class RateNode:
    """``3 tanks a day``; `number` is for one day."""

    number: Fraction | None
    unit: Phrase | None
    span: Span


@dataclass(frozen=True, slots=True)
class SpanOfTime:
    """``3 days``, ``six months``: `number` of `unit` (day, week, month, year, hour)."""

    number: Fraction
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, perhaps with a time and a zone.  `day` None: no such day exists, which was said already."""

    day: date | None
    time: str | None
    zone: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class ClauseRef:
    """A clause number as written: ``5``, ``13(d)``, ``annex 2.1``."""

    number: str
    span: Span
