"""One finding: what can go wrong with an agreement, where, how, and how sure that is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from servanda.findings.severity import Circumstance, Severity, severity_of
from servanda.findings.slug import Slug
from servanda.text import Place
from servanda.text.english import annexes_named

Value = str | int | bool
"""What a story may say of the world: a state, a number, a fact."""


class AnswerKind(StrEnum):
    """How an answer was come by; four of them must never be mixed up."""

    FOUND = "found"
    PROVED = "proved"
    NONE_UP_TO = "none_up_to"
    GAVE_UP = "gave_up"
    VACUOUS = "vacuous"
    STATIC = "static"


class Scope(StrEnum):
    """How far in time an answer reaches."""

    TERM = "term"
    ALL_TIME = "all-time"


@dataclass(frozen=True, slots=True)
class Answer:
    """How sure something is and how far that reaches. `events` and `days`: how far was searched.

    `detail` is a plain sentence where the kind alone does not say enough: why it gave up, how it was proved.
    """

    kind: AnswerKind
    scope: Scope | None = None
    events: int | None = None
    days: int | None = None
    replayed: bool = False
    assumes: tuple[str, ...] = ()
    detail: str | None = None


STATIC = Answer(AnswerKind.STATIC)
"""The answer of a check that only reads: nothing was searched, nothing assumed."""


class StepStatus(StrEnum):
    """By what right a step of a story happens."""

    ALLOWED = "allowed"
    DUTY = "duty"
    BREACH = "breach"
    POWER = "power"
    NATURE = "nature"


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One dated step. `event` is a sentence; `clause` is the one that orders, allows or forbids it, if any does.

    `remark` replaces what the right-hand column would say of the clause ("the interest fails").
    """

    day: int
    actor: str
    event: str
    status: StepStatus
    clause: str | None = None
    date: str | None = None
    changes: Mapping[str, Value] = field(default_factory=dict)
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A second place involved, with a short remark on what it does there."""

    place: Place
    remark: str


class HintKind(StrEnum):
    """Whose business a repair is: `safe-edit` leaves the meaning alone, `drafting-choice` is for the parties."""

    SAFE_EDIT = "safe-edit"
    DRAFTING_CHOICE = "drafting-choice"


@dataclass(frozen=True, slots=True)
class Hint:
    """One way out. `closes` and `opens` (finding ids) are None until the edited agreement was checked again."""

    text: str
    kind: HintKind = HintKind.DRAFTING_CHOICE
    closes: tuple[str, ...] | None = None
    opens: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """That the drafters accept a finding. `stale`: the clause has changed since."""

    because: str
    on: date | None
    stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What can go wrong, told for people who draft. Make one with `make_finding`, which works out the id.

    `for_text`: a digest of the words it is about; whoever accepts it may say that the acceptance is for these words.
    """

    id: str
    slug: str
    family: str
    severity: Severity
    headline: str
    clauses: tuple[str, ...]
    core: tuple[str, ...]
    usable_by: tuple[str, ...]
    exposed: tuple[str, ...]
    interest: str | None
    reading: str | None
    place: Place
    remark: str
    labels: tuple[Label, ...]
    why: tuple[str, ...]
    answer: Answer
    opening: str
    story: tuple[StoryStep, ...]
    hints: tuple[Hint, ...]
    accepted: Accepted | None
    for_text: str | None = None

    @property
    def is_problem(self) -> bool:
        """Whether this speaks of the input, not of the agreement."""
        return self.family == "problem"


def make_finding(
    slug: Slug,
    headline: str,
    place: Place,
    *,
    circumstances: Iterable[Circumstance] = (),
    excerpt: bool = False,
    clauses: tuple[str, ...] = (),
    core: tuple[str, ...] | None = None,
    usable_by: tuple[str, ...] = (),
    exposed: tuple[str, ...] = (),
    interest: str | None = None,
    reading: str | None = None,
    subject: str = "",
    remark: str = "",
    labels: tuple[Label, ...] = (),
    why: tuple[str, ...] = (),
    answer: Answer = STATIC,
    opening: str = "",
    story: tuple[StoryStep, ...] = (),
    hints: tuple[Hint, ...] = (),
) -> Finding:
    """Make a finding. The first of `clauses` is its anchor; `subject` tells apart findings that share all else.

    `circumstances` decide the severity (see `SEVERITY_TABLE`); `remark` stands beside the carets.
    """
    anchor = clauses[0] if clauses else ""
    return Finding(
        id=finding_id(slug, anchor, interest, usable_by, reading, subject),
        slug=slug.name,
        family=slug.family.value,
        severity=severity_of(circumstances, excerpt=excerpt),
        headline=annexes_named(f"The {headline[4:]}" if headline.startswith("the ") else headline),  # “the Council”
        clauses=clauses,
        core=clauses if core is None else core,
        usable_by=usable_by,
        exposed=exposed,
        interest=interest,
        reading=reading,
        place=place,
        remark=remark,
        labels=labels,
        why=tuple(annexes_named(each) for each in why),
        answer=answer,
        opening=opening,
        story=story,
        hints=hints,
        accepted=None,
    )


def with_reading(finding: Finding, reading: str) -> Finding:
    """The same finding, said of one reading or option only."""
    anchor = finding.clauses[0] if finding.clauses else ""
    parts = (finding.slug, anchor, finding.interest or "", finding.usable_by, reading, finding.id)
    return replace(finding, reading=reading, id=_digest(*parts))


def finding_id(
    slug: Slug, anchor: str, interest: str | None, usable_by: Iterable[str], reading: str | None, subject: str = ""
) -> str:
    """A name for a finding that survives edits elsewhere: no line numbers, no core. Twelve hexadecimal digits."""
    return _digest(slug.name, anchor, interest or "", usable_by, reading or "", subject)


def _digest(slug: str, anchor: str, interest: str, usable_by: Iterable[str], reading: str, subject: str) -> str:
    parts = (slug, anchor, interest, "\x1e".join(sorted(usable_by)), reading, subject)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def problem(slug: Slug, headline: str, place: Place, way_out: str, *, subject: str = "", clause: str = "") -> Finding:
    """Make a finding about wrong input: always an error, with the way out as its one hint.

    `subject` is what the message is about (the misspelt name), `clause` where it stands, if in a clause.
    """
    return make_finding(
        slug,
        headline,
        place,
        circumstances=(Circumstance.INPUT_WRONG,),
        clauses=(clause,) if clause else (),
        subject=subject,
        hints=(Hint(way_out),),
    )
