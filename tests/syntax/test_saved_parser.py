"""A saved parser reads what one made anew reads, and one that was saved for another grammar is not used."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from servanda.files import shipped_library
from servanda.syntax import parse
from servanda.syntax.from_text import from_text

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that stands for the package, with its grammar and no saved parser."""
    grammar = (ROOT / "src/servanda/syntax/grammar.lark").read_bytes()
    (tmp_path / "grammar.lark").write_bytes(grammar)
    monkeypatch.setattr(parse, "files", lambda _package: tmp_path)
    parse._parser.cache_clear()
    yield tmp_path
    parse._parser.cache_clear()


def test_reads_what_one_made_anew_reads(beside: Path) -> None:
    sources = tuple(shipped_library().values())
    anew = [from_text(source) for source in sources]
    (beside / "grammar.saved").write_bytes(parse.saved())
    parse._parser.cache_clear()
    assert [from_text(source) for source in sources] == anew
    assert sources


@pytest.mark.parametrize("kept", [b"", b"\0" * 400, b"of another grammar" * 20])
def test_one_of_another_grammar_is_not_used(beside: Path, kept: bytes) -> None:
    (beside / "grammar.saved").write_bytes(kept)
    tree, unread = from_text(next(iter(shipped_library().values())))
    assert tree.lines
    assert not unread


def test_a_changed_grammar_is_not_read_with_what_was_saved(beside: Path) -> None:
    old = parse.saved()
    grammar = beside / "grammar.lark"
    grammar.write_bytes(grammar.read_bytes() + b"\n")
    (beside / "grammar.saved").write_bytes(old)
    assert not old.startswith(parse._seal())
