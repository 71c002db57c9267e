"""Answers kept between runs: an edit never gets an old answer, and a cache that is broken is as good as none."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conformance.judging import tries
from tests.worlds.drawn import Case, cases

from servanda import project
from servanda.desk.answers import KeptAnswers, kept_answers, place
from servanda.findings import Report
from servanda.questions.question import Effort
from servanda.solvers.choose import Solvers

TRUCE = """agreement "A truce"
  takes effect 2025-01-10 00:00 in UTC
  lasts 180 days

use security

party A "Arland"
party B "Borland"

battle tanks of each Party = 400 tanks at signature

clause 1 "Ceilings"
  each Party shall keep its battle tanks at or below 400 tanks

interest of A "not weaker":
  battle tanks of B never exceed 1.5 times battle tanks of A
"""


def _checked(text: str, store: KeptAnswers | None) -> Report:
    limits = project.Limits(store=store)
    return project.check(project.Source("a.pact", text), library=project.shipped_library(), limits=limits)


def test_the_second_run_says_the_same_and_finds_out_nothing_anew(tmp_path: Path) -> None:
    home = {"XDG_CACHE_HOME": str(tmp_path)}
    with kept_answers(home) as store:
        first = _checked(TRUCE, store)
        assert store is not None
        assert store.fresh
    with kept_answers(home) as store:
        assert _checked(TRUCE, store) == first == _checked(TRUCE, None)
        assert store is not None
        assert not store.fresh


@pytest.mark.parametrize(
    ("old", "new"),
    [("at or below 400", "at or below 700"), ("1.5 times", "0.9 times"), ("shall keep", "should keep"), ("180", "18")],
)
def test_after_an_edit_the_answers_are_those_of_the_new_text(tmp_path: Path, old: str, new: str) -> None:
    home = {"XDG_CACHE_HOME": str(tmp_path)}
    with kept_answers(home) as store:
        _checked(TRUCE, store)
    edited = TRUCE.replace(old, new)
    with kept_answers(home) as store:
        assert _checked(edited, store) == _checked(edited, None)


class InMemory(dict[bytes, bytes]):
    """A store for a test."""

    def known(self, key: bytes) -> bytes | None:
        """What was kept."""
        return self.get(key)

    def keep(self, key: bytes, value: bytes) -> None:
        """Keep it."""
        self[key] = value


EFFORT = Effort(rounds=6)


@tries(0.15)
@given(cases(), cases(), st.booleans())
def test_a_cache_filled_by_others_changes_no_answer(one: Case, other: Case, shorter: bool) -> None:
    """Never stale: questions about two worlds, and about the first one with a clause changed, share a store."""
    store = InMemory()
    norms = list(one.world.norms)
    less = norms[:-1] if shorter else norms
    changed = replace(one.world, norms=tuple(less))
    for world, reach in ((one.world, one.reach), (other.world, other.reach), (changed, one.reach)):
        warm = Solvers(EFFORT, store=store)(world, reach)
        assert warm == Solvers(EFFORT)(world, reach)
        assert warm == Solvers(EFFORT, store=store)(world, reach)


@tries(0.1)
@given(cases(), st.binary(max_size=40))
def test_what_is_kept_is_not_believed(case: Case, rubbish: bytes) -> None:
    """Rubbish, and answers put in the place of others, are found out: by replay, or by the check of the certificate."""
    store = InMemory()
    honest = Solvers(EFFORT, store=store)(case.world, case.reach)
    for key in store:
        store[key] = rubbish
    assert type(Solvers(EFFORT, store=store)(case.world, case.reach)) is type(honest)


def test_a_proof_kept_for_what_is_false_is_refused() -> None:
    open_ended = TRUCE.replace(
        "shall keep its battle tanks at or below 400", "shall keep its battle tanks at or below 900"
    )
    stores = [InMemory(), InMemory()]
    for text, store in zip((TRUCE, open_ended), stores, strict=True):
        project.check(
            project.Source("a.pact", text), library=project.shipped_library(), limits=project.Limits(store=store)
        )
    proofs = [value for value in stores[0].values() if b"invariant" in value]
    assert proofs
    mixed = InMemory(dict.fromkeys(stores[1], proofs[0]))
    report = project.check(
        project.Source("a.pact", open_ended), library=project.shipped_library(), limits=project.Limits(store=mixed)
    )
    assert report == _checked(open_ended, None)


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    home = {"XDG_CACHE_HOME": str(tmp_path)}
    path = place(home)
    assert path is not None
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no data base at all" * 100)
    with kept_answers(home) as store:
        assert _checked(TRUCE, store) == _checked(TRUCE, None)


def test_a_folder_that_cannot_be_written_is_as_good_as_none(tmp_path: Path) -> None:
    file_in_the_way = tmp_path / "taken"
    file_in_the_way.write_text("", encoding="utf-8")
    with kept_answers({"XDG_CACHE_HOME": str(file_in_the_way)}) as store:
        assert _checked(TRUCE, store) == _checked(TRUCE, None)


def test_where_answers_are_kept() -> None:
    assert place({"SERVANDA_NO_CACHE": "1", "HOME": os.sep}) is None
    assert place({}) is None
    assert place({"XDG_CACHE_HOME": "relative", "HOME": f"{os.sep}home"}) == Path(
        os.sep, "home", ".cache", "servanda", "answers.sqlite"
    )
    with kept_answers({"HOME": os.sep}, wanted=False) as store:
        assert store is None
