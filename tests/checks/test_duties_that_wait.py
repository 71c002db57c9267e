"""What is said of duties that wait for something, and what is not said of those that need not."""

from __future__ import annotations

import pytest
from tests.agreement.reading import LIBRARY

from servanda.findings import Family, Finding, Severity
from servanda.project import check
from servanda.text import Source

HEAD = """agreement "A works contract"
  takes effect 2025-01-01
  lasts 180 days

party owner "Ms Owner"
party builder "Builder Ltd"
party architect "Studio"

act hand-over
  noun: hand-over by GIVER to TAKER
  verb: hand over the works to TAKER
  GIVER is any party
  TAKER is any party
  noticed by everyone

act notice
  noun: notice by SENDER to RECEIVER
  verb: notify RECEIVER
  SENDER is any party
  RECEIVER is any party
  noticed by everyone

"""
HAND_OVER = "builder shall hand over the works to owner"
NOTIFY = "owner shall notify builder"
WITH_STUDIO = "with the agreement of architect"
ASIDE = {"no-remedy", "no-deadline"}

# The lines of clauses 1, 2, …, and what is found: slug and anchor clause.
CASES: dict[str, tuple[tuple[str, ...], set[tuple[str, str]]]] = {
    "nothing to wait for": ((f"{HAND_OVER} by 2025-03-31",), set()),
    "a date and an agreement nobody owes": (
        (f"{HAND_OVER} by 2025-03-31 with the agreement of architect",),
        {("forced-breach", "1")},
    ),
    "days and an agreement nobody owes": (
        (f"{HAND_OVER} within 30 days with the agreement of architect",),
        {("forced-breach", "1")},
    ),
    "an agreement nobody owes and no date": (
        (f"{HAND_OVER} with the agreement of architect",),
        {("agreement-to-agree", "1")},
    ),
    "an agreement owed in time": (
        (
            f"{HAND_OVER} by 2025-03-31 with the agreement of architect",
            "architect shall agree to clause 1 by 2025-03-15",
        ),
        set(),
    ),
    "an agreement owed too late": (
        (
            f"{HAND_OVER} by 2025-03-31 with the agreement of architect",
            "architect shall agree to clause 1 by 2025-04-15",
        ),
        {("forced-breach", "1")},
    ),
    "an agreement owed without a date": (
        (f"{HAND_OVER} with the agreement of architect", "architect shall agree to clause 1"),
        {("agreement-to-agree", "1")},
    ),
    "one of two agreements owed": (
        (
            f"{HAND_OVER} by 2025-03-31 with the agreement of architect and owner",
            "architect shall agree to clause 1 by 2025-03-15",
        ),
        {("forced-breach", "1")},
    ),
    "through another clause": (
        (f"{HAND_OVER} with the agreement of architect", f"{NOTIFY} within 9 days after clause 1 is fulfilled"),
        {("agreement-to-agree", "1"), ("agreement-to-agree", "2")},
    ),
    "after what is owed in time": (
        (f"{HAND_OVER} by 2025-03-31 after clause 2 is fulfilled", f"{NOTIFY} by 2025-03-30"),
        set(),
    ),
    "after what is owed too late": (
        (f"{HAND_OVER} by 2025-03-31 after clause 2 is fulfilled", f"{NOTIFY} by 2025-04-30"),
        {("forced-breach", "1")},
    ),
    "days that run from what comes first": (
        (f"{HAND_OVER} within 9 days after clause 2 is fulfilled", f"{NOTIFY} by 2025-04-30"),
        set(),
    ),
    "not before the last day": ((f"{HAND_OVER} by 2025-03-31 not before 2025-03-31",), set()),
    "not before the day after": (
        (f"{HAND_OVER} by 2025-03-31 not before 2025-04-01",),
        {("impossible-timetable", "1")},
    ),
    "ordered and forbidden": (
        (f"{HAND_OVER} by 2025-03-31", "builder shall not hand over the works to owner"),
        {("duties-conflict", "1")},
    ),
    "each clause waits until the other is fulfilled": (
        (f"{HAND_OVER} after clause 2 is fulfilled", f"{NOTIFY} after clause 1 is fulfilled"),
        {("sequencing-deadlock", "1")},
    ),
    "each clause waits, with dates": (
        (
            f"{HAND_OVER} by 2025-03-31 after clause 2 is fulfilled",
            f"{NOTIFY} by 2025-03-31 provided that clause 1 is fulfilled",
        ),
        {("sequencing-deadlock", "1")},
    ),
    "a chain is no circle": (
        (
            f"{HAND_OVER} within 9 days after clause 2 is fulfilled",
            f"{NOTIFY} within 9 days after clause 3 is fulfilled",
            "architect shall notify owner by 2025-02-01",
        ),
        set(),
    ),
    "a circle through a clause that somebody may fulfil all the same": (
        (f"{HAND_OVER} after clause 2 is fulfilled", f"{NOTIFY} within 9 days of the start"),
        set(),
    ),
    "each after the other's act": (
        (f"{HAND_OVER} after notice by owner to builder", f"{NOTIFY} after hand-over by builder to owner"),
        {("mutual-wait", "1")},
    ),
    "each after the other's act, with dates": (
        (
            f"{HAND_OVER} by 2025-03-31 after notice by owner to builder",
            f"{NOTIFY} by 2025-03-31 after hand-over by builder to owner",
        ),
        {("mutual-wait", "1")},
    ),
    "one after the other's act": (
        (f"{HAND_OVER} by 2025-03-31 after notice by owner to builder", f"{NOTIFY} by 2025-03-30"),
        set(),
    ),
    "waiting for a ban to be fulfilled": (
        (f"{HAND_OVER} after clause 2 is fulfilled", "builder shall not hand over the works to architect"),
        {("never-triggers", "1")},
    ),
    "waiting for an effort": (
        (f"{HAND_OVER} after clause 2 is fulfilled", "owner should notify builder"),
        {("obligation-of-conduct", "2")},
    ),
    "waiting for nobody's duty": (
        (f"{HAND_OVER} after clause 2 is fulfilled", "not stated shall notify builder by 2025-03-31"),
        {("no-responsible-party", "2")},
    ),
    "forbidden to others only": (
        (f"{HAND_OVER} by 2025-03-31", "architect shall not hand over the works to owner"),
        set(),
    ),
}


