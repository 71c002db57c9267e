"""`broken-from-the-start`: what is to be kept is not so on the day it begins to bind, by the numbers of the file."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.interest import Interest
from servanda.agreement.norm import Keep
from servanda.agreement.wording import condition_words
from servanda.checks.cause import Cause, cause_of_all
from servanda.checks.instances import Instances, instances
from servanda.checks.order import anything
from servanda.checks.study import Study, found, holdings_of
from servanda.findings import Circumstance, Family, Finding, Hint, HintKind, Label, Slug, make_finding
from servanda.questions.standing import Standing
from servanda.stories.words import listed
from servanda.text.english import possessive
from servanda.world.conditions import mentioned
from servanda.world.expression import evaluate, variables
from servanda.world.ground import NOBODY, members
from servanda.world.step import Machine
from servanda.world.world import Norm

BROKEN_FROM_THE_START = Slug(
    "broken-from-the-start",
    Family.CONFLICTS,
    "A limit is passed, or an interest fails, already on the first day, by the numbers of the file.",
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each limit that is not kept, or interest that fails, on the first day with nothing done."""
    failing = [pair for pair in study.failing() if cause_of_all(study, *pair) is Cause.FROM_THE_START]
    told: list[Interest] = []
    for item in instances(study):
        if isinstance(item.duty.content, Keep) and not item.rules.upon:
            broken = [norm for norm in item.norms if _all_given(study, norm) and _at_once(study, norm)]
            if broken:
                with_it = [i for i, standing in failing if i not in told and _hangs_on(standing, broken)]
                told += with_it
                yield _finding(study, item, item.duty.content, broken, with_it)
    yield from (_failing(study, *pair) for pair in failing if pair[0] not in told)


def _hangs_on(standing: Standing, broken: list[Norm]) -> bool:
    """Whether an interest is about the very numbers that a broken limit is about."""
    about = {name for norm in broken for name in variables(norm.missed)} - {"day"}
    return any(variables(failure.stake.fails) & about for failure in standing.failures)


def _failing(study: Study, interest: Interest, standing: Standing) -> Finding:
    """An interest that fails at once although no limit is passed."""
    failure = standing.failures[0]
    kinds = {kind for kind, _ in holdings_of(interest)}
    return make_finding(
        BROKEN_FROM_THE_START,
        f"{possessive(study.name(interest.of))} interest “{interest.name}” fails from the beginning, before anybody has"
        " done anything.",
        interest.place,
        circumstances=(Circumstance.INTEREST_FAILS_ONE_MOVE,),
        exposed=(interest.of,),
        interest=interest.name,
        remark="asks for what is not so",
        labels=tuple(
            Label(stock.place, "what is there at signature")
            for stock in study.agreement.stocks
            if stock.holding.kind in kinds
        ),
        why=("By the numbers of the file it is not so on the first day.",),
        answer=found(study, failure.reach, failure.answer.run, failure.answer.searched_rounds),
        hints=(
            Hint("a number at signature that is right, if this one is not.", HintKind.SAFE_EDIT),
            Hint("or an interest that begins at what is there."),
        ),
        subject=interest.of,
    )


def _all_given(study: Study, norm: Norm) -> bool:
    """Of a number that is not stated nobody can say that it is too high."""
    unstated = {variable.name for variable in study.world.variables if variable.unstated}
    return not variables(norm.missed) & unstated


def _at_once(study: Study, norm: Norm) -> bool:
    machine = Machine(study.world, anything(study.world))
    return bool(evaluate(norm.missed, machine.read(machine.start())))


def _finding(study: Study, item: Instances, content: Keep, broken: list[Norm], with_it: list[Interest]) -> Finding:
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
        exposed=tuple(dict.fromkeys((*(norm.bearer for norm in broken), *(each.of for each in with_it)))),
        interest=with_it[0].name if with_it else None,
        remark="asks for what is not so",
        labels=(
            *(Label(stock.place, "what is there at signature") for stock in given),
            *(Label(each.place, "fails with it from the beginning") for each in with_it),
        ),
        why=(
            f"It asks {names} to see to it that {condition_words(study.agreement, content.condition)}."
            " By the numbers of the file that is not so, and the clause leaves no day to bring it about.",
            *(f"{possessive(study.name(i.of))} interest “{i.name}” fails with it from the beginning." for i in with_it),
        ),
        hints=(
            Hint("a number at signature that is right, if this one is not.", HintKind.SAFE_EDIT),
            Hint("a day from which the limit holds (by, or not before, a date), with the numbers of that day."),
            Hint("or a limit that begins at what is there."),
        ),
        subject=condition_words(study.agreement, content.condition),
    )
