"""`servanda certify`: write the proofs about an agreement into a file that others can check."""

from __future__ import annotations

import sys

import click

from servanda.cli import options
from servanda.cli.progress import progress


@click.command("certify")
@options.file
@click.option(
    "-o", "into", type=click.Path(dir_okay=False), metavar="FILE", required=True, help="The archive, as proof.zip."
)
@options.effort
def command(file: str, into: str, effort: int | None) -> int:
    """Write every proof about an agreement's interests into an archive.

    It holds the agreement, the invariant of each proof, and what has to be impossible for it, as SMT-LIB texts
    that any prover reads. `servanda verify` checks them again without any search. Exit 1 where nothing is proved,
    3 where nothing is proved and questions were left undecided, 2 where the text leaves readings or options open.
    """
    from servanda.cli.render_proofs import certified
    from servanda.desk import certifying
    from servanda.project import Limits, shipped_library

    options.refuse_to_overwrite([file], into)
    source = options.agreement(file)
    with progress(file) as shown:
        tick = shown.tick if shown else options.quiet
        try:
            manifest, report, undecided = certifying.certify(
                source, into, library=shipped_library(), limits=Limits(effort), tick=tick
            )
        except certifying.OpenChoicesError as error:
            raise options.wrong_input(str(error)) from error
        except OSError as error:
            raise click.UsageError(f"The archive cannot be written to {into}: {error}") from error
    if manifest is None:
        return options.refused([report] if report else [])
    options.say(certified(manifest, undecided, into, options.style_for(sys.stdout)))
    if manifest.proofs:
        return 0
    return 3 if undecided else 1
