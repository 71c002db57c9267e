"""The ledger: corrections survive, copies count once, deleted rows stay deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.reading.parsing import account_of

from servanda import project
from servanda.cli.layout import Style
from servanda.cli.render_ledger import positions_text
from servanda.desk import ledgers
from servanda.reading.copies import copied_share, first_of, sketch
from servanda.reading.ledger import Ledger, PositionRow, added, csv_from_rows, pact_blocks, rows_from_csv
from servanda.reading.shifts import between

ARTICLE = """\
Keldar rejects any foreign base on its soil, Keldari Prime Minister Osan Breck said on Monday.
Three officials said Norvian guns had shelled the village of Orsk overnight. Norvia denied shelling the village of Orsk.
"""
DAY = date(2031, 6, 2)


def read_twice(ledger: Ledger, text: str = ARTICLE) -> Ledger:
    return added(ledger, account_of(text, DAY), "article.txt")


def test_reading_again_changes_nothing() -> None:
    once = read_twice(Ledger())
    assert once.positions
    assert read_twice(once) == once


def test_what_people_corrected_is_never_overwritten() -> None:
    once = read_twice(Ledger())
    mended = replace(once.positions[0], stance="no base of any foreign army", issue="bases")
    again = read_twice(replace(once, positions=(mended, *once.positions[1:])))
    assert again.positions[0] == mended
    assert len(again.positions) == len(once.positions)


def test_a_row_that_people_deleted_does_not_come_back() -> None:
    once = read_twice(Ledger())
    assert read_twice(replace(once, positions=(), claims=())).positions == ()
    assert read_twice(replace(once, positions=(), claims=())).claims == ()


def test_a_copy_adds_no_independent_origin() -> None:
    once = read_twice(Ledger())
    copy = read_twice(once, ARTICLE + "Additional reporting from the border.\n")
    claim = next(row for row in copy.claims if "Orsk" in row.proposition)
    assert claim.independent_origins == "1"
    assert len(claim.documents.split(";")) == 2


def test_near_copies_are_one_family_and_other_reports_are_not() -> None:
    other = "The harvest in Velmark was good this year, farmers told the radio, and prices have fallen since August."
    sketches = {"one": sketch(ARTICLE * 3), "copy": sketch(ARTICLE * 3 + "Edited."), "other": sketch(other)}
    assert [first_of(sketches, name) for name in sketches] == ["one", "one", "other"]
    assert copied_share(sketches["one"], sketches["other"]) == 0


def test_the_table_survives_a_round_trip_and_runs_no_formula() -> None:
    row = PositionRow("p1", "=SUM(A1)", "talks", "demand", "meet, “soon”\nand often")
    text = csv_from_rows([row], PositionRow)
    assert "\n =SUM" in text or ", =SUM" in text or '" =SUM' in text or ",  =SUM" in text or " =SUM" in text
    assert rows_from_csv(text, PositionRow) == (row,)


def test_a_table_without_its_first_column_is_refused() -> None:
    with pytest.raises(ValueError, match="no column 'id'"):
        rows_from_csv("party,issue\nKeldar,bases\n", PositionRow)


def test_positions_are_written_as_lines_of_an_agreement() -> None:
    row = PositionRow("p1", "Keldar", "bases", "rejection", "no base", "2031-06-02", quote="no “base”", file="a.txt")
    text = f'agreement "X"\nparty K "Keldar"\n{pact_blocks([row])}'
    loaded = project.load(project.Source("x.pact", text), library=project.shipped_library())
    assert loaded.agreement is not None
    (position,) = loaded.agreement.words.positions
    assert (position.of, position.words, position.said) == ("K", "no 'base'", date(2031, 6, 2))


def test_a_change_of_mind_across_documents_is_told_as_a_shift() -> None:
    rows = [
        PositionRow("p1", "Norvia", "talks", "openness", "open to a joint patrol on the river", "2031-05"),
        PositionRow("p2", "Norvia", "talks", "rejection", "any joint patrol on the river", "2031-06-02"),
        PositionRow("p3", "Norvia", "talks", "rejection", "a “paper” patrol", "2031-06-03"),
        PositionRow("p4", "Keldar", "talks", "openness", "ready to talk with Tamora", "2031-06-02"),
        PositionRow("p5", "Keldar", "talks", "refusal", "will not meet with Norvia", "2031-06-02"),
    ]
    found = {(one.before, one.after): one.kind.value for one in between(rows, {row.id: row.valid_from for row in rows})}
    assert found == {
        ("p1", "p2"): "hardening",
        ("p1", "p3"): "qualification",
        ("p4", "p5"): "different addressee",
    }
    assert "Norvia, talks, hardening" in positions_text(rows, Style())


def test_a_ledger_on_the_disk_is_a_folder_of_tables(tmp_path: Path) -> None:
    folder = str(tmp_path / "ledger")
    ledgers.add(folder, account_of(ARTICLE, DAY), "article.txt")
    names = {path.name for path in (tmp_path / "ledger").iterdir()}
    assert names == {"positions.csv", "claims.csv", "documents.csv", "positions.pact"}
    assert ledgers.load(folder).positions


def test_a_damaged_ledger_is_said_to_be_damaged(tmp_path: Path) -> None:
    (tmp_path / "positions.csv").write_text("nonsense\n1\n", encoding="utf-8")
    with pytest.raises(ledgers.LedgerError, match="cannot be read"):
        ledgers.load(str(tmp_path))
