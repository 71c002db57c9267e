"""Positions held against a draft, on a screen and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType

import msgspec

from servanda.cli.layout import Style, cells, pad, safe, wrap
from servanda.desk.match import Change, Held
from servanda.reading.matching.demands import Demand
from servanda.reading.matching.matters import Judged, Verdict
from servanda.reading.matching.provisions import Part
from servanda.reading.matching.verdicts import Matched

_ORDER = (Verdict.CONTRADICTED, Verdict.MET, Verdict.TOUCHED)
_DOES = MappingProxyType({Verdict.CONTRADICTED: "contradicts", Verdict.MET: "meets", Verdict.TOUCHED: "touches"})
_PARTY = 16
_VERDICT = 14
_STRENGTH = 11
_LINES = 2
"""Lines of a position on a screen; ``full`` shortens nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One party's positions on one issue, as the draft treats them."""

    issue: str
    party: str
    verdicts: tuple[str, ...]


def text(held: Held, style: Style, full: bool = False) -> str:
    """The draft clause by clause with the positions each clause answers; what none answers; what cannot all be met."""
    parts = [_head(held, style)]
    parts += [_clause(held, part, style, full) for part in held.draft.parts]
    parts += [_whole(held, style, full), _unanswered(held, style, full)]
    if held.conflicts:
        parts.append(_conflicts(held, style))
    if held.changes:
        parts.append(_changes(held.changes, style))
    parts.append(_foot(held, style))
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _head(held: Held, style: Style) -> list[str]:
    header = held.draft.agreement.header
    about = f"Held against “{header.name}”: {header.extent.value}; status: {header.status.value}."
    lines = wrap(about, style.width)
    for party in dict.fromkeys(one.position.party for one in held.matched):
        lines += wrap(_counted(held, party), style.width, first="  ", rest="    ")
    silent = [part.number for part in held.draft.parts if not _answered(held, part.number)]
    if silent:
        numbers = f"clause {silent[0]}" if len(silent) == 1 else f"clauses {', '.join(silent)}"
        lines += wrap(f"No position speaks of {numbers}.", style.width, first="  ", rest="    ")
    return lines


def _counted(held: Held, party: str) -> str:
    mine = [one for one in held.matched if one.position.party == party]
    counted = Counter(one.verdict for one in mine)
    told = ", ".join(f"{counted[verdict]} {verdict.value}" for verdict in Verdict if counted[verdict])
    unknown = "" if any(one.demand.holder for one in mine) else " Nobody of that name is in the draft."
    return f"{party}: {len(mine)} position{'' if len(mine) == 1 else 's'}: {told}.{unknown}"


def _answered(held: Held, number: str | None) -> list[tuple[Matched, list[Judged]]]:
    """The positions a clause (None: the text as a whole) answers, each with how, in the order of their weight."""
    found = [(one, [each for each in one.judged if each.clause == number]) for one in held.matched]
    return sorted(((one, how) for one, how in found if how), key=lambda pair: _ORDER.index(pair[1][0].verdict))


def _clause(held: Held, part: Part, style: Style, full: bool) -> list[str]:
    """A clause with its words and what it does to each position it speaks of."""
    answered = _answered(held, part.number)
    if not answered:
        return []
    title = held.draft.agreement.clause(part.number).title
    lines = wrap(f"CLAUSE {part.number}{f' “{title}”' if title else ''}", style.width)
    spoken = part.words.removeprefix(title or "").strip()
    lines += _cut_to(wrap(spoken, style.width, first="  > ", rest="  > "), None if full else _LINES)
    return [*lines, *(line for one, how in answered for line in _answer(one, how, style, full))]


def _whole(held: Held, style: Style, full: bool) -> list[str]:
    answered = _answered(held, None)
    lines = ["THE TEXT AS A WHOLE"] if answered else []
    return [*lines, *(line for one, how in answered for line in _answer(one, how, style, full))]


def _answer(one: Matched, how: Sequence[Judged], style: Style, full: bool) -> list[str]:
    """What a clause does to a position, whose position that is, and why."""
    row = one.position
    verdict = "crosses" if one.crossed and how[0].verdict is Verdict.CONTRADICTED else _DOES[how[0].verdict]
    head = f"  {pad(verdict, _VERDICT)}"
    said = f"{row.party}, {row.strength}: {row.stance}{_source(one)}"
    lines = _cut_to(
        wrap(said, style.width, first=head, rest=" " * cells(head)), None if full else _LINES, _source(one), style
    )
    for each in how:
        lines += wrap(each.reason, style.width, first=" " * cells(head) + "- ", rest=" " * cells(head) + "  ")
    return lines


def _source(one: Matched) -> str:
    source = ", ".join(part for part in (one.position.valid_from, one.position.source_distance) if part)
    return f" ({source})" if source else ""


def _cut_to(lines: list[str], most: int | None, kept: str = "", style: Style | None = None) -> list[str]:
    """The first of some lines; what must be kept stands at the end of the last."""
    if most is None or len(lines) <= most:
        return lines
    last, width = lines[most - 1], (style.width if style is not None else cells(lines[0])) - 2 - cells(kept)
    while cells(last) > width and " " in last.strip():
        last = last.rstrip().rsplit(" ", 1)[0]
    return [*lines[: most - 1], f"{last} …{kept}"]


def _unanswered(held: Held, style: Style, full: bool) -> list[str]:
    """The positions no clause answers, by party."""
    left = [one for one in held.matched if not one.judged]
    where = "IN THE DRAFT" if held.draft.full else "IN THE CLAUSES ENCODED"
    lines = [f"NOT ADDRESSED {where}"] if left else []
    before = ""
    for one in left:
        party = one.position.party
        head = f"  {pad('' if party == before else safe(_cut(party, _PARTY - 2)), _PARTY)}"
        head += pad(one.position.strength, _STRENGTH)
        said = wrap(f"{one.position.stance}{_source(one)}", style.width, first=head, rest=" " * cells(head))
        lines += _cut_to(said, None if full else 1, _source(one), style)
        before = party
    return lines


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
        lines += wrap("The draft is not there in full: the rest of its text may speak of more.", style.width)
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
