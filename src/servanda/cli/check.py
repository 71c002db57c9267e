"""`servanda check`: how agreements can fail."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from servanda.cli import options
from servanda.cli.progress import progress

if TYPE_CHECKING:
    from servanda.project import Limits, Report, Source


@click.command("check")
@options.files
@options.output
@options.as_of
@options.effort
@options.timeout
@options.fail_on
@click.option("--notes", is_flag=True, help="Tell notes in full, not on a line each.")
def command(
    files: tuple[str, ...],
    output: str,
    as_of: date | None,
    effort: int | None,
    timeout: float | None,
    fail_on: str,
    notes: bool,
) -> int:
    """Say how agreements can fail, who can bring that about, and how sure that is.

    Each finding is about the text: that something can happen, not that anyone will do it.
    """
    from servanda.cli import render_json, render_text
    from servanda.cli.exits import exit_code
    from servanda.project import Limits, Severity

    style = options.style_for(sys.stdout)
    reports: list[Report] = []
    for source, report in _checked(files, as_of, Limits(effort, timeout)):
        reports.append(report)
        if output == "text":
            gap = "\n" if len(reports) > 1 else ""
            texts = {source.name: source} if source else {}
            options.say(gap + render_text.render(report, texts, style, notes=notes))
    if output == "json":
        options.say(render_json.render(reports))
    return exit_code(reports, Severity(fail_on))


def _checked(files: tuple[str, ...], as_of: date | None, limits: Limits) -> Iterator[tuple[Source | None, Report]]:
    """Each file with its report, as soon as it is known; a file that cannot be read does not stop the others."""
    from servanda import project

    library = project.shipped_library()
    for path in files:
        source = project.read(path)
        if isinstance(source, project.Source):
            with progress(path) as shown:
                tick = shown.tick if shown else _quiet
                report = project.check(source, library=library, as_of=as_of, limits=limits, tick=tick)
            yield source, report
        else:
            yield None, project.unreadable(source)


def _quiet() -> None:
    """Nobody watches."""
