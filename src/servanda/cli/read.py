"""`servanda read`: who said what, through whom, and what is demanded."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from servanda.cli import options

if TYPE_CHECKING:
    from servanda.cli.write_reading import Writer

COLUMNS = 100
"""How wide an account is where no terminal says: it is made to fit one screen."""


@click.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER|TABLE|-...")
@click.option("--published", callback=options.day, metavar="DATE", help="The day of publication, as 2025-01-31.")
@click.option(
    "--format", "output", type=click.Choice(["text", "json", "jsonl"]), default="text",
    help="How to write it; jsonl is one account a line, written as it is read.",
)  # fmt: skip
@options.into
@click.option("--full", "--all", "full", is_flag=True, help="Show every statement, nested ones too; shorten nothing.")
@click.option(
    "--into", "ledger", type=click.Path(), metavar="LEDGER", help="Add positions and claims to a ledger folder."
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, metavar="N", help="Read in N processes at once.")
@click.option(
    "--cache", type=click.Path(dir_okay=False), metavar="FILE",
    help="Keep accounts here: nothing is read twice, and a run that was stopped goes on.",
)  # fmt: skip
@click.option(
    "--tagger", type=click.Path(dir_okay=False), metavar="FILE", help="A tagger that adds to what the rules find."
)
@click.option(
    "--polnear", type=click.Path(file_okay=False), metavar="FOLDER",
    help="With `train`: the annotated texts to teach a tagger with; it is written to -o FILE.",
)  # fmt: skip
@click.option("--model", default=None, metavar="NAME", help="A spaCy model for English, by name or path.")
@click.option(
    "--proposer", metavar="URL", default=None,
    help="A model that proposes statements, by an OpenAI-compatible address; each is looked up in the text.",
)  # fmt: skip
@click.option("--proposer-model", metavar="NAME", default="default", help="The model's name at that address.")
@click.option("--proposer-key", metavar="KEY", envvar="SERVANDA_PROPOSER_KEY", default=None, help="A key for it.")
def command(
    paths: tuple[str, ...],
    published: date | None,
    output: str,
    into: str | None,
    full: bool,
    ledger: str | None,
    jobs: int,
    cache: str | None,
    tagger: str | None,
    polnear: str | None,
    model: str | None,
    proposer: str | None,
    proposer_model: str,
    proposer_key: str | None,
) -> int:
    """Say who is reported to have said what, when and through whom.

    Also what is demanded, rejected or left open, and what is contested. Nothing is fetched and
    nothing is judged true: every line is a place in the text. A TABLE is a .jsonl, .csv or .parquet
    file with columns text and, where known, id and published.

    `servanda read train --polnear FOLDER -o FILE` teaches a tagger with annotated texts that you have.
    """
    if polnear is not None or paths == ("train",):
        return _train(paths, polnear, into, model)
    from servanda.cli.progress import progress
    from servanda.desk.ledgers import open_ledger
    from servanda.desk.proposer import Proposer
    from servanda.desk.read import read_paths
    from servanda.reading.from_spacy import DEFAULT_MODEL

    asked = Proposer(proposer, proposer_model, proposer_key) if proposer is not None else None
    with _refusals(), ExitStack() as stack:
        stream = stack.enter_context(Path(into).open("w", encoding="utf-8", newline="\n")) if into else sys.stdout
        shown = stack.enter_context(progress("Reading", "articles read"))
        book = stack.enter_context(open_ledger(ledger)) if ledger is not None else None
        tick = shown.tick if shown is not None else _nothing
        write = _writer(output, stream, full)
        for one in read_paths(paths, published, model or DEFAULT_MODEL, jobs, cache, tick, tagger):
            account = asked.propose(one.account) if asked is not None else one.account
            if book is not None:
                book.add(account, one.article.name)
            write.one(account, one.article.name)
        write.done()
    return 0


@contextmanager
def _refusals() -> Iterator[None]:
    """What stands in the way of reading or teaching, as one plain message."""
    from servanda.desk.ledgers import LedgerError
    from servanda.desk.polnear import PolnearError
    from servanda.desk.proposer import ProposerError
    from servanda.desk.read import CacheError, ReaderMissingError, TaggerError, TaggerMissingError, UnreadableError

    try:
        yield
    except ReaderMissingError as error:
        raise options.wrong_input(f"{error}\n{_how_to_install()}") from error
    except TaggerMissingError as error:
        raise options.wrong_input(f"{error}\n{_how_to_install('reader')}") from error
    except (
        UnreadableError, LedgerError, CacheError, ProposerError, TaggerError, PolnearError, OSError
    ) as error:  # fmt: skip
        raise options.wrong_input(str(error)) from error


def _train(paths: tuple[str, ...], polnear: str | None, into: str | None, model: str | None) -> int:
    """Teach a tagger and say what came of it."""
    from servanda.cli.progress import progress
    from servanda.desk.teaching import teach
    from servanda.reading.from_spacy import DEFAULT_MODEL

    if paths != ("train",) or polnear is None or into is None:
        raise options.wrong_input("To teach a tagger: servanda read train --polnear FOLDER -o FILE")
    with _refusals(), progress("Teaching", "texts and rounds") as shown:
        taught = teach(polnear, into, model or DEFAULT_MODEL, shown.tick if shown is not None else _nothing)
    options.say(
        f"{into}: taught with {taught.texts} texts and {taught.examples} words that may report; F1 on a tenth kept\n"
        f"apart {taught.f1}, with what is {taught.least} likely or more. The rights in the texts are their owners':\n"
        "keep the tagger to yourself where you may not pass them on.\n"
    )
    return 0


def _how_to_install(extra: str = "reading") -> str:
    """The command for the Python that runs: another one's `pip` would install it where nobody looks."""
    python = shlex.quote(sys.executable or "python")
    if (Path.cwd() / "pyproject.toml").is_file() and (Path.cwd() / "src" / "servanda").is_dir():
        return f'This needs an extra. In this folder: {python} -m pip install ".[{extra}]"'
    return f'This needs an extra: {python} -m pip install "servanda[{extra}]"'


def _nothing() -> None:
    pass


def _writer(output: str, stream: TextIO, full: bool) -> Writer:
    from servanda.cli.write_reading import JsonWriter, LinesWriter, TextWriter

    if output == "json":
        return JsonWriter(stream)
    if output == "jsonl":
        return LinesWriter(stream)
    return TextWriter(stream, options.style_for(stream, columns=COLUMNS), full)
