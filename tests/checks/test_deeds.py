"""What an interest wants never to happen: bans that end, duties about somebody who is not bound, twins told once."""

from __future__ import annotations

import pytest
from tests.agreement.reading import LIBRARY

from servanda.findings import Finding
from servanda.project import check
from servanda.text import Source

HEAD = """agreement "A truce"
  takes effect 2025-01-10
use security
party A "Arland", B "Borland"
non-state actor N "Northern Bands"
act raid
  noun: raid by RAIDER
  verb: raid
  RAIDER is anybody
  noticed by everyone
act restraint
  noun: restraint of GROUP by KEEPER
  verb: restrain GROUP
  KEEPER is any party
  GROUP is anybody
  noticed by everyone
clause 1
"""


FREED = """  no Party shall raid
  upon restraint of N by a Party:
    clause 1 no longer binds that Party
"""


def findings(clause: str, *interests: str) -> list[Finding]:
    """What is found of interests that fail."""
    text = (
        HEAD
        + clause
        + "".join(f"interest of {each.replace(':', chr(34) + 'quiet' + chr(34) + ':', 1)}\n" for each in interests)
    )
    report = check(Source("a.pact", text), library=LIBRARY)
    return [f for f in report.findings if f.slug in ("loophole", "interest-unprotected") or f.is_problem]


@pytest.mark.parametrize(
    ("clause", "interest", "slug", "why"),
    [
        (
            FREED,
            "A : never raid by B",
            "loophole",
            "Clause 1 forbids it, but does not bind on that day.",
        ),
        (
            "  A shall restrain N at once\n",
            "B : never raid by N",
            "loophole",
            "Clause 1 says that Arland shall restrain Northern Bands; Northern Bands itself is not bound.",
        ),
        ("  A shall consult B at once\n", "B : never raid by N", "interest-unprotected", "No clause forbids raid by"),
    ],
)
def test_what_is_said_of_the_clause_that_comes_near(clause: str, interest: str, slug: str, why: str) -> None:
    (only,) = findings(clause, interest)
    assert only.slug == slug
    assert any(each.startswith(why) for each in only.why)


def test_what_both_sides_want_of_each_other_is_told_once() -> None:
    (only,) = findings(FREED, "A : never raid by B", "B : never raid by A")
    assert only.exposed == ("A", "B")
    assert only.headline.startswith("Arland's and Borland's interests “quiet” can each fail")


def test_interests_of_the_same_name_are_not_one() -> None:
    found = findings("  A shall restrain N at once\n", "A : never raid by N", "B : never raid by N")
    assert {who for each in found for who in each.exposed} == {"A", "B"}
