"""When an edited draft is a way out of a finding, and when it is at least on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from servanda.drafts.effect import Effect, EffectKind, effects, unmoved
from servanda.drafts.repairs.kit import Repair
from servanda.drafts.undecided import open_questions
from servanda.findings import Answer, AnswerKind, Finding, InterestLine, Report, Severity
from servanda.text import Source

_MUST_STAY_KEEPABLE = frozenset(("duties-conflict", "impossible-timetable", "sequencing-deadlock", "forced-breach"))


@dataclass(frozen=True, slots=True)
class Tried:
    """Edits that were made and checked on the whole: what the text is then, what is said of it, what has changed."""

    repair: Repair
    source: Source
    before: Report
    after: Report
    done: tuple[Effect, ...]

    @property
    def is_read(self) -> bool:
        """Whether the edited text can be read."""
        return not self.after.problems

    @property
    def undecided(self) -> bool:
        """Whether a limit left something open that was decided before."""
        return bool(open_questions(self.after) - open_questions(self.before))

    @property
    def worse(self) -> frozenset[str]:
        """The findings above a note that have come in, or become graver."""
        return frozenset(each.finding for each in self.done if each.finding is not None and _is_worse(each))

    def closes(self, finding: Finding) -> bool:
        """Whether the finding is gone, and the interest it is about stands higher."""
        gone = any(each.kind is EffectKind.CLOSES and each.finding == finding.id for each in self.done)
        return self.is_read and gone and (finding.interest is None or rises(self.before, self.after, finding.interest))

    def is_way_out(self, finding: Finding) -> bool:
        """It closes the finding; opens nothing above a note, and nothing that cannot be kept; no interest falls."""
        return (
            self.closes(finding)
            and not self.undecided
            and not any(_is_worse(each) or each.slug in _MUST_STAY_KEEPABLE for each in self.done if _for_worse(each))
            and not any(each.kind is EffectKind.WEAKENS and each.rungs is not None for each in self.done)
            and _still_served(self.before, self.after)
        )


def tried(repair: Repair, source: Source, before: Report, after: Report) -> Tried:
    """Edits, with all that they do."""
    return Tried(repair, source, before, after, effects(before, after, unmoved(before) | unmoved(after)))


def _for_worse(effect: Effect) -> bool:
    return effect.kind in (EffectKind.OPENS, EffectKind.WEAKENS)


def _is_worse(effect: Effect) -> bool:
    return _for_worse(effect) and effect.severity is not None and effect.severity is not Severity.NOTE


def by_owner(lines: Iterable[InterestLine]) -> dict[tuple[str, str, str | None], InterestLine]:
    """The lines of the card by whose they are."""
    return {(line.of, line.name, line.reading): line for line in lines}


def rises(before: Report, after: Report, interest: str) -> bool:
    """Whether every bearer of the interest stands at least as high as before, and one of them higher."""
    old, new = by_owner(before.interests), by_owner(after.interests)
    both = [(old[key].rung, new[key].rung) for key in old if key[1] == interest and key in new]
    return all(b[0] >= a[0] and b[1] >= a[1] for a, b in both) and any(b[0] > a[0] for a, b in both)


def _still_served(before: Report, after: Report) -> bool:
    """Whether what could be served by cooperation still can be."""
    new = by_owner(after.interests)
    return all(
        _found(new[key].answers.get("cooperation"))
        for key, line in by_owner(before.interests).items()
        if key in new and _found(line.answers.get("cooperation"))
    )


def _found(answer: Answer | None) -> bool:
    return answer is not None and answer.kind is AnswerKind.FOUND
