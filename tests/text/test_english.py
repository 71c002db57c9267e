"""English as messages write it."""

from __future__ import annotations

from servanda.text.english import possessive


def test_a_plural_name_takes_the_apostrophe_alone() -> None:
    names = ("Arland", "Hamas", "the United States", "The Armed Opposition Groups", "the Congress")
    assert [possessive(name) for name in names] == [
        *("Arland's", "Hamas's", "the United States'", "The Armed Opposition Groups'", "the Congress's"),
    ]
