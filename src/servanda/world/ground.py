"""From phrases that point at actors to the actors themselves.

A *binding* is what a clause's trigger has settled: who did it ("the state
concerned") and who is spoken of ("that Party").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from servanda.agreement.agreement import Agreement
from servanda.agreement.event import Act, ActKind
from servanda.agreement.lasting import Power, Sunset, Until
from servanda.agreement.norm import ByDate, Duty, NotBefore
from servanda.agreement.party import Group, Quantifier, Role, Who

OUTSIDER = "a state outside the agreement"
"""Stands for any state that the text does not name; bound by nothing."""


@dataclass(frozen=True, slots=True)
class Binding:
    """What a trigger settled.  `spoken_of`: who "that Party" and "the other" refer to."""

    concerned: str | None = None
    spoken_of: str | None = None
    speaker: str | None = None
    within: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Short name for variables: tells bindings of one clause apart, who did it from who is spoken of."""
        if self.concerned is None or self.spoken_of is None:
            return f"by {self.concerned}" if self.concerned else f"about {self.spoken_of}" if self.spoken_of else ""
        return self.concerned if self.concerned == self.spoken_of else f"{self.concerned}, about {self.spoken_of}"


NOBODY = Binding()

DOWN_TO = "down to"
"""Beside the slots of a grounded act: the number that it comes down to (slots have no spaces in their names)."""

AMOUNT = "how many"
"""Beside the slots of a grounded act: how many things it is of, in words."""

Fill = tuple[tuple[str, str], ...]
"""A grounded act's slots: slot name and who (or which kind of thing) fills it."""


def states(agreement: Agreement) -> tuple[str, ...]:
    """Parties and third states, then the outsider."""
    return (*(actor.ident for actor in agreement.actors if actor.is_state), OUTSIDER)


def _with_role(agreement: Agreement, role: Role) -> tuple[str, ...]:
    return tuple(actor.ident for actor in agreement.actors if actor.role is role)


def members(agreement: Agreement, who: Who, binding: Binding) -> tuple[str, ...]:
    """The actors a phrase picks out under a binding."""
    found = _group(agreement, who, binding)
    if who.without_concerned:
        return tuple(name for name in found if name != binding.concerned)
    return found


def _group(agreement: Agreement, who: Who, binding: Binding) -> tuple[str, ...]:
    match who.group:
        case Group.NAMED:
            return (who.name,) if who.name else ()
        case Group.BODY:
            return agreement.body(who.name or "").members
        case Group.PARTIES:
            return _with_role(agreement, Role.PARTY)
        case Group.STATES:
            return states(agreement)
        case Group.THIRD_STATES:
            return _with_role(agreement, Role.THIRD_STATE)
        case Group.VERIFIERS:
            return _with_role(agreement, Role.VERIFIER)
        case Group.ANYBODY:
            return tuple(actor.ident for actor in agreement.actors)
        case Group.SAME | Group.OWN:
            first, second = binding.spoken_of, binding.speaker
            one = (first or second) if who.group is Group.SAME else (second or first)
            return (one,) if one else ()
        case Group.OTHERS:
            return _others(agreement, binding)
        case _:
            return ()


def _others(agreement: Agreement, binding: Binding) -> tuple[str, ...]:
    if binding.within and binding.speaker in binding.within:
        return tuple(name for name in binding.within if name != binding.speaker)
    parties = _with_role(agreement, Role.PARTY)
    spoken = binding.spoken_of if binding.spoken_of in parties else binding.speaker
    return tuple(name for name in parties if name != spoken)


def is_open(who: Who | str | None) -> bool:
    """Whether a filler leaves it open who it is ("a Party", "any state", nothing at all)."""
    if who is None:
        return True
    return isinstance(who, Who) and who.quantifier is Quantifier.ANY


def groundings(agreement: Agreement, act: Act, binding: Binding) -> Iterator[Fill]:
    """Every way to fill the act's slots under `binding`; nobody acts on itself.

    A slot that the phrase leaves open takes whatever the vocabulary allows
    there.  "The others", where they are several, fill one slot together.
    """
    kind = agreement.act_kind(act.kind)
    names = [slot.name for slot in kind.slots]
    for fill in product(*(_fillers(agreement, kind, act, name, binding) for name in names)):
        people = [value for name, value in zip(names, fill, strict=True) if not _is_thing(kind, name)]
        if len(people) == len(set(people)):
            yield tuple(zip(names, fill, strict=True))


def _fillers(agreement: Agreement, kind: ActKind, act: Act, slot_name: str, binding: Binding) -> tuple[str, ...]:
    given = act.filler(slot_name)
    if isinstance(given, str):
        return (given,)
    if given is None:
        return widest(agreement, kind, slot_name)
    found = members(agreement, given, binding)
    if given.group is Group.OTHERS and len(found) > 1 and slot_name != kind.doer:
        return found if given.quantifier is Quantifier.EACH else ("+".join(found),)
    return found


def widest(agreement: Agreement, kind: ActKind, slot_name: str) -> tuple[str, ...]:
    """Everybody, or every kind of thing, that may stand in a slot at all (without the outsider)."""
    slot = next(slot for slot in kind.slots if slot.name == slot_name)
    if slot.who is None:
        return tuple(thing.name for thing in agreement.kinds)
    return tuple(name for name in members(agreement, slot.who, NOBODY) if name != OUTSIDER)


def _is_thing(kind: ActKind, slot_name: str) -> bool:
    return next(slot for slot in kind.slots if slot.name == slot_name).who is None


def doer(kind: ActKind, fill: Fill) -> str:
    """Who performs a grounded act."""
    return dict(fill)[kind.doer]


def holding_name(kind: str, holder: str) -> str:
    """The variable of a holding."""
    return f"{kind} of {holder}"


def event_name(kind: str, fill: Fill) -> str:
    """The one name of a grounded act."""
    return f"{kind}({', '.join(f'{slot}={value}' for slot, value in fill)})"


def day_of(agreement: Agreement, moment: datetime) -> int:
    """Whole days from the day the text takes effect to the day of `moment`."""
    start = agreement.header.takes_effect
    if start is None:
        return 0
    return (moment.astimezone(start.tzinfo).date() - start.date()).days


def last_date(agreement: Agreement) -> int:
    """The latest day a clause names, 0 if none does."""
    duties = [
        statement
        for clause in agreement.clauses
        for rules in clause.rules
        for statement in rules.statements
        if isinstance(statement, Duty)
    ]
    dates = [duty.timing.moment for duty in duties if isinstance(duty.timing, ByDate)]
    dates += [each.moment for duty in duties for each in duty.requires if isinstance(each, NotBefore)]
    found = [day_of(agreement, moment) for moment in dates]
    return max([*found, *(_lasting_days(agreement))], default=0)


def _lasting_days(agreement: Agreement) -> Iterator[int]:
    """The days on which clauses, or what suspends them, end."""
    for statement in (s for clause in agreement.clauses for rules in clause.rules for s in rules.statements):
        match statement:
            case Sunset(moment=moment) if moment is not None:
                yield day_of(agreement, moment)
            case Sunset(days=days) if days is not None:
                yield days
            case Power(until=Until(moment=moment)) if moment is not None:
                yield day_of(agreement, moment)
