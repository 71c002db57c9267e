"""How far long work has come: a line on standard error, for people at a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

PATIENCE = 2.0
"""Seconds before anything is shown: quick work needs no word."""
_WIDTH = 30


@dataclass
class Progress:
    """Counts what is done, and shows the count once the work takes long."""

    what: str
    begun: float
    unit: str = "questions answered"
    answered: int = 0
    shown: bool = False

    def tick(self) -> None:
        """One more is done."""
        self.answered += 1
        if time.monotonic() - self.begun >= PATIENCE:
            bar = "." * (self.answered % _WIDTH)
            sys.stderr.write(f"\r{self.what}: {self.answered} {self.unit} {bar:<{_WIDTH}}")
            sys.stderr.flush()
            self.shown = True

    def clear(self) -> None:
        """Take the line away again."""
        if self.shown:
            sys.stderr.write("\r" + " " * (len(self.what) + 60) + "\r")
            sys.stderr.flush()


@contextmanager
def progress(what: str, unit: str = "questions answered") -> Iterator[Progress | None]:
    """A progress line if standard error is a terminal, else None."""
    if not sys.stderr.isatty():
        yield None
        return
    shown = Progress(what, time.monotonic(), unit)
    try:
        yield shown
    finally:
        shown.clear()
