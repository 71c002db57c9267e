"""Which of the known acts stand nearest to what somebody wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from servanda.agreement.event import ActKind
from servanda.syntax.nearest import distance

_STEM = 4
_FAR = 12
_SMALL = frozenset(("with", "from", "into", "for", "the", "and", "that", "this", "their", "upon", "over", "other"))


@dataclass(frozen=True, slots=True)
class Known:
    """An act that could stand in a place: its first words and its pattern there, and all words of noun and verb."""

    head: str
    pattern: str
    words: tuple[str, ...]


def nearest_first(text: str, known: Sequence[Known]) -> tuple[str, ...]:
    """The patterns of some acts: those that share more stems with the text first, then those spelled more like it."""
    wanted = _words(text.split())
    first = "".join(text.lower().split()[:1])

    def _far(act: Known) -> tuple[int, int]:
        fixed = _words(word for word in act.words if not word.isupper())
        shared = sum(any(_akin(one, other) for other in fixed) for one in wanted)
        return -shared, distance(first, "".join(act.head.lower().split()[:1]), _FAR)

    return tuple(dict.fromkeys(act.pattern for act in sorted(known, key=_far)))


def _words(words: Iterable[str]) -> tuple[str, ...]:
    """The words that carry meaning, each once."""
    found = (word for each in words for word in re.findall(r"[a-z]{3,}", each.lower()) if word not in _SMALL)
    return tuple(dict.fromkeys(found))


def _akin(one: str, other: str) -> bool:
    """Whether two words begin alike, so that "payment" and "pay", "withdrawal" and "withdraws" are akin."""
    length = min(_STEM, len(one), len(other))
    return one[:length] == other[:length]


def listed(acts: Iterable[ActKind]) -> str:
    """All acts with their verb and their noun, in alphabetical order of the verbs."""
    return "".join(sorted(f"{' '.join(act.verb)} - {' '.join(act.noun)}\n" for act in acts))
