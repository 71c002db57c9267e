"""A limit in one measure, an interest in another: 300 kg of which 0.676 are something hold 202.8 kg of it."""

from __future__ import annotations

import pytest
from tests.agreement.reading import LIBRARY

from servanda.project import check
from servanda.text import Source

TEXT = """agreement "A stock"
  takes effect 2025-01-10
  lasts 100 days
use security
party A "Arland", B "Borland"
kind compound counted in kilograms
compound of A = 10 kilograms at signature
clause 1
  A shall keep its compound at or below 300 kilograms
interest of B "little of it":
  {interest}
"""


@pytest.mark.parametrize(
    ("interest", "rung"),
    [
        ("0.676 times compound of A never exceed 202.8 kilograms", (2, 2)),
        ("0.676 times compound of A never exceed 202.7 kilograms", (1, 1)),
        ("compound of A never exceed 300 kilograms", (2, 2)),
        ("compound of A never exceed 299 kilograms", (1, 1)),
    ],
)
def test_a_factor_is_exact(interest: str, rung: tuple[int, int]) -> None:
    report = check(Source("a.pact", TEXT.format(interest=interest)), library=LIBRARY)
    (only,) = report.interests
    assert only.rung == rung
