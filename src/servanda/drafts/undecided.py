"""What was left undecided about a draft: of that no comparison says that it was opened, closed, weakened or raised."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.findings import AnswerKind, DutyLine, Finding, InterestLine, Report, is_undecided


def open_conducts(line: InterestLine | DutyLine) -> tuple[str, ...]:
    """The questions about a line of the card that were left undecided."""
    return tuple(asked for asked, answer in line.answers.items() if is_undecided(answer))


def open_questions(report: Report) -> frozenset[str]:
    """Everything about the interests that was left undecided, each in words that name it."""
    asked = (f"{_named(line)}: {conduct}" for line in report.interests for conduct in open_conducts(line))
    return frozenset(
        (*asked, *(f"{each.slug}: {each.headline}" for each in report.findings if is_undecided(each.answer)))
    )


def _named(line: InterestLine) -> str:
    under = f" under {line.reading}" if line.reading else ""
    return f"{line.of}, “{line.name}”{under}"


def looked_for(report: Report, finding: Finding) -> bool:
    """Whether a finding would be in a report if it were true: what is read in the text always is.

    What is searched for needs answers: of the interest it is about, or of all where it is about none.
    """
    if finding.answer.kind is AnswerKind.STATIC and finding.interest is None:
        return True
    return not any(open_conducts(line) for line in _about(report.interests, finding.interest))


def _about(lines: Iterable[InterestLine], interest: str | None) -> Iterable[InterestLine]:
    return (line for line in lines if interest is None or line.name == interest)
