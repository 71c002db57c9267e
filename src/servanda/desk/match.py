"""Composes matching: drafts through `project`, positions from a ledger or from the draft itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from servanda import project
from servanda.agreement.agreement import Agreement
from servanda.agreement.words import Position, Stance
from servanda.desk import ledgers
from servanda.reading.ledger import PositionRow
from servanda.reading.matching.demands import Demand
from servanda.reading.matching.interests import Written, as_interests
from servanda.reading.matching.matters import Verdict, asks_what_follows
from servanda.reading.matching.provisions import Draft, Standing, draft_from
from servanda.reading.matching.verdicts import Matched, match
from servanda.reading.matching.wishes import wishes_of

_STRENGTHS = {
    Stance.DEMANDS: "demand", Stance.REJECTS: "rejection", Stance.ACCEPTS: "openness", Stance.OFFERS: "openness",
    Stance.OPEN: "openness",
}  # fmt: skip


class DraftError(ValueError):
    """A draft that cannot be matched, with the reason in words."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a position from one draft to the next."""

    matched: Matched
    before: Verdict
    after: Verdict

    @property
    def lost(self) -> bool:
        """Whether the earlier draft met what the later does not: its holder gave it up, or it was taken."""
        return self.before is Verdict.MET


@dataclass(frozen=True, slots=True)
class Held:
    """Positions held against a draft: verdicts, demands that cannot all be met, changes since an earlier draft."""

    draft: Draft
    matched: tuple[Matched, ...]
    conflicts: tuple[tuple[Demand, ...], ...]
    changes: tuple[Change, ...] = ()


def match_files(draft: str, ledger: str | None, before: str | None = None) -> Held:
    """Each position against a draft. Without a ledger, the positions written in the draft itself.

    Raises `DraftError` or `ledgers.LedgerError`.
    """
    source, agreement = _loaded(draft)
    rows = ledgers.load(ledger).positions if ledger is not None else _written_in(agreement, draft)
    known = draft_from(agreement, _standings(source, agreement, rows))
    matched = match(rows, known)
    changes = _changes(matched, match(rows, draft_from(_loaded(before)[1]))) if before is not None else ()
    return Held(known, matched, _conflicts(matched), changes)


def interests_into(file: str, draft: str, held: Held) -> Written:
    """Write the draft with the positions as interests to a file. Raises `DraftError` where that cannot be done."""
    written = as_interests(held.matched, held.draft)
    source, _ = _loaded(draft)
    head = "# Positions as interests: `servanda check` says how far this draft protects each. They bind nobody.\n"
    try:
        Path(file).write_text(f"{source.text.rstrip()}\n\n{head}\n{written.text}", encoding="utf-8", newline="\n")
    except OSError as error:
        raise DraftError(f"{file} cannot be written: {error.strerror or error}.") from error
    return written


def _loaded(draft: str) -> tuple[project.Source, Agreement]:
    source = project.read(draft)
    if not isinstance(source, project.Source):
        raise DraftError(source.headline)
    agreement = project.load(source, library=project.shipped_library()).agreement
    if agreement is None:
        raise DraftError(f"{draft} cannot be understood: see `servanda check {draft}`.")
    return source, agreement


def _standings(source: project.Source, agreement: Agreement, rows: Sequence[PositionRow]) -> tuple[Standing, ...]:
    """How far the draft's interests are protected, asked only where a position speaks of breaches."""
    if not agreement.interests or not any(asks_what_follows(row.quote or row.stance) for row in rows):
        return ()
    named = {actor.name: actor.ident for actor in agreement.actors}
    report = project.check(source, library=project.shipped_library())
    return tuple(Standing(named[one.of], one.name, one.rung) for one in report.interests if one.of in named)


def _written_in(agreement: Agreement, file: str) -> tuple[PositionRow, ...]:
    return tuple(_row(agreement, each, file) for each in agreement.words.positions)


def _row(agreement: Agreement, position: Position, file: str) -> PositionRow:
    words = position.words or " before ".join(_title(agreement, number) for number in position.clauses)
    said = position.said.isoformat() if position.said else ""
    return PositionRow(
        position.name, agreement.actor(position.of).name, position.name, _STRENGTHS[position.stance], words, said,
        source_distance=position.source or "", quote=words, file=file,
    )  # fmt: skip


def _title(agreement: Agreement, number: str) -> str:
    return agreement.clause(number).title or f"clause {number}"


def _conflicts(matched: Sequence[Matched]) -> tuple[tuple[Demand, ...], ...]:
    by_id = {one.position.id: one.demand for one in matched}
    sets = project.cannot_all_be_met(wishes_of([one.demand for one in matched]))
    return tuple(tuple(by_id[wish.label] for wish in found) for found in sets)


def _changes(after: Sequence[Matched], before: Sequence[Matched]) -> tuple[Change, ...]:
    earlier = {one.position.id: one.verdict for one in before}
    changed = (Change(one, earlier[one.position.id], one.verdict) for one in after)
    return tuple(one for one in changed if one.before is not one.after)
