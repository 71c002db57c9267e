"""Which terms a text defines, introduces or spells out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.plain.draft import Draft, Kind

_DEFINES = (
    re.compile(
        r"[\"“]([^\"”\n]{2,70})[\"”](?:[^.\"“]{0,60})? (?:means?|shall mean|refers? to|is defined|(?:shall have"
        r"|has|have) the meaning|includes?|comprises?|consists?|denotes?|designates?)\b"
    ),
    re.compile(
        r"\b(?:the terms?|hereinafter|hereafter|herein|referred to as|known as|called|collectively|together"
        r"|defined as|namely)\b[^\"“.]{0,60}[\"“]([^\"”]{2,70})[\"”]",
        re.I,
    ),
    re.compile(r"\([^()\"“]{0,50}[\"“]([^\"”]{2,70})[\"”][^()]{0,60}\)"),
    re.compile(
        r"\b(?:hereinafter|hereafter|herein)(?: (?:collectively|individually|jointly))? (?:referred to as|called"
        r"|known as)? ?(?:the |a |an )?((?:[A-Z][\w-]+(?: (?:on|of|the|and|for|in|to) )*[ ,)]?){1,6})",
        re.M,
    ),
    re.compile(
        r"(?:^|\n)\W*(?:\(?\w{1,3}[.)] +)?(?:the )?([A-Z][\w' -]{1,50}?) (?:means?|shall mean"
        r"|shall have the meaning|refers? to|is defined as|is the (?:date|period|area|day|line))\b"
    ),
    re.compile(r"\b(?:an?|the following|new) ((?:[A-Z][a-z]+(?:-[A-Za-z]+)?[ -]?){1,4})(?=[^A-Za-z]|[a-z])"),
    re.compile(r"\b((?:[A-Z][\w-]+ ){1,5})\([A-Z]{2,8}\)"),
    re.compile(r"(?:^|\n)[ \t]*([A-Z][\w' -]{1,50})[:–—] "),
    re.compile(
        r"\b([A-Z][\w-]+(?: [A-Z][\w-]+){0,3}) (?:shall be|is|are|will be) (?:hereby )?(?:established|created"
        r"|set up|defined|delimited|determined|composed|made up|marked|shown|drawn|described|listed|specified"
        r"|set out|indicated)\b"
    ),
)
_PAIRS = re.compile(r"[\"“]([^\"”\n]{2,70})[\"”]")


def defined_terms(draft: Draft) -> frozenset[str]:
    """The terms in small letters and singular."""
    return frozenset(_key(term) for term in _terms(draft) if term.strip())


def _terms(draft: Draft) -> Iterator[str]:
    text = draft.source.text[draft.begins :].replace("\u2019", "'")
    for pattern in _DEFINES:
        yield from (match[1] for match in pattern.finditer(text))
    for unit in draft.units:
        if unit.kind is Kind.HEADING:
            yield unit.text.strip(" *#.:")
        elif unit.kind is Kind.DEFINITION:
            yield from (match[1] for match in _PAIRS.finditer(unit.text))


def _key(term: str) -> str:
    words = " ".join(re.split(r"[\s-]+", term.lower().strip(" ,.)(")))
    return re.sub(r"ies$", "y", words) if words.endswith("ies") else words.removesuffix("s")
