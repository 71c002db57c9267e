"""From a tree to an agreement: names bound, silences and choices explicit, nothing left to guess."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import get_args

from servanda.agreement import complain, complain_words
from servanda.agreement.agreement import (
    Acceptance,
    Agreement,
    Assumption,
    ExpectedFinding,
    Header,
    Scenario,
)
from servanda.agreement.choices import Choice, Chooser
from servanda.agreement.event import Breach
from servanda.agreement.from_syntax_clauses import statements
from servanda.agreement.from_syntax_conditions import known_clause, occasions
from servanda.agreement.from_syntax_interests import interests
from servanda.agreement.from_syntax_lasting import look_over
from servanda.agreement.from_syntax_quoted import quoted, said_at_large
from servanda.agreement.from_syntax_scenarios import scenario
from servanda.agreement.from_syntax_steps import entitlement, side_by_side
from servanda.agreement.from_syntax_vocabulary import add_act, add_class, add_factor, add_kind, bind_needs
from servanda.agreement.from_syntax_words import WordsSoFar
from servanda.agreement.from_syntax_world import add_actors, add_body, assumption, header, stocks
from servanda.agreement.interest import Interest
from servanda.agreement.messages import Complaints
from servanda.agreement.norm import Clause, Rules, Silence, Statement
from servanda.agreement.party import Group, Quantifier, Who
from servanda.agreement.quantity import Stock
from servanda.agreement.scope import Scope
from servanda.agreement.vocabularies import Vocabularies
from servanda.findings import Finding
from servanda.syntax import tree as t
from servanda.text import Place

NOTHING_CHOSEN: Mapping[str, int] = MappingProxyType({})
"""The first alternative everywhere."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """An agreement as far as it was understood, under one alternative at every choice.

    `agreement` is None where the file has no `agreement` line.  Statements with
    a fault are left out of it, so nothing should be concluded from it while a
    finding is an error.
    """

    agreement: Agreement | None
    choices: tuple[Choice, ...]
    findings: tuple[Finding, ...]


def from_syntax(tree: t.Tree, vocabularies: Vocabularies, chosen: Mapping[str, int] = NOTHING_CHOSEN) -> Resolved:
    """Bind every name of a file.

    `chosen`: which alternative (from 0) at which choice; the first where nothing is said.  Never raises on bad text.
    """
    complaints = Complaints(blurred=_blurred(tree), blind=vocabularies.incomplete or _lost_use(tree))
    scope = Scope(tree.source, complaints)
    for each in (*vocabularies.trees, tree):
        _define(scope, each)
    _introduce(scope, tree)
    chooser = Chooser(tree.source, chosen)
    agreement = _agreement(scope, tree, chooser)
    findings = (*vocabularies.findings, *scope.complaints.findings)
    choices = sorted(chooser.choices, key=lambda each: (each.place, each.id))
    return Resolved(agreement, tuple(choices), tuple(sorted(findings, key=lambda each: each.place)))


def _blurred(tree: t.Tree) -> frozenset[str]:
    """The words of lines that could not be read and might have introduced a name: no sentence of a clause does."""
    heads = [line for line in tree.lines if not isinstance(line.node, (t.ClauseHead, t.ScenarioHead))]
    lines = [line for head in heads for line in (head, *head.children)]
    lost = [tree.source.quote(line.span) for line in lines if None in line.variants]
    return frozenset(word.strip('":,') for text in lost for word in text.split())


def _lost_use(tree: t.Tree) -> bool:
    """Whether a line that names a vocabulary could not be read."""
    return any(line.node is None and tree.source.quote(line.span)[:3].lower() == "use" for line in tree.lines)


def _define(scope: Scope, tree: t.Tree) -> None:
    """Kinds and acts of one file."""
    own, scope.source = scope.source, tree.source
    for line in tree.lines:
        if isinstance(line.node, t.KindNode):
            add_kind(scope, line.node)
        elif isinstance(line.node, (t.ActHead, t.MoveHead)):
            add_act(scope, line)
    for line in tree.lines:
        bind_needs(scope, line)
        if isinstance(line.node, t.ClassNode):
            add_class(scope, line.node)
        elif isinstance(line.node, t.FactorNode):
            add_factor(scope, line.node)
    scope.source = own


def _introduce(scope: Scope, tree: t.Tree) -> None:
    """Actors, bodies and clause numbers: whatever other lines may name before it is declared."""
    nodes = [line.node for line in tree.lines]
    for node in nodes:
        if isinstance(node, t.Actors):
            add_actors(scope, node)
    for node in nodes:
        if isinstance(node, t.BodyNode):
            add_body(scope, node)
        elif isinstance(node, t.ClauseHead):
            number, place = node.number.number, scope.place(node.number)
            if number in scope.clauses:
                complain.twice(scope.complaints, "clause", number, place, scope.clauses[number])
            scope.clauses.setdefault(number, place)


def _agreement(scope: Scope, tree: t.Tree, chooser: Chooser) -> Agreement | None:
    head = _header(scope, tree, chooser)
    scope.signed, scope.starts = (head.signed, head.takes_effect) if head else (None, None)
    parts = _Parts()
    for line in tree.lines:
        _top_line(scope, line, chooser, parts, head)
    words = parts.words.finished(scope)
    if head is None:
        return None
    look_over(scope, parts.clauses, head.lasts_days)
    return Agreement(
        head,
        tuple(scope.actors.values()),
        tuple(scope.bodies.values()),
        tuple(scope.kinds.values()),
        tuple(scope.acts.values()),
        tuple(parts.stocks),
        tuple(parts.assumptions),
        tuple(parts.clauses),
        tuple(parts.interests),
        tuple(parts.acceptances),
        tuple(parts.scenarios),
        tuple(parts.expectations),
        words,
        said_at_large(tree),
    )


@dataclass(slots=True)
class _Parts:
    """What the lines of a file add up to, while it is read."""

    stocks: list[Stock] = field(default_factory=list)
    assumptions: list[Assumption] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    interests: list[Interest] = field(default_factory=list)
    acceptances: list[Acceptance] = field(default_factory=list)
    scenarios: list[Scenario] = field(default_factory=list)
    expectations: list[ExpectedFinding] = field(default_factory=list)
    words: WordsSoFar = field(default_factory=WordsSoFar)


def _header(scope: Scope, tree: t.Tree, chooser: Chooser) -> Header | None:
    heads = [line for line in tree.lines if isinstance(line.node, t.AgreementHead)]
    if not heads:
        if not any(line.node is None for line in tree.lines):
            complain.no_agreement_line(scope.complaints, scope.source.whole())
        return None
    for more in heads[1:]:
        complain.twice(scope.complaints, "agreement", "", scope.place(more.span), scope.place(heads[0].span))
    chooser.anchor = "header"
    return header(scope, heads[0], [chooser.node(child) for child in heads[0].children])


def _top_line(scope: Scope, line: t.Line, chooser: Chooser, parts: _Parts, head: Header | None) -> None:
    scope.complaints.clause = ""
    chooser.anchor = "file"
    place = scope.place(line.span)
    match line.node:
        case t.ClauseHead():
            scope.complaints.clause = line.node.number.number
            chooser.anchor = f"clause {line.node.number.number}"
            parts.clauses.append(_clause(scope, line, line.node, chooser, parts.words))
        case t.StockNode():
            node = chooser.node(line)
            parts.stocks.extend(stocks(scope, node) if isinstance(node, t.StockNode) else ())
        case t.AssumeAway() | t.AssumeRate() | t.AssumeRise() | t.AssumeCapacity():
            node = chooser.node(line)
            assert isinstance(node, t.AssumeNode)  # noqa: S101 - options keep the rule
            found = assumption(scope, node, place)
            parts.assumptions.extend([found] if found else [])
        case t.InterestNode():
            chooser.anchor = f"interest {line.node.of.text} {line.node.name.text}"
            node = chooser.node(line)
            if isinstance(node, t.InterestNode):
                parts.interests.extend(interests(scope, node, place, head))
        case t.ScenarioHead():
            parts.scenarios.append(scenario(scope, line, line.node, head))
        case t.Accept() | t.ExpectFinding():
            _noted(scope, line.node, place, parts)
        case t.DefinitionNode() | t.DocumentNode() | t.PositionNode() | t.StandInNode():
            parts.words.add(scope, chooser.node(line), place, None)


def _noted(scope: Scope, node: t.Accept | t.ExpectFinding, place: Place, parts: _Parts) -> None:
    """What the file says of its findings."""
    if isinstance(node, t.Accept):
        parts.acceptances.append(
            Acceptance(node.finding.text, node.because.text, place, node.for_text.text if node.for_text else None)
        )
    elif node.on is None or known_clause(scope, node.on):
        parts.expectations.append(ExpectedFinding(node.slug.text, node.on.number if node.on else None, place))


def _clause(scope: Scope, line: t.Line, head: t.ClauseHead, chooser: Chooser, about: WordsSoFar) -> Clause:
    words = [child.node.text for child in line.children if isinstance(child.node, t.WordsNode)]
    rules: list[Rules] = []
    breached: Silence | None = None
    direct: list[Statement] = []
    for child in line.children:
        match child.node:
            case t.UponNode():
                rules.append(_upon(scope, child, chooser))
            case t.IfBreachedNode(not_stated=True):
                breached = Silence.NOT_STATED
            case t.IfBreachedNode():
                rules.append(_after_breach(scope, child, head, chooser))
            case t.WordsNode() | t.WaivedNode() | t.NotYetNode():
                pass
            case t.VerifiedNode() | t.EstablishedNode() | t.DefinitionNode() | t.RestsOnNode():
                about.add(scope, chooser.node(child), scope.place(child.span), head.number.number)
            case _:
                direct.extend(_said(scope, child, chooser))
    if direct:
        rules.insert(0, Rules((), tuple(direct), direct[0].place))
    title = head.title.text if head.title else None
    place = scope.place(line.span)
    return Clause(head.number.number, title, tuple(words), tuple(rules), breached, place, quoted(scope, line))


def _upon(scope: Scope, line: t.Line, chooser: Chooser) -> Rules:
    node = chooser.node(line)
    nodes = node.happenings if isinstance(node, t.UponNode) else ()
    known = tuple(occasion for each in nodes for occasion in occasions(scope, each))
    return Rules(known, tuple(_beneath(scope, line, chooser)), scope.place(line.span))


def _after_breach(scope: Scope, line: t.Line, head: t.ClauseHead, chooser: Chooser) -> Rules:
    """``if breached: …`` is short for what follows upon a breach of this very clause."""
    place = scope.place(line.span)
    by = Who(Quantifier.ANY, Group.PARTIES, None, place)
    return Rules((Breach(head.number.number, by, None, place),), tuple(_beneath(scope, line, chooser)), place)


def _beneath(scope: Scope, line: t.Line, chooser: Chooser) -> Iterator[Statement]:
    for child in line.children:
        if isinstance(child.node, (t.UponNode, t.IfBreachedNode)) or (
            isinstance(child.node, t.ParallelNode) and isinstance(line.node, t.ParallelNode)
        ):
            complain.upon_in_upon(scope.complaints, scope.place(child.span))
        elif isinstance(child.node, (t.VerifiedNode, t.EstablishedNode, t.DefinitionNode, t.RestsOnNode)):
            complain_words.speaks_of_clause(scope.complaints, scope.place(child.span))
        elif not isinstance(child.node, (t.WordsNode, t.WaivedNode, t.NotYetNode)):
            yield from _said(scope, child, chooser)


def _said(scope: Scope, line: t.Line, chooser: Chooser) -> tuple[Statement, ...]:
    node = chooser.node(line)
    place = scope.place(line.span)
    if isinstance(node, t.EntitledNode):
        return entitlement(scope, node, [chooser.node(child) for child in line.children], place)
    if isinstance(node, t.ParallelNode):
        return side_by_side(scope, node, tuple(_beneath(scope, line, chooser)), place)
    if isinstance(node, get_args(t.StatementNode)):
        statement: t.StatementNode = node
        return statements(scope, statement, place)
    if node is None:
        return ()
    complain.reading_of_nothing(scope.complaints, place)
    return ()
