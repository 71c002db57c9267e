"""Until when an agreement that is extended runs under each reading, and from which day on the readings part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from servanda.agreement.lasting import Extension
from servanda.agreement.wording_lasting import last_days
from servanda.checks.reliance import statements
from servanda.checks.study import Study
from servanda.stories.words import listed

_PERIODS = 12
"""Periods that are held side by side."""


@dataclass(frozen=True, slots=True)
class Ends:
    """`day`: the last day of a period under one reading and not under another; `said`: the last days, in a sentence."""

    day: int
    said: str


def ends_apart(studies: tuple[tuple[str, Study], ...]) -> Ends | None:
    """Where the last days of the periods differ; None where nothing is extended, or in the same way."""
    ends = {label: _last_days(study) for label, study in studies}
    if not all(ends.values()):
        return None
    apart = [at for at in range(_PERIODS) if len({days[at] for days in ends.values()}) > 1]
    if not apart:
        return None
    first, base = apart[0], studies[0][1]
    said = "; ".join(
        f"under {label}, {listed(_day(base, day) for day in days[: first + 1])}" for label, days in ends.items()
    )
    return Ends(min(days[first] for days in ends.values()), f"The periods then end: {said}. {_counted(base)}")


def _last_days(study: Study) -> list[int]:
    found = (each for _, _, each in statements(study.agreement) if isinstance(each, Extension))
    extension = next(found, None)
    return last_days(study.agreement, extension, _PERIODS) if extension is not None else []


def _day(study: Study, day: int) -> str:
    start = study.agreement.header.takes_effect
    return (start.date() + timedelta(days=day)).isoformat() if start is not None else f"day {day}"


def _counted(study: Study) -> str:
    start = study.agreement.header.takes_effect
    on = f" ({start.date().isoformat()})" if start is not None else ""
    return f"The day on which the text takes effect{on} is not counted; if it were, each would end one day earlier."
