"""What each kind of date expression means: one reader a kind, listed in `known_readers`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from servanda.reading import date_values as values
from servanda.reading.date_values import Value
from servanda.reading.date_words import month_number, number, weekday_number
from servanda.reading.span import Span

_PARTS = {
    "early": "START", "earlier": "START", "beginning": "START", "start": "START", "first half": "START",
    "first days": "START", "mid": "MID", "middle": "MID", "late": "END", "later": "END", "end": "END",
    "second half": "END",
}  # fmt: skip
_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|scheduled|expected|due|set to|would be \w+ing|plan(?:s|ned|ning)?|going to"
    r"|seek(?:s|ing)?|propos(?:e|es|ed|ing)|postpone\w*(?= to| until)|would (?!have\b)\w+"
    r"|upcoming|(?:is|are) to|to be held|slated)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_SOON = re.compile(
    r"\b(?:as (?:early|soon) as|no later than|by|until|till)"
    r"(?:\s+\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?(?:\s+[A-Z]{2,4})?)?\s*$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:said|told|was|were|had|did|ago|began|took|met|held|became|came|went|fell|rose|left"
    r"|won|lost|brought|broke|sent|made|\w{3,}ed)\b",
    re.IGNORECASE,
)
_CLAUSE_EDGE = re.compile(r"[.;:!?](?=\s|$)|[\n“”\"]|, (?:which|who|where|said|adding)\b")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a date expression is read against: the text, the day of publication, the last date named."""

    text: str
    span: Span
    published: date | None
    anchor: Value | None

    @property
    def future(self) -> bool:
        """Whether the clause around the expression speaks of what is to come."""
        start, end = self.span
        lead = self.text[max(0, start - 60) : start]
        if _SOON.search(lead) and not self.text.startswith(("'s", "’s"), end):
            return True
        if lead.endswith(" for ") and _WEEKDAY.match(self.text, start):
            return True  # "called a session for Thursday"
        before, after = self.clause
        marks, pasts = [*_FUTURE.finditer(before)], [*_PAST.finditer(before)]
        if marks and (not pasts or marks[-1].end() >= pasts[-1].end()):
            return True
        return bool(re.match(r"\s*(?:will|shall|is to|are to)\b", after))

    @property
    def past(self) -> bool:
        """Whether a verb of the clause around the expression stands in the past."""
        return not self.future and any(_PAST.search(side) for side in self.clause)

    @property
    def clause(self) -> tuple[str, str]:
        """The text before and after the expression within its clause, at most some ninety characters each."""
        start, end = self.span
        before = self.text[max(0, start - 90) : start]
        edges = list(_CLAUSE_EDGE.finditer(before))
        return before[edges[-1].end() :] if edges else before, _CLAUSE_EDGE.split(self.text[end : end + 90])[0]


Reader = Callable[[Mapping[str, str | None], Seen], Value | None]


def _part(groups: Mapping[str, str | None]) -> str:
    word = (groups.get("part") or groups.get("edge") or "").lower()
    return _PARTS.get(word, "")


def _which(groups: Mapping[str, str | None]) -> str:
    return (groups.get("which") or "").lower().removeprefix("the ").removeprefix("this ")


def _year(groups: Mapping[str, str | None]) -> int | None:
    year = groups.get("year")
    return int(year) if year else None


def _month(groups: Mapping[str, str | None]) -> int:
    if groups.get("monthno"):
        return int(groups["monthno"] or 0)
    return month_number(groups.get("month") or "")


def _read_date(groups: Mapping[str, str | None], seen: Seen) -> Value | None:
    month, day, year = _month(groups), int(groups["day"] or 0), _year(groups)
    if year is None:
        if seen.published is None:
            return None
        year = _year_of_day(seen, month, day, groups.get("weekday"), _which(groups) == "last")
    return values.a_day(date(year, month, day))


def _year_of_day(seen: Seen, month: int, day: int, weekday: str | None, gone: bool) -> int:
    """The year of a day named without one: where its weekday fits, else nearest the publication, else the past."""
    today = seen.published or date.min
    options = [
        date(year, month, day)
        for year in (today.year - 1, today.year, today.year + 1)
        if day <= 28 or _exists(year, month, day)
    ]
    if weekday:
        fitting = [option for option in options if option.weekday() == weekday_number(weekday)]
        options = fitting or options
    forward, back = (values.PAST_BEFORE_FUTURE, 1.0) if seen.future else (1.0, values.PAST_BEFORE_FUTURE)
    if gone:
        options = [option for option in options if option < today]
    return min(options, key=lambda option: (option - today).days * (forward if option > today else -back)).year


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _read_days(groups: Mapping[str, str | None], seen: Seen) -> Value | None:
    """As in "12-14 March": from one day through another."""
    first = _read_date(groups, seen)
    if first is None or first.first is None:
        return None
    last = first.first.replace(day=int(groups["until"] or 0))
    return Value(f"{first.value}..{last.isoformat()}", "days", first.first, last) if last > first.first else first


