"""Accounts kept by what they were read from: a text read once is never read again, and never taken from a stale copy.

The key is a digest of the text, of what the file tells about it, of the language model and the parser with their
versions, and of every file of the reading code and its word lists: whatever could change an account changes its key.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from servanda.desk.article import Article
from servanda.reading.account import Account

_ASKED_AT_ONCE = 500


class CacheError(ValueError):
    """A cache that cannot be opened, with the reason in words."""


@dataclass(frozen=True, slots=True)
class Cache:
    """A file of accounts; only one process writes to it, and each batch is written whole or not at all."""

    connection: sqlite3.Connection

    def known(self, keys: Sequence[bytes]) -> Mapping[bytes, Account]:
        """The accounts that are there for some keys. A damaged entry counts as absent."""
        found: dict[bytes, Account] = {}
        for at in range(0, len(keys), _ASKED_AT_ONCE):
            part = keys[at : at + _ASKED_AT_ONCE]
            marks = ",".join("?" * len(part))
            rows = self.connection.execute(f"SELECT key, account FROM accounts WHERE key IN ({marks})", part)  # noqa: S608 - only marks
            for key, packed in rows:
                account = _unpacked(packed)
                if account is not None:
                    found[key] = account
        return found

    def keep(self, accounts: Iterable[tuple[bytes, Account]]) -> None:
        """Add accounts; those of a batch appear together."""
        rows = [(key, _packed(account)) for key, account in accounts]
        with self.connection:
            self.connection.executemany("INSERT OR REPLACE INTO accounts VALUES (?, ?)", rows)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()


def open_cache(path: str) -> Cache:
    """Open a cache, made new where there is none; raises `CacheError`."""
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE IF NOT EXISTS accounts (key BLOB PRIMARY KEY, account BLOB)")
    except (OSError, sqlite3.Error) as error:
        raise CacheError(f"The cache {path} cannot be used: {error}.") from error
    return Cache(connection)


def key_of(article: Article, published: date | None, model: str, tagger: str = "") -> bytes:
    """The digest under which the account of an article is kept, read as published on a given day.

    ``tagger`` is the digest of the tagger's file, empty where none is used.
    """
    day = published or article.published
    parts = (
        code_digest(), model, model_version(model), day.isoformat() if day else "", str(published is not None),
        repr(article.publisher), repr(article.byline), tagger,
    )  # fmt: skip
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass"))
    digest.update(article.text.encode("utf-8", "surrogatepass"))
    return digest.digest()


@cache
def code_digest() -> str:
    """A digest of everything that reads: the code of the reading room and its word lists."""
    digest = hashlib.sha256()
    for name, data in sorted(_contents(files("servanda.reading"), "")):
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def _contents(folder: Traversable, prefix: str) -> Iterable[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _contents(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".py", ".txt")):
            yield f"{prefix}{entry.name}", entry.read_bytes()


@cache
def model_version(model: str) -> str:
    """The versions of the parser and of a model; of a model in a folder, a digest of its files."""
    versions = [_version("spacy"), _version(model)]
    if Path(model).is_dir():
        listed = sorted(path for path in Path(model).rglob("*") if path.is_file())
        versions.append(hashlib.sha256(b"\0".join(path.read_bytes() for path in listed)).hexdigest())
    return " ".join(versions)


def _version(package: str) -> str:
    try:
        return metadata.version(package.replace("_", "-"))
    except (metadata.PackageNotFoundError, ValueError):
        return "absent"


def _packed(account: Account) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(account), 1)


def _unpacked(packed: bytes) -> Account | None:
    try:
        return _decoder().decode(zlib.decompress(packed))
    except (zlib.error, msgspec.DecodeError, TypeError):
        return None


@cache
def _decoder() -> msgspec.msgpack.Decoder[Account]:
    return msgspec.msgpack.Decoder(Account)
