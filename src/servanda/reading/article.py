"""From a text to an account: the whole pipeline of reading one document, free of files, clock and network."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from servanda.reading.account import Account, Dated, Document, Statement, Zone, ZoneKind
from servanda.reading.assemble import Found, Tagger, assemble
from servanda.reading.circumstances import Reading
from servanda.reading.claims import claims_of
from servanda.reading.dates import find_dates
from servanda.reading.floor import floors
from servanda.reading.hedges import find_hedges
from servanda.reading.lexicon import load_lexicon
from servanda.reading.lines import lines_of
from servanda.reading.positions import positions_of
from servanda.reading.provenance import Provenance, document_chain, provenance_of
from servanda.reading.quotes import quotations
from servanda.reading.registering import register, with_turns
from servanda.reading.shifts import shifts_of
from servanda.reading.span import Span, covered, subtract, trim
from servanda.reading.statements import build_statements
from servanda.reading.tree import Block, Parser
from servanda.reading.zones import find_zones, speaking_zones, zone_at

#: No parser is given more than this at once: a line without an end must not cost quadratic time.
BLOCK = 2_000
_HEADLINE_IN_CREDIT = re.compile(
    r"\b(?:published|appeared|posted) (?:in|on|at|under|as)(?: the (?:title|headline))?[:\s]+"
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the file that held a text tells about it, outside the text."""

    publisher: str | None = None
    byline: str | None = None


NOTHING = Told()


def read_text(
    text: str,
    parser: Parser,
    published: date | None,
    given: bool = True,
    told: Told = NOTHING,
    tagger: Tagger | None = None,
) -> Account:
    """Read one document. The text is never changed; nothing raises on bad text. A tagger mends what rules find."""
    zones = find_zones(text)
    quotes = quotations(text)
    found_in_text = provenance_of(text, zones)
    provenance = replace(
        found_in_text,
        publisher=found_in_text.publisher or told.publisher,
        byline=found_in_text.byline or told.byline,
    )
    if published is None:
        published, given = found_in_text.day, False
    dates = _placed_dates(text, published, zones)
    hedges = find_hedges(text, speaking_zones(zones))
    trees = [tree for tree in parser(blocks(text, zones)) if tree.words]
    registry = with_turns(register(trees), text)
    found = _in_speaking_zones(text, assemble(text, trees, quotes, load_lexicon(), tagger), zones)
    chain = document_chain(provenance)
    reading = Reading(text, trees, quotes, zones, dates, hedges, chain, registry, floors=floors(text, registry))
    statements = build_statements(found, reading)
    document = _document(text, published, given, provenance)
    account = Account(document, zones, statements, _of_saying(dates, statements))
    account = replace(account, positions=positions_of(account), claims=claims_of(account))
    return replace(account, shifts=shifts_of(account))


def blocks(text: str, zones: Sequence[Zone]) -> list[Block]:
    """The lines that may hold statements, cut where they are longer than a parser should be given."""
    kinds = (ZoneKind.HEADLINE, ZoneKind.BODY, ZoneKind.BACKGROUND, ZoneKind.PROVENANCE)
    spans = [zone.span for zone in zones if zone.kind in kinds]
    lines = list(lines_of(text))
    found: list[Block] = []
    for start, end in spans:
        for line in lines[bisect_left(lines, (start, start)) : bisect_left(lines, (end, end))]:
            found.extend(Block(at, text[at:until]) for at, until in _cut(text, *line))
    return found


def _cut(text: str, start: int, end: int) -> Iterable[Span]:
    while end - start > BLOCK:
        stop = text.rfind(". ", start + BLOCK // 2, start + BLOCK)
        stop = stop + 1 if stop > 0 else text.rfind(" ", start + BLOCK // 2, start + BLOCK)
        stop = stop if stop > 0 else start + BLOCK
        yield start, stop
        start = stop
    if text[start:end].strip():
        yield start, end


def _placed_dates(text: str, published: date | None, zones: Sequence[Zone]) -> tuple[Dated, ...]:
    """Dates outside author notes and boilerplate: those tell nothing of the matter."""
    silent = [zone.span for zone in zones if zone.kind in (ZoneKind.AUTHOR_NOTE, ZoneKind.BOILERPLATE)]
    return tuple(found for found in find_dates(text, published) if not covered(found.span, silent))


def _in_speaking_zones(text: str, found: Sequence[Found], zones: Sequence[Zone]) -> list[Found]:
    """Drop what stands in a credit line, except a headline that the credit quotes."""
    kept: list[int] = []
    items = list(found)
    for number, item in enumerate(items):
        if zone_at(zones, item.said.cue[0]) is ZoneKind.PROVENANCE:
            headline = _quoted_headline(text, item)
            if headline is None:
                continue
            items[number] = headline
        kept.append(number)
    place = {old: new for new, old in enumerate(kept)}
    return [replace(items[n], parent=place.get(p) if (p := items[n].parent) is not None else None) for n in kept]


def _quoted_headline(text: str, item: Found) -> Found | None:
    """As in "originally published in <headline>, says X": what the headline says X said."""
    start, end = item.said.content[0]
    line_start = text.rfind("\n", 0, start) + 1
    lead = _HEADLINE_IN_CREDIT.search(text, line_start, end)
    if lead is None or item.said.rule not in ("fronted", "direct", "clause", "parenthesis"):
        return None
    content = [trim(text, piece) for piece in subtract((start, end), [(line_start, lead.end())])]
    if not content or item.parent is not None:
        return None
    return replace(item, said=replace(item.said, content=(content[0],)))


def _of_saying(dates: Sequence[Dated], statements: Sequence[Statement]) -> tuple[Dated, ...]:
    """Mark the dates that tell when something was said."""
    said = {statement.said_on.span for statement in statements if statement.said_on is not None}
    return tuple(replace(found, of="saying") if found.span in said else found for found in dates)


def _document(text: str, published: date | None, given: bool, known: Provenance) -> Document:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    origin = "unknown" if published is None else "given" if given else "text"
    return Document(text, digest, published, origin, known.publisher, known.byline, "en", known.language)
