"""`servanda verify`: check the proofs of an archive again, without any search."""

from __future__ import annotations

import sys

import click

from servanda.cli import options


@click.command("verify")
@click.argument("file", metavar="PROOF.ZIP", type=click.Path())
def command(file: str) -> int:
    """Check every proof of an archive again.

    The obligations are made anew from the agreement and the invariant, and put to z3 and, where it is installed
    (pip install "servanda[certify]"), to cvc5 as well. Exit 1 where a proof does not hold, 2 where the archive
    was changed or is none, 3 where a prover gave up.
    """
    from servanda.cli.render_proofs import opening, verdict
    from servanda.desk import certifying
    from servanda.project import shipped_library

    style = options.style_for(sys.stdout)
    try:
        manifest, checked = certifying.verify(file, library=shipped_library())
    except certifying.BrokenArchiveError as error:
        raise options.wrong_input(str(error)) from error
    options.say(opening(manifest, file, style))
    if not manifest.proofs:
        options.say("\nThe archive holds no proof.\n")
        return 1
    failed, open_ = 0, 0
    for each in checked:
        options.say(verdict(each, manifest, style))
        failed += not each.fits or False in each.by.values()
        open_ += not each.holds
    total = len(manifest.proofs)
    options.say(f"\n{total - open_} of {total} proofs hold.\n")
    if failed:
        return 1
    return 3 if open_ else 0
