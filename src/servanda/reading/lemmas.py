"""Base forms of inflected English words, as far as the word lists need them: a word on no list keeps its stem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def irregular() -> Mapping[str, str]:
    """Irregular verb and noun forms with their base form."""
    found: dict[str, str] = {}
    for line in (files("servanda.reading") / "words" / "irregular.txt").read_text("utf-8").splitlines():
        base, colon, forms = line.partition(":")
        if colon and not line.startswith("#"):
            found.update(dict.fromkeys(forms.split(), base))
    return MappingProxyType(found)


def lemma_of(text: str, tag: str, known: Set[str]) -> str:
    """The base form in lower case: of the forms a word may go back to, one that is known, else the plainest."""
    word = text.lower().replace("’", "'")
    if tag not in ("VBD", "VBN", "VBG", "VBZ", "VBP", "VB", "MD", "NNS"):
        return word
    if word in irregular():
        return irregular()[word]
    options = list(_options(word, tag))
    return next((option for option in options if option in known), options[0])


def _options(word: str, tag: str) -> Iterator[str]:
    """What an inflected form may go back to, the likelier first."""
    if tag in ("VBZ", "NNS") and word.endswith("s") and not word.endswith("ss"):
        if word.endswith("ies") and len(word) > 4:
            yield word[:-3] + "y"
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
    for tags, ending in ((("VBG",), "ing"), (("VBD", "VBN"), "ed")):
        if tag in tags and word.endswith(ending) and len(word) > len(ending) + 1:
            yield from _stems(word.removesuffix(ending), ending)
    yield word


def _stems(stem: str, ending: str) -> Iterator[str]:
    if ending == "ed" and stem.endswith("i"):
        yield stem[:-1] + "y"
    yield stem
    yield stem + "e"
    if len(stem) > 2 and stem[-1] == stem[-2]:
        yield stem[:-1]
