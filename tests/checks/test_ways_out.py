"""Ways out, ends and exceptions: what is found, how much it matters, and what nothing is said of."""

from __future__ import annotations

import pytest
from tests.agreement.reading import LIBRARY

from servanda.findings import Finding, Severity
from servanda.project import check
from servanda.text import Source

OURS = {
    "expiry-gap",
    "no-end",
    "no-exit-rule",
    "reciprocity-unravels",
    "restartable-clock",
    "self-judging",
    "short-notice-exit",
    "undefined-status",
}
HEAD = """agreement "Something"
  takes effect 2025-01-01 00:00 in UTC
  lasts {lasts}
use commerce
party A "Alpha", B "Beta"{more}
clause 1 "Accounts"
  A shall send its accounts to B every 30 days
"""


def ours(text: str, lasts: str = "90 days", more: str = "") -> dict[str, Finding]:
    """What these checks find in a text, by slug."""
    found = check(Source("a.pact", HEAD.format(lasts=lasts, more=more) + text), library=LIBRARY).findings
    assert [each.headline for each in found if each.is_problem] == []
    return {each.slug: each for each in found if each.slug in OURS}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "clause 2\n  a Party may terminate the contract by notice to the other Party, effective 30 days after notice\n",
        "clause 2\n  upon breach of clause 1 by A:\n    B may terminate the contract, effective at once\n",
        "clause 2\n  A may suspend clause 1 for 10 days, once only\n",
        "clause 2\n  upon breach of clause 1 by A:\n    B may suspend clause 1 for 10 days\n",
        "clause 2\n  clause 1 ends after 60 days\n",
        "clause 2\n  clause 1 survives the end for 60 days\n",
        "clause 2\n  a breach of clause 1 may be cured within 10 days\n",
        "clause 2\n  the contract is extended by 30 days unless B notifies the others at least 9 days before it ends\n",
        "clause 2\n  clause 1 does not apply to A after notice by B to A\n",
        'clause 2\n  A shall pay money to B within 30 days except "in hardship", as B determines\n',
        "clause 2\n  A may pay money to B\n  clause 2 prevails over clause 1\n",
        "clause 2\n  upon breach of clause 1 by A:\n    clause 1 no longer binds A\n",
    ],
)
def test_an_ordinary_contract_is_left_in_peace(text: str) -> None:
    assert set(ours(text)) == set()


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("clause 2\n  a Party may terminate the contract\n", "short-notice-exit"),
        ("clause 2\n  A may terminate the contract, effective not stated\n", "short-notice-exit"),
        ("clause 2\n  the contract is extended by 30 days unless a Party notifies the others\n", "short-notice-exit"),
        ("clause 2\n  A may suspend clause 1\n", "no-end"),
        ("clause 2\n  A may suspend clause 1 until not stated\n", "no-end"),
        ("clause 2\n  clause 1 ends not stated\n", "no-end"),
        ("clause 2\n  a breach of clause 1 may be cured within not stated\n", "no-end"),
        ("clause 2\n  A may suspend clause 1 for 10 days\n", "restartable-clock"),
        ('clause 2\n  A shall pay money to B within 9 days except "in hardship"\n', "self-judging"),
        ("clause 2\n  withdrawal: not stated\n", "no-exit-rule"),
        ("clause 2\n  status after withdrawal: not stated\n  suspension: not stated\n", "no-exit-rule"),
    ],
)
def test_each_gap_is_a_note_where_no_interest_hangs_on_it(text: str, slug: str) -> None:
    found = ours(text)
    assert set(found) == {slug}
    assert found[slug].severity is Severity.NOTE


def test_a_gap_matters_more_where_an_interest_hangs_on_it() -> None:
    wanted = 'interest of B "informed":\n  whenever notice by B to A, statement of accounts by A to B within 40 days\n'
    assert ours(f"clause 2\n  A may suspend clause 1\n{wanted}")["no-end"].severity is Severity.WARNING
    pledge = 'clause 2\n  A shall refrain from pledge of assets to B except "in need", in its own judgement\n'
    never = 'interest of B "no pledge":\n  never pledge of assets by A to B\n'
    assert ours(pledge + never)["self-judging"].severity is Severity.WARNING
    assert set(ours(pledge + never)) == {"self-judging"}


LEAVE = (
    "clause 2\n  a Party may withdraw from the agreement by notice to the others, effective {days} days after notice\n"
)
PLEDGE = "clause 3\n  A shall refrain from pledge of assets to B\n"
NEVER = 'interest of B "no pledge" beyond the term for 20 days:\n  never pledge of assets by A to B\n'


def test_a_notice_is_short_only_where_it_is_shorter_than_what_its_holder_needs() -> None:
    kept = "  this clause survives the end for 20 days\n"
    assert ours(LEAVE.format(days=10) + PLEDGE + NEVER)["short-notice-exit"].severity is Severity.WARNING
    assert "short-notice-exit" not in ours(LEAVE.format(days=21) + PLEDGE + NEVER)
    assert set(ours(LEAVE.format(days=10) + PLEDGE + kept + NEVER)) == {"undefined-status"}
    assert set(ours(LEAVE.format(days=10) + PLEDGE + NEVER.replace(" beyond the term for 20 days", ""))) == {
        "undefined-status"
    }


