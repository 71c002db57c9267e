"""A scenario is run by the one step, and a verdict is the worst that is so at the close of its day."""

from __future__ import annotations

import pytest
from tests.agreement.reading import agreed

from servanda.world.from_agreement import from_agreement
from servanda.world.scenario import Hitch, Outcome, Verdict, play

HEAD = """agreement "A truce"
  takes effect 2025-01-10 00:00 in UTC
  lasts 30 days

use security

party A "Arland"
party B "Borland"
third state W "Westland"
verifier M "Verification Mission"

battle tanks of each Party = 400 tanks at signature

"""
CLAUSES = """clause 1 "Cease-fire"
  each Party shall refrain from armed attack on the other Party

clause 2 "Help"
  upon armed attack by W on a Party:
    the other Party shall assist that Party within 3 days

clause 3 "Ceilings"
  each Party shall keep its battle tanks at or below 400 tanks

"""


def played(steps: str, clauses: str = CLAUSES) -> Outcome:
    """One scenario of these lines, run."""
    lines = "".join(f"  {line}\n" for line in steps.split("; "))
    agreement = agreed(f'{HEAD}{clauses}scenario "S"\n{lines}')
    return play(agreement, from_agreement(agreement), agreement.scenarios[0])


def verdicts(steps: str) -> list[Verdict | None]:
    """What the expectations of one scenario come to."""
    outcome = played(steps)
    assert outcome.stuck is None
    return [each.verdict for each in outcome.reached]


@pytest.mark.parametrize(
    ("steps", "verdict"),
    [
        ("day 2: A attacks B; expect clause 1 of A kept on day 1", Verdict.KEPT),
        ("day 2: A attacks B; expect clause 1 of A kept", Verdict.BREACHED),
        ("day 2: A attacks B; expect clause 1 of B kept", Verdict.KEPT),
        ("day 2: A attacks B; expect clause 1 kept", Verdict.BREACHED),
        ("day 31: A attacks B; expect clause 1 kept", Verdict.KEPT),
        ("day 2: W attacks A; expect clause 2 of B kept on day 4", Verdict.DUE),
        ("day 2: W attacks A; expect clause 2 of A kept on day 4", Verdict.KEPT),
        ("day 2: W attacks A; expect clause 2 of B kept on day 5", Verdict.BREACHED),
        ("day 2: W attacks A; day 5: B assists A; expect clause 2 of B kept", Verdict.KEPT),
        ("day 2: W attacks A; day 6: B assists A; expect clause 2 of B kept", Verdict.BREACHED),
        ("day 29: W attacks A; expect clause 2 of B kept on day 40", Verdict.BREACHED),
        ("day 2: W delivers 1 tank to B; expect clause 3 of B kept", Verdict.BREACHED),
        ("day 2: W delivers 1 tank to B; expect clause 3 of W kept", None),
    ],
)
def test_a_verdict_is_read_off_the_marks(steps: str, verdict: Verdict | None) -> None:
    assert verdicts(steps) == [verdict]


def test_expectations_are_answered_in_the_order_of_the_file() -> None:
    found = verdicts("day 2: A attacks B; expect clause 1 breached; expect clause 1 kept on day 1")
    assert found == [Verdict.BREACHED, Verdict.KEPT]


def test_each_of_several_does_it() -> None:
    outcome = played(
        "day 2: each Party attacks W", 'clause 1 "Peace"\n  each Party shall refrain from armed attack on W\n'
    )
    assert outcome.run.events == 2


@pytest.mark.parametrize(
    ("step", "hitch"),
    [
        ("day 1: any state attacks B", Hitch.WHO),
        ("day 1: W delivers battle tanks to B", Hitch.HOW_MANY),
        ("day 0: W delivers 1 tank to B", Hitch.FIRST_DAY),
    ],
)
def test_what_cannot_take_place_is_said(step: str, hitch: Hitch) -> None:
    stuck = played(step).stuck
    assert stuck is not None
    assert stuck.hitch is hitch


def test_a_step_on_which_nothing_depends_changes_nothing() -> None:
    outcome = played("day 1: A consults B; day 2: A attacks B; expect clause 1 of A breached")
    assert outcome.stuck is None
    assert [step.day for step in outcome.idle] == [1]
    assert [each.met for each in outcome.reached] == [True]
