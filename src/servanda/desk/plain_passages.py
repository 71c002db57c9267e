"""A plain text as passages, so that two of them can be compared by their words."""

from __future__ import annotations

from servanda.drafts.passage import Passage
from servanda.plain.cut import from_plain
from servanda.plain.draft import Unit
from servanda.text import Source


def plain_passages(source: Source) -> tuple[Passage, ...]:
    """One passage for each paragraph or list item: a numbered one is a clause, any other stands beside them."""
    return tuple(_passage(source, unit) for unit in from_plain(source).units if unit.text.strip())


def _passage(source: Source, unit: Unit) -> Passage:
    place = source.place(unit.span)
    words = " ".join(unit.text.split())
    kind = "clause" if unit.label else "setting"
    return Passage(kind, unit.label, "", "", (words,), place, place.end_line)
