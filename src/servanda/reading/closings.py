"""Mends sentences that close with who said them: "Belland stands firm, its president, Oto Renn, told reporters."."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from servanda.reading.lexicon import Lexicon
from servanda.reading.tree import Tree, Word

_TAIL = 24
"""Words after the verb of saying, its addressee, day and place included."""
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "PRP")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_RELATIVE = ("who", "which", "whose")
_ADDRESSED = frozenset(["tell", "ask", "inform"])


def closed_by_speech(tree: Tree, lexicon: Lexicon) -> dict[int, Word]:
    """Words to replace so that a closing "NAME, the minister of X, said on Monday" rules its sentence."""
    changed: dict[int, Word] = {}
    for start, end in tree.sentences:
        verb = _closing_verb(tree, lexicon, start, end)
        if verb is None:
            continue
        parts = _apposed(tree, verb, start)
        if parts is not None:
            changed.update(_ruled_by(tree, verb, *parts, (start, end)))
    return changed


def _closing_verb(tree: Tree, lexicon: Lexicon, start: int, end: int) -> Word | None:
    """The last finite verb of a sentence, where it is one of saying, after a comma, with no clause of its own."""
    listed = tree.words[start:end]
    finite = [word for word in listed if word.tag in _FINITE and not _in_relative(tree, word)]
    verb = finite[-1] if len(finite) > 1 else None
    if verb is None or verb.tag not in ("VBD", "VBZ") or "say" not in lexicon.verbs.get(verb.lemma, frozenset()):
        return None
    if any(word.text in '“”"' for word in tree.words[verb.index : end]) or end - verb.index > _TAIL:
        return None
    objects = tree.children(verb, "dobj")
    told = verb.lemma in _ADDRESSED if objects else verb.lemma not in _ADDRESSED
    clauses = [child for child in tree.children(verb, "ccomp", "xcomp") if child.index > verb.index]
    return verb if told and not clauses and tree.words[verb.index - 1].text == "," else None


def _in_relative(tree: Tree, word: Word) -> bool:
    """Whether a verb belongs to a clause that begins with "who" or "which"."""
    return any(child.text.lower() in _RELATIVE for child in tree.children(word, "nsubj", "nsubjpass", "dobj"))


def _apposed(tree: Tree, verb: Word, start: int) -> tuple[range, range] | None:
    """The name and what is added to it between commas, right before a verb; None where a verb stands in them."""
    commas = [index for index in range(verb.index - 1, start, -1) if tree.words[index].text == ","]
    if len(commas) < 3:
        return None
    added, name = range(commas[1] + 1, commas[0]), range(commas[2] + 1, commas[1])
    relative = tree.words[added.start].text.lower() in _RELATIVE
    before = tree.words[start : commas[2]]
    if not _is_nominal(tree, name) or not (relative or _is_nominal(tree, added)):
        return None
    return (name, added) if any(word.tag in _FINITE for word in before) else None


def _is_nominal(tree: Tree, part: range) -> bool:
    words = [tree.words[index] for index in part]
    opens = words[0].tag in ("DT", "PRP$", "NNP", "NN", "JJ", "NNPS") if words else False
    return opens and any(word.tag in _NOUNS for word in words) and not any(word.tag in _FINITE for word in words)


def _ruled_by(tree: Tree, verb: Word, name: range, added: range, sentence: tuple[int, int]) -> dict[int, Word]:
    """The verb at the root; what was said, the name and the addition each hung on what they belong to."""
    start, end = sentence
    said = range(start, name.start - 1)
    top, who, more = (_top(tree, part) for part in (said, name, added))
    rooted = {verb.index: replace(verb, head=verb.index, dep="ROOT")}
    parts = ((said, top, verb, "ccomp"), (name, who, verb, "nsubj"), (added, more, who, "appos"))
    for part, head, above, dep in parts:
        for word in (tree.words[index] for index in part):
            if word.index == head.index:
                kept = "relcl" if part is added and word.tag in _FINITE else dep
                rooted[word.index] = replace(word, head=above.index, dep=kept)
            elif word.head not in part:
                rooted[word.index] = replace(word, head=head.index, dep=_inner(word, dep))
    for word in _others(tree, verb, name, end):
        rooted[word.index] = replace(word, head=verb.index)
    return rooted


def _inner(word: Word, dep: str) -> str:
    """Two verbs of what was said are joined; anything else hangs loosely."""
    return "conj" if dep == "ccomp" and word.tag in _FINITE else word.dep if word.dep == "punct" else "dep"


def _others(tree: Tree, verb: Word, name: range, end: int) -> Iterable[Word]:
    """The commas around the parts, and words after the verb that hang on something before it."""
    commas = [tree.words[index] for index in (name.start - 1, name.stop, verb.index - 1)]
    return [*commas, *(word for word in tree.words[verb.index + 1 : end] if word.head < verb.index)]


def _top(tree: Tree, part: range) -> Word:
    """The word of a part that rules it: the verb or noun whose head lies outside, else the first such word."""
    listed = [tree.words[index] for index in part]
    outside = [word for word in listed if word.head not in part or word.head == word.index]
    ruling = [word for word in outside if word.tag.startswith("VB")] or [word for word in outside if word.tag in _NOUNS]
    return max(ruling or outside or listed[:1], key=lambda word: word.last - word.first)
