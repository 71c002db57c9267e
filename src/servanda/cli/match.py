"""`servanda match`: positions against the clauses of a draft."""

from __future__ import annotations

import sys

import click

from servanda.cli import options


@click.command("match")
@click.argument("draft", metavar="DRAFT", type=click.Path())
@click.argument("ledger", metavar="LEDGER", type=click.Path())
@options.output
def command(draft: str, ledger: str, output: str) -> int:
    """Hold the positions of a ledger against the clauses of a draft.

    By the words of both: where a line says "reads as met", somebody should read the clause it names.
    """
    from servanda.cli.render_ledger import matched_json, matched_text
    from servanda.desk.ledgers import LedgerError
    from servanda.desk.match import DraftError, match_files

    try:
        matched, full = match_files(draft, ledger)
    except (DraftError, LedgerError) as error:
        raise options.wrong_input(str(error)) from error
    options.say(
        matched_json(matched) if output == "json" else matched_text(matched, full, options.style_for(sys.stdout))
    )
    return 0
