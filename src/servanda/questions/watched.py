"""A world with one duty watched: whether a breach stands, since when, whether it is established, and answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from servanda.questions.consequence import Consequence, When, discharges
from servanda.world.build import CLOCK
from servanda.world.expression import FALSE, Expr, Var, add, at_least, at_most, choice, conj, disj, neg, number
from servanda.world.world import DAYS, Event, Mode, Norm, Threshold, Variable, World

STANDS = "watched: a breach stands"
ESTABLISHED = "watched: established"
ANSWERED = "watched: answered"
REFUSED = "watched: refused"
RELEASED = "watched: released on its account"
UNESTABLISHED_FOR = "watched: days not established"
UNANSWERED_FOR = "watched: days not answered"
KNOWN_FOR = "watched: days established, not answered"


def watched(world: World, norm: Norm, follows: Consequence, broken: Expr) -> World:
    """The same world, with variables that tell of breaches of one duty.

    `broken`: what counts as a breach at the close of a day.  It stands until it is made good; how long it has been
    unestablished, and unanswered, is counted only while it stands.
    """
    at_event, at_close = _latches(world, norm, follows, broken)
    counted: dict[str, Expr] = {age: _counts(age, latch) for age, latch in _AGES.items()}
    if norm.mode is Mode.REFRAIN and norm.wilful in world.waiting:
        counted[STANDS] = world.waiting[norm.wilful]
    made = (STANDS, ESTABLISHED, ANSWERED, REFUSED, RELEASED)
    return replace(
        world,
        variables=(
            *world.variables,
            *(Variable(name, False) for name in made),
            *(Variable(age, 0, 0) for age in _AGES),
        ),
        events=tuple(_with(event, at_event.get(event.name, {})) for event in world.events),
        closing={**world.closing, **at_close},
        waiting={**world.waiting, **counted},
        thresholds=(*world.thresholds, *_end_of_term(world, norm)),
    )


def _end_of_term(world: World, norm: Norm) -> Iterator[Threshold]:
    """What is to be kept is kept up to the end of the term, and no wait passes over that."""
    if (
        norm.mode is Mode.KEEP
        and world.term is not None
        and any(variable.name == CLOCK for variable in world.variables)
    ):
        yield Threshold(CLOCK, world.term + 1, Var(STANDS))


_AGES: Mapping[str, str] = {UNESTABLISHED_FOR: ESTABLISHED, UNANSWERED_FOR: ANSWERED, KNOWN_FOR: ANSWERED}


def _counts(age: str, latch: str) -> Expr:
    known = (Var(ESTABLISHED),) if age == KNOWN_FOR else ()
    return choice(conj(Var(STANDS), neg(Var(latch)), *known), add(Var(age), Var(DAYS)), Var(age))


def adds_up(established_within: int) -> Expr:
    """How long a breach is unanswered: while it is not established, and after.

    True of every watched world in which it is established within so many days.
    """
    unanswered, known = Var(UNANSWERED_FOR), Var(ESTABLISHED)
    return conj(
        disj(known, at_most(unanswered, Var(UNESTABLISHED_FOR))),
        disj(neg(known), at_most(unanswered, add(Var(KNOWN_FOR), number(established_within)))),
    )


def _latches(
    world: World, norm: Norm, follows: Consequence, broken: Expr
) -> tuple[dict[str, dict[str, Expr]], dict[str, Expr]]:
    """What is set by each event, and at the close of a day."""
    stands = _stands_at_close(norm, broken)
    refused, released = (disj(Var(name), _closing(whens)) for name, whens in _lasting(follows).items())
    at_close: dict[str, Expr] = {
        STANDS: stands,
        REFUSED: refused,
        RELEASED: released,
        ESTABLISHED: conj(stands, disj(Var(ESTABLISHED), _closing(follows.established), refused)),
        ANSWERED: conj(stands, disj(Var(ANSWERED), _closing(follows.answered), released)),
    }
    for age, latch in _AGES.items():
        at_close[age] = choice(conj(stands, neg(at_close[latch])), Var(age), number(0))
    at_event: dict[str, dict[str, Expr]] = {name: {REFUSED: FALSE} for name in follows.given}
    set_by = {ESTABLISHED: follows.established, ANSWERED: follows.answered, RELEASED: follows.released}
    for latch, whens in set_by.items():
        for name, condition in _by_event(whens).items():
            at_event.setdefault(name, {})[latch] = disj(Var(latch), condition)
    for name, value in _stands_at_events(world, norm):
        at_event.setdefault(name, {})[STANDS] = value
    return at_event, at_close


def _lasting(follows: Consequence) -> Mapping[str, tuple[When, ...]]:
    return {REFUSED: follows.refused, RELEASED: follows.released}


def _closing(whens: Iterable[When]) -> Expr:
    return disj(*(when.condition for when in whens if when.event is None))


def _by_event(whens: Iterable[When]) -> dict[str, Expr]:
    found: dict[str, Expr] = {}
    for when in whens:
        if when.event is not None:
            found[when.event] = disj(found.get(when.event, FALSE), when.condition)
    return found


def _stands_at_close(norm: Norm, broken: Expr) -> Expr:
    if norm.mode is Mode.KEEP:
        return broken
    return disj(Var(STANDS), broken) if norm.mode is Mode.DO else Var(STANDS)


def _stands_at_events(world: World, norm: Norm) -> list[tuple[str, Expr]]:
    """What is missed is made good by doing it late; what is forbidden is broken by doing it, for good."""
    if norm.mode is Mode.DO:
        return [(name, FALSE) for name in discharges(world, norm)]
    if norm.mode is Mode.KEEP:
        return []
    return [(e.name, e.effects[norm.wilful]) for e in world.events if norm.wilful in e.effects]


def _with(event: Event, effects: Mapping[str, Expr]) -> Event:
    return replace(event, effects={**event.effects, **effects}) if effects else event


def longer_than(age: str, days: int) -> Expr:
    """A breach has stood for more than so many days without being established, or answered."""
    return at_least(Var(age), number(days + 1))


def loosened(world: World, norm: Norm) -> World:
    """The same world, with one duty breakable by somebody who keeps all the others."""
    return replace(
        world,
        norms=tuple(each for each in world.norms if each.name != norm.name),
        events=tuple(
            replace(event, breaks=tuple(b for b in event.breaks if b.norm != norm.name)) for event in world.events
        ),
        flows=tuple(replace(flow, breaks=tuple(b for b in flow.breaks if b.norm != norm.name)) for flow in world.flows),
    )
