"""The account of a document as it goes out: the field names here are the contract."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from servanda.reading.account import Account, Claim, Dated, Document, Position, Relay, Statement, Zone
from servanda.reading.span import Span


@dataclass(frozen=True, slots=True)
class DocumentOut:
    """The document: its digest, length and what is known of where it comes from."""

    sha256: str
    chars: int
    published: str | None
    published_from: str
    publisher: str | None
    byline: str | None
    language: str
    translated_from: str | None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class ZoneOut:
    """A part of the text and what it is for."""

    kind: str
    span: Span
    language: str | None


@dataclass(frozen=True, slots=True)
class SaidOnOut:
    """When something was said, and the words that tell so."""

    value: str
    granularity: str
    basis: Span


@dataclass(frozen=True, slots=True)
class RelayOut:
    """One hand the words went through."""

    who: str | None
    how: str


@dataclass(frozen=True, slots=True)
class StatementOut:
    """Who said what, by which words."""

    id: str
    parent: str | None
    speaker: str | None
    role: str | None
    speaks_for: str | None
    source_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]
    form: str
    modality: str
    polarity: str
    hedges: tuple[Span, ...]
    said_on: SaidOnOut | None
    about_time: SaidOnOut | None
    venue: str | None
    via: tuple[RelayOut, ...]
    by: str
    confidence: float
    event: str | None


@dataclass(frozen=True, slots=True)
class DateOut:
    """A date expression and its value."""

    span: Span
    value: str
    granularity: str
    of: str


class PositionOut(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """What a party demands, rejects or is open to; a struct, because the contract's "from" is a word of Python."""

    id: str
    party: str
    issue: str
    stance: str
    strength: str
    valid_from: str | None
    superseded_by: str | None
    from_: tuple[str, ...]
    source_distance: str


@dataclass(frozen=True, slots=True)
class ClaimOut:
    """A proposition and who stands where on it."""

    id: str
    proposition: str
    asserted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    not_commented: tuple[str, ...]
    independent_origins: int
    status: str


@dataclass(frozen=True, slots=True)
class ShiftOut:
    """How what a party says of a matter changes, from one position (or statement) to another."""

    kind: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class AccountOut:
    """Everything read from one document."""

    document: DocumentOut
    zones: tuple[ZoneOut, ...]
    statements: tuple[StatementOut, ...]
    dates: tuple[DateOut, ...]
    positions: tuple[PositionOut, ...]
    claims: tuple[ClaimOut, ...]
    shifts: tuple[ShiftOut, ...]
    unverified: tuple[str, ...]


def account_out(account: Account, file: str | None = None) -> AccountOut:
    """The account in the shape of the contract."""
    return AccountOut(
        _document(account.document, file),
        tuple(_zone(zone) for zone in account.zones),
        tuple(_statement(item, account.document.text) for item in account.statements),
        tuple(DateOut(date.span, date.value, date.granularity, date.of) for date in account.dates),
        tuple(position_out(position) for position in account.positions),
        tuple(claim_out(claim) for claim in account.claims),
        tuple(ShiftOut(one.kind.value, one.before, one.after) for one in account.shifts),
        account.unverified,
    )


def _document(document: Document, file: str | None) -> DocumentOut:
    published = document.published.isoformat() if document.published else None
    return DocumentOut(
        document.sha256, len(document.text), published, document.published_from, document.publisher, document.byline,
        document.language, document.translated_from, file,
    )  # fmt: skip


def _zone(zone: Zone) -> ZoneOut:
    return ZoneOut(zone.kind.value, zone.span, zone.language)


def _when(date: Dated | None) -> SaidOnOut | None:
    return SaidOnOut(date.value, date.granularity, date.span) if date is not None else None


def _relay(relay: Relay) -> RelayOut:
    return RelayOut(relay.who, relay.how)


def _statement(item: Statement, text: str) -> StatementOut:
    return StatementOut(
        item.id, item.parent, item.speaker, item.role, item.speaks_for, item.source_spans, item.cue_spans,
        item.content_spans, item.form.value, item.modality, item.polarity, item.hedges, _when(item.said_on),
        _when(item.about_time), text[item.venue[0] : item.venue[1]] if item.venue else None,
        tuple(_relay(relay) for relay in item.via), item.by, item.confidence, item.event,
    )  # fmt: skip


def position_out(position: Position) -> PositionOut:
    """A position in the shape of the contract."""
    return PositionOut(
        position.id, position.party, position.issue, position.stance, position.strength, position.valid_from,
        position.superseded_by, position.statements, position.source_distance,
    )  # fmt: skip


def claim_out(claim: Claim) -> ClaimOut:
    """A claim in the shape of the contract."""
    return ClaimOut(
        claim.id, claim.proposition, claim.asserted_by, claim.denied_by, claim.not_commented,
        claim.independent_origins, claim.status,
    )  # fmt: skip


def line(account: AccountOut) -> str:
    """One account as one line."""
    return msgspec.json.encode(account).decode() + "\n"


def rendered(accounts: tuple[AccountOut, ...]) -> str:
    """One object for one document, an array for several, indented."""
    return (
        msgspec.json.format(msgspec.json.encode(accounts[0] if len(accounts) == 1 else accounts), indent=2).decode()
        + "\n"
    )


def schema() -> dict[str, object]:
    """The JSON Schema of what `rendered` writes for one document, made from the types themselves."""
    made = msgspec.json.schema(AccountOut)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "servanda read --format json", **made}
