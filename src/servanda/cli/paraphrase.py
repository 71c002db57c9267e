"""`servanda paraphrase`: what was understood, in plain sentences."""

from __future__ import annotations

import click

from servanda.cli import options
from servanda.cli.exits import CLEAN, INPUT_WRONG


@click.command("paraphrase")
@options.file
def command(file: str) -> int:
    """Say in plain sentences what was understood of an agreement.

    Hold it against the text: where the two differ, the file says something else than was meant.
    """
    from servanda import project
    from servanda.cli.problems import tell, told_unless_source

    source = told_unless_source(project.read(file))
    if source is None:
        return INPUT_WRONG
    written = project.paraphrase(source, library=project.shipped_library())
    if written.text is not None:
        options.say(written.text)
    tell(written.findings, source)
    return INPUT_WRONG if any(each.is_problem for each in written.findings) else CLEAN
