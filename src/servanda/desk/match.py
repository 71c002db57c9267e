"""Composes matching: a draft through `project`, positions from a ledger."""

from __future__ import annotations

from servanda import project
from servanda.agreement.agreement import Extent
from servanda.desk import ledgers
from servanda.reading.match import Clause, Matched, match


class DraftError(ValueError):
    """A draft that cannot be matched, with the reason in words."""


def match_files(draft: str, ledger: str) -> tuple[tuple[Matched, ...], bool]:
    """Each position of a ledger against a draft, and whether the draft is there in full.

    Raises `DraftError` or `ledgers.LedgerError`.
    """
    source = project.read(draft)
    if not isinstance(source, project.Source):
        raise DraftError(source.headline)
    agreement = project.load(source, library=project.shipped_library()).agreement
    if agreement is None:
        raise DraftError(f"{draft} cannot be understood: see `servanda check {draft}`.")
    clauses = [Clause(each.number, " ".join((each.title or "", *each.words))) for each in agreement.clauses]
    return match(ledgers.load(ledger).positions, clauses), agreement.header.extent is Extent.FULL
