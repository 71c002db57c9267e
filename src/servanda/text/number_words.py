"""Numbers and months as they are written in words."""

from __future__ import annotations

import re
from types import MappingProxyType

UP_TO_TWENTY = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
"""The words for 0 to 20, in order."""

ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    *("twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth"),
    *("twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first"),
)
"""The words for the days of a month, in order."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
    "December",
)
"""The months, in order."""


def grouped(number: int) -> str:
    """A number as every output writes it, thousands apart: ``12,000``."""
    return f"{number:,}"


_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = MappingProxyType(
    {word: value for value, word in enumerate(UP_TO_TWENTY)}
    | {word: 10 * place for place, word in enumerate(_TENS, start=2)}
)
_SCALES = MappingProxyType({"hundred": 100, "thousand": 1000, "million": 1_000_000})


def number_of(words: str) -> int | None:
    """The number that the last words of a phrase spell, None where they spell none ("within twenty-one": 21)."""
    taken: list[str] = []
    for word in reversed(re.split(r"[ -]+", words.lower().strip())):
        if word in _VALUES or word in _SCALES or (word == "and" and taken):
            taken.insert(0, word)
        else:
            break
    while taken and taken[0] == "and":
        del taken[0]
    return _spelled(taken) if taken and any(word in _VALUES for word in taken) else None


def _spelled(words: list[str]) -> int | None:
    total = current = 0
    for word in words:
        if word in _VALUES:
            current += _VALUES[word]
        elif word in _SCALES:
            scale = _SCALES[word]
            if scale == 100:
                current = max(current, 1) * 100
            else:
                total, current = total + max(current, 1) * scale, 0
    return total + current
