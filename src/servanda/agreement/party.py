"""Actors, bodies, and the ways a text points at them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from servanda.text.place import Place


class Role(Enum):
    """What an actor is to the agreement."""

    PARTY = "party"
    THIRD_STATE = "third state"
    NON_STATE_ACTOR = "non-state actor"
    VERIFIER = "verifier"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can act.  `ident` is the short name of the text (``A``)."""

    ident: str
    name: str
    role: Role
    place: Place

    @property
    def bound(self) -> bool:
        """Whether the agreement binds this actor."""
        return self.role in (Role.PARTY, Role.VERIFIER)

    @property
    def is_state(self) -> bool:
        """Whether "any state" includes this actor."""
        return self.role in (Role.PARTY, Role.THIRD_STATE)


@dataclass(frozen=True, slots=True)
class Body:
    """A named group of actors that can be addressed, or decide, together."""

    ident: str
    name: str | None
    members: tuple[str, ...]
    place: Place


class Group(Enum):
    """The ways a phrase picks out actors."""

    NAMED = "named"  # one actor, `name` is its ident
    BODY = "body"  # the members of a body, `name` is its ident
    PARTIES = "parties"  # "each Party", "a Party"
    STATES = "states"  # "any state": parties, third states, and a state the text does not name
    THIRD_STATES = "third states"
    VERIFIERS = "verifiers"
    OTHERS = "others"  # "the other Party", "the others": all of the phrase's group but the one spoken of
    SAME = "same"  # "that Party", "it": the one spoken of
    OWN = "own"  # "its": whoever the sentence is about
    ANYBODY = "anybody"
    UNSTATED = "not stated"  # the text has no subject: "… shall be withdrawn"


class Quantifier(Enum):
    """How many of the group are meant."""

    ONE = "one"
    EACH = "each"
    ANY = "any"  # "any", "a": whoever it is; later "that", "the other" refer to it
    JOINTLY = "jointly"


@dataclass(frozen=True, slots=True)
class Who:
    """A phrase that points at actors.

    `without_concerned` is "without the state concerned": whoever did the act
    that the clause is triggered by does not belong.
    """

    quantifier: Quantifier
    group: Group
    name: str | None
    place: Place
    without_concerned: bool = False
