"""From `scenario` to dated acts and what they must lead to."""

from __future__ import annotations

from servanda.agreement import complain_values
from servanda.agreement.agreement import ExpectedVerdict, Header, Scenario, ScenarioStep
from servanda.agreement.from_syntax_acts import counted_sentence
from servanda.agreement.from_syntax_conditions import known_clause, moment
from servanda.agreement.from_syntax_who import who
from servanda.agreement.scope import Scope
from servanda.syntax import tree as t


def scenario(scope: Scope, line: t.Line, head: t.ScenarioHead, about: Header | None) -> Scenario:
    """One scenario; dated steps count from the day the text takes effect."""
    steps = [_step(scope, child.node, about) for child in line.children if isinstance(child.node, t.StepNode)]
    expected = [_verdict(scope, child.node) for child in line.children if isinstance(child.node, t.VerdictNode)]
    return Scenario(
        head.name.text,
        tuple(step for step in steps if step is not None),
        tuple(each for each in expected if each is not None),
        scope.place(line.span),
    )


def _step(scope: Scope, node: t.StepNode, about: Header | None) -> ScenarioStep | None:
    found = counted_sentence(scope, node.phrase)
    day = node.day if node.moment is None else _day(scope, node.moment, about)
    if found is None or day is None:
        return None
    return ScenarioStep(day, found.act, found.amount, scope.place(node.phrase))


def _day(scope: Scope, node: t.Moment, about: Header | None) -> int | None:
    at = moment(scope, node)
    start = about.takes_effect if about else None
    if at is None:
        return None
    if start is None:
        complain_values.date_without_start(scope.complaints, scope.place(node.span))
        return None
    days = (at.date() - start.date()).days
    if days < 0:
        complain_values.before_start(scope.complaints, scope.place(node.span))
        return None
    return days


def _verdict(scope: Scope, node: t.VerdictNode) -> ExpectedVerdict | None:
    if not known_clause(scope, node.clause):
        return None
    bearer = who(scope, node.bearer) if node.bearer else None
    if node.bearer and (bearer is None or bearer.name is None):
        return None
    name = bearer.name if bearer else None
    return ExpectedVerdict(node.clause.number, name, node.verdict, node.day, scope.place(node.clause))
