"""The oracle's verdict on a random case, and how many cases a test may try."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from tests.worlds.drawn import Case

from servanda.questions.question import Reach
from servanda.world.explore import Exhausted, Explored, Reached, Stopped, explore
from servanda.world.expression import Expr, Var, add, at_least, at_most, choice, number
from servanda.world.step import Machine
from servanda.world.world import DAYS, Variable, World

MOST_STATES = 1_500
TAIL = 5
"""Days after the term on which a duty or an interest of the drawn agreements may still fall due."""


def tries(times: float = 1) -> Callable[[Any], Any]:
    """So many times the profile's number of examples: some hundreds in a test, thousands in an exam."""
    count = max(1, int(settings().max_examples * times))
    # What was drawn is small already, and making it smaller would take the solvers minutes.
    phases = [phase for phase in Phase if phase is not Phase.shrink]
    return settings(max_examples=count, phases=phases, suppress_health_check=list(HealthCheck))


def machine(case: Case) -> Machine:
    """The case's world under its policies."""
    return Machine(case.world, case.reach.policies, case.reach.waived)


def oracle(world: World, reach: Reach, bad: Expr | None = None, most_states: int = MOST_STATES) -> Explored:
    """What looking at every state says."""
    until = None if world.term is None else world.term + TAIL
    asked = reach.bad if bad is None else bad
    return explore(Machine(world, reach.policies, reach.waived), asked, most_states=most_states, until=until)


@dataclass(frozen=True)
class Verdict:
    """What there is to know of a case: found, proved, vacuous, or too large."""

    word: str
    explored: Explored

    @property
    def found(self) -> bool:
        """Bad can be reached."""
        return self.word == "found"


def verdict(case: Case) -> Verdict:
    """Vacuous: bad is never reached, but nothing is ever at stake, or no run lasts to the end of the term."""
    explored = oracle(case.world, case.reach)
    if isinstance(explored, Reached):
        return Verdict("found", explored)
    begins = oracle(case.world, case.reach, case.stake.begins)
    counting, ended = with_day_count(case.world)
    lasts = oracle(counting, case.reach, ended)
    if any(isinstance(part, Stopped) for part in (explored, begins, lasts)):
        return Verdict("too large", explored)
    empty = isinstance(begins, Exhausted) or isinstance(lasts, Exhausted)
    return Verdict("vacuous" if empty else "proved", explored)


def with_day_count(world: World) -> tuple[World, Expr]:
    """The same world with a clock of its own, and the condition that its term is over."""
    last, count = number(world.term or 0), Var("count of days")
    later = choice(at_most(count, last), add(count, Var(DAYS)), count)
    counting = replace(
        world,
        variables=(*world.variables, Variable(count.name, 0)),
        waiting={**world.waiting, count.name: later},
    )
    return counting, at_least(count, last)
