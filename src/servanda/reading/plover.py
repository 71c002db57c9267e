"""Classes of verbal events after PLOVER: what a sentence tells that somebody did with words, towards somebody else.

Eight of its classes are carried by words: agree, consult, support, concede, request, accuse, reject, threaten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from servanda.reading.tree import Tree, Word

VERBAL = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
_REPORTING = frozenset(
    (
        "say",
        "report",
        "tell",
        "announce",
        "add",
        "state",
        "claim",
        "note",
        "write",
        "declare",
        "conclude",
        "confirm",
        "indicate",
        "reveal",
        "believe",
        "explain",
        "quote",
        "stress",
    )
)
_WILLING = frozenset(["willing", "prepared", "ready", "committed", "open", "eager", "keen"])
_BY_MODALITY: Mapping[str, str] = MappingProxyType(
    {
        "demand": "REQUEST", "condition": "REQUEST", "rejection": "REJECT", "red line": "REJECT", "refusal": "REJECT",
        "denial": "REJECT", "no comment": "REJECT", "accusation": "ACCUSE", "condemnation": "ACCUSE",
        "threat": "THREATEN", "support": "SUPPORT", "acceptance": "AGREE", "openness": "AGREE", "pledge": "AGREE",
    }
)  # fmt: skip
_REFUSING = re.compile(r"\b(?:out of the question|unacceptable|no (?:intention|plans?|need|reason))\b")
_DEEPEST = 6


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    """Classes by verb or verb and object; under other names what somebody is going to do, and things that harm."""
    found: dict[str, dict[str, str]] = {"": {}, "will-harm": {}, "will-help": {}, "harm-object": {}}
    for line in (files("servanda.reading") / "words" / "plover.txt").read_text("utf-8").splitlines():
        name, colon, listed = line.partition(": ")
        if colon and not line.startswith("#"):
            found[name if name in found else ""].update(dict.fromkeys(listed.split(), name))
    return MappingProxyType({name: MappingProxyType(entries) for name, entries in found.items()})


def class_of(modality: str, tree: Tree | None, place: int) -> str | None:
    """The class of a statement: by the kind of speech, else by the main event of its sentence."""
    if modality in _BY_MODALITY or tree is None:
        return _BY_MODALITY.get(modality)
    inside = (
        (start, end) for start, end in tree.sentences if tree.words[start].start <= place < tree.words[end - 1].end
    )
    start, end = next(inside, (0, 0))
    return event_of(tree, start, end)


def verbs() -> frozenset[str]:
    """Every verb of the table, which the base forms of a text are brought back to."""
    return frozenset(form.split("+")[0] for entries in _table().values() for form in entries)


def event_of(tree: Tree, start: int, end: int) -> str | None:
    """The class of the main event of one sentence (word indices); None where it tells none of the eight."""
    root = next((word for word in tree.words[start:end] if word.head == word.index), None)
    seen = 0
    while root is not None and seen < _DEEPEST:
        told = _told(tree, root)
        if told is not None:
            return told
        root, seen = _deeper(tree, root), seen + 1
    return None


def _deeper(tree: Tree, word: Word) -> Word | None:
    """What a reporting verb, a light verb or an auxiliary construction hands on to."""
    inner = tree.children(word, "ccomp", "xcomp", "acomp", "oprd")
    if inner:
        return inner[-1]
    told = [clause for noun in tree.children(word, "dobj") for clause in tree.children(noun, "acl")]
    return next(iter((*told, *tree.children(word, "conj", "advcl", "parataxis"))), None)


def _told(tree: Tree, word: Word) -> str | None:
    negated, modal = _negated(tree, word), _modal(tree, word)
    if word.lemma in _WILLING:
        acts = tree.children(word, "xcomp")
        turned = _negated(tree, tree.head(word)) or negated
        return "REJECT" if turned else _to_come(tree, acts[0], False) if acts else "AGREE"
    if _REFUSING.search(" ".join(each.text.lower() for each in tree.sentence(word))):
        return "REJECT"
    if word.lemma in _REPORTING and tree.children(word, "ccomp"):
        return None
    if modal == "will":
        return _to_come(tree, word, negated)
    if modal == "must":
        return "REQUEST"
    told = next((_table()[""][form] for form in _forms(tree, word) if form in _table()[""]), None)
    if negated and told in ("AGREE", "SUPPORT", "CONCEDE", "CONSULT"):
        return "REJECT"
    return told


def _to_come(tree: Tree, word: Word, negated: bool) -> str | None:
    """What somebody says they will do is a threat or an agreement, or a refusal."""
    threatening = any(each.lemma == "unless" for each in tree.sentence(word))
    if negated:
        return "REJECT"
    harmful = any(child.lemma in _table()["harm-object"] for child in tree.children(word, "dobj"))
    for form in _forms(tree, word):
        if threatening or form in _table()["will-harm"]:
            return "THREATEN"
        if form in _table()["will-help"]:
            return "AGREE"
    if harmful:
        return "THREATEN"
    return _table()[""].get(word.lemma) or "AGREE"


def _forms(tree: Tree, word: Word) -> Iterator[str]:
    """A verb with its object, its particle or its preposition, the more definite first; then alone."""
    for child in tree.children(word, "dobj", "prt", "prep", "advmod", "attr", "nsubjpass", "xcomp"):
        base = child.lemma.removesuffix("s") if child.dep in ("dobj", "nsubjpass") else child.lemma
        yield f"{word.lemma}+{child.lemma}"
        yield f"{word.lemma}+{base}"
    yield word.lemma


def _negated(tree: Tree, word: Word) -> bool:
    return bool(tree.children(word, "neg")) or any(
        child.lemma in ("never", "no") for child in tree.children(word, "advmod")
    )


def _modal(tree: Tree, word: Word) -> str:
    """``will`` for what is to come, ``must`` for what ought to be, else nothing."""
    texts = {child.text.lower() for child in tree.children(word, "aux")}
    if texts & {"will", "would", "shall", "’ll", "'ll"}:
        return "will"
    must = texts & {"must", "should", "ought"} or ("to" in texts and tree.head(word).lemma == "have")
    return "must" if must else ""
