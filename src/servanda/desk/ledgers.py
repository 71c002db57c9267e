"""Ledgers on the disk: a folder with positions.csv, claims.csv, documents.csv and positions.pact."""

from __future__ import annotations

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
