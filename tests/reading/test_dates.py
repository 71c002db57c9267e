"""Dates against the day of publication: one line an expression, with what it means."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.reading.dates import find_dates

THURSDAY = date(2024, 12, 26)
MEANT = [
    ("said on Thursday (26)", "Thursday (26)", "2024-12-26"),
    ("said on Thursday", "Thursday", "2024-12-26"),
    ("said on Friday", "Friday", "2024-12-20"),
    ("will meet on Friday", "Friday", "2024-12-27"),
    ("last Thursday they left", "last Thursday", "2024-12-19"),
    ("reported last month", "last month", "2024-11"),
    ("said last week", "last week", "2024-W51"),
    ("will travel in early January", "early January", "2025-01"),
    ("replaced him in May", "May", "2024-05"),
    ("held since August", "August", "2024-08"),
    ("signed on 3 March 2022", "3 March 2022", "2022-03-03"),
    ("signed on Feb. 24, 2022", "Feb. 24, 2022", "2022-02-24"),
    ("the talks of 12-14 March 2025", "12-14 March 2025", "2025-03-12..2025-03-14"),
    ("on 26.12.2024", "26.12.2024", "2024-12-26"),
    ("on 2024-12-01", "2024-12-01", "2024-12-01"),
    ("three weeks ago", "three weeks ago", "2024-W49"),
    ("two days ago", "two days ago", "2024-12-24"),
    ("it ended yesterday", "yesterday", "2024-12-25"),
    ("the late 1990s", "the late 1990s", "199X"),
    ("in mid-2020", "mid-2020", "2020"),
    ("in the first quarter of 2025", "the first quarter of 2025", "2025-Q1"),
    ("the spring of 2023", "the spring of 2023", "2023-SP"),
    ("in April next year", "April next year", "2025-04"),
    ("the week of 3 June", "the week of 3 June", "2024-W23"),
    ("by the end of the month", "the end of the month", "2024-12"),
    ("due in two weeks", "two weeks", "2025-W02"),
]


@pytest.mark.parametrize(("text", "words", "value"), MEANT, ids=[text for text, _, _ in MEANT])
def test_an_expression_means_a_day_or_a_stretch_of_days(text: str, words: str, value: str) -> None:
    found = find_dates(text, THURSDAY)
    assert [(text[one.span[0] : one.span[1]], one.value) for one in found] == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "2000 troops",
        "he may come",
        "they march on",
        "31 November 2023",
        "over 5 years of experience",
        "Jan spoke",
        "$2014",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert find_dates(text, THURSDAY) == ()


def test_without_a_day_of_publication_only_absolute_dates_are_placed() -> None:
    assert [one.value for one in find_dates("on Thursday, last month, in May and in June 2022", None)] == ["2022-06"]


def test_vague_days_hang_on_the_date_before_them() -> None:
    found = find_dates("It began in February 2022. In the first few days it was quiet.", THURSDAY)
    assert [one.value for one in found] == ["2022-02", "2022-02..2022-03"]


@given(st.text(alphabet="0123456789 -/.,JanuryMchThsdw()agolstex", max_size=80), st.dates())
def test_no_text_and_no_day_make_it_fail(text: str, published: date) -> None:
    for one in find_dates(text, published):
        assert 0 <= one.span[0] < one.span[1] <= len(text)
