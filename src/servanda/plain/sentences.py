"""A paragraph as its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.;?!][\"”')\]]* +(?=[A-Z(\"“\[–-])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:No|Nos|Art|Arts|art|para|paras|Sec|St|Dr|Mr|Mrs|Ms|Gen|Col|Maj|Inc|Ltd|Co|vs|cf|e\.g|i\.e|etc"
    r"|approx|Sept|Oct"
    r"|Nov|Dec|Jan|Feb|Aug|res|[A-Z]))\.$"
)


def split(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence with where it starts. A semicolon ends one before a capital letter, as in the lists of treaties."""
    start = 0
    for end in _END.finditer(text):
        piece = text[start : end.start() + 1]
        if _ABBREVIATED.search(piece):
            continue
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), piece.strip()
        start = end.end()
    rest = text[start:]
    if rest.strip():
        yield start + len(rest) - len(rest.lstrip()), rest.strip()
