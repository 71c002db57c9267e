"""Zones: which part of a text is headline, body, background, credit line, author note, boilerplate or editors' hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from servanda.reading.account import Zone, ZoneKind
from servanda.reading.residue import residue_in
from servanda.reading.span import Span, inside

_LINE = re.compile(r"[^\n]+")
_STOPPED = (".", "!", "?", "”", '"', "…", ":", ";", ",", "»", "’")
_BACKGROUND = re.compile(
    r"^(?:background|context|timeline|explainer|analysis|key (?:facts|points|events)|at a glance|understand\b|what (?:is|are|we know)\b"
    r"|who (?:is|are)\b|why\b|how (?:we got|it)\b|the story so far|history of|read more about|about the (?:conflict|talks|war|agreement))",
    re.IGNORECASE,
)
_PROVENANCE = re.compile(
    r"^\W*(?:source|sources|via|credit|original(?: article| text| source)?|read the original|translated (?:by|from)|translation"
    r"|with (?:files|reporting) from|\(?(?:additional )?(?:reporting|writing|editing) by|compiled from)\b[^.]{0,120}"
    r"|\b(?:this|the) (?:content|article|story|report|text|piece|post|item)\b[^.]{0,40}\b(?:first|originally|previously)?\s*"
    r"(?:published|appeared|posted|produced|translated|republished|syndicated)\b"
    r"|\b(?:originally|first) (?:published|appeared) (?:in|on|at|by)\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"^(?:about the author\b|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3},? (?:is|was|has been) (?:an?|the|our) (?:[\w-]+ ){0,5}"
    r"(?:author|journalist|writer|reporter|correspondent|editor|columnist|blogger|contributor|freelancer|freelance\w*|analyst (?:at|for) this)\b"
    r"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3} (?:writes|reports|covers|blogs) (?:about|on|for)\b|follow (?:him|her|them) on\b)",
)
_BOILERPLATE = re.compile(
    r"^\W*(?:subscribe|sign up|newsletter|all rights reserved|copyright|©|\(c\) \d|follow us|click here|read (?:more|also|next)\b|see also"
    r"|advertisement|share this|related (?:articles?|stories|content)|cookies?\b|terms of|privacy|download (?:the|our)|watch:|photo(?:s|graph)?:"
    r"|image:|getty images|tags?:|posted in|comments?\b|log in|support our|donate)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\[[^\[\]\n]{1,200}\]")
_BYLINE = re.compile(r"^(?:by|from) ([A-Z][\w.'’-]+(?: (?:and |[A-Z])[\w.'’-]*){1,6})\s*$", re.IGNORECASE)
_DATELINE = re.compile(
    r"^[A-Z][A-Z .'’-]{2,30}(?:, [A-Za-z .]+)?(?:,? [A-Z][a-z]+\.? \d{1,2})? ?\(([A-Z][\w ]{1,25})\) ?[-–—_]+ ?"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with its place."""

    span: Span
    text: str


def find_zones(text: str) -> tuple[Zone, ...]:
    """The zones of a text in order; lines first, then the brackets and residue inside them."""
    lines = [Line(match.span(), match.group()) for match in _LINE.finditer(text) if match.group().strip()]
    kinds = _kinds(lines)
    zones = [Zone(kind, line.span) for line, kind in zip(lines, kinds, strict=True)]
    return tuple(_joined(text, zones)) + tuple(_inner(text))


def _kinds(lines: Sequence[Line]) -> list[ZoneKind]:
    """One kind a line; a background heading holds until the next heading or credit, a credit line until the end."""
    kinds: list[ZoneKind] = []
    running = ZoneKind.BODY
    for number, line in enumerate(lines):
        kind = _kind(line.text.strip(), number, lines)
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
    late = number >= len(lines) * 0.5
    if _PROVENANCE.search(line) and len(line) < 400 and (late or len(line) < 120):
        return ZoneKind.PROVENANCE
    if _BYLINE.match(line):
        return ZoneKind.PROVENANCE
    if late and _AUTHOR.match(line):
        return ZoneKind.AUTHOR_NOTE
    if _BOILERPLATE.match(line) and len(line) < 300 and not line.endswith((".”", '."')):
        return ZoneKind.BOILERPLATE
    if is_heading(line):
        if number == 0 and len(lines) > 1:
            return ZoneKind.HEADLINE
        if _BACKGROUND.match(line):
            return ZoneKind.BACKGROUND
    return None


def is_heading(line: str) -> bool:
    """A short line that does not end as a sentence does."""
    return len(line) < 160 and len(line.split()) < 25 and not line.endswith(_STOPPED)


def _joined(text: str, zones: Sequence[Zone]) -> Iterator[Zone]:
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
