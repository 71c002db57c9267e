"""The wording that every form of the report shares with the one on the terminal."""

from __future__ import annotations

from servanda.cli import render_text
from servanda.cli.render_text import DOES_NOT_TELL, DUTY_RUNGS, INTEREST_RUNGS, REGARDLESS, changed, checked
from servanda.findings import Answer, DutyLine, Finding, Hint, Report, StoryStep

__all__ = [
    "CONDUCTS",
    "DOES_NOT_TELL",
    "DUTY_RUNGS",
    "INTEREST_RUNGS",
    "LIMIT",
    "NOT_TOLD",
    "REGARDLESS",
    "changed",
    "checked",
]

LIMIT = "limit on "
"""How the name of a limit begins among the changes of a story."""

CONDUCTS = (
    "Cooperation: everyone does whatever helps. Compliance: everyone keeps to the letter, and uses whatever it leaves"
    " open. Non-compliance: one breaks whatever it likes, while the others comply."
)

NOT_TOLD = (
    "“Found” shows that something can happen under this text, by one way of it; it is no forecast, and other ways may"
    " be open.",
    "“Proved” holds under the assumptions that stand beside it, and for the text as it was encoded. What the"
    " encoding leaves out was not looked at.",
    "“None found” is no proof: what takes longer than was searched may still be there. “Gave up” answers nothing.",
    "It is no legal advice, and it blames nobody: where a way is open to both sides, both are named.",
)
"""What the closing section says besides `DOES_NOT_TELL`."""


def right_of(step: StoryStep) -> str:
    """By what right a step happens, or what it means: ``allowed by clause 2``, ``the interest fails``.

    Where several take part in a breach, whose breach it is: the others may not even be bound.
    """
    return render_text._remark(step)


def verdict(conduct: str, answer: Answer) -> str:
    """An answer in a few words, as it bears on an interest."""
    return render_text._verdict(conduct, answer)


def rung(stands: tuple[int, int], names: tuple[str, ...]) -> str:
    """Where something stands on its ladder, in words."""
    return render_text.rung_words(stands, names)


def duty_days(line: DutyLine) -> str:
    """How soon a breach of a duty is established and answered; empty where it is not."""
    return render_text.within_words(line)


def hint_words(finding: Finding, hint: Hint) -> str:
    """A way out with whose business it is, and whether it was checked again."""
    return hint.text if finding.is_problem else f"{hint.text} ({render_text._hint_kind(hint)})"


def assumed(answer: Answer) -> str:
    """What an answer takes for granted, as a sentence."""
    return f"{'; '.join(answer.assumes) or 'nothing beyond the text'}."


def counted(report: Report) -> str:
    """How much was found, in words."""
    found = report.summary.findings
    numbers = [_plural(found.error, "error"), _plural(found.warning, "warning"), _plural(found.note, "note")]
    if report.summary.undecided:
        numbers.append(f"{_plural(report.summary.undecided, 'question')} left undecided")
    return f"{', '.join(numbers)}."


def about(report: Report) -> str:
    """What was read, in a line."""
    info = report.agreement
    parts = [f"version {info.version}"] if info.version else []
    parts += [_plural(info.clauses, "clause")] if info.clauses else []
    parts += [f"between {listed(info.parties)}"] if info.parties else []
    said = " · ".join([*parts, info.file])
    return f"{said}. {render_text.PLAIN}" if info.read_as == "plain text" else said


def listed(names: tuple[str, ...], last: str = "and") -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return f" {last} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
