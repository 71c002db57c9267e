"""Edits that close what was found: offered only after the whole was checked, and the same again from their file."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
from click.testing import CliRunner
from tests import schemas

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
