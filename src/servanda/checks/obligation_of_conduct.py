"""`obligation-of-conduct`: an effort is asked for, so that nothing shows whether the duty is kept."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.wording import who_words
from servanda.checks.instances import Instances, instances, what_words
from servanda.checks.study import Study
from servanda.findings import Family, Finding, Hint, Slug, make_finding
from servanda.stories.words import alone, capital

OBLIGATION_OF_CONDUCT = Slug(
    "obligation-of-conduct",
    Family.GAPS,
    "An effort is asked for, which nothing shows to be missing.",
)


def check(study: Study) -> Iterator[Finding]:
    """One note for each duty worded as an effort; whether that was meant is for the parties to say."""
    for item in instances(study):
        if item.duty.force.is_effort:
            yield _finding(study, item)


def _finding(study: Study, item: Instances) -> Finding:
    number, word = item.clause.number, item.duty.force.value
    who = alone(who_words(study.agreement, item.duty.bearer))
    return make_finding(
        OBLIGATION_OF_CONDUCT,
        f"Clause {number} asks {who} for an effort, not for a result.",
        item.duty.place,
        clauses=(number,),
        usable_by=(item.duty.bearer.name,) if item.duty.bearer.name else (),
        remark=f"“{word}”",
        why=(f"{capital(who)} can leave it undone and say that it tried; the answers here do not count on it.",),
        hints=(
            Hint("a result that can be seen, by a date, if that is what was meant."),
            Hint("or steps of the effort that can be seen, such as a meeting or a report."),
        ),
        subject=what_words(study, item.duty),
    )
