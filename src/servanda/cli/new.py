"""`servanda new`: a file to start from."""

from __future__ import annotations

import click

from servanda.cli import options
from servanda.cli.exits import CLEAN, INPUT_WRONG


@click.command("new")
@click.argument("template", required=False, metavar="[TEMPLATE]")
@click.option("--from", "plain", type=click.Path(), metavar="FILE", help="Lay a plain text out as clauses.")
@options.into
def command(template: str | None, plain: str | None, into: str | None) -> int:
    """Write a file to start from: a template, or a plain text laid out as clauses.

    Templates are `ceasefire` and `contract`; their comments say what has to be answered. With --from, the words of a
    text stand under its own numbers, and every phrase that binds is marked as not yet encoded.
    """
    from servanda.cli.problems import tell
    from servanda.desk import starting

    if (template is None) == (plain is None):
        raise click.UsageError(f"Name a template ({', '.join(starting.templates())}), or a text with --from FILE.")
    written = starting.new(template) if template is not None else starting.laid_out(plain or "")
    if written.text is None:
        tell(written.findings)
        return INPUT_WRONG
    options.deliver(written.text, into)
    return CLEAN
