"""`broken-from-the-start`: what is to be kept is not so on the day it begins to bind, by the numbers of the file."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.norm import Keep
from servanda.agreement.wording import condition_words
from servanda.checks.instances import Instances, instances
from servanda.checks.order import anything
from servanda.checks.study import Study
from servanda.findings import Circumstance, Family, Finding, Hint, HintKind, Label, Slug, make_finding
from servanda.stories.words import listed
from servanda.world.conditions import mentioned
from servanda.world.expression import evaluate, variables
from servanda.world.ground import NOBODY, members
from servanda.world.step import Machine
from servanda.world.world import Norm

BROKEN_FROM_THE_START = Slug(
    "broken-from-the-start", Family.CONFLICTS, "A limit is passed already when it begins, by the numbers of the file."
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each limit that its bearers do not keep on the first day, with nothing done by anybody."""
    for item in instances(study):
        if isinstance(item.duty.content, Keep) and not item.rules.upon:
            broken = [norm for norm in item.norms if _all_given(study, norm) and _at_once(study, norm)]
            if broken:
                yield _finding(study, item, item.duty.content, broken)


def _all_given(study: Study, norm: Norm) -> bool:
    """Of a number that is not stated nobody can say that it is too high."""
    unstated = {variable.name for variable in study.world.variables if variable.unstated}
    return not variables(norm.missed) & unstated


def _at_once(study: Study, norm: Norm) -> bool:
    machine = Machine(study.world, anything(study.world))
    return bool(evaluate(norm.missed, machine.read(machine.start())))


def _finding(study: Study, item: Instances, content: Keep, broken: list[Norm]) -> Finding:
    names = listed(dict.fromkeys(study.name(norm.bearer) for norm in broken))
    number = item.clause.number
    kinds = {held.kind for held in mentioned(content.condition)}
    bearing = {norm.bearer for norm in broken}
    given = [
        stock
        for stock in study.agreement.stocks
        if stock.holding.kind in kinds and bearing & set(members(study.agreement, stock.holding.holder, NOBODY))
    ]
    return make_finding(
        BROKEN_FROM_THE_START,
        f"Clause {number} is not kept by {names} on the first day, before anybody has done anything.",
        item.duty.place,
        circumstances=(Circumstance.DUTY_CANNOT_BE_KEPT,),
        clauses=(number,),
        exposed=tuple(dict.fromkeys(norm.bearer for norm in broken)),
        remark="asks for what is not so",
        labels=tuple(Label(stock.place, "what is there at signature") for stock in given),
        why=(
            f"It asks {names} to see to it that {condition_words(study.agreement, content.condition)}."
            " By the numbers of the file that is not so, and nothing in the vocabulary makes a number fall.",
        ),
        hints=(
            Hint("a number at signature that is right, if this one is not.", HintKind.SAFE_EDIT),
            Hint("a day from which the limit holds (by, or not before, a date), with the numbers of that day."),
            Hint("or a limit that begins at what is there."),
        ),
        subject=condition_words(study.agreement, content.condition),
    )
