"""`date-outside-term`: something is due before the text takes effect, or after it has ended."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.norm import ByDate, Do, Duty, Keep, Vote
from servanda.agreement.wording import who_words
from servanda.checks.instances import Instances, instances, what_words
from servanda.checks.study import Study
from servanda.findings import Circumstance, Family, Finding, Hint, HintKind, Slug, make_finding
from servanda.stories.words import capital
from servanda.world.ground import day_of

DATE_OUTSIDE_TERM = Slug(
    "date-outside-term", Family.CONFLICTS, "Something is due before the text takes effect, or after it has ended."
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each duty whose date lies outside the days on which the text is in force."""
    start = study.agreement.header.takes_effect
    for item in instances(study):
        timing = item.duty.timing
        if start is None or not isinstance(timing, ByDate) or not isinstance(item.duty.content, Do | Keep | Vote):
            continue
        day = day_of(study.agreement, timing.moment)
        if day < 0 and not isinstance(item.duty.content, Keep):
            yield _before(study, item, timing, -day)
        elif study.world.term is not None and day > study.world.term:
            yield _after(study, item, timing, day - study.world.term)


def _subject(study: Study, duty: Duty) -> str:
    return f"{capital(who_words(study.agreement, duty.bearer))} {duty.force.value} {what_words(study, duty)}"


def _before(study: Study, item: Instances, timing: ByDate, days: int) -> Finding:
    start = study.agreement.header.takes_effect
    return make_finding(
        DATE_OUTSIDE_TERM,
        f"What clause {item.clause.number} asks for is due on {timing.moment:%Y-%m-%d}, before the text takes effect.",
        item.duty.place,
        circumstances=(Circumstance.DUTY_CANNOT_BE_KEPT,),
        clauses=(item.clause.number,),
        exposed=tuple(dict.fromkeys(norm.bearer for norm in item.norms)),
        remark=f"{_days(days)} too early",
        why=(
            f"{_subject(study, item.duty)} by a day on which the text, which takes effect on {start:%Y-%m-%d}, binds"
            " nobody yet: whoever has not done it by then is late from the first day.",
        ),
        hints=(
            Hint("the right date, if one of the two is a slip.", HintKind.SAFE_EDIT),
            Hint("a number of days from the day the text takes effect."),
            Hint("or a clause that lets this one apply from an earlier day."),
        ),
        subject=what_words(study, item.duty),
    )


def _after(study: Study, item: Instances, timing: ByDate, days: int) -> Finding:
    return make_finding(
        DATE_OUTSIDE_TERM,
        f"What clause {item.clause.number} asks for is due on {timing.moment:%Y-%m-%d}, after the text has ended.",
        item.duty.place,
        clauses=(item.clause.number,),
        usable_by=tuple(dict.fromkeys(norm.bearer for norm in item.norms)),
        remark=f"{_days(days)} after the end",
        why=(
            f"{_subject(study, item.duty)}, and may wait until the text is over. Whether it is still owed then, this"
            " text does not say.",
        ),
        hints=(
            Hint("the right date, if one of the two is a slip.", HintKind.SAFE_EDIT),
            Hint("a date within the term."),
            Hint("or a clause that says what is still owed after the end."),
        ),
        subject=what_words(study, item.duty),
    )


def _days(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"
