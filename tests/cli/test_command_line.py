"""The command line as its users meet it: a real process, real files, real mistakes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import jsonschema
import pytest
from tests import schemas

from servanda.cli import main, options
from servanda.cli.exits import exit_code
from servanda.files import read
from servanda.findings import (
    AgreementInfo,
    Answer,
    AnswerKind,
    Circumstance,
    Family,
    Finding,
    Report,
    Severity,
    Slug,
    make_finding,
    make_report,
)
from servanda.text import LARGEST, Place

Ran = subprocess.CompletedProcess[str]


def servanda(*arguments: str, cwd: Path | None = None, env: dict[str, str] | None = None) -> Ran:
    """Run the command line in a process of its own."""
    return python("from servanda.cli.main import main; main()", *arguments, cwd=cwd, env=env)


def python(script: str, *arguments: str, cwd: Path | None = None, env: dict[str, str] | None = None) -> Ran:
    """Run a script in a process of its own."""
    return started([sys.executable, "-c", script, *arguments], cwd, env)


def started(command: list[str], cwd: Path | None = None, env: dict[str, str] | None = None) -> Ran:
    """Run a command to its end, whatever its exit code."""
    environment = {**os.environ, **(env or {})}
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=cwd, env=environment)


def test_help_names_every_command_and_the_exit_codes() -> None:
    ran = servanda("--help")
    assert ran.returncode == 0
    assert all(name in ran.stdout for name in main.COMMANDS)
    assert "4 internal error" in ran.stdout


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in main.COMMANDS)])
def test_help_loads_nothing_heavy(arguments: Sequence[str]) -> None:
    script = (
        "import sys\nfrom servanda.cli.main import run\n"
        f"code = run({list(arguments)!r})\n"
        "heavy = {'z3', 'lark', 'msgspec', 'hashlib', 'servanda.project', 'servanda.findings'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else code)"
    )
    ran = python(script)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("name", main.COMMANDS)
def test_the_overview_says_of_a_command_what_its_own_help_says_first(name: str) -> None:
    help_of_its_own = servanda(name, "--help").stdout.split()
    assert " ".join(main.COMMANDS[name].split()) in " ".join(help_of_its_own)


def test_a_misspelt_command_is_answered_with_the_nearest() -> None:
    ran = servanda("chekc")
    assert ran.returncode == 2
    assert "Did you mean 'check'?" in ran.stderr


BAD: dict[str, tuple[bytes, str]] = {
    "binary": (b"\x7fELF\0\0\0\1", "not-text"),
    "empty": (b"", "empty-text"),
    "only spaces": (b"  \n", "empty-text"),
    "20 MB": (b" " * 20_000_000, "too-large"),
    "unknown encoding": ("agreement “A”".encode("cp1252"), "unknown-encoding"),
    "utf-16": ('agreement "A"'.encode("utf-16"), "unknown-encoding"),
    "direction mark": ('agreement "A\u202e"'.encode(), "hidden-direction"),
    "escape": (b'agreement "A\x1b[2J"', "hidden-character"),
    "tab": (b'agreement "A"\n  \tversion 1\n', "tab-indent"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_clear_message_with_a_way_out(name: str, tmp_path: Path) -> None:
    data, slug = BAD[name]
    (tmp_path / "a.pact").write_bytes(data)
    ran = servanda("check", "a.pact", cwd=tmp_path)
    assert ran.returncode == 2, ran.stderr
    assert f"error[{slug}]:" in ran.stdout
    assert "Hint: " in ran.stdout
    assert ran.stderr == ""
    assert "\x1b" not in ran.stdout


def test_a_folder_and_a_missing_file_are_told_apart(tmp_path: Path) -> None:
    ran = servanda("check", ".", "nowhere.pact", cwd=tmp_path)
    assert ran.returncode == 2
    assert ". is a folder." in ran.stdout
    assert "There is no file nowhere.pact." in ran.stdout


def test_a_file_one_may_not_read_is_said_to_be_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # Refused here, since the tests may be run by a user who may read everything.
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (tmp_path / "a.pact").touch()
    found = read(str(tmp_path / "a.pact"))
    assert isinstance(found, Finding)
    assert "You may not read" in found.headline


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000])
def test_a_path_that_cannot_be_is_no_crash(path: str) -> None:
    assert isinstance(read(path), Finding)


def test_a_file_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pact"
    path.touch()
    os.truncate(path, 50 * 1000 * LARGEST)
    assert "too-large" in servanda("check", str(path)).stdout


@pytest.mark.parametrize("data", [b'\xef\xbb\xbfagreement "A"\r\n', 'agreement "שלום"\n'.encode()])
def test_texts_from_other_systems_and_scripts_are_welcome(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pact").write_bytes(data)
    ran = servanda("check", "a.pact", cwd=tmp_path)
    assert "hidden" not in ran.stdout
    assert "encoding" not in ran.stdout
    assert ran.returncode != 4


def test_several_files_go_on_after_a_bad_one(tmp_path: Path) -> None:
    (tmp_path / "a.pact").write_text("", encoding="utf-8")
    (tmp_path / "b.pact").write_bytes(b"\0")
    ran = servanda("check", "a.pact", "b.pact", "--format", "json", cwd=tmp_path)
    reports = json.loads(ran.stdout)
    assert [each["agreement"]["file"] for each in reports] == ["a.pact", "b.pact"]
    assert [each["findings"][0]["slug"] for each in reports] == ["empty-text", "not-text"]
    assert ran.returncode == 2


def test_output_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "a.pact").write_text('agreement "A"\n', encoding="utf-8")
    runs = [
        servanda("check", "a.pact", "--format", form, cwd=tmp_path, env={"PYTHONHASHSEED": seed}).stdout
        for form in ("text", "json")
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert runs[2] == runs[3]


@pytest.mark.parametrize("value", ["2025-02-30", "soon", "2025"])
def test_a_day_that_is_none_is_refused(value: str) -> None:
    ran = servanda("check", "a.pact", "--as-of", value)
    assert ran.returncode == 2
    assert "is no day of the calendar" in ran.stderr


@pytest.mark.parametrize("option", [["--effort", "0"], ["--timeout", "0"], ["--fail-on", "never"], ["--format", "xml"]])
def test_options_say_what_they_take(option: list[str]) -> None:
    ran = servanda("check", "a.pact", *option)
    assert ran.returncode == 2
    assert "Invalid value" in ran.stderr


def test_the_severities_of_the_command_line_are_those_of_findings() -> None:
    assert list(options.SEVERITIES) == [each.value for each in Severity]


def test_an_internal_error_is_an_apology_without_a_traceback() -> None:
    script = (
        "from servanda import project\n"
        "def broken(*_): raise RuntimeError('the roof leaks')\n"
        "project.read = broken\n"
        "from servanda.cli.main import main\n"
        "main(['check', 'a.pact'])"
    )
    ran = python(script)
    assert ran.returncode == 4
    assert "the roof leaks" in ran.stderr
    assert "Traceback" not in ran.stderr
    ran = python(script, env={"SERVANDA_DEBUG": "1"})
    assert ran.returncode == 4
    assert "Traceback" in ran.stderr


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.pact").write_text("", encoding="utf-8")
    command = f"{sys.executable} -c 'from servanda.cli.main import main; main()' check {'a.pact ' * 3000}| head -1"
    ran = started(["bash", "-c", command], tmp_path)
    assert ran.stdout.startswith("error[empty-text]")
    assert ran.stderr == ""


def test_ctrl_c_stops_quietly() -> None:
    script = (
        "import signal, time\nsignal.signal(signal.SIGINT, signal.default_int_handler)  # whatever was inherited\n"
        "from servanda import project\n"
        "project.read = lambda _: (print('ready', flush=True), time.sleep(120))\n"
        "from servanda.cli.main import main\nmain(['check', 'a.pact'])"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == "Stopped.\n"


def test_explain_lists_all_names_and_prints_a_page() -> None:
    assert "empty-text" in servanda("explain").stdout
    assert servanda("explain", "empty-text").stdout.startswith("# empty-text")
    assert "attack VICTIM - armed attack by ATTACKER on VICTIM\n" in servanda("explain", "security").stdout
    ran = servanda("explain", "emty-text")
    assert ran.returncode == 2
    assert "Did you mean empty-text?" in ran.stderr


def test_play_says_when_there_is_nothing_to_tell(tmp_path: Path) -> None:
    (tmp_path / "a.pact").write_text('agreement "A"\n', encoding="utf-8")
    assert servanda("play", "a.pact", cwd=tmp_path).stdout == "a.pact: no story to tell.\n"
    ran = servanda("play", "a.pact", "loophole", cwd=tmp_path)
    assert ran.returncode == 2
    assert 'No story here is called "loophole".' in ran.stderr
    assert servanda("play", "nowhere.pact", cwd=tmp_path).returncode == 2


SLUG = Slug("no-deadline", Family.GAPS, "x.")
PROBLEM = Slug("bad-date", Family.PROBLEM, "x.")


def report(*kinds: str) -> Report:
    """A report with findings of the given kinds."""
    here = Place("a.pact", 1, 1, 1, 1)
    made = {
        "wrong": make_finding(PROBLEM, "x", here, circumstances=(Circumstance.INPUT_WRONG,)),
        "error": make_finding(SLUG, "x", here, circumstances=(Circumstance.DUTY_CANNOT_BE_KEPT,)),
        "note": make_finding(SLUG, "x", here),
        "undecided": make_finding(SLUG, "x", here, answer=Answer(AnswerKind.GAVE_UP)),
    }
    return make_report(AgreementInfo(file="a.pact"), [made[kind] for kind in kinds])


@pytest.mark.parametrize(
    ("kinds", "fail_on", "code"),
    [
        ((), "error", 0),
        (("note",), "error", 0),
        (("note",), "note", 1),
        (("error",), "error", 1),
        (("undecided",), "error", 3),
        (("error", "undecided"), "error", 1),
        (("wrong", "error", "undecided"), "error", 2),
    ],
)
def test_wrong_input_outranks_findings_which_outrank_the_undecided(
    kinds: tuple[str, ...], fail_on: str, code: int
) -> None:
    assert exit_code([report(*kinds)], Severity(fail_on)) == code
    assert exit_code([report(), report(*kinds)], Severity(fail_on)) == code


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["explain"], ["new", "ceasefire"], ["check", "empty.pact"], ["verify", "empty.pact"]],
)
def test_a_full_disk_is_one_line_and_no_internal_error(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "empty.pact").write_text("")
    with FULL.open("w") as full:
        command = [sys.executable, "-c", "from servanda.cli.main import main; main()", *arguments]
        ran = subprocess.run(command, check=False, stdout=full, stderr=subprocess.PIPE, text=True, cwd=tmp_path)
    assert ran.returncode == 2
    assert ran.stderr.splitlines() == ["Error: The result cannot be written: No space left on device."]


@pytest.mark.parametrize(
    "arguments",
    [
        ["diff", "{file}"],
        ["diff", "{file}", "{file}"],
        ["mend", "{file}"],
        ["certify", "{file}", "-o", "proof.zip"],
        ["verify", "{file}"],
    ],
)
@pytest.mark.parametrize("file", ["nowhere", "bad.pact"])
def test_what_stands_in_the_way_is_told_as_check_tells_it(
    arguments: list[str], file: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.pact").write_text('agreement "A"\nparty A "Arland"\nclause 1 "X"\n  A shall flurb B\n')
    asked = [part.format(file=file) for part in arguments]
    assert main.run([*asked, "--format", "json"]) == 2
    told = json.loads(capsys.readouterr().out)
    jsonschema.validate(told, json.loads(schemas.written(schemas.CHECK)))
    assert all(report["findings"][0]["family"] == "problem" for report in told)
    assert main.run(asked) == 2
    said = capsys.readouterr().out
    assert f"--> {file}" in said
    if file == "bad.pact" and arguments[0] != "verify":
        assert "4 |   A shall flurb B" in said


def test_a_coalition_has_two_members_and_a_row_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "three.pact"
    file.write_text(
        'agreement "Three"\n  lasts 90 days\nuse security\nparty A "Arland"; party B "Borland"; party C "Corland"\n'
        "battle tanks of each Party = 400 tanks at signature\n"
        'clause 1 "Ceilings"\n  each Party shall keep its battle tanks at or below 400 tanks\n'
        'interest of C "strong":\n  battle tanks of A never exceed 400 tanks\n'
        'interest of A "strong too":\n  battle tanks of B never exceed 300 tanks\n'
    )
    for alone in ("A", "A,A", " ", ","):
        assert main.run(["check", str(file), "--coalition", alone]) == 2
        assert "coalition-of-one" in capsys.readouterr().out
    main.run(["check", str(file), "--coalition", "B, A", "--coalition", "A,B", "--format", "json"])
    first, second = json.loads(capsys.readouterr().out)[0]["interests"]
    together = "non-compliance by Borland and Arland together"
    assert first["answers"][together]["kind"] == "found"
    assert second["answers"][together]["detail"] == "not asked, since its holder is one of them"
    assert sum(name.endswith("together") for name in first["answers"]) == 1
