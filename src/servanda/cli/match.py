"""`servanda match`: positions against the clauses of a draft."""

from __future__ import annotations

import sys

import click

from servanda.cli import options

COLUMNS = 100
"""How wide the result is where no terminal says."""


@click.command("match")
@click.argument("draft", metavar="DRAFT", type=click.Path())
@click.argument("ledger", metavar="[LEDGER]", type=click.Path(), required=False)
@click.option("--before", metavar="DRAFT", type=click.Path(), help="An earlier draft: say what changed since.")
@click.option("--grid", is_flag=True, help="Show issues down and parties across.")
@click.option("--full", "--all", "full", is_flag=True, help="Shorten nothing.")
@click.option(
    "--as-interests", "interests", metavar="FILE", type=click.Path(dir_okay=False),
    help="Write the draft with the positions as interests, for `check`.",
)  # fmt: skip
@click.option(
    "--format", "output", type=click.Choice(["text", "json", "html"]), default="text", help="How to write it."
)
@options.into
def command(
    draft: str,
    ledger: str | None,
    before: str | None,
    grid: bool,
    full: bool,
    interests: str | None,
    output: str,
    into: str | None,
) -> int:
    """Hold positions against the clauses of a draft.

    Each position is met, contradicted or touched by a clause, or not addressed, with the reason read
    off the clauses as they are encoded. The positions come from a LEDGER that `read --into` wrote; without
    one, from the draft's own `position` lines.
    """
    from servanda.cli import render_match
    from servanda.cli.render_match_html import render as page
    from servanda.desk.ledgers import LedgerError
    from servanda.desk.match import DraftError, interests_into, match_files

    try:
        held = match_files(draft, ledger, before)
        written = interests_into(interests, draft, held) if interests is not None else None
    except (DraftError, LedgerError) as error:
        raise options.wrong_input(str(error)) from error
    if written is not None:
        for name, why in written.left:
            options.say(f"not written: “{name.strip(chr(8220) + chr(8221))}”: {why}\n", err=True)
        count = len(written.written)
        options.say(f"{count} interest{'' if count == 1 else 's'} written to {interests}\n", err=True)
    style = options.style_for(sys.stdout, columns=COLUMNS)
    made = {
        "json": lambda: render_match.as_json(held),
        "html": lambda: page(held),
        "text": lambda: render_match.grid(held, style) if grid else render_match.text(held, style, full),
    }
    options.deliver(made[output](), into)
    return 0
