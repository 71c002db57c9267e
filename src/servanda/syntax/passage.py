"""One line as a text to parse, which knows where each of its characters came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from servanda.syntax.cut import Row
from servanda.text import Source, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """The rows of a line as one text; its position 0 is `base` in the source.

    `shifts`: after each of these positions, so many characters were added.  `patched`: a quotation mark was added,
    which was complained of already.
    """

    text: str
    base: int
    parts: tuple[Span, ...]
    shifts: tuple[tuple[int, int], ...] = ()
    patched: bool = False

    @property
    def span(self) -> Span:
        """From its first character to its last."""
        return Span(self.parts[0].start, self.parts[-1].end)

    def at(self, position: int) -> int:
        """A position in the text as one in the source; what was added at the end counts as the end."""
        moved = sum(delta for after, delta in self.shifts if position > after)
        return min(max(self.base, self.base + position - moved), self.parts[-1].end)

    def respelt(self, start: int, word: str, meant: str) -> Passage:
        """The line with one word spelt otherwise."""
        end = start + len(word)
        text = f"{self.text[:start]}{meant}{self.text[end:]}"
        return replace(self, text=text, shifts=(*self.shifts, (start, len(meant) - len(word))))


def passage_of(source: Source, rows: Sequence[Row]) -> Passage:
    """Some rows as one text, each character as far from the first as it is in the source."""
    text, first = source.text, rows[0]
    pieces = [text[first.start : first.end], first.patch]
    for above, row in pairwise(rows):
        pieces.append(" " * (row.start - above.end - len(above.patch)))
        pieces += [text[row.start : row.end], row.patch]
    return Passage(
        "".join(pieces), first.start, tuple(row.span for row in rows), patched=any(row.patch for row in rows)
    )
