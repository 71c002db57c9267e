"""By when: the day or the days a demand names, held against those of a clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from servanda.reading.date_words import month_number
from servanda.reading.matching.provisions import Draft, Provision

_BY = r"\b(?:by|before|no later than|not later than|until) (?:the )?"
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
_ISO = re.compile(_BY + r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b", re.IGNORECASE)
_DAY_FIRST = re.compile(
    _BY + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? " + _MONTH + r"(?:,? (?P<year>\d{4}))?\b", re.IGNORECASE
)
_MONTH_FIRST = re.compile(_BY + _MONTH + r" (?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?:,? (?P<year>\d{4}))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A day as some words name it; without a year ``day`` is None."""

    said: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Against:
    """What a clause's deadline is to the one asked for: too late, or (``late`` False) impossible to tell."""

    late: bool
    why: str


def named_day(words: str) -> Named | None:
    """The day some words set as the last ("by 1 April 2031")."""
    for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST):
        if (found := pattern.search(words)) is None:
            continue
        said = re.sub(rf"^{_BY}", "", found.group(), flags=re.IGNORECASE)
        groups = found.groupdict()
        month = int(groups["number"]) if groups.get("number") else month_number(groups["month"])
        try:
            return Named(said, date(int(groups["year"]), month, int(groups["day"])) if groups["year"] else None)
        except ValueError:
            return None
    return None


def against(asked: Named | None, days: int | None, one: Provision, draft: Draft) -> Against | None:
    """How a clause misses a deadline that is asked for; None where it keeps it or none is asked for."""
    if asked is not None:
        return _by_a_day(asked, one)
    if days is None:
        return None
    if one.by is not None:
        return _by_days(days, one.by, draft)
    if one.days is not None and one.days > days:
        return Against(True, f"within {one.days} days; asked for was {days}")
    return None


def _by_a_day(asked: Named, one: Provision) -> Against | None:
    if one.by is None:
        return Against(False, f"asked for was by {asked.said}, and the clause names no day") if one.act else None
    if asked.day is None:
        return Against(False, f"by {one.by.isoformat()}; asked for was by {asked.said}, without a year")
    if one.by > asked.day:
        return Against(True, f"by {one.by.isoformat()}; asked for was by {asked.said}")
    return None


def _by_days(days: int, by: date, draft: Draft) -> Against | None:
    effect = draft.agreement.header.takes_effect
    if effect is None:
        return Against(
            False, f"by {by.isoformat()}; asked for was within {days} days, counted from a day nobody states"
        )
    last = effect.date() + timedelta(days=days)
    told = f"by {by.isoformat()}; asked for was within {days} days, {last.isoformat()} when counted from taking effect"
    return Against(True, told) if by > last else None
