"""Numbers and dates as texts write them: in figures and in words, with their units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from servanda.text.number_words import MONTHS as MONTH_NAMES
from servanda.text.number_words import ORDINALS, number_of

MONTHS = MappingProxyType(
    {name.lower(): number for number, name in enumerate(MONTH_NAMES, start=1)}
    | {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, start=1)}
    | {"sept": 9}
)
"""The months in full and cut short."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ORDINALS = MappingProxyType({word: place for place, word in enumerate(ORDINALS, start=1)})
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})"
    rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,? (?:(?:day )?of )?(?P<m1>{_MONTH})\b\.?,?(?: (?P<y1>(?:19|20)\d\d))?"
    rf"|\b(?P<o1>{_ORDINAL}) (?:day )?of (?P<m5>{_MONTH})\b\.?,?(?: (?P<y5>(?:19|20)\d\d))?"
    rf"|\b(?P<m2>{_MONTH})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<y2>(?:19|20)\d\d))?"
    rf"|(?P<end>end of )(?:the year )?(?P<y3>(?:19|20)\d\d)"
    rf"|\b(?P<m4>{_MONTH})\.? (?P<y4>(?:19|20)\d\d)",
    re.IGNORECASE,
)


def dates_in(text: str) -> Iterator[tuple[int, int, tuple[date, ...]]]:
    """Each date with its characters `[start, end)` and the days that it may mean; without a year, none can be named."""
    for match in _DATE.finditer(text):
        yield match.start(), match.end(), tuple(_days_of(match))


def _days_of(match: re.Match[str]) -> Iterator[date]:
    try:
        if match["iso"]:
            yield date.fromisoformat(match["iso"])
        elif match["y3"]:
            yield date(int(match["y3"]), 12, 31)
        elif match["m4"]:
            first = date(int(match["y4"]), MONTHS[match["m4"].lower()], 1)
            following = (first + timedelta(days=31)).replace(day=1)
            yield from (first, following - timedelta(days=1))
        else:
            month = MONTHS[(match["m1"] or match["m2"] or match["m5"]).lower()]
            day = _ORDINALS[match["o1"].lower()] if match["o1"] else int(match["d1"] or match["d2"])
            year = match["y1"] or match["y2"] or match["y5"]
            years = (int(year),) if year else range(1900, 2100)
            yield from (date(each, month, day) for each in years)
    except ValueError:
        return


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text; `days` are the lengths in days that it may mean where a unit of time follows."""

    start: int
    end: int
    value: float
    days: tuple[float, ...]


_UNIT_DAYS = MappingProxyType(
    {
        "hour": (1 / 24,),
        "day": (1.0,),
        "week": (7.0,),
        "month": (28.0, 29.0, 30.0, 31.0),
        "year": (365.0, 366.0),
    }
)
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    "|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million"
)
_NUMBER = re.compile(
    rf"(?<![\w.,:/+-])(?<!\w\()(?:(?P<figures>\d{{1,3}}(?:[,\u00a0 ]\d{{3}})+(?!\d)|\d+(?:\.\d+)?)(?![\w:/(]|-\w|\.\d)"
    rf"|(?P<words>(?:{_WORDS})(?:(?:-| and | )(?:{_WORDS}))*)\b)"
    r"(?P<unit>[ -](?:\(\w+\) )?(?:calendar |working |consecutive )?(?:hour|day|week|month|year)s?\b)?",
    re.IGNORECASE,
)
_DAY_NAMED = re.compile(
    rf"(?<![\w.,:/+-])(?:(?P<figures>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{_ORDINAL})) (?:calendar |working )?day\b"
    rf"(?! of (?:{_MONTH})\b)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:^|[.;:,]|\band|\bor)\s*\($")
"""What stands before the mark of a list item: "; and (3) guns"."""

_REFERENCE = re.compile(
    r"\b(?:articles?|art\.|paragraphs?|para\.?|clauses?|points?|sections?|annex(?:es)?|chapter|protocol|resolutions?|no\.|nos?\.|"
    r"part|phase|step|stage|group|category|type|zone|appendix|schedule|item|law"
    r"|(?:articles?|paragraphs?|clauses?) [\w.()]+(?:, | and | or | to )(?:[\w.()]+(?:, | and | or | to ))*) *$",
    re.IGNORECASE,
)


def numbers_in(text: str) -> Iterator[Number]:
    """The numbers of a text; those that only name a clause or another document are left out."""
    yield from sorted((*_counted(text), *_days_named(text)), key=lambda number: number.start)


def _days_named(text: str) -> Iterator[Number]:
    """Days that are named by their place: the third day lies after two days, or after three."""
    for match in _DAY_NAMED.finditer(text):
        place = int(match["figures"]) if match["figures"] else _ORDINALS[match["word"].lower()]
        if place > 1:
            yield Number(match.start(), match.end(), float(place), (float(place - 1), float(place)))


def _counted(text: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        if _REFERENCE.search(text[max(0, match.start() - 60) : match.start()]):
            continue
        if text[match.end() : match.end() + 1] == ")" and _LISTED.search(
            text[max(0, match.start() - 9) : match.start()]
        ):
            continue
        unit = (match["unit"] or "").lower().strip(" -").split()
        value = _value(match)
        if value is None or ((match["words"] or "").lower() == "one" and not unit):
            continue
        end = match.end("figures") if match["figures"] else match.end("words")
        yield Number(
            match.start(), match.end() if unit else end, value, _lengths(value, unit[-1].rstrip("s") if unit else "")
        )


def _value(match: re.Match[str]) -> float | None:
    if match["figures"]:
        return float(re.sub(r"[, \u00a0]", "", match["figures"]))
    spelled = number_of(match["words"])
    return None if spelled is None else float(spelled)


def _lengths(value: float, unit: str) -> tuple[float, ...]:
    per = _UNIT_DAYS.get(unit, ())
    if unit == "month":
        return tuple(sorted({value * 30, *(float(round(value * 365 / 12) + off) for off in (-2, -1, 0, 1, 2))}))
    return tuple(value * each for each in per)
