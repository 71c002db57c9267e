"""Who establishes what, what the words mean, what stands elsewhere, and what the parties say they want.

None of it binds anybody: checks read it, proofs do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from servanda.agreement.party import Who
from servanda.agreement.quantity import Holding
from servanda.text.place import Place


class Standard(Enum):
    """How sure whoever verifies has to be."""

    OBSERVED = "observed"
    ASSESSED = "assessed"
    DECLARED = "declared"  # by whoever is verified


@dataclass(frozen=True, slots=True)
class Verification:
    """``verified by M every 49 days …``: an empty `by` is *not stated*, a None is left out.

    `access`: to what, in the text's words; `reports`: days until what was found is told.
    """

    clauses: tuple[str, ...]
    by: tuple[Who, ...]
    every: int | None
    access: str | None
    reports: int | None
    standard: Standard | None
    place: Place


@dataclass(frozen=True, slots=True)
class Establishment:
    """``established by council``: who says with effect for all whether a clause was broken; None is *not stated*."""

    clause: str
    by: Who | None
    place: Place


@dataclass(frozen=True, slots=True)
class Definition:
    """What a term means; `meaning` None: the text does not say.  `clause` None: it holds for the whole text."""

    term: str
    meaning: str | None
    clause: str | None
    place: Place


class Presence(Enum):
    """Where a document is that the text rests on."""

    ATTACHED = "attached"
    PUBLISHED = "published"
    NOT_ATTACHED = "not attached"
    UNPUBLISHED = "unpublished"
    NOT_PUBLISHED = "not published"
    NOT_AGREED = "not agreed"
    ELSEWHERE = "in another text"

    @property
    def at_hand(self) -> bool:
        """Whether a reader of the text has it."""
        return self in (Presence.ATTACHED, Presence.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Document:
    """An annex, a map, a side letter: `kind` is the text's word for it."""

    kind: str
    name: str
    presence: Presence
    place: Place


@dataclass(frozen=True, slots=True)
class Reliance:
    """``rests on map "Zones"``: what a clause says cannot be known without a document."""

    clause: str
    document: str
    place: Place


class Stance(Enum):
    """What a party says to something."""

    DEMANDS = "demand"
    REJECTS = "reject"
    ACCEPTS = "accept"
    OFFERS = "offer"
    OPEN = "is open to"


@dataclass(frozen=True, slots=True)
class Position:
    """What a party is said to want.  Two `clauses` are an order: the first before the second."""

    of: str
    name: str
    stance: Stance
    clauses: tuple[str, ...]
    words: str | None
    source: str | None
    said: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class StandIn:
    """``look-alikes can stand in for battle tanks``: kinds of things, or what somebody holds of them."""

    other: str | Holding
    limited: str | Holding
    place: Place


@dataclass(frozen=True, slots=True)
class Words:
    """All such lines of one file, in its order."""

    verifications: tuple[Verification, ...] = ()
    establishments: tuple[Establishment, ...] = ()
    definitions: tuple[Definition, ...] = ()
    documents: tuple[Document, ...] = ()
    reliances: tuple[Reliance, ...] = ()
    positions: tuple[Position, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()

    def document(self, name: str) -> Document:
        """The document of that name.  StopIteration if there is none."""
        return next(each for each in self.documents if each.name == name)
