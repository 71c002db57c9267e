"""`servanda positions`: what each party demands, rejects and leaves open, from a ledger."""

from __future__ import annotations

import sys

import click

from servanda.cli import options


@click.command("positions")
@click.argument("ledger", metavar="LEDGER", type=click.Path())
@click.option("--party", default=None, metavar="NAME", help="Only the positions of one party.")
@click.option(
    "--format", "output", type=click.Choice(["text", "json", "pact"]), default="text", help="How to write it."
)
def command(ledger: str, party: str | None, output: str) -> int:
    """List the positions in a ledger by party and issue.

    The ledger is a folder of tables that you may correct by hand; nothing here changes it.
    """
    from servanda.cli.render_ledger import positions_json, positions_text
    from servanda.desk import ledgers
    from servanda.reading.ledger import pact_blocks

    try:
        rows = [row for row in ledgers.load(ledger).positions if party is None or row.party == party]
    except ledgers.LedgerError as error:
        raise options.wrong_input(str(error)) from error
    if output == "json":
        options.say(positions_json(rows))
    elif output == "pact":
        options.say(pact_blocks(rows))
    else:
        options.say(positions_text(rows, options.style_for(sys.stdout)))
    return 0
