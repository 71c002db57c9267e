"""Zones: which part of a text is headline, body, background, credit line, author note, boilerplate or editors' hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from servanda.reading.account import Zone, ZoneKind
from servanda.reading.lines import lines_of
from servanda.reading.residue import residue_in
from servanda.reading.span import Span, inside

_SHOWN = 1_000
"""Characters of a line that are looked at: what a line is for shows at its beginning, and a line may be endless."""
_HEAD = 4
"""Lines at the head of a text that may tell its day and its publisher."""
_LONGEST_HEAD = 140
_STOPPED = (".", "!", "?", "”", '"', "…", ":", ";", ",", "»", "’")
_BRACKET = re.compile(r"\[[^\[\]\n]{1,200}\]")


@cache
def _shows() -> Mapping[str, re.Pattern[str]]:
    """The patterns of ``words/zones.txt`` by kind in lower case; a kind in capitals minds the case of letters."""
    lines = (files("servanda.reading") / "words" / "zones.txt").read_text("utf-8").splitlines()
    rows = [line.partition(": ") for line in lines if line and not line.startswith("#")]
    return MappingProxyType(
        {kind.lower(): re.compile(p, 0 if kind.isupper() else re.IGNORECASE) for kind, _, p in rows}
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with its place."""

    span: Span
    text: str


def find_zones(text: str) -> tuple[Zone, ...]:
    """The zones of a text in order; lines first, then the brackets and residue inside them."""
    lines = [Line(span, text[span[0] : span[1]]) for span in lines_of(text) if text[span[0] : span[1]].strip()]
    kinds = _kinds(lines)
    zones = [Zone(kind, line.span) for line, kind in zip(lines, kinds, strict=True)]
    return tuple(_joined(zones)) + tuple(_inner(text))


def _kinds(lines: Sequence[Line]) -> list[ZoneKind]:
    """One kind a line; a background heading holds until the next heading or credit, a credit line until the end."""
    kinds: list[ZoneKind] = []
    running = ZoneKind.BODY
    for number, line in enumerate(lines):
        kind = _kind(line.text[:_SHOWN].strip(), number, lines)
        if kind is None:
            kind = running if running is not ZoneKind.AUTHOR_NOTE else ZoneKind.AUTHOR_NOTE
        elif kind in (ZoneKind.BACKGROUND, ZoneKind.AUTHOR_NOTE):
            running = kind
        elif kind is ZoneKind.PROVENANCE and number > len(lines) * 0.5:
            running = ZoneKind.BODY
        kinds.append(kind)
    return kinds


def _kind(line: str, number: int, lines: Sequence[Line]) -> ZoneKind | None:
    """The kind a line shows by itself; None where it goes on with what runs already."""
    shows, late = _shows(), number >= len(lines) * 0.5
    if shows["provenance"].search(line) and len(line) < 400 and (late or len(line) < 120):
        return ZoneKind.PROVENANCE
    if shows["byline"].match(line) or (number < _HEAD and printed_in(line) is not None):
        return ZoneKind.PROVENANCE
    if late and shows["author"].match(line):
        return ZoneKind.AUTHOR_NOTE
    if shows["boilerplate"].match(line) and len(line) < 300 and not line.endswith((".”", '."')):
        return ZoneKind.BOILERPLATE
    if number == 0 and len(lines) > 1 and is_headline(line):
        return ZoneKind.HEADLINE
    if is_heading(line) and shows["background"].match(line):
        return ZoneKind.BACKGROUND
    return None


def printed_in(line: str) -> re.Match[str] | None:
    """A line with a full day and nothing but who wrote and who published it; groups ``by``, ``who`` and ``day``."""
    return _shows()["dated"].match(line.strip()) if len(line) < _LONGEST_HEAD else None


def is_heading(line: str) -> bool:
    """A short line that does not end as a sentence does."""
    return len(line) < 160 and len(line.split()) < 25 and not line.endswith(_STOPPED)


def is_headline(line: str) -> bool:
    """A heading that may end with a quoted phrase, though not with a quoted sentence."""
    return is_heading(line.rstrip("”\"’'»")) and len(line.split()) < 16


def _joined(zones: Sequence[Zone]) -> Iterator[Zone]:
    """Neighbouring lines of one kind as one zone."""
    current: Zone | None = None
    for zone in zones:
        if (
            current is not None
            and current.kind is zone.kind
            and zone.kind not in (ZoneKind.HEADLINE, ZoneKind.PROVENANCE)
        ):
            current = Zone(current.kind, (current.span[0], zone.span[1]))
            continue
        if current is not None:
            yield current
        current = zone
    if current is not None:
        yield current


def _inner(text: str) -> Iterator[Zone]:
    for match in _BRACKET.finditer(text):
        yield Zone(ZoneKind.BRACKET, match.span())
    yield from residue_in(text, tuple(match.span() for match in _BRACKET.finditer(text)))


def speaking_zones(zones: Sequence[Zone]) -> tuple[Span, ...]:
    """Where statements may be found: headline, body and background."""
    kinds = (ZoneKind.HEADLINE, ZoneKind.BODY, ZoneKind.BACKGROUND)
    return tuple(zone.span for zone in zones if zone.kind in kinds)


def zone_at(zones: Sequence[Zone], span: Span) -> ZoneKind | None:
    """The kind of the line zone that holds a span."""
    for zone in zones:
        if zone.kind not in (ZoneKind.BRACKET, ZoneKind.RESIDUE) and inside(span, zone.span):
            return zone.kind
    return None
