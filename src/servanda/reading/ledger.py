"""The ledger: positions and claims as tables that people correct by hand; what they changed is never overwritten."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from hashlib import blake2b
from typing import TypeVar

from servanda.reading.account import Account, Claim, Position, Statement
from servanda.reading.copies import first_of, independent, sketch
from servanda.reading.likeness import likeness
from servanda.reading.positions import SAME_MATTER, turned
from servanda.reading.span import words

#: From this share of telling words on, two reports state the same claim.
SAME_CLAIM = 0.6


@dataclass(frozen=True, slots=True)
class PositionRow:
    """One position of a party. Every column but the id may be edited by hand."""

    id: str
    party: str
    issue: str
    strength: str
    stance: str
    valid_from: str = ""
    superseded_by: str = ""
    source_distance: str = ""
    speaker: str = ""
    quote: str = ""
    document: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim. Lists are separated by semicolons; ``origins`` are counted once each."""

    id: str
    proposition: str
    asserted_by: str = ""
    denied_by: str = ""
    not_commented: str = ""
    origins: str = ""
    independent_origins: str = "1"
    status: str = "asserted"
    documents: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document that was read; ``sketch`` tells copies, ``offered`` what was put into the tables from it."""

    sha256: str
    file: str = ""
    published: str = ""
    publisher: str = ""
    sketch: str = ""
    offered: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The three tables."""

    positions: tuple[PositionRow, ...] = ()
    claims: tuple[ClaimRow, ...] = ()
    documents: tuple[DocumentRow, ...] = field(default=())


Row = TypeVar("Row", PositionRow, ClaimRow, DocumentRow)


def rows_from_csv(text: str, kind: type[Row]) -> tuple[Row, ...]:
    """The rows of a table; unknown columns are ignored. Raises `ValueError` where the id is missing."""
    known = [each.name for each in fields(kind)]
    reader = csv.DictReader(io.StringIO(text))
    if text.strip() and known[0] not in (reader.fieldnames or ()):
        raise ValueError(f"the table has no column {known[0]!r}; its columns are {', '.join(reader.fieldnames or ())}")
    rows = ({name: (row.get(name) or "").strip() for name in known} for row in reader)
    return tuple(kind(**row) for row in rows if row[known[0]])


def csv_from_rows(rows: Sequence[Row], kind: type[Row]) -> str:
    """The table as text; cells that a spreadsheet would take for a formula are written as text."""
    names = [each.name for each in fields(kind)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(getattr(row, name)) for name in names] for row in rows)
    return out.getvalue()


def _cell(value: str) -> str:
    """A text that begins like a formula gets a blank in front, so that opening a ledger runs nothing."""
    return f" {value}" if value[:1] in ("=", "+", "-", "@") else value


def added(ledger: Ledger, account: Account, file: str) -> Ledger:
    """The ledger with what a document adds. Rows that are there stay as they are; rows people deleted stay deleted."""
    sha = account.document.sha256[:16]
    before = next((row for row in ledger.documents if row.sha256 == sha), None)
    offered = set(before.offered.split()) if before else set()
    by_id = {item.id: item for item in account.statements}
    positions = [_position_row(one, account, by_id, file) for one in account.positions]
    fresh = [row for row in positions if row.id not in offered and row.id not in {old.id for old in ledger.positions}]
    documents = _documents(ledger, account, file, offered | {row.id for row in positions} | _claim_ids(account))
    claims = _claims(ledger, account, by_id, offered, documents)
    return Ledger(_superseded((*ledger.positions, *fresh)), claims, documents)


def _documents(ledger: Ledger, account: Account, file: str, offered: Iterable[str]) -> tuple[DocumentRow, ...]:
    document = account.document
    row = DocumentRow(
        document.sha256[:16],
        file,
        document.published.isoformat() if document.published else "",
        document.publisher or "",
        " ".join(f"{value:x}" for value in sketch(document.text)),
        " ".join(sorted(offered)),
    )
    return (*(old for old in ledger.documents if old.sha256 != row.sha256), row)


def _position_row(position: Position, account: Account, by_id: Mapping[str, Statement], file: str) -> PositionRow:
    first = by_id[position.statements[0]]
    text = account.document.text
    places = "".join(f"{start}-{end}" for start, end in first.content_spans)
    return PositionRow(
        _digest("p", account.document.sha256, places, position.strength),
        position.party,
        position.issue,
        position.strength,
        position.stance,
        position.valid_from or "",
        "",
        position.source_distance,
        first.speaker or "",
        words(text, first.content_spans),
        account.document.sha256[:16],
        file,
    )


def _digest(kind: str, *parts: str) -> str:
    return kind + blake2b("|".join(parts).encode(), digest_size=5).hexdigest()


def _claim_id(claim: Claim) -> str:
    return _digest("c", claim.proposition)


def _claim_ids(account: Account) -> set[str]:
    return {_claim_id(claim) for claim in account.claims}


