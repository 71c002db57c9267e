"""Options that several commands share. Imports nothing that takes time."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from typing import TextIO

import click

from servanda.cli.layout import Style

SEVERITIES = ("error", "warning", "note")
"""As in `servanda.findings.Severity`, which takes too long to import for help."""


def day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    """The day an option names."""
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day of the calendar; write it as 2025-01-31.") from error


files = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
file = click.argument("file", metavar="FILE", type=click.Path())
output = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "md", "html", "sarif"]),
    default="text",
    help="How to write the result: html is one file to read in a browser, sarif is for editors and code hosts.",
)
draft_output = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "md", "html"]),
    default="text",
    help="How to write the result: html is one file to read in a browser.",
)
data_output = click.option(
    "--format", "output", type=click.Choice(["text", "json"]), default="text", help="How to write the result."
)
into = click.option(
    "-o", "into", type=click.Path(dir_okay=False), metavar="FILE", help="Write the result to this file."
)
as_of = click.option("--as-of", callback=day, metavar="DATE", help="The day that counts as today, as 2025-01-31.")
effort = click.option(
    "--effort", type=click.IntRange(min=1), metavar="N", help="Solver resource units for each question."
)
timeout = click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="Give up after this long."
)
fail_on = click.option(
    "--fail-on", type=click.Choice(SEVERITIES), default="error", help="The least finding that gives exit code 1."
)


def style_for(stream: TextIO, *, plain: bool = False, columns: int = 80) -> Style:
    """How to write to a stream: its width and its colours if it is a terminal, else some plain columns."""
    if plain or not stream.isatty():
        return Style(columns)
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Style(width=max(40, min(shutil.get_terminal_size().columns, 120)), colour=colour)


def deliver(text: str, into: str | None) -> None:
    """Write a result to the file asked for, else to the screen. Raises a `ClickException` where that cannot be done."""
    if into is None:
        say(text)
        return
    from pathlib import Path

    try:
        Path(into).write_text(text, encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:
        raise wrong_input(f"The result cannot be written to {into}: {error}") from error


def say(text: str, *, err: bool = False) -> None:
    """Write a rendered text as it is: colours were decided by its style, line ends are in it."""
    stream = sys.stderr if err else sys.stdout
    stream.write(text)
    stream.flush()


def refuse_to_overwrite(paths: Sequence[str], into: str | None) -> None:
    """The result never takes the place of what it was made from."""
    if into is not None and any(os.path.realpath(into) == os.path.realpath(path) for path in paths):
        raise click.UsageError(f"{into} is an agreement to be checked: write the result to another file.")


def quiet() -> None:
    """Nobody watches."""


def wrong_input(message: str) -> click.ClickException:
    """The error that leaves with exit code 2 after one plain message."""
    return _WrongInputError(message)


class _WrongInputError(click.ClickException):
    exit_code = 2
