"""Parsed words with their character places: all that the reading rules know of a parser."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from servanda.reading.span import Span


@dataclass(frozen=True, slots=True)
class Word:
    """One token: its place in the text, its form and its place in the dependency tree.

    ``head`` is the index of the governing word in the same tree (itself for a root); ``sent`` numbers the
    sentence; ``first`` and ``last`` are the indices of the leftmost and rightmost word it dominates.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sent: int
    first: int
    last: int
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of one block of text, with the sentences they form (pairs of word indices)."""

    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]

    def head(self, word: Word) -> Word:
        """The word that governs this one (itself at a root)."""
        return self.words[word.head]

    def children(self, word: Word, *deps: str) -> tuple[Word, ...]:
        """The words this one governs, of the given relations (of any, where none is given)."""
        found = (self.words[index] for index in word.children)
        return tuple(child for child in found if not deps or child.dep in deps)

    def span(self, word: Word) -> Span:
        """The characters from the first to the last word this one dominates."""
        return self.words[word.first].start, self.words[word.last].end

    def sentence(self, word: Word) -> tuple[Word, ...]:
        """The words of the sentence a word stands in."""
        start, end = self.sentences[word.sent]
        return self.words[start:end]

    def ancestors(self, word: Word) -> Iterator[Word]:
        """The governors of a word, nearest first."""
        while word.head != word.index:
            word = self.words[word.head]
            yield word


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text handed to the parser at once; ``start`` is where it begins in the document."""

    start: int
    text: str


#: A parser: blocks in, one tree a block out, in the same order, with places in the whole document.
Parser = Callable[[Iterable[Block]], Sequence[Tree]]

EMPTY = Tree((), ())