def _superseded(rows: Sequence[PositionRow]) -> tuple[PositionRow, ...]:
    """Fill in, where nobody wrote anything, which later position of a party turns an earlier one round."""
    done = []
    rivals: dict[tuple[str, str], list[PositionRow]] = {}
    for row in rows:
        rivals.setdefault((row.party, row.issue), []).append(row)
    for row in rows:
        later = [
            other
            for other in rivals[row.party, row.issue]
            if turned(row.strength, other.strength)
            and other.valid_from > row.valid_from > ""
            and likeness(row.stance, other.stance) >= SAME_MATTER
        ]
        newest = max(later, key=lambda other: other.valid_from, default=None)
        done.append(replace(row, superseded_by=newest.id) if newest and not row.superseded_by else row)
    return tuple(done)


def _claims(
    ledger: Ledger,
    account: Account,
    by_id: Mapping[str, Statement],
    offered: set[str],
    documents: Sequence[DocumentRow],
) -> tuple[ClaimRow, ...]:
    """The claims with those of a document worked in: the same claim elsewhere gains names, not a new row."""
    sha = account.document.sha256[:16]
    family = {sha: first_of({row.sha256: _sketch_of(row) for row in documents}, sha)}
    rows = list(ledger.claims)
    for claim in account.claims:
        row = _claim_row(claim, account, by_id, family)
        place = next(
            (n for n, old in enumerate(rows) if likeness(old.proposition, row.proposition) >= SAME_CLAIM), None
        )
        if place is not None:
            rows[place] = _joined(rows[place], row)
        elif row.id not in offered:
            rows.append(row)
    return tuple(rows)


def _sketch_of(row: DocumentRow) -> tuple[int, ...]:
    return tuple(int(value, 16) for value in row.sketch.split())


def _claim_row(claim: Claim, account: Account, by_id: Mapping[str, Statement], family: Mapping[str, str]) -> ClaimRow:
    sha = account.document.sha256[:16]
    asserted = [by_id[one] for one in claim.asserted_by]
    origins = sorted({origin_of(item, family.get(sha, sha)) for item in asserted})
    return ClaimRow(
        _claim_id(claim),
        claim.proposition,
        _names(asserted),
        _names(by_id[one] for one in claim.denied_by),
        _names(by_id[one] for one in claim.not_commented),
        "; ".join(origins),
        str(independent(origins)),
        claim.status,
        sha,
    )


def origin_of(item: Statement, document: str) -> str:
    """Where a claim comes from: a named speaker; else the agency that relays it; else the article and its copies."""
    if item.speaker and (item.speaks_for or item.role):
        return item.speaker
    relayed = next((relay.who for relay in item.via if relay.how == "stated" and relay.who), None)
    return relayed or f"article {document}"


def _names(items: Iterable[Statement]) -> str:
    return "; ".join(dict.fromkeys(item.speaker or "somebody not named" for item in items))


def _joined(old: ClaimRow, new: ClaimRow) -> ClaimRow:
    """A row with the names of another report of the same claim; the proposition stays as people have it."""
    origins = _union(old.origins, new.origins)
    denied, silent = _union(old.denied_by, new.denied_by), _union(old.not_commented, new.not_commented)
    status = "contested" if (denied or silent) and old.status == "asserted" else old.status
    return replace(
        old,
        asserted_by=_union(old.asserted_by, new.asserted_by),
        denied_by=denied,
        not_commented=silent,
        origins=origins,
        independent_origins=str(independent(_list(origins))),
        status=status,
        documents=_union(old.documents, new.documents),
    )


def _list(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _union(one: str, other: str) -> str:
    return "; ".join(dict.fromkeys([*_list(one), *_list(other)]))


_STANCES = {
    "demand": "demands", "condition": "demands", "aim": "demands", "threat": "demands", "rejection": "rejects",
    "red line": "rejects", "refusal": "rejects", "openness": "is open to",
}  # fmt: skip


def pact_blocks(rows: Sequence[PositionRow]) -> str:
    """The positions as lines of an agreement file, one a position, in the order of the table."""
    return "".join(f"{_line(row)}\n" for row in rows if not row.superseded_by)


def _line(row: PositionRow) -> str:
    said = f", said {row.valid_from}" if re.fullmatch(r"\d{4}-\d\d-\d\d", row.valid_from) else ""
    source = ", ".join(part for part in (row.speaker, row.source_distance, row.file) if part)
    given = f", source {_quoted(source)}" if source else ""
    stance = f"{_STANCES.get(row.strength, 'demands')} {_quoted(row.quote or row.stance)}"
    name = f"{row.issue} ({row.strength}, {row.id})"
    return f"position of {row.party} {_quoted(name)}: {stance}{given}{said}"


def _quoted(words: str) -> str:
    """Words in quotation marks on one line; marks inside become single ones."""
    return '"' + re.sub(r"[“”\"]", "'", " ".join(words.split())) + '"'
