"""The parser for tests that read: loaded once, and skipped with a reason where the extra is not installed."""

from __future__ import annotations

import os
from datetime import date
from functools import cache

import pytest

from servanda.reading.account import Account
from servanda.reading.article import read_text
from servanda.reading.from_spacy import ReaderMissingError, load_parser
from servanda.reading.tree import Parser


@cache
def _loaded() -> Parser | str:
    try:
        return load_parser()
    except ReaderMissingError as error:
        return str(error)


def parser() -> Parser:
    """The parser; without the extra `reading` the test is skipped, but on a build server it fails."""
    loaded = _loaded()
    if isinstance(loaded, str):
        if os.environ.get("CI") == "true":
            pytest.fail(loaded)
        pytest.skip(f'{loaded}; pip install "servanda[reading]"')
    return loaded


def account_of(text: str, published: date | None) -> Account:
    """The account of one text."""
    return read_text(text, parser(), published)
