"""`servanda fmt`: the one canonical layout of an agreement."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from servanda.cli import options
from servanda.cli.exits import CLEAN, FOUND, INPUT_WRONG

if TYPE_CHECKING:
    from servanda.project import Source


@click.command("fmt")
@options.files
@click.option("--write", is_flag=True, help="Rewrite the files instead of printing them.")
@click.option("--check", is_flag=True, help="Change nothing; exit 1 if a file is laid out otherwise.")
def command(files: tuple[str, ...], write: bool, check: bool) -> int:
    """Lay out an agreement the one canonical way; its meaning never changes.

    A file that cannot be read in full is left alone.
    """
    if write and check:
        raise click.UsageError("--write changes files and --check promises not to: choose one.")
    from servanda import project
    from servanda.cli.problems import tell, told_unless_source

    worst = CLEAN
    for path in files:
        source = told_unless_source(project.read(path))
        written = project.fmt(source) if source else None
        if source is None or written is None or written.text is None:
            tell(written.findings if written else (), source)
            worst = INPUT_WRONG
        elif _delivered(source, written.text, write=write, check=check):
            worst = max(worst, FOUND) if check else worst
    return worst


def _delivered(source: Source, text: str, *, write: bool, check: bool) -> bool:
    """Hand the text over as asked; whether it differs from what the file holds."""
    differs = text != source.text
    if check and differs:
        options.say(f"{source.name}: laid out otherwise.\n")
    elif write and differs:
        Path(source.name).write_text(text, encoding="utf-8", newline="\n")
    elif not check and not write:
        options.say(text)
    return differs
