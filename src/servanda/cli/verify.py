"""`servanda verify`: check the proofs of an archive again, without any search."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from servanda.cli import options
from servanda.cli.exits import CLEAN, FOUND, UNDECIDED

if TYPE_CHECKING:
    from servanda.desk.verifying import Checked


@click.command("verify")
@click.argument("file", metavar="PROOF.ZIP", type=click.Path())
@options.data_output
def command(file: str, output: str) -> int:
    """Check every proof of an archive again.

    The obligations are made anew from the agreement and the invariant, and put to z3 and, where it is installed
    (pip install "servanda[certify]"), to cvc5 as well; the texts in the archive have to be the same. Exit 1 where a
    proof does not hold, 2 where the archive was changed or is none, 3 where a prover gave up.
    """
    from servanda.cli.refusal import refused_for
    from servanda.cli.render_proofs import closing, opening, verdict, verified
    from servanda.desk import verifying
    from servanda.desk.archive import BrokenArchiveError
    from servanda.project import shipped_library

    style = options.style_for(sys.stdout)
    try:
        manifest, checking = verifying.verify(file, library=shipped_library())
    except BrokenArchiveError as error:
        return refused_for([error.finding], output)
    checked: list[Checked] = []
    options.say(opening(manifest, file, style) if output == "text" else "")
    for number, each in enumerate(checking, start=1):
        checked.append(each)
        options.say(verdict(each, number, style) if output == "text" else "")
    options.say(closing(manifest, checked, style) if output == "text" else verified(manifest, checked, file))
    return _exit(checked)


def _exit(checked: Sequence[Checked]) -> int:
    if not checked or any(each.refuted for each in checked):
        return FOUND
    return CLEAN if all(each.holds for each in checked) else UNDECIDED
