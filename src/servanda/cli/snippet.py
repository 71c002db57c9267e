"""Shows a place: the quoted line with carets under it, and the second places with their remarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, groupby

from servanda.cli.layout import Style, cells, right_to_left, safe, visible, wrap
from servanda.findings import Finding
from servanda.text import Place, Source

_SHORTEST_WINDOW = 20


@dataclass(frozen=True, slots=True)
class _Mark:
    """One place to underline: carets for the first, hyphens for the others."""

    place: Place
    remark: str
    sign: str


@dataclass(frozen=True, slots=True)
class _Line:
    """A quoted line cut to fit. `glyphs` are what is shown of it, from source character `first` on."""

    glyphs: tuple[str, ...]
    first: int
    ends_early: bool

    @property
    def shown(self) -> str:
        """The line as it is printed, with an ellipsis where it was cut."""
        return ("…" if self.first else "") + "".join(self.glyphs) + ("…" if self.ends_early else "")

    def column(self, character: int) -> int:
        """The terminal column, from 0, at which a character (from 0) of the source line is shown."""
        lead = 1 if self.first else 0
        return lead + cells("".join(self.glyphs[: max(0, character - self.first)]))


def snippet(finding: Finding, sources: Mapping[str, Source], style: Style) -> Iterator[str]:
    """The lines that show where a finding stands. Of a file that is not at hand only the name is shown."""
    if not finding.place.file:
        return
    marks = [_Mark(finding.place, finding.remark, "^")]
    marks += [_Mark(label.place, label.remark, "-") for label in finding.labels]
    gutter = max(len(str(mark.place.line)) for mark in marks)
    for position, (file, group) in enumerate(groupby(marks, key=lambda mark: mark.place.file)):
        arrow = ":::" if position else "-->"
        of_file = list(group)
        source = sources.get(file)
        where = file if source is None else str(of_file[0].place)
        yield f"{' ' * gutter}{arrow} {safe(where)}"
        if source is not None:
            yield from _quoted(source, of_file, gutter, style)
        else:
            yield from _named(of_file, gutter, style)


def _quoted(source: Source, marks: list[_Mark], gutter: int, style: Style) -> Iterator[str]:
    empty = f"{' ' * gutter} |"
    yield empty
    previous = 0
    for number, group in groupby(sorted(marks, key=_by_line), key=_by_line):
        if previous and number > previous + 1:
            yield f"{' ' * gutter} :"
        previous = number
        yield from _one_line(source, number, list(group), gutter, style)
    yield empty


def _by_line(mark: _Mark) -> int:
    return mark.place.line


def _one_line(source: Source, number: int, marks: list[_Mark], gutter: int, style: Style) -> Iterator[str]:
    text = source.line(min(number, source.line_count))
    line = _fitted(text, marks[0].place.column - 1, style.width - gutter - 3)
    yield f"{number:>{gutter}} | {line.shown}".rstrip()
    for mark in marks:
        yield from _underlined(text, line, mark, f"{' ' * gutter} | ", style)


def _underlined(text: str, line: _Line, mark: _Mark, prefix: str, style: Style) -> Iterator[str]:
    if right_to_left(text):
        # Terminals reorder such a line, each in its own way: carets would point at the wrong word.
        yield from wrap(f"(at column {mark.place.column}) {mark.remark}", style.width, f"{prefix}{mark.sign} ", prefix)
        return
    start, end = _extent(text, line, mark.place)
    signs = " " * start + mark.sign * max(1, end - start)
    if cells(f"{prefix}{signs} {mark.remark}") <= style.width:
        yield f"{prefix}{signs} {safe(mark.remark)}".rstrip()
        return
    yield prefix + signs
    yield from wrap(mark.remark, style.width, prefix + " " * min(start, 4), prefix + " " * min(start, 4))


def _extent(text: str, line: _Line, place: Place) -> tuple[int, int]:
    """Columns to underline; a place of several lines is underlined to the end of its first."""
    last = place.end_column - 1 if place.end_line == place.line else len(text)
    limit = cells(line.shown)
    start = min(line.column(place.column - 1), limit)
    return start, min(line.column(last), limit)


def _fitted(text: str, focus: int, room: int) -> _Line:
    """A line cut to `room` columns, so that character `focus` (from 0) can be seen."""
    room = max(room, _SHORTEST_WINDOW)
    first = 0 if focus < room * 2 // 3 else focus - room // 4
    # A line may have a million characters: no more of it is looked at than could be shown.
    window = text[first : first + room + 1]
    glyphs = _glyphs(window)
    if len(text) <= first + room and cells("".join(glyphs)) + bool(first) <= room:
        return _Line(glyphs, first, ends_early=False)
    return _Line(_at_most(glyphs, room - 1 - bool(first)), first, ends_early=True)


def _at_most(glyphs: tuple[str, ...], room: int) -> tuple[str, ...]:
    ends = accumulate(cells(glyph) for glyph in glyphs)
    return tuple(glyph for glyph, end in zip(glyphs, ends, strict=True) if end <= room)


def _glyphs(text: str) -> tuple[str, ...]:
    shown: list[str] = []
    column = 0
    for character in text:
        shown.append(visible(character, column))
        column += cells(shown[-1])
    return tuple(shown)


def _named(marks: list[_Mark], gutter: int, style: Style) -> Iterator[str]:
    indent = " " * (gutter + 1)
    for mark in marks:
        if mark.remark:
            yield from wrap(mark.remark, style.width, f"{indent}= ", f"{indent}  ")
