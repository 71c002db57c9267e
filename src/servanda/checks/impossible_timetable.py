"""`impossible-timetable`: dates and order leave no day on which a duty could be performed in time."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.norm import Agreed, Do, Fulfilled
from servanda.checks.instances import Instances, bearers, instances, waits_for
from servanda.checks.order import anything, hopeless
from servanda.checks.study import Study
from servanda.findings import Answer, AnswerKind, Circumstance, Family, Finding, Hint, Slug, make_finding
from servanda.questions.answer import Proved
from servanda.questions.question import Reach
from servanda.stories.words import capital
from servanda.world.expression import Expr, Var, conj, neg
from servanda.world.requirements import is_fulfilled
from servanda.world.world import Norm

IMPOSSIBLE_TIMETABLE = Slug(
    "impossible-timetable", Family.CONFLICTS, "Dates and order leave no day on which a duty could be performed in time."
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each duty that cannot be performed in time, whatever anybody does."""
    never = frozenset(hopeless(study))
    for item in instances(study):
        norm = impossible(study, item, never)
        if norm is not None:
            yield _finding(study, item)


def impossible(study: Study, item: Instances, never: frozenset[str]) -> Norm | None:
    """A norm of the duty for which there is no run at all in which it is performed in time.

    `never`: clauses that are never fulfilled; that something waits for them is told elsewhere.
    """
    if item.rules.upon or (all(isinstance(each, Agreed) for each in item.duty.requires) and not _is_reduction(item)):
        return None
    waited = {number for each in item.duty.requires if isinstance(each, Fulfilled) for number in each.clauses}
    if waited & never:
        return None
    return next((norm for norm in item.dated if _never_kept(study, item, norm)), None)


def _is_reduction(item: Instances) -> bool:
    """Whether something is to be brought down to a number, which may take longer than there is time."""
    return isinstance(item.duty.content, Do) and item.duty.content.act.down_to is not None


def _never_kept(study: Study, item: Instances, norm: Norm) -> bool:
    """With everybody free to do anything; and it does fall due."""
    free = anything(study.world)
    if isinstance(study.ask.whether(study.world, Reach(_kept(item, norm), free)), Proved):
        return not isinstance(study.ask.whether(study.world, Reach(Var(norm.prevented), free)), Proved)
    return False


def _kept(item: Instances, norm: Norm) -> Expr:
    """Performed, and not marked; where it hangs on another clause, that one is fulfilled."""
    hung = [Var(is_fulfilled(c)) for each in item.duty.requires if isinstance(each, Fulfilled) for c in each.clauses]
    return conj(neg(Var(f"{norm.name}: armed")), neg(Var(norm.wilful)), neg(Var(norm.prevented)), *hung)


def _finding(study: Study, item: Instances) -> Finding:
    who = bearers(study, item.norms)
    number = item.clause.number
    return make_finding(
        IMPOSSIBLE_TIMETABLE,
        f"There is no day on which {who} could perform clause {number} in time.",
        item.duty.place,
        circumstances=(Circumstance.DUTY_CANNOT_BE_KEPT,),
        clauses=(number,),
        exposed=tuple(dict.fromkeys(norm.bearer for norm in item.norms)),
        remark="too late from the beginning",
        why=tuple(_why(study, item)),
        answer=Answer(
            AnswerKind.PROVED,
            study.scope,
            assumes=("everybody does whatever would help",),
        ),
        hints=tuple(_hints(item)),
    )


def _why(study: Study, item: Instances) -> Iterator[str]:
    if item.duty.requires:
        waits = waits_for(study, item.duty.requires)
        yield capital(f"what is done counts {waits}: that is after the last day, or never.")
    else:
        yield "By the numbers of the file it takes longer, begun on the first day, than there is time."


def _hints(item: Instances) -> Iterator[Hint]:
    yield Hint("a later last day.")
    if item.duty.requires:
        yield Hint("or an earlier day for what has to come first.")
    else:
        yield Hint("or less to be reduced by that day, and the rest by a later one.")
