"""A whole file as lines, each with what stands under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.syntax.tree.act import (
    DoneBy,
    Lowers,
    MoveFact,
    Needs,
    NoticedBy,
    Pattern,
    Raises,
    Shows,
    SlotNode,
    StepNode,
    VerdictNode,
)
from servanda.syntax.tree.clause import (
    DecisionNode,
    DutyNode,
    IfBreachedNode,
    MayNode,
    NotYetNode,
    ReleaseNode,
    RequirementNode,
    TimingNode,
    UponNode,
    WaivedNode,
    WordsNode,
)
from servanda.syntax.tree.condition import InterestNode, ProtectedNode
from servanda.syntax.tree.exception import ExceptionNode, ExceptionStatement
from servanda.syntax.tree.file import (
    Accept,
    ActHead,
    Actors,
    AgreementHead,
    AssumeAway,
    AssumeCapacity,
    AssumeRate,
    AssumeRise,
    BodyNode,
    ClassNode,
    ClauseHead,
    Deadlines,
    ExpectFinding,
    FactorNode,
    HeaderMoment,
    HeaderWords,
    KindNode,
    Lasts,
    MoveHead,
    ScenarioHead,
    StockNode,
    Use,
    VocabularyHead,
)
from servanda.syntax.tree.lasting import EffectiveNode, LastingNode, LastingStatement, PeriodsNode
from servanda.syntax.tree.steps import (
    CountingNode,
    EntitledNode,
    EntitlementNode,
    GovernsNode,
    MannerNode,
    ParallelNode,
)
from servanda.syntax.tree.value import Quantity
from servanda.syntax.tree.words import (
    DefinitionNode,
    DocumentNode,
    EstablishedNode,
    PositionNode,
    RestsOnNode,
    StandInNode,
    VerifiedNode,
)
from servanda.text import Source, Span

FileNode = (
    AgreementHead
    | VocabularyHead
    | Use
    | Actors
    | BodyNode
    | StockNode
    | KindNode
    | ClassNode
    | FactorNode
    | ActHead
    | MoveHead
    | ClauseHead
    | ScenarioHead
    | Accept
    | ExpectFinding
    | AssumeAway
    | AssumeCapacity
    | AssumeRise
    | AssumeRate
    | InterestNode
    | DefinitionNode
    | DocumentNode
    | PositionNode
    | StandInNode
)
HeaderNode = HeaderWords | HeaderMoment | Lasts | Deadlines
StatementNode = DutyNode | MayNode | ReleaseNode | DecisionNode | LastingStatement | ExceptionStatement
AboutClauseNode = VerifiedNode | EstablishedNode | DefinitionNode | RestsOnNode
ClauseNode = (
    StatementNode
    | UponNode
    | IfBreachedNode
    | WaivedNode
    | NotYetNode
    | WordsNode
    | AboutClauseNode
    | EntitledNode
    | ParallelNode
)
ActNode = Pattern | SlotNode | Needs | Raises | Lowers | Shows | NoticedBy | DoneBy | MoveFact
PartNode = (
    TimingNode
    | RequirementNode
    | Quantity
    | ProtectedNode
    | PeriodsNode
    | EffectiveNode
    | LastingNode
    | CountingNode
    | GovernsNode
    | MannerNode
    | ExceptionNode
)
Node = FileNode | HeaderNode | ClauseNode | EntitlementNode | ActNode | StepNode | VerdictNode | PartNode


@dataclass(frozen=True, slots=True)
class Option:
    """One of the alternatives in square brackets; `by` is whose it is."""

    by: str | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Bracket:
    """``[RU: 85 000 | UA: 250 000]``: not agreed yet."""

    options: tuple[Option, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Line:
    """One thought of the file, with what stands under it.

    `parts` are the pieces of text it was written in.  `variants` are its nodes,
    one for each combination of the options in `brackets` (the last bracket
    changes fastest); without brackets there is one.  None: it could not be
    read, which a finding says.  `readings` are alternatives for this line or a
    part of it.  `before` holds the comments (and "" for blank lines) above it.
    """

    span: Span
    parts: tuple[Span, ...]
    variants: tuple[Node | None, ...]
    brackets: tuple[Bracket, ...] = ()
    readings: tuple[Line, ...] = ()
    children: tuple[Line, ...] = ()
    before: tuple[str, ...] = ()
    comment: str | None = None

    @property
    def node(self) -> Node | None:
        """What it says with every first option."""
        return self.variants[0] if self.variants else None

    def variant(self, chosen: tuple[int, ...]) -> Node | None:
        """What it says with those options, one index for each bracket."""
        index = 0
        for bracket, choice in zip(self.brackets, chosen, strict=True):
            index = index * len(bracket.options) + choice
        return self.variants[index]


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole file, as read."""

    source: Source
    lines: tuple[Line, ...]
    after: tuple[str, ...] = ()

    def walk(self) -> Iterator[Line]:
        """Every line, readings and children included, in the order of the file."""
        waiting = list(reversed(self.lines))
        while waiting:
            line = waiting.pop()
            yield line
            waiting.extend(reversed(line.readings + line.children))
