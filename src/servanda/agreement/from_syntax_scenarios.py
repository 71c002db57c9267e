"""From `scenario` to dated acts and what they must lead to."""

from __future__ import annotations

import re

from servanda.agreement.agreement import ExpectedVerdict, Header, Scenario, ScenarioStep, Use, Voice
from servanda.agreement.from_syntax_acts import counted_sentence
from servanda.agreement.from_syntax_conditions import known_clause
from servanda.agreement.from_syntax_who import try_who, who
from servanda.agreement.from_syntax_world import day_of_date
from servanda.agreement.scope import Scope
from servanda.syntax import tree as t

_YES = ("consents", "agrees", "votes yes")
_VOICE = re.compile(
    r"(?P<verb>consents|agrees|refuses|objects|votes yes|votes no)"
    r"( (to|in|under|on) (clause|article|paragraph|section) (?P<clause>\S+))?"
)


_USE = re.compile(
    r"(?P<notice>withdraws|leaves|gives notice|ends the|terminates the|notifies the others)\b.*"
    r"|(?P<words>suspends (its duties under )?(clause \S+|the agreement)|takes back .+|acts in .+)"
)


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
    day = node.day if node.moment is None else day_of_date(scope, node.moment, about, "step")
    said = _voice(scope, node.phrase)
    if said is not None:
        known = said.clause is None or known_clause(scope, t.ClauseRef(said.clause, node.phrase.span))
        return ScenarioStep(day, said, None, scope.place(node.phrase)) if known and day is not None else None
    used = _use(scope, node.phrase)
    if used is not None:
        return ScenarioStep(day, used, None, scope.place(node.phrase)) if day is not None else None
    found = counted_sentence(scope, node.phrase)
    if found is None or day is None:
        return None
    return ScenarioStep(day, found.act, found.amount, scope.place(node.phrase))


def _voice(scope: Scope, phrase: t.Phrase) -> Voice | None:
    """``A consents to clause 5``, ``A refuses``; None where the phrase is anything else."""
    words = [word.text.lower() for word in phrase.words]
    for cut in range(1, min(len(words), 8)):
        spoken = _VOICE.fullmatch(" ".join(words[cut:]))
        doer = try_who(scope, phrase.words[:cut], scope.place(phrase)) if spoken else None
        if spoken and doer is not None and doer.name is not None:
            return Voice(doer.name, spoken["verb"] in _YES, spoken["clause"])
    return None


def _use(scope: Scope, phrase: t.Phrase) -> Use | None:
    """``A gives notice``, ``A suspends clause 2``; None where the phrase is anything else."""
    words = [word.text for word in phrase.words]
    for cut in range(1, min(len(words), 8)):
        said = _USE.fullmatch(" ".join(words[cut:]))
        doer = try_who(scope, phrase.words[:cut], scope.place(phrase)) if said else None
        if said and doer is not None and doer.name is not None:
            return Use(doer.name, "gives notice" if said["notice"] else said["words"])
    return None


def _verdict(scope: Scope, node: t.VerdictNode) -> ExpectedVerdict | None:
    if not known_clause(scope, node.clause):
        return None
    bearer = who(scope, node.bearer) if node.bearer else None
    if node.bearer and (bearer is None or bearer.name is None):
        return None
    name = bearer.name if bearer else None
    return ExpectedVerdict(node.clause.number, name, node.verdict, node.day, scope.place(node.clause))
