"""`servanda mend`: edits that close what was found, each checked on the whole of the edited agreement."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from servanda.cli import options
from servanda.cli.exits import CLEAN, FOUND, UNDECIDED
from servanda.cli.progress import progress

if TYPE_CHECKING:
    from servanda.drafts.mend import Mended
    from servanda.project import Source


@click.command("mend")
@options.file
@click.option("--finding", "which", metavar="ID", help="Only for the finding of this name, or whose id begins so.")
@click.option("--apply", "number", type=click.IntRange(min=1), metavar="N", help="Write offer N into the file.")
@options.draft_output
@click.option(
    "-o", "into", type=click.Path(dir_okay=False), metavar="FILE", help="With --apply: write there, not into the file."
)
@options.effort
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    default=60.0,
    show_default=True,
    help="Try nothing further after this much processor time.",
)
def command(
    file: str,
    which: str | None,
    number: int | None,
    output: str,
    into: str | None,
    effort: int | None,
    timeout: float,
) -> int:
    """Offer edits that close what was found.

    Each offer was checked on the whole of the edited agreement: it closes the finding, opens nothing above a
    note, lets no interest fall, and asks nothing that cannot be kept. Which one to take is the parties' business.
    Exit 1 where something is left without an offer, 3 where a limit left it open whether there is one.
    """
    from servanda.cli.refusal import refused, refused_for, sources
    from servanda.cli.render_mend import rendered
    from servanda.desk import mending
    from servanda.project import Limits, shipped_library

    texts, unread = sources([file])
    if unread:
        return refused(unread, output)
    source = texts[0]
    with progress(file) as shown:
        tick = shown.tick if shown else options.quiet
        found = mending.offers(
            source,
            which,
            library=shipped_library(),
            limits=Limits(effort),
            seconds=timeout,
            tick=tick,
        )
    if found.report is not None:
        return refused([found.report], output, texts)
    if found.mended is None:
        return refused_for(found.problems, output, texts)
    if number is not None:
        return _apply(found.mended, number, source, into or file, output)
    options.deliver(rendered(found.mended, output, options.style_for(sys.stdout)), into)
    return _exit(found.mended)


def _exit(made: Mended) -> int:
    if any(target.is_settled and not target.offers for target in made.targets):
        return FOUND
    return CLEAN if made.is_settled else UNDECIDED


def _apply(made: Mended, number: int, source: Source, into: str, output: str) -> int:
    from servanda.cli.refusal import refused_for
    from servanda.desk.mending import no_such_offer

    offer = next((each for each in made.offers if each.number == number), None)
    if offer is None:
        return refused_for([no_such_offer(source, number, made)], output, [source])
    options.deliver(offer.text, into)
    options.say(f"Offer {number} is written to {into}.\n")
    return 0
