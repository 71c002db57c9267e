"""Claims: who denies a thing never stands among those who claim it."""

from __future__ import annotations

import pytest
from tests.reading.parsing import account_of

SAID = "Petr Salk, Tovria's foreign minister, said on Monday that Keldar had moved 60 tanks to the border."
DENIED = "Keldar denied on Monday that it had moved 60 tanks to the border."


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID} {DENIED}",
        f"{DENIED}\n\n{SAID}",
        f"{DENIED}\n\nTovria claims that Keldar moved 60 tanks to the border.",
        f"{SAID} Ivo Harn, Keldar's defence minister, denied it.",
    ],
)
def test_a_claim_and_its_denial_are_one_contested_claim_in_either_order(text: str) -> None:
    account = account_of(text, None)
    (claim,) = account.claims
    by_id = {one.id: one.modality for one in account.statements}
    assert claim.status == "contested"
    assert [by_id[one] for one in claim.denied_by] == ["denial"]
    assert "denial" not in [by_id[one] for one in claim.asserted_by]


def test_a_denial_of_something_else_contests_nothing() -> None:
    account = account_of(f"{DENIED}\n\nTovria claims that the harvest failed in the southern valleys.", None)
    assert [one.status for one in account.claims] == ["asserted", "asserted"]
