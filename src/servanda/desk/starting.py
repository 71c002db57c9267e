"""Files to start from: a template by its name, or a plain text laid out as clauses."""

from __future__ import annotations

from difflib import get_close_matches

from servanda import files
from servanda.findings import Family, Slug, problem
from servanda.findings.from_text import from_faults
from servanda.plain.lay_out import lay_out
from servanda.plain.review import is_plain
from servanda.project import Written
from servanda.text import Place, Source, oddities

UNKNOWN_TEMPLATE = Slug("unknown-template", Family.PROBLEM, "No file to start from bears this name.")
ALREADY_ENCODED = Slug("already-encoded", Family.PROBLEM, "A file that is to be laid out is encoded already.")


def templates() -> tuple[str, ...]:
    """The names of the files to start from."""
    return tuple(files.templates())


def new(template: str) -> Written:
    """A file to start from."""
    source = files.templates().get(template)
    if source is not None:
        return Written(source.text)
    nearest = get_close_matches(template, templates(), n=1)
    way_out = f"Did you mean {nearest[0]}?" if nearest else f"There are: {', '.join(templates())}."
    headline = f'No template is called "{template}".'
    return Written(None, (problem(UNKNOWN_TEMPLATE, headline, Place("", 1, 1, 1, 1), way_out, subject=template),))


def laid_out(path: str) -> Written:
    """A plain text as a .pact file with its words in place."""
    source = files.read(path)
    if not isinstance(source, Source):
        return Written(None, (source,))
    if not is_plain(source):
        headline, way_out = "The file is encoded already.", "Check it as it is, or name a text that is not encoded."
        return Written(None, (problem(ALREADY_ENCODED, headline, source.whole(), way_out),))
    oddly = from_faults(source, oddities(source, plain=True))
    return Written(None if oddly else lay_out(source), oddly)
