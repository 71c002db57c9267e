"""`servanda sweep`: many drafts under each reading, option and conduct, as one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from servanda.cli import options

if TYPE_CHECKING:
    from servanda.desk.sweep import Line

_WORDS = {
    "found": "can fail",
    "proved": "holds",
    "none_up_to": "no failure found so far",
    "gave_up": "undecided",
    "vacuous": "never at stake",
}


@click.command("sweep")
@options.files
@click.option(
    "--format", "output", type=click.Choice(["text", "json"]), default="text", help="How to write the result."
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Spread the work over N processes.")
def command(files: tuple[str, ...], output: str, jobs: int) -> int:
    """Say where every interest of many drafts stands under each reading, option and conduct."""
    import msgspec

    from servanda import project
    from servanda.cli.exits import CLEAN, UNDECIDED
    from servanda.cli.refusal import refused, sources
    from servanda.desk.sweep import over_processes, sweep, variants

    texts, unread = sources(files)
    library = project.shipped_library()
    unread += [project.check(text, library=library) for text in texts if not variants(text)]
    if unread:
        return refused(unread, output, texts)
    if jobs == 1:
        lines = sweep(texts)
    else:
        with over_processes(jobs) as spread:
            lines = sweep(texts, spread)
    if output == "json":
        options.say(msgspec.json.format(msgspec.json.encode(lines), indent=2).decode() + "\n")
    else:
        options.say("".join(f"{told}\n" for told in map(_told, lines)))
    undecided = any(line.answer in ("none_up_to", "gave_up") for line in lines)
    return UNDECIDED if undecided else CLEAN


def _told(line: Line) -> str:
    of_what = f"{line.draft}{f' ({line.label})' if line.label else ''}: {line.of} “{line.interest}”"
    if line.conduct == "cooperation":
        return f"{of_what}, cooperation: {'a run that serves it' if line.answer == 'found' else 'no run shown'}"
    conduct = line.conduct if line.conduct == "compliance" else f"non-compliance by {line.conduct}"
    day = f" on day {line.days}" if line.days is not None else ""
    return f"{of_what}, {conduct}: {_WORDS[line.answer]}{day}"
