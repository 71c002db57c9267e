"""`servanda explain`: the page on one finding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from servanda.cli import options
from servanda.cli.exits import CLEAN, INPUT_WRONG

if TYPE_CHECKING:
    from servanda.project import Registry


@click.command("explain")
@click.argument("slug", required=False)
def command(slug: str | None) -> int:
    """Explain a finding, or a move of the playbook, by its name, with an example and a way out.

    The name stands in brackets before each finding. Without a name, all names are listed. The name of a
    vocabulary (security, commerce, general-law) lists its acts, each with its verb and its noun.
    """
    from servanda import project
    from servanda.cli.problems import tell
    from servanda.desk.explaining import explain, moves

    if slug is None:
        options.say(_all_names(project.slugs(), moves(project.shipped_library())))
        return CLEAN
    page = explain(slug)
    if page.text is not None:
        options.say(page.text)
        return CLEAN
    tell(page.findings)
    return INPUT_WRONG


def _all_names(registry: Registry, moves: Mapping[str, str]) -> str:
    from servanda.cli.layout import table

    families = {slug.family for slug in registry}
    blocks = [
        "\n".join([f"{family}:", *table([(slug.name, slug.meaning) for slug in registry if slug.family is family])])
        for family in sorted(families)
    ]
    playbook = "\n".join(["moves of the playbook:", *table(sorted(moves.items()))])
    return "\n\n".join([*blocks, playbook]) + "\n"
