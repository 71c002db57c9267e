"""Documents that are tests: Markdown whose commands are run, and whose expected output stands in the same file.

A fenced block ```` ```pact NAME ```` is a file that the commands of the document may name (`hex NAME`: its
bytes; `size NAME`: that many). A block ```` ```console ```` holds lines `$ servanda ...`, each followed by what it
prints and, unless it is 0, by `[exit N]`. `python -m tests.documents [FILE...]` rewrites what the
commands print.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from servanda.cli.main import run

ROOT = Path(__file__).resolve().parent.parent
FENCE = re.compile(r"^```(?P<kind>\w+)(?: (?P<name>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
FILES = ("pact", "text", "hex", "size")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block: its language, the file it makes, its text, and where that text stands in the document."""

    kind: str
    name: str | None
    body: str
    start: int
    end: int


def executed() -> list[Path]:
    """Every Markdown file of the project that holds commands."""
    patterns = ("README.md", "docs/**/*.md", "agreements/*/*.md", "src/servanda/pages/**/*.md")
    candidates = [path for pattern in patterns for path in ROOT.glob(pattern)]
    with_commands = [path for path in candidates if "```console\n" in path.read_text(encoding="utf-8")]
    return sorted([*with_commands, *ROOT.glob("tests/documents/*.md")])


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a document."""
    return [Block(m["kind"], m["name"], m["body"], m.start("body"), m.end("body")) for m in FENCE.finditer(text)]


def rewritten(text: str) -> str:
    """The document with what its commands print now."""
    found = blocks(text)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for block in found:
            _lay_out(block)
        (Path(folder) / "agreements").symlink_to(ROOT / "agreements")
        outputs = {block: _played(block.body) for block in found if block.kind == "console"}
    for block, output in reversed(outputs.items()):
        text = text[: block.start] + output + text[block.end :]
    return text


def unused(text: str) -> list[str]:
    """What a document holds without using it: files that no command names, consoles without commands."""
    found = blocks(text)
    commands = [word for block in found for line in _commands(block) for word in shlex.split(line)]
    files = [block.name or "?" for block in found if block.kind in FILES and block.name not in commands]
    consoles = ["a console without commands" for block in found if block.kind == "console" and not _commands(block)]
    return [*files, *consoles, *(() if commands else ("no command at all",))]


def _commands(block: Block) -> list[str]:
    return [line[2:] for line in block.body.splitlines() if line.startswith("$ ")] if block.kind == "console" else []


def _lay_out(block: Block) -> None:
    if block.kind not in FILES or block.name is None:
        return
    path = Path(block.name)
    if block.kind in ("pact", "text"):
        path.write_text(block.body, encoding="utf-8")
    elif block.kind == "hex":
        path.write_bytes(bytes.fromhex(block.body))
    else:
        path.touch()
        os.truncate(path, int(block.body))


def _played(body: str) -> str:
    lines = [line for line in body.splitlines() if line.startswith("$ ")]
    return "".join(part for line in lines for part in _one(line))


def _one(line: str) -> Iterator[str]:
    program, *arguments = shlex.split(line.removeprefix("$ "))
    if program != "servanda":
        raise ValueError(f"documents run servanda and nothing else, not {program}")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        code = run(arguments)
    yield f"{line}\n{printed.getvalue()}"
    if printed.getvalue() and not printed.getvalue().endswith("\n"):
        yield "\n"
    if code:
        yield f"[exit {code}]\n"


def reset(named: Sequence[str] = ()) -> None:
    """Rewrite every document, or those that are named, with what its commands print now."""
    for path in [Path(name).resolve() for name in named] or executed():
        before = path.read_text(encoding="utf-8")
        path.write_text(rewritten(before), encoding="utf-8")


if __name__ == "__main__":
    reset(sys.argv[1:])
