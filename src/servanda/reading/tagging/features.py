"""What is seen of an item: words, relations and shapes, as numbers of a fixed range."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from servanda.reading.attribution import Attribution
from servanda.reading.lexicon import load_lexicon
from servanda.reading.passage import Passage
from servanda.reading.quotes import quoted_share
from servanda.reading.span import Spans, covered
from servanda.reading.tagging.items import Item, Option
from servanda.reading.tree import Tree, Word

BITS = 18
"""Features are numbered by hash within two to this power."""
_HUMANS = load_lexicon().listed("humans") | load_lexicon().listed("offices") | load_lexicon().listed("bodies")
_TELLING = frozenset(
    ["ruled", "ccomp", "xcomp", "dobj", "quote", "before-ccomp", "before-parataxis", "before-nsubjpass"]
)
_SIZES = (1, 2, 3, 5, 8, 13, 21, 34, 55)


def numbered(features: Iterable[str]) -> list[int]:
    """The numbers of some features; the same on every machine."""
    return [crc32(one.encode("utf-8", "surrogatepass")) & ((1 << BITS) - 1) for one in features]


def of_cue(passage: Passage, item: Item, found: Sequence[Attribution]) -> Iterator[str]:
    """Whether a word reports: the word, its place in the tree, its subject, what the rules say."""
    tree, word = passage.tree, item.word
    head, rule = tree.head(word), item.ruled.rule if item.ruled is not None else "-"
    subject = _subject(passage, item)
    deps = sorted({child.dep for child in tree.children(word)})
    said = any(covered(item.cue[0], one.content) for one in found if one is not item.ruled)
    frames = sorted(passage.lexicon.verbs.get(word.lemma, frozenset()))
    lemma, tag = word.lemma.lower(), word.tag
    yield from (
        "c", f"c lemma {lemma}", f"c text {word.text.lower()}", f"c rule {rule}", f"c lemma {lemma} rule {rule}",
        f"c tag {tag}", f"c dep {word.dep}", f"c tag {tag} dep {word.dep}", f"c lemma {lemma} dep {word.dep}",
        f"c head {head.lemma.lower()}", f"c headtag {head.tag} {word.dep}", f"c subject {subject}",
        f"c lemma {lemma} subject {subject}", f"c rule {rule} subject {subject}", f"c deps {' '.join(deps)}",
        f"c inside {said} {rule}", f"c quoted {covered(item.cue[0], passage.quotes)} {rule}",
        f"c frames {' '.join(frames)}", f"c frames {' '.join(frames)} {subject}", f"c end {lemma[-3:]} {tag}",
        f"c nested {said} {tag} {subject}",
    )  # fmt: skip
    for dep in deps:
        yield f"c has {dep}"
        yield f"c lemma {lemma} has {dep}"
    for child in tree.children(
        word, "prep", "prt", "mark", "aux", "neg", "auxpass", "advmod", "dobj", "xcomp", "ccomp"
    ):
        yield f"c child {child.dep} {child.lemma.lower()}"
        if child.dep in ("prep", "prt", "dobj", "neg"):
            yield f"c lemma {lemma} {child.dep} {child.lemma.lower()}"
    for step in (-2, -1, 1, 2):
        near = _at(tree, word.index + step)
        yield f"c at {step} {near}"
    sentence = tree.sentence(word)
    opens = sentence[0]
    yield f"c opens {opens.index == word.index} {opens.tag}"
    yield f"c quote-near {bool(_quotes_in(passage, sentence[0].start, sentence[-1].end))} {rule}"
    yield f"c quote-near {bool(_quotes_in(passage, sentence[0].start, sentence[-1].end))} {lemma}"


def of_content(passage: Passage, item: Item, option: Option) -> Iterator[str]:
    """Whether some words are what a cue reports."""
    tree, word = passage.tree, item.word
    lemma, kind = word.lemma.lower(), option.kind
    rule = item.ruled.rule if item.ruled is not None else "-"
    inner = _words(tree, option.spans)
    first, last = (inner[0], inner[-1]) if inner else (word, word)
    size = _size(len(inner))
    share = round(4 * quoted_share(option.spans, passage.quotes))
    side = "before" if inner and first.index < word.index else "after"
    sentence = tree.sentence(word)
    yield from (
        "k", f"k kind {kind}", f"k kind {kind} rule {rule}", f"k kind {kind} lemma {lemma}", f"k size {size}",
        f"k size {size} kind {kind}", f"k share {share} {kind}", f"k side {side} {kind} {word.tag}",
        f"k first {first.text.lower()}", f"k first {first.text.lower()} {kind}", f"k firsttag {first.tag} {kind}",
        f"k last {last.tag}", f"k ends {last.index >= sentence[-1].index - 1} {kind}",
        f"k starts {first.index <= sentence[0].index} {kind}", f"k pieces {len(option.spans)} {kind}",
        f"k before {_at(tree, first.index - 1)}", f"k after {_at(tree, last.index + 1)} {kind}",
        f"k gap {_size(abs(first.index - word.index))} {kind}", f"k rule {rule} share {share} {side}",
        f"k has {' '.join(sorted({child.dep for child in tree.children(word)}))} {kind}",
        f"k options {' '.join(sorted({one.kind for one in item.contents if one.kind in _TELLING}))} {kind}",
        f"k finite {any(each.tag in ('VBD', 'VBZ', 'VBP', 'MD') for each in inner)} {kind}",
        f"k wdep {word.dep} {kind}", f"k wtag {word.tag} {kind}",
    )  # fmt: skip


_TELLING = frozenset(
    ["ruled", "ccomp", "xcomp", "dobj", "quote", "before-ccomp", "before-parataxis", "before-nsubjpass"]
)


def of_source(passage: Passage, item: Item, option: Option) -> Iterator[str]:
    """Whether some words are whose report it is."""
    tree, word = passage.tree, item.word
    rule = item.ruled.rule if item.ruled is not None else "-"
    inner = _words(tree, option.spans)
    last, first = (inner[-1], inner[0]) if inner else (word, word)
    kind, kinds = option.kind, " ".join(sorted({one.kind for one in item.sources}))
    size = _size(len(inner))
    shape, passive = _shape(inner), bool(tree.children(word, "auxpass", "nsubjpass"))
    yield from (
        "s", f"s kind {kind}", f"s kind {kind} rule {rule}", f"s kind {kind} tag {word.tag} {word.dep}",
        f"s kinds {kinds} {kind}", f"s size {size} {kind}", f"s last {last.text.lower()}",
        f"s lasttag {last.tag} {kind}", f"s first {first.text.lower()} {kind}", f"s shape {shape} {kind}",
        f"s lemma {word.lemma.lower()} {kind}", f"s after {_at(tree, last.index + 1)} {kind}",
        f"s shape {shape} {word.lemma.lower()}", f"s passive {passive} {kind}",
    )  # fmt: skip


def _subject(passage: Passage, item: Item) -> str:
    first = next((one for one in item.sources if one.spans), None)
    return _shape(_words(passage.tree, first.spans)) if first is not None else "none"


def _shape(words: Sequence[Word]) -> str:
    """What kind of a source some words are: a name, a person, a pronoun, a thing."""
    if not words:
        return "none"
    nouns = [word for word in words if word.pos in ("NOUN", "PROPN", "PRON")]
    head = nouns[-1] if nouns else words[-1]
    if head.pos == "PRON":
        return head.text.lower()
    if head.pos == "PROPN":
        return "name"
    return "human" if head.lemma in _HUMANS else f"thing {head.tag}"


def _words(tree: Tree, spans: Spans) -> list[Word]:
    return [word for word in tree.words if any(start <= word.start < end for start, end in spans)]


def _at(tree: Tree, index: int) -> str:
    return tree.words[index].text.lower() if 0 <= index < len(tree.words) else "-"


def _size(number: int) -> int:
    return sum(number > one for one in _SIZES)


def _quotes_in(passage: Passage, start: int, end: int) -> bool:
    return any(quote[0] < end and start < quote[1] for quote in passage.quotes)
