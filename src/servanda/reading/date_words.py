"""The words of date expressions, and the patterns that find them; what they mean is worked out in `date_values`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from servanda.text.number_words import MONTHS as MONTH_NAMES
from servanda.text.number_words import UP_TO_TWENTY

MONTHS = tuple(month.lower() for month in MONTH_NAMES)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = list(UP_TO_TWENTY)
ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.|Jul\.|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
#: Without a day or a year beside it an abbreviation needs its full stop: "Jan" is also a name.
_MONTH_NAME = _MONTH.replace(r"\.?", r"\.")
_WEEKDAY = (
    r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|Mon\.|Tues?\.|Wed\.|Thurs?\.|Fri\.|Sat\.|Sun\.)"
)
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_COUNT = r"(?P<count>\d{1,3}|an?|a few|several|a couple of|" + "|".join(NUMBERS[1:]) + r")"
_UNIT = r"(?P<unit>day|week|month|year|decade|fortnight|quarter|hour|weekend)"
_PART = r"(?P<part>early|earlier|mid|middle|late|later)"
_THEDAY = r"(?:(?:the )?(?P<time>morning|afternoon|evening|night))"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_LEAD = (
    r"(?:in|since|until|till|by|during|from|through|throughout|before|after|between|of|for|around|about|next|last|this|early|late"
    r"|mid|and|to|every|past|on|or|as of|back in)"
)


_NAMED: Mapping[str, str] = MappingProxyType(
    {
        "MONTH": _MONTH, "MONTH_NAME": _MONTH_NAME, "WEEKDAY": _WEEKDAY, "YEAR": _YEAR, "DAY": _DAY, "COUNT": _COUNT,
        "UNIT": _UNIT, "PART": _PART, "THEDAY": _THEDAY, "SEASON": _SEASON, "LEAD": _LEAD,
    }
)  # fmt: skip


def _compile(pattern: str, fold: bool = True) -> re.Pattern[str]:
    spaced = pattern.replace(" ", r"[ \t\n\u00a0]+")
    return re.compile(rf"(?<![\w/$€£.-])(?:{spaced})(?![\w/])", re.IGNORECASE if fold else 0)


#: In these kinds the case of the letters tells a date from another word ("March", "May").
_CASED = frozenset(["lone-month", "bare-month", "full-month", "weekday", "feast"])


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Kinds of date expression with their patterns, in the order of the table."""
    table = (files("servanda.reading") / "words" / "dates.txt").read_text("utf-8")
    rows = [line.partition(": ") for line in table.splitlines() if line and not line.startswith("#")]
    return tuple((kind, _compile(_filled(pattern), kind not in _CASED)) for kind, _, pattern in rows)


def _filled(pattern: str) -> str:
    for name, part in _NAMED.items():
        pattern = pattern.replace("{" + name + "}", part)
    return pattern


#: Units that follow a number which merely looks like a year ("2000 troops").
UNITS_AFTER_NUMBER = re.compile(
    r"[ \t\u00a0](?:people|troops|soldiers|men|women|children|civilians|refugees"
    r"|tons?|tonnes|kilomet\w+|km|miles?|met\w+|feet"
    r"|pages|dollars|euros"
    r"|words|votes|delegates|members|workers|jobs|homes|houses|families|prisoners|fighters|missiles|tanks|drones|shells"
    r"|hectares|acres|points"
    r"|percent|per cent|million|billion|casualties|dead|wounded|students|hours|kg|mm|cc|hp|or more|more|others|other)\b"
)


def number(word: str) -> int | None:
    """The number a word or figure stands for; None where it is vague ("several")."""
    word = " ".join(word.lower().split())
    if word.isdigit():
        return int(word)
    if word in ("a", "an"):
        return 1
    if word == "a couple of":
        return 2
    return NUMBERS.index(word) if word in NUMBERS else None


def month_number(word: str) -> int:
    """1 to 12 for a month's name or its abbreviation."""
    start = word.lower()[:3]
    return next(index for index, name in enumerate(MONTHS, 1) if name.startswith(start))


def weekday_number(word: str) -> int:
    """0 for Monday to 6 for Sunday."""
    start = word.lower()[:3]
    return next(index for index, name in enumerate(WEEKDAYS) if name.startswith(start))
