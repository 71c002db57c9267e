"""`forced-breach`: a dated duty can be missed although its bearer does all it can and nobody else breaks anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.agreement.norm import Agreed, Do, Fulfilled
from servanda.checks.duties_conflict import conflict
from servanda.checks.impossible_timetable import impossible
from servanda.checks.instances import Instances, bearers, givers, instances, missing, unowed, what_words
from servanda.checks.mutual_wait import waiting_pairs
from servanda.checks.order import hopeless
from servanda.checks.study import Study, found
from servanda.findings import Circumstance, Family, Finding, Hint, Slug, make_finding
from servanda.questions.answer import Found
from servanda.questions.conduct import compliance
from servanda.questions.question import Reach
from servanda.stories.tell import Ending, Teller
from servanda.stories.words import capital, listed
from servanda.world.expression import TRUE, Var
from servanda.world.world import Norm

FORCED_BREACH = Slug(
    "forced-breach",
    Family.CONFLICTS,
    "A duty with a date can be missed although its bearer does all it can and nobody breaks a clause.",
)


@dataclass(frozen=True, slots=True)
class Missed:
    """One norm that can be missed without its bearer's fault; `waiting`: only if the bearer waits or chooses badly."""

    norm: Norm
    reach: Reach
    answer: Found
    waiting: bool


def check(study: Study) -> Iterator[Finding]:
    """One finding for each such duty of the text, for all its bearers together."""
    told_elsewhere = frozenset(hopeless(study))
    waiting = [item for pair in waiting_pairs(study) for item in pair]
    for item in instances(study):
        before = {number for each in item.duty.requires if isinstance(each, Fulfilled) for number in each.clauses}
        # A vote that the others have decided already leaves nothing to be voted on: nobody is forced into anything.
        if before & told_elsewhere or item in waiting or not isinstance(item.duty.content, Do):
            continue
        if impossible(study, item, told_elsewhere) is None and conflict(study, item) is None:
            missed = _first_of_each_bearer(study, item)
            if missed:
                yield _finding(study, item, missed)


def _first_of_each_bearer(study: Study, item: Instances) -> list[Missed]:
    """Prompt bearers first; only where none of them can be forced is it asked what waiting may lead to."""
    for holder in (True, False):
        found_for: dict[str, Missed] = {}
        for norm in item.dated:
            if norm.blame != TRUE and norm.bearer not in found_for:
                reach = Reach(
                    Var(norm.prevented), compliance(study.world, norm.bearer if holder else ""), occurrence=norm.origin
                )
                answer = study.ask(study.world, reach)
                if isinstance(answer, Found):
                    found_for[norm.bearer] = Missed(norm, reach, answer, not holder)
        if found_for:
            return list(found_for.values())
    return []


def _finding(study: Study, item: Instances, missed: list[Missed]) -> Finding:
    first, number = missed[0], item.clause.number
    who = bearers(study, tuple(each.norm for each in missed))
    run = first.answer.run
    return make_finding(
        FORCED_BREACH,
        f"{capital(who)} can come to miss clause {number} by waiting, without breaking it."
        if first.waiting
        else f"{capital(who)} can be made to miss clause {number} by others who break no clause.",
        item.duty.place,
        circumstances=() if first.waiting else (Circumstance.DUTY_CANNOT_BE_KEPT,),
        clauses=(number,),
        exposed=tuple(each.norm.bearer for each in missed),
        remark="has a date, and needs what nobody owes in time",
        why=tuple(_why(study, item, first)),
        answer=found(study, first.reach, run, first.answer.searched_rounds),
        opening="One way to get there:",
        story=Teller(study.agreement, study.world, first.reach).story(run, _ending(study, item, first)),
        hints=tuple(_hints(study, item)),
        subject=what_words(study, item.duty),
    )


def _ending(study: Study, item: Instances, first: Missed) -> Ending:
    name, what = study.name(first.norm.bearer), what_words(study, item.duty)
    reasons = list(dict.fromkeys(missing(study, item, first.reach, first.answer.run)))
    because = f": {listed(reasons)}" if reasons else ""
    sentence = f"The last day for {name} to {what} is over, and it could not{because}."
    return Ending(capital(sentence), "missed, and not by its choice")


def _why(study: Study, item: Instances, first: Missed) -> Iterator[str]:
    asked = unowed(study, item)
    if asked:
        yield (
            f"What is done counts only with the agreement of {givers(study, asked)}. No clause obliges anybody to give"
            " it by a date: to withhold it breaks nothing, and the date passes all the same."
        )
    else:
        yield "What has to come first is in the hands of others, who may lawfully leave it until it is too late."
    if first.waiting:
        yield "A bearer that acts at its first chance is safe."


def _hints(study: Study, item: Instances) -> Iterator[Hint]:
    if any(isinstance(each, Agreed) for each in item.duty.requires) and unowed(study, item):
        yield Hint("a duty to answer by an earlier date, with what holds if no agreement comes.")
        yield Hint("or a third party that decides in the end; or the date runs only from the agreement.")
        return
    yield Hint("a date for what has to come first, early enough for the rest.")
    yield Hint("or days that run from when it has come about, in place of the fixed date.")
