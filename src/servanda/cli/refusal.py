"""What stands in the way of a command, told in the form that was asked for: as `check` tells it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from servanda import project
from servanda.cli import options, render_json, render_text
from servanda.cli.exits import INPUT_WRONG
from servanda.findings import Finding
from servanda.project import Report, Source


def sources(paths: Sequence[str]) -> tuple[list[Source], list[Report]]:
    """The texts of some files, and a report on each that cannot be read."""
    read = [project.read(path) for path in paths]
    texts = [each for each in read if isinstance(each, Source)]
    return texts, [project.unreadable(each) for each in read if isinstance(each, Finding)]


def refused(reports: Sequence[Report], output: str, texts: Sequence[Source] = (), into: str | None = None) -> int:
    """Say what stands in the way, with the lines concerned; the exit code for that.

    With ``--format json`` the document is that of `check`; the other forms are read by people, and get the text.
    """
    if output == "json":
        options.deliver(render_json.render(reports), into)
        return INPUT_WRONG
    quoted = {text.name: text for text in texts}
    style = options.style_for(sys.stdout)
    options.say("\n".join(render_text.render(report, quoted, style) for report in reports))
    return INPUT_WRONG


def refused_for(findings: Sequence[Finding], output: str, texts: Sequence[Source] = ()) -> int:
    """The same of problems that belong to no report: one report for each file they are in."""
    return refused([project.unreadable(each) for each in findings], output, texts)
