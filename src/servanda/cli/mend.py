"""`servanda mend`: edits that close what was found, each checked on the whole of the edited agreement."""

from __future__ import annotations

import sys

import click

from servanda.cli import options
from servanda.cli.progress import progress


@click.command("mend")
@options.file
@click.option("--finding", "which", metavar="ID", help="Only for the finding of this name, or whose id begins so.")
@click.option("--apply", "number", type=click.IntRange(min=1), metavar="N", help="Write offer N into the file.")
@options.draft_output
@click.option(
    "-o", "into", type=click.Path(dir_okay=False), metavar="FILE", help="With --apply: write there, not into the file."
)
@options.effort
@options.timeout
def command(
    file: str,
    which: str | None,
    number: int | None,
    output: str,
    into: str | None,
    effort: int | None,
    timeout: float | None,
) -> int:
    """Offer edits that close what was found.

    Each offer was checked on the whole of the edited agreement: it closes the finding, opens nothing above a
    note, lets no interest fall, and asks nothing that cannot be kept. Which one to take is the parties' business.
    Exit 1 where something is left without an offer.
    """
    from servanda.cli.render_mend import problems_told, rendered
    from servanda.desk import mending
    from servanda.project import Limits, shipped_library

    source = options.agreement(file)
    with progress(file) as shown:
        tick = shown.tick if shown else options.quiet
        found = mending.offers(source, which, library=shipped_library(), limits=Limits(effort, timeout), tick=tick)
    style = options.style_for(sys.stdout)
    if found.report is not None:
        return options.refused([found.report])
    if found.mended is None:
        options.say(problems_told(found.problems, source, style))
        return 2
    if number is not None:
        return _apply(found.mended, number, source, into or file)
    options.deliver(rendered(found.mended, output, style), into)
    return 0 if all(target.offers for target in found.mended.targets) else 1


def _apply(made: object, number: int, source: object, into: str) -> int:
    from servanda.cli.render_mend import problems_told
    from servanda.desk.mending import no_such_offer
    from servanda.drafts.mend import Mended
    from servanda.project import Source

    assert isinstance(made, Mended)  # noqa: S101 - its type is known only once the project is loaded
    assert isinstance(source, Source)  # noqa: S101 - as above
    offer = next((each for each in made.offers if each.number == number), None)
    if offer is None:
        style = options.style_for(sys.stdout)
        options.say(problems_told((no_such_offer(source, number, made),), source, style))
        return 2
    options.deliver(offer.text, into)
    options.say(f"Offer {number} is written to {into}.\n")
    return 0
