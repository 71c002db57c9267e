"""Composes reading: articles in, accounts out, the parser loaded once. The command line calls these functions only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from multiprocessing import get_context

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


def read_paths(
    paths: Sequence[str], published: date | None, model: str = DEFAULT_MODEL, jobs: int = 1
) -> Iterator[Taken]:
    """Read every article under some paths, in their order, in ``jobs`` processes.

    Raises `ReaderMissingError` where the parser is not installed and `UnreadableError` where a path holds no article.
    """
    listed = (article for path in paths for article in articles(path))
    read = partial(_read, published=published, model=model)
    if jobs == 1:
        yield from map(read, listed)
        return
    # Each process starts afresh: a forked parser would share locks with threads that are not there any more.
    with get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap(read, listed, chunksize=4)


def _read(article: Article, published: date | None, model: str) -> Taken:
    return read_article(article, _parser(model), published)


@cache
def _parser(model: str) -> Parser:
    """The parser of a model, loaded once a process."""
    return load_parser(model)
