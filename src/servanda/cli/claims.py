"""`servanda claims`: what is asserted, denied or left without comment, from a ledger."""

from __future__ import annotations

import sys

import click

from servanda.cli import options


@click.command("claims")
@click.argument("ledger", metavar="LEDGER", type=click.Path())
@click.option("--contested", is_flag=True, help="Only claims that somebody denies or will not comment on.")
@options.output
def command(ledger: str, contested: bool, output: str) -> int:
    """List the claims in a ledger with who stands where on each.

    A claim is asserted, contested or conceded, never true. Copies and relays of one report count as one origin.
    """
    from servanda.cli.render_ledger import claims_json, claims_text
    from servanda.desk import ledgers

    try:
        rows = [row for row in ledgers.load(ledger).claims if not contested or row.status != "asserted"]
    except ledgers.LedgerError as error:
        raise options.wrong_input(str(error)) from error
    options.say(claims_json(rows) if output == "json" else claims_text(rows, options.style_for(sys.stdout)))
    return 0
