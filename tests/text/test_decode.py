"""Bytes become a source, or one clear reason why not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.text import LARGEST, Fault, FaultKind, Source, decode, oddities


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", FaultKind.EMPTY),
        (b" \r\n\t ", FaultKind.EMPTY),
        (b"\xef\xbb\xbf", FaultKind.EMPTY),
        (b"PK\x03\x04\x14\x00\x06\x00", FaultKind.NOT_TEXT),
        (b"a" * 9000 + b"\0", FaultKind.NOT_TEXT),
        (bytes(range(256)), FaultKind.NOT_TEXT),
        ("agreement".encode("utf-16"), FaultKind.UNKNOWN_ENCODING),
        ("agreement".encode("utf-32"), FaultKind.UNKNOWN_ENCODING),
        ("agreement “Trêve”".encode("cp1252"), FaultKind.UNKNOWN_ENCODING),
        ("соглашение".encode("koi8-r"), FaultKind.UNKNOWN_ENCODING),
        (b" " * (LARGEST + 1), FaultKind.TOO_LARGE),
    ],
)
def test_what_is_no_text_is_refused_with_a_way_out(data: bytes, kind: FaultKind) -> None:
    fault = decode("a.pact", data)
    assert isinstance(fault, Fault)
    assert fault.kind is kind
    assert fault.headline.endswith(".")
    assert fault.way_out


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa\r\nb\r\n", b"a\rb\r", b"a\nb\n", b"a\r\nb\n"])
def test_marks_and_line_ends_of_other_systems_are_accepted(data: bytes) -> None:
    assert decode("a.pact", data) == Source("a.pact", "a\nb\n")


@pytest.mark.parametrize("text", ["agreement שלום", "agreement سلام", "agreement صلح‌نامه", "条約 ✓"])
def test_words_of_any_script_are_no_oddity(text: str) -> None:
    source = decode("a.pact", text.encode())
    assert isinstance(source, Source)
    assert oddities(source) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a \u202e b", FaultKind.HIDDEN_DIRECTION),
        ("a \u2066 b", FaultKind.HIDDEN_DIRECTION),
        ("a\u200bb", FaultKind.HIDDEN_CHARACTER),
        ("a\x1b[31mb", FaultKind.HIDDEN_CHARACTER),
        ("a\ufeffb", FaultKind.HIDDEN_CHARACTER),
        ("a\n\tb", FaultKind.TAB_INDENT),
        ("a\n  \tb", FaultKind.TAB_INDENT),
    ],
)
def test_what_deceives_is_pointed_out_at_its_place(text: str, kind: FaultKind) -> None:
    source = Source("a.pact", text)
    (fault,) = oddities(source)
    assert fault.kind is kind
    assert source.quote(fault.span).strip(" ") != "a"


def test_a_tab_between_words_is_no_oddity() -> None:
    assert oddities(Source("a.pact", "a\tb\n")) == ()


def test_a_flood_of_oddities_is_counted_not_listed() -> None:
    found = oddities(Source("a.pact", "\u200b" * 5000))
    assert len(found) == 5
    assert found[-1].headline.endswith("4995 more like it follow.")


@given(st.binary(max_size=200))
def test_decoding_never_raises(data: bytes) -> None:
    assert isinstance(decode("a.pact", data), Source | Fault)
