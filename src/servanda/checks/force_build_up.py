"""`force-build-up`: an interest compares forces, and one side can grow while no clause speaks of it."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.interest import Interest
from servanda.checks.cause import Cause, cause_of
from servanda.checks.endings import ending
from servanda.checks.mirror import mirrored
from servanda.checks.study import Study, found
from servanda.findings import Circumstance, Family, Finding, Hint, Label, Slug, make_finding
from servanda.questions.standing import Failure
from servanda.questions.ways import Way, is_least, ways
from servanda.stories.tell import Teller
from servanda.stories.words import flow_noun, listed

FORCE_BUILD_UP = Slug(
    "force-build-up",
    Family.CIRCUMVENTION,
    "An interest compares forces, and one side's can grow past it while no clause limits them.",
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interest, or for two that mirror each other."""
    told: list[tuple[Interest, tuple[Way, ...]]] = []
    for interest, standing in study.failing():
        failure = standing.failures[0]
        if cause_of(study, interest, failure) is not Cause.FORCE_BUILD_UP:
            continue
        open_ways = ways(study.world, failure.stake, failure.reach, study.ask)
        twin = next((other for other, theirs in told if _alike(interest, open_ways, other, theirs)), None)
        told.append((interest, open_ways))
        if twin is None:
            yield _finding(study, interest, failure, open_ways, _mirror_of(study, interest))


def _alike(one: Interest, ways_one: tuple[Way, ...], other: Interest, ways_other: tuple[Way, ...]) -> bool:
    paces = [(way.flow.playbook, way.pace, way.run.days) for way in ways_one]
    return mirrored(one, other) and paces == [(w.flow.playbook, w.pace, w.run.days) for w in ways_other]


def _mirror_of(study: Study, interest: Interest) -> Interest | None:
    """The interest of the other side that fails in just the same way, if there is one."""
    for other, standing in study.failing():
        if mirrored(interest, other) and cause_of(study, other, standing.failures[0]) is Cause.FORCE_BUILD_UP:
            return other
    return None


def _finding(
    study: Study, interest: Interest, failure: Failure, open_ways: tuple[Way, ...], twin: Interest | None
) -> Finding:
    way = open_ways[0] if open_ways else None
    run, reach = (way.run, way.reach) if way else (failure.answer.run, failure.reach)
    teller = Teller(study.agreement, study.world, reach)
    exposed = (interest.of, *((twin.of,) if twin else ()))
    return make_finding(
        FORCE_BUILD_UP,
        _headline(study, exposed, interest),
        interest.place,
        circumstances=(_weight(len(run.flows)),),
        usable_by=tuple(sorted({who for each in open_ways for who in each.flow.by})),
        exposed=exposed,
        interest=interest.name,
        remark="no clause limits this number",
        labels=tuple(Label(twin.place, "fails in the same way") for twin in (twin,) if twin),
        why=tuple(_why(study, interest, open_ways, twin)),
        answer=found(study, reach, run, failure.answer.searched_rounds),
        opening=f"The shortest way with {_how_many(len(run.flows))}, no express clause broken:",
        story=teller.story(run, ending(study, interest, failure, run, reach)),
        hints=tuple(_hints(study, way)),
    )


def _weight(moves: int) -> Circumstance:
    return Circumstance.INTEREST_FAILS_ONE_MOVE if moves <= 1 else Circumstance.INTEREST_FAILS_TWO_MOVES


def _how_many(moves: int) -> str:
    return "one move" if moves == 1 else f"{moves} moves"


def _headline(study: Study, exposed: tuple[str, ...], interest: Interest) -> str:
    whose = listed(f"{study.name(who)}'s" for who in exposed)
    verb = "can fail" if len(exposed) == 1 else "can each fail"
    noun = "interest" if len(exposed) == 1 else "interests"
    return f"{whose} {noun} “{interest.name}” {verb} although every clause is complied with."


def _why(study: Study, interest: Interest, open_ways: tuple[Way, ...], twin: Interest | None) -> Iterator[str]:
    for place, way in enumerate(open_ways):
        lead = "No clause speaks of" if place == 0 else "Nor of"
        yield f"{lead} {flow_noun(study.agreement, way.flow)}. {_pace(study, way)}"
    if twin is not None:
        yield f"The same is open to {study.name(interest.of)}, against {study.name(twin.of)}."


def _pace(study: Study, way: Way) -> str:
    if way.pace is None:
        return "The text states no rate."
    within = "within the term" if study.world.term is not None else "in time"
    if way.stated:
        return f"At {way.pace} a day, the rate given, the limit is passed {within} (on day {way.run.days})."
    proof = "" if way.pace == 1 else f"; at {way.pace - 1} a day it is {'proved' if is_least(way) else 'not found'} "
    holds = "" if way.pace == 1 else "that it holds"
    if way.pace > 1 and not is_least(way):
        holds = "to fail"
    return (
        f"The text states no rate: from {way.pace} a day upward the limit is passed {within}"
        f" (at {way.pace} a day, on day {way.run.days}){proof}{holds}."
    )


def _hints(study: Study, way: Way | None) -> Iterator[Hint]:
    kind = dict(way.flow.fill).get("KIND", "forces") if way else "forces"
    yield Hint(f"an equal ceiling on the {kind} of both sides (capping one side alone leaves the other free).")
    if way is not None and len(way.flow.by) > 1:
        yield Hint(f"or an undertaking by both sides to accept no {flow_noun_short(study, way)}.")
    yield Hint("or drop the interest, so that nobody relies on it.")


def flow_noun_short(study: Study, way: Way) -> str:
    """The act alone: ``delivery``."""
    kind = study.agreement.act_kind(way.flow.act)
    return kind.noun[0]
