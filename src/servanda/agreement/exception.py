"""Exceptions from duties, who judges them, and what ranks or softens a clause."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from servanda.agreement.event import Act
from servanda.agreement.lasting import Until
from servanda.agreement.party import Who
from servanda.text.place import Place


class Judge(Enum):
    """Who judges whether an exception is there, where it is nobody named."""

    BEARER = "in its own judgement"
    NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Excepted:
    """``except in self-defence, in its own judgement``.

    One of `words` (as the text has them), `after` (an act that has taken
    place) and `agreed` (somebody's consent) is given.  `judge` matters for
    words only.  `until`: the text bounds the exception, or says that it does
    not; None: it does not speak of it.  `only_after`: an act that must have
    taken place besides.
    """

    words: str | None
    after: Act | None
    agreed: Who | None
    judge: Judge | Who
    until: Until | None
    place: Place
    only_after: Act | None = None


@dataclass(frozen=True, slots=True)
class Exempt:
    """``clause 2 does not apply to a Party acting in self-defence``; `who` None: to nobody."""

    clauses: tuple[str, ...]
    who: Who | None
    excepted: Excepted
    place: Place


@dataclass(frozen=True, slots=True)
class Cure:
    """``a breach of clause 5 may be cured within 10 days``; `days` None is *not stated*."""

    clause: str
    days: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class Prevails:
    """``clause 4 prevails over clause 2``: what the one allows, the other does not forbid."""

    clauses: tuple[str, ...]
    over: tuple[str, ...]
    place: Place


Softening = Exempt | Cure | Prevails
