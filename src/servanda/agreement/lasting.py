"""How long clauses bind, and who may leave, end, suspend or extend."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from servanda.agreement.party import Who
from servanda.text.place import Place


class Kind(Enum):
    """What a power does to the agreement."""

    WITHDRAW = "withdraw from"  # whoever uses it leaves
    TERMINATE = "end"  # it ends for everybody
    SUSPEND = "suspend"  # it, or some clauses, stand still


@dataclass(frozen=True, slots=True)
class Effective:
    """How many days after notice a power takes effect; 0 is at once, None is *not stated*."""

    days: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class Until:
    """How long something lasts once it has begun: some days, to a date, to when clauses are fulfilled.

    None of these is *not stated*.  `once`: it may not begin a second time.
    """

    days: int | None
    moment: datetime | None
    clauses: tuple[str, ...]
    once: bool
    place: Place

    @property
    def bounded(self) -> bool:
        """Whether the text gives it an end."""
        return self.days is not None or self.moment is not None or bool(self.clauses)


@dataclass(frozen=True, slots=True)
class Power:
    """``a Party may withdraw from the agreement …``.

    `clauses`: what may be suspended, empty for the whole agreement; `own`:
    only the user's own duties.  `condition`: the text's words for when, with
    `own_judgement` where its user judges that alone.  `effective` and `until`
    are None where the line does not speak of them.
    """

    who: Who
    kind: Kind
    clauses: tuple[str, ...]
    own: bool
    condition: str | None
    own_judgement: bool
    notice: bool
    effective: Effective | None
    until: Until | None
    place: Place

    @property
    def notice_days(self) -> int:
        """Days between notice and effect; what the text does not say takes no time."""
        return (self.effective.days or 0) if self.effective is not None else 0


@dataclass(frozen=True, slots=True)
class Extension:
    """``the agreement is extended by the same period unless a Party notifies the others``.

    `days`: how long each extension lasts, the last one again and again.
    `notice`: how many days before the end the notification is due.  `agreed`:
    it is extended only if all of these agree by then.
    """

    days: tuple[int, ...]
    unless: Who | None
    notice: int
    place: Place
    agreed: Who | None = None


@dataclass(frozen=True, slots=True)
class Sunset:
    """``clause 5 ends on …``; `clauses` empty: the agreement does.

    `moment` is the last day in force, `days` the same counted from the day the
    text takes effect; neither: at once where `stated`, else *not stated*.
    """

    clauses: tuple[str, ...]
    moment: datetime | None
    days: int | None
    stated: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Survival:
    """``clause 5 survives the end for 30 days``; `days` None: without end."""

    clauses: tuple[str, ...]
    days: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class Lapse:
    """``what is due under clause 5 lapses at the end``: even what was set off before."""

    clauses: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Regulated:
    """``withdrawal: not stated``; `words` where the text does speak of it."""

    subject: str
    words: str | None
    place: Place


Lasting = Power | Extension | Sunset | Survival | Lapse | Regulated
