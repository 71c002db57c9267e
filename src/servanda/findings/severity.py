"""How much a finding matters: one table, read by checks and by the documentation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters, most first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def at_least(self, other: Severity) -> bool:
        """Whether this matters as much as `other`, or more."""
        order = list(Severity)
        return order.index(self) <= order.index(other)


class Circumstance(StrEnum):
    """What a check knows of a finding that decides how much it matters; the value says it in words."""

    INPUT_WRONG = "the input cannot be read as it stands"
    REFERENCE_BROKEN = "a reference leads nowhere"
    INTEREST_FAILS_ONE_MOVE = "an interest fails, all complying, with at most one playbook move"
    DUTY_CANNOT_BE_KEPT = "a duty cannot be kept"
    READINGS_FLIP_INTEREST = "two readings, or two options, decide whether an interest holds"
    INTEREST_FAILS_TWO_MOVES = "an interest fails, all complying, with two playbook moves"
    NEEDED_DUTY_INCOMPLETE = (
        "a binding duty on which an interest depends lacks a date, an end, a responsible party, a verifier or a remedy"
    )
    NEEDED_DUTY_HANGS_ON_CONSENT = "a binding duty on which an interest depends hangs on a consent nobody owes"
    NEEDED_DUTY_UNDEFINED = "a binding duty on which an interest depends uses an undefined term"
    NEEDED_DUTY_SELF_JUDGED = "a binding duty on which an interest depends has an exception its bearer judges itself"
    NEEDED_DUTY_WAITS = "a binding duty on which an interest depends is part of a mutual wait"
    WORDS_NOT_ENCODED = "words of the text have no place in its encoding"
    PLAIN_ABSENCE = "a plain text leaves out who acts, by when, who checks, what follows or how long it lasts"
    PLAIN_PASSAGE = "a passage of a plain text hangs on a consent or a judgement, names no day, or contradicts itself"
    EXIT_TOO_SOON = "exit or expiry comes sooner than the breakout time of an interest that is meant beyond the term"


@dataclass(frozen=True, slots=True)
class SeverityRule:
    """One line of the table. `absence`: the finding is that something is missing, so an excerpt lowers it to a note."""

    when: Circumstance
    severity: Severity
    absence: bool = False


SEVERITY_TABLE: tuple[SeverityRule, ...] = (
    SeverityRule(Circumstance.INPUT_WRONG, Severity.ERROR),
    SeverityRule(Circumstance.REFERENCE_BROKEN, Severity.ERROR),
    SeverityRule(Circumstance.INTEREST_FAILS_ONE_MOVE, Severity.ERROR),
    SeverityRule(Circumstance.DUTY_CANNOT_BE_KEPT, Severity.ERROR),
    SeverityRule(Circumstance.READINGS_FLIP_INTEREST, Severity.ERROR),
    SeverityRule(Circumstance.INTEREST_FAILS_TWO_MOVES, Severity.WARNING),
    SeverityRule(Circumstance.NEEDED_DUTY_INCOMPLETE, Severity.WARNING, absence=True),
    SeverityRule(Circumstance.NEEDED_DUTY_HANGS_ON_CONSENT, Severity.WARNING),
    SeverityRule(Circumstance.NEEDED_DUTY_UNDEFINED, Severity.WARNING, absence=True),
    SeverityRule(Circumstance.NEEDED_DUTY_SELF_JUDGED, Severity.WARNING),
    SeverityRule(Circumstance.NEEDED_DUTY_WAITS, Severity.WARNING),
    SeverityRule(Circumstance.WORDS_NOT_ENCODED, Severity.WARNING),
    SeverityRule(Circumstance.EXIT_TOO_SOON, Severity.WARNING),
    SeverityRule(Circumstance.PLAIN_ABSENCE, Severity.WARNING, absence=True),
    SeverityRule(Circumstance.PLAIN_PASSAGE, Severity.WARNING),
)
"""The first line that fits decides; what fits none is a note."""


def severity_of(circumstances: Iterable[Circumstance], *, excerpt: bool = False) -> Severity:
    """The severity of a finding with these circumstances; `excerpt`: only part of the text was encoded."""
    present = frozenset(circumstances)
    for rule in SEVERITY_TABLE:
        if rule.when in present:
            return Severity.NOTE if excerpt and rule.absence else rule.severity
    return Severity.NOTE
