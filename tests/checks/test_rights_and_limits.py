"""Rights that one clause gives twice, rights that follow from a breach, and what a short search leaves open."""

from __future__ import annotations

import pytest

from servanda.findings import Finding, Report
from servanda.project import Source, check, shipped_library

LIBRARY = shipped_library()
HEAD = """agreement "Shop lease"
  takes effect 2027-01-01
  lasts 2 years
use commerce
party O "the Owner"
party S "the Shopkeeper"
"""
RENT = """clause 1
  S shall pay money to O by 2027-02-01
"""
KEYS = """act handing back
  noun: handing back of the keys by GIVER to TAKER
  verb: hand the keys back to TAKER
  GIVER is any party
  TAKER is any party
  noticed by GIVER, TAKER
act moving out
  noun: moving out by LEAVER
  verb: move out
  LEAVER is any party
  noticed by everyone
clause 2
  upon moving out by O:
    S shall hand the keys back to O within 10 days
"""


def report(text: str) -> Report:
    return check(Source("lease.pact", text), library=LIBRARY)


def finding(text: str, slug: str) -> Finding:
    return next(each for each in report(text).findings if each.slug == slug)


@pytest.mark.parametrize(
    "power", ["terminate the agreement, effective {}", "withdraw from the agreement, effective {}", "suspend clause 1"]
)
def test_one_clause_may_give_a_right_outright_and_again_upon_a_breach(power: str) -> None:
    again = f"  upon breach of clause 1 by S:\n    O may {power.format('at once')}\n"
    outright = f"  O may {power.format('not less than 60 days after notice')}\n"
    interest = 'interest of O "rent":\n  by 2027-03-01, payment of money by S to O\n'
    made = report(f"{HEAD}{RENT}clause 2\n{outright}{again}{interest}")
    assert not made.problems
    assert [line.clause for line in made.duties] == ["1"]


def test_a_right_that_follows_from_a_breach_is_not_called_nothing() -> None:
    made = report(f"{HEAD}{RENT}clause 2\n  upon breach of clause 1 by S:\n    O may terminate the agreement\n")
    assert made.duties[0].remark == "what follows from a breach is a right, which need not be used"


def test_an_answer_owed_upon_something_else_is_not_said_to_be_owed_by_nobody() -> None:
    interest = 'interest of O "keys":\n  by 2028-06-01, handing back of the keys by S to O\n'
    found = finding(HEAD + KEYS + interest, "interest-unprotected")
    assert found.clauses == ("2",)
    assert "in every case in which the interest needs it" in found.why[0]


def test_what_comes_after_the_end_sets_nothing_off() -> None:
    interest = 'interest of O "keys" beyond the term:\n  whenever moving out by O, handing back of the keys by S to O'
    found = finding(f"{HEAD}{KEYS}{interest} within 10 days\n", "expiry-gap")
    assert [step.remark for step in found.story if step.actor == "the Owner"] == [
        "no clause forbids it; clause 2, which it would have set off, has ended"
    ]


def test_a_story_through_many_instalments_is_found() -> None:
    rent = "clause 1\n  S shall pay money to O every 30 days\n"
    exit_right = "clause 3\n  upon breach of clause 1 by S:\n    O may terminate the agreement, effective at once\n"
    interest = 'interest of S "keys":\n  by 2028-02-01, handing back of the keys by O to S\n'
    assert finding(HEAD + KEYS + rent + exit_right + interest, "interest-unprotected").story


@pytest.mark.parametrize(("bearer", "kind", "watched"), [("M", "verifier", False), ("S", "party", True)])
def test_the_bearer_is_not_its_own_verifier(bearer: str, kind: str, watched: bool) -> None:
    text = f"""{HEAD}verifier M "the Monitor"
act report
  noun: report by GIVER
  verb: report
  GIVER is any verifier
  noticed by everyone
act notice
  noun: notice by GIVER
  verb: give notice
  GIVER is any {kind}
  noticed by everyone
clause 1
  M shall report by 2027-03-01
clause 2
  {bearer} shall give notice by 2027-05-01
"""
    remark = next(line.remark for line in report(text).duties if line.clause == "2")
    assert ("a verifier would notice" in remark) is watched
