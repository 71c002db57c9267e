"""`circumvention`: what a clause limits can be replaced by something that no clause limits."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.norm import Clause, Duty, Keep
from servanda.agreement.paraphrase_words import thing_words
from servanda.agreement.quantity import Comparison, Holding, Order
from servanda.agreement.words import StandIn
from servanda.checks.study import Study, duties
from servanda.findings import Family, Finding, Hint, Label, Slug, make_finding
from servanda.stories.words import listed
from servanda.world.conditions import mentioned
from servanda.world.ground import NOBODY, members

CIRCUMVENTION = Slug(
    "circumvention",
    Family.CIRCUMVENTION,
    "What is limited can be replaced by a kind, or a holder, that no clause limits.",
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each thing that can stand in for a limited one and is itself free."""
    for stand_in in study.agreement.words.stand_ins:
        limiting = [clause for clause in study.agreement.clauses if _limits(study, clause, stand_in.limited)]
        if limiting and not any(_limits(study, clause, stand_in.other) for clause in study.agreement.clauses):
            yield _finding(study, stand_in, limiting)


def _limits(study: Study, clause: Clause, thing: str | Holding) -> bool:
    return any(_caps(study, duty, thing) for duty in duties(clause) if not duty.force.is_effort)


def _caps(study: Study, duty: Duty, thing: str | Holding) -> bool:
    """Whether a duty sets an upper limit to a thing, or to a sum it is part of."""
    content = duty.content
    if not isinstance(content, Keep) or not _is_upper(content):
        return False
    for held in mentioned(content.condition):
        if isinstance(thing, str) and held.kind == thing:
            return True
        if isinstance(thing, Holding) and held.kind == thing.kind:
            named = set(members(study.agreement, thing.holder, NOBODY))
            return named <= set(members(study.agreement, duty.bearer, NOBODY))
    return False


def _is_upper(content: Keep) -> bool:
    condition = content.condition
    return not isinstance(condition, Comparison) or condition.order in (Order.AT_MOST, Order.BELOW, Order.EQUAL)


def _finding(study: Study, stand_in: StandIn, limiting: list[Clause]) -> Finding:
    other = thing_words(study.agreement, stand_in.other)
    limited = thing_words(study.agreement, stand_in.limited)
    numbers = tuple(clause.number for clause in limiting)
    which = f"Clause {numbers[0]} limits" if len(numbers) == 1 else f"Clauses {listed(numbers)} limit"
    free = _free(study, stand_in.other, limiting)
    return make_finding(
        CIRCUMVENTION,
        f"{which} {limited}, and {other} can stand in for them without any limit.",
        limiting[0].place,
        clauses=numbers,
        usable_by=free,
        remark=f"limits {limited} only",
        labels=(Label(stand_in.place, "can stand in for what is limited"),),
        why=(f"No clause limits {other}: whoever moves from the one to the other keeps every clause.",),
        hints=(
            Hint(f"one limit for {limited} and {other} together."),
            Hint("or a definition by what a thing can do, and not by its name."),
            Hint("or keep it open on purpose, and accept this finding with the reason."),
        ),
        subject=other,
    )


def _free(study: Study, other: str | Holding, limiting: list[Clause]) -> tuple[str, ...]:
    """Who can use it: whoever holds the other thing, or all who are bound by the limit."""
    if isinstance(other, Holding):
        return members(study.agreement, other.holder, NOBODY)
    bound = (name for c in limiting for d in duties(c) for name in members(study.agreement, d.bearer, NOBODY))
    return tuple(dict.fromkeys(bound))
