"""Nouns that carry a statement: "his call for talks", "the claim that …", "Moscow's refusal to sign"."""

from __future__ import annotations

from servanda.reading.attribution import Attribution
from servanda.reading.passage import Passage, noun_phrase
from servanda.reading.span import Span, Spans, trim
from servanda.reading.tree import Word


def carried_by_nouns(passage: Passage) -> list[Attribution]:
    """The attributions of a block whose cue is a noun with a possessor or a complement."""
    found = []
    for word in passage.tree.words:
        if word.pos == "NOUN" and word.lemma in passage.lexicon.nouns:
            content = _complement(passage, word, passage.lexicon.nouns[word.lemma])
            source = _holder(passage, word)
            if content is not None and source:
                cue = (word.start, word.end)
                found.append(Attribution(source, (cue,), (trim(passage.text, content),), "noun", word.lemma))
    return found


def _complement(passage: Passage, noun: Word, frames: frozenset[str]) -> Span | None:
    tree = passage.tree
    for child in tree.children(noun):
        if child.index < noun.index:
            continue
        if child.dep in ("acl", "ccomp") and _fits(passage, child, frames):
            return tree.span(child)
        if child.dep == "prep" and f"-{child.lemma}" in frames:
            start, end = tree.span(child)
            return (start + len(child.text), end)
    return None


def _fits(passage: Passage, clause: Word, frames: frozenset[str]) -> bool:
    marks = [mark.lemma for mark in passage.tree.children(clause, "mark", "aux")]
    return ("think" in frames and "that" in marks) or ("to" in frames and "to" in marks)


def _holder(passage: Passage, noun: Word) -> Spans:
    """Whose statement it is: the possessor before the noun ("Russia's claim", "their hope")."""
    for holder in passage.tree.children(noun, "poss"):
        start, end = noun_phrase(passage, holder)[0]
        for mark in ("’s", "'s", "’", "'"):
            if passage.text[start:end].endswith(mark):
                return ((start, end - len(mark)),)
        return ((start, end),)
    return ()
