"""From lines about the words to what they say of clauses, documents and parties."""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.agreement import complain, complain_words
from servanda.agreement.from_syntax_conditions import days, holding, known_clause
from servanda.agreement.from_syntax_who import who, whos
from servanda.agreement.party import Group
from servanda.agreement.quantity import Holding
from servanda.agreement.scope import Scope, folded
from servanda.agreement.words import (
    Definition,
    Document,
    Establishment,
    Position,
    Presence,
    Reliance,
    Stance,
    Standard,
    StandIn,
    Verification,
    Words,
)
from servanda.syntax import tree as t
from servanda.text import Place


@dataclass(slots=True)
class WordsSoFar:
    """What the lines read so far add up to; clauses may rest on documents that stand further down."""

    verifications: list[Verification] = field(default_factory=list)
    establishments: list[Establishment] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    reliances: list[Reliance] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    stand_ins: list[StandIn] = field(default_factory=list)

    def add(self, scope: Scope, node: t.Node | None, place: Place, clause: str | None) -> bool:
        """Take in one line; False where it is of another kind."""
        match node:
            case t.VerifiedNode():
                self.verifications.extend(_verification(scope, node, place, clause))
            case t.EstablishedNode():
                self.establishments.extend(_establishment(scope, node, place, clause or ""))
            case t.DefinitionNode():
                self._define(scope, node, place, clause)
            case t.DocumentNode():
                self._introduce(scope, node, place)
            case t.RestsOnNode(name=name):
                self.reliances.append(Reliance(clause or "", name.text, scope.place(name)))
            case t.PositionNode():
                self.positions.extend(_position(scope, node, place))
            case t.StandInNode():
                self.stand_ins.extend(_stand_in(scope, node, place))
            case _:
                return False
        return True

    def finished(self, scope: Scope) -> Words:
        """Everything, once all lines are read."""
        known = [each.name for each in self.documents]
        for each in self.reliances:
            if each.document not in known:
                scope.complaints.clause = each.clause
                complain_words.unknown_document(scope.complaints, each.document, each.place, known)
        return Words(
            tuple(self.verifications),
            tuple(self.establishments),
            tuple(self.definitions),
            tuple(self.documents),
            tuple(each for each in self.reliances if each.document in known),
            tuple(self.positions),
            tuple(self.stand_ins),
        )

    def _define(self, scope: Scope, node: t.DefinitionNode, place: Place, clause: str | None) -> None:
        term = node.term.text
        same = [e for e in self.definitions if folded(e.term) == folded(term) and e.clause == clause]
        if same:
            complain.twice(scope.complaints, "term", term, place, same[0].place)
            return
        self.definitions.append(Definition(term, node.meaning.text if node.meaning else None, clause, place))

    def _introduce(self, scope: Scope, node: t.DocumentNode, place: Place) -> None:
        same = [each for each in self.documents if each.name == node.name.text]
        if same:
            complain.twice(scope.complaints, "document", node.name.text, place, same[0].place)
            return
        self.documents.append(Document(node.kind, node.name.text, Presence(node.state), place))


def _verification(scope: Scope, node: t.VerifiedNode, place: Place, clause: str | None) -> tuple[Verification, ...]:
    if [each for each in node.clauses if not known_clause(scope, each)]:
        return ()
    by = whos(scope, node.by)
    every = days(scope, node.every) if node.every else None
    reports = days(scope, node.reports) if node.reports else None
    if (node.by and not by) or (node.every and every is None) or (node.reports and reports is None):
        return ()
    return (
        Verification(
            tuple(each.number for each in node.clauses) or ((clause,) if clause else ()),
            by,
            every,
            node.access.text if node.access else None,
            reports,
            Standard(node.standard) if node.standard else None,
            place,
        ),
    )


def _establishment(scope: Scope, node: t.EstablishedNode, place: Place, clause: str) -> tuple[Establishment, ...]:
    by = who(scope, node.by) if node.by else None
    return () if node.by and by is None else (Establishment(clause, by, place),)


def _position(scope: Scope, node: t.PositionNode, place: Place) -> tuple[Position, ...]:
    of = who(scope, node.of)
    unknown = [each for each in node.clauses if not known_clause(scope, each)]
    if of is None or unknown:
        return ()
    if of.group is not Group.NAMED or of.name is None:
        complain_words.whose_position(scope.complaints, node.of.text, scope.place(node.of))
        return ()
    return (
        Position(
            of.name,
            node.name.text,
            Stance(node.stance),
            tuple(each.number for each in node.clauses),
            node.words.text if node.words else None,
            node.source.text if node.source else None,
            node.said.day if node.said else None,
            place,
        ),
    )


def _stand_in(scope: Scope, node: t.StandInNode, place: Place) -> tuple[StandIn, ...]:
    other, limited = _thing(scope, node.other), _thing(scope, node.limited)
    return (StandIn(other, limited, place),) if other is not None and limited is not None else ()


def _thing(scope: Scope, phrase: t.Phrase) -> str | Holding | None:
    kind = scope.kind_named(phrase.text)
    return kind.name if kind is not None else holding(scope, phrase)
