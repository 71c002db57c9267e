"""Accounts written one after another, as text, as lines of JSON, or as one JSON value at the end."""

from __future__ import annotations

from typing import Protocol, TextIO

from servanda.cli.layout import Style
from servanda.cli.render_reading import render
from servanda.reading.account import Account
from servanda.reading.to_json import AccountOut, account_out, line, rendered


class Writer(Protocol):
    """What takes accounts in their order."""

    def one(self, account: Account, name: str) -> None:
        """Take the next account."""

    def done(self) -> None:
        """There are no more."""


class TextWriter:
    """Accounts for people, a blank line between them."""

    def __init__(self, stream: TextIO, style: Style, full: bool) -> None:
        self._stream, self._style, self._full, self._lead = stream, style, full, ""

    def one(self, account: Account, name: str) -> None:
        """Write the next account."""
        self._stream.write(self._lead + render(account, name, self._style, self._full))
        self._stream.flush()
        self._lead = "\n"

    def done(self) -> None:
        """Nothing is left to write."""


class LinesWriter:
    """Accounts as lines of JSON."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def one(self, account: Account, name: str) -> None:
        """Write the next account."""
        self._stream.write(line(account_out(account, name)))

    def done(self) -> None:
        """Hand everything on."""
        self._stream.flush()


class JsonWriter:
    """All accounts as one JSON value."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._taken = stream, list[AccountOut]()

    def one(self, account: Account, name: str) -> None:
        """Keep the next account."""
        self._taken.append(account_out(account, name))

    def done(self) -> None:
        """Write them all."""
        self._stream.write(rendered(tuple(self._taken)))
        self._stream.flush()
