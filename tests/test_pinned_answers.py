"""Answers that must not drift when documents are rewritten.

Each document prints what its commands print (`test_documents`); here stands what that has to be.
"""

from __future__ import annotations

import re

import pytest
from tests.documents import ROOT

GUARANTEE = "tests/documents/a-guarantee-and-a-decision.md"


def printed(document: str, command: str) -> str:
    """What a document shows for one command, in one line."""
    text = (ROOT / document).read_text(encoding="utf-8")
    after = text[text.index(f"$ servanda {command}\n") :]
    return " ".join(
        re.split(r"^(?:```|\$ servanda (?!" + re.escape(command) + "))", after, flags=re.MULTILINE)[0].split()
    )


def rungs(document: str, command: str) -> list[int]:
    """The rungs on the card of the interests, in its order."""
    interests = printed(document, command).partition("How far each duty reaches:")[0]
    return [int(found) for found in re.findall(r"\(rung (\d)\)", interests)]


@pytest.mark.parametrize(
    ("name", "rung", "slug"),
    [
        ("draft", 1, "veto-by-party-concerned"),
        ("minus", 1, "loophole"),
        ("decide", 1, "loophole"),
        ("default", 1, "loophole"),
        ("consent", 2, None),
        ("nine", 1, "loophole"),
        ("undated", 1, "loophole"),
    ],
)
def test_a_guarantee_that_waits_for_a_decision(name: str, rung: int, slug: str | None) -> None:
    shown = printed(GUARANTEE, f"check {name}.pact")
    assert rungs(GUARANTEE, f"check {name}.pact") == [rung]
    assert ("error[" in shown) == (slug is not None)
    assert slug is None or f"error[{slug}]" in shown


def test_a_guarantor_that_does_not_comply_blocks_again() -> None:
    shown = printed(GUARANTEE, "check consent.pact")
    assert len(re.findall(r"it can fail \(found\)", shown)) == shown.count("non-compliance by")
    assert "proved for all time" in shown


def test_any_guarantor_can_block_and_nobody_is_in_breach() -> None:
    shown = printed("agreements/istanbul-draft-2022/expected.md", "check agreements/istanbul-draft-2022/agreement.pact")
    assert "Any of the guarantors that itself attacks" in shown
    assert "Nobody is in breach" in shown
    assert "breaches clause" not in shown


def test_the_weak_truce_fails_for_both_sides_from_two_a_day() -> None:
    shown = printed("agreements/weak-truce/expected.md", "check agreements/weak-truce/agreement.pact")
    assert "Arland's and Borland's interests" in shown
    assert "from 2 a day upward" in shown
    assert "on day 101" in shown


def test_one_ceiling_secures_one_interest() -> None:
    assert sorted(rungs("tests/documents/a-truce-with-one-ceiling.md", "check one-ceiling.pact")) == [1, 2]


def test_a_rate_that_is_given_is_used() -> None:
    assert "At 5 a day" in printed("tests/documents/a-truce-with-rates.md", "check rates.pact")


def test_inspections_protect_every_49_days_and_not_every_50() -> None:
    robust = "check agreements/robust-truce/agreement.pact --notes"
    assert set(rungs("agreements/robust-truce/expected.md", robust)) == {3}
    assert "49 days is the longest interval" in printed("agreements/robust-truce/expected.md", robust)
    assert set(rungs("tests/documents/a-day-too-long.md", "check fifty.pact")) == {2}


def test_nothing_in_budapest_is_owed_after_a_conventional_attack() -> None:
    shown = printed("agreements/budapest-1994/expected.md", "check agreements/budapest-1994/agreement.pact")
    assert "nobody owes assistance to Ukraine after armed attack" in shown
    assert "error[veto-by-party-concerned]" in shown
