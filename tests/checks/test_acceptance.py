"""An acceptance holds for the words it was given for: not for others, and whatever their layout."""

from __future__ import annotations

import pytest
from tests.agreement.reading import agreed

from servanda.checks.drafters import digest_of

FILE = """agreement "A truce"
  takes effect 2025-01-10 00:00 in UTC
use security
party A "Arland", B "Borland"

clause 1 "Cease-fire"
  > Each side refrains from armed attack.
  each Party shall refrain from armed attack on the other Party

clause 2 "Help"
  A shall assist B by 2025-03-02
"""


def digest(text: str, *clauses: str) -> str:
    return digest_of(agreed(text), clauses)


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ("each Party shall refrain", "# a remark\n  each  Party shall refrain"),
        ("2025-03-02", "2 March 2025"),
        ("on the other Party\n", 'on the other Party\n  waived "Each side" because "both are named"\n'),
        ("A shall assist B", "A must assist B"),
    ],
)
def test_what_does_not_change_the_clause(there: str, instead: str) -> None:
    assert digest(FILE.replace(there, instead), "1") == digest(FILE, "1")


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ("Each side refrains", "Both sides refrain"),
        ("each Party shall", "each Party should"),
        ("clause 1", "clause 11"),
    ],
)
def test_what_changes_it(there: str, instead: str) -> None:
    assert digest(FILE.replace(there, instead), "1", "11") != digest(FILE, "1")


def test_the_digest_is_that_of_the_words_alone() -> None:
    assert digest(FILE, "2") == "2ffcc3d0", "people have this in their files: it must not change with the program"
