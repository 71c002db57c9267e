"""What a clause says."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from servanda.syntax.tree.condition import ComparisonNode, HappeningNode, TermNode
from servanda.syntax.tree.exception import ExceptionNode
from servanda.syntax.tree.value import ClauseRef, Moment, Phrase, SpanOfTime, Word
from servanda.text import Span


@dataclass(frozen=True, slots=True)
class WithinNode:
    """``within 3 days [of adoption]``; `since` is the word after "of", or None.

    `start`: the date the days run from, where one is named.  `first_counts`: whether the first day is one of them;
    None: nothing is said.
    """

    duration: SpanOfTime
    since: str | None
    span: Span
    start: Moment | None = None
    first_counts: bool | None = None


@dataclass(frozen=True, slots=True)
class ByNode:
    """``by 2025-03-02``."""

    moment: Moment
    span: Span


@dataclass(frozen=True, slots=True)
class EveryNode:
    """``every 49 days``."""

    duration: SpanOfTime
    span: Span


@dataclass(frozen=True, slots=True)
class EachMonthNode:
    """``by the 5th of each month``, ``monthly``; `day` None: by the last."""

    day: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class NoDeadlineNode:
    """``within not stated``, or `words` that sound like a time and name no day: ``promptly``."""

    span: Span
    words: str = ""


TimingNode = WithinNode | ByNode | EveryNode | EachMonthNode | NoDeadlineNode


@dataclass(frozen=True, slots=True)
class VoteRule:
    """How a body decides.  `closes` None: no closing time is given, or it is *not stated*."""

    rule: str
    without_concerned: bool
    closes: SpanOfTime | None
    otherwise_adopted: bool


@dataclass(frozen=True, slots=True)
class DecisionNode:
    """``council decides on assistance by consensus``, or the same after *provided that*."""

    body: Phrase
    matter: Phrase | None
    rule: VoteRule
    span: Span
    after_provided: bool = False


@dataclass(frozen=True, slots=True)
class DoNode:
    """An act in its verb form: ``assist UA``; `to`: down to which number, ``reduce its battle tanks to 300 tanks``.

    `number`: how many, said before the words of the phrase from `counted` on (``pay 500 euros to B``).
    """

    phrase: Phrase
    to: tuple[TermNode, ...] = ()
    number: Fraction | None = None
    counted: int = 0


@dataclass(frozen=True, slots=True)
class RefrainNode:
    """``refrain from armed attack on UA``."""

    phrase: Phrase


@dataclass(frozen=True, slots=True)
class NotDoNode:
    """``shall not attack UA``."""

    phrase: Phrase


@dataclass(frozen=True, slots=True)
class KeepNode:
    """``keep its battle tanks at or below 400 tanks``."""

    comparison: ComparisonNode


@dataclass(frozen=True, slots=True)
class LimitNode:
    """``shall not exceed 400 tanks``: what is limited stands in the subject, or in the unit.

    `also`: what the subject adds to it (``tanks of A plus guns of A shall not exceed 400 pieces``).
    """

    order: str
    right: tuple[TermNode, ...]
    span: Span
    also: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class DecideNode:
    """``decide it``."""

    matter: Phrase | None


@dataclass(frozen=True, slots=True)
class ConsentNode:
    """``consent to it``."""


@dataclass(frozen=True, slots=True)
class AgreeNode:
    """``agree to clause 11``: give the agreement that the clause asks for."""

    clause: ClauseRef


ContentNode = DoNode | RefrainNode | NotDoNode | KeepNode | LimitNode | DecideNode | ConsentNode | AgreeNode


@dataclass(frozen=True, slots=True)
class AgreedNode:
    """``with the agreement of B``."""

    who: Phrase
    span: Span


@dataclass(frozen=True, slots=True)
class FulfilledNode:
    """``provided that clause 11 is fulfilled``; `enables` True: ``after clause 11 is fulfilled``."""

    clauses: tuple[ClauseRef, ...]
    enables: bool
    span: Span


@dataclass(frozen=True, slots=True)
class AfterNode:
    """``after an act``, in its noun form; `days`: so many days after it at the earliest.

    `together`: the text says "together with", "concurrently with".
    """

    act: Phrase
    span: Span
    days: int = 0
    together: bool = False


@dataclass(frozen=True, slots=True)
class NotBeforeNode:
    """``not before 2025-03-02``."""

    moment: Moment
    span: Span


RequirementNode = AgreedNode | FulfilledNode | AfterNode | NotBeforeNode


@dataclass(frozen=True, slots=True)
class DutyNode:
    """Who shall do what, by when, after what, provided what.  An empty `subject` is *not stated*."""

    subject: tuple[Phrase, ...]
    force: Word
    jointly: bool
    content: ContentNode
    timing: TimingNode | None
    provided: DecisionNode | None
    requires: tuple[RequirementNode, ...] = ()
    exceptions: tuple[ExceptionNode, ...] = ()
    instead: bool = False
    each_time: bool = False


@dataclass(frozen=True, slots=True)
class MayNode:
    """``X may …``, ``X may not …`` (`allowed` False), ``X may answer by …`` (`answer` True)."""

    subject: tuple[Phrase, ...]
    phrase: Phrase
    word: Word
    answer: bool = False
    allowed: bool = True


@dataclass(frozen=True, slots=True)
class ReleaseNode:
    """``clause 2 no longer binds X``."""

    clause: ClauseRef
    who: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class UponNode:
    """``upon … :``."""

    happenings: tuple[HappeningNode, ...]


@dataclass(frozen=True, slots=True)
class IfBreachedNode:
    """``if breached: not stated``, or the head of what follows."""

    not_stated: bool


@dataclass(frozen=True, slots=True)
class NotYetNode:
    """``not yet encoded "…"``: words of the text that still have to be encoded."""

    words: Word


@dataclass(frozen=True, slots=True)
class WaivedNode:
    """``waived "…"``: words of the text that the encoding leaves out on purpose."""

    words: Word
    because: Word | None


@dataclass(frozen=True, slots=True)
class WordsNode:
    """A line of the clause's own words (``> …``)."""

    text: str
