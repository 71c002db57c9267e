"""What sets a clause off: its bindings, and the moments at which it happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product

from servanda.agreement.agreement import Agreement
from servanda.agreement.event import Act, BodyDecides, Breach, Happening, Leaving, Suspending
from servanda.agreement.norm import Permission, Rules
from servanda.agreement.party import Group, Quantifier, Who
from servanda.text.place import Place
from servanda.world.acts import ensure, noticed_by
from servanda.world.build import CLOSE, WAIT, Moment, Scaffold, Vote
from servanda.world.expression import Expr, Var, at_least, conj, neg, number
from servanda.world.force import Force
from servanda.world.ground import (
    NOBODY,
    OUTSIDER,
    Binding,
    groundings,
    is_open,
    members,
    widest,
)
from servanda.world.world import Mode, Norm


@dataclass
class Ledger:
    """What has been built so far that a trigger may refer to."""

    scaffold: Scaffold
    adoptions: dict[str, list[tuple[Binding, Moment]]] = field(default_factory=dict)  # by body
    cap_conditions: dict[str, Expr] = field(default_factory=dict)  # norm -> the state it keeps
    cap_holdings: dict[str, frozenset[str]] = field(default_factory=dict)
    brought_down: dict[str, str] = field(default_factory=dict)  # norm -> the event that brings its number down
    goals: dict[str, tuple[str, ...]] = field(default_factory=dict)  # norm -> its acts
    counts: dict[str, Expr] = field(default_factory=dict)  # norm -> when an act of the bearer counts
    agreements: dict[tuple[str, str], list[str]] = field(default_factory=dict)  # clause and who -> events
    votes: dict[str, list[tuple[Binding, Vote]]] = field(default_factory=dict)  # by clause
    relied_on: dict[str, None] = field(default_factory=dict)  # clauses whose fulfilment others wait for
    force: Force = field(default_factory=Force)
    powers: list[tuple[str, str]] = field(default_factory=list)  # clause and event of each power
    given_at: dict[str, Place] = field(default_factory=dict)  # event of a power -> where it is given
    suspensions: list[tuple[str | None, str, str]] = field(default_factory=list)  # clause, who, event
    cures: dict[str, int | None] = field(default_factory=dict)  # clause -> days to make a breach good
    priced: set[tuple[str, str]] = field(default_factory=set)  # clause and bearer whose breach has a price instead
    lapsed: dict[str, Expr] = field(default_factory=dict)  # priced norm -> when, at a close, the price falls due
    paid_for: dict[str, list[Moment]] = field(default_factory=dict)  # priced norm -> acts that make the price due
    permitted: list[tuple[Permission, Binding, str]] = field(default_factory=list)  # and the variable it sets

    def votes_in(self, clause: str, binding: Binding) -> list[Vote]:
        """The votes of another clause that are opened on the same occasion, whoever speaks."""
        occasion = (binding.concerned, binding.spoken_of)
        return [vote for about, vote in self.votes.get(clause, ()) if (about.concerned, about.spoken_of) == occasion]


def bindings(agreement: Agreement, rules: Rules) -> tuple[Binding, ...]:
    """Everything the trigger may settle; one empty binding where there is no trigger."""
    if not rules.upon:
        return (NOBODY,)
    alike: dict[object, Happening] = {}
    for happening in rules.upon:
        alike.setdefault(("breach", happening.by) if isinstance(happening, Breach) else happening, happening)
    return tuple(dict.fromkeys(b for h in alike.values() for b in happening_bindings(agreement, h)))


def happening_bindings(agreement: Agreement, happening: Happening) -> Iterator[Binding]:
    """Who did it and who is spoken of, in every way the happening can come about."""
    match happening:
        case Act():
            yield from (binding for binding, _ in bound_acts(agreement, happening))
        case Breach(by=by):
            for name in breachers(agreement, by):
                yield Binding(name, name)
        case BodyDecides():
            yield NOBODY
        case Leaving(by=by) | Suspending(by=by):
            yield from (Binding(name, name) for name in breachers(agreement, by))


def breachers(agreement: Agreement, by: Who | None) -> tuple[str, ...]:
    """Whose breach is meant; anybody bound where the text does not say."""
    if by is None:
        return tuple(actor.ident for actor in agreement.actors if actor.bound)
    return members(agreement, by, NOBODY)


def bound_acts(agreement: Agreement, act: Act) -> Iterator[tuple[Binding, Act]]:
    """Each binding of an act as a trigger, with the act as it then reads."""
    kind = agreement.act_kind(act.kind)
    loose = [
        slot.name
        for slot in kind.slots
        if slot.who is not None and _to_settle(act.filler(slot.name), slot.name == kind.doer)
    ]
    choices = [_candidates(agreement, act, name) for name in loose]
    for values in product(*choices):
        if len(set(values)) == len(values):
            settled = dict(zip(loose, values, strict=True))
            bound = _settle(act, settled)
            first = _spoken_of(kind.doer, settled)
            binding = _with_doer(agreement, bound, kind.doer, Binding(spoken_of=first))
            if any(groundings(agreement, bound, binding)):
                yield binding, bound


def _to_settle(filler: Who | str | None, is_doer: bool) -> bool:
    return is_open(filler) if filler is not None else is_doer


def _candidates(agreement: Agreement, act: Act, slot: str) -> tuple[str, ...]:
    given = act.filler(slot)
    kind = agreement.act_kind(act.kind)
    if isinstance(given, Who):
        return members(agreement, given, NOBODY)
    found = widest(agreement, kind, slot)
    own = next(s for s in kind.slots if s.name == slot).who
    return (*found, OUTSIDER) if own is not None and own.group is Group.STATES else found


def _settle(act: Act, settled: dict[str, str]) -> Act:
    kept: list[tuple[str, Who | str]] = [(slot, who) for slot, who in act.fill if slot not in settled]
    kept += [(slot, Who(Quantifier.ONE, Group.NAMED, value, act.place)) for slot, value in settled.items()]
    return replace(act, fill=tuple(kept))


def _spoken_of(doer_slot: str, settled: dict[str, str]) -> str | None:
    """Whom "that Party" means: the party left open, and the doer only if nobody else was."""
    others = [value for slot, value in settled.items() if slot != doer_slot]
    return next(iter(others), settled.get(doer_slot))


def _with_doer(agreement: Agreement, act: Act, doer_slot: str, binding: Binding) -> Binding:
    who = act.filler(doer_slot)
    if not isinstance(who, Who):
        return binding
    found = members(agreement, who, binding)
    return replace(binding, concerned=found[0]) if len(found) == 1 else binding


def moments(ledger: Ledger, rules: Rules, binding: Binding, observer: str | None) -> list[Moment]:
    """When the trigger happens under `binding`, as `observer` learns of it (None: whoever)."""
    return [m for h in rules.upon for m in happening_moments(ledger, h, binding, observer)]


def happening_moments(ledger: Ledger, happening: Happening, binding: Binding, observer: str | None) -> list[Moment]:
    """The moments of one happening."""
    match happening:
        case Act():
            return _act_moments(ledger.scaffold, happening, binding, observer)
        case Breach():
            return _breach_moments(ledger, happening, binding, observer)
        case BodyDecides(body=body):
            made = ledger.adoptions.get(body, [])
            return [moment for about, moment in made if binding == NOBODY or _same_matter(about, binding)]
        case Leaving():
            return _power_moments(ledger, binding, [name for _, name in ledger.powers if " gives notice " in name])
        case Suspending(clause=clause):
            return _power_moments(ledger, binding, [name for what, _, name in ledger.suspensions if what == clause])


def _same_matter(about: Binding, binding: Binding) -> bool:
    """Whether a vote was opened by the act that is spoken of, and not by somebody else's."""
    return about.concerned is None or about.concerned == binding.concerned


