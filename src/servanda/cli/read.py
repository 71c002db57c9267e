"""`servanda read`: who said what, through whom, and what is demanded."""

from __future__ import annotations

import sys
from datetime import date

import click

from servanda.cli import options


@click.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER|-...")
@click.option("--published", callback=options.day, metavar="DATE", help="The day of publication, as 2025-01-31.")
@options.output
@click.option("--full", is_flag=True, help="Show nested statements and shorten nothing.")
@click.option(
    "--into", "ledger", type=click.Path(), metavar="LEDGER", help="Add positions and claims to a ledger folder."
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, metavar="N", help="Read in N processes at once.")
@click.option("--model", default=None, metavar="NAME", help="A spaCy model for English, by name or path.")
def command(
    paths: tuple[str, ...],
    published: date | None,
    output: str,
    full: bool,
    ledger: str | None,
    jobs: int,
    model: str | None,
) -> int:
    """Say who is reported to have said what, when and through whom.

    Also what is demanded, rejected or left open, and what is contested. Nothing is fetched and
    nothing is judged true: every line is a place in the text.
    """
    from servanda.cli.render_reading import render
    from servanda.desk import ledgers
    from servanda.desk.read import ReaderMissingError, UnreadableError, read_paths
    from servanda.reading.from_spacy import DEFAULT_MODEL
    from servanda.reading.to_json import account_out, rendered

    style, taken = options.style_for(sys.stdout), []
    try:
        for one in read_paths(paths, published, model or DEFAULT_MODEL, jobs):
            taken.append(account_out(one.account, one.article.name))
            if ledger is not None:
                ledgers.add(ledger, one.account, one.article.name)
            if output == "text":
                options.say(("\n" if len(taken) > 1 else "") + render(one.account, one.article.name, style, full))
    except UnreadableError as error:
        raise options.wrong_input(str(error)) from error
    except ReaderMissingError as error:
        raise options.wrong_input(f'{error}\nReading needs the extra: pip install "servanda[reading]".') from error
    except ledgers.LedgerError as error:
        raise options.wrong_input(str(error)) from error
    if output == "json":
        options.say(rendered(tuple(taken)))
    return 0
