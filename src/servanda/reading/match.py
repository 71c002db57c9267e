"""Positions against the clauses of a draft, by their words: a first look for people, not a proof."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from servanda.reading.ledger import PositionRow
from servanda.reading.likeness import telling
from servanda.reading.names import known_parties
from servanda.reading.positions import CLOSED, issue_of

#: From this share of a position's telling words on, a clause speaks of the same thing.
TOUCHES = 0.2
#: From this share on it answers it.
ANSWERS = 0.5
_BINDING = re.compile(
    r"\b(?:shall|will|must|undertakes?|commits?|agrees?|is to|are to|guarantees?|maintains?)\b", re.IGNORECASE
)
_NEGATED = re.compile(
    r"\b(?:not|no|never|refrains?|prohibit\w*|without|cease|abandon\w*|renounc\w*|neither|ruled out)\b", re.IGNORECASE
)
_STANCE = telling("wants demands insists rejects rejected reject support supports ruled ready open willing need must")


class Verdict(StrEnum):
    """How a clause stands to a position, as its words read."""

    MET = "reads as met"
    CONTRADICTED = "reads as contradicted"
    TOUCHED = "touched"
    NOT_ADDRESSED = "not addressed"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a draft: its number as the text has it, and its words."""

    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Matched:
    """One position with the clause that comes nearest; None where no clause speaks of it."""

    position: PositionRow
    verdict: Verdict
    clause: Clause | None


def match(positions: Sequence[PositionRow], clauses: Sequence[Clause]) -> tuple[Matched, ...]:
    """Hold each position against the clauses, in the order of the table."""
    return tuple(_one(position, clauses) for position in positions if not position.superseded_by)


def _one(position: PositionRow, clauses: Sequence[Clause]) -> Matched:
    ranked = sorted(
        ((_share(position, clause), -n, clause) for n, clause in enumerate(clauses)), key=lambda rank: rank[:2]
    )
    if not ranked or ranked[-1][0] < TOUCHES:
        return Matched(position, Verdict.NOT_ADDRESSED, None)
    share, _, clause = ranked[-1]
    return Matched(position, _verdict(position, clause) if share >= ANSWERS else Verdict.TOUCHED, clause)


def _share(position: PositionRow, clause: Clause) -> float:
    """The share of a position's telling words that a clause has; a common issue counts as a touch."""
    names = telling(" ".join(known_parties())) | telling(position.party)
    wanted = telling(f"{position.stance} {position.quote}") - _STANCE - names
    shared = len(wanted & telling(clause.words)) / len(wanted) if wanted else 0.0
    return max(shared, TOUCHES if issue_of(clause.words) == position.issue else 0.0)


def _verdict(position: PositionRow, clause: Clause) -> Verdict:
    """Whether a clause that speaks of just this grants or refuses it; without a binding word it only touches it."""
    if not _BINDING.search(clause.words):
        return Verdict.TOUCHED
    wants = position.strength not in CLOSED and not _NEGATED.search(position.stance)
    grants = not _NEGATED.search(clause.words)
    return Verdict.MET if wants == grants else Verdict.CONTRADICTED