def _power_moments(ledger: Ledger, binding: Binding, names: list[str]) -> list[Moment]:
    events = [ledger.scaffold.events[name] for name in names]
    return [Moment(event.name) for event in events if binding.concerned in (None, event.by[0])]


def _act_moments(scaffold: Scaffold, act: Act, binding: Binding, observer: str | None) -> list[Moment]:
    found: list[Moment] = []
    if act not in scaffold.bound:
        scaffold.bound[act] = tuple(bound_acts(scaffold.agreement, act))
    for other, bound in scaffold.bound[act]:
        if binding not in (other, NOBODY):
            continue
        for name in ensure(scaffold, bound, other):
            if name in scaffold.flows:
                found.append(Moment(WAIT, at_least(Var(scaffold.flows[name].amount), number(1))))
            elif observer is None or noticed_by(scaffold, name, observer):
                found.append(Moment(name))
    return found


def _breach_moments(ledger: Ledger, breach: Breach, binding: Binding, observer: str | None) -> list[Moment]:
    scaffold = ledger.scaffold
    found: list[Moment] = []
    for norm in scaffold.norms.values():
        if norm.clause != breach.clause or binding.concerned not in (None, norm.bearer):
            continue
        if breach.established_by is not None:
            found += _established(ledger, norm.name, breach.established_by, observer)
        elif norm.mode is Mode.DO and _would_notice(ledger, norm.name, observer):
            found.append(Moment(CLOSE, ledger.lapsed.get(norm.name, norm.missed)))
        elif norm.mode is Mode.REFRAIN:
            found += _broken_openly(scaffold, norm.name, observer)
            found += _paid_for(ledger, norm.name, observer)
        elif norm.mode is Mode.KEEP and observer == norm.bearer:
            found.append(_own_lapse(ledger, norm))
    return found


