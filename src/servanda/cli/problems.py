"""What commands do whose result is not a report: problems go to stderr, so that stdout holds the result alone."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from servanda.cli import options, render_text
from servanda.findings import Finding
from servanda.text import Source


def tell(findings: Iterable[Finding], source: Source | None = None) -> None:
    """Write findings to stderr, quoting from the source if there is one."""
    style = options.style_for(sys.stderr)
    sources = {source.name: source} if source else {}
    for finding in findings:
        options.say(render_text.render_finding(finding, sources, style) + "\n", err=True)


def told_unless_source(read: Source | Finding) -> Source | None:
    """The source, or None after saying why there is none."""
    if isinstance(read, Source):
        return read
    tell([read])
    return None
