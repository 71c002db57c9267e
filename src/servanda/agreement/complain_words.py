"""What is said of documents, positions and words of the language that do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from servanda.agreement.complain import UNKNOWN_NAME, UPON_IN_UPON
from servanda.agreement.messages import Complaints
from servanda.findings import Family, Finding, Slug
from servanda.syntax.nearest import nearest
from servanda.text import Place, Source

KEYWORD_NAME = Slug("keyword-name", Family.PROBLEM, "Somebody's short name is a word of the language.")
UNKNOWN_DOCUMENT = Slug("unknown-document", Family.PROBLEM, "A clause rests on a document that the file does not list.")


_WORD = re.compile(r"\w+")


def unknown_document(complaints: Complaints, name: str, place: Place, known: Sequence[str]) -> None:
    """``rests on map "Zones"`` without a line on that map."""
    meant = nearest(name, known)
    complaints.add(
        UNKNOWN_DOCUMENT,
        f'The file does not say where "{name}" is to be found.',
        place,
        (f'Did you mean "{meant}"? ' if meant else "")
        + f'A document is listed at the left edge by a line such as: map "{name}" not attached',
        why="Whether a clause can be understood hangs on whether its readers have the document.",
        about=name,
    )


def whose_position(complaints: Complaints, name: str, place: Place) -> None:
    """``position of each Party …``."""
    complaints.add(
        UNKNOWN_NAME,
        f'A position is held by one party, and "{name}" is not one.',
        place,
        "Write a line for each of them, with its own source.",
        why="What one side has said is not thereby said by the other.",
    )


def speaks_of_clause(complaints: Complaints, place: Place) -> None:
    """``verified by …`` under an occasion."""
    complaints.add(
        UPON_IN_UPON,
        "This line speaks of the whole clause and stands under one occasion of it.",
        place,
        "Begin it two spaces in from the clause, beside the line that begins with: upon.",
        why="Who verifies, what words mean and what a clause rests on hold for all of it.",
    )


def keyword_name(complaints: Complaints, name: str, long_name: str, place: Place) -> None:
    """``party BE "Belgium"``."""
    letters = "".join(each for each in long_name if each.isalpha())[:3].upper()
    other = letters if len(letters) == 3 and letters != name.upper() else f"{name}1"
    complaints.add(
        KEYWORD_NAME,
        f'The short name "{name}" is also a word of the language, so that lines with it cannot be read.',
        place,
        f"Choose another short name, for example {other}; the long name may stay.",
        why="In a sentence nobody could tell the name from the word.",
    )


def without_echoes(source: Source, unread: Iterable[Finding], resolved: Iterable[Finding]) -> tuple[Finding, ...]:
    """What could not be read, without the lines that stumble over such a name: that one cause is told already."""
    places = [each.place for each in resolved if each.slug == KEYWORD_NAME.name]
    names = {source.line(at.line)[at.column - 1 : at.end_column - 1] for at in places}
    return tuple(each for each in unread if names.isdisjoint(_WORD.findall(source.line(each.place.line))))
