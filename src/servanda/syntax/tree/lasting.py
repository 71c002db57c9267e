"""How long a clause binds, and who may end, suspend or leave it; exceptions and what stands instead of a duty."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.syntax.tree.value import ClauseRef, Moment, Phrase, SpanOfTime, Word
from servanda.text import Span


@dataclass(frozen=True, slots=True)
class IfNode:
    """``if, in its own judgement, "…"``: on what a power hangs, in the text's own words."""

    words: Word
    own_judgement: bool


@dataclass(frozen=True, slots=True)
class EffectiveNode:
    """``effective not less than 150 days after notice``; neither a span nor `at_once` is *not stated*."""

    after: SpanOfTime | None
    at_once: bool
    span: Span


@dataclass(frozen=True, slots=True)
class LastingNode:
    """``for 30 days [once only]``, ``until 2025-03-02``, ``until clause 3 is fulfilled``; none is *not stated*."""

    duration: SpanOfTime | None
    until: Moment | None
    fulfilled: tuple[ClauseRef, ...]
    once: bool
    span: Span


@dataclass(frozen=True, slots=True)
class PowerNode:
    """``a Party may withdraw from the agreement …``, ``A may suspend clause 2 …``.

    `what` is withdraw, terminate or suspend; no `clauses` means the whole agreement; `own`: its own duties only.
    """

    subject: tuple[Phrase, ...]
    what: str
    clauses: tuple[ClauseRef, ...]
    own: bool
    condition: IfNode | None
    notice: bool
    effective: EffectiveNode | None
    lasting: LastingNode | None
    word: Word


@dataclass(frozen=True, slots=True)
class PeriodsNode:
    """``by 120 days, then by 60 days``; none: by the same period."""

    spans: tuple[SpanOfTime, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ExtensionNode:
    """``the agreement is extended by the same period unless a Party notifies the others``."""

    periods: PeriodsNode
    unless: Phrase | None
    notice: SpanOfTime | None
    agreed: Phrase | None = None


@dataclass(frozen=True, slots=True)
class AgreedByNode:
    """``if every Party agrees at least 90 days before it ends``."""

    who: Phrase
    notice: SpanOfTime | None
    span: Span


@dataclass(frozen=True, slots=True)
class EndNode:
    """``clause 5 ends on 2031-10-18``; no `clauses` means the whole agreement; no day: at once, under ``upon``."""

    clauses: tuple[ClauseRef, ...]
    on: Moment | None
    after: SpanOfTime | None
    not_stated: bool
    span: Span


@dataclass(frozen=True, slots=True)
class SurvivalNode:
    """``clause 5 survives the end [for 30 days]``."""

    clauses: tuple[ClauseRef, ...]
    duration: SpanOfTime | None
    span: Span


@dataclass(frozen=True, slots=True)
class LapseNode:
    """``what is due under clause 5 lapses at the end``."""

    clauses: tuple[ClauseRef, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class SilentNode:
    """``withdrawal: not stated``; `words` where the text does speak of it, in a way that has no other line."""

    subject: str
    words: Word | None
    span: Span


LastingStatement = PowerNode | ExtensionNode | EndNode | SurvivalNode | LapseNode | SilentNode
