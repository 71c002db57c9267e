"""`order-not-stated`: steps of two sides run in parallel, and the text does not say who moves first."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.checks.instances import Instances, bearers, instances
from servanda.checks.study import Study
from servanda.findings import Family, Finding, Hint, Label, Slug, make_finding
from servanda.stories.words import listed

ORDER_NOT_STATED = Slug(
    "order-not-stated", Family.ORDER, "Steps of two sides run in parallel, and the text does not say who moves first."
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each group of steps side by side."""
    groups: dict[str, list[Instances]] = {}
    for item in instances(study):
        if item.duty.along is not None:
            groups.setdefault(f"{item.clause.number} {item.duty.along.place}", []).append(item)
    for items in groups.values():
        yield _finding(study, items)


def _finding(study: Study, items: list[Instances]) -> Finding:
    clause = items[0].clause
    who = listed(dict.fromkeys(bearers(study, item.norms) for item in items))
    return make_finding(
        ORDER_NOT_STATED,
        f"Clause {clause.number} has {who} move in parallel and does not say who moves first.",
        items[0].duty.along.place if items[0].duty.along else clause.place,
        clauses=(clause.number,),
        exposed=tuple(dict.fromkeys(norm.bearer for item in items for norm in item.norms)),
        remark="side by side",
        labels=tuple(Label(item.duty.place, "a step") for item in items),
        why=(
            "Each may hold back its own step until the last day there is, and point to the other, which has not moved"
            " either.",
        ),
        hints=(
            Hint("small steps in turn, each verified before the next, with who begins."),
            Hint("or both at the same hour, through somebody whom both trust."),
        ),
    )
