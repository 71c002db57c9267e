"""Positions held against a draft, on a screen and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

import msgspec

from servanda.cli.layout import Style, cells, pad, safe, wrap
from servanda.desk.match import Change, Held
from servanda.reading.matching.demands import Demand
from servanda.reading.matching.matters import Judged, Verdict
from servanda.reading.matching.verdicts import Matched

_DEEPEST = 3
"""Reasons told for one position on a screen."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One party's positions on one issue, as the draft treats them."""

    issue: str
    party: str
    verdicts: tuple[str, ...]


def text(held: Held, style: Style, full: bool = False) -> str:
    """Each position with what the draft says to it, party by party; then what cannot be met together."""
    parts = [_head(held, style)]
    parts += [_party(held, party, style, full) for party in dict.fromkeys(one.position.party for one in held.matched)]
    if held.conflicts:
        parts.append(_conflicts(held, style))
    if held.changes:
        parts.append(_changes(held.changes, style))
    parts.append(_foot(held, style))
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _head(held: Held, style: Style) -> list[str]:
    header = held.draft.agreement.header
    about = f"Held against “{header.name}”: {header.extent.value}; status: {header.status.value}."
    return wrap(about, style.width)


def _party(held: Held, party: str, style: Style, full: bool) -> list[str]:
    mine = [one for one in held.matched if one.position.party == party]
    counted = Counter(one.verdict for one in mine)
    told = ", ".join(f"{counted[verdict]} {verdict.value}" for verdict in Verdict if counted[verdict])
    lines = wrap(f"{party}: {len(mine)} position{'' if len(mine) == 1 else 's'}, {told}.", style.width)
    if not any(one.demand.holder for one in mine):
        lines += wrap("Nobody of that name is in the draft.", style.width, first="  ", rest="  ")
    for one in sorted(mine, key=lambda each: each.verdict is Verdict.NOT_ADDRESSED):
        lines += _position(one, style, full)
    return lines


def _position(one: Matched, style: Style, full: bool) -> list[str]:
    row = one.position
    head = f"  {pad(row.strength, 11)}"
    source = ", ".join(part for part in (row.valid_from, row.source_distance) if part)
    lines = wrap(f"{row.stance}{f' ({source})' if source else ''}", style.width, first=head, rest=" " * cells(head))
    if one.crossed:
        lines += wrap("RED LINE CROSSED", style.width, first="    ", rest="      ")
    if not one.judged:
        return [*lines, "    not addressed"]
    for judged in one.judged if full else one.judged[:_DEEPEST]:
        lines += wrap(_judged(judged), style.width, first="    ", rest="      ")
    return lines


def _judged(judged: Judged) -> str:
    where = f" by clause {judged.clause}" if judged.clause else ""
    return f"{judged.verdict.value}{where}: {judged.reason}"


def _conflicts(held: Held, style: Style) -> list[str]:
    lines = wrap(
        "These cannot all be met, in this draft or another (from each group none can be left out):", style.width
    )
    for number, demands in enumerate(held.conflicts, 1):
        for place, demand in enumerate(demands):
            head = f"  {number}. " if place == 0 else "     "
            said = f"{demand.row.party}, {demand.row.strength}: {demand.row.stance}"
            lines += wrap(said, style.width, first=head, rest=" " * 7)
    return lines


def _changes(changes: Sequence[Change], style: Style) -> list[str]:
    lines = wrap("Since the earlier draft:", style.width)
    for one in changes:
        lost = "no longer met" if one.lost else "now met" if one.after is Verdict.MET else "changed"
        said = f"{one.matched.position.party}, {lost}: {one.matched.position.stance}"
        lines += wrap(f"{said} ({one.before.value}, then {one.after.value})", style.width, first="  ", rest="    ")
    return lines


def _foot(held: Held, style: Style) -> list[str]:
    lines = []
    if not held.draft.full:
        lines += wrap("The draft is not there in full: not addressed means not in the clauses encoded.", style.width)
    lines += wrap(
        "Each reason is read off the clauses as they are encoded. What a party meant, its own people know; "
        "`--as-interests` writes what `check` can examine.",
        style.width,
    )
    return lines


def grid(held: Held, style: Style) -> str:
    """Issues down, parties across; each cell has the verdicts."""
    parties = list(dict.fromkeys(one.position.party for one in held.matched))
    rows = cells_of(held)
    issues = list(dict.fromkeys(cell.issue for cell in rows))
    by_place = {(cell.issue, cell.party): cell.verdicts for cell in rows}
    first = max(12, min(30, max((cells(issue) for issue in issues), default=12) + 2))
    width = max(14, (style.width - first) // max(1, len(parties)))
    lines = [pad("", first) + "".join(pad(safe(_cut(party, width - 2)), width) for party in parties).rstrip()]
    for issue in issues:
        told = [", ".join(by_place.get((issue, party), ("-",))) for party in parties]
        lines.append(
            (
                pad(safe(_cut(issue, first - 2)), first) + "".join(pad(_cut(each, width - 1), width) for each in told)
            ).rstrip()
        )
    return "\n".join(lines) + "\n"


def _cut(words: str, width: int) -> str:
    return words if cells(words) <= width else words[: max(1, width - 1)] + "…"


def cells_of(held: Held) -> tuple[Cell, ...]:
    """The cells of the grid that hold anything, issue by issue."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in held.matched:
        found.setdefault((one.position.issue, one.position.party), []).append(one.verdict.value)
    return tuple(Cell(issue, party, tuple(dict.fromkeys(told))) for (issue, party), told in found.items())


def as_json(held: Held) -> str:
    """The same as data."""
    header = held.draft.agreement.header
    made: Mapping[str, object] = {
        "draft": {"name": header.name, "extent": header.extent.value, "status": header.status.value},
        "positions": [_out(held, one) for one in held.matched],
        "grid": [asdict(cell) for cell in cells_of(held)],
        "conflicts": [[_named(demand) for demand in demands] for demands in held.conflicts],
        "changes": [
            {"position": one.matched.position.id, "before": one.before.value, "after": one.after.value}
            for one in held.changes
        ],
    }
    return msgspec.json.format(msgspec.json.encode(made), indent=2).decode() + "\n"


def _named(demand: Demand) -> str:
    return demand.row.id


def _out(held: Held, one: Matched) -> dict[str, object]:
    return {
        **asdict(one.position),
        "verdict": one.verdict.value,
        "red_line_crossed": one.crossed,
        "reasons": list(_reasons(held, one)),
    }


def _reasons(held: Held, one: Matched) -> Iterator[dict[str, object]]:
    for judged in one.judged:
        words = held.draft.part(judged.clause).words if judged.clause else ""
        yield {"verdict": judged.verdict.value, "clause": judged.clause, "words": words, "reason": judged.reason}
