"""The cue lexicon: which verbs, adjectives and nouns report speech, thought or a stance, and in which frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Frames by lemma (``point+out`` for verb and particle); every mapping is read-only."""

    verbs: Mapping[str, frozenset[str]]
    adjectives: Mapping[str, frozenset[str]]
    nouns: Mapping[str, frozenset[str]]
    lists: Mapping[str, frozenset[str]]

    def listed(self, name: str) -> frozenset[str]:
        """A plain word list by its name; empty where there is none."""
        return self.lists.get(name, frozenset())


def entries(text: str) -> Mapping[str, frozenset[str]]:
    """Read ``lemma: frame frame`` lines; a lemma listed twice has the frames of both lines."""
    found: dict[str, frozenset[str]] = {}
    for line in text.splitlines():
        lemma, colon, frames = line.partition(":")
        if colon and not line.startswith("#"):
            found[lemma.strip()] = found.get(lemma.strip(), frozenset()) | frozenset(frames.split())
    return MappingProxyType(found)


@cache
def load_lexicon() -> Lexicon:
    """The lexicon shipped with the package."""
    folder = files("servanda.reading") / "words"
    read = {
        name: entries((folder / f"{name}.txt").read_text("utf-8")) for name in ("cues", "adjectives", "nouns", "lists")
    }
    return Lexicon(read["cues"], read["adjectives"], read["nouns"], read["lists"])
