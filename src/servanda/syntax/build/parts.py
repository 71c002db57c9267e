"""The parts that a rule of the grammar matched, and how to pick from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from lark import Token

from servanda.syntax.tree import Moment, Phrase
from servanda.text import Span

Parts = list[Any]
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Silent:
    """Marks ``not stated`` among the parts of a rule."""

    span: Span


@dataclass(frozen=True, slots=True)
class Since:
    """The word, or the date, after "of" in ``within 7 days of adoption``."""

    word: str
    span: Span
    start: Moment | None = None


@dataclass(frozen=True, slots=True)
class Summed:
    """What a sentence speaks of, as a sum: ``tanks of A plus guns of A``."""

    parts: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """A mark without content: the other values of a rule tell the rest."""

    name: str


def pick(parts: Parts, *wanted: type[Found]) -> Found | None:
    return next((part for part in parts if isinstance(part, wanted)), None)


def need(parts: Parts, *wanted: type[Found]) -> Found:
    found = pick(parts, *wanted)
    if found is None:
        raise AssertionError(f"the grammar promises one of {wanted}")
    return found


def every_part(parts: Parts, *wanted: type[Found]) -> tuple[Found, ...]:
    return tuple(part for part in parts if isinstance(part, wanted))


def token_of(parts: Parts, *kinds: str) -> Token | None:
    return next((part for part in parts if isinstance(part, Token) and part.type in kinds), None)


def lower(text: str) -> str:
    return " ".join(text.lower().split())
