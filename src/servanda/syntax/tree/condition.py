"""What can happen, and what can be the case."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from servanda.syntax.tree.value import ClauseRef, Moment, Phrase, Quantity, SpanOfTime, Word
from servanda.text import Span


@dataclass(frozen=True, slots=True)
class ActPhrase:
    """An act in its noun form: ``armed attack by any state on UA``."""

    phrase: Phrase

    @property
    def span(self) -> Span:
        """The span of its words."""
        return self.phrase.span


@dataclass(frozen=True, slots=True)
class BreachNode:
    """``breach of clause 2 by a Party established by inspection``; `clause` None (after "upon" only): of any clause."""

    clause: ClauseRef | None
    by: Phrase | None
    established: Phrase | None
    span: Span


@dataclass(frozen=True, slots=True)
class AdoptionNode:
    """``adoption by council``."""

    by: Phrase | None
    span: Span


@dataclass(frozen=True, slots=True)
class LeavingNode:
    """``withdrawal from the agreement by a Party``: that it gives notice."""

    by: Phrase | None
    span: Span


@dataclass(frozen=True, slots=True)
class SuspensionNode:
    """``suspension of clause 2 by a Party``; `clause` None is the whole agreement."""

    clause: ClauseRef | None
    by: Phrase | None
    span: Span


HappeningNode = ActPhrase | BreachNode | AdoptionNode | LeavingNode | SuspensionNode


@dataclass(frozen=True, slots=True)
class TermNode:
    """`factor` times a holding, or a number (`quantity`) with its unit; exactly one of the two is given.

    `at_signature`: what the holding was at signature, and not what it is.
    """

    factor: Fraction
    holding: Phrase | None
    quantity: Quantity | None
    span: Span
    at_signature: bool = False


@dataclass(frozen=True, slots=True)
class ComparisonNode:
    """Two sums compared; `order` is one of the words of `agreement.quantity.Order`."""

    left: tuple[TermNode, ...]
    order: str
    right: tuple[TermNode, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Joined:
    """Comparisons joined by "and" (`every` True) or by "or"."""

    every: bool
    parts: tuple[ComparisonNode, ...]


ConditionNode = ComparisonNode | Joined


@dataclass(frozen=True, slots=True)
class AlwaysNode:
    """The condition holds throughout."""

    condition: ConditionNode


@dataclass(frozen=True, slots=True)
class NeverNode:
    """The happening does not occur."""

    happening: HappeningNode


@dataclass(frozen=True, slots=True)
class AtExpiryNode:
    """The condition holds at the end of the term."""

    condition: ConditionNode


@dataclass(frozen=True, slots=True)
class WheneverNode:
    """``whenever E, F [before or] within 10 days``; `within` None is *not stated*.

    ``by 2025-03-02, F``: without a trigger, and `within` is the day, or the days from the first one.
    """

    trigger: HappeningNode | None
    answer: HappeningNode
    within: SpanOfTime | Moment | None
    or_before: bool = False


ProtectedNode = AlwaysNode | NeverNode | AtExpiryNode | WheneverNode


@dataclass(frozen=True, slots=True)
class BeyondNode:
    """``beyond the term for 90 days``; without a span: for good."""

    duration: SpanOfTime | None
    span: Span


@dataclass(frozen=True, slots=True)
class InterestNode:
    """``interest of A "…": …``; `protected` None where only readings say it; `beyond`: ``beyond the term``."""

    of: Phrase
    name: Word
    protected: ProtectedNode | None
    beyond: BeyondNode | None = None
