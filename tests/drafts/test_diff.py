"""Two drafts compared: what was changed, what that does, and what makes no difference."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import schemas
from tests.documents import ROOT

from servanda.cli.diff import command
from servanda.desk.compare import Comparing, drafts
from servanda.drafts.change import ChangeKind
from servanda.drafts.difference import Difference, paired
from servanda.drafts.effect import EffectKind
from servanda.drafts.effect import effects as effects_of
from servanda.drafts.pairing import renumbered, with_numbers
from servanda.project import NO_LIMITS, Limits, check, fmt, shipped_library
from servanda.syntax.from_text import from_text
from servanda.text import Source

HEAD = """agreement "A truce"
  takes effect 2025-01-10 00:00 in UTC
  lasts 180 days
use security
party A "Arland"
party B "Borland"
third state W "Westland"
battle tanks of each Party = 400 tanks at signature
"""
CLAUSES: Mapping[str, str] = {
    "Cease-fire": "each Party shall refrain from armed attack on the other Party",
    "Ceilings": "each Party shall keep its battle tanks at or below 400 tanks",
    "Help": "A shall assist B within 3 days",
    "Talks": "B shall consult A within 10 days",
}
INTERESTS = """interest of A "not weaker when it ends":
  battle tanks of B never exceed 1.5 times battle tanks of A
interest of B "not weaker when it ends":
  battle tanks of A never exceed 1.5 times battle tanks of B
