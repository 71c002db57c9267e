"""Findings, their ids, their severity, and the report they make up."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from servanda.findings import (
    SEVERITY_TABLE,
    Accepted,
    AgreementInfo,
    Answer,
    AnswerKind,
    Circumstance,
    Family,
    Finding,
    InterestLine,
    Registry,
    Severity,
    Slug,
    declared_in,
    finding_id,
    make_finding,
    make_report,
    problem,
    severity_of,
)
from servanda.text import Place

SLUG = Slug("no-deadline", Family.GAPS, "A duty has no day by which it must be done.")
HERE = Place("a.pact", 3, 1, 3, 9)


def gap(clause: str, *circumstances: Circumstance, line: int = 3) -> Finding:
    """A finding on a clause."""
    return make_finding(SLUG, "x", Place("a.pact", line, 1, line, 2), clauses=(clause,), circumstances=circumstances)


def test_an_id_survives_edits_elsewhere() -> None:
    assert gap("5", line=3).id == gap("5", line=99).id
    assert replace(gap("5"), core=("5", "6")).id == gap("5").id


def test_an_id_tells_apart_clause_interest_user_reading_and_subject() -> None:
    base = finding_id(SLUG, "5", None, (), None)
    others = [
        finding_id(SLUG, "6", None, (), None),
        finding_id(SLUG, "5", "safe", (), None),
        finding_id(SLUG, "5", None, ("A",), None),
        finding_id(SLUG, "5", None, (), "1"),
        finding_id(SLUG, "5", None, (), None, "term"),
    ]
    assert len({base, *others}) == 6


def test_an_id_is_the_same_whoever_is_named_first() -> None:
    assert finding_id(SLUG, "5", None, ("A", "B"), None) == finding_id(SLUG, "5", None, ("B", "A"), None)


def test_an_id_never_changes() -> None:
    assert finding_id(SLUG, "5", "safe", ("A",), None) == "d4cb991b1ef9"


def test_the_first_line_of_the_table_decides() -> None:
    assert severity_of([Circumstance.NEEDED_DUTY_WAITS, Circumstance.DUTY_CANNOT_BE_KEPT]) is Severity.ERROR
    assert severity_of([]) is Severity.NOTE


def test_an_excerpt_lowers_absences_and_nothing_else() -> None:
    assert severity_of([Circumstance.NEEDED_DUTY_INCOMPLETE]) is Severity.WARNING
    assert severity_of([Circumstance.NEEDED_DUTY_INCOMPLETE], excerpt=True) is Severity.NOTE
    assert severity_of([Circumstance.DUTY_CANNOT_BE_KEPT], excerpt=True) is Severity.ERROR


def test_the_table_has_each_circumstance_once_and_the_gravest_first() -> None:
    assert sorted(rule.when for rule in SEVERITY_TABLE) == sorted(Circumstance)
    ranks = [list(Severity).index(rule.severity) for rule in SEVERITY_TABLE]
    assert ranks == sorted(ranks)


def test_severities_are_ordered() -> None:
    assert Severity.ERROR.at_least(Severity.NOTE)
    assert not Severity.NOTE.at_least(Severity.WARNING)
    assert Severity.NOTE.at_least(Severity.NOTE)


def test_a_problem_is_an_error_about_the_input() -> None:
    found = problem(Slug("bad-date", Family.PROBLEM, "No such day."), "x", HERE, "y", subject="2025-02-30")
    assert found.severity is Severity.ERROR
    assert found.is_problem
    assert [hint.text for hint in found.hints] == ["y"]


def test_a_report_puts_problems_first_then_the_gravest() -> None:
    wrong = problem(Slug("bad-date", Family.PROBLEM, "No such day."), "x", HERE, "y")
    note, error = gap("1", line=1), gap("2", Circumstance.DUTY_CANNOT_BE_KEPT, line=9)
    made = make_report(AgreementInfo(file="a.pact"), [note, error, wrong])
    assert made.findings == (wrong, error, note)
    assert (made.summary.findings.error, made.summary.findings.note) == (2, 1)
    assert made.problems == (wrong,)


def test_accepted_findings_count_only_once_they_are_stale() -> None:
    fresh = replace(gap("1"), accepted=Accepted("meant so", None, stale=False))
    stale = replace(gap("2"), accepted=Accepted("meant so", None, stale=True))
    assert make_report(AgreementInfo(file="a.pact"), [fresh, stale]).summary.findings.note == 1


def test_undecided_answers_are_counted_on_the_cards_too() -> None:
    gave_up = Answer(AnswerKind.GAVE_UP, detail="the effort ran out")
    line = InterestLine(of="A", name="safe", rung=(1, 2), answers={"compliance": gave_up})
    found = make_finding(SLUG, "x", HERE, answer=gave_up)
    assert make_report(AgreementInfo(file="a.pact"), [found], [line]).summary.undecided == 2


def test_a_search_that_ended_at_a_limit_is_undecided_too() -> None:
    line = InterestLine(of="A", name="safe", rung=(1, 3), answers={"compliance": Answer(AnswerKind.NONE_UP_TO)})
    assert make_report(AgreementInfo(file="a.pact"), [], [line]).summary.undecided == 1


@pytest.mark.parametrize("name", ["NoDeadline", "no_deadline", "-no", "no--deadline", ""])
def test_slugs_have_one_way_to_be_written(name: str) -> None:
    with pytest.raises(ValueError, match="slug"):
        Slug(name, Family.GAPS, "x.")


def test_a_meaning_is_one_sentence() -> None:
    with pytest.raises(ValueError, match="full stop"):
        Slug("no-deadline", Family.GAPS, "no stop")


def test_slugs_are_gathered_from_where_they_are_declared() -> None:
    registry = declared_in("servanda.findings")
    assert registry.get("empty-text") is not None
    assert registry.get("no-such-thing") is None
    assert registry.nearest("emtpy-text") == "empty-text"
    assert registry.nearest("xyzzy") is None


def test_two_slugs_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("twice")
    vars(module).update(ONE=SLUG, TWO=replace(SLUG, meaning="Something else."))
    monkeypatch.setitem(__import__("sys").modules, "twice", module)
    with pytest.raises(ValueError, match="two slugs"):
        declared_in("twice")


def test_a_registry_lists_its_slugs() -> None:
    assert list(Registry({"no-deadline": SLUG})) == [SLUG]
