"""What is due each month: the days of the agreement on which a month's time is up."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from servanda.agreement.agreement import Agreement
from servanda.agreement.norm import Duty, Every, Monthly

MOST_MONTHS = 60
"""Months that are told apart; what lasts longer, or has no calendar, is due every 31 days at the latest."""


def on_the_calendar(agreement: Agreement, duty: Duty) -> Duty:
    """The duty as it is; what is due each month without a calendar is due as often as any month allows."""
    if not isinstance(duty.timing, Monthly) or last_days(agreement, duty.timing):
        return duty
    return replace(duty, timing=Every(31, duty.timing.place))


def last_days(agreement: Agreement, timing: Monthly) -> tuple[int, ...]:
    """The last days within the term, counted from the day the text takes effect; none without a calendar."""
    start, term = agreement.header.takes_effect, agreement.header.lasts_days
    if start is None or term is None or term > MOST_MONTHS * 31:
        return ()
    return tuple(day for day in _days(start.date(), timing) if day <= term)


def _days(start: date, timing: Monthly) -> Iterator[int]:
    for month in range(start.month - 1, start.month + MOST_MONTHS + 1):
        year, at = start.year + month // 12, month % 12 + 1
        length = calendar.monthrange(year, at)[1]
        day = (date(year, at, min(timing.day or length, length)) - start).days
        if day >= 0:
            yield day
