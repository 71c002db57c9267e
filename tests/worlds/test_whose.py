"""Whose numbers a limit speaks of: "its" is the bearer's, whoever set the clause off."""

from __future__ import annotations

import pytest
from tests.agreement.reading import agreed

from servanda.world.expression import variables
from servanda.world.from_agreement import from_agreement

TEXT = """agreement "A limit"
  takes effect 2025-01-01
  lasts 60 days
use security
party A "Arland"
party B "Borland"
battle tanks of each Party = 400 tanks at signature
clause 1
  each Party shall refrain from armed attack on the other Party
clause 2
  upon breach of clause 1 by a Party:
    {line}
"""


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("the other Party shall keep its battle tanks at or below 400 tanks", True),
        ("the other Party shall not exceed 400 tanks", True),
        ("that Party shall keep its battle tanks at or below 400 tanks", True),
        ("the other Party shall keep battle tanks of that Party at or below 400 tanks", False),
    ],
)
def test_its_numbers_are_those_of_whoever_owes_it(line: str, same: bool) -> None:
    norms = [norm for norm in from_agreement(agreed(TEXT.format(line=line))).norms if norm.clause == "2"]
    assert sorted(norm.bearer for norm in norms) == ["A", "B"]
    for norm in norms:
        assert (f"battle tanks of {norm.bearer}" in variables(norm.missed)) is same
