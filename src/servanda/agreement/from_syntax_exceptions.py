"""From exceptions, cures and ranks to what they mean."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement import complain_lasting
from servanda.agreement.exception import Cure, Excepted, Exempt, Judge, Prevails, Softening
from servanda.agreement.from_syntax_acts import noun_act
from servanda.agreement.from_syntax_conditions import days, known_clause
from servanda.agreement.from_syntax_lasting import numbered, until
from servanda.agreement.from_syntax_who import who, whos
from servanda.agreement.party import Group, Quantifier, Who
from servanda.agreement.scope import Scope
from servanda.syntax import tree as t
from servanda.text import Place


def softening(scope: Scope, node: t.ExceptionStatement, place: Place) -> Iterator[Softening]:
    """What one such line says."""
    match node:
        case t.ExemptNode():
            numbers, found = numbered(scope, node.clauses), excepted(scope, node.exception)
            if numbers and found is not None:
                holders: tuple[Who | None, ...] = whos(scope, node.who) if node.who else (None,)
                yield from (Exempt(numbers, each, found, place) for each in holders)
        case t.CureNode(clause=clause, within=within):
            number = scope.complaints.clause
            if clause is not None:
                number = clause.number if known_clause(scope, clause) else ""
            count = days(scope, within) if within is not None else None
            if number and (within is None or count is not None):
                yield Cure(number, count, place)
        case t.PrevailsNode():
            first, over = numbered(scope, node.clauses), numbered(scope, node.over)
            if first and over and set(first) & set(over):
                complain_lasting.prevails_over_itself(scope.complaints, place)
            elif first and over:
                yield Prevails(first, over, place)


def exceptions(scope: Scope, node: t.DutyNode) -> tuple[Excepted, ...]:
    """The exceptions from a duty; what is not understood is complained of and left out."""
    found = [excepted(scope, each) for each in node.exceptions]
    return tuple(each for each in found if each is not None)


def excepted(scope: Scope, node: t.ExceptionNode) -> Excepted | None:
    """One exception with its names bound."""
    judge = _judge(scope, node.judged) if node.judged is not None else Judge.NOT_STATED
    lasts = until(scope, node.lasting) if node.lasting is not None else None
    after = noun_act(scope, node.after) if node.after is not None else None
    agreed = who(scope, node.agreed) if node.agreed is not None else None
    besides = noun_act(scope, node.only_after) if node.only_after is not None else None
    missing = (node.after and after is None) or (node.agreed and agreed is None) or (node.lasting and lasts is None)
    if missing or judge is None or (node.only_after and besides is None):
        return None
    return Excepted(_words(node), after, agreed, judge, lasts, scope.place(node.span), besides)


def _words(node: t.ExceptionNode) -> str | None:
    if isinstance(node.words, t.Phrase):
        return f"in {node.words.text}"
    return node.words.text if node.words is not None else None


def _judge(scope: Scope, node: t.JudgedNode) -> Judge | Who | None:
    if node.by is None:
        return Judge.BEARER if node.own else Judge.NOT_STATED
    body = scope.body_named(node.by.text)
    if body is not None:
        return Who(Quantifier.JOINTLY, Group.BODY, body.ident, scope.place(node.by))
    return who(scope, node.by)
