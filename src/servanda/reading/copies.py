"""Copies of one text: syndicated and lightly edited articles have one origin, however many sites carry them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from hashlib import blake2b

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_KEPT = 96
#: From this estimated share of common shingles on, two texts are copies. Edited wire copy stays well above it,
#: two reporters at one press conference well below.
COPY = 0.4

Sketch = tuple[int, ...]


def sketch(text: str) -> Sketch:
    """The smallest hashes of the runs of four words of a text: alike for texts that are alike."""
    tokens = [token.lower() for token in _WORD.findall(text)]
    runs = {" ".join(tokens[at : at + _SHINGLE]) for at in range(max(1, len(tokens) - _SHINGLE + 1))}
    hashes = sorted(int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") for run in runs)
    return tuple(hashes[:_KEPT])


def copied_share(one: Sketch, other: Sketch) -> float:
    """The estimated share of shingles two texts have in common, from 0 to 1."""
    if not one or not other:
        return 0.0
    smallest = sorted(set(one) | set(other))[:_KEPT]
    shared = set(one) & set(other)
    return sum(value in shared for value in smallest) / len(smallest)


def first_of(sketches: Mapping[str, Sketch], name: str) -> str:
    """The first listed text that one is a copy of, by whatever copies lie between them; itself where it is none."""
    mine = sketches[name]
    for other, theirs in sketches.items():
        if other == name:
            return name
        if copied_share(mine, theirs) >= COPY:
            return first_of(sketches, other)
    return name


def independent(origins: Sequence[str]) -> int:
    """How many origins there are, each counted once; at least one, for somebody said it."""
    return max(1, len(set(origins)))
