"""What follows from a breach: an answer, word of it alone, or nothing."""

from __future__ import annotations

import pytest
from tests.agreement.reading import LIBRARY, agreed

from servanda.agreement.event import Breach
from servanda.agreement.paraphrase import paraphrase
from servanda.project import check
from servanda.text import Source

TEXT = """agreement "A truce"
  takes effect 2025-01-10
use security
party A "Arland", B "Borland"
verifier M "Mission"
clause 1 "Cease-fire"
  each Party shall refrain from armed attack on the other Party
clause 2 "Talks"
  A shall consult B by 2025-02-01
clause 3 "Afterwards"
"""
REPORT = "    M shall report that Party to the other Party within 1 day\n"
ANSWER = "  upon report by M about a Party to the other Party:\n    clause 1 no longer binds the other Party\n"


def remedies(afterwards: str) -> set[tuple[tuple[str, ...], bool]]:
    """The clauses of each finding, and whether it says that breaches are at least reported."""
    report = check(Source("a.pact", TEXT + afterwards), library=LIBRARY)
    return {(f.clauses, "is reported" in f.headline) for f in report.findings if f.slug == "no-remedy"}


@pytest.mark.parametrize(
    ("afterwards", "expected"),
    [
        ("  > Nothing.\n", {(("1", "2"), False)}),
        (f"  upon breach of clause 1 by a Party:\n{REPORT}", {(("2", "3"), False), (("1",), True)}),
        (f"  upon breach of any clause by a Party:\n{REPORT}", {(("1", "2", "3"), True)}),
        (f"  upon breach of this agreement by a Party:\n{REPORT}{ANSWER}", set()),
        ("  upon breach of any clause by a Party:\n    the other Party may call on the Council\n", set()),
    ],
)
def test_word_of_a_breach_is_no_answer_to_it(afterwards: str, expected: set[tuple[tuple[str, ...], bool]]) -> None:
    assert remedies(afterwards) == expected


def test_a_breach_of_any_clause_is_one_of_each() -> None:
    agreement = agreed(f"{TEXT}  upon breach of any clause by a Party:\n{REPORT}")
    (rules,) = agreement.clauses[2].rules
    assert [each.clause for each in rules.upon if isinstance(each, Breach)] == ["1", "2", "3"]
    sentences = paraphrase(agreement)[-1].sentences
    assert sentences[0].startswith("Upon a breach of any clause by a party, Mission shall report that party")
