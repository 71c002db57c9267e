"""Lines about the words themselves and what hangs on them: who establishes, what terms mean, what stands elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.syntax.tree.value import ClauseRef, Moment, Phrase, SpanOfTime, Word
from servanda.text import Span


@dataclass(frozen=True, slots=True)
class VerifiedNode:
    """``verified by M every 49 days with access to "all sites", reports within 7 days, standard observed``.

    An empty `by` is *not stated*; without `clauses` the line speaks of the clause it stands in.
    """

    clauses: tuple[ClauseRef, ...]
    by: tuple[Phrase, ...]
    every: SpanOfTime | None
    access: Phrase | None
    reports: SpanOfTime | None
    standard: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class EstablishedNode:
    """``established by council``; `by` None is *not stated*."""

    by: Phrase | None
    span: Span


@dataclass(frozen=True, slots=True)
class DefinitionNode:
    """``"heavy weapons" means "artillery of 100 mm and more"``; `meaning` None is *not stated*."""

    term: Phrase
    meaning: Phrase | None


@dataclass(frozen=True, slots=True)
class DocumentNode:
    """``map "Zones" not attached``: something that belongs to the text, and whether it is there."""

    kind: str
    name: Word
    state: str


@dataclass(frozen=True, slots=True)
class RestsOnNode:
    """``rests on map "Zones"``: what the clause says cannot be known without it."""

    name: Word


@dataclass(frozen=True, slots=True)
class PositionNode:
    """``position of RU "elections first": demands clause 12 before clause 9, source "…", said 2020-05-01``.

    `clauses` holds one clause, two in an order, or none where `words` say what is meant.
    """

    of: Phrase
    name: Word
    stance: str
    clauses: tuple[ClauseRef, ...]
    words: Word | None
    source: Word | None
    said: Moment | None


@dataclass(frozen=True, slots=True)
class StandInNode:
    """``look-alikes can stand in for battle tanks``."""

    other: Phrase
    limited: Phrase
