"""The strength card: where every interest stands, each boundary with its own answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from servanda.agreement.event import Act
from servanda.agreement.interest import Always, AtExpiry, Interest, Never
from servanda.checks.endings import ending
from servanda.checks.study import Study, assumes, found
from servanda.findings import Answer, AnswerKind, InterestLine, StoryStep
from servanda.questions import answer as a
from servanda.questions.standing import NEVER_AT_STAKE, StakeAnswer, Standing, failing, stakes_of
from servanda.stories.tell import Teller
from servanda.world.policy import Policy
from servanda.world.world import World


def interest_lines(study: Study) -> Iterator[InterestLine]:
    """One line for each interest, in the order of the text."""
    parties = frozenset(actor.ident for actor in study.world.actors if actor.party)
    bare = _without_clauses(study)
    for standing in study.standings:
        rung = standing.rung(parties)
        yield InterestLine(
            of=study.name(standing.of),
            name=standing.interest,
            rung=rung,
            holds_against=tuple(study.name(who) for who in standing.holds_against),
            answers=dict(_answers(study, standing)),
            stories=dict(_stories(study, standing)),
            regardless=rung[0] >= _SECURED and bare is not None and _regardless(study, bare, standing),
        )


_SECURED = 2
"""The rung from which on an interest is proved if everybody complies."""


def _without_clauses(study: Study) -> World | None:
    """The world without the clauses; None where an interest could not even be told without them."""
    interests = tuple(i for i in study.agreement.interests if _needs_no_clause(i))
    if not interests:
        return None
    return study.build(replace(study.agreement, clauses=(), interests=interests))


def _needs_no_clause(interest: Interest) -> bool:
    """Whether what an interest speaks of exists without any clause: numbers, and acts that are never to be done."""
    match interest.protected:
        case Always() | AtExpiry():
            return True
        case Never(happening=happening):
            return isinstance(happening, Act)
    return False


def _regardless(study: Study, bare: World, standing: Standing) -> bool:
    """Whether the interest holds with no clause at all, everybody doing as they like."""
    stakes = stakes_of(bare, standing.of, standing.interest)
    free = {actor.ident: Policy.FREE for actor in bare.actors}
    return bool(stakes) and all(isinstance(study.ask.whether(bare, failing(bare, s, free)), a.Proved) for s in stakes)


def _stories(study: Study, standing: Standing) -> Iterator[tuple[str, tuple[StoryStep, ...]]]:
    """How the interest fails, under each conduct under which it does."""
    if standing.failures:
        yield "compliance", _story(study, standing, standing.failures[0])
    for who, item in standing.against.items():
        if isinstance(item.answer, a.Found):
            yield _by(study, who), _story(study, standing, item)


def _by(study: Study, who: str) -> str:
    """The conduct under which one does not comply, or several do not together."""
    return f"non-compliance by {study.name(who)}{' together' if '+' in who else ''}"


def _story(study: Study, standing: Standing, item: StakeAnswer) -> tuple[StoryStep, ...]:
    interest = next(i for i in study.agreement.interests if (i.of, i.name) == (standing.of, standing.interest))
    if not isinstance(item.answer, a.Found):
        return ()
    run = item.answer.run
    told = ending(study, interest, item, run, item.reach)
    return Teller(study.agreement, study.world, item.reach).story(run, told)


def _answers(study: Study, standing: Standing) -> Iterator[tuple[str, Answer]]:
    yield "cooperation", plain(study, standing.cooperation)
    if standing.compliance:
        yield "compliance", in_words(study, _telling(standing.compliance))
    else:
        yield "compliance", Answer(AnswerKind.VACUOUS, detail=NEVER_AT_STAKE)
    for who, item in standing.against.items():
        yield _by(study, who), in_words(study, item)
    for who, why in standing.not_asked.items():
        yield _by(study, who), Answer(AnswerKind.VACUOUS, detail=why)


def _telling(items: tuple[StakeAnswer, ...]) -> StakeAnswer:
    """The answer that settles it: a failure, else whatever is least certain, and a proof before an empty one."""
    order = (a.Found, a.GaveUp, a.NoneUpTo, a.Proved, a.Vacuous)
    return min(items, key=lambda item: order.index(type(item.answer)))


def in_words(study: Study, item: StakeAnswer) -> Answer:
    """An answer as the report gives it, with what it assumes."""
    if isinstance(item.answer, a.Found):
        return found(study, item.reach, item.answer.run, item.answer.searched_rounds)
    return replace(plain(study, item.answer), assumes=assumes(study, item.reach, None))


def plain(study: Study, answer: a.Answer) -> Answer:
    """An answer as the report gives it, without what it assumes."""
    scope = study.scope
    match answer:
        case a.Found():
            return Answer(AnswerKind.FOUND, scope, replayed=True)
        case a.Proved():
            return Answer(AnswerKind.PROVED, scope)
        case a.NoneUpTo(rounds=rounds, days=days):
            return Answer(AnswerKind.NONE_UP_TO, scope, events=rounds, days=days)
        case a.GaveUp(why=why):
            return Answer(AnswerKind.GAVE_UP, detail=why)
        case a.Vacuous(why=why):
            return Answer(AnswerKind.VACUOUS, detail=why)
