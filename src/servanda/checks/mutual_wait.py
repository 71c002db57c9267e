"""`mutual-wait`: each side may lawfully wait until the other has begun."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from servanda.agreement.norm import After, Do, Manner
from servanda.agreement.party import Group, Who
from servanda.agreement.wording import verb_words
from servanda.checks.instances import Instances, bearers, instances
from servanda.checks.study import Study, depends_on, found
from servanda.findings import STATIC, Answer, Circumstance, Family, Finding, Hint, Label, Slug, StoryStep, make_finding
from servanda.questions.answer import Found
from servanda.questions.conduct import compliance
from servanda.questions.question import Reach
from servanda.stories.tell import Ending, Teller
from servanda.stories.words import capital
from servanda.world.expression import Var, conj

MUTUAL_WAIT = Slug("mutual-wait", Family.ORDER, "Two sides may each lawfully wait for the other to begin.")

Pair = tuple[Instances, Instances]


def check(study: Study) -> Iterator[Finding]:
    """One finding for each two duties of different bearers of which each counts only after the other's act."""
    for pair in waiting_pairs(study):
        reach = _both_missed(study, pair)
        answer = study.ask(study.world, reach) if reach is not None else None
        if reach is None:
            yield _finding(study, pair)
        elif isinstance(answer, Found):
            yield _told(study, pair, reach, answer)


def waiting_pairs(study: Study) -> list[Pair]:
    """The duties that wait for each other's act."""
    items = [item for item in instances(study) if item.norms and isinstance(item.duty.content, Do)]
    return [
        (one, other) for one, other in combinations(items, 2) if _after(study, one, other) and _after(study, other, one)
    ]


def _after(study: Study, one: Instances, other: Instances) -> bool:
    """Whether one waits for the act that the other owes, by somebody who owes it."""
    content, owing = other.duty.content, {norm.bearer for norm in other.norms}
    if not isinstance(content, Do) or owing <= {norm.bearer for norm in one.norms}:
        return False
    doer = study.agreement.act_kind(content.act.kind).doer
    awaited = [e.act.filler(doer) for e in one.duty.requires if isinstance(e, After) and e.act.kind == content.act.kind]
    return any(not _named(who) or (isinstance(who, Who) and who.name in owing) for who in awaited)


def _named(who: Who | str | None) -> bool:
    return isinstance(who, Who) and who.group is Group.NAMED


def _both_missed(study: Study, pair: Pair) -> Reach | None:
    """That the days of both pass by nobody's breach; None where no day is set."""
    dated = [norm for item in pair for norm in item.dated[:1]]
    if not dated:
        return None
    return Reach(
        conj(*(Var(norm.prevented) for norm in dated)), compliance(study.world, ""), occurrence=dated[0].origin
    )


def _told(study: Study, pair: Pair, reach: Reach, answer: Found) -> Finding:
    ending = Ending("The days have passed. Neither has begun, and neither has broken a clause.", "each waits")
    return _finding(
        study,
        pair,
        circumstances=(Circumstance.DUTY_CANNOT_BE_KEPT,),
        answer=found(study, reach, answer.run, answer.searched_rounds),
        story=Teller(study.agreement, study.world, reach).story(answer.run, ending),
    )


def _finding(
    study: Study,
    pair: Pair,
    *,
    circumstances: tuple[Circumstance, ...] = (),
    answer: Answer = STATIC,
    story: tuple[StoryStep, ...] = (),
) -> Finding:
    one, other = pair
    names = bearers(study, one.norms), bearers(study, other.norms)
    needed = depends_on(study, one.duty) or depends_on(study, other.duty)
    idents = tuple(dict.fromkeys(norm.bearer for item in pair for norm in item.norms))
    return make_finding(
        MUTUAL_WAIT,
        f"{_if_read_so(one, other)}{names[0]} may wait until {names[1]} has begun,"
        f" and {names[1]} until {names[0]} has.",
        one.duty.place,
        circumstances=circumstances or ((Circumstance.NEEDED_DUTY_WAITS,) if needed else ()),
        clauses=tuple(dict.fromkeys((one.clause.number, other.clause.number))),
        usable_by=idents,
        exposed=idents,
        remark="counts only after the other has begun",
        labels=(Label(other.duty.place, "and this only after the first"),),
        why=(f"{study.silent} who begins. {capital(_why(study, one, names[0]))}, and {_why(study, other, names[1])}.",),
        answer=answer,
        opening="Two who keep every clause:" if story else "",
        story=story,
        hints=(
            Hint("say who begins, and by when."),
            Hint("or small steps in turn, or both at once through somebody whom both trust."),
        ),
    )


def _if_read_so(one: Instances, other: Instances) -> str:
    """Steps in parallel await each other only if the text is read so."""
    tied = [item.duty.along for item in (one, other)]
    return "If each awaits the other, " if all(each and each.manner is Manner.AWAITS for each in tied) else ""


def _why(study: Study, item: Instances, name: str) -> str:
    content = item.duty.content
    what = verb_words(study.agreement, content.act) if isinstance(content, Do) else "act"
    return f"{name} need not be the first to {what}"
