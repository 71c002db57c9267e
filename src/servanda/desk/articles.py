"""Articles from the disk: text, saved pages and folders of them; the text of each is then never changed."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from servanda.desk.article import Article, UnreadableError
from servanda.desk.tables import TABLE_TYPES, rows

TEXT_TYPES = frozenset([".txt", ".text", ".md", ""])
PAGE_TYPES = frozenset([".html", ".htm", ".xhtml"])
PAPER_TYPES = frozenset([".pdf"])
LARGEST = 50_000_000
"""Bytes. Beyond that a file is not an article."""

_META_DATE = re.compile(
    r"""<(?:meta|time)\b[^>]*(?:article:published_time|datePublished|pubdate|og:published|name=["']date["']|datetime=)"""
    r"""[^>]*?(\d{4}-\d{2}-\d{2})""",
    re.IGNORECASE,
)


def articles(path: str) -> Iterator[Article]:
    """The article of a file, those of a folder in the order of their names, or standard input for ``-``.

    Raises `UnreadableError` for a file that is named itself and holds no text; in a folder such files are passed over.
    """
    if path == "-":
        yield Article("<stdin>", _decoded("<stdin>", sys.stdin.buffer.read()))
    elif Path(path).is_dir():
        for file in sorted(Path(path).rglob("*")):
            if file.is_file() and file.suffix.lower() in TEXT_TYPES | PAGE_TYPES | PAPER_TYPES:
                yield one_article(file)
    elif Path(path).suffix.lower() in TABLE_TYPES:
        yield from _table(Path(path))
    else:
        yield one_article(Path(path))


def _table(path: Path) -> Iterator[Article]:
    try:
        yield from rows(path)
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.") from error


def one_article(path: Path) -> Article:
    """The article of one file; raises `UnreadableError` with the reason where there is none."""
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableError(f"{path} is larger than {LARGEST // 1_000_000} MB.")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{path} cannot be read: {error.strerror or error}.") from error
    if data.startswith(b"%PDF"):
        return Article(str(path), _from_pdf(path))
    text = _decoded(str(path), data)
    if path.suffix.lower() in PAGE_TYPES or re.match(r"\s*<(?:!doctype html|html)\b", text[:200], re.IGNORECASE):
        return _from_page(path, text)
    return Article(str(path), text)


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in data[:4096]:
            raise UnreadableError(f"{name} is not a text.") from error
        return data.decode("cp1252", errors="replace")


def _from_page(path: Path, page: str) -> Article:
    """The article of a saved page: its headline and text, and what its head says of day, publisher and author."""
    try:
        import trafilatura  # noqa: PLC0415 - an extra, needed for saved pages only
    except ImportError as error:
        raise UnreadableError(f'{path} is a page: reading pages needs `pip install "servanda[reading]"`.') from error
    text: str | None = trafilatura.extract(page, include_comments=False, include_tables=True)
    if not text:
        raise UnreadableError(f"{path} holds no article text.")
    told = trafilatura.extract_metadata(page)
    title = " ".join((getattr(told, "title", None) or "").split())
    if title and title.lower() not in text[: len(title) + 200].lower():
        text = f"{title}\n\n{text}"
    author, site = getattr(told, "author", None), getattr(told, "sitename", None)
    return Article(
        str(path), text, _day_of_page(page) or _day_in(getattr(told, "date", None)), site or None, author or None
    )


def _day_in(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _from_pdf(path: Path) -> str:
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an extra, needed for PDF only
        from pypdf.errors import PyPdfError  # noqa: PLC0415 - as above
    except ImportError as error:
        raise UnreadableError(f'{path} is a PDF: reading it needs `pip install "servanda[reading]"`.') from error
    try:
        text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    except PyPdfError as error:
        raise UnreadableError(f"{path} is a damaged PDF: {error}.") from error
    if not text.strip():
        raise UnreadableError(f"{path} holds pictures of text, not text: it would have to be recognised first.")
    return _whole_words(text)


def _whole_words(text: str) -> str:
    """Words that a typesetter cut at the end of a line, put together; page numbers that stand alone left out."""
    joined = re.sub(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])", "", text)
    return re.sub(r"\n[ \t]*(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?[ \t]*(?=\n)", "", joined, flags=re.IGNORECASE)


def _day_of_page(page: str) -> date | None:
    match = _META_DATE.search(page)
    try:
        return date.fromisoformat(match.group(1)) if match else None
    except ValueError:
        return None
