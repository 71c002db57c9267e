"""Options in square brackets, which mean what they mean to diplomats: not agreed yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from servanda.syntax.tree import Bracket, Option
from servanda.text import Span

MOST_VARIANTS = 64
"""Combinations of options that one line may have."""

_PIECE = re.compile(r'"[^"\n]*"|\u201c[^\u201d\n]*\u201d|[\[\]|]')
_OWNER = re.compile(r"\s*([^\W\d][\w ./&-]{0,40}?)\s*:")


@dataclass(frozen=True, slots=True)
class BracketFault:
    """What is wrong with a bracket: ``open``, ``nested``, ``closed`` (without being open), ``single`` or ``many``."""

    kind: str
    span: Span


def brackets_in(text: str, base: int) -> tuple[tuple[Bracket, ...], tuple[BracketFault, ...]]:
    """The brackets of a line that begins at `base` in the source."""
    found: list[Bracket] = []
    faults: list[BracketFault] = []
    cuts: list[int] = []
    for match in _PIECE.finditer(text):
        here = Span(base + match.start(), base + match.end())
        if match[0] == "[":
            if cuts:
                faults.append(BracketFault("nested", here))
            cuts = [match.start()]
        elif match[0] == "|" and cuts:
            cuts.append(match.start())
        elif match[0] == "]" and cuts:
            found.append(_bracket(text, [*cuts, match.start()], base))
            cuts = []
        elif match[0] == "]":
            faults.append(BracketFault("closed", here))
    if cuts:
        faults.append(BracketFault("open", Span(base + cuts[0], base + len(text.rstrip()))))
    faults += [BracketFault("single", each.span) for each in found if len(each.options) < 2]
    return tuple(found), tuple(faults)


def variants(text: str, brackets: tuple[Bracket, ...], base: int) -> Iterator[str]:
    """The line once for every combination of options, each character where it was."""
    for chosen in product(*(bracket.options for bracket in brackets)):
        characters = list(text)
        for bracket, option in zip(brackets, chosen, strict=True):
            start, end = bracket.span.start - base, bracket.span.end - base
            characters[start:end] = " " * (end - start)
            inner = slice(option.span.start - base, option.span.end - base)
            characters[inner] = text[inner]
        yield "".join(characters)


def too_many(brackets: tuple[Bracket, ...]) -> bool:
    """Whether a line has more combinations than anybody could ask about."""
    count = 1
    for bracket in brackets:
        count *= len(bracket.options)
    return count > MOST_VARIANTS


def _bracket(text: str, cuts: list[int], base: int) -> Bracket:
    options = tuple(_option(text, left + 1, right, base) for left, right in pairwise(cuts))
    return Bracket(options, Span(base + cuts[0], base + cuts[-1] + 1))


def _option(text: str, left: int, right: int, base: int) -> Option:
    owner = _OWNER.match(text, left, right)
    start = owner.end() if owner else left
    inner = text[start:right]
    start += len(inner) - len(inner.lstrip())
    return Option(owner[1] if owner else None, inner.strip(), Span(base + start, base + start + len(inner.strip())))
