"""The whole agreement."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from servanda.agreement.event import Act, ActKind, Rate
from servanda.agreement.interest import Interest
from servanda.agreement.norm import Clause
from servanda.agreement.party import Actor, Body, Who
from servanda.agreement.quantity import Holding, Kind, Stock
from servanda.agreement.words import Words
from servanda.text.place import Place


class Extent(Enum):
    """How much of the text is encoded."""

    FULL = "full text"
    EXCERPT = "excerpt"
    REPORTED = "as reported"


class Status(Enum):
    """What the text is in law, as the header says."""

    BINDING = "legally binding"
    POLITICAL = "political commitment"
    DISPUTED = "disputed"
    NEVER_SIGNED = "never signed"
    NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Header:
    """What the text says of itself.  None: the file does not say.

    `endless`: it says that there is no end, or that the text states none.
    """

    name: str
    version: str | None
    words_are: str | None  # "summary" or "verbatim"
    languages: tuple[str, ...]
    extent: Extent
    status: Status
    signed: date | None
    takes_effect: datetime | None  # with zone
    lasts_days: int | None  # None: without end
    deadlines_inclusive: bool
    place: Place
    endless: bool = False


@dataclass(frozen=True, slots=True)
class AssumedRate:
    """``assume build-up of battle tanks by each Party at most 3 tanks a day because ...``."""

    act: Act
    rate: Rate
    because: str
    place: Place


@dataclass(frozen=True, slots=True)
class AssumedRise:
    """``assume battle tanks of each Party rise by at most 4 tanks a day because ...``."""

    holding: Holding
    rate: Rate
    because: str
    place: Place


@dataclass(frozen=True, slots=True)
class AssumedAway:
    """``assume no build-up [by A] because ...``: a move taken out of the world."""

    move: str
    by: Who | None
    because: str
    place: Place


@dataclass(frozen=True, slots=True)
class AssumedCapacity:
    """``assume M can do at most 10 inspections every 30 days because ...``: of all it owes to do."""

    who: Who
    number: int
    what: str
    days: int
    because: str
    place: Place


Assumption = AssumedRate | AssumedRise | AssumedAway | AssumedCapacity


@dataclass(frozen=True, slots=True)
class Acceptance:
    """``accept <finding-id> because ... [for text <digest>]``: it ends with the words that it was given for."""

    finding: str
    because: str
    place: Place
    for_text: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """``A consents to clause 5`` or ``A refuses``: a voice in a vote, or the agreement that a clause asks for."""

    who: str
    yes: bool
    clause: str | None


@dataclass(frozen=True, slots=True)
class Use:
    """``A gives notice``, ``A suspends clause 2``, ``A acts in self-defence``: the use of a power, by what is said."""

    who: str
    words: str


@dataclass(frozen=True, slots=True)
class ScenarioStep:
    """``day 3: W delivers 10 ...`` or a dated one: an act, how many units if it is a flow; or a voice, or a power."""

    day: int
    act: Act | Voice | Use
    amount: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class ExpectedVerdict:
    """``expect clause 1 of A kept|breached|prevented|due`` at the scenario's end, or on a day."""

    clause: str
    bearer: str | None
    verdict: str
    day: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class Scenario:
    """A story told in the file, with what it must lead to."""

    name: str
    steps: tuple[ScenarioStep, ...]
    expected: tuple[ExpectedVerdict, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class ExpectedFinding:
    """``expect loophole on clause 5``: the file's own test of what check says."""

    slug: str
    on: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Agreement:
    """Everything one file says, with the vocabularies it uses.

    `at_large`: its lines outside clauses that say what is agreed, as they stand in the file.
    """

    header: Header
    actors: tuple[Actor, ...]
    bodies: tuple[Body, ...]
    kinds: tuple[Kind, ...]
    acts: tuple[ActKind, ...]
    stocks: tuple[Stock, ...]
    assumptions: tuple[Assumption, ...]
    clauses: tuple[Clause, ...]
    interests: tuple[Interest, ...]
    acceptances: tuple[Acceptance, ...]
    scenarios: tuple[Scenario, ...]
    expectations: tuple[ExpectedFinding, ...]
    words: Words = field(default_factory=Words)
    at_large: tuple[str, ...] = field(default=(), compare=False)

    def actor(self, ident: str) -> Actor:
        """The actor of that short name.  KeyError if there is none."""
        return next(actor for actor in self.actors if actor.ident == ident)

    def body(self, ident: str) -> Body:
        """The body of that short name."""
        return next(body for body in self.bodies if body.ident == ident)

    def clause(self, number: str) -> Clause:
        """The clause of that number."""
        return next(clause for clause in self.clauses if clause.number == number)

    def act_kind(self, name: str) -> ActKind:
        """The act of that name in the vocabularies used."""
        return next(kind for kind in self.acts if kind.name == name)
