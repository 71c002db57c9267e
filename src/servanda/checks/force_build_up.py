"""`force-build-up`: an interest compares forces, and one side can grow while no clause speaks of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.agreement.interest import Interest
from servanda.checks.cause import Cause, cause_of_all
from servanda.checks.endings import ending
from servanda.checks.mirror import mirrored
from servanda.checks.study import Study, found
from servanda.findings import Circumstance, Family, Finding, Hint, Label, Slug, make_finding
from servanda.questions.standing import Failure, Standing
from servanda.questions.ways import Way, is_least, ways
from servanda.stories.permitted import permitted_by
from servanda.stories.tell import Teller
from servanda.stories.words import flow_noun, grouped, listed
from servanda.text.english import possessive
from servanda.world.expression import variables

FORCE_BUILD_UP = Slug(
    "force-build-up",
    Family.CIRCUMVENTION,
    "An interest compares forces, and one side's can grow past it while no clause limits them.",
)


@dataclass(frozen=True, slots=True)
class Growth:
    """An interest that fails because somebody can grow, and every single way to do it."""

    interest: Interest
    failure: Failure
    ways: tuple[Way, ...]


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interest, or for two that mirror each other and fail in the same way."""
    told: list[Growth] = []
    grown = [_growth(study, *each) for each in study.failing() if cause_of_all(study, *each) is Cause.FORCE_BUILD_UP]
    for growth in grown:
        if not any(_alike(growth, other) for other in told):
            twin = next((other for other in grown if _alike(growth, other)), None)
            yield _finding(study, growth, twin)
        told.append(growth)


def _growth(study: Study, interest: Interest, standing: Standing) -> Growth:
    failure = standing.failures[0]
    return Growth(interest, failure, ways(study.world, failure.stake, failure.reach, study.ask))


def _alike(one: Growth, other: Growth) -> bool:
    return mirrored(one.interest, other.interest) and _paces(one) == _paces(other)


def _paces(growth: Growth) -> list[tuple[str | None, int | None, int]]:
    return [(way.flow.playbook, way.pace, way.run.days) for way in growth.ways]


def _finding(study: Study, growth: Growth, twin: Growth | None) -> Finding:
    interest, failure, open_ways = growth.interest, growth.failure, growth.ways
    way = open_ways[0] if open_ways else None
    run, reach = (way.run, way.reach) if way else (failure.answer.run, failure.reach)
    exposed = (interest.of, *((twin.interest.of,) if twin else ()))
    permitting = tuple(dict.fromkeys(number for each in open_ways if (number := _permitted(study, each))))
    return make_finding(
        FORCE_BUILD_UP,
        _headline(study, exposed, interest),
        interest.place,
        circumstances=(_weight(len(run.flows)),),
        usable_by=_users(growth, *((twin,) if twin else ())),
        exposed=exposed,
        interest=interest.name,
        clauses=permitting,
        remark="this can fail" if permitting or _partly_barred(study, growth) else "no clause limits this number",
        labels=(
            *(Label(study.agreement.clause(number).place, "allows it") for number in permitting),
            *((Label(twin.interest.place, "fails in the same way"),) if twin else ()),
        ),
        why=tuple(_why(study, growth, twin)),
        answer=found(study, reach, run, failure.answer.searched_rounds),
        opening=f"The shortest way with {_how_many(len(run.flows))}, no express clause broken:",
        story=Teller(study.agreement, study.world, reach).story(run, ending(study, interest, failure, run, reach)),
        hints=tuple(_hints(study, way)),
    )


def _permitted(study: Study, way: Way) -> str:
    """The clause that allows a way in so many words; "" if none does."""
    return permitted_by(study.agreement, way.flow.act, way.flow.by, way.flow.fill)


def _partly_barred(study: Study, growth: Growth) -> bool:
    """Whether a clause forbids another way to change a number of the interest."""
    at_stake = variables(growth.failure.stake.fails)
    return any(flow.breaks and flow.quantity in at_stake for flow in study.world.flows)


def _users(*growths: Growth) -> tuple[str, ...]:
    return tuple(sorted({who for growth in growths for way in growth.ways for who in way.flow.by}))


def _weight(moves: int) -> Circumstance:
    return Circumstance.INTEREST_FAILS_ONE_MOVE if moves <= 1 else Circumstance.INTEREST_FAILS_TWO_MOVES


def _how_many(moves: int) -> str:
    return "one move" if moves == 1 else f"{moves} moves"


def _headline(study: Study, exposed: tuple[str, ...], interest: Interest) -> str:
    whose = listed(possessive(study.name(who)) for who in exposed)
    verb = "can fail" if len(exposed) == 1 else "can each fail"
    noun = "interest" if len(exposed) == 1 else "interests"
    return f"{whose} {noun} “{interest.name}” {verb} although every clause is complied with."


def _why(study: Study, growth: Growth, twin: Growth | None) -> Iterator[str]:
    first = growth.ways[0] if growth.ways else None
    if first is not None:
        yield f"{_said_of(study, first, first=True)}. {_pace(study, first)}"
        for way in growth.ways[1:]:
            same = (way.pace, way.run.days, way.stated) == (first.pace, first.run.days, first.stated)
            pace = "It takes the same pace." if same else _pace(study, way)
            yield f"{_said_of(study, way, first=bool(_permitted(study, growth.ways[0])))}. {pace}"
    if twin is not None:
        one, other = study.name(growth.interest.of), study.name(twin.interest.of)
        yield f"All this is open to {one} against {other} in just the same way."


def _said_of(study: Study, way: Way, *, first: bool) -> str:
    """What the clauses say of a way: that it is allowed, or nothing."""
    what, number = flow_noun(study.agreement, way.flow), _permitted(study, way)
    if number:
        return f"Clause {number} allows {what}, and no clause limits how much"
    return f"No clause speaks of {what}" if first else f"Nor does any clause speak of {what}"


def _pace(study: Study, way: Way) -> str:
    if way.pace is None:
        return "The text states no rate."
    within = "within the term" if study.world.term is not None else "in time"
    if way.stated:
        return f"At {grouped(way.pace)} a day, the rate given, the limit is passed {within} (on day {way.run.days})."
    return (
        f"The text states no rate: from {grouped(way.pace)} a day upward the limit is passed {within}"
        f" (at {grouped(way.pace)} a day, on day {way.run.days}){_slower(way, way.pace)}."
    )


def _slower(way: Way, pace: int) -> str:
    """What is known of one unit a day less."""
    if pace == 1:
        return ""
    return f"; {grouped(pace - 1)} a day is {'proved not' if is_least(way) else 'not known'} to suffice, this way alone"


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
