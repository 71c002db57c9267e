"""What somebody is to receive, and steps that run side by side."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.syntax.tree.clause import RequirementNode, TimingNode
from servanda.syntax.tree.value import Phrase
from servanda.text import Span


@dataclass(frozen=True, slots=True)
class EntitledNode:
    """``UA is entitled to full control of the border``: who owes it, and from when, stands under it."""

    owner: tuple[Phrase, ...]
    what: Phrase


@dataclass(frozen=True, slots=True)
class OwedByNode:
    """``owed by RU``; `by` None is *not stated*."""

    by: Phrase | None


@dataclass(frozen=True, slots=True)
class PhaseNode:
    """``begins …`` or ``completed …``: when it may begin, or be complete."""

    beginning: bool
    timing: TimingNode | None
    requires: tuple[RequirementNode, ...]


@dataclass(frozen=True, slots=True)
class ProvisoNode:
    """``provided that clause 11 is fulfilled``; `governs` None: the beginning and the completion."""

    requires: tuple[RequirementNode, ...]
    governs: str | None = None


@dataclass(frozen=True, slots=True)
class GovernsNode:
    """``governs the beginning``: a reading of a proviso."""

    phase: str


@dataclass(frozen=True, slots=True)
class CountingNode:
    """``counting the first day``: a reading of a number of days."""

    first_counts: bool
    span: Span


@dataclass(frozen=True, slots=True)
class MannerNode:
    """How steps side by side depend on each other: ``complete``, ``awaits`` or ``target``; and until when."""

    kind: str
    timing: TimingNode | None
    span: Span


@dataclass(frozen=True, slots=True)
class ParallelNode:
    """``in parallel, in phases, each to be complete by day 60:``; `manner` None: the text does not say."""

    phased: bool
    manner: MannerNode | None
    span: Span


EntitlementNode = OwedByNode | PhaseNode | ProvisoNode
