"""Clauses and what they say: duties, permissions, decisions, releases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from servanda.agreement.event import Act, Happening
from servanda.agreement.exception import Excepted, Softening
from servanda.agreement.lasting import Lasting
from servanda.agreement.party import Who
from servanda.agreement.quantity import Condition
from servanda.agreement.quoted import NOTHING_QUOTED, Quoted
from servanda.text.place import Place


class Silence(Enum):
    """A value the text leaves out, and says so (`not stated`)."""

    NOT_STATED = "not stated"


class Force(Enum):
    """The word that binds.  SHOULD and ENDEAVOUR are obligations of conduct."""

    SHALL = "shall"
    WILL = "will"
    MUST = "must"
    UNDERTAKES = "undertakes to"
    SHOULD = "should"
    ENDEAVOURS = "endeavours to"

    @property
    def is_effort(self) -> bool:
        """Whether an effort is asked for, and no result."""
        return self in (Force.SHOULD, Force.ENDEAVOURS)


class ClockStart(Enum):
    """From when a span of days runs."""

    TRIGGER = "trigger"
    ADOPTION = "adoption"  # "within 7 days of adoption"
    START = "start"  # "by day 30": from the beginning, whatever else has to come first


@dataclass(frozen=True, slots=True)
class Within:
    """``within 3 days [of adoption]``; ``at once`` is zero days.

    `days` are those after the first day.  `first_counts`: the text counts the first day as one of its own number.
    """

    days: int
    since: ClockStart
    place: Place
    first_counts: bool = False

    @property
    def moves(self) -> bool:
        """Whether the days run only from what has to come first."""
        return self.since is not ClockStart.START


@dataclass(frozen=True, slots=True)
class ByDate:
    """``by 2025-03-02``."""

    moment: datetime
    place: Place


@dataclass(frozen=True, slots=True)
class Every:
    """``every 49 days``: again and again, never longer apart than this."""

    days: int
    place: Place


@dataclass(frozen=True, slots=True)
class NotStated:
    """``within not stated``, or `words` such as ``promptly``: the text gives no deadline, and the encoding says so."""

    place: Place
    words: str = ""


@dataclass(frozen=True, slots=True)
class Monthly:
    """``by the 5th of each month``; `day` None: by the last."""

    day: int | None
    place: Place


Timing = Within | ByDate | Every | Monthly | NotStated


class Rule(Enum):
    """How a body decides."""

    UNANIMITY = "unanimity"  # every decider says yes
    CONSENSUS = "consensus"  # nobody objects until the vote closes
    MAJORITY = "majority"  # more than half of the deciders say yes
    TWO_THIRDS = "two thirds"


@dataclass(frozen=True, slots=True)
class Decision:
    """A vote that the clause's trigger opens.

    `closes_after`: days, None where the text gives none.  `otherwise_adopted`:
    adopted when it closes unless somebody said no.
    """

    body: str
    matter: str | None
    rule: Rule
    without_concerned: bool
    closes_after: int | None
    otherwise_adopted: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Do:
    """Perform an act."""

    act: Act


@dataclass(frozen=True, slots=True)
class Vote:
    """Take part in the clause's decision; `yes` True: consent, None: decide either way."""

    yes: bool | None


@dataclass(frozen=True, slots=True)
class Refrain:
    """Never perform an act."""

    act: Act


@dataclass(frozen=True, slots=True)
class Keep:
    """Keep a state."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class Agree:
    """Give the agreement that a clause asks for (``agree to clause 11``)."""

    clause: str


Content = Do | Vote | Refrain | Keep | Agree


@dataclass(frozen=True, slots=True)
class Agreed:
    """``with the agreement of B``: what is done counts only after B, for itself and irrevocably, has agreed."""

    who: Who
    place: Place


@dataclass(frozen=True, slots=True)
class Fulfilled:
    """``provided that clause 11 is fulfilled``: until then nothing is due.

    `enables`: ``after clause 11 is fulfilled``; the duty is there, but what is
    done counts only then (and days given with "within" run from then).
    """

    clauses: tuple[str, ...]
    enables: bool
    place: Place


@dataclass(frozen=True, slots=True)
class After:
    """``after an act``: what is done counts only once that has happened, so many `days` ago at least.

    `together`: ``concurrently with an act``; what is done first of the two does not count by itself.
    """

    act: Act
    place: Place
    days: int = 0
    together: bool = False


@dataclass(frozen=True, slots=True)
class NotBefore:
    """``not before 2025-03-02``: what is done earlier does not count."""

    moment: datetime
    place: Place


Requirement = Agreed | Fulfilled | After | NotBefore


class Manner(Enum):
    """How steps that run side by side depend on each other."""

    NOT_STATED = "not stated"
    COMPLETE = "each to be complete in time"
    AWAITS = "each awaits the other"
    TARGET = "a target"


@dataclass(frozen=True, slots=True)
class Alongside:
    """What ties a duty to others of its clause: ``in parallel, in phases``.  `target`: a day named, and no deadline."""

    phased: bool
    manner: Manner
    target: Timing | None
    place: Place


@dataclass(frozen=True, slots=True)
class Duty:
    """Who owes what, by when, on which condition.

    `entitled`: the text speaks of whoever is to receive; an UNSTATED bearer then breaches nothing, and nobody breaches
    by not receiving.  `timing` None means the line has no time at all (a finding for *do* duties);
    `provided` is the decision that must be adopted first, `requires` what else
    must come first.  `instead`: a price, which takes the place of the duty whose
    breach sets it off.  `each_time`: one act discharges one occasion only.
    """

    bearer: Who
    force: Force
    content: Content
    timing: Timing | None
    provided: Decision | None
    place: Place
    requires: tuple[Requirement, ...] = ()
    entitled: Who | None = None
    along: Alongside | None = None
    exceptions: tuple[Excepted, ...] = ()
    instead: bool = False
    each_time: bool = False


@dataclass(frozen=True, slots=True)
class Permission:
    """``X may ...``: an act allowed in so many words."""

    bearer: Who
    act: Act
    place: Place


@dataclass(frozen=True, slots=True)
class MayAnswer:
    """``X may answer by ...``: a move that X will use promptly once it is allowed."""

    bearer: Who
    act: Act
    place: Place


@dataclass(frozen=True, slots=True)
class Release:
    """``clause 2 no longer binds X``."""

    clause: str
    who: Who
    place: Place


Statement = Duty | Permission | MayAnswer | Release | Decision | Lasting | Softening


@dataclass(frozen=True, slots=True)
class Rules:
    """Statements under one trigger; `upon` empty: they hold from the start."""

    upon: tuple[Happening, ...]
    statements: tuple[Statement, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its number as the text has it, its words, what it says.

    `quoted`: its own words with their places, those set aside, and the lines that encode them.
    `if_breached`: what follows from a breach; None where the encoding does not
    speak of it, NOT_STATED where it says that the text does not.
    """

    number: str
    title: str | None
    words: tuple[str, ...]
    rules: tuple[Rules, ...]
    if_breached: Silence | None
    place: Place
    quoted: Quoted = NOTHING_QUOTED
