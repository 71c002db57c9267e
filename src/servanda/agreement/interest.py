"""What somebody wants protected."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.agreement.event import Happening
from servanda.agreement.quantity import Condition
from servanda.text.place import Place


@dataclass(frozen=True, slots=True)
class Always:
    """The condition holds throughout the term (``never exceed`` is written so)."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class Never:
    """The happening does not occur within the term."""

    happening: Happening


@dataclass(frozen=True, slots=True)
class AtExpiry:
    """The condition holds when the term ends."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class Whenever:
    """Each time the trigger happens, the answer happens within so many days.

    An answer earlier on the same day counts as well: a day has no order.  `or_before`: so does one on any day before.

    Without a trigger: the days are counted from the day the text takes effect.
    """

    trigger: Happening | None
    answer: Happening
    days: int
    or_before: bool = False


Protected = Always | Never | AtExpiry | Whenever


@dataclass(frozen=True, slots=True)
class Interest:
    """An interest of `of` (a party or a third state).

    `beyond`: it is meant beyond the term, for so many days after the end, or
    after notice of it; None: within the term only; 0: for good.
    """

    of: str
    name: str
    protected: Protected
    place: Place
    beyond: int | None = None
