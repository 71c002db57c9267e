"""Ledgers on the disk: a folder with positions.csv, claims.csv, documents.csv and positions.pact."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from servanda.reading.account import Account
from servanda.reading.ledger import (
    ClaimRow,
    DocumentRow,
    Ledger,
    PositionRow,
    added,
    csv_from_rows,
    pact_blocks,
    rows_from_csv,
)

_SAVED_EVERY = 200
"""Documents between two savings of a long run."""


class LedgerError(ValueError):
    """A ledger that cannot be read or written, with the reason in words."""


def load(folder: str) -> Ledger:
    """The tables of a ledger; an empty ledger where the folder holds none. Raises `LedgerError`."""
    root = Path(folder)
    try:
        return Ledger(
            rows_from_csv(_text(root / "positions.csv"), PositionRow),
            rows_from_csv(_text(root / "claims.csv"), ClaimRow),
            rows_from_csv(_text(root / "documents.csv"), DocumentRow),
        )
    except (OSError, ValueError) as error:
        raise LedgerError(f"The ledger {folder} cannot be read: {error}.") from error


class Book:
    """A ledger that is open: documents are worked in one after another, and written down now and then."""

    def __init__(self, folder: str) -> None:
        self._folder, self._ledger, self._unsaved = folder, load(folder), 0

    def add(self, account: Account, file: str) -> None:
        """Work one document in; raises `LedgerError` where it cannot be written down."""
        self._ledger = added(self._ledger, account, file)
        self._unsaved += 1
        if self._unsaved >= _SAVED_EVERY:
            self.save()

    def save(self) -> None:
        """Write down what is there."""
        save(self._folder, self._ledger)
        self._unsaved = 0


@contextmanager
def open_ledger(folder: str) -> Iterator[Book]:
    """A ledger to work documents into; what was added is written down however the work ends."""
    book = Book(folder)
    try:
        yield book
    finally:
        book.save()


def add(folder: str, account: Account, file: str) -> None:
    """Work one document into a ledger; raises `LedgerError`."""
    save(folder, added(load(folder), account, file))


def save(folder: str, ledger: Ledger) -> None:
    """Write the tables; each file is replaced whole or not at all. Raises `LedgerError`."""
    root = Path(folder)
    tables = {
        "positions.csv": csv_from_rows(ledger.positions, PositionRow),
        "claims.csv": csv_from_rows(ledger.claims, ClaimRow),
        "documents.csv": csv_from_rows(ledger.documents, DocumentRow),
        "positions.pact": pact_blocks(ledger.positions),
    }
    try:
        root.mkdir(parents=True, exist_ok=True)
        for name, text in tables.items():
            fresh = root / (name + ".new")
            fresh.write_text(text, encoding="utf-8", newline="")
            fresh.replace(root / name)
    except OSError as error:
        raise LedgerError(f"The ledger {folder} cannot be written: {error.strerror or error}.") from error


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig") if path.exists() else ""
