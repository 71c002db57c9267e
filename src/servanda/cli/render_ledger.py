"""Ledgers on a screen and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import msgspec

from servanda.cli.layout import Style, pad, safe, wrap
from servanda.reading.ledger import ClaimRow, PositionRow
from servanda.reading.shifts import between


def positions_text(rows: Sequence[PositionRow], style: Style) -> str:
    """The positions by party and issue; what is superseded says by what."""
    if not rows:
        return "No positions.\n"
    lines: list[str] = []
    for party in dict.fromkeys(row.party for row in rows):
        lines.append(safe(party))
        mine = [row for row in rows if row.party == party]
        for issue in dict.fromkeys(row.issue for row in mine):
            lines.append(f"  {safe(issue)}")
            for row in sorted((row for row in mine if row.issue == issue), key=lambda row: row.valid_from):
                lines += _position(row, style)
    return "\n".join([*lines, *_shifts(rows, style)]) + "\n"


def _shifts(rows: Sequence[PositionRow], style: Style) -> list[str]:
    """How what a party says of a matter changes, across all documents."""
    standing = [row for row in rows if row.party]
    found = list(between(standing, {row.id: row.valid_from for row in standing}))
    by_id = {row.id: row for row in standing}
    lines = ["Shifts"] if found else []
    for shift in found:
        one, other = by_id[shift.before], by_id[shift.after]
        said = f"{one.party}, {one.issue}, {shift.kind.value}: {_dated(one)}, then {_dated(other)}"
        lines += wrap(said, style.width, first="  ", rest="    ")
    return lines


def _dated(row: PositionRow) -> str:
    return f"{row.valid_from or 'undated'} {row.strength}, {row.stance}"


def _position(row: PositionRow, style: Style) -> list[str]:
    later = f" [superseded by {row.superseded_by}]" if row.superseded_by else ""
    head = f"    {pad(row.valid_from or 'undated', 11)}{pad(row.strength, 11)}"
    who = ", ".join(part for part in (row.speaker, row.source_distance) if part)
    return wrap(f"{row.stance} ({who}){later} {row.id}", style.width, first=head, rest=" " * 8)


def claims_text(rows: Sequence[ClaimRow], style: Style) -> str:
    """The claims, each with who stands where; contested ones first."""
    if not rows:
        return "No claims.\n"
    lines: list[str] = []
    for row in sorted(rows, key=lambda row: row.status == "asserted"):
        lines += wrap(f"{row.status}: {row.proposition}", style.width, rest="  ")
        origins = "1 origin" if row.independent_origins == "1" else f"{row.independent_origins} independent origins"
        lines += wrap(f"asserted by {row.asserted_by} ({origins})", style.width, first="  ", rest="    ")
        for label, names in (("denied by", row.denied_by), ("no comment from", row.not_commented)):
            if names:
                lines += wrap(f"{label} {names}", style.width, first="  ", rest="    ")
    return "\n".join(lines) + "\n"


def positions_json(rows: Sequence[PositionRow]) -> str:
    """The rows as one array."""
    return _json([asdict(row) for row in rows])


def claims_json(rows: Sequence[ClaimRow]) -> str:
    """The rows as one array."""
    return _json([asdict(row) for row in rows])


def _json(rows: list[dict[str, str]]) -> str:
    return msgspec.json.format(msgspec.json.encode(rows), indent=2).decode() + "\n"
