"""`interest-unprotected`: a stated interest that no clause serves at all."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.event import Act
from servanda.agreement.interest import Interest, Never, Whenever
from servanda.agreement.wording import happening_words
from servanda.checks.cause import Cause, cause_of_all, serving
from servanda.checks.endings import ending
from servanda.checks.mirror import mirrored
from servanda.checks.study import Study, found
from servanda.findings import Circumstance, Family, Finding, Hint, Label, Slug, make_finding
from servanda.questions.answer import Vacuous
from servanda.questions.standing import Failure, Standing
from servanda.stories.tell import Teller
from servanda.stories.words import capital, listed
from servanda.world.ground import OUTSIDER

INTEREST_UNPROTECTED = Slug(
    "interest-unprotected", Family.GAPS, "No clause protects a stated interest: the text changes nothing for it."
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interest that fares no better with the text than without it."""
    failing = [pair for pair in study.failing() if cause_of_all(study, *pair) is Cause.UNPROTECTED]
    told_of: list[Interest] = []
    for interest, standing in failing:
        if interest not in told_of:
            twins = [each for each, _ in failing if each.name == interest.name and mirrored(interest, each)]
            told_of += twins
            failures = standing.failures
            plainest = next((f for f in failures if f.stake.trigger_by == OUTSIDER), failures[0])
            yield _finding(study, interest, standing, plainest, twins)


def _finding(study: Study, interest: Interest, standing: Standing, failure: Failure, twins: list[Interest]) -> Finding:
    run = failure.answer.run
    exposed = (interest.of, *(twin.of for twin in twins))
    whose = listed(f"{study.name(of)}'s" for of in exposed)
    one, told = not twins, f", told of {study.name(interest.of)}" if twins else ""
    return make_finding(
        INTEREST_UNPROTECTED,
        f"No clause protects {whose} {'interest' if one else 'interests'} “{interest.name}”.",
        interest.place,
        circumstances=(Circumstance.INTEREST_FAILS_ONE_MOVE,),
        excerpt=study.excerpt,
        exposed=exposed,
        usable_by=tuple(sorted({f.stake.trigger_by for f in standing.failures if f.stake.trigger_by})),
        interest=interest.name,
        remark="no clause answers to this",
        why=tuple(_why(study, interest, standing)),
        answer=found(study, failure.reach, run, failure.answer.searched_rounds),
        opening=f"With every clause complied with, just as if there were none{told}:",
        labels=tuple(Label(twin.place, "nor to this") for twin in twins),
        story=Teller(study.agreement, study.world, failure.reach).story(
            run, ending(study, interest, failure, run, failure.reach)
        ),
        hints=(
            Hint("a duty on somebody named, to do something named, within a number of days."),
            Hint("or drop the interest, so that nobody relies on it."),
        ),
        subject=interest.of,
    )


def _why(study: Study, interest: Interest, standing: Standing) -> Iterator[str]:
    if not isinstance(interest.protected, Whenever):
        yield _no_clause(study, interest)
        return
    trigger = interest.protected.trigger
    after = f" after {happening_words(study.agreement, trigger)}" if trigger is not None else ""
    answer = happening_words(study.agreement, interest.protected.answer)
    barred = [item for item in standing.compliance if isinstance(item.answer, Vacuous) and item.stake.trigger_by]
    bare = [item for item in barred if not serving(study, item.stake)]
    if len(bare) == len(barred):
        yield f"In {study.what_is_here} nobody owes {answer}{after}."
    else:
        begun = [study.name(f.stake.trigger_by) for f in standing.failures if f.stake.trigger_by]
        yield f"In {study.what_is_here} nobody owes {answer} where it begins with {listed(begun, 'or')}."
    names = listed(study.name(item.stake.trigger_by) for item in bare if item.stake.trigger_by)
    if names:
        all_the_same = f"should one of them do it all the same, {answer} is owed no more than before"
        yield capital(f"{names} must not do it; {all_the_same}.")


def _no_clause(study: Study, interest: Interest) -> str:
    """What the clauses leave out: the thing itself, or whom they bind."""
    if isinstance(interest.protected, Never) and isinstance(interest.protected.happening, Act):
        kind = interest.protected.happening.kind
        bound = {b.bearer for event in study.world.events if event.act == kind for b in event.breaks}
        names = listed(study.name(actor.ident) for actor in study.world.actors if actor.ident in bound)
        if names:
            return f"What it wants never to happen is forbidden to {names}, and to nobody else."
    return "What it depends on is mentioned by no clause."
