"""The report on one agreement: its findings, and the two cards that say how strong it is. Field names are the JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from servanda.findings.finding import Answer, AnswerKind, Finding, StoryStep
from servanda.findings.severity import Severity

Rung = tuple[int, int]
"""The lowest and the highest rung that something may stand on; equal where the answer is settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementInfo:
    """What was read. `name` is None where the text could not be read that far.

    `read_as`: ``agreement`` for a .pact file, ``plain text`` where the words alone were reviewed.
    """

    file: str
    name: str | None = None
    version: str | None = None
    clauses: int = 0
    norms: int = 0
    parties: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    read_as: str = "agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestLine:
    """Where an interest stands.

    Rungs: 0 excluded by the text, 1 depends on cooperation, 2 secured if all comply, 3 holds despite non-compliance
    by any one party. `answers`: one for each question that was asked (its conduct as key). `stories`: how it fails
    under those conducts under which it does. `regardless`: it holds whatever the clauses say, since nothing that can
    be done in the world of the file makes it fail.
    """

    of: str
    name: str
    rung: Rung
    holds_against: tuple[str, ...] = ()
    reading: str | None = None
    answers: Mapping[str, Answer]
    stories: Mapping[str, tuple[StoryStep, ...]] = field(default_factory=dict)
    regardless: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLine:
    """Where a duty stands: 0 not verifiable, 1 verifiable, 2 enforceable, 3 self-correcting, 4 breach excluded.

    `what` is owed, in words. `noticed_by`: who sees a breach for themselves, from its first day on. `remark`: what
    the rung alone does not say. `breach`: the cheapest one, as a story.
    """

    clause: str
    bearer: str
    mode: str
    what: str = ""
    rung: Rung
    established_within_days: int | None = None
    answered_within_days: int | None = None
    noticed_by: tuple[str, ...] = ()
    remark: str = ""
    answers: Mapping[str, Answer]
    breach: tuple[StoryStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings there are of each severity. Accepted ones count only once they are stale."""

    error: int = 0
    warning: int = 0
    note: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """The report in numbers. `undecided`: questions that were given up, or searched no further than a limit."""

    findings: Counts
    undecided: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is said of one file."""

    agreement: AgreementInfo
    findings: tuple[Finding, ...] = ()
    interests: tuple[InterestLine, ...] = ()
    duties: tuple[DutyLine, ...] = ()
    summary: Summary

    @property
    def problems(self) -> tuple[Finding, ...]:
        """The findings that speak of the input itself."""
        return tuple(each for each in self.findings if each.is_problem)


_UNDECIDED = (AnswerKind.GAVE_UP, AnswerKind.NONE_UP_TO)
"""Answers that settle nothing: no story was found, and none was shown not to be there."""


def is_undecided(answer: Answer) -> bool:
    """Whether an answer settles nothing: it was given up, or searched no further than a limit."""
    return answer.kind in _UNDECIDED


def make_report(
    agreement: AgreementInfo,
    findings: Iterable[Finding] = (),
    interests: Iterable[InterestLine] = (),
    duties: Iterable[DutyLine] = (),
) -> Report:
    """Put a report together: gravest findings first, then by place, with the summary counted."""
    ordered = tuple(sorted(findings, key=_gravest_first))
    interest_lines, duty_lines = tuple(interests), tuple(duties)
    cards = [*(each.answers for each in interest_lines), *(each.answers for each in duty_lines)]
    answers = [*(each.answer for each in ordered), *(answer for card in cards for answer in card.values())]
    return Report(
        agreement=agreement,
        findings=ordered,
        interests=interest_lines,
        duties=duty_lines,
        summary=Summary(_counted(ordered), sum(map(is_undecided, answers))),
    )


def counts(finding: Finding) -> bool:
    """Whether a finding still asks for attention: not accepted, or accepted before the clause changed."""
    return finding.accepted is None or finding.accepted.stale


def _gravest_first(finding: Finding) -> tuple[bool, int, int, int, str, str]:
    place = finding.place
    rank = list(Severity).index(finding.severity)
    return not finding.is_problem, rank, place.line, place.column, finding.slug, finding.id


def _counted(findings: tuple[Finding, ...]) -> Counts:
    tally = [each.severity for each in findings if counts(each)]
    return Counts(tally.count(Severity.ERROR), tally.count(Severity.WARNING), tally.count(Severity.NOTE))
