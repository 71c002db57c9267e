"""Composes reading: articles in, accounts out, the parser loaded once. The command line calls these functions only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from itertools import islice
from multiprocessing import get_context
from multiprocessing.pool import Pool

from servanda.desk.article import Article, UnreadableError
from servanda.desk.articles import articles
from servanda.desk.cache import Cache, CacheError, key_of, open_cache
from servanda.desk.tagger import TaggerError, TaggerMissingError, open_tagger
from servanda.reading.account import Account
from servanda.reading.article import Told, read_text
from servanda.reading.assemble import Tagger
from servanda.reading.from_spacy import DEFAULT_MODEL, ReaderMissingError, load_parser
from servanda.reading.to_json import account_out, line
from servanda.reading.tree import Parser

__all__ = [
    "Account",
    "Article",
    "CacheError",
    "ReaderMissingError",
    "Readers",
    "TaggerError",
    "TaggerMissingError",
    "Taken",
    "UnreadableError",
    "load_parser",
    "read_article",
    "read_paths",
    "read_rows",
]

BATCH = 256
"""Articles that are looked up, read and kept together: what a kill can cost at most."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An article with the account of it."""

    article: Article
    account: Account


@dataclass(frozen=True, slots=True)
class Readers:
    """What reads: a language model, and a tagger by its file and the digest of it."""

    model: str
    tagger: str | None = None
    digest: str = ""


def read_article(article: Article, parser: Parser, published: date | None, tagger: Tagger | None = None) -> Taken:
    """Read one article; the day given outranks the day the file tells."""
    told, day = Told(article.publisher, article.byline), published or article.published
    return Taken(article, read_text(article.text, parser, day, published is not None, told, tagger))


def read_paths(
    paths: Sequence[str],
    published: date | None,
    model: str = DEFAULT_MODEL,
    jobs: int = 1,
    cache_file: str | None = None,
    tick: Callable[[], None] = lambda: None,
    tagger: str | None = None,
) -> Iterator[Taken]:
    """Read every article under some paths, in their order, in ``jobs`` processes, through a cache where one is named.

    ``tagger`` is the file of a trained tagger that adds to what the rules find.

    ``tick`` is called after each article. A run that was killed goes on where it stopped when it is started again
    with the same cache. Raises `ReaderMissingError` where the parser is not installed, `UnreadableError` where a
    path holds no article, `CacheError` where the cache cannot be used, `TaggerError` or `TaggerMissingError`.
    """
    readers = Readers(model, tagger, open_tagger(tagger).digest if tagger is not None else "")
    listed = (article for path in paths for article in articles(path))
    with ExitStack() as stack:
        kept = open_cache(cache_file) if cache_file is not None else None
        if kept is not None:
            stack.callback(kept.close)
        spread = _spread(stack, jobs) if jobs > 1 else map
        for batch in _batches(listed, BATCH if kept is not None or jobs > 1 else 1):
            for taken in _batch(batch, published, readers, kept, spread):
                tick()
                yield taken


Spread = Callable[[Callable[[Article], Taken], Iterable[Article]], Iterable[Taken]]


def _spread(stack: ExitStack, jobs: int) -> Spread:
    """A `map` over several processes, which are started only once there is something to read."""

    @cache
    def _pool() -> Pool:
        # Each process starts afresh: a forked parser would share locks with threads that are not there any more.
        return stack.enter_context(get_context("spawn").Pool(jobs))

    def _spread_over(read: Callable[[Article], Taken], listed: Iterable[Article]) -> Iterable[Taken]:
        unread = list(listed)
        return _pool().imap(read, unread, chunksize=4) if unread else ()

    return _spread_over


def read_rows(
    rows: Iterable[Mapping[str, object]],
    published: date | None = None,
    model: str = DEFAULT_MODEL,
    tagger: str | None = None,
) -> Iterator[str]:
    """Accounts as lines of JSON for rows with ``text`` and, where known, ``id`` and ``published``.

    Made to be handed to an engine that spreads rows over machines (`mapPartitions`, `map_batches`): it loads the
    parser once a process and keeps nothing.
    """
    for row in rows:
        day = row.get("published")
        told = date.fromisoformat(str(day)[:10]) if day else None
        article = Article(str(row.get("id") or ""), str(row.get("text") or ""), told)
        taken = _read(article, published, Readers(model, tagger))
        yield line(account_out(taken.account, taken.article.name))


def _batches(listed: Iterator[Article], size: int) -> Iterator[list[Article]]:
    while batch := list(islice(listed, size)):
        yield batch


def _batch(
    batch: Sequence[Article],
    published: date | None,
    readers: Readers,
    kept: Cache | None,
    spread: Spread,
) -> Iterator[Taken]:
    """The accounts of a batch in its order: those known from the cache, the others read and then kept."""
    read = partial(_read, published=published, readers=readers)
    if kept is None:
        yield from spread(read, batch)
        return
    keys = [key_of(one, published, readers.model, readers.digest) for one in batch]
    known = kept.known(keys)
    fresh = iter(spread(read, [one for one, key in zip(batch, keys, strict=True) if key not in known]))
    made: list[tuple[bytes, Account]] = []
    try:
        for one, key in zip(batch, keys, strict=True):
            account = known.get(key)
            if account is None:
                account = next(fresh).account
                made.append((key, account))
            yield Taken(one, account)
    finally:
        kept.keep(made)


def _read(article: Article, published: date | None, readers: Readers) -> Taken:
    tagger = open_tagger(readers.tagger).chooser if readers.tagger is not None else None
    return read_article(article, _parser(readers.model), published, tagger)


@cache
def _parser(model: str) -> Parser:
    """The parser of a model, loaded once a process."""
    return load_parser(model)
