"""`interest-unprotected`: a stated interest that no clause serves at all."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.interest import Interest, Whenever
from servanda.agreement.wording import happening_words
from servanda.checks.cause import Cause, cause_of_all, giving, serving
from servanda.checks.endings import ending
from servanda.checks.mirror import same_way
from servanda.checks.study import Study, found
from servanda.findings import Circumstance, Family, Finding, Hint, Label, Slug, make_finding
from servanda.questions.answer import Vacuous
from servanda.questions.standing import Failure, Standing
from servanda.stories.permitted import permitted_by
from servanda.stories.tell import Teller
from servanda.stories.words import capital, flow_noun, listed, pattern
from servanda.text.english import possessive
from servanda.world.expression import variables
from servanda.world.ground import OUTSIDER
from servanda.world.world import Event

INTEREST_UNPROTECTED = Slug(
    "interest-unprotected", Family.GAPS, "No clause protects a stated interest: the text changes nothing for it."
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interest that fares no better with the text than without it."""
    failing = [pair for pair in study.failing() if cause_of_all(study, *pair) is Cause.UNPROTECTED]
    told_of: list[Interest] = []
    for interest, standing in failing:
        if interest not in told_of:
            twins = [each for each, its in failing if same_way(study, (interest, standing), (each, its))]
            told_of += [interest, *twins]
            failures = standing.failures
            plainest = next((f for f in failures if f.stake.trigger_by == OUTSIDER), failures[0])
            yield _finding(study, interest, standing, plainest, twins)


def _finding(study: Study, interest: Interest, standing: Standing, failure: Failure, twins: list[Interest]) -> Finding:
    run = failure.answer.run
    exposed = (interest.of, *(twin.of for twin in twins))
    whose = listed(possessive(study.name(of)) for of in exposed)
    one, told = not twins, f", told of {study.name(interest.of)}" if twins else ""
    barred, left = _deeds(study, standing)
    others = listed(_doers(study, left), "or") if barred else ""
    from_others = f" from {others}" if others else ""
    elsewhere = _elsewhere(study, interest, standing)
    cases = " in every case" if elsewhere and not others else ""
    return make_finding(
        INTEREST_UNPROTECTED,
        f"No clause protects {whose} {'interest' if one else 'interests'} “{interest.name}”{from_others}{cases}.",
        interest.place,
        clauses=elsewhere,
        circumstances=(Circumstance.INTEREST_FAILS_ONE_MOVE,),
        excerpt=study.excerpt,
        exposed=exposed,
        usable_by=tuple(sorted({f.stake.trigger_by for f in standing.failures if f.stake.trigger_by})),
        interest=interest.name,
        remark=_remark(others, elsewhere),
        why=tuple(_why(study, interest, standing, failure)),
        answer=found(study, failure.reach, run, failure.answer.searched_rounds),
        opening=f"With every clause complied with{'' if others else '; without them it would go the same way'}{told}:",
        labels=(
            *(Label(study.agreement.clause(number).place, "only upon something else") for number in elsewhere),
            *(Label(twin.place, "nor to this") for twin in twins),
        ),
        story=Teller(study.agreement, study.world, failure.reach).story(
            run, ending(study, interest, failure, run, failure.reach)
        ),
        hints=(
            Hint("a duty on somebody named, to do something named, within a number of days."),
            Hint("or drop the interest, so that nobody relies on it."),
        ),
        subject=interest.of,
    )


def _remark(others: str, elsewhere: tuple[str, ...]) -> str:
    if others:
        return "not for everybody who can do it"
    return "no clause answers to this in every case" if elsewhere else "no clause answers to this"


def _why(study: Study, interest: Interest, standing: Standing, failure: Failure) -> Iterator[str]:
    if not isinstance(interest.protected, Whenever):
        yield from _no_clause(study, standing, failure)
        return
    trigger = interest.protected.trigger
    after = f" after {happening_words(study.agreement, trigger)}" if trigger is not None else ""
    answer = happening_words(study.agreement, interest.protected.answer)
    barred = [item for item in standing.compliance if isinstance(item.answer, Vacuous) and item.stake.trigger_by]
    bare = [item for item in barred if not serving(study, item.stake)]
    elsewhere = _elsewhere(study, interest, standing)
    if len(bare) == len(barred) and elsewhere:
        yield f"In {study.what_is_here} nobody owes {answer}{after} in every case in which the interest needs it."
    elif len(bare) == len(barred):
        yield f"In {study.what_is_here} nobody owes {answer}{after}."
    else:
        begun = [study.name(f.stake.trigger_by) for f in standing.failures if f.stake.trigger_by]
        yield f"In {study.what_is_here} nobody owes {answer} where it begins with {listed(begun, 'or')}."
    names = listed(study.name(item.stake.trigger_by) for item in bare if item.stake.trigger_by)
    if names:
        all_the_same = f"should one of them do it all the same, {answer} is owed no more than before"
        yield capital(f"{names} must not do it; {all_the_same}.")


def _elsewhere(study: Study, interest: Interest, standing: Standing) -> tuple[str, ...]:
    """The clauses that order the answer upon something else than what puts the interest at stake."""
    if not isinstance(interest.protected, Whenever):
        return ()
    found = {norm.clause for failure in standing.failures for norm in giving(study, failure.stake)}
    return tuple(clause.number for clause in study.agreement.clauses if clause.number in found)


def _no_clause(study: Study, standing: Standing, failure: Failure) -> Iterator[str]:
    """What the clauses leave out: who may do it to whom, or by which move a number changes."""
    barred, left = _deeds(study, standing)
    if barred:
        yield f"{capital(_several(study, barred))} {_is(barred)} forbidden; {_several(study, left)} {_is(left)} not."
        return
    if left:
        yield f"No clause forbids {_several(study, left)}."
        return
    for name in sorted(failure.answer.run.flows):
        flow = study.world.flow(name)
        number = permitted_by(study.agreement, flow.act, flow.by, flow.fill)
        what = flow_noun(study.agreement, flow)
        yield f"Clause {number} allows {what}." if number else f"No clause speaks of {what}."
    if not failure.answer.run.flows:
        yield "What it depends on is mentioned by no clause."


def _deeds(study: Study, standing: Standing) -> tuple[list[Event], list[Event]]:
    """The acts that make the interest fail: those that a clause forbids to whoever does them, and the others."""
    failed = {name for f in standing.failures if not f.stake.triggers for name in variables(f.stake.fails)} - {"day"}
    deeds = [event for event in study.world.events if event.act and failed & set(event.effects)]
    barred = [event for event in deeds if event.breaks]
    return barred, [event for event in deeds if event not in barred]


def _doers(study: Study, events: list[Event]) -> Iterator[str]:
    yield from dict.fromkeys(study.name(event.by[0]) for event in events)


def _several(study: Study, events: list[Event]) -> str:
    """``armed attack by Arland on Borland and armed attack by Borland on Arland``; of many, the first three."""
    kinds = [(study.agreement.act_kind(event.act or ""), event) for event in events]
    nouns = [pattern(study.agreement, kind, kind.noun, dict(event.fill)) for kind, event in kinds]
    return listed(nouns if len(nouns) <= _NAMED else [*nouns[: _NAMED - 1], f"{len(nouns) - _NAMED + 1} more like it"])


_NAMED = 4


def _is(events: list[Event]) -> str:
    return "is" if len(events) == 1 else "are"
