"""`sequencing-deadlock`: clauses wait for each other in a circle that no run can enter."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.norm import Fulfilled
from servanda.checks.instances import Instances, instances
from servanda.checks.order import circles, never_fulfilled, waits
from servanda.checks.study import Study
from servanda.findings import Answer, AnswerKind, Circumstance, Family, Finding, Hint, Label, Scope, Slug, make_finding
from servanda.stories.words import listed

SEQUENCING_DEADLOCK = Slug(
    "sequencing-deadlock", Family.ORDER, "Clauses wait for each other in a circle that nothing can break."
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each circle of which it is proved that no clause in it is ever fulfilled."""
    items = list(instances(study))
    for circle in circles(waits(items)):
        if never_fulfilled(study, circle):
            yield _finding(study, items, circle)


def _finding(study: Study, items: list[Instances], circle: tuple[str, ...]) -> Finding:
    waiting = [item for item in items if item.clause.number in circle and _waits_within(item, circle)]
    one = len(circle) == 1
    return make_finding(
        SEQUENCING_DEADLOCK,
        f"Clause {circle[0]} waits for itself, so that it can never be fulfilled."
        if one
        else f"Clauses {listed(circle)} wait for each other, so that none of them can ever be fulfilled.",
        waiting[0].duty.place,
        circumstances=(Circumstance.DUTY_CANNOT_BE_KEPT,),
        clauses=circle,
        exposed=tuple(dict.fromkeys(norm.bearer for item in waiting for norm in item.norms)),
        remark="waits",
        labels=tuple(Label(item.duty.place, "and this waits in turn") for item in waiting[1:]),
        why=(
            "Whatever anybody does first, it does not count, because something else of the circle has to come before.",
        ),
        answer=Answer(
            AnswerKind.PROVED,
            Scope.TERM if study.world.term is not None else Scope.ALL_TIME,
            assumes=("everybody does whatever would help",),
        ),
        hints=(
            Hint("one step that waits for nothing, or small steps in turn, each verified before the next."),
            Hint("or both at the same time, through somebody whom all sides trust."),
        ),
    )


def _waits_within(item: Instances, circle: tuple[str, ...]) -> bool:
    before = {number for each in item.duty.requires if isinstance(each, Fulfilled) for number in each.clauses}
    return bool(before & set(circle))
