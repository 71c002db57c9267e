"""`servanda diff`: what was changed between two drafts, and what that does."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from servanda.cli import options
from servanda.cli.progress import progress

if TYPE_CHECKING:
    from servanda.desk.compare import Compared
    from servanda.project import Limits, Source


@click.command("diff")
@click.argument("before", metavar="BEFORE", type=click.Path())
@click.argument("after", metavar="[AFTER]", type=click.Path(), required=False)
@options.draft_output
@options.into
@click.option("--what-if", is_flag=True, help="Try each change by itself, and say which of them does what.")
@options.effort
@options.timeout
@options.fail_on
def command(
    before: str,
    after: str | None,
    output: str,
    into: str | None,
    what_if: bool,
    effort: int | None,
    timeout: float | None,
    fail_on: str,
) -> int:
    """Say what was changed between two drafts, and what that opens, closes, weakens or strengthens.

    With one draft: what it makes how its square brackets are settled and its readings understood.
    Exit 1 where something at or above --fail-on is opened, or an interest is less protected than before.
    """
    from servanda.cli.refusal import refused, sources
    from servanda.cli.render_diff import rendered
    from servanda.project import Limits

    paths = [before, *([after] if after else [])]
    options.refuse_to_overwrite(paths, into)
    texts, unread = sources(paths)
    if unread:
        return refused(unread, output, into=into)
    compared = _compared(texts, Limits(effort, timeout), what_if=what_if)
    if compared.unread:
        return refused(compared.unread, output, texts, into)
    style = options.style_for(sys.stdout, plain=into is not None)
    options.deliver(rendered(compared.differences, output, style), into)
    return _exit(compared, fail_on)


def _compared(texts: Sequence[Source], limits: Limits, *, what_if: bool) -> Compared:
    from servanda.desk import compare
    from servanda.project import shipped_library

    with progress(texts[0].name) as shown:
        how = compare.Comparing(shipped_library(), limits, shown.tick if shown else options.quiet)
        if len(texts) == 1:
            return compare.options(texts[0], how)
        return compare.drafts(texts[0], texts[1], how, what_if=what_if)


def _exit(compared: Compared, fail_on: str) -> int:
    from servanda.cli.exits import CLEAN, FOUND, UNDECIDED
    from servanda.cli.render_diff import is_grave
    from servanda.project import Severity

    if any(is_grave(effect, each, Severity(fail_on)) for each in compared.differences for effect in each.effects):
        return FOUND
    return UNDECIDED if any(each.undecided for each in compared.differences) else CLEAN
