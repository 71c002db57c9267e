"""What an interest wants never to happen, done in a story: the clauses that speak of it and do not forbid it then."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.norm import Do, Duty
from servanda.agreement.party import Group, Who
from servanda.agreement.wording import verb_words, who_words
from servanda.checks.study import Study, duties
from servanda.questions.answer import Run
from servanda.questions.standing import Failure
from servanda.world.expression import variables
from servanda.world.world import Event


def lapsed(study: Study, failure: Failure, run: Run) -> tuple[str, ...]:
    """The clauses that forbid the deed to whoever does it, and no longer bind, or not yet, when it is done."""
    broken = {study.world.norm(item.norm).clause for event in _deeds(study, failure, run) for item in event.breaks}
    return tuple(clause.number for clause in study.agreement.clauses if clause.number in broken)


def spoken_of(study: Study, failure: Failure, run: Run) -> tuple[tuple[str, Duty, str], ...]:
    """Duties of others that are about whoever does the deed, whom the text does not bind: clause, duty, doer."""
    doers = {event.by[0] for event in _deeds(study, failure, run) if event.by}
    unbound = {actor.ident for actor in study.agreement.actors if actor.ident in doers and not actor.bound}
    return tuple(
        (clause.number, duty, named)
        for clause in study.agreement.clauses
        for duty in duties(clause)
        if isinstance(duty.content, Do) and not duty.force.is_effort
        for _, who in duty.content.act.fill
        if isinstance(who, Who) and who.group is Group.NAMED and (named := who.name or "") in unbound
    )


def told(study: Study, failure: Failure, run: Run) -> Iterator[str]:
    """A sentence for each clause that speaks of the deed and does not forbid it then."""
    for number in lapsed(study, failure, run):
        yield f"Clause {number} forbids it, but does not bind on that day."
    for number, duty, doer in spoken_of(study, failure, run):
        owed = f"{who_words(study.agreement, duty.bearer)} {duty.force.value} {_what(study, duty)}"
        yield f"Clause {number} says that {owed}; {study.name(doer)} itself is not bound."
        yield "That duty can be carried out and the deed be done all the same, as far as the clauses tell."


def _what(study: Study, duty: Duty) -> str:
    return verb_words(study.agreement, duty.content.act) if isinstance(duty.content, Do) else ""


def _deeds(study: Study, failure: Failure, run: Run) -> Iterator[Event]:
    """What is done in the story and makes the interest fail at once."""
    failed = variables(failure.stake.fails) - {"day"}
    for segment in run.segments:
        for event in map(study.world.event, segment.events):
            if failed & set(event.effects) and not failure.stake.triggers:
                yield event
