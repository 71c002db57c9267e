"""What keeps the house in order: sizes, docstrings, no dead rooms, nothing that belongs elsewhere."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.documents import ROOT

from servanda.findings import Slug
from servanda.project import slugs

LONGEST_FUNCTION = 50
LONGEST_FILE = 400
SOURCE = ROOT / "src" / "servanda"
ENTRY_POINTS = {"servanda.cli.main"}
"""Modules that nothing imports because something outside starts them."""
ORACLES = {"servanda.solvers.core"}
"""Modules that tests alone ask: what the solvers are held against."""

# Put together here, so that this file does not contain what it looks for.
LEFTOVERS = re.compile("|".join(("TO" + "DO", "FIX" + "ME", "X" + "XX", "Not" + "ImplementedError")))
HOSTS = re.compile(
    "|".join((r"py" + r"pi\.org", r"pythonhosted\.", r"npm" + r"js\.", r"index-" + "url", "find-" + "links"))
)
MACHINES = re.compile(r"(^|[^A-Za-z0-9_.])/(" + "|".join(("wo" + "rk", "ro" + "ot", "ho" + "me", "Us" + "ers")) + ")/")


@cache
def tracked() -> tuple[Path, ...]:
    """The files of the project, new ones included; where there is no version control, whatever lies there."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    names = listed.stdout.split("\0") if listed.returncode == 0 else ()
    paths = [ROOT / name for name in names if name] or [path for path in ROOT.rglob("*") if ".venv" not in path.parts]
    return tuple(path for path in paths if path.is_file())


def python_files(*under: str) -> list[Path]:
    """The Python files below some folders of the project."""
    return [path for path in tracked() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in under]


def named(path: Path) -> str:
    """How a file is called within the project."""
    return str(path.relative_to(ROOT))


def definitions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Every function and class of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node


def module_of(path: Path) -> str:
    """The dotted name of a source file."""
    parts = path.relative_to(ROOT / "src").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize(
    "path", python_files("src", "tests", "benchmarks"), ids=lambda path: str(path.relative_to(ROOT))
)
def test_files_and_functions_stay_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE, f"{lines} lines"
    lengths = {
        node.name: (node.end_lineno or 0) - node.lineno + 1
        for node in definitions(path)
        if not isinstance(node, ast.ClassDef)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("path", python_files("src"), ids=named)
def test_what_is_public_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), "the module has no docstring"
    public = [node for node in definitions(path) if not node.name.startswith("_")]
    if path.is_relative_to(SOURCE / "syntax" / "build"):
        return  # a method there is a rule of the grammar, and bears its name
    assert [node.name for node in public if not ast.get_docstring(node)] == []


def test_every_folder_is_in_the_architecture() -> None:
    said = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    folders = {path.parent for path in tracked() if path.is_relative_to(SOURCE)} - {SOURCE}
    missing = [folder.name for folder in folders if f"{folder.relative_to(SOURCE)}/" not in said]
    assert missing == []


def test_the_architecture_names_no_folder_that_is_not_there() -> None:
    said = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"^ {2}([a-z_]+)/ ", said, re.MULTILINE)
    assert named
    assert [name for name in named if not (SOURCE / name).is_dir()] == []


def test_no_module_is_dead() -> None:
    modules = {module_of(path) for path in python_files("src") if path.name != "__init__.py"}
    imported = set(ENTRY_POINTS)
    for path in python_files("src"):
        text = path.read_text(encoding="utf-8")
        imported |= {module for module in modules if re.search(rf"\b{re.escape(module)}\b", text)}
        imported |= set(_imported_from_packages(text))
    assert sorted(modules - imported - _found_by_name() - ORACLES) == []


def _imported_from_packages(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _found_by_name() -> set[str]:
    """Modules found by the name of their file: a command each, a rule of the review each, whatever declares a slug."""
    commands = {module_of(path) for path in (SOURCE / "cli").glob("*.py") if "command(" in path.read_text("utf-8")}
    declaring = {module_of(path) for path in python_files("src") if re.search(r"= Slug\(", path.read_text("utf-8"))}
    rules = {module_of(path) for path in (SOURCE / "plain" / "rules").glob("*.py")}
    return commands | declaring | rules


def test_no_leftovers_no_hosts_no_machine_paths() -> None:
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", errors="replace")
        for pattern in (LEFTOVERS, HOSTS, MACHINES):
            found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in pattern.finditer(text)]
    assert found == []


def test_locks_hold_hashes_and_nothing_of_a_machine() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert all(
            re.match(r"[a-z0-9-]+==[^ ]+( ;.*)? \\$|    --hash=sha256:[0-9a-f]{64}( \\)?$", line) for line in lines
        )


def declared() -> Iterator[str]:
    """The names of all slugs that the source declares, read from the source."""
    for path in python_files("src"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == Slug.__name__:
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant):
                    yield str(first.value)


def test_every_declared_slug_is_gathered() -> None:
    assert sorted(declared()) == sorted(slug.name for slug in slugs())


def test_every_slug_has_a_page_and_every_page_a_slug() -> None:
    pages = {path.name for path in (SOURCE / "pages").glob("*.md")}
    assert pages == {slug.page for slug in slugs()}


def test_a_page_begins_with_its_name_and_shows_it() -> None:
    for slug in slugs():
        page = (SOURCE / "pages" / slug.page).read_text(encoding="utf-8")
        assert page.startswith(f"# {slug.name}\n"), slug.page
        assert f"[{slug.name}]" in page, f"{slug.page} shows no output with its own finding"
        assert "**Why it matters.**" in page, slug.page
