"""Answers kept between two runs of a command, so that an edit asks anew only what it has changed.

The key says all that an answer hangs on: the part of the agreement that the question is about, the question, how far
it may be searched, and the program itself - every file that has a say in an answer, and the version of z3.  So an old
answer is never taken for a new question.  Whatever is wrong with the file - it cannot be made, read or written, it is
damaged, somebody else is writing - it is as if nothing had been kept: the answer is found anew.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from servanda.solvers.obligations import z3_version

OFF = "SERVANDA_NO_CACHE"
"""The variable of the environment that, set to anything, keeps answers from being kept."""
_DECIDES = ("servanda.solvers", "servanda.questions", "servanda.world")
_MOST = 20_000
"""Answers that are kept at most: the oldest go first."""
_PATIENCE = 1.0
"""Seconds to wait for somebody else who writes."""


@dataclass
class KeptAnswers:
    """What was found out before, as far as the file can be used, and what is new; written when it is closed."""

    path: Path
    salt: bytes
    fresh: dict[bytes, bytes] = field(default_factory=dict)
    _connection: sqlite3.Connection | None = None

    def __post_init__(self) -> None:
        with suppress(OSError, sqlite3.Error):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self.path, timeout=_PATIENCE)
            self._connection.execute("CREATE TABLE IF NOT EXISTS answers (key BLOB PRIMARY KEY, value BLOB)")

    def known(self, key: bytes) -> bytes | None:
        """See `servanda.solvers.kept.Store`."""
        salted = self._salted(key)
        if salted in self.fresh:
            return self.fresh[salted]
        with suppress(sqlite3.Error):
            found = (
                self._connection
                and self._connection.execute("SELECT value FROM answers WHERE key = ?", (salted,)).fetchone()
            )
            return bytes(found[0]) if found and isinstance(found[0], bytes) else None
        return None

    def keep(self, key: bytes, value: bytes) -> None:
        """See `servanda.solvers.kept.Store`."""
        self.fresh[self._salted(key)] = value

    def close(self) -> None:
        """Write down what is new, all of it or nothing."""
        if self._connection is None:
            return
        with suppress(sqlite3.Error), self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?)", self.fresh.items())
            self._connection.execute(
                "DELETE FROM answers WHERE rowid NOT IN (SELECT rowid FROM answers ORDER BY rowid DESC LIMIT ?)",
                (_MOST,),
            )
        with suppress(sqlite3.Error):
            self._connection.close()

    def _salted(self, key: bytes) -> bytes:
        return hashlib.sha256(self.salt + key).digest()


def place(environment: Mapping[str, str]) -> Path | None:
    """Where answers are kept; None where they are not to be kept, or there is nowhere to keep them."""
    if environment.get(OFF):
        return None
    base = environment.get("XDG_CACHE_HOME", "")
    if not Path(base).is_absolute():  # as the standard has it, what is relative does not count
        home = environment.get("HOME") or environment.get("USERPROFILE")
        if not home:
            return None
        base = str(Path(home) / ".cache")
    return Path(base) / "servanda" / "answers.sqlite"


@contextmanager
def kept_answers(environment: Mapping[str, str], *, wanted: bool = True) -> Iterator[KeptAnswers | None]:
    """The answers kept so far, or None where none are to be kept; what is new is written at the end."""
    path = place(environment) if wanted else None
    if path is None:
        yield None
        return
    answers = KeptAnswers(path, _program())
    try:
        yield answers
    finally:
        answers.close()


@cache
def _program() -> bytes:
    """A digest of everything that finds answers."""
    digest = hashlib.sha256(z3_version().encode())
    for package in _DECIDES:
        for name, data in sorted(_contents(files(package), "")):
            digest.update(f"{package}/{name}\0{len(data)}\0".encode() + data)
    return digest.digest()


def _contents(folder: Traversable, prefix: str) -> Iterable[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.name.endswith(".py"):
            yield f"{prefix}{entry.name}", entry.read_bytes()