"""
LIBRARY = shipped_library()


def draft(*titles: str, first: int = 1, name: str = "draft.pact") -> Source:
    """A truce with some of the clauses above, numbered in order."""
    clauses = [f'clause {n} "{title}"\n  {CLAUSES[title]}\n' for n, title in enumerate(titles, start=first)]
    return Source(name, HEAD + "".join(clauses) + INTERESTS)


def compare(before: Source, after: Source, *, what_if: bool = False) -> Difference:
    """What `servanda diff` has to say."""
    (made,) = drafts(before, after, Comparing(LIBRARY, NO_LIMITS, lambda: None), what_if=what_if).differences
    return made


def effects(made: Difference) -> set[tuple[str, str | None]]:
    """What is done, without stories."""
    return {(each.kind.value, each.slug or each.ladder) for each in made.effects}


def mirrored(source: Source) -> Source:
    """The same draft in which the two parties have changed names, places kept."""
    swapped = source.text.replace("Arland", "\0").replace("Borland", "Arland").replace("\0", "Borland")
    return Source(source.name, swapped)


@pytest.mark.parametrize("name", ["weak-truce", "loan-covenant"])
def test_a_draft_compared_with_itself_shows_nothing(name: str) -> None:
    path = ROOT / "agreements" / name / "agreement.pact"
    source = Source(name, path.read_text(encoding="utf-8"))
    assert compare(source, source).same


@settings(max_examples=40, deadline=None)
@given(st.permutations(sorted(CLAUSES)), st.integers(1, 9))
def test_clauses_keep_their_partners_however_they_are_ordered_and_numbered(titles: list[str], first: int) -> None:
    before, after = draft(*sorted(CLAUSES)), draft(*titles, first=first)
    found = paired(*(from_text(source)[0] for source in (before, after)))
    assert all(pair.before and pair.after and pair.before.body == pair.after.body for pair in found)


def test_formatting_and_comments_change_nothing() -> None:
    plain = draft("Cease-fire", "Ceilings")
    laid_out = fmt(plain).text
    assert laid_out is not None
    assert laid_out != plain.text
    noted = laid_out.replace("clause 2", "# a remark\n\nclause 2").replace(
        "each Party shall keep", "each  Party shall\n    keep"
    )
    assert compare(plain, Source("noted.pact", noted)).same


def test_swapping_the_parties_swaps_what_is_said_and_nothing_else() -> None:
    one = compare(draft("Cease-fire", "Help"), draft("Cease-fire", "Ceilings", "Help"))
    other = compare(
        *(mirrored(draft(*titles)) for titles in (("Cease-fire", "Help"), ("Cease-fire", "Ceilings", "Help")))
    )
    assert effects(one) == effects(other)
    assert [each.rungs for each in one.effects] == [each.rungs for each in other.effects]


def test_what_one_change_closes_the_way_back_opens() -> None:
    weak, capped = draft("Cease-fire"), draft("Cease-fire", "Ceilings")
    there, back = compare(weak, capped), compare(capped, weak)
    assert ("closes", "force-build-up") in effects(there)
    assert ("opens", "force-build-up") in effects(back)
    assert ("strengthens", "interest") in effects(there)
    assert ("weakens", "interest") in effects(back)
    assert all(each.story for each in back.effects if each.kind is EffectKind.OPENS and each.slug == "force-build-up")


def test_a_renumbered_clause_is_followed_and_opens_nothing() -> None:
    made = compare(draft("Cease-fire", "Ceilings"), draft("Cease-fire", "Ceilings", first=4))
    assert [each.kind for each in made.changes] == [ChangeKind.RENUMBERED] * 2
    assert not made.effects


def test_references_follow_their_clause() -> None:
    assert with_numbers("after clause 2 and clause 3 are fulfilled within 3 days", {"2": "5", "3": "7"}) == (
        "after clause 5 and clause 7 are fulfilled within 3 days"
    )
    found = paired(*(from_text(source)[0] for source in (draft("Help", "Talks"), draft("Talks", "Help"))))
    assert renumbered(found) == {"1": "2", "2": "1"}


def test_an_interest_that_is_no_longer_stated_closes_nothing() -> None:
    before = draft("Cease-fire")
    after = Source("fewer.pact", before.text.replace(INTERESTS, ""))
    made = compare(before, after)
    assert {each.kind for each in made.effects if each.interest} == {EffectKind.DROPS}


def test_what_if_says_which_change_does_it_alone() -> None:
    made = compare(draft("Cease-fire"), draft("Talks", "Ceilings", "Cease-fire"), what_if=True)
    (closed,) = (each for each in made.effects if each.slug == "force-build-up")
    assert closed.by == ("clause 2 “Ceilings”",)


def test_what_only_two_changes_do_together_is_said_of_neither() -> None:
    clauses = "".join(
        f'clause {n} "Ceiling of {who}"\n  {who} shall keep battle tanks of {who} at or below 400 tanks\n'
        for n, who in enumerate("AB", start=1)
    )
    made = compare(Source("none.pact", HEAD + INTERESTS), Source("both.pact", HEAD + clauses + INTERESTS), what_if=True)
    closed = [each for each in made.effects if each.kind is EffectKind.CLOSES and each.slug == "force-build-up"]
    assert closed
    assert all(each.by == () for each in closed)


def invoked(*arguments: str) -> tuple[int, str]:
    """The exit code and what was printed."""
    result = CliRunner().invoke(command, list(arguments), standalone_mode=False)
    return result.return_value, result.stdout


def test_the_json_obeys_its_schema_and_is_the_same_each_time(tmp_path: Any) -> None:
    paths = []
    for source in (draft("Cease-fire", name="one.pact"), draft("Talks", "Cease-fire", "Ceilings", name="two.pact")):
        (tmp_path / source.name).write_text(source.text, encoding="utf-8")
        paths.append(str(tmp_path / source.name))
    code, printed = invoked(*paths, "--what-if", "--format", "json")
    assert code == 0
    jsonschema.validate(json.loads(printed), json.loads(schemas.written(schemas.DIFF)))
    assert invoked(*paths, "--what-if", "--format", "json") == (code, printed)
    for form in ("md", "html", "text"):
        assert "Ceilings" in invoked(*paths, "--format", form)[1]


def test_the_shipped_schemas_are_those_of_the_types() -> None:
    for path in schemas.SHIPPED:
        assert schemas.written(path) == schemas.generated(path), f"`make docs` writes {path.name} anew"


def test_what_was_left_undecided_is_neither_closed_nor_unchanged() -> None:
    weak, capped = draft("Cease-fire"), draft("Cease-fire", "Ceilings")
    decided = check(weak, library=LIBRARY, duties=False)
    short = check(capped, library=LIBRARY, limits=Limits(effort=1), duties=False)
    done = effects_of(decided, short, {"1": "1"})
    assert {each.kind for each in done if each.slug == "force-build-up"} == {EffectKind.UNDECIDED}
    assert {each.kind for each in done if each.ladder == "interest"} == {EffectKind.UNDECIDED}
    back = effects_of(short, decided, {"1": "1"})
    assert {each.kind for each in back if each.interest} == {EffectKind.UNDECIDED}


def test_a_short_search_says_what_it_left_open_and_leaves_with_3(tmp_path: Path) -> None:
    file = tmp_path / "a.pact"
    file.write_text(draft("Cease-fire").text, encoding="utf-8")
    code, said = invoked(str(file), str(file), "--effort", "1")
    assert code == 3
    assert "was left undecided in the earlier draft (compliance)" in " ".join(said.split())
    assert "Nothing that is encoded" not in said


PLAIN = "A cease-fire\n\n1. The Parties cease fire within 3 days.\n\n2. A commission meets every month.\n"


def test_two_plain_texts_differ_by_their_words(tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(PLAIN, encoding="utf-8")
    other.write_text(PLAIN.replace("3 days", "30 days"), encoding="utf-8")
    code, said = invoked(str(one), str(other))
    assert (code, "1 change:" in said, "+ The Parties cease fire within 30 days." in said) == (0, True, True)
    assert "The words are the same." in invoked(str(one), str(one))[1]


def test_words_are_not_compared_with_a_meaning(tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.pact"
    one.write_text(PLAIN, encoding="utf-8")
    other.write_text(draft("Talks").text, encoding="utf-8")
    for pair in ((one, other), (other, one), (one, one, "--what-if"), (one,)):
        code, said = invoked(*map(str, pair))
        assert (code, "error[not-encoded]" in said, "servanda new --from" in said) == (2, True, True)


def test_a_clause_with_another_number_and_other_words_has_both() -> None:
    one = Source("a.pact", HEAD + 'clause 1 "Help"\n  > A helps B.\n  A shall assist B within 3 days\n')
    other = Source("b.pact", one.text.replace("clause 1", "clause 2").replace("helps B", "comes to the aid of B"))
    (made,) = compare(one, other).changes
    assert (made.kind, made.before, made.after) == (ChangeKind.WORDS, "1", "2")


def test_a_clause_that_was_dropped_is_not_taken_for_another_that_bears_its_number_now() -> None:
    before = Source("a", HEAD + 'clause 1 "Talks"\n  B shall consult A within 10 days\n')
    after = Source("b", HEAD + 'clause 1 "Ceilings"\n  each Party shall keep its battle tanks at or below 400 tanks\n')
    assert not [each for each in compare(before, after).effects if each.ladder == "duty"]


def test_what_is_lost_under_one_reading_only_is_told_as_a_loss() -> None:
    barred = "each Party shall refrain from armed attack on the other Party"
    freed = f'{barred} except in "answer to fire", in its own judgement'
    interest = 'interest of A "no attack":\n  never armed attack by B on A\n'
    either = f'clause 1 "Cease-fire"\n  {barred}\n    reading 1: {barred}\n    reading 2: {freed}\n'
    before, after = (
        Source("a", HEAD + either + interest),
        Source("b", f'{HEAD}clause 1 "Cease-fire"\n  {freed}\n{interest}'),
    )
    (fallen,) = [each for each in compare(before, after).effects if each.ladder == "interest"]
    assert fallen.kind is EffectKind.WEAKENS
    assert fallen.rungs == ((2, 2), (1, 1))
    assert "by the first reading of the earlier draft" in fallen.subject
    assert compare(before, before).same


def test_what_is_not_encoded_of_a_draft_seen_in_part_was_not_dropped() -> None:
    whole = draft("Cease-fire", "Talks")
    seen = draft("Cease-fire")
    part = Source(seen.name, seen.text.replace("\n  takes effect", "\n  extent as reported\n  takes effect", 1))
    for made in (compare(whole, part), compare(part, whole)):
        clauses = [(each.kind, each.name) for each in made.changes if each.what == "clause"]
        assert clauses == [(ChangeKind.UNSEEN, "clause 2 “Talks”")]
        assert not [each for each in made.effects if each.clauses == ("2",)]
    assert ChangeKind.DROPPED in {each.kind for each in compare(whole, seen).changes}


def test_a_gap_of_several_clauses_is_the_same_gap_of_one_of_them() -> None:
    several, one = draft("Cease-fire", "Ceilings"), draft("Cease-fire")
    told = {each.kind: each.subject for each in compare(several, one).effects if each.slug == "no-remedy"}
    assert EffectKind.OPENS not in told
    assert told[EffectKind.CLOSES].endswith("No longer among them: clause 2.")
