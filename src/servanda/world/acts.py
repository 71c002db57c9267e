"""Acts of the vocabulary as events and flows of a world."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import product

from servanda.agreement.agreement import Agreement, AssumedAway, AssumedRate, AssumedRise
from servanda.agreement.event import Act, ActKind, Raise
from servanda.agreement.wording import amount_words, number_words
from servanda.world.build import WAIT, Moment, Scaffold
from servanda.world.expression import FALSE, TRUE, Expr, Var, add, conj, neg
from servanda.world.ground import (
    AMOUNT,
    NOBODY,
    OUTSIDER,
    Binding,
    Fill,
    doer,
    event_name,
    groundings,
    holding_name,
    members,
    widest,
)
from servanda.world.reductions import Reduction, reduce, reduction, reductions
from servanda.world.world import Event, Flow, RiseLimit


def ensure(scaffold: Scaffold, act: Act, binding: Binding) -> tuple[str, ...]:
    """The events of an act under a binding, made where they do not exist yet.

    Flows are not made here (they exist from the start); for them the names of
    the flows are returned.
    """
    kind = scaffold.agreement.act_kind(act.kind)
    found = []
    for fill in groundings(scaffold.agreement, act, binding):
        name = event_name(kind.name, fill)
        brought = reduction_of(scaffold, act, fill)
        if brought is not None:
            found.append(reduce(scaffold, brought))
        elif act.amount is not None:
            counted = (*fill, (AMOUNT, amount_words(act.amount)))
            _ensure_event(scaffold, kind, counted)
            found.append(event_name(kind.name, counted))
        elif kind.lowers is not None and (done := reductions(scaffold.events.values(), kind, fill)):
            found += done
        elif kind.raises is None:
            _ensure_event(scaffold, kind, fill)
            found += [name, *counted_ones(scaffold.events.values(), kind, fill)]
        elif name in scaffold.flows:
            found.append(name)
    return tuple(found)


def counted_ones(events: Iterable[Event], kind: ActKind, fill: Fill, many: int | None = None) -> list[str]:
    """The same act in amounts that clauses name, or in one of them."""
    wanted = set(fill)
    found = [(e, dict(e.fill).get(AMOUNT)) for e in events if e.act == kind.name and wanted < set(e.fill)]
    said = "" if many is None else number_words(Fraction(many))
    return [e.name for e, amount in found if amount is not None and f"{amount} ".startswith(f"{said} " if said else "")]


def reduction_of(scaffold: Scaffold, act: Act, fill: Fill) -> Reduction | None:
    """What an act brings down, as fast as the vocabulary or the file says it can go."""
    made = reduction(scaffold, act, fill)
    return made and replace(made, daily=daily_limit(scaffold.agreement, made.kind, fill))


def daily_limit(agreement: Agreement, kind: ActKind, fill: Fill) -> int | None:
    """How many units a day an act can take away, as the file or the vocabulary says; None: any."""
    return _whole(assumed_rates(agreement, kind).get(fill, kind.lowers.rate.number)) if kind.lowers else None


def _ensure_event(scaffold: Scaffold, kind: ActKind, fill: Fill) -> str:
    name = event_name(kind.name, fill)
    if name in scaffold.events:
        return name
    needed = [
        _ensure_needed(scaffold, scaffold.agreement.act_kind(a), f) for a, f in _needs(scaffold.agreement, kind, fill)
    ]
    guard = conj(*(Var(_latch(need)) for need in needed), _knowledge(scaffold, kind, fill))
    actors = (doer(kind, fill),)
    scaffold.events[name] = Event(name, actors, guard, {}, act=kind.name, fill=fill)
    for need in needed:
        scaffold.set(Moment(name), _latch(need), FALSE)
    return name


def _needs(agreement: Agreement, kind: ActKind, fill: Fill) -> Iterator[tuple[str, Fill]]:
    """The acts that must come first, with their slots; of several who fill one slot together, each for itself."""
    given = dict(fill)
    for need in kind.needs:
        own = {mine: given[theirs].split("+") for mine, theirs in need.fill}
        names = [slot.name for slot in agreement.act_kind(need.act).slots]
        for values in product(*(own[name] for name in names)):
            yield need.act, tuple(zip(names, values, strict=True))


def _ensure_needed(scaffold: Scaffold, kind: ActKind, fill: Fill) -> str:
    """The event that must come first; it sets a latch that the needing act uses up."""
    needed = _ensure_event(scaffold, kind, fill)
    latch = scaffold.variable(_latch(needed), False)
    scaffold.set(Moment(needed), _latch(needed), TRUE)
    _only_once(scaffold, needed, latch)
    return needed


def _knowledge(scaffold: Scaffold, kind: ActKind, fill: Fill) -> Expr:
    """Nobody can report what it does not know: reports are taken to be true."""
    if kind.tells is None:
        return TRUE
    given = dict(fill)
    return scaffold.variable(knows(given[kind.doer], given[kind.tells]), False)


def knows(observer: str, breacher: str) -> str:
    """The variable: somebody has learnt of a breach by somebody."""
    return f"{observer} knows of a breach by {breacher}"


def _only_once(scaffold: Scaffold, name: str, latch: Expr) -> None:
    """What has been done and not yet used is not done again, nor asked for again."""
    for each in (name, *needed_events(scaffold, name)):
        event = scaffold.events[each]
        scaffold.events[each] = replace(event, guard=conj(event.guard, neg(latch)))


def _latch(event: str) -> str:
    return f"standing: {event}"


def needed_events(scaffold: Scaffold, name: str) -> tuple[str, ...]:
    """The events that must come before an event, nearest first."""
    event = scaffold.events[name]
    if event.act is None:
        return ()
    found: list[str] = []
    for act, fill in _needs(scaffold.agreement, scaffold.agreement.act_kind(event.act), event.fill):
        inner = event_name(act, fill)
        found += [inner, *needed_events(scaffold, inner)]
    return tuple(found)


def add_flows(scaffold: Scaffold) -> None:
    """Every way in which a holding of this agreement can grow, as the playbook knows them."""
    agreement = scaffold.agreement
    for kind in agreement.acts:
        if kind.raises is None:
            continue
        assumed = assumed_rates(agreement, kind)
        for fill in groundings(agreement, Act(kind.name, (), kind.place), NOBODY):
            _add_flow(scaffold, kind, kind.raises, fill, assumed)
    _let_flow(scaffold)
    scaffold.rise_limits += _rise_limits(agreement)


def _add_flow(
    scaffold: Scaffold, kind: ActKind, raises: Raise, fill: Fill, assumed: Mapping[Fill, Fraction | None]
) -> None:
    given = dict(fill)
    quantity = holding_name(given[raises.kind_slot], given[raises.holder_slot])
    actor = doer(kind, fill)
    if quantity not in scaffold.variables or assumed_away(scaffold.agreement, kind, actor):
        return
    stated = assumed.get(fill, raises.rate.number)
    also = (given[kind.acceptance_of],) if kind.acceptance_of else ()
    name = event_name(kind.name, fill)
    scaffold.flows[name] = Flow(name, (actor, *also), quantity, _whole(stated), kind.name, kind.playbook, fill)


def _let_flow(scaffold: Scaffold) -> None:
    """While days pass, every holding grows by what flows into it."""
    for quantity in dict.fromkeys(flow.quantity for flow in scaffold.flows.values()):
        inflow = [Var(f.amount) for f in scaffold.flows.values() if f.quantity == quantity]
        scaffold.set(Moment(WAIT), quantity, add(Var(quantity), *inflow))


def assumed_away(agreement: Agreement, kind: ActKind, actor: str) -> bool:
    """Whether the file takes this move out of the world for this actor."""
    return any(
        isinstance(assumption, AssumedAway)
        and assumption.move in (kind.name, kind.playbook)
        and (assumption.by is None or actor in members(agreement, assumption.by, NOBODY))
        for assumption in agreement.assumptions
    )


def assumed_rates(agreement: Agreement, kind: ActKind) -> dict[Fill, Fraction | None]:
    """The rates that the file assumes of an act, whoever does it with what; what it says first counts."""
    found: dict[Fill, Fraction | None] = {}
    for assumption in agreement.assumptions:
        if isinstance(assumption, AssumedRate) and assumption.act.kind == kind.name:
            for speaker in widest(agreement, kind, kind.doer):
                for fill in groundings(agreement, assumption.act, Binding(speaker=speaker)):
                    found.setdefault(fill, assumption.rate.number)
    return found


def _rise_limits(agreement: Agreement) -> Iterator[RiseLimit]:
    for assumption in agreement.assumptions:
        if isinstance(assumption, AssumedRise) and assumption.rate.number is not None:
            for holder in members(agreement, assumption.holding.holder, NOBODY):
                quantity = holding_name(assumption.holding.kind, holder)
                yield RiseLimit(quantity, int(assumption.rate.number), assumption.because)


def _whole(rate: Fraction | None) -> int | None:
    return None if rate is None else int(rate)


def noticed_by(scaffold: Scaffold, name: str, actor: str) -> bool:
    """Whether `actor` notices an event (its own acts always)."""
    event = scaffold.events[name]
    if actor in event.by or event.act is None:
        return True
    kind = scaffold.agreement.act_kind(event.act)
    given = dict(event.fill)
    return "everyone" in kind.noticed_by or any(actor in given.get(slot, "").split("+") for slot in kind.noticed_by)


__all__ = ["OUTSIDER", "add_flows", "ensure", "holding_name", "needed_events", "noticed_by"]
