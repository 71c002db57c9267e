"""Through whose hands the words went: publisher, byline, agency, translator, republisher - and how each is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from servanda.reading.account import Relay, Zone, ZoneKind
from servanda.reading.dates import find_dates
from servanda.reading.residue import LANGUAGES, translated_from
from servanda.reading.zones import printed_in

_SITE = re.compile(
    r"\bon (?:the )?([A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,4})(?:['’]s)? (?:website|site|portal|page|blog)\b"
)
_SOURCE = re.compile(r"^\W*(?:sources?|credit|via|original source)\s*:\s*(.{2,60}?)\s*$", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\b(?:published|appeared|posted|produced) (?:in|on|at|by) (?:the )?([A-Z][\w.’'&-]*"
    r"(?: (?:(?:d[aeiou]|del|dos|das|des|la|le|of|the|al|der) )?[A-Z][\w.’'&-]*){0,4})",
)
_TRANSLATED = re.compile(
    r"\b[Tt]ranslat(?:ed|ion)\b(?: (?:in)?to English)?(?: from (?:the )?([A-Z]\w+))?"
    r"(?: by ([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}))?"
)
_BYLINE = re.compile(
    r"^\s*(?:by|reporting by) ([A-Z][\w.’'-]+(?: (?:and |[A-Z])[\w.’'-]*){1,6})", re.IGNORECASE | re.MULTILINE
)
_AUTHOR = re.compile(r"^(?:([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}),? (?:is|was|has been|writes|reports|covers)\b)")
_DATELINE = re.compile(
    r"^[^\n(]{0,60}\((Reuters|AP|AFP|TASS|Xinhua|dpa|EFE|ANSA|Interfax|[A-Z][\w ]{2,24})\)\s?[-–—_]", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who published, wrote, distributed and translated a text, as far as it says so or shows it."""

    publisher: str | None = None
    byline: str | None = None
    agency: str | None = None
    language: str | None = None
    translator: str | None = None
    republished: bool = False
    day: date | None = None


def provenance_of(text: str, zones: Sequence[Zone]) -> Provenance:
    """Read the credit lines, the dateline, the author note and the residue of a text."""
    lines = [text[zone.span[0] : zone.span[1]] for zone in zones if zone.kind is ZoneKind.PROVENANCE]
    notes = [text[zone.span[0] : zone.span[1]] for zone in zones if zone.kind is ZoneKind.AUTHOR_NOTE]
    publisher = _first(_SITE, lines) or _first(_SOURCE, lines) or _first(_PUBLISHED, lines)
    agency = _DATELINE.search(text[:600])
    translated = [match for credit in lines for match in _TRANSLATED.finditer(credit)]
    language = next((LANGUAGES[m.group(1)] for m in translated if m.group(1) in LANGUAGES), None)
    printed = next((found for line in lines if (found := printed_in(line)) is not None), None)
    head = printed.groupdict() if printed is not None else {}
    publisher = publisher or head.get("who")
    byline = head.get("by") or _first(_BYLINE, lines) or _first(_AUTHOR, notes)
    day = next((found.first for found in find_dates(head.get("day") or "", None) if found.first == found.last), None)
    return Provenance(
        publisher, byline, agency.group(1) if agency else None, language or translated_from(zones),
        next((m.group(2) for m in translated if m.group(2)), None),
        republished=bool(publisher and lines) and printed is None, day=day,
    )  # fmt: skip


def _first(pattern: re.Pattern[str], lines: Sequence[str]) -> str | None:
    for line in lines:
        match = pattern.search(line)
        if match:
            return match.group(1).strip(" .")
    return None


def document_chain(known: Provenance) -> tuple[Relay, ...]:
    """The hands every statement of the document went through, from the agency to the page that was read."""
    chain: list[Relay] = []
    if known.agency:
        chain.append(Relay(known.agency, "stated"))
    if known.publisher:
        chain.append(Relay(known.publisher, "stated"))
    if known.translator:
        chain.append(Relay(known.translator, "stated"))
    elif known.language:
        chain.append(Relay(f"translation from {known.language}", "inferred"))
    if known.republished:
        chain.append(Relay(None, "unknown"))
    return tuple(chain)
