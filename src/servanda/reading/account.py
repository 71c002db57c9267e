"""What reading yields: the document, its zones, who said what, when, through whom - all as places in one text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from servanda.reading.span import Span, Spans


class ZoneKind(StrEnum):
    """What a part of the text is for; people speak in headline, body and background only."""

    HEADLINE = "headline"
    BODY = "body"
    BACKGROUND = "background"
    PROVENANCE = "provenance"
    AUTHOR_NOTE = "author-note"
    BOILERPLATE = "boilerplate"
    BRACKET = "bracket"
    RESIDUE = "residue"


class Form(StrEnum):
    """How the words of a source are given."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    NESTED = "nested"
    HEADLINE = "headline"
    NO_COMMENT = "no-comment"


@dataclass(frozen=True, slots=True)
class Document:
    """One text as published; the text is kept unchanged and every other layer points into it.

    ``published_from`` says how the date is known: "given", "text" or "unknown". ``translated_from`` is a language
    code judged from residue, None where nothing shows it.
    """

    text: str
    sha256: str
    published: date | None
    published_from: str
    publisher: str | None
    byline: str | None
    language: str
    translated_from: str | None


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the text with its kind; ``language`` is set for residue of a translation."""

    kind: ZoneKind
    span: Span
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression: ISO value, granularity, the days it covers, and whether it dates a saying or an event."""

    span: Span
    value: str
    granularity: str
    first: date | None
    last: date | None
    of: str = "event"


@dataclass(frozen=True, slots=True)
class Relay:
    """One hand the words went through; ``how`` is stated, inferred or unknown."""

    who: str | None
    how: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody said, thought or wanted something: who, by which words, in which form, when, through whom.

    ``speaker`` is None where the text does not tell who it is. ``confidence`` runs from 0 to 1 and is the share of
    such constructions that were right on held-out annotated news, not a probability about the world. ``event`` is a
    class of verbal events after PLOVER, None where none of the eight fits.
    """

    id: str
    parent: str | None
    speaker: str | None
    role: str | None
    speaks_for: str | None
    source_spans: Spans
    cue_spans: Spans
    content_spans: Spans
    form: Form
    modality: str
    polarity: str
    hedges: Spans
    said_on: Dated | None
    about_time: Dated | None
    venue: Span | None
    via: tuple[Relay, ...]
    by: str
    confidence: float
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """What a party demands, rejects or is open to on an issue, from which statements and how near its own mouth."""

    id: str
    party: str
    issue: str
    stance: str
    strength: str
    valid_from: str | None
    superseded_by: str | None
    statements: tuple[str, ...]
    source_distance: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition with who asserts, denies and does not comment on it; its status is never "true"."""

    id: str
    proposition: str
    asserted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    not_commented: tuple[str, ...]
    independent_origins: int
    status: str


class ShiftKind(StrEnum):
    """How what a party says of a matter changes."""

    HARDENING = "hardening"
    SOFTENING = "softening"
    CONTRADICTION = "contradiction"
    ADDRESSEE = "different addressee"
    QUALIFICATION = "qualification"
    HEADLINE = "headline drift"


@dataclass(frozen=True, slots=True)
class Shift:
    """From one position to another (by id); of a headline, from the statement in the body to the headline's."""

    kind: ShiftKind
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Account:
    """Everything read from one document."""

    document: Document
    zones: tuple[Zone, ...] = ()
    statements: tuple[Statement, ...] = ()
    dates: tuple[Dated, ...] = ()
    positions: tuple[Position, ...] = ()
    claims: tuple[Claim, ...] = ()
    unverified: tuple[str, ...] = ()
    shifts: tuple[Shift, ...] = ()