def _own_lapse(ledger: Ledger, norm: Norm) -> Moment:
    """Nobody needs a verifier to know what is its own; it counts once, on the first day."""
    begun = conj(neg(Var(norm.wilful)), neg(Var(norm.prevented)))
    return Moment(CLOSE, conj(begun, ledger.lapsed.get(norm.name, norm.missed)))


def _would_notice(ledger: Ledger, norm: str, observer: str | None) -> bool:
    """A missed duty is noticed by whoever would have noticed its performance."""
    goals = ledger.goals.get(norm, ())
    return observer is None or any(noticed_by(ledger.scaffold, name, observer) for name in goals)


def _broken_openly(scaffold: Scaffold, norm: str, observer: str | None) -> list[Moment]:
    return [
        Moment(event.name, item.condition)
        for event in scaffold.events.values()
        for item in event.breaks
        if item.norm == norm and (observer is None or noticed_by(scaffold, event.name, observer))
    ]


def _paid_for(ledger: Ledger, norm: str, observer: str | None) -> list[Moment]:
    found = ledger.paid_for.get(norm, ())
    return [each for each in found if observer is None or noticed_by(ledger.scaffold, each.place, observer)]


def _established(ledger: Ledger, norm: str, by_act: str, observer: str | None) -> list[Moment]:
    """A look at a holding shows whether a cap on it is kept."""
    scaffold = ledger.scaffold
    if norm not in ledger.cap_conditions:
        return []
    broken = conj(scaffold.norms[norm].open, ledger.lapsed.get(norm, scaffold.norms[norm].missed))
    return [
        Moment(event.name, broken)
        for event in scaffold.events.values()
        if event.act == by_act
        and shown_holding(scaffold, event.name) in ledger.cap_holdings[norm]
        and (observer is None or noticed_by(scaffold, event.name, observer))
    ]


def shown_holding(scaffold: Scaffold, name: str) -> str | None:
    """The holding an event gives a look at."""
    event = scaffold.events[name]
    kind = scaffold.agreement.act_kind(event.act or "")
    if kind.shows is None:
        return None
    given = dict(event.fill)
    return f"{given[kind.shows[0]]} of {given[kind.shows[1]]}"
