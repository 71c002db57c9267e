"""Which sentences that ask for something a line of the encoding answers: each needs a line, or words, of its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

Words = frozenset[str]


def unanswered(asking: Sequence[Words], lines: Sequence[Words]) -> tuple[int, ...]:
    """The places in `asking` to which no line answers.

    Each line answers the sentence that it has most words in common with, so that as many as can be are answered. It
    answers a second one only by words that it does not share with the first: "also exchange lists of the prisoners" is
    not said by a line on their release; a sentence all of whose words the line says is.
    """
    taken = _paired(asking, lines)
    left = [place for place in range(len(asking)) if place not in taken.values()]
    return tuple(place for place in left if not _has_words_of_its_own(place, asking, lines, taken))


def _paired(asking: Sequence[Words], lines: Sequence[Words]) -> dict[int, int]:
    """Lines with the sentence that each answers: as many as possible, the likest first."""
    places = product(range(len(lines)), range(len(asking)))
    linked = [(len(lines[line] & asking[place]), -place, -line) for line, place in places]
    taken: dict[int, int] = {}
    for common, place, line in sorted(linked, reverse=True):
        if common and -line not in taken and -place not in taken.values():
            taken[-line] = -place
    for place in range(len(asking)):
        if place not in taken.values():
            _make_room(place, asking, lines, taken, set())
    return taken


def _make_room(
    place: int, asking: Sequence[Words], lines: Sequence[Words], taken: dict[int, int], tried: set[int]
) -> bool:
    """Find a line for a sentence, others moving on to other lines where they can."""
    for line, words in enumerate(lines):
        if line in tried or not words & asking[place]:
            continue
        tried.add(line)
        if line not in taken or _make_room(taken[line], asking, lines, taken, tried):
            taken[line] = place
            return True
    return False


def _has_words_of_its_own(place: int, asking: Sequence[Words], lines: Sequence[Words], taken: dict[int, int]) -> bool:
    """Whether some line says a word of this sentence that is not in the one it answers already, or all of its words."""
    return any(
        (words & asking[place]) - asking[taken[line]] or asking[place] <= words
        for line, words in enumerate(lines)
        if line in taken
    )
