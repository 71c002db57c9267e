"""A text with its name, and the ways to point into it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from servanda.text.place import Place, Span


@dataclass(frozen=True, slots=True)
class Source:
    """A text that never changes. Its lines end in a line feed only: `decode` has seen to that."""

    name: str
    text: str
    _line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_line_starts", _starts_of_lines(self.text))

    @property
    def line_count(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self._line_starts)

    def line(self, number: int) -> str:
        """Line `number` (from 1) without its end. Raises `IndexError` where there is no such line."""
        if not 1 <= number <= self.line_count:
            raise IndexError(f"{self.name} has {self.line_count} lines, and no line {number}")
        start = self._line_starts[number - 1]
        end = self._line_starts[number] - 1 if number < self.line_count else len(self.text)
        return self.text[start:end]

    def quote(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]

    def place(self, span: Span) -> Place:
        """A span as lines and columns; what lies beyond the end is put at the end."""
        line, column = self._position(span.start)
        end_line, end_column = self._position(span.end)
        return Place(self.name, line, column, end_line, end_column)

    def span_of_line(self, number: int) -> Span:
        """The span of line `number` (from 1) without its end."""
        start = self._line_starts[number - 1]
        return Span(start, start + len(self.line(number)))

    def whole(self) -> Place:
        """The place of the text as a whole: its first character."""
        return Place(self.name, 1, 1, 1, 1)

    def _position(self, offset: int) -> tuple[int, int]:
        offset = min(offset, len(self.text))
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


def _starts_of_lines(text: str) -> tuple[int, ...]:
    # str.splitlines also cuts at form feeds and Unicode separators, which editors do not count as lines.
    starts = [0]
    while (found := text.find("\n", starts[-1])) >= 0:
        starts.append(found + 1)
    return tuple(starts)
