"""`servanda play`: the stories of an agreement, step by step."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from servanda.cli import options
from servanda.cli.exits import CLEAN, FOUND, INPUT_WRONG

if TYPE_CHECKING:
    from servanda.project import Played, Source


@click.command("play")
@options.file
@click.argument("which", required=False, metavar="[FINDING]")
@options.effort
@options.timeout
def command(file: str, which: str | None, effort: int | None, timeout: float | None) -> int:
    """Tell the stories of an agreement step by step, and run its scenarios.

    FINDING is the name or the id of one finding of `servanda check`, or the name of a scenario of the file; without
    it all are told. A scenario that comes out otherwise than the file expects gives exit code 1.
    """
    from servanda import project
    from servanda.cli.problems import tell, told_unless_source

    source = told_unless_source(project.read(file))
    if source is None:
        return INPUT_WRONG
    limits = project.Limits(effort, timeout)
    played = project.play(source, which, library=project.shipped_library(), limits=limits)
    _say_stories(played, source)
    tell((*played.problems, *played.unmet), source)
    if played.problems:
        return INPUT_WRONG
    return FOUND if played.unmet else CLEAN


def _say_stories(played: Played, source: Source) -> None:
    from servanda.cli import render_text

    style = options.style_for(sys.stdout)
    stories = [render_text.render_story(finding, style) for finding in played.told]
    stories += [render_text.render_scenario(scenario, style) for scenario in played.scenarios]
    if not stories and not played.problems:
        stories = [f"{source.name}: no story to tell."]
    if stories:
        options.say("\n\n".join(stories) + "\n")
