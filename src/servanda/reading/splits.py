"""Where one content is two, and where a content ends before the narrator's afterthought."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from servanda.reading.attribution import Attribution
from servanda.reading.lexicon import load_lexicon
from servanda.reading.passage import Passage
from servanda.reading.span import Span, covered, merge, overlap, subtract, trim
from servanda.reading.tree import Word

_AND_THAT = re.compile(r"(?:,|\s[—–-])?\s+(?:and|but|or)\s+that\b")
#: What a narrator says of a speaker who left something out.
_SILENT = frozenset(
    [
        "elaborate",
        "specify",
        "explain",
        "give",
        "provide",
        "offer",
        "cite",
        "say",
        "name",
        "identify",
        "disclose",
        "present",
        "produce",
    ]
)


_SAID = load_lexicon().listed("said-nouns")


def split_clauses(passage: Passage, said: Attribution) -> Iterator[Attribution]:
    """As in "said that A - and that B" are two statements of one source under one cue."""
    if said.rule != "clause" or len(said.content) != 1:
        yield said
        return
    start, end = said.content[0]
    cuts = [match for match in _AND_THAT.finditer(passage.text, start, end) if _top_mark(passage, match.end(), start)]
    if not passage.text[start:end].startswith("that"):
        cuts = []
    for cut in cuts:
        yield replace(said, content=(trim(passage.text, (start, cut.start())),))
        start = cut.end() - len("that")
    yield replace(said, content=(trim(passage.text, (start, end)),))


def _top_mark(passage: Passage, that_end: int, start: int) -> bool:
    """Whether the second "that" opens a clause joined to the content clause itself."""
    for word in passage.tree.words:
        if word.end == that_end and word.dep == "mark":
            clause = passage.tree.head(word)
            head = passage.tree.head(clause)
            return (
                clause.dep in ("conj", "ccomp") and head.start <= clause.start and head.end > start
            ) or clause.dep == "ccomp"
    return False


def without_afterthought(passage: Passage, said: Attribution) -> Attribution:
    """Drop "although he did not elaborate" and its like: the narrator speaks of the speaker."""
    holes = [
        hole for hole in _afterthoughts(passage)
        if any(overlap(hole, span) for span in said.content) and not covered(said.cue[0], [hole])
    ]  # fmt: skip
    if not holes:
        return said
    pieces = [trim(passage.text, piece) for span in said.content for piece in subtract(span, holes)]
    return replace(said, content=merge(pieces))


def _afterthoughts(passage: Passage) -> Iterator[Span]:
    for word in passage.tree.words:
        if word.lemma in _SILENT and (span := afterthought(passage, word)) is not None:
            yield span
        if (answered := _answered(passage, word)) is not None:
            yield answered


def _answered(passage: Passage, word: Word) -> Span | None:
    """As in ", an allegation the army denies": the narrator names what was said and goes on to another's answer."""
    if word.dep not in ("appos", "npadvmod", "dep") or word.lemma not in _SAID:
        return None
    apart = word.first > 0 and passage.tree.words[word.first - 1].text in ",–—"
    return passage.tree.span(word) if apart and passage.tree.children(word, "relcl") else None


def afterthought(passage: Passage, verb: Word) -> Span | None:
    """The span of a negated "did not elaborate" clause with its conjunction; None where the verb is no such thing."""
    tree = passage.tree
    negated = bool(tree.children(verb, "neg"))
    mark = [child for child in tree.children(verb, "mark") if child.lemma in ("although", "though", "while")]
    without = verb.dep == "pcomp" and tree.head(verb).lemma == "without"
    pronoun = [child for child in tree.children(verb, "nsubj") if child.pos == "PRON"]
    if without:
        head = tree.head(verb)
        return head.start, tree.span(verb)[1]
    if negated and mark and pronoun:
        return mark[0].start, tree.span(verb)[1]
    return None
