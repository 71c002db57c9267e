"""`number-not-given`: an interest counts something, and the file does not say how much of it there is at signature."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.interest import Always, AtExpiry, Interest
from servanda.agreement.quantity import Holding
from servanda.checks.study import Study
from servanda.findings import Family, Finding, Hint, HintKind, Slug, make_finding
from servanda.stories.words import listed
from servanda.world.acts import holding_name
from servanda.world.conditions import mentioned
from servanda.world.ground import NOBODY, members

NUMBER_NOT_GIVEN = Slug(
    "number-not-given", Family.GAPS, "Something is counted, and the file does not say how much of it there is."
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interest of which nothing can be said for want of a number."""
    given = study.given
    for interest in study.agreement.interests:
        missing = dict.fromkeys(name for held in _counted(interest) for name in _missing(study, held, given))
        if missing:
            yield _finding(study, interest, list(missing))


def _counted(interest: Interest) -> tuple[Holding, ...]:
    protected = interest.protected
    return mentioned(protected.condition) if isinstance(protected, Always | AtExpiry) else ()


def _missing(study: Study, held: Holding, given: frozenset[str]) -> Iterator[str]:
    for holder in members(study.agreement, held.holder, NOBODY):
        if holding_name(held.kind, holder) not in given:
            yield f"{held.kind} of {study.name(holder)}"


def _finding(study: Study, interest: Interest, missing: list[str]) -> Finding:
    return make_finding(
        NUMBER_NOT_GIVEN,
        f"How far {study.name(interest.of)}'s interest “{interest.name}” is protected cannot be said:"
        f" no number is given for the {listed(missing)}.",
        interest.place,
        exposed=(interest.of,),
        interest=interest.name,
        remark="hangs on a number that is not there",
        why=("What is proved from one number need not hold from another, so that nothing is proved from none.",),
        hints=(
            Hint(f"a line such as: {missing[0]} = 400 at signature, with the unit.", HintKind.SAFE_EDIT),
            Hint("or, where the text leaves the number open, a ceiling or a declaration that gives it."),
        ),
    )
