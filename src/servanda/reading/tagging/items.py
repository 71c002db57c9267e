"""Everything that could be an attribution: each word that may be a cue, with what may be its content and its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from servanda.reading.attribution import Attribution
from servanda.reading.cues import chain_top, subject_of
from servanda.reading.passage import Passage, noun_phrase
from servanda.reading.span import Spans, inside, merge, overlap, subtract, trim
from servanda.reading.tree import Tree, Word

_AUXILIARIES = ("aux", "auxpass", "neg", "prt")
_COMPLEMENTS = (
    "ccomp",
    "xcomp",
    "dobj",
    "prep",
    "acomp",
    "oprd",
    "attr",
    "advcl",
    "acl",
    "relcl",
    "pcomp",
    "dative",
    "agent",
)
_MOST = 14
"""Contents or sources that are held against each other for one cue."""


@dataclass(frozen=True, slots=True)
class Option:
    """Some words that may be a content or a source, and by which relation to the cue they were come by."""

    kind: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Item:
    """A word that may report, its cue words, what the rules made of it, and what may be its content and source."""

    word: Word
    cue: Spans
    ruled: Attribution | None
    contents: tuple[Option, ...]
    sources: tuple[Option, ...]


def items(passage: Passage, found: Sequence[Attribution]) -> list[Item]:
    """The words of a block that may be cues: verbs, predicates, nouns with a complement, and whatever rules took."""
    by_start = {word.start: word for word in passage.tree.words}
    ruled: dict[int, list[Attribution]] = {}
    for said in found:
        word = _cue_head(said, by_start)
        if word is not None:
            ruled.setdefault(word.index, []).append(said)
    listed = []
    for word in passage.tree.words:
        mine = ruled.get(word.index, [])
        if mine or _may_report(passage.tree, word):
            # Of what one cue holds in two parts, each stands for itself.
            listed += [_item(passage, word, said) for said in mine] or [_item(passage, word, None)]
    return [item for item in listed if item.contents]


def _cue_head(said: Attribution, by_start: dict[int, Word]) -> Word | None:
    """The word of a cue that rules the others; None where no word begins there."""
    words = [word for start, word in by_start.items() if any(a <= start < b for a, b in said.cue)]
    verbs = [word for word in words if word.tag.startswith("VB")]
    listed = verbs or words
    return listed[-1] if listed else None


def _may_report(tree: Tree, word: Word) -> bool:
    if word.tag.startswith("VB"):
        return word.dep not in ("aux", "auxpass") and bool(word.children)
    if word.pos == "ADJ":
        return word.dep in ("acomp", "oprd") and bool(tree.children(word, "prep", "xcomp", "ccomp"))
    if word.pos != "NOUN":
        return False
    after = [child for child in tree.children(word, "acl", "ccomp", "prep", "relcl") if child.index > word.index]
    return bool(after)


def _item(passage: Passage, word: Word, ruled: Attribution | None) -> Item:
    parts = {
        word,
        *(child for child in passage.tree.children(word, *_AUXILIARIES) if abs(child.index - word.index) <= 4),
    }
    top = chain_top(passage.tree, word)
    parts |= (
        {passage.tree.words[index] for index in range(top.index, word.index)} if word.index - top.index < 6 else set()
    )
    cue = ruled.cue if ruled is not None else merge([(part.start, part.end) for part in parts], 1)
    contents = [] if ruled is None else [Option("ruled", ruled.content)]
    contents += [Option(kind, spans) for kind, spans in _contents(passage, word, cue)]
    sources = [] if ruled is None else [Option("ruled", ruled.source)]
    sources += [Option(kind, spans) for kind, spans in _sources(passage, word, cue)]
    return Item(word, cue, ruled, _distinct(passage, contents, cue), _distinct(passage, sources, (), keep_empty=True))


def _distinct(
    passage: Passage, options: Sequence[Option], holes: Spans, keep_empty: bool = False
) -> tuple[Option, ...]:
    """Options without the words of the cue, each set of words once."""
    kept: dict[Spans, Option] = {}
    for one in options:
        bare = one.spans if one.kind == "ruled" else _without(passage, one.spans, holes)
        words = merge(trim(passage.text, piece, '.”“"') for piece in _without(passage, one.spans, holes))
        if (words or keep_empty) and words not in kept:
            kept[words] = Option(one.kind, merge(bare))
    return tuple(kept.values())[:_MOST]


def _without(passage: Passage, spans: Spans, holes: Spans) -> Spans:
    return tuple(trim(passage.text, piece) for span in spans for piece in subtract(span, holes))


def _contents(passage: Passage, word: Word, cue: Spans) -> Iterator[tuple[str, Spans]]:
    tree = passage.tree
    start, end = tree.sentence(word)[0].start, tree.sentence(word)[-1].end
    after = [child for child in tree.children(word, *_COMPLEMENTS) if child.index > word.index]
    objects = [child for child in after if child.dep == "dobj"]
    for child in after:
        yield child.dep + (f"-{child.lemma}" if child.dep == "prep" else ""), (tree.span(child),)
        if child.dep == "prep":
            yield f"of-{child.lemma}", ((child.end, tree.span(child)[1]),)
        if objects and child.index > objects[0].index:
            yield f"dobj+{child.dep}", ((tree.span(objects[0])[0], tree.span(child)[1]),)
    if after:
        first = min(tree.span(child)[0] for child in after)
        yield "rest", ((first, tree.span(word)[1]),)
        yield "to-the-end", ((first, end),)
    for child in tree.children(word, "ccomp", "nsubjpass", "parataxis"):
        if child.index < word.index:
            yield f"before-{child.dep}", (tree.span(child),)
    subject = subject_of(tree, word)
    held = [tree.span(subject)] if subject is not None else []
    yield "around", subtract((start, end), [*held, *cue, (word.start, max(word.end, _adjuncts(tree, word)))])
    for quote in passage.quotes:
        if start - 300 < quote[0] < end + 300 and not inside(cue[0], quote):
            yield "quote", (quote,)
    if word.dep in ("relcl", "acl"):
        noun = tree.head(word)
        yield "noun-before", ((tree.words[noun.first].start, noun.end),)


def _adjuncts(tree: Tree, word: Word) -> int:
    """Where the phrases after a closing verb of saying end ("said on Monday")."""
    ends = [
        tree.span(child)[1]
        for child in tree.children(word, "prep", "npadvmod", "advmod", "dobj")
        if child.index > word.index
    ]
    return max(ends, default=word.end)


def _sources(passage: Passage, word: Word, cue: Spans) -> Iterator[tuple[str, Spans]]:
    tree = passage.tree
    subject = subject_of(tree, word)
    if subject is not None and not overlap((subject.start, subject.end), cue[0]):
        kind = subject.dep if subject.dep in ("nsubj", "nsubjpass", "pobj", "poss") else "other"
        yield f"subject-{kind}", noun_phrase(passage, subject)
        yield "subject-whole", (tree.span(subject),)
        yield "subject-word", ((subject.start, subject.end),)
    for by in tree.children(word, "agent", "prep"):
        if by.lemma in ("by", "of", "from", "to", "for"):
            for whom in tree.children(by, "pobj"):
                yield f"{by.dep}-{by.lemma}", noun_phrase(passage, whom)
    for owner in tree.children(word, "poss", "compound", "amod"):
        yield owner.dep, ((tree.words[owner.first].start, owner.end),)
    head = tree.head(word)
    above = subject_of(tree, head) if head.index != word.index and head.tag.startswith("VB") else None
    if above is not None and above is not subject:
        yield "subject-of-head", noun_phrase(passage, above)
    yield "none", ()
