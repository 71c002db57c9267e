"""What a story says of quantities: each step says what has changed, and the limit moves with what it hangs on."""

from __future__ import annotations

import pytest

from servanda.findings import StepStatus, StoryStep
from servanda.stories.changes import Watcher, limits
from servanda.world.expression import Expr, Var, add, at_least, at_most, conj, neg, number, times

OURS, THEIRS = "tanks of A", "tanks of B"
NAMED = {OURS: "tanks of Arland", THEIRS: "tanks of Borland"}


@pytest.mark.parametrize(
    ("feared", "least_or_most"),
    [
        (neg(at_most(Var(THEIRS), number(600))), {THEIRS: 600}),
        (neg(at_least(Var(THEIRS), number(300))), {THEIRS: 300}),
        (neg(at_least(times(3, Var(OURS)), times(2, Var(THEIRS)))), {THEIRS: 601}),
        (conj(at_most(Var("day"), number(180)), neg(at_most(Var(OURS), Var(THEIRS)))), {OURS: 7}),
        (at_most(add(Var(OURS), Var("moved")), number(3)), {}),
    ],
)
def test_a_limit_is_the_last_number_before_what_is_feared(feared: Expr, least_or_most: dict[str, int]) -> None:
    values = {OURS: 401, THEIRS: 7, "day": 5}
    assert {each.quantity: each.at(values) for each in limits(feared, NAMED)} == least_or_most


def test_a_step_says_only_what_has_changed() -> None:
    watcher = Watcher(NAMED, limits(neg(at_most(times(2, Var(THEIRS)), times(3, Var(OURS)))), NAMED))
    steps = [StoryStep(day, "", "x", StepStatus.NATURE) for day in range(4)]
    values = [{OURS: 400, THEIRS: 400}, {OURS: 400, THEIRS: 400}, {OURS: 400, THEIRS: 450}, {OURS: 300, THEIRS: 450}]
    told = watcher.over(zip(steps, values, strict=True))
    assert [dict(step.changes) for step in told] == [
        {"tanks of Arland": 400, "tanks of Borland": 400, "limit on tanks of Borland": 600},
        {},
        {"tanks of Borland": 450},
        {"tanks of Arland": 300, "limit on tanks of Borland": 450},
    ]
