"""`servanda check`: how agreements can fail."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from servanda.cli import options
from servanda.cli.progress import progress

if TYPE_CHECKING:
    from servanda.cli.report.sheet import Sheet
    from servanda.project import Limits, Report, Source


@click.command("check")
@options.files
@options.output
@options.into
@options.as_of
@options.effort
@options.timeout
@options.fail_on
@click.option(
    "--coalition",
    "coalitions",
    multiple=True,
    metavar="A,B",
    help="Also try what these can break together: two or more.",
)
@click.option("--notes", is_flag=True, help="Tell notes in full, not on a line each.")
@click.option("--ids", is_flag=True, help="Write under each finding the line that accepts it.")
@click.option("--breaches", is_flag=True, help="Tell the cheapest breach of each duty.")
@click.option("--no-cache", is_flag=True, help="Find every answer anew, and keep none for the next time.")
def command(
    files: tuple[str, ...],
    output: str,
    into: str | None,
    as_of: date | None,
    effort: int | None,
    timeout: float | None,
    fail_on: str,
    coalitions: tuple[str, ...],
    notes: bool,
    ids: bool,
    breaches: bool,
    no_cache: bool,
) -> int:
    """Say how agreements can fail, who can bring that about, and how sure that is.

    Each finding is about the text: that something can happen, not that anyone will do it.
    """
    from servanda.cli import render_text
    from servanda.cli.exits import exit_code
    from servanda.project import Limits, Severity

    options.refuse_to_overwrite(files, into)
    style = options.style_for(sys.stdout, plain=into is not None)
    checked: list[tuple[Source | None, Report]] = []
    told: list[str] = []
    kept = not no_cache and timeout is None  # what was cut short is no answer to keep
    for source, report in _checked(files, as_of, Limits(effort, timeout), _joined(coalitions), kept=kept):
        checked.append((source, report))
        if output == "text":
            texts = {source.name: source} if source else {}
            shown = render_text.render(report, texts, style, notes=notes, ids=ids, breaches=breaches)
            told.append(("\n" if told else "") + shown)
            if into is None:
                options.say(told[-1])
    if output != "text":
        options.deliver(_rendered(output, checked), into)
    elif into is not None:
        options.deliver("".join(told), into)
    return exit_code([report for _, report in checked], Severity(fail_on))


def _rendered(output: str, checked: Sequence[tuple[Source | None, Report]]) -> str:
    """All reports in one of the forms that are written when everything is known."""
    from servanda.cli import render_html, render_json, render_md, render_sarif
    from servanda.project import slugs

    if output == "json":
        return render_json.render([report for _, report in checked])
    sheets = [
        sheet_of(source, report, f"a{n}-" if len(checked) > 1 else "") for n, (source, report) in enumerate(checked)
    ]
    if output == "sarif":
        return render_sarif.render(sheets, slugs())
    return render_md.render(sheets) if output == "md" else render_html.render(sheets)


def sheet_of(source: Source | None, report: Report, key: str) -> Sheet:
    """A report together with its text, and where each clause begins in it."""
    from servanda import project
    from servanda.cli.report.sheet import Sheet

    loaded = project.load(source, library=project.shipped_library()) if source else None
    agreement = loaded.agreement if loaded else None
    clauses = {clause.number: clause.place for clause in agreement.clauses} if agreement else {}
    return Sheet(report, source, clauses, key)


def _joined(coalitions: tuple[str, ...]) -> tuple[str, ...]:
    """``A, B`` as ``A+B``: each member once, each coalition once, in whatever order they are named."""
    named = [dict.fromkeys(part.strip() for part in each.split(",")) for each in coalitions]
    return tuple({frozenset(members): "+".join(members) for members in reversed(named)}.values())[::-1]


def _checked(
    files: tuple[str, ...], as_of: date | None, limits: Limits, coalitions: tuple[str, ...], *, kept: bool
) -> Iterator[tuple[Source | None, Report]]:
    """Each file with its report, as soon as it is known; a file that cannot be read does not stop the others."""
    from servanda import project
    from servanda.desk.answers import kept_answers

    library = project.shipped_library()
    with kept_answers(os.environ, wanted=kept) as store:
        within = replace(limits, store=store)
        for path in files:
            source = project.read(path)
            if isinstance(source, project.Source):
                with progress(path) as shown:
                    tick = shown.tick if shown else options.quiet
                    report = project.check(
                        source, library=library, as_of=as_of, limits=within, coalitions=coalitions, tick=tick
                    )
                yield source, report
            else:
                yield None, project.unreadable(source)
