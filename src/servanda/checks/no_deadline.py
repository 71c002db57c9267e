"""`no-deadline`: something is to be done, and the text does not say by when."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.norm import Clause, Do, Duty, NotStated
from servanda.agreement.wording import verb_words, who_words
from servanda.checks.study import Study, depends_on, duties
from servanda.findings import Circumstance, Family, Finding, Hint, Slug, make_finding
from servanda.stories.words import capital

NO_DEADLINE = Slug("no-deadline", Family.GAPS, "Something is to be done, and the text does not say by when.")


def check(study: Study) -> Iterator[Finding]:
    """One finding for each duty to act without a time."""
    for clause in study.agreement.clauses:
        for duty in duties(clause):
            if isinstance(duty.content, Do) and isinstance(duty.timing, NotStated | None):
                yield _finding(study, clause, duty, duty.content)


def _finding(study: Study, clause: Clause, duty: Duty, content: Do) -> Finding:
    who = who_words(study.agreement, duty.bearer)
    what = verb_words(study.agreement, content.act)
    return make_finding(
        NO_DEADLINE,
        f"Clause {clause.number} does not say by when {who} {duty.force.value} {what}.",
        duty.place,
        circumstances=(Circumstance.NEEDED_DUTY_INCOMPLETE,) if depends_on(study, duty) else (),
        excerpt=study.excerpt,
        clauses=(clause.number,),
        usable_by=(duty.bearer.name,) if duty.bearer.name else (),
        remark="no time",
        why=(f"{capital(who)} can put it off without ever being in breach: the longest lawful delay has no end.",),
        hints=(
            Hint("a number of days from what sets it off, or a date."),
            Hint("or a body that sets the date, with a date that holds if it sets none."),
        ),
        subject=what,
    )
