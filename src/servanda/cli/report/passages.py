"""The text of an agreement cut into passages, with what was found in each; and how its lines are marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from servanda.cli.report.sheet import Sheet
from servanda.findings import Finding
from servanda.text import Place, Source

LONGEST_MARK = 20
"""Lines. Of a longer place, such as the whole text, only the first line is marked."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said beside a passage: `also` if it is a second place of the finding."""

    number: int
    finding: Finding
    place: Place
    words: str
    also: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of the text that belong together, with their numbers, and the remarks that stand beside them."""

    lines: tuple[tuple[int, str], ...]
    remarks: tuple[Remark, ...]
    is_clause: bool


def passages(sheet: Sheet) -> tuple[Passage, ...]:
    """The whole text in passages, each with its remarks; none where there is no text at hand."""
    if sheet.source is None:
        return ()
    remarks = tuple(_remarks(sheet))
    starts = {place.line for place in sheet.clauses.values()}
    return tuple(
        Passage(lines, tuple(each for each in remarks if _begins_in(each, lines)), lines[0][0] in starts)
        for lines in _cut(sheet.source, starts)
    )


def _remarks(sheet: Sheet) -> Iterator[Remark]:
    for number, finding in sheet.numbered:
        places = [Remark(number, finding, finding.place, finding.remark, also=False)]
        places += [Remark(number, finding, label.place, label.remark, also=True) for label in finding.labels]
        yield from (each for each in places if sheet.source and each.place.file == sheet.source.name)


def _begins_in(remark: Remark, lines: tuple[tuple[int, str], ...]) -> bool:
    return lines[0][0] <= remark.place.line <= lines[-1][0]


def _cut(source: Source, starts: set[int]) -> Iterator[tuple[tuple[int, str], ...]]:
    """A passage begins with a clause, or with a line at the margin after an empty one."""
    current: list[tuple[int, str]] = []
    after_gap = True
    for number in range(1, source.line_count + 1):
        line = source.line(number)
        begins = number in starts or (after_gap and line[:1].strip() != "")
        if begins and current:
            yield _trimmed(current)
            current = []
        if line.strip() or current:
            current.append((number, line))
        after_gap = not line.strip()
    if current:
        yield _trimmed(current)


def _trimmed(lines: list[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    last = max(place for place, (_, line) in enumerate(lines) if line.strip())
    return tuple(lines[: last + 1])


def marked(line: str, number: int, places: Iterable[Place]) -> tuple[tuple[str, bool], ...]:
    """A line in pieces, each with whether something was found there."""
    covered = [False] * len(line)
    for place in places:
        if place.line <= number <= (place.end_line if place.end_line - place.line < LONGEST_MARK else place.line):
            start = place.column - 1 if number == place.line else len(line) - len(line.lstrip())
            end = place.end_column - 1 if number == place.end_line else len(line.rstrip())
            covered[start:end] = [True] * len(covered[start:end])
    pieces: list[tuple[str, bool]] = []
    for character, found in zip(line, covered, strict=True):
        if pieces and pieces[-1][1] == found:
            pieces[-1] = (pieces[-1][0] + character, found)
        else:
            pieces.append((character, found))
    return tuple(pieces)