def text_of(lines: tuple[str, ...]) -> str:
    """A contract with these clauses."""
    return HEAD + "\n".join(f"clause {number}\n  {line}" for number, line in enumerate(lines, start=1)) + "\n"


def found_in(text: str) -> list[Finding]:
    """What is found, the two gaps set aside that every one of these contracts has."""
    report = check(Source("a.pact", text), library=LIBRARY)
    assert not any(finding.is_problem for finding in report.findings), report.findings
    return [finding for finding in report.findings if finding.slug not in ASIDE]


@pytest.mark.parametrize("name", CASES)
def test_what_is_found(name: str) -> None:
    lines, expected = CASES[name]
    found = found_in(text_of(lines))
    assert {(finding.slug, finding.clauses[0]) for finding in found} == expected
    assert len(found) == len(expected), "two-sided or not, one finding each"
    for finding in found:
        dated = any("by 2025" in line or "within" in line for line in lines)
        deadlock = finding.slug == "sequencing-deadlock" or (finding.slug == "mutual-wait" and dated)
        assert (finding.severity is Severity.ERROR) == (deadlock or finding.family == Family.CONFLICTS.value)


def test_the_story_says_what_did_not_come() -> None:
    lines, _ = CASES["a date and an agreement nobody owes"]
    (finding,) = found_in(text_of(lines))
    assert finding.story[-1].event.endswith("and it could not: Studio has not agreed.")
    assert finding.story[-1].date == "2025-03-31"
    assert finding.answer.replayed


def test_an_interest_that_hangs_on_the_agreement_makes_it_a_warning() -> None:
    lines, _ = CASES["an agreement nobody owes and no date"]
    wanted = (
        '\ninterest of owner "the works":\n  whenever notice by owner to builder, hand-over to owner within 30 days\n'
    )
    slugs = {finding.slug: finding.severity for finding in found_in(text_of(lines) + wanted)}
    assert slugs["agreement-to-agree"] is Severity.WARNING


def test_what_is_asked_of_nobody_is_still_asked() -> None:
    """A clause that leaves out who gives the answer protects badly, but it does speak of it."""
    lines = ("not stated shall hand over the works to owner", f"{NOTIFY} {WITH_STUDIO}")
    wanted = (
        'interest of owner "the works":\n  whenever notice by owner to builder, hand-over to owner within 30 days\n'
    )
    found = {finding.slug: finding for finding in found_in(text_of(lines) + wanted)}
    assert "interest-unprotected" not in found
    assert found["no-responsible-party"].severity is Severity.WARNING
    told = [(step.event, step.clause) for step in found["loophole"].story]
    assert ("Studio agrees to clause 2.", "2") in told


def test_two_lines_of_one_clause_that_wait_are_one_finding() -> None:
    lines = (
        f"{HAND_OVER} {WITH_STUDIO}",
        f"{NOTIFY} within 9 days after clause 1 is fulfilled\n"
        "  owner shall notify architect after clause 1 is fulfilled",
    )
    found = [finding.clauses for finding in found_in(text_of(lines)) if finding.slug == "agreement-to-agree"]
    assert found == [("1",), ("2", "1")]


def test_who_is_only_in_danger_by_waiting_gets_a_note() -> None:
    lines = (
        f"{HAND_OVER} by 2025-03-31 {WITH_STUDIO}",
        "builder shall notify architect by 2025-03-30",
        "upon notice by builder to architect:\n    architect shall agree to clause 1 within 10 days",
    )
    (finding,) = found_in(text_of(lines))
    assert (finding.slug, finding.severity) == ("forced-breach", Severity.NOTE)
    assert finding.headline == "Builder Ltd can come to miss clause 1 by waiting, without breaking it."


def test_each_with_the_agreement_of_the_other_is_one_finding() -> None:
    lines = ("each Party shall notify the others by 2025-03-31 with the agreement of each of the others",)
    (finding,) = found_in(text_of(lines))
    assert finding.slug == "forced-breach"
    assert set(finding.exposed) == {"owner", "builder", "architect"}


MISSION = """agreement "Inspections"
  takes effect 2025-01-01
  lasts 180 days

use security

party A "Arland", B "Borland"
verifier M "Mission"

clause 1 "Inspection"
  M shall inspect battle tanks of B every 30 days
"""
ACCESS = """
clause 2 "Access"
  upon request for access by M to B:
    B shall give access to M at once
"""


def test_what_an_act_needs_by_its_nature_must_be_owed_too() -> None:
    (finding,) = found_in(MISSION)
    assert finding.slug == "forced-breach"
    assert finding.story[-1].event.endswith("and it could not: there has been no access.")
    assert found_in(MISSION + ACCESS) == []


def test_a_vote_that_others_decide_forces_nobody() -> None:
    vote = """agreement "A council"
  takes effect 2025-01-01

use security

party A "Aland", B "Beland", C "Celand"
body council: A, B, C

clause 1 "Decision"
  upon armed attack by A on B:
    each of council shall decide it within 5 days
    council decides on assistance by majority
"""
    assert [finding.slug for finding in found_in(vote)] == []
