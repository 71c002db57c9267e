"""Proofs as a file: checked again without any search, and refused where anything in it was changed."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from tests import schemas

from servanda.cli.certify import command as certify
from servanda.cli.verify import command as verify
from servanda.project import load, shipped_library
from servanda.questions.conduct import compliance
from servanda.questions.question import Effort
from servanda.questions.standing import failing
from servanda.solvers.choose import Solvers
from servanda.solvers.obligations import BY_PHYSICS, NOT_SHOWN, control
from servanda.text import Source
from servanda.world.from_agreement import from_agreement

CAPPED = """agreement "A truce"
  takes effect 2025-01-10 00:00 in UTC
  lasts 60 days
use security
party A "Arland"
party B "Borland"
battle tanks of each Party = 400 tanks at signature
clause 1 "Ceilings"
  each Party shall keep its battle tanks at or below 400 tanks
interest of A "not weaker":
  battle tanks of B never exceed 1.5 times battle tanks of A
"""


def certified(folder: Path, text: str = CAPPED) -> Path:
    """An archive of the proofs of a draft."""
    file, archive = folder / "truce.pact", folder / "proof.zip"
    file.write_text(text, encoding="utf-8")
    made = CliRunner().invoke(certify, [str(file), "-o", str(archive)], standalone_mode=False)
    assert made.exception is None, made.output
    return archive


def verified(archive: Path) -> tuple[int, str]:
    """The exit code, and what was said."""
    done = CliRunner().invoke(verify, [str(archive)], standalone_mode=False, catch_exceptions=False)
    return done.return_value, " ".join(done.output.split())


def changed(archive: Path, change: Callable[[dict[str, str]], None]) -> Path:
    """The archive with something in it changed."""
    with zipfile.ZipFile(archive) as old:
        entries = {name: old.read(name).decode() for name in old.namelist()}
    change(entries)
    other = archive.with_name("changed.zip")
    with zipfile.ZipFile(other, "w") as new:
        for name, text in entries.items():
            new.writestr(name, text)
    return other


def digested(entries: dict[str, str]) -> None:
    """As somebody would who wants a change not to be noticed."""
    manifest = json.loads(entries["manifest.json"])
    manifest["digests"] = {n: sha256(t.encode()).hexdigest() for n, t in entries.items() if n != "manifest.json"}
    entries["manifest.json"] = json.dumps(manifest)


def test_what_was_proved_is_confirmed_and_rests_on_its_clause(tmp_path: Path) -> None:
    archive = certified(tmp_path)
    code, said = verified(archive)
    assert code == 0, said
    assert "1 of 1 proofs hold." in said
    with zipfile.ZipFile(archive) as held:
        (proof,) = json.loads(held.read("manifest.json"))["proofs"]
    assert any(name.startswith("clause 1 ") for name in proof["ground"]["rests_on"])
    assert proof["ground"]["control"] == "falls without these"


def test_the_same_proofs_make_the_same_bytes(tmp_path: Path) -> None:
    assert certified(tmp_path).read_bytes() == certified(tmp_path).read_bytes()


def test_a_changed_text_is_noticed(tmp_path: Path) -> None:
    def change(entries: dict[str, str]) -> None:
        entries["agreement.pact"] = entries["agreement.pact"].replace("below 400", "below 900")

    code, said = verified(changed(certified(tmp_path), change))
    assert code == 2
    assert "was changed after it was made" in said


def test_a_changed_text_with_new_digests_is_refuted(tmp_path: Path) -> None:
    def change(entries: dict[str, str]) -> None:
        entries["agreement.pact"] = entries["agreement.pact"].replace("below 400", "below 900")
        digested(entries)

    code, said = verified(changed(certified(tmp_path), change))
    assert code == 1
    assert "refuted" in said
    assert "0 of 1 proofs hold." in said


def test_obligations_made_easy_do_not_help(tmp_path: Path) -> None:
    def change(entries: dict[str, str]) -> None:
        manifest = json.loads(entries["manifest.json"])
        manifest["proofs"][0]["ground"]["claim"]["invariant"] = "true"
        entries["manifest.json"] = json.dumps(manifest)
        for name in entries:
            if name.endswith(".smt2"):
                entries[name] = "(set-logic ALL)(assert false)(check-sat)"
        digested(entries)

    code, said = verified(changed(certified(tmp_path), change))
    assert code == 1, said


@pytest.mark.parametrize("invariant", ["(not a formula", "(> v99 0)", ""])
def test_an_invariant_that_says_nothing_is_no_proof(tmp_path: Path, invariant: str) -> None:
    def change(entries: dict[str, str]) -> None:
        manifest = json.loads(entries["manifest.json"])
        manifest["proofs"][0]["ground"]["claim"]["invariant"] = invariant
        entries["manifest.json"] = json.dumps(manifest)

    assert verified(changed(certified(tmp_path), change))[0] == 1


def spoilt(entries: dict[str, str]) -> None:
    """A text that is easier to prove put in the place of the first one."""
    entries["proofs/001-1.smt2"] = "(set-logic ALL)\n(assert false)\n(check-sat)\n"
    digested(entries)


def test_a_text_that_is_not_the_agreements_own_is_not_called_checked(tmp_path: Path) -> None:
    code, said = verified(changed(certified(tmp_path), spoilt))
    assert code == 1, said
    assert "they are not those that the agreement gives" in said
    assert "0 of 1 proofs hold." in said


def test_texts_of_another_version_are_said_not_to_be_checked(tmp_path: Path) -> None:
    def change(entries: dict[str, str]) -> None:
        entries["manifest.json"] = json.dumps({**json.loads(entries["manifest.json"]), "made_by": "servanda 0.0.1"})
        spoilt(entries)

    code, said = verified(changed(certified(tmp_path), change))
    assert (code, "1 of 1 proofs hold." in said) == (0, True)
    assert "another version (servanda 0.0.1)" in said
    assert "the texts in the archive were not checked" in said


def test_texts_are_made_anew_to_the_letter_in_another_process(tmp_path: Path) -> None:
    archive = certified(tmp_path)
    run = [sys.executable, "-c", "from servanda.cli.main import main; main()"]
    told = subprocess.run(
        [*run, "verify", str(archive), "--format", "json"], capture_output=True, check=True, text=True
    )
    (proof,) = json.loads(told.stdout)["proofs"]
    assert (proof["holds"], proof["texts"]) == (True, "same")


FAR = CAPPED.replace("1.5 times battle tanks of A", "100 000 tanks").replace(
    "clause 1", 'assume battle tanks of each Party rise by at most 4 tanks a day because "crews"\n\nclause 1', 1
)


def test_the_json_of_both_commands_obeys_its_schema(tmp_path: Path) -> None:
    archive = certified(tmp_path)
    asked = [str(tmp_path / "truce.pact"), "-o", str(archive), "--format", "json"]
    made = CliRunner().invoke(certify, asked, standalone_mode=False)
    jsonschema.validate(json.loads(made.stdout), json.loads(schemas.written(schemas.CERTIFY)))
    checked = CliRunner().invoke(verify, [str(archive), "--format", "json"], standalone_mode=False)
    jsonschema.validate(json.loads(checked.stdout), json.loads(schemas.written(schemas.VERIFY)))


def test_what_no_duty_is_needed_for_is_called_true_by_physics(tmp_path: Path) -> None:
    with zipfile.ZipFile(certified(tmp_path, FAR)) as held:
        proofs = json.loads(held.read("manifest.json"))["proofs"]
    assert proofs
    assert {(each["ground"]["control"], *each["ground"]["rests_on"]) for each in proofs} == {("true by physics",)}


def test_what_was_not_shown_without_duties_is_not_called_physics() -> None:
    agreement = load(Source("truce.pact", FAR), library=shipped_library()).agreement
    assert agreement is not None
    world = from_agreement(agreement)
    reach = failing(world, world.stakes[0], compliance(world, "A"))
    assert control(world, reach, None, Solvers(Effort(rounds=1, units=1))) == NOT_SHOWN
    assert control(world, reach, None, Solvers()) == BY_PHYSICS


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("hello", encoding="utf-8")
    for path in (tmp_path / "note.txt", tmp_path / "nowhere.zip"):
        assert verified(path)[0] == 2


OPEN = """agreement "Help"
  takes effect 2025-01-10 00:00 in UTC
  lasts 180 days
