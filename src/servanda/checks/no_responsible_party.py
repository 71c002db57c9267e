"""`no-responsible-party`: something is to be done, and the text does not say by whom."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.norm import Do, Duty
from servanda.agreement.party import Group, Who
from servanda.agreement.wording import received_words, who_words
from servanda.checks.instances import Instances, instances, what_words
from servanda.checks.study import Study, depends_on, is_beginning_of_entitlement
from servanda.findings import Circumstance, Family, Finding, Hint, Slug, make_finding

NO_RESPONSIBLE_PARTY = Slug(
    "no-responsible-party", Family.GAPS, "Something is to be done, and the text does not say by whom."
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each duty without a bearer."""
    for item in instances(study):
        if item.duty.bearer.group is Group.UNSTATED and not is_beginning_of_entitlement(study, item.duty):
            yield _finding(study, item)


def _finding(study: Study, item: Instances) -> Finding:
    number = item.clause.number
    what = what_words(study, item.duty)
    return make_finding(
        NO_RESPONSIBLE_PARTY,
        f"Clause {number} does not say who {item.duty.force.value} {what}."
        if item.duty.entitled is None
        else f"Clause {number} does not say who owes {_received(study, item.duty, item.duty.entitled)}.",
        item.duty.place,
        circumstances=(Circumstance.NEEDED_DUTY_INCOMPLETE,) if depends_on(study, item.duty) else (),
        excerpt=study.excerpt,
        clauses=(number,),
        remark="nobody is named",
        why=("If it is not done, nobody is in breach.",),
        hints=(
            Hint("name who does it."),
            Hint("or name a body that says who does it, and by when."),
        ),
        subject=what,
    )


def _received(study: Study, duty: Duty, owner: Who) -> str:
    who = who_words(study.agreement, owner)
    return f"{who} {received_words(study.agreement, owner, duty.content.act)}" if isinstance(duty.content, Do) else who
