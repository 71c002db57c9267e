"""One block of text under reading, and the noun phrases in it."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.reading.cues import Cue
from servanda.reading.date_words import WEEKDAYS
from servanda.reading.lexicon import Lexicon
from servanda.reading.span import Spans, trim
from servanda.reading.tree import Tree, Word
from servanda.reading.turns import Turn


@dataclass(frozen=True, slots=True)
class Passage:
    """One block under reading: the whole text, its tree, the quotations in the text and the lexicon.

    ``turn`` is set where the block is a turn of a transcript.
    """

    text: str
    tree: Tree
    quotes: Spans
    lexicon: Lexicon
    turn: Turn | None = None


def noun_phrase(passage: Passage, word: Word, cue: Cue | None = None) -> Spans:
    """The noun phrase a word heads, cut before a non-restrictive clause, a venue or the cue itself."""
    tree = passage.tree
    first, last = word.first, word.last
    for child in tree.children(word):
        if child.index < word.index:
            continue
        if (
            (child.dep in ("relcl", "acl") and after_comma(tree, child))
            or (child.dep in ("prep", "npadvmod") and is_venue(passage, child))
            or (child.dep in ("prep", "appos", "advmod") and _is_beside(tree, child))
        ):
            last = min(last, before_comma(tree, child.first))
    if cue is not None:
        if word.index < cue.top.index:
            last = min(last, cue.top.index - 1)
        else:
            first = max(first, cue.verb.index + 1)
    if first > last:
        first = last = word.index
    return (trim(passage.text, (tree.words[first].start, tree.words[last].end)),)


def _is_beside(tree: Tree, child: Word) -> bool:
    """As in "Arland and Borland on Sunday each denied": the day and "each" are no part of the name."""
    days = (each.text.lower() in WEEKDAYS for each in tree.children(child, "pobj"))
    return child.text.lower() in ("each", "both", "all", "also") or any(days)


def after_comma(tree: Tree, word: Word) -> bool:
    """Whether a comma, dash or bracket stands right before what a word heads."""
    return word.first > 0 and tree.words[word.first - 1].text in ",–—("


def before_comma(tree: Tree, index: int) -> int:
    """The last word before the punctuation that precedes a place."""
    while index > 0 and tree.words[index - 1].pos == "PUNCT":
        index -= 1
    return index - 1


def is_venue(passage: Passage, prep: Word) -> bool:
    """Whether a phrase tells where something was said ("in a statement")."""
    venue = passage.lexicon.lists["venue"]
    return prep.dep == "npadvmod" or any(child.lemma in venue for child in passage.tree.children(prep, "pobj"))
