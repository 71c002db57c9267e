"""Exceptions, and what ranks or softens a clause."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.syntax.tree.lasting import LastingNode
from servanda.syntax.tree.value import ClauseRef, Phrase, SpanOfTime, Word
from servanda.text import Span


@dataclass(frozen=True, slots=True)
class JudgedNode:
    """``in its own judgement``; ``as M determines`` (`by`); neither: *not stated*."""

    own: bool
    by: Phrase | None
    span: Span


@dataclass(frozen=True, slots=True)
class ExceptionNode:
    """``except in self-defence, in its own judgement``; one of `words`, `after` and `agreed` is given.

    `within`: the words stood after "in".  `only_after`: what must have taken place besides.
    """

    words: Phrase | Word | None
    after: Phrase | None
    agreed: Phrase | None
    judged: JudgedNode | None
    lasting: LastingNode | None
    span: Span
    only_after: Phrase | None = None


@dataclass(frozen=True, slots=True)
class OnlyAfterNode:
    """``and only after request for help by it``."""

    act: Phrase
    span: Span


@dataclass(frozen=True, slots=True)
class ExemptNode:
    """``clause 2 does not apply to a Party in self-defence``; no `who`: to nobody."""

    clauses: tuple[ClauseRef, ...]
    who: tuple[Phrase, ...]
    exception: ExceptionNode


@dataclass(frozen=True, slots=True)
class CureNode:
    """``a breach of clause 5 may be cured within 10 days``; `within` None is *not stated*."""

    clause: ClauseRef | None
    within: SpanOfTime | None
    span: Span


@dataclass(frozen=True, slots=True)
class PrevailsNode:
    """``clause 4 prevails over clause 2``."""

    clauses: tuple[ClauseRef, ...]
    over: tuple[ClauseRef, ...]


ExceptionStatement = ExemptNode | CureNode | PrevailsNode
