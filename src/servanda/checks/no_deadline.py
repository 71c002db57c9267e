"""`no-deadline`: something is to be done, and the text does not say by when."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.norm import Clause, Do, Duty, NotStated
from servanda.agreement.party import Group
from servanda.agreement.wording import received_words, timing_words, verb_words, who_words
from servanda.checks.study import Study, depends_on, duties, is_beginning_of_entitlement
from servanda.findings import Circumstance, Family, Finding, Hint, Slug, make_finding
from servanda.stories.words import alone, capital

NO_DEADLINE = Slug("no-deadline", Family.GAPS, "Something is to be done, and the text does not say by when.")


def check(study: Study) -> Iterator[Finding]:
    """One finding for each duty to act without a time."""
    for clause in study.agreement.clauses:
        for duty in duties(clause):
            undated = isinstance(duty.timing, NotStated | None) and not is_beginning_of_entitlement(study, duty)
            if isinstance(duty.content, Do) and undated:
                yield _finding(study, clause, duty, duty.content)


def _finding(study: Study, clause: Clause, duty: Duty, content: Do) -> Finding:
    what = verb_words(study.agreement, content.act)
    return make_finding(
        NO_DEADLINE,
        _headline(study, clause, duty, content),
        duty.place,
        circumstances=(Circumstance.NEEDED_DUTY_INCOMPLETE,) if depends_on(study, duty) else (),
        excerpt=study.excerpt,
        clauses=(clause.number,),
        usable_by=(duty.bearer.name,) if duty.bearer.name else (),
        remark="no time",
        why=(_why(study, duty),),
        hints=(
            Hint("a number of days from what sets it off, or a date."),
            Hint("or a body that sets the date, with a date that holds if it sets none."),
        ),
        subject=what,
    )


def _headline(study: Study, clause: Clause, duty: Duty, content: Do) -> str:
    who, what = who_words(study.agreement, duty.bearer), verb_words(study.agreement, content.act)
    if duty.entitled is not None:
        owner = who_words(study.agreement, duty.entitled)
        received = received_words(study.agreement, duty.entitled, content.act)
        return f"Clause {clause.number} entitles {owner} to {received}, and does not say by when."
    if duty.along is not None and duty.along.target is not None:
        day = timing_words(duty.along.target).removeprefix(" ").removeprefix("by ").removeprefix("within ")
        return f"Clause {clause.number} names {day} as a target, and no day by which {who} {duty.force.value} {what}."
    if isinstance(duty.timing, NotStated) and duty.timing.words:
        vague = f"“{duty.timing.words}” in clause {clause.number}"
        return alone(f"{vague} names no day by which {who} {duty.force.value} {what}.")
    return alone(f"Clause {clause.number} does not say by when {who} {duty.force.value} {what}.")


def _why(study: Study, duty: Duty) -> str:
    who = capital(alone(who_words(study.agreement, duty.bearer)))
    if duty.bearer.group is Group.UNSTATED:
        return "However long it takes, nobody is in breach."
    return alone(f"{who} can put it off without ever being in breach: the longest lawful delay has no end.")
