"""Where duties stand on their ladder: seen by whom, established and answered within how many days."""

from __future__ import annotations

import pytest
from tests.documents import ROOT

from servanda.checks.duty_card import duty_lines
from servanda.checks.study import Study
from servanda.findings import DutyLine
from servanda.project import examine, load, shipped_library
from servanda.questions.duty_ladder import Ladder
from servanda.text import Source

LIBRARY = shipped_library()
HEAD = """agreement "A truce"
  takes effect 2025-01-10 00:00 in UTC
  lasts 60 days
use security
party A "Arland"
party B "Borland"
verifier M "Mission"
battle tanks of each Party = 400 tanks at signature
assume battle tanks of each Party rise by at most 4 tanks a day because "no more can be taken in"
assume build-up of battle tanks by each Party at most 4 tanks a day because "the works make no more"
clause 1 "Ceilings"
  each Party shall keep its battle tanks at or below 400 tanks
"""
INSPECTION = """clause 2 "Inspections"
  M shall inspect battle tanks of each Party every 10 days
clause 3 "Access"
  upon request for access by M to a Party:
    that Party shall give access to M within 0 days
"""
REPORT = """clause 4 "Report"
  upon breach of clause 1 by a Party established by inspection, or breach of clause 3 by a Party:
    M shall report that Party to the other Party within 1 day
"""
RELEASE = """clause 5 "Release"
  upon report by M about a Party to the other Party:
    clause 1 no longer binds the other Party
    the other Party may answer by build-up of battle tanks
"""
INTERESTS = """interest of A "not weaker":
  battle tanks of B never exceed 1.5 times battle tanks of A
interest of B "not weaker":
  battle tanks of A never exceed 1.5 times battle tanks of B
"""


def study(text: str) -> Study:
    """A draft, examined."""
    loaded = load(Source("draft.pact", text), library=LIBRARY)
    assert loaded.agreement is not None
    assert not [each for each in loaded.findings if each.is_problem], loaded.findings
    return examine(loaded.agreement)


def lines(text: str) -> list[DutyLine]:
    """The card of the duties."""
    return list(duty_lines(study(text)))


def ceiling(text: str, bearer: str = "A") -> tuple[tuple[int, int], int | None, int | None]:
    """The rung of one side's ceiling, and the days."""
    made = study(text)
    norm = next(norm for norm in made.world.norms if norm.clause == "1" and norm.bearer == bearer)
    found = Ladder(made.agreement, made.world, made.standings, made.ask, made.build).of(norm)
    return found.rung, found.established.days, found.answered.days


LOOKED_AT = HEAD + INSPECTION
FREED = HEAD + INSPECTION + REPORT + RELEASE


def test_what_nobody_looks_at_is_not_verifiable() -> None:
    assert ceiling(HEAD + INTERESTS)[0] == (0, 0)


def test_inspections_that_may_be_refused_establish_nothing() -> None:
    assert ceiling(LOOKED_AT) == ((0, 0), None, None)


def test_what_is_only_told_answers_nothing() -> None:
    assert ceiling(LOOKED_AT + REPORT) == ((1, 1), 9, None)


def test_with_release_in_time_the_duty_corrects_itself() -> None:
    assert ceiling(FREED + INTERESTS) == ((3, 3), 9, 10)


def test_an_answer_that_no_interest_needs_leaves_the_duty_enforceable() -> None:
    assert ceiling(FREED) == ((2, 2), 9, 10)


def test_both_sides_stand_alike() -> None:
    assert ceiling(LOOKED_AT + REPORT) == ceiling(LOOKED_AT + REPORT, "B")


def test_the_cheapest_breach_is_a_story_with_who_sees_it() -> None:
    text = HEAD.replace("clause 1", 'clause 9 "Peace"\n  A shall refrain from armed attack on B\nclause 1')
    line = next(line for line in lines(text) if line.clause == "9")
    assert [step.event for step in line.breach][1:] == [
        "Arland attacks Borland.",
        "Arland has done what clause 9 forbids. Borland and Mission notice.",
    ]
    assert set(line.noticed_by) == {"Borland", "Mission"}


def test_what_has_no_day_is_never_breached_by_waiting() -> None:
    text = HEAD + 'clause 6 "Help"\n  A shall assist B within not stated\n'
    line = next(line for line in lines(text) if line.clause == "6")
    assert line.rung == (0, 0)
    assert "no day" in line.remark
    assert not line.breach


def test_what_only_others_can_keep_from_being_done_is_said_to_be_so() -> None:
    text = HEAD + 'clause 6 "Help"\n  A shall assist B by 2025-02-01\nclause 7 "None"\n  A shall not assist B\n'
    line = next(line for line in lines(text) if line.clause == "6")
    assert "never by the bearer's own choice" in line.remark


@pytest.mark.parametrize("name", ["weak-truce", "minsk-2"])
def test_every_duty_of_the_library_is_placed_and_its_breach_told(name: str) -> None:
    path = ROOT / "agreements" / name / "agreement.pact"
    found = lines(path.read_text(encoding="utf-8"))
    assert found
    for line in found:
        assert line.rung[0] <= line.rung[1]
        assert line.what
        assert line.breach or line.remark
