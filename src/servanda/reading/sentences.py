"""Attributions that hang on the whole sentence: according to, a bracketed "he said", a name and a colon."""

from __future__ import annotations

import re

from servanda.reading.attribution import Attribution, Passage, noun_phrase
from servanda.reading.span import Span, Spans, merge, subtract, trim
from servanda.reading.tree import Word

_NAMED = re.compile(r"^((?:[A-Z][\w.'’-]*|of|the|de|and)(?: (?:[A-Z][\w.'’-]*|of|the|de|and)){0,5}): (?=\S)")


def sentence_span(passage: Passage, word: Word) -> Span:
    """The characters of the sentence around a word, without its final stop."""
    listed = passage.tree.sentence(word)
    return trim(passage.text, (listed[0].start, listed[-1].end), ".")


def according_to(passage: Passage) -> list[Attribution]:
    """As in "…, according to X": the content is the sentence around the phrase."""
    found = []
    words = passage.tree.words
    for word in words[:-1]:
        if word.lemma == "accord" or word.text.lower() == "according":
            to = words[word.index + 1]
            objects = passage.tree.children(to, "pobj") or passage.tree.children(word, "pobj")
            if to.text.lower() == "to" and objects:
                found.append(_around(passage, word, to, objects[0]))
    return found


def _around(passage: Passage, word: Word, to: Word, who: Word) -> Attribution:
    source = noun_phrase(passage, who)
    source = _until_comma(passage, source, at_start=word.index == passage.tree.sentence(word)[0].index)
    phrase = (word.start, source[-1][1])
    pieces = [trim(passage.text, piece, ".") for piece in subtract(sentence_span(passage, word), [phrase])]
    content = merge(piece for piece in pieces if piece[1] - piece[0] > 3)
    return Attribution(source, ((word.start, to.end),), content, "according", "according")


def _until_comma(passage: Passage, source: Spans, at_start: bool) -> Spans:
    """An opening "According to X, …" ends at the comma even where the parser reads on."""
    start, end = source[0]
    comma = passage.text.find(", ", start, end)
    return ((start, comma),) if at_start and comma > 0 else source


def named_colon(passage: Passage) -> list[Attribution]:
    """As in "NAME: …" at the head of a paragraph, as in transcripts."""
    if not passage.tree.words:
        return []
    start, end = passage.tree.words[0].start, passage.tree.words[-1].end
    named = _NAMED.match(passage.text[start:end])
    if named is None:
        return []
    content = trim(passage.text, (start + named.end(), end))
    name = named.group(1)
    if not (name.isupper() or passage.text[content[0]] in "“\"'‘«"):
        return []
    return [
        Attribution(
            ((start, start + len(name)),), ((start + len(name), start + len(name) + 1),), (content,), "colon", ":"
        )
    ]
