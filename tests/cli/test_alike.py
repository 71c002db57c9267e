"""Duties that stand alike are told once."""

from __future__ import annotations

from servanda.cli.report.alike import standing_alike
from servanda.findings import Answer, AnswerKind, DutyLine, StepStatus, StoryStep


def line(bearer: str, event: str = "", what: str = "keep the peace", clause: str = "1") -> DutyLine:
    breach = (StoryStep(3, bearer, event, StepStatus.BREACH, clause),) if event else ()
    return DutyLine(
        clause=clause, bearer=bearer, mode="refrain", what=what, rung=(0, 0), breach=breach,
        answers={"breach": Answer(AnswerKind.FOUND)},
    )  # fmt: skip


def test_those_who_owe_the_same_stand_on_one_row() -> None:
    rows = standing_alike([line("Arland"), line("Borland"), line("Coastland"), line("Arland", what="pay")])
    assert [row.bearers for row in rows] == ["each of Arland, Borland and Coastland", "Arland"]
    assert [row.bearers for row in standing_alike([line("Arland"), line("Arland", clause="2")])] == ["Arland", "Arland"]


def test_a_breach_that_reads_the_same_is_told_once() -> None:
    (row,) = standing_alike([line("Arland", "Arland attacks Borland."), line("Borland", "Borland attacks Arland.")])
    assert [each.whose for each in row.breaches] == ["by Arland (it reads the same with Borland in its place)"]
    (row,) = standing_alike([line("Arland", "Arland attacks Westland."), line("Borland", "Borland attacks Arland.")])
    assert [each.whose for each in row.breaches] == ["by Arland", "by Borland"]
