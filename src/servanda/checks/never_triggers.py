"""`never-triggers`: what sets a clause off can never happen."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.event import Breach
from servanda.agreement.norm import Fulfilled
from servanda.agreement.wording import happening_words
from servanda.checks.instances import Instances, instances
from servanda.checks.order import circles, hopeless, waits
from servanda.checks.study import Study
from servanda.findings import Answer, AnswerKind, Family, Finding, Hint, Label, Slug, make_finding
from servanda.stories.words import listed

NEVER_TRIGGERS = Slug("never-triggers", Family.GAPS, "What a duty waits for can never come about.")


def check(study: Study) -> Iterator[Finding]:
    """One finding for each duty that waits for what cannot be; circles are left to `sequencing-deadlock`."""
    items = list(instances(study))
    in_circles = {number for circle in circles(waits(items)) for number in circle}
    never = [number for number in hopeless(study) if number not in in_circles]
    for item in items:
        waited = [n for each in item.duty.requires if isinstance(each, Fulfilled) for n in each.clauses]
        if any(number in never for number in waited):
            yield _waits_for_nothing(study, item, [number for number in waited if number in never])
        elif item.norms and _acts_only(item) and not any(norm.origin for norm in item.norms):
            yield _never_set_off(study, item)


def _acts_only(item: Instances) -> bool:
    """Set off by acts or decisions; that nobody notices a breach is another matter."""
    return bool(item.rules.upon) and not any(isinstance(each, Breach) for each in item.rules.upon)


def _waits_for_nothing(study: Study, item: Instances, never: list[str]) -> Finding:
    number = item.clause.number
    which = f"clause {never[0]} is" if len(never) == 1 else f"clauses {listed(never)} are"
    return make_finding(
        NEVER_TRIGGERS,
        f"Clause {number} waits until {which} fulfilled, and that never comes about.",
        item.duty.place,
        clauses=(number, *never),
        remark="waits for this",
        labels=tuple(Label(study.agreement.clause(each).place, "is never fulfilled") for each in never),
        why=(
            "A clause is fulfilled when all that it asks to be done has been done. What is only to be kept or left"
            " undone is kept so far, and never fulfilled.",
        ),
        answer=Answer(AnswerKind.PROVED, study.scope),
        hints=(Hint("wait for an act, or for a date."), Hint("or let the duty stand by itself.")),
        subject=item.duty.bearer.name or "",
    )


def _never_set_off(study: Study, item: Instances) -> Finding:
    number = item.clause.number
    upon = " or ".join(happening_words(study.agreement, each) for each in item.rules.upon)
    return make_finding(
        NEVER_TRIGGERS,
        f"Nothing that this text knows sets clause {number} off: there can be no {upon}.",
        item.rules.place,
        clauses=(number,),
        remark="never happens here",
        why=("What hangs on it is never owed.",),
        hints=(Hint("name something that can happen, and who does it."), Hint("or leave the clause out.")),
        subject=upon,
    )
