"""The patterns by which a demand is taken apart, by name, from ``words/matching.txt``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    parts: dict[str, list[str]] = {}
    for line in (files("servanda.reading") / "words" / "matching.txt").read_text("utf-8").splitlines():
        name, colon, pattern = line.partition(": ")
        if colon and not line.startswith("#"):
            parts.setdefault(name, []).append(pattern)
    return MappingProxyType(
        {name: re.compile(rf"(?<!\w)(?:{'|'.join(listed)})", re.IGNORECASE) for name, listed in parts.items()}
    )


def find(name: str, words: str) -> re.Match[str] | None:
    """Where a kind of pattern first stands in some words."""
    return _patterns()[name].search(words)


def without(name: str, words: str) -> str:
    """Some words with every such pattern blanked."""
    return _patterns()[name].sub(" ", words)


def before(name: str, words: str) -> str | None:
    """What stands before the first such pattern; None where there is none."""
    found = find(name, words)
    return words[: found.start()] if found is not None else None
