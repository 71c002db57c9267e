"""Edits that close what was found: offered only after the whole was checked, and the same again from their file."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from benchmarks import mending
from benchmarks.mutants import CONTROLS
from click.testing import CliRunner
from tests import schemas
from tests.documents import ROOT

from servanda.cli.mend import command
from servanda.desk.mending import offers
from servanda.drafts.mend import Mended
from servanda.drafts.passage import passages
from servanda.project import NO_LIMITS, check, load, shipped_library
from servanda.text import Source

LIBRARY = shipped_library()
PROMISE = """agreement "A promise"
  lasts 180 days
use security
party A "Arland"
party B "Borland"
clause 1 "Talks"
  A shall consult B within 10 days
interest of A "no attack":
  never armed attack by B on A
"""


def mended(source: Source) -> Mended:
    """What is offered."""
    made = offers(source, None, library=LIBRARY, limits=NO_LIMITS, tick=lambda: None).mended
    assert made is not None
    return made


def slugs(source: Source) -> set[str]:
    """What is found above a note."""
    report = check(source, library=LIBRARY, duties=False)
    assert not report.problems, report.problems
    return {each.slug for each in report.findings if each.severity.value != "note"}


def test_an_offer_closes_its_finding_and_is_found_again_in_its_file() -> None:
    source = Source("promise.pact", PROMISE)
    made = mended(source)
    assert slugs(source) == {"interest-unprotected"}
    assert len(made.offers) == 2
    for offer in made.offers:
        assert slugs(Source("mended.pact", offer.text)) == set()
        assert offer.proved
        assert offer.duties


def test_an_offer_leaves_all_but_the_clauses_alone() -> None:
    source = Source("promise.pact", PROMISE)
    before = [p.body for p in passages(load(source, library=LIBRARY).tree) if p.kind != "clause"]
    for offer in mended(source).offers:
        tree = load(Source("mended.pact", offer.text), library=LIBRARY).tree
        assert [p.body for p in passages(tree) if p.kind != "clause"] == before


def test_the_first_of_two_sides_is_not_the_one_that_is_named() -> None:
    lines = [line.text.strip() for line in mended(Source("promise.pact", PROMISE)).offers[0].lines]
    assert "each Party shall refrain from armed attack on the other Party" in lines


def test_apply_writes_the_offer_and_the_json_obeys_its_schema(tmp_path: Path) -> None:
    file, other = tmp_path / "promise.pact", tmp_path / "mended.pact"
    file.write_text(PROMISE, encoding="utf-8")
    shown = CliRunner().invoke(command, [str(file), "--format", "json"], standalone_mode=False)
    assert shown.return_value == 0
    jsonschema.validate(json.loads(shown.stdout), json.loads(schemas.written(schemas.MEND)))
    done = CliRunner().invoke(command, [str(file), "--apply", "2", "-o", str(other)], standalone_mode=False)
    assert done.return_value == 0
    assert other.read_text(encoding="utf-8") == json.loads(shown.stdout)["targets"][0]["offers"][1]["text"]
    assert file.read_text(encoding="utf-8") == PROMISE


def invoked(*arguments: str) -> tuple[int, str]:
    """The exit code, and what was said, in one line."""
    done = CliRunner().invoke(command, list(arguments), standalone_mode=False, catch_exceptions=False)
    return done.return_value, " ".join(done.stdout.split())


def written(folder: Path, text: str = PROMISE) -> str:
    """A draft as a file."""
    (folder / "draft.pact").write_text(text, encoding="utf-8")
    return str(folder / "draft.pact")


def test_a_weak_truce_gets_a_ceiling_with_all_that_it_needs() -> None:
    path = ROOT / "agreements" / "weak-truce" / "agreement.pact"
    source = Source("weak.pact", path.read_text(encoding="utf-8"))
    made = mended(source)
    assert len(made.offers) >= 2
    for offer in made.offers:
        report = check(Source("mended.pact", offer.text), library=LIBRARY, duties=False)
        assert not report.problems
        assert {each.severity.value for each in report.findings} <= {"note"}
        assert {line.rung for line in report.interests} == {(2, 2)}
        assert any("shall keep its battle tanks" in duty for duty in offer.duties)


def test_a_short_search_offers_nothing_and_says_what_it_left_open(tmp_path: Path) -> None:
    code, said = invoked(written(tmp_path), "--effort", "1")
    assert code == 3
    assert "Left undecided: Arland, “no attack”: compliance" in said
    assert "Checked:" not in said
    assert "nothing to mend" not in said


def test_when_the_time_is_over_what_was_not_tried_is_told(tmp_path: Path) -> None:
    code, said = invoked(written(tmp_path), "--timeout", "0.000001")
    assert code == 3
    assert "2 edits were not tried: the time allowed was over" in said


def test_what_a_file_expects_to_be_found_stands_in_no_offers_way(tmp_path: Path) -> None:
    file = written(tmp_path, PROMISE + "\nexpect interest-unprotected\n")
    assert invoked(file)[0] == 0
    (tmp_path / "other.pact").write_text("", encoding="utf-8")
    assert invoked(file, "--apply", "1", "-o", str(tmp_path / "mended.pact"))[0] == 0
    mended_text = (tmp_path / "mended.pact").read_text(encoding="utf-8")
    assert "expect" not in mended_text
    assert not check(Source("mended.pact", mended_text), library=LIBRARY, duties=False).problems


def test_the_one_who_breaks_is_not_the_one_who_consults() -> None:
    text = (ROOT / "agreements" / "weak-truce" / "agreement.pact").read_text(encoding="utf-8")
    ceilings = '\nclause 2 "Ceilings"\n  each Party shall keep its battle tanks at or below 400 tanks\n'
    source = Source("weak.pact", text.replace("\ninterest of A", f"{ceilings}\ninterest of A", 1))
    made = offers(source, "no-remedy", library=LIBRARY, limits=NO_LIMITS).mended
    assert made is not None
    told = [line.text for offer in made.offers for line in offer.lines]
    assert any("the other Party shall consult that Party" in line for line in told)
    assert not any("that Party shall consult" in line for line in told)
    assert any("may suspend" in right for offer in made.offers for right in offer.rights)


@pytest.mark.parametrize("place", [6, 33, 48])
def test_controls_spoilt_on_purpose_are_mended(place: int) -> None:
    """A sample; all of them are tried by `make exam`."""
    some = []
    for control in CONTROLS:
        text = mending.without_tests((ROOT / "agreements" / control / "agreement.pact").read_text(encoding="utf-8"))
        some += [(control, text, mutant) for mutant in mending.spoilt(text)]
    control, text, mutant = some[place]
    plain = mending.checked(Source(f"{control}.pact", text))
    found = mending.outcome(control, plain, mutant)
    assert found is None or found.mended, found
