"""How alike two sentences or texts are, by the words they share."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "and",
        "or",
        "but",
        "that",
        "this",
        "these",
        "those",
        "it",
        "its",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "he",
        "she",
        "they",
        "we",
        "i",
        "his",
        "her",
        "their",
        "our",
        "will",
        "would",
        "said",
        "says",
        "not",
        "no",
        "as",
        "from",
        "there",
        "s",
    ]
)


def likeness(one: str, other: str) -> float:
    """How much two sentences share, by their telling words: shared over all words, from 0 to 1."""
    first, second = telling(one), telling(other)
    return len(first & second) / len(first | second) if first and second else 0.0


@lru_cache(maxsize=4_096)
def telling(sentence: str) -> frozenset[str]:
    """The words of a sentence that carry what it says, cut to six letters so that "violated" meets "violation"."""
    return frozenset(word[:6] for word in _WORD.findall(sentence.lower()) if word not in _EMPTY)
