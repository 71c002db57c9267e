"""Composes reading: articles in, accounts out, the parser loaded once. The command line calls these functions only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from servanda.desk.articles import Article, UnreadableError, articles
from servanda.reading.account import Account
from servanda.reading.article import read_text
from servanda.reading.from_spacy import DEFAULT_MODEL, ReaderMissingError, load_parser
from servanda.reading.tree import Parser

__all__ = [
    "Account",
    "Article",
    "ReaderMissingError",
    "Taken",
    "UnreadableError",
    "load_parser",
    "read_article",
    "read_paths",
]


@dataclass(frozen=True, slots=True)
class Taken:
    """An article with the account of it."""

    article: Article
    account: Account


def read_article(article: Article, parser: Parser, published: date | None) -> Taken:
    """Read one article; the day given outranks the day the file tells."""
    given = published is not None
    return Taken(article, read_text(article.text, parser, published or article.published, given))


def read_paths(paths: Sequence[str], published: date | None, model: str = DEFAULT_MODEL) -> Iterator[Taken]:
    """Read every article under some paths, one at a time.

    Raises `ReaderMissingError` where the parser is not installed and `UnreadableError` where a path holds no article.
    """
    parser: Parser | None = None
    for path in paths:
        for article in articles(path):
            parser = parser or load_parser(model)
            yield read_article(article, parser, published)
