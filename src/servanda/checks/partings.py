"""Where readings of one text part: the day on which the same events are a breach under one and not under another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from servanda.agreement.party import Role
from servanda.checks.order import anything
from servanda.checks.study import Study, found
from servanda.findings import Answer, StoryStep
from servanda.questions.answer import Found, Proved
from servanda.questions.question import Reach
from servanda.stories.tell import Ending, Teller
from servanda.stories.words import listed
from servanda.world.beside import beside, left_alone
from servanda.world.expression import FALSE, Value, evaluate
from servanda.world.run import Run, Segment
from servanda.world.step import Machine
from servanda.world.world import Mode, World

MOST_QUESTIONS = 5
"""Questions that are asked to find the first day."""

MOST_APART = 20
"""Variables that can come to differ, up to which it is worth while to prove that an earlier day is none."""

Labelled = tuple[tuple[str, Study], ...]
"""What is examined under each reading, with its label."""


@dataclass(frozen=True, slots=True)
class Parting:
    """What is done up to `day`, and what it comes to under each reading.

    `first`: it is proved that they part on no earlier day.  `who` are those who are in breach under one reading and
    not under another.  `also`: in whose place it reads the same as it is told of `who`.
    """

    day: int
    first: bool
    outcomes: tuple[tuple[str, str], ...]
    who: tuple[str, ...]
    answer: Answer
    story: tuple[StoryStep, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Earliest:
    answer: Found
    reach: Reach
    first: bool


def parting(studies: Labelled) -> Parting | None:
    """Where the first reading parts from one of the others; None where they are not found to part."""
    base = studies[0][1]
    ways = [way for _, other in studies[1:] if (way := _earliest(base, other.world)) is not None]
    if not ways:
        return None
    way = min(ways, key=lambda each: (each.answer.run.days, each.answer.run.events))
    run = _fewest(way.answer.run, [study for _, study in studies])
    said = {label: _said(study, run) for label, study in studies}
    common = set.intersection(*said.values())
    who = dict.fromkeys(each.who for label, _ in studies for each in sorted(said[label] - common) if each.what)
    teller = next((study for _, study in studies if _possible(study.world, run) == run), base)
    reach = Reach(way.reach.bad, anything(teller.world))
    ending = Ending(f"Day {run.days} is over.", "here the readings part")
    return Parting(
        run.days,
        way.first,
        tuple((label, _outcome(study, sorted(said[label] - common))) for label, study in studies),
        tuple(who),
        found(teller, reach, _possible(teller.world, run), way.answer.searched_rounds),
        Teller(teller.agreement, teller.world, reach).story(_possible(teller.world, run), ending),
        tuple(_in_whose_place([study for _, study in studies], run)),
    )


def _in_whose_place(studies: list[Study], run: Run) -> Iterator[str]:
    """The other parties of whom the same story comes to the same, where one party alone acts in it."""
    names = {name for segment in run.segments for name in segment.events}
    acting = {who for each in studies for event in each.world.events if event.name in names for who in event.by}
    parties = [actor.ident for actor in studies[0].agreement.actors if actor.role is Role.PARTY]
    if len(acting) == 1 and acting <= set(parties) and not any(segment.moved for segment in run.segments):
        (who,) = acting
        yield from (other for other in parties if other != who and _reads_alike(studies, run, who, other))


def _reads_alike(studies: list[Study], run: Run, who: str, other: str) -> bool:
    swap = {who: other, other: who}
    pattern = re.compile(rf"\b({re.escape(who)}|{re.escape(other)})\b")
    segments = tuple(
        replace(each, events=tuple(pattern.sub(lambda found: swap[found[0]], name) for name in each.events))
        for each in run.segments
    )
    swapped = replace(run, segments=segments)
    for study in studies:
        there = {event.name for event in study.world.events}
        if any((a in there) != (b in there) for a, b in zip(_names(run), _names(swapped), strict=True)):
            return False
    before, after = (_apart([_said(study, each) for study in studies]) for each in (run, swapped))
    turned = [{(mark.what, mark.how, swap.get(mark.who, mark.who)) for mark in marks} for marks in before]
    return turned == [{(mark.what, mark.how, mark.who) for mark in marks} for marks in after]


def _names(run: Run) -> list[str]:
    return [name for segment in run.segments for name in segment.events]


def _earliest(base: Study, other: World) -> _Earliest | None:
    """A run with which two worlds part, on the earliest day that was found."""
    pair, best = beside(base.world, other), None
    if pair.parted == FALSE:
        return None
    if pair.apart > MOST_APART and (run := left_alone(pair)) is not None:
        return _Earliest(Found(run, 0), Reach(pair.parted, anything(pair.world)), first=run.days == 0)
    for _ in range(MOST_QUESTIONS):
        reach = Reach(pair.parted, anything(pair.world))
        answer = (base.ask if pair.apart <= MOST_APART else base.ask.story)(pair.world, reach)
        if not isinstance(answer, Found):
            return _Earliest(best.answer, best.reach, isinstance(answer, Proved)) if best else None
        best = _Earliest(answer, reach, first=answer.run.days == 0)
        if best.first:
            break
        pair = beside(base.world, other, answer.run.days - 1)
    return best


def _fewest(run: Run, studies: list[Study]) -> Run:
    """The run without the events that make no difference to where the readings part."""
    shorter = _without_one(run, studies)
    while shorter is not None:
        run, shorter = shorter, _without_one(shorter, studies)
    return run


def _without_one(run: Run, studies: list[Study]) -> Run | None:
    before = [_said(study, run) for study in studies]
    for at, segment in enumerate(run.segments):
        for index in range(len(segment.events)):
            fewer = replace(segment, events=(*segment.events[:index], *segment.events[index + 1 :]))
            shorter = replace(run, segments=(*run.segments[:at], fewer, *run.segments[at + 1 :]))
            after = [_said(study, shorter) for study in studies]
            if _apart(before) == _apart(after):
                return shorter
    return None


def _apart(said: list[set[_Mark]]) -> list[set[_Mark]]:
    common = set.intersection(*said)
    return [each - common for each in said]


@dataclass(frozen=True, slots=True, order=True)
class _Mark:
    """Something that is so at the end of a run: a clause and how it was missed or broken, or "" and an interest."""

    what: str
    how: str
    who: str
    norm: str


def _said(study: Study, run: Run) -> set[_Mark]:
    """What a run comes to in one world: who is overdue or in breach, and which interest fails."""
    values = _lived(study.world, run)
    said = set()
    for norm in study.world.norms:
        if values[norm.wilful]:
            how = "overdue" if norm.mode is Mode.DO else "broken"
            said.add(_Mark(norm.clause, how, norm.bearer, norm.name))
        if values[norm.prevented]:
            said.add(_Mark(norm.clause, "missed", norm.bearer, norm.name))
    for stake in study.world.stakes:
        if evaluate(stake.fails, values):
            said.add(_Mark("", stake.interest, stake.of, stake.name))
    return said


def _outcome(study: Study, marks: list[_Mark]) -> str:
    """What is so under one reading only, in words."""
    groups: dict[tuple[str, str], dict[str, None]] = {}
    for mark in marks:
        groups.setdefault((mark.what, mark.how), {})[study.name(mark.who)] = None
    said = [_told(what, how, list(names)) for (what, how), names in groups.items()]
    return listed(said) or "nothing is overdue or broken"


def _told(what: str, how: str, names: list[str]) -> str:
    one = len(names) == 1
    match how:
        case "overdue":
            return f"{listed(names)} {'is' if one else 'are'} overdue under clause {what}"
        case "broken":
            return f"{listed(names)} {'has' if one else 'have'} broken clause {what}"
        case "missed":
            return f"the day of clause {what} has passed for {listed(names)} without anybody's breach"
    return f"the interest “{how}” of {listed(names)} fails"


def _lived(world: World, run: Run) -> Mapping[str, Value]:
    """The state of one world at the end of a run, what is not possible there left out."""
    machine = Machine(world, anything(world))
    state = machine.start(run.start)
    for segment in _possible(world, run).segments:
        if segment.wait:
            state = machine.wait(machine.close(state), segment.wait, dict(segment.moved))
        for name in segment.events:
            state = machine.occur(state, world.event(name))
    return machine.read(machine.close(state) if run.at_close else state)


def _possible(world: World, run: Run) -> Run:
    """The run with what is possible in one world."""
    machine = Machine(world, anything(world))
    state, segments = machine.start(run.start), list[Segment]()
    events, flows = {event.name for event in world.events}, {flow.name for flow in world.flows}
    for segment in run.segments:
        moved = tuple((name, units) for name, units in segment.moved if name in flows)
        if segment.wait:
            state = machine.wait(machine.close(state), segment.wait, dict(moved))
        done = []
        for name in segment.events:
            if name in events and evaluate(world.event(name).guard, machine.read(state)):
                state = machine.occur(state, world.event(name))
                done.append(name)
        segments.append(Segment(segment.wait, moved, tuple(done)))
    return Run(tuple(segments), run.at_close)


def in_words(parting: Parting) -> str:
    """What each reading makes of it, those that agree together, as one sentence."""
    together: dict[str, list[str]] = {}
    for label, outcome in parting.outcomes:
        together.setdefault(outcome, []).append(label)
    return "; ".join(f"under {listed(labels)}, {outcome}" for outcome, labels in together.items())