def _read_week_of(groups: Mapping[str, str | None], seen: Seen) -> Value | None:
    day = _read_date(groups, seen)
    return values.a_week(day.first) if day is not None and day.first is not None else None


def _read_numeric(groups: Mapping[str, str | None], _seen: Seen) -> Value | None:
    """Day first, as most of the world writes; month first only where the second number cannot be a month."""
    first, second, year = int(groups["first"] or 0), int(groups["second"] or 0), int(groups["year"] or 0)
    return values.a_day(date(year, second, first) if second <= 12 else date(year, first, second))


def _read_month(groups: Mapping[str, str | None], seen: Seen) -> Value | None:
    month, year, lead = _month(groups), _year(groups), (groups.get("lead") or "").lower()
    if year is None:
        if seen.published is None:
            return None
        which = _which(groups) or (lead if lead in ("last", "next", "since") else "") or ("since" if seen.past else "")
        year = values.year_of_month(seen.published, month, which, seen.future and lead != "since")
    return values.a_month(year, month, _part(groups) or _PARTS.get(lead, ""))


def _read_month_of(groups: Mapping[str, str | None], seen: Seen) -> Value | None:
    """As in "in April next year"."""
    if seen.published is None:
        return None
    year = seen.published.year + {"last": -1, "next": 1}.get(_which(groups), 0)
    return values.a_month(year, _month(groups), _part(groups))


def _read_weekday(groups: Mapping[str, str | None], seen: Seen) -> Value | None:
    if seen.published is None:
        return None
    weekday = weekday_number(groups["weekday"] or "")
    if groups.get("day"):
        return _weekday_of_day(seen.published, weekday, int(groups["day"] or 0))
    which = _which(groups)
    return values.a_day(values.weekday_near(seen.published, weekday, which, which == "" and seen.future))


def _weekday_of_day(published: date, weekday: int, day: int) -> Value | None:
    """As in "Thursday (26)": the nearest 26th that is a Thursday, as newspapers in several languages write it."""
    near = sorted(
        (published + timedelta(days=shift) for shift in range(-45, 46)), key=lambda other: abs((other - published).days)
    )
    for option in near:
        if option.day == day and option.weekday() == weekday:
            return values.a_day(option)
    return None


def _read_today(groups: Mapping[str, str | None], seen: Seen) -> Value | None:
    word = " ".join((groups["day"] or "").lower().split())
    shift = {
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }
    return values.a_day(seen.published + timedelta(days=shift.get(word, 0))) if seen.published else None


def _read_span(groups: Mapping[str, str | None], seen: Seen) -> Value | None:
    which, unit = _which(groups), (groups["unit"] or "").lower()
    if which in ("same", "that", "following", "previous"):
        base = seen.anchor.first if seen.anchor else None
    else:
        base = seen.published
    if base is None or unit == "hour":
        return None
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(which, 0)
    return values.shifted(base, step, unit)


def _read_ago(groups: Mapping[str, str | None], seen: Seen) -> Value | None:
    count = number(groups["count"] or "")
    if seen.published is None or count is None:
        return None
    return values.shifted(seen.published, -count, (groups["unit"] or "").lower())


def _read_ahead(groups: Mapping[str, str | None], seen: Seen) -> Value | None:
    count = number(groups["count"] or "")
    if seen.published is None or count is None or not (seen.future or groups.get("time")):
        return None
    return values.shifted(seen.published, count, (groups["unit"] or "").lower())


def _read_later(groups: Mapping[str, str | None], seen: Seen) -> Value | None:
    count, base = number(groups["count"] or ""), seen.anchor.first if seen.anchor else None
    if base is None or count is None or groups["unit"] == "hour":
        return None
    back = (groups["way"] or "").lower() in ("earlier", "before")
    return values.shifted(base, -count if back else count, (groups["unit"] or "").lower())


def _read_that_day(groups: Mapping[str, str | None], seen: Seen) -> Value | None:
    base = seen.anchor.first if seen.anchor and seen.anchor.granularity == "day" else None
    step = {"previous": -1, "following": 1, "next": 1}.get((groups["way"] or "").lower(), 0)
    return values.a_day(base + timedelta(days=step)) if base else None


