"""What can happen to an interest that is meant beyond the term once the agreement has ended, one way or the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from servanda.agreement.interest import Interest
from servanda.checks.cause import Cause, cause_of_all
from servanda.checks.mirror import mirrored
from servanda.checks.study import Study, found
from servanda.findings import Answer
from servanda.questions.answer import Found, Run
from servanda.questions.conduct import compliance
from servanda.questions.question import Reach
from servanda.questions.standing import Failure, failing
from servanda.questions.ways import Way, ways
from servanda.stories.words import listed
from servanda.text.english import possessive
from servanda.world.step import Machine
from servanda.world.world import Event, Manner, Tail


@dataclass(frozen=True, slots=True)
class After:
    """A failure after an end: how, from what pace on where the text states none, and who else is exposed.

    `also`: other interests that fail by the same way out; they are named and not told.
    """

    interest: Interest
    failure: Failure
    way: Way | None
    twin: Interest | None
    also: tuple[Interest, ...] = ()

    @property
    def run(self) -> Run:
        """The story."""
        return self.way.run if self.way is not None else self.failure.answer.run

    @property
    def reach(self) -> Reach:
        """The question that it answers."""
        return self.way.reach if self.way is not None else self.failure.reach


def after_the_end(study: Study, tail: Tail) -> Iterator[After]:
    """The interests meant beyond the term that can fail after such an end although everybody complies."""
    found: list[tuple[Interest, Failure]] = []
    for interest in study.agreement.interests:
        failure = _failure(study, interest, tail) if _meant_and_protected(study, interest) else None
        if failure is not None:
            found.append((interest, failure))
    told: list[Interest] = []
    for interest, failure in found:
        if any(mirrored(interest, other) for other in told):
            continue
        told.append(interest)
        twin = next((other for other, _ in found if mirrored(interest, other)), None)
        open_ways = ways(study.world, failure.stake, failure.reach, study.ask) if failure.answer.run.flows else ()
        yield After(interest, failure, open_ways[0] if open_ways else None, twin)


def told_together(study: Study, afters: Iterable[After]) -> Iterator[After]:
    """One failure for each way out, the others that it opens named with it."""
    groups: dict[str, list[After]] = {}
    for after in afters:
        used = powers_used(study, after.run)
        groups.setdefault(dict(used[0][1].fill)["CLAUSE"] if used else "", []).append(after)
    for first, *others in groups.values():
        yield replace(first, also=tuple(after.interest for after in others))


def also_words(study: Study, after: After) -> Iterator[str]:
    """The other interests that fail in the same way, in a sentence."""
    if after.also:
        names = listed(f"{possessive(study.name(each.of))} “{each.name}”" for each in after.also)
        yield f"The same end leaves {names} open."


def _meant_and_protected(study: Study, interest: Interest) -> bool:
    """Whether it is meant beyond the term, and the text does something for it while it is in force."""
    standing = study.standing_of(interest)
    if interest.beyond is None or not standing.failures:
        return interest.beyond is not None
    return cause_of_all(study, interest, standing) not in (Cause.FORCE_BUILD_UP, Cause.UNPROTECTED)


def _failure(study: Study, interest: Interest, tail: Tail) -> Failure | None:
    for stake in study.world.stakes:
        if (stake.of, stake.interest, stake.tail) == (interest.of, interest.name, tail):
            reach = failing(study.world, stake, compliance(study.world, interest.of))
            answer = study.ask(study.world, reach)
            if isinstance(answer, Found):
                return Failure(stake, reach, answer)
    return None


def found_after(study: Study, after: After) -> Answer:
    """The answer that goes with such a story: it was searched beyond the term."""
    return replace(found(study, after.reach, after.run, after.failure.answer.searched_rounds), days=after.run.days)


def powers_used(study: Study, run: Run) -> list[tuple[int, Event]]:
    """The powers that a run uses, each with its day."""
    found, day = [], 0
    for segment in run.segments:
        day += segment.wait
        events = [study.world.event(name) for name in segment.events]
        found += [(day, event) for event in events if event.manner is Manner.POWER]
    return found


def ended_on(study: Study, reach: Reach, run: Run) -> int:
    """The first day of a run on which the agreement is no longer in force, or somebody has left it."""
    machine = Machine(study.world, reach.policies)
    state, day = machine.start(run.start), 0
    names = [
        v.name for v in study.world.variables if v.name.endswith(("has left the agreement", "agreement has ended"))
    ]
    for segment in run.segments:
        if segment.wait:
            closed = machine.close(state)
            state, day = machine.wait(closed, segment.wait, dict(segment.moved)), day + segment.wait
            if any(machine.read(closed)[name] for name in names):
                return day - segment.wait + 1
        for name in segment.events:
            state = machine.occur(state, study.world.event(name))
            if any(machine.read(state)[each] for each in names):
                return day
    term = study.world.term
    return term + 1 if term is not None and day > term else day
