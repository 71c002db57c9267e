"""What was answered of one version of a text is never told of another of which it is not so."""

from __future__ import annotations

from itertools import islice

import pytest
from benchmarks.mutants import mutants
from tests.documents import ROOT

from servanda.findings import Report
from servanda.project import NO_LIMITS, Limits, check, shipped_library
from servanda.solvers.remembered import Answers
from servanda.text import Source

LIBRARY = shipped_library()


def told(text: str, limits: Limits) -> Report:
    """The report on a text."""
    return check(Source("a.pact", text), library=LIBRARY, limits=limits, duties=False)


@pytest.mark.parametrize("name", ["istanbul-draft-2022", "loan-covenant"])
def test_versions_checked_with_one_memory_are_told_as_each_by_itself(name: str) -> None:
    text = (ROOT / "agreements" / name / "agreement.pact").read_text(encoding="utf-8")
    remembering = Limits(answers=Answers())
    versions = [text, *(mutant.text for mutant in islice(mutants(text), 2)), text]
    for version in versions:
        assert told(version, remembering) == told(version, NO_LIMITS)


def test_the_same_text_is_not_asked_of_twice() -> None:
    text = (ROOT / "agreements" / "weak-truce" / "agreement.pact").read_text(encoding="utf-8")
    answers = Answers()
    told(text, Limits(answers=answers))
    known = len(answers.known)
    assert known
    told(text, Limits(answers=answers))
    assert len(answers.known) == known
