"""How wide text is on a terminal, and how it is wrapped and set in columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

import click

TAB = 4
"""Columns to which a tab advances in a quoted line."""

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan", "dim": "bright_black"}


@dataclass(frozen=True, slots=True)
class Style:
    """How to write: how many columns there are, and whether colours are wanted. Colour never says anything alone."""

    width: int = 80
    colour: bool = False

    def paint(self, text: str, role: str) -> str:
        """The text in the colour of a role: a severity, or `dim`."""
        if not self.colour or not text:
            return text
        return click.style(text, fg=_COLOURS[role], bold=role != "dim")


def cells(text: str) -> int:
    """How many terminal columns a text takes: none for combining marks, two for wide characters."""
    return sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def visible(character: str, column: int = 0) -> str:
    """A character of the input as it may be sent to a terminal: no escapes, no hidden marks, no tabs."""
    if character == "\t":
        return " " * (TAB - column % TAB)
    if character.isprintable() or unicodedata.category(character) in ("Zs", "Mn"):
        return character
    return " " if character == "\n" else f"<U+{ord(character):04X}>"


def safe(text: str) -> str:
    """A text of the input as it may be sent to a terminal."""
    return "".join(visible(each) for each in text)


def right_to_left(text: str) -> bool:
    """Whether a text holds words written from right to left, which terminals may reorder."""
    return any(unicodedata.bidirectional(each) in ("R", "AL") for each in text)


_TOGETHER = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_HELD = "\ue000"
"""Stands for the space between the thousands of a number while lines are broken."""


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Break a text into lines of at most `width` columns. Words longer than a line stand alone, unbroken."""
    lines: list[str] = []
    line, empty = first, True
    for word in _TOGETHER.sub(_HELD, safe(text)).split():
        word = word.replace(_HELD, " ")  # noqa: PLW2901 - the word as it is shown
        if not empty and cells(line) + 1 + cells(word) > width:
            lines.append(line)
            line, empty = rest, True
        line, empty = (line + word, False) if empty else (f"{line} {word}", False)
    return [*lines, line.rstrip()] if not empty or first else lines


def pad(text: str, width: int) -> str:
    """The text with spaces up to `width` columns."""
    return text + " " * max(0, width - cells(text))


def beside(left: Iterable[str], right: Iterable[str], at: int) -> Iterator[str]:
    """Two blocks of lines next to each other, the right one beginning at column `at`."""
    for one, other in zip_longest(left, right, fillvalue=""):
        yield (pad(one, at) + other).rstrip()


def table(rows: list[tuple[str, ...]], indent: str = "  ") -> list[str]:
    """Rows of short texts in aligned columns."""
    if not rows:
        return []
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    return [
        (indent + "  ".join(pad(text, width) for text, width in zip(row, widths, strict=True))).rstrip() for row in rows
    ]
