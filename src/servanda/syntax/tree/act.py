"""What an act of a vocabulary is, and what scenarios tell."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.syntax.tree.value import ClauseRef, Moment, Phrase, RateNode, Word


@dataclass(frozen=True, slots=True)
class Pattern:
    """``noun: …`` or ``verb: …``; `field` says which."""

    field: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class SlotNode:
    """``VICTIM is any state``."""

    name: Word
    who: Phrase


@dataclass(frozen=True, slots=True)
class Needs:
    """``needs access by HOST to INSPECTOR``, ``needs acceptance of RECEIVER``."""

    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Raises:
    """``raises KIND of RECEIVER by not stated a day``."""

    holding: Phrase
    rate: RateNode


@dataclass(frozen=True, slots=True)
class Lowers:
    """``lowers KIND of SIDE``, ``lowers KIND of SIDE by 3 tanks a day``; `rate` None: as fast as it likes."""

    holding: Phrase
    rate: RateNode | None


@dataclass(frozen=True, slots=True)
class Shows:
    """``shows KIND of HOST``."""

    holding: Phrase


@dataclass(frozen=True, slots=True)
class NoticedBy:
    """``noticed by SUPPLIER, RECEIVER``."""

    who: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class DoneBy:
    """``done by BUILDER``."""

    slot: Word


@dataclass(frozen=True, slots=True)
class MoveFact:
    """What is known of a move: ``open when "…"``, ``found by no-deadline`` or ``case "…" source "…"``.

    `field` is its first word: open, found or case.
    """

    field: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class StepNode:
    """``day 3: W delivers 10 battle tanks to B``; either `day` or `moment` is given."""

    day: int | None
    moment: Moment | None
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class VerdictNode:
    """``expect clause 1 of A kept on day 5``."""

    clause: ClauseRef
    bearer: Phrase | None
    verdict: str
    day: int | None
