"""Drafts made of two: the earlier one with a single change of the later one taken in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count

from servanda.drafts.pairing import Pair, renumbered, with_numbers
from servanda.drafts.passage import Passage
from servanda.text import Source

_HEAD = re.compile(r"^(\s*\w+ )(\S+|annex \S+)")


@dataclass(frozen=True, slots=True)
class Spliced:
    """The earlier draft with one change taken in; `numbers`: what its clauses are called in the later draft."""

    source: Source
    numbers: dict[str, str]


def with_one(before: Source, after: Source, found: tuple[Pair, ...], chosen: Pair) -> Spliced:
    """The earlier draft in which only `chosen` is as in the later one; clauses keep the numbers of the earlier.

    A passage that was added stands after whatever it follows in the later draft, under a number that is free.
    """
    lines = before.text.split("\n")
    number = _number(found, chosen)
    new = _text(after, found, chosen.after, number) if chosen.after else []
    if chosen.before is not None:
        start, end = _rows(chosen.before)
    else:
        start = end = _after_what(before, found, chosen)
        new = ["", *new]
    numbers = renumbered(found)
    if chosen.after is not None and number:
        numbers[number] = chosen.after.number
    return Spliced(Source(before.name, "\n".join([*lines[:start], *new, *lines[end:]])), numbers)


def _number(found: tuple[Pair, ...], chosen: Pair) -> str:
    """What a clause is called in the earlier draft; a new one gets its own number if that is free."""
    if chosen.before is not None or chosen.after is None:
        return chosen.before.number if chosen.before else ""
    taken = {pair.before.number for pair in found if pair.before is not None}
    wanted = chosen.after.number
    return wanted if wanted not in taken else next(str(n) for n in count(1) if str(n) not in taken)


def _text(source: Source, found: tuple[Pair, ...], passage: Passage, number: str) -> list[str]:
    start, end = _rows(passage)
    back = {later: earlier for earlier, later in renumbered(found).items()}
    lines = [with_numbers(line, back) for line in source.text.split("\n")[start:end]]
    if passage.kind == "clause":
        lines[0] = _HEAD.sub(lambda match: f"{match[1]}{number}", source.text.split("\n")[start], count=1)
    return lines


def _rows(passage: Passage) -> tuple[int, int]:
    """The rows of a passage, from 0, the end not included."""
    return passage.place.line - 1, passage.end_line


def _after_what(before: Source, found: tuple[Pair, ...], chosen: Pair) -> int:
    """The row below the nearest passage of the same kind that stands before it in the later draft."""
    place = found.index(chosen)
    for pair in reversed(found[:place]):
        if pair.before is not None and chosen.after is not None and pair.before.kind == chosen.after.kind:
            return _rows(pair.before)[1]
    same = (pair.before for pair in found if pair.before and chosen.after and pair.before.kind == chosen.after.kind)
    first = next(same, None)
    return _rows(first)[0] if first is not None else before.line_count
