"""Parses one line.  The only module that makes a parser."""

from __future__ import annotations

import hashlib
import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import lark
from lark import Lark, UnexpectedCharacters, UnexpectedToken

from servanda.syntax.build.builder import Builder
from servanda.syntax.tree import Node
from servanda.text import Span

STARTS = (
    "file_line",
    "header_line",
    "clause_line",
    "entitlement_line",
    "act_line",
    "scenario_line",
    "clause_reading",
    "entitlement_reading",
    "parallel_reading",
    "interest_reading",
    "stock_reading",
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A line understood; `impossible_days` are dates that the calendar does not have."""

    node: Node
    impossible_days: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Stuck:
    """A line that cannot be read beyond `position`; `found` is the word there ("" at the end)."""

    position: int
    found: str
    expected: frozenset[str]


def parse(start: str, text: str, at: Callable[[int], int]) -> Parsed | Stuck:
    """Parse one line as `start`; `at` turns positions in `text` into positions in the source."""
    try:
        matched = _parser().parse(text, start=start)
    except UnexpectedToken as error:
        parser: Any = error.interactive_parser  # lark does not type it
        expected = frozenset(parser.accepts() if parser is not None else error.expected)
        if error.token.type == "$END":
            return Stuck(len(text.rstrip()), "", expected)
        return Stuck(error.token.start_pos or 0, str(error.token), expected)
    except UnexpectedCharacters as error:
        caught: Any = error  # lark types the position as None
        position: int = caught.pos_in_stream
        return Stuck(position, text[position], frozenset(error.allowed or ()))
    builder = Builder(at)
    return Parsed(builder.transform(matched), tuple(builder.impossible_days))


def saved() -> bytes:
    """A parser ready for use, which `grammar.saved` holds: to make one of the grammar takes longer than a check."""
    kept = io.BytesIO()
    _made().save(kept)
    return _seal() + kept.getvalue()


@cache
def _parser() -> Lark:
    """The parser that was saved, if it is one of this grammar, or one made anew."""
    seal, beside = _seal(), files("servanda.syntax") / "grammar.saved"
    kept = beside.read_bytes() if beside.is_file() else b""
    return Lark.load(io.BytesIO(kept[len(seal) :])) if kept.startswith(seal) else _made()


def _made() -> Lark:
    return Lark.open_from_package(
        "servanda.syntax", "grammar.lark", parser="lalr", start=list(STARTS), maybe_placeholders=False
    )


def _seal() -> bytes:
    """What a saved parser depends on: the grammar, where a line may begin in it, lark, and Python."""
    grammar = (files("servanda.syntax") / "grammar.lark").read_bytes()
    made_with = " ".join((*STARTS, lark.__version__, sys.version))
    return hashlib.sha256(grammar + made_with.encode()).digest()
