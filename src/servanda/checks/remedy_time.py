"""How long what follows upon something may take by the text's own numbers, and until when it is worth beginning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.agreement.agreement import Agreement
from servanda.agreement.event import Act, BodyDecides
from servanda.agreement.lasting import Lapse, Sunset
from servanda.agreement.norm import Clause, ClockStart, Decision, Do, Duty, Rules, Statement, Within
from servanda.checks.reliance import statements
from servanda.world.ground import day_of


@dataclass(frozen=True, slots=True)
class Step:
    """What a clause lets follow upon something, and how many days that may take."""

    clause: Clause
    rules: Rules
    days: int


@dataclass(frozen=True, slots=True)
class Course:
    """A step that lapses with the end: `ends` is the last day, `last` the last on which it is worth beginning.

    `before`: the steps that lead to it, the first one first.
    """

    clause: Clause
    rules: Rules
    days: int
    ends: int
    last: int
    before: tuple[Step, ...]


def courses(agreement: Agreement) -> Iterator[Course]:
    """Every step that takes time and lapses with the end of the agreement, or of its clause."""
    lapsing = {n for _, _, each in statements(agreement) if isinstance(each, Lapse) for n in each.clauses}
    steps = list(_steps(agreement))
    for step in steps:
        ends = _last_day(agreement, step.clause.number)
        if step.clause.number in lapsing and step.days > 0 and ends is not None:
            before = tuple(_leading_to(step, steps))
            yield Course(step.clause, step.rules, step.days, ends, ends - step.days, before)


def _steps(agreement: Agreement) -> Iterator[Step]:
    for clause in agreement.clauses:
        for rules in clause.rules:
            if rules.upon:
                yield Step(clause, rules, max((_days(each) for each in rules.statements), default=0))


def _days(statement: Statement) -> int:
    """The days that one statement may take; what has no deadline does not count here."""
    match statement:
        case Decision(closes_after=days):
            return days or 0
        case Duty(timing=Within(days=days, since=since), provided=provided):
            waits = provided.closes_after or 0 if provided is not None and since is ClockStart.ADOPTION else 0
            return days + waits
    return 0


def _leading_to(step: Step, steps: list[Step]) -> list[Step]:
    """The longest chain of steps whose acts or decisions begin this one; no step twice."""
    found: list[Step] = []
    current = step
    while True:
        feeding = [each for each in steps if each not in (*found, step) and _feeds(each, current)]
        if not feeding:
            return found[::-1]
        current = max(feeding, key=lambda each: each.days)
        found.append(current)


def _feeds(one: Step, other: Step) -> bool:
    acts = {s.content.act.kind for s in one.rules.statements if isinstance(s, Duty) and isinstance(s.content, Do)}
    bodies = {s.body for s in one.rules.statements if isinstance(s, Decision)}
    return any(
        (isinstance(each, Act) and each.kind in acts) or (isinstance(each, BodyDecides) and each.body in bodies)
        for each in other.rules.upon
    )


def _last_day(agreement: Agreement, clause: str) -> int | None:
    """The last day of the agreement, or of a clause that ends before it."""
    ends = [agreement.header.lasts_days] if agreement.header.lasts_days is not None else []
    for _, rules, statement in statements(agreement):
        if isinstance(statement, Sunset) and clause in statement.clauses and not rules.upon:
            day = day_of(agreement, statement.moment) if statement.moment is not None else statement.days
            ends += [day] if day is not None else []
    return min(ends, default=None)
