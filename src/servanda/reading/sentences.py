"""Attributions that hang on the whole sentence: according to, a bracketed "he said", a name and a colon."""

from __future__ import annotations

import re

from servanda.reading.attribution import Attribution
from servanda.reading.lexicon import load_lexicon
from servanda.reading.passage import Passage, noun_phrase
from servanda.reading.span import Span, Spans, merge, subtract, trim, within
from servanda.reading.tree import Word

_WHICH = re.compile(r", (?:(?:a copy|copies|parts?|excerpts?) of )?(?:which|who|whose|whom)\b[^,.;]{0,120}(?=,)")
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
    at_start = word.index == passage.tree.sentence(word)[0].index
    source = _until_comma(passage, source, at_start=at_start)
    phrase = (word.start, max(source[-1][1], _end_of_addition(passage, who, source[-1][1]) if at_start else 0))
    pieces = [trim(passage.text, piece, ".") for piece in subtract(_said_in(passage, word), [phrase])]
    content = merge(piece for piece in pieces if piece[1] - piece[0] > 3)
    return Attribution(source, ((word.start, to.end),), content, "according", "according")


def _end_of_addition(passage: Passage, who: Word, end: int) -> int:
    """As in "According to the draft, a copy of which was seen, …": where what is added about the source ends."""
    if (beside := _WHICH.match(passage.text, end)) is not None:
        return beside.end()
    full = passage.tree.span(who)[1]
    added = passage.text[end:full].lstrip(", ").lower()
    return full if added.startswith(("a ", "an ", "the ", "who ", "which ", "whose ")) else end


def _said_in(passage: Passage, word: Word) -> Span:
    """The sentence around the phrase, or only the relative clause it stands in ("which, according to X, …")."""
    verb = passage.tree.head(word)
    if verb.dep == "relcl" and passage.tree.head(verb).index < verb.first <= word.index:
        start, end = passage.tree.span(verb)
        pronoun = passage.tree.words[verb.first]
        return (pronoun.end if pronoun.tag in ("WDT", "WP") else start), end
    return sentence_span(passage, word)


def for_somebody(passage: Passage) -> list[Attribution]:
    """As in "For her, the amnesty “cannot be a bargaining chip”": a view, told with words of whoever holds it."""
    found = []
    for start, end in passage.tree.sentences:
        listed = passage.tree.words[start:end]
        if len(listed) < 4 or listed[0].text not in ("For", "To"):
            continue
        holders = passage.tree.children(listed[0], "pobj")
        office = bool(holders) and listed[1].text == "the" and holders[0].lemma in load_lexicon().listed("offices")
        if not holders or (holders[0].pos not in ("PROPN", "PRON") and not office) or holders[0].last + 1 >= end:
            continue
        comma = passage.tree.words[holders[0].last + 1]
        content = trim(passage.text, (comma.end, listed[-1].end), ".")
        if comma.text == "," and within(passage.quotes, *content):
            cue = ((listed[0].start, listed[0].end),)
            found.append(Attribution(noun_phrase(passage, holders[0]), cue, (content,), "according", "for"))
    return found


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
    if name.lower() in load_lexicon().listed("headings"):
        return []
    if not (name.isupper() or passage.text[content[0]] in "“\"'‘«"):
        return []
    return [
        Attribution(
            ((start, start + len(name)),), ((start + len(name), start + len(name) + 1),), (content,), "colon", ":"
        )
    ]