use security
party A "Arland"
party B "Borland"
third state W "Westland"
clause 1 "Help"
  upon armed attack by W on A:
    B shall assist A within {days} days
interest of A "help comes":
  whenever armed attack by W on A, assistance to A within 10 days
"""


@pytest.mark.parametrize(
    "text",
    [
        OPEN.format(days="[A: 10 | B: 30]"),
        OPEN.format(days="10").replace(
            "\ninterest", "\n      reading 1: within 10 days\n      reading 2: within 30 days\ninterest"
        ),
    ],
)
def test_a_text_with_open_choices_is_neither_certified_nor_verified(tmp_path: Path, text: str) -> None:
    file, archive = tmp_path / "open.pact", tmp_path / "open.zip"
    file.write_text(text)
    done = CliRunner().invoke(certify, [str(file), "-o", str(archive)], standalone_mode=False, catch_exceptions=False)
    assert (done.return_value, "choices-open" in done.output, "line 10" in done.output) == (2, True, True)
    assert not archive.exists()

    def change(entries: dict[str, str]) -> None:
        entries["agreement.pact"] = text
        digested(entries)

    code, said = verified(changed(certified(tmp_path), change))
    assert (code, "is not one text" in said) == (2, True)


def test_a_damaged_byte_is_no_crash(tmp_path: Path) -> None:
    archive = certified(tmp_path)
    whole = archive.read_bytes()
    for place in range(30, 120, 5):
        archive.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        done = CliRunner().invoke(verify, [str(archive)], standalone_mode=False, catch_exceptions=False)
        assert (done.return_value, "broken-archive" in done.output) == (2, True)


def test_another_format_is_refused(tmp_path: Path) -> None:
    def change(entries: dict[str, str]) -> None:
        entries["manifest.json"] = json.dumps({**json.loads(entries["manifest.json"]), "format": 99})

    code, said = verified(changed(certified(tmp_path), change))
    assert (code, "format 99" in said) == (2, True)


def test_an_archive_without_proofs_proves_nothing(tmp_path: Path) -> None:
    def change(entries: dict[str, str]) -> None:
        manifest = json.loads(entries["manifest.json"])
        for name in [name for name in entries if name.endswith(".smt2")]:
            del entries[name], manifest["digests"][name]
        entries["manifest.json"] = json.dumps({**manifest, "proofs": []})

    code, said = verified(changed(certified(tmp_path), change))
    assert (code, "holds no proof" in said) == (1, True)


def test_the_name_is_that_of_the_agreement(tmp_path: Path) -> None:
    def change(entries: dict[str, str]) -> None:
        entries["manifest.json"] = json.dumps({**json.loads(entries["manifest.json"]), "agreement": "Another pact"})

    assert "Another pact" not in verified(changed(certified(tmp_path), change))[1]


def test_questions_left_undecided_are_said_to_be(tmp_path: Path) -> None:
    file = tmp_path / "a.pact"
    file.write_text(CAPPED)
    arguments = [str(file), "-o", str(tmp_path / "a.zip"), "--effort", "1"]
    done = CliRunner().invoke(certify, arguments, standalone_mode=False)
    assert (done.return_value, "left undecided: Arland, “not weaker”: compliance" in done.output) == (3, True)
