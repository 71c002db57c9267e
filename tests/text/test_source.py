"""Spans, places and sources."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.text import Place, Source, Span

TEXTS = st.text(alphabet="ab\n\tלé漢 ", max_size=40)


def test_places_count_lines_and_columns_from_one() -> None:
    source = Source("a.pact", "one\ntwo\n")
    assert source.place(Span(4, 7)) == Place("a.pact", 2, 1, 2, 4)
    assert str(source.place(Span(5, 7))) == "a.pact:2:2"


def test_columns_are_characters_not_bytes() -> None:
    source = Source("a.pact", "été x")
    assert source.place(Span(4, 5)).column == 5


def test_lines_are_given_without_their_ends() -> None:
    source = Source("a.pact", "one\n\nthree")
    assert [source.line(number) for number in (1, 2, 3)] == ["one", "", "three"]
    assert source.line_count == 3


@pytest.mark.parametrize("number", [0, 4, -1])
def test_a_line_that_is_not_there_is_an_error(number: int) -> None:
    with pytest.raises(IndexError, match="3 lines"):
        Source("a.pact", "one\n\nthree").line(number)


@given(TEXTS)
def test_lines_joined_are_the_text(text: str) -> None:
    source = Source("a.pact", text)
    assert "\n".join(source.line(number + 1) for number in range(source.line_count)) == text


@given(TEXTS, st.data())
def test_every_place_leads_back_to_its_character(text: str, data: st.DataObject) -> None:
    source = Source("a.pact", text)
    offset = data.draw(st.integers(0, len(text)))
    place = source.place(Span(offset, offset))
    before = sum(len(source.line(number)) + 1 for number in range(1, place.line))
    assert before + place.column - 1 == offset


def test_what_lies_beyond_the_end_is_put_at_the_end() -> None:
    assert Source("a.pact", "ab").place(Span(7, 9)) == Place("a.pact", 1, 3, 1, 3)


def test_spans_join_and_shift() -> None:
    assert Span(3, 5).joined(Span(1, 4)) == Span(1, 5)
    assert Span(3, 5).shifted(10) == Span(13, 15)


def test_a_span_cannot_run_backwards() -> None:
    with pytest.raises(ValueError, match="forwards"):
        Span(5, 3)
