"""Mistakes in lines on ways out, ends and exceptions: one message each, and the way out of it."""

from __future__ import annotations

import pytest
from tests.agreement.reading import brief, read

HEAD = """agreement "A truce"
  takes effect 2025-01-10 00:00 in UTC
  lasts 180 days
use security
party A "Arland", B "Borland"
verifier M "Mission"
body council "Council": A, B
clause 1
  each Party shall refrain from armed attack on the other Party
clause 2
  {line}
"""


@pytest.mark.parametrize(
    ("line", "slug", "way_out"),
    [
        ("a Party may withdraw from the agreement effective soon", "unreadable-line", "90 days after notice"),
        ("a Party may withdraw from the agreement, efective at once", "misspelt-word", "effective"),
        ('a Party may withdraw from the agreement if "x" or "y"', "unreadable-line", "withdraw from the agreement"),
        ("a Party may terminate the agreement on 3 months' notice", "not-whole-days", "90 days"),
        ("Z may withdraw from the agreement", "unknown-name", "party Z"),
        ("A may suspend clause 7", "unknown-clause", "1 or 2"),
        ("A may suspnd clause 1", "misspelt-word", "suspend"),
        ("A may suspend clause 1 for ever", "unreadable-line", "for 30 days"),
        ("A may suspend clause 1 until further notice", "unreadable-line", "a date"),
        ("the agreement is extended unless a Party notifies the others", "unreadable-line", "by the same period"),
        ("the agreement is extended by 0 days", "unclear-end", "number of days"),
        ("clause 1 ends on 2025-02-30", "impossible-date", "2025-02-28"),
        ("clause 1 ends", "unclear-end", "ends after 10 days"),
        ("the agreement ends on 2025-03-01", "unclear-end", "lasts until"),
        ("what is due under clause 8 lapses at the end", "unknown-clause", "1 or 2"),
        ("clause 1 survives the end for 3 months", "not-whole-days", "days or weeks"),
        ("A shall assist B within 3 days except self-defence", "unreadable-line", "except in self-defence"),
        ("A shall assist B within 3 days exept in need", "misspelt-word", "except"),
        ("A shall assist B within 3 days instead", "unclear-rank", "if breached"),
        ("clause 2 prevails over clause 2", "unclear-rank", "prevails over clause 2"),
        ("clause 2 prevails clause 1", "unreadable-line", "clause 4 prevails over clause 2"),
        ("a breach may be cured in 5 days", "unreadable-line", "cured within 5 days"),
    ],
)
def test_one_mistake_gives_one_message_with_a_way_out(line: str, slug: str, way_out: str) -> None:
    findings = read(HEAD.format(line=line)).findings
    assert [each.slug for each in findings] == [slug], [brief(each) for each in findings]
    assert way_out in findings[0].hints[0].text


@pytest.mark.parametrize(
    "line",
    [
        "a Party may withdraw from the agreement on 90 days' notice",
        "a Party may withdraw from agreement by giving at least three weeks' written notice to the other Party",
        "A may cancel the contract with 14 days' prior notice",
        "clause 1 expires after 10 days",
        "the agreement is renewed automatically by the same period",
        "B shall assist A within 3 days, except for self-defence in its sole discretion",
        "B shall assist A within 3 days except in case of flood",
    ],
)
def test_lawyers_say_it_in_several_ways(line: str) -> None:
    assert [brief(each) for each in read(HEAD.format(line=line)).findings] == []


def test_two_lines_on_the_extension_are_one_too_many() -> None:
    twice = "the agreement is extended by 10 days\n  the agreement is extended by 20 days"
    assert [each.slug for each in read(HEAD.format(line=twice)).findings] == ["unclear-end"]


def test_what_has_no_term_is_not_extended() -> None:
    text = HEAD.format(line="the agreement is extended by 10 days").replace("  lasts 180 days\n", "")
    assert [each.slug for each in read(text).findings] == ["unclear-end"]


def test_an_interest_in_the_day_of_expiry_is_not_meant_beyond_it() -> None:
    text = HEAD.format(line="B may assist A") + (
        'battle tanks of B = 4 tanks\ninterest of A "x" beyond the term:\n'
        "  at expiry battle tanks of B are at most 5 tanks\n"
    )
    assert [each.slug for each in read(text).findings] == ["unclear-end"]
