"""Interests with a date, and answers by whoever began: on which day they can fail, by looking at every state."""

from __future__ import annotations

import pytest
from tests.agreement.reading import LIBRARY, agreed

from servanda.agreement.paraphrase import paraphrase
from servanda.project import check
from servanda.questions.answer import Found, Proved
from servanda.questions.conduct import compliance
from servanda.questions.question import Reach
from servanda.solvers.choose import Solvers
from servanda.text import Source
from servanda.world.explore import Reached, explore
from servanda.world.from_agreement import from_agreement
from servanda.world.step import Machine

TEXT = """agreement "A truce"
  takes effect 2025-01-01
use security
party A "Arland"
party B "Borland"
clause 1
  {clause}
interest of B "in time":
  {interest}
"""


def first_failure(clause: str, interest: str) -> int | None:
    """The first day on which the interest can fail although everybody complies; None where that is proved away."""
    world = from_agreement(agreed(TEXT.format(clause=clause, interest=interest)))
    (stake,) = world.stakes
    reach = Reach(stake.fails, compliance(world, "B"), occurrence=stake.triggers)
    explored = explore(Machine(world, reach.policies), stake.fails, most_states=20_000, until=12)
    answer = Solvers()(world, reach)
    if not isinstance(explored, Reached):
        assert isinstance(answer, Proved)
        return None
    assert isinstance(answer, Found)
    assert answer.run.days == explored.run.days
    return explored.run.days


@pytest.mark.parametrize(
    ("clause", "interest", "day"),
    [
        ("A shall assist B by 2025-01-06", "by 2025-01-06, assistance by A to B", None),
        ("A shall assist B by 2025-01-06", "by day 5, assistance by A to B", None),
        ("A shall assist B by 2025-01-06", "by 2025-01-05, assistance by A to B", 4),
        ("A shall assist B by 2025-01-06", "by day 0, assistance by A to B", 0),
        ("A shall assist B within not stated", "by 2025-01-06, assistance by A to B", 5),
        ("A shall consult B by 2025-01-06", "by 2025-01-06, assistance by A to B", 5),
        ("A shall assist B by 2025-01-06 with the agreement of B", "by 2025-01-06, assistance by A to B", None),
    ],
)
def test_what_is_wanted_by_a_date(clause: str, interest: str, day: int | None) -> None:
    assert first_failure(clause, interest) == day


@pytest.mark.parametrize(
    ("interest", "day"),
    [
        ("whenever consultation by A with B, assistance by A to B within 3 days", None),  # the answer names A
        (
            "whenever consultation by A with B, assistance by any Party to B within 3 days",
            3,
        ),  # somebody else's is meant
    ],
)
def test_an_answer_by_name_may_come_from_whoever_began(interest: str, day: int | None) -> None:
    clause = "upon consultation by A with B:\n    A shall assist B within 3 days"
    assert first_failure(clause, interest) == day


def test_it_is_told_by_its_date() -> None:
    told = paraphrase(agreed(TEXT.format(clause="A shall assist B at once", interest="by day 9, assistance by A to B")))
    assert told[-1].sentences == (
        "Borland wants it protected that there is assistance by Arland to Borland by 2025-01-10.",
    )


@pytest.mark.parametrize("start", ["not stated", "2025-03-01"])
def test_a_date_needs_a_first_day_before_it(start: str) -> None:
    text = TEXT.format(clause="A shall assist B", interest="by 2025-02-01, assistance by A to B")
    text = text.replace("takes effect 2025-01-01", f"takes effect {start}")
    (only,) = check(Source("a.pact", text), library=LIBRARY).findings
    assert only.slug == "unclear-day"