def test_an_end_is_a_gap_only_where_an_interest_goes_on() -> None:
    assert ours(PLEDGE + NEVER)["expiry-gap"].severity is Severity.WARNING
    assert set(ours(PLEDGE + "  this clause survives the end\n" + NEVER)) == set()
    assert set(ours(PLEDGE + NEVER.replace(" beyond the term for 20 days", ""))) == set()
    within = NEVER.replace(" beyond the term for 20 days", "")
    assert ours(f"{PLEDGE}  this clause ends after 30 days\n{within}")["expiry-gap"].severity is Severity.ERROR


def test_a_remedy_that_lapses_is_worth_beginning_until_its_last_day() -> None:
    body = "\nbody panel: A, B"
    course = (
        "clause 2\n  upon notice by B to A:\n    panel decides on it by consensus within 15 days\n"
        "clause 3\n  upon adoption by panel:\n    A shall pay money to B within 30 days\n"
    )
    assert set(ours(course, more=body)) == set()
    found = ours(f"{course}  what is due under clause 3 lapses at the end\n", more=body)["expiry-gap"]
    assert "2025-03-02" in found.headline  # day 90 is 1 April, and it takes 30 days
    assert "2025-02-15" in found.why[1]
    assert found.severity is Severity.NOTE


def test_who_still_counts_is_asked_where_three_decide() -> None:
    three = '\nparty C "Gamma"\nbody panel: A, B, C'
    votes = "clause 3\n  upon notice by B to A:\n    panel decides on it by unanimity within 15 days\n"
    said = 'clause 4\n  status after withdrawal: "Whoever has left has no vote."\n  suspension: "Nobody may suspend."\n'
    found = ours(LEAVE.format(days=30) + votes, more=three)
    assert set(found) == {"undefined-status"}
    assert set(ours(LEAVE.format(days=30) + votes + said, more=three)) == set()


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("upon breach of clause 3 by a Party:\n    clause 3 no longer binds the other Party", True),
        ("upon breach of clause 3 by a Party:\n    the other Party may suspend clause 3", True),
        ("upon breach of clause 3 by a Party:\n    the other Party may suspend clause 3 for 9 days", False),
        ("upon breach of clause 3 by A:\n    clause 3 no longer binds B", False),
        ("upon suspension of clause 1 by a Party:\n    clause 3 no longer binds the other Party", True),
        ("upon breach of clause 1 by a Party:\n    clause 1 no longer binds the other Party", False),
    ],
)
def test_reciprocity_unravels_where_either_side_can_free_the_other_for_good(rule: str, found: bool) -> None:
    text = f"clause 2\n  {rule}\nclause 3\n  each Party shall refrain from pledge of assets to the other Party\n"
    never = 'interest of B "no pledge":\n  never pledge of assets by A to B\n'
    assert ("reciprocity-unravels" in ours(text + never)) is found


def test_extensions_that_are_read_in_two_ways_part_on_the_last_day_of_the_first_period_that_differs() -> None:
    text = """agreement "Corridor"
  takes effect 2022-07-22 00:00 in UTC
  lasts 120 days
use commerce
party A "Alpha", B "Beta"
clause 1
  the agreement is extended by the same period unless a Party notifies the others
    reading 1: by 120 days
    reading 2: by 120 days, then by 60 days
"""
    found = check(Source("a.pact", text), library=LIBRARY).findings
    apart = next(each for each in found if each.slug == "readings-differ")
    assert "2023-05-18" in apart.headline
    assert "2022-11-19, 2023-03-19 and 2023-07-17" in apart.why[0]
    assert "2022-11-19, 2023-03-19 and 2023-05-18" in apart.why[0]
    assert "one day earlier" in apart.why[0]


def test_what_nothing_protects_within_the_term_is_not_missed_after_it() -> None:
    assert set(ours(NEVER)) == set()


@pytest.mark.parametrize(
    ("rank", "found"),
    [
        ("", True),
        ("  clause 2 prevails over clause 3\n", False),
        ("  clause 3 prevails over clause 2\n", False),
    ],
)
def test_what_is_allowed_and_forbidden_wants_a_rank(rank: str, found: bool) -> None:
    text = f"clause 2\n  A may pledge its assets to B\nclause 3\n  A may not pledge its assets to B\n{rank}"
    findings = check(Source("a.pact", HEAD.format(lasts="90 days", more="") + text), library=LIBRARY).findings
    assert [each.severity for each in findings if each.slug == "duties-conflict"] == [Severity.NOTE] * found


def test_one_way_out_is_told_once_however_many_interests_it_opens() -> None:
    second = NEVER.replace("no pledge", "nothing pledged").replace("20 days", "15 days")
    text = LEAVE.format(days=10) + PLEDGE + NEVER + second
    findings = check(Source("a.pact", HEAD.format(lasts="90 days", more="") + text), library=LIBRARY).findings
    for slug in ("short-notice-exit", "expiry-gap"):
        told = [each for each in findings if each.slug == slug]
        assert len(told) == 1
        assert any("nothing pledged" in sentence for sentence in told[0].why)
