"""Calendar arithmetic: what a date expression means, seen from the day of publication."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "fall": ("FA", 9), "winter": ("WI", 12)}

#: News looks back more than ahead: a day gone counts as this much of a day to come.
PAST_BEFORE_FUTURE = 0.55


@dataclass(frozen=True, slots=True)
class Value:
    """An ISO value with its granularity and the days it covers (None where the text leaves them open)."""

    value: str
    granularity: str
    first: date | None
    last: date | None


def a_day(day: date) -> Value:
    """One day."""
    return Value(day.isoformat(), "day", day, day)


def a_week(day: date) -> Value:
    """The ISO week a day lies in."""
    year, week, _ = day.isocalendar()
    monday = day - timedelta(days=day.weekday())
    return Value(f"{year}-W{week:02d}", "week", monday, monday + timedelta(days=6))


def a_weekend(day: date) -> Value:
    """Saturday and Sunday of the ISO week a day lies in."""
    year, week, _ = day.isocalendar()
    saturday = day + timedelta(days=5 - day.weekday())
    return Value(f"{year}-W{week:02d}-WE", "weekend", saturday, saturday + timedelta(days=1))


def a_month(year: int, month: int, part: str = "") -> Value:
    """A month, or its START, MID or END."""
    days = monthrange(year, month)[1]
    first, last = {"START": (1, 10), "MID": (11, 20), "END": (21, days)}.get(part, (1, days))
    grain = f"part-of-month {part}" if part else "month"
    return Value(f"{year:04d}-{month:02d}", grain, date(year, month, first), date(year, month, last))


def a_year(year: int, part: str = "") -> Value:
    """A year, or its START, MID or END."""
    months = {"START": (1, 4), "MID": (5, 8), "END": (9, 12)}.get(part, (1, 12))
    last = date(year, months[1], monthrange(year, months[1])[1])
    return Value(f"{year:04d}", f"part-of-year {part}" if part else "year", date(year, months[0], 1), last)


def a_decade(year: int) -> Value:
    """The ten years that begin with the given one."""
    return Value(f"{year:04d}"[:3] + "X", "decade", date(year, 1, 1), date(year + 9, 12, 31))


def a_quarter(year: int, quarter: int) -> Value:
    """A quarter of a year, 1 to 4."""
    start = 3 * quarter - 2
    end = date(year, start + 2, monthrange(year, start + 2)[1])
    return Value(f"{year:04d}-Q{quarter}", "quarter", date(year, start, 1), end)


def a_season(year: int, season: str) -> Value:
    """A season by the northern months; winter begins in December of the year given."""
    code, month = _SEASONS[season]
    start = date(year, month, 1)
    return Value(f"{year:04d}-{code}", "season", start, add_months(start, 3) - timedelta(days=1))


def years(first: int, last: int) -> Value:
    """From one year through another."""
    return Value(f"{first:04d}..{last:04d}", "years", date(first, 1, 1), date(last, 12, 31))


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the last of that month where it has fewer days."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shifted(day: date, count: int, unit: str) -> Value:
    """``count`` units from a day (back where negative), no finer than the unit says."""
    if unit in ("day", "hour"):
        return a_day(day + timedelta(days=count if unit == "day" else 0))
    if unit in ("week", "fortnight"):
        return a_week(day + timedelta(weeks=count * (2 if unit == "fortnight" else 1)))
    if unit == "weekend":
        return a_weekend(day + timedelta(weeks=count))
    if unit == "month":
        moved = add_months(day, count)
        return a_month(moved.year, moved.month)
    if unit == "quarter":
        moved = add_months(day, 3 * count)
        return a_quarter(moved.year, (moved.month + 2) // 3)
    return a_year(day.year + count * (10 if unit == "decade" else 1))


def weekday_near(day: date, weekday: int, which: str, future: bool) -> date:
    """The weekday meant by "Thursday", "last Thursday", "next Thursday", seen from a day."""
    back = (day.weekday() - weekday) % 7
    if which in ("last", "previous", "past"):
        return day - timedelta(days=back or 7)
    if which in ("next", "coming", "following"):
        return day + timedelta(days=((weekday - day.weekday()) % 7) or 7)
    return day + timedelta(days=(weekday - day.weekday()) % 7) if future else day - timedelta(days=back)


def year_of_month(day: date, month: int, which: str, future: bool) -> int:
    """The year of a month named without one: by "last" or "next", by the tense, else by nearness."""
    if which in ("last", "past"):
        return day.year if month < day.month else day.year - 1
    if which in ("next", "coming") or future:
        return day.year if month >= day.month else day.year + 1
    back, ahead = (day.month - month) % 12, (month - day.month) % 12
    if which != "since" and ahead and ahead < back * PAST_BEFORE_FUTURE:
        return day.year if month > day.month else day.year + 1
    return day.year if month <= day.month else day.year - 1