def _read_year(groups: Mapping[str, str | None], _seen: Seen) -> Value | None:
    return values.a_year(int(groups["year"] or 0), _part(groups))


def _read_years(groups: Mapping[str, str | None], _seen: Seen) -> Value | None:
    first, until = groups["year"] or "", groups["until"] or ""
    last = int(first[: 4 - len(until)] + until)
    return values.years(int(first), last) if int(first) < last else None


def _read_decade(groups: Mapping[str, str | None], _seen: Seen) -> Value | None:
    return values.a_decade(int(groups["decade"] or 0))


def _read_quarter(groups: Mapping[str, str | None], _seen: Seen) -> Value | None:
    nth = (groups["nth"] or "").lower()
    quarter = int(nth) if nth.isdigit() else {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[nth]
    return values.a_quarter(int(groups["year"] or 0), quarter)


def _read_season(groups: Mapping[str, str | None], seen: Seen) -> Value | None:
    season, year = (groups["season"] or "").lower(), _year(groups)
    if year is None:
        if seen.published is None:
            return None
        start = values.a_season(seen.published.year, season).first or seen.published
        which = _which(groups)
        year = seen.published.year - (1 if which in ("last", "past") and start >= seen.published.replace(day=1) else 0)
        year += 1 if which in ("next", "coming") and start <= seen.published else 0
    return values.a_season(year, season)


def _read_weekend(_groups: Mapping[str, str | None], seen: Seen) -> Value | None:
    if seen.published is None:
        return None
    back = seen.published.weekday() < 5 and not seen.future
    return values.a_weekend(seen.published - timedelta(days=7 if back else 0))


def _read_opening(groups: Mapping[str, str | None], seen: Seen) -> Value | None:
    """As in "the first days": of what was dated just before; open at its end."""
    base = seen.anchor.first if seen.anchor else None
    if base is None:
        return None
    last = values.add_months(base, 2 if groups["unit"] == "month" else 1)
    return Value(f"{base:%Y-%m}..{last:%Y-%m}", "vague", base, last)


def _read_feast(groups: Mapping[str, str | None], seen: Seen) -> Value | None:
    if seen.published is None:
        return None
    name = (groups["feast"] or "").lower().replace("’", "'")
    near = [_feast(name, seen.published.year + shift) for shift in (-1, 0, 1)]
    past = [day for day in near if day <= seen.published]
    ahead = [day for day in near if day >= seen.published]
    return values.a_day(ahead[0] if seen.future and ahead else past[-1])


def _feast(name: str, year: int) -> date:
    if name.startswith("easter"):
        return _easter(year) + timedelta(days=1 if name.endswith("monday") else 0)
    if name.startswith("thanksgiving"):
        return date(year, 11, 1) + timedelta(days=(3 - date(year, 11, 1).weekday()) % 7 + 21)
    fixed = {"christmas eve": (12, 24), "new year's day": (1, 1), "new year's eve": (12, 31)}
    return date(year, *fixed.get(name, (12, 25)))


def _easter(year: int) -> date:
    """Western Easter by Gauss's rule in its anonymous Gregorian form."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _read_iso_week(groups: Mapping[str, str | None], _seen: Seen) -> Value | None:
    return values.a_week(date.fromisocalendar(int(groups["year"] or 0), int(groups["week"] or 0), 1))


def known_readers() -> Mapping[str, Reader]:
    """The reader of every kind of expression named in ``words/dates.txt``."""
    return {
        "iso": _read_date,
        "iso-month": _read_month,
        "iso-week": _read_iso_week,
        "numeric": _read_numeric,
        "date": _read_date,
        "days": _read_days,
        "week-of": _read_week_of,
        "month": _read_month,
        "month-of": _read_month_of,
        "part-month": _read_month,
        "bare-month": _read_month,
        "lone-month": _read_month,
        "full-month": _read_month,
        "weekday": _read_weekday,
        "years": _read_years,
        "decade": _read_decade,
        "quarter": _read_quarter,
        "season": _read_season,
        "part-year": _read_year,
        "year": _read_year,
        "today": _read_today,
        "span": _read_span,
        "part-span": _read_span,
        "ago": _read_ago,
        "later": _read_later,
        "ahead": _read_ahead,
        "that-day": _read_that_day,
        "weekend": _read_weekend,
        "opening": _read_opening,
        "feast": _read_feast,
    }
