"""Positions against clauses: met, contradicted, touched, not addressed."""

from __future__ import annotations

import pytest

from servanda.reading.ledger import PositionRow
from servanda.reading.match import Clause, Verdict, match

CLAUSES = (
    Clause("1", "Norvia shall not host foreign bases or foreign troops on its territory."),
    Clause("2", "The guarantors will provide written security guarantees to Norvia."),
    Clause("3", "Borders of the Sile valley."),
)


@pytest.mark.parametrize(
    ("strength", "stance", "verdict", "clause"),
    [
        ("demand", "written security guarantees", Verdict.MET, "2"),
        ("rejection", "foreign bases or foreign troops", Verdict.MET, "1"),
        ("rejection", "written security guarantees", Verdict.CONTRADICTED, "2"),
        ("demand", "borders of the Sile valley", Verdict.TOUCHED, "3"),
        ("demand", "return of the stolen paintings", Verdict.NOT_ADDRESSED, None),
    ],
)
def test_a_position_reads_as(strength: str, stance: str, verdict: Verdict, clause: str | None) -> None:
    row = PositionRow("p1", "Keldar", "something else", strength, stance)
    (found,) = match([row], CLAUSES)
    assert (found.verdict, found.clause.number if found.clause else None) == (verdict, clause)


def test_what_was_superseded_is_not_matched() -> None:
    assert match([PositionRow("p1", "Keldar", "x", "demand", "bases", superseded_by="p2")], CLAUSES) == ()
