"""How far a number of the text could be moved before a protected interest fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from servanda.agreement.agreement import Agreement
from servanda.agreement.norm import Clause, Duty, Every, Rules
from servanda.questions.answer import Found, Proved
from servanda.questions.ask import Ask
from servanda.questions.conduct import non_compliance
from servanda.questions.question import Reach
from servanda.questions.standing import Failure, StakeAnswer, failing, stakes_of
from servanda.world.world import Stake, World

Build = Callable[[Agreement], World]

_LONGEST = 3_660
"""No interval above ten years is tried."""


@dataclass(frozen=True, slots=True)
class Margin:
    """The longest interval that still protects an interest while `by` does not comply.

    `longest`: it is proved; `beyond`: the story at one day more, with the world it happens in.
    """

    clause: str
    duty: Duty
    stated: int
    longest: int
    by: str
    beyond: Failure
    agreement: Agreement
    world: World


def intervals(agreement: Agreement) -> list[tuple[Clause, Duty, Every]]:
    """The duties that recur, with their clauses."""
    return [
        (clause, statement, statement.timing)
        for clause in agreement.clauses
        for rules in clause.rules
        for statement in rules.statements
        if isinstance(statement, Duty) and isinstance(statement.timing, Every)
    ]


@dataclass(frozen=True, slots=True)
class Asked:
    """One interest, held against the non-compliance of one party."""

    of: str
    interest: str
    by: str


def margin(
    agreement: Agreement, clause: Clause, duty: Duty, every: Every, asked: Asked, build: Build, ask: Ask
) -> Margin | None:
    """The longest interval that protects; None where the interval makes no difference, or no answer was had.

    The stated interval is taken to protect.  Longer ones are tried with doubled
    steps until one fails, then the two ends are brought together.
    """
    good, bad, beyond = every.days, None, None
    last = longest(agreement)
    while bad is None or bad - good > 1:
        tried = min(last, 2 * good - every.days + 1) if bad is None else (good + bad) // 2
        world = build(with_interval(agreement, duty, tried))
        answer = _fails(world, asked, ask)
        if isinstance(answer.answer, Found):
            bad, beyond = tried, (Failure(answer.stake, answer.reach, answer.answer), world)
        elif isinstance(answer.answer, Proved) and good < tried:
            good = tried
        else:
            return None
    if beyond is None:
        return None
    varied = with_interval(agreement, duty, bad)
    return Margin(clause.number, duty, every.days, good, asked.by, beyond[0], varied, beyond[1])


def longest(agreement: Agreement) -> int:
    """The longest interval that is tried."""
    return agreement.header.lasts_days or _LONGEST


def turns_on_it(world: World, asked: Asked, ask: Ask) -> bool:
    """Whether an interest fails in a world in which the interval is the longest that is tried."""
    _, reach = _asked(world, asked)
    return isinstance(ask.whether(world, reach), Found)


def _fails(world: World, asked: Asked, ask: Ask) -> StakeAnswer:
    stake, reach = _asked(world, asked)
    return StakeAnswer(stake, reach, ask(world, reach))


def _asked(world: World, asked: Asked) -> tuple[Stake, Reach]:
    stake = stakes_of(world, asked.of, asked.interest)[0]
    return stake, failing(world, stake, non_compliance(world, asked.of, asked.by))


def with_interval(agreement: Agreement, duty: Duty, days: int) -> Agreement:
    """The same agreement with another interval for one duty."""
    timing = duty.timing
    if not isinstance(timing, Every):
        return agreement
    changed = replace(duty, timing=replace(timing, days=days))

    clauses = tuple(replace(c, rules=tuple(_swapped(r, duty, changed) for r in c.rules)) for c in agreement.clauses)
    return replace(agreement, clauses=clauses)


def _swapped(rules: Rules, old: Duty, new: Duty) -> Rules:
    return replace(rules, statements=tuple(new if s is old else s for s in rules.statements))
