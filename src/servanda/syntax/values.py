"""Numbers, dates and comparisons as people write them."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from servanda.text.number_words import MONTHS, UP_TO_TWENTY

_TENS = ("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_PORTIONS = (
    ("twice", Fraction(2)),
    ("double", Fraction(2)),
    ("half", Fraction(1, 2)),
    ("two third", Fraction(2, 3)),
    ("three quarter", Fraction(3, 4)),
    ("third", Fraction(1, 3)),
    ("quarter", Fraction(1, 4)),
)
_ORDERS = (
    (r"at or below|most|(no|not) (more|higher|greater|larger)|(no|not) above|not exceeding", "at most"),
    (r"at or above|least|(no|not) (less|fewer|lower)|(no|not) below", "at least"),
    (r"below|less|fewer", "below"),
    (r"above|more", "above"),
    (r"equal|exactly", "equal"),
)
_OPPOSITE = {"at most": "above", "above": "at most", "at least": "below", "below": "at least"}


def number(text: str) -> Fraction:
    """``85 000``, ``250,000``, ``1.5``, ``3/2``.  A division by zero counts as zero."""
    bare = re.sub(r"[\s,\u00a0\u202f]", "", text)
    whole, _, part = bare.partition("/")
    if part:
        return Fraction(whole) / int(part) if int(part) else Fraction(0)
    return Fraction(whole)


def number_word(text: str) -> Fraction:
    """``three``, ``a``, ``forty-five``."""
    word = text.lower()
    if word in ("a", "an"):
        return Fraction(1)
    if word in UP_TO_TWENTY:
        return Fraction(UP_TO_TWENTY.index(word))
    tens, _, ones = word.partition("-")
    return Fraction(10 * _TENS.index(tens) + (UP_TO_TWENTY.index(ones) if ones else 0))


def portion(text: str) -> Fraction:
    """``twice``, ``half of``."""
    word = " ".join(text.lower().split())
    return next(value for start, value in _PORTIONS if start in word)


def order(text: str) -> str:
    """The comparison that words such as "no more than" mean."""
    words = " ".join(text.lower().split())
    return next(meaning for pattern, meaning in _ORDERS if re.search(pattern, words))


def opposite(meaning: str) -> str:
    """The comparison that holds where this one does not; equality has no single one and stays."""
    return _OPPOSITE.get(meaning, meaning)


def calendar_day(text: str) -> date | None:
    """``2025-01-10`` or ``10 January 2025``; None where the calendar has no such day."""
    try:
        if "-" in text:
            year, month, day = (int(part) for part in text.split("-"))
        else:
            day_text, name, year_text = text.split()
            year, month, day = int(year_text), MONTHS.index(name) + 1, int(day_text)
        return date(year, month, day)
    except ValueError:
        return None


def time_unit(text: str) -> str:
    """The unit of time in the singular."""
    return text.lower().split()[-1].removesuffix("s")
