"""`servanda certify`: write the proofs about an agreement into a file that others can check."""

from __future__ import annotations

import sys

import click

from servanda.cli import options
from servanda.cli.exits import CLEAN, FOUND, UNDECIDED
from servanda.cli.progress import progress


@click.command("certify")
@options.file
@click.option(
    "-o", "into", type=click.Path(dir_okay=False), metavar="FILE", required=True, help="The archive, as proof.zip."
)
@options.data_output
@options.effort
def command(file: str, into: str, output: str, effort: int | None) -> int:
    """Write every proof about an agreement's interests and duties into an archive.

    It holds the agreement, the invariant of each proof, and what has to be impossible for it, as SMT-LIB texts
    that any prover reads. `servanda verify` checks them again without any search. Exit 1 where nothing is proved,
    3 where questions were left undecided, 2 where the text leaves readings or options open.
    """
    from servanda.cli.refusal import refused, sources
    from servanda.cli.render_proofs import certified
    from servanda.desk import certifying
    from servanda.project import Limits, Report, shipped_library

    options.refuse_to_overwrite([file], into)
    texts, unread = sources([file])
    if unread:
        return refused(unread, output)
    with progress(file) as shown:
        tick = shown.tick if shown else options.quiet
        try:
            made = certifying.certify(texts[0], into, library=shipped_library(), limits=Limits(effort), tick=tick)
        except OSError as error:
            raise options.wrong_input(f"The archive cannot be written to {into}: {error}") from error
    if isinstance(made, Report):
        return refused([made], output, texts)
    options.say(certified(made, into, output, options.style_for(sys.stdout)))
    if made.undecided:
        return UNDECIDED
    return CLEAN if made.manifest.all_proofs else FOUND
