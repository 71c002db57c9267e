"""What a text lets follow from a breach: by what it is established, and what answers it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from servanda.agreement.agreement import Agreement
from servanda.agreement.event import Act, ActKind, Breach
from servanda.agreement.interest import Whenever
from servanda.agreement.lasting import Power
from servanda.agreement.norm import Do, Duty, MayAnswer, Permission, Release, Rules
from servanda.agreement.party import Role
from servanda.world.expression import TRUE, Expr, conj, disj, variables
from servanda.world.triggers import breachers
from servanda.world.world import Event, Mode, Norm, World

_RIGHTS = (Power, Permission, MayAnswer)
"""What somebody may do, and need not."""

_LONGEST_CHAIN = 4
"""Links from a breach to its answer (inspection, report, release): longer chains are not followed."""


@dataclass(frozen=True, slots=True)
class When:
    """Something comes about: at an event, or (`event` None) at the close of a day, if a condition holds just before."""

    event: str | None
    condition: Expr


@dataclass(frozen=True, slots=True)
class Consequence:
    """Everything that establishes a breach of one duty by its bearer, and everything that answers it.

    `refused`: refusals that count as much as the breach, until what was refused is given after all (`given`: the
    acts that do so).  `released`: when somebody is let off a duty on account of the breach, for good.  `entitles`: it
    also gives somebody a power.
    """

    established: tuple[When, ...]
    refused: tuple[When, ...]
    given: tuple[str, ...]
    answered: tuple[When, ...]
    released: tuple[When, ...]
    entitles: bool = False

    @property
    def can_be_established(self) -> bool:
        """Whether anything in the text establishes it."""
        return bool(self.established or self.refused)

    @property
    def can_be_answered(self) -> bool:
        """Whether anything in the text answers it."""
        return bool(self.answered or self.released)


def consequence(agreement: Agreement, world: World, norm: Norm) -> Consequence:
    """Read from the text.  What is only told to somebody, and what changes nothing, is no answer."""
    following = list(_following(agreement, norm))
    seen = _comes_to_light(agreement, world, norm)
    refusals = list(dict.fromkeys(r for rules, _ in following for r in _refusals(agreement, world, norm, rules)))
    established, answered, released = [*_inspected(agreement, world, norm)], list[When](), list[When]()
    for rules, breach in following:
        begun = [*_begun(agreement, world, norm, breach)] if seen else []
        established += begun
        begun += [When(None, missed.missed) for missed in _refusals(agreement, world, norm, rules)]
        for is_release, when in _answers(agreement, world, rules, norm, begun, _LONGEST_CHAIN):
            (released if is_release else answered).append(when)
    return Consequence(
        established=tuple(dict.fromkeys(established)),
        refused=tuple(When(None, missed.missed) for missed in refusals),
        given=tuple(dict.fromkeys(name for missed in refusals for name in discharges(world, missed))),
        answered=tuple(dict.fromkeys(answered)),
        released=tuple(dict.fromkeys(released)),
        entitles=any(isinstance(each, _RIGHTS) for rules, _ in following for each in rules.statements),
    )


def discharges(world: World, norm: Norm) -> Iterator[str]:
    """The bearer's own acts that make good what was missed."""
    changed = {f"{norm.name}: armed", norm.age}
    for name in norm.steps:
        event = world.event(name)
        if norm.bearer in event.by and changed & set(event.effects):
            yield name


def notices(agreement: Agreement, world: World, norm: Norm) -> tuple[str, ...]:
    """Who sees a breach for themselves: of what is done, or of what is left undone although they would have seen it."""
    if norm.mode is Mode.KEEP:
        return ()
    events = [e for e in world.events if (e.name in norm.steps or any(b.norm == norm.name for b in e.breaks))]
    own = [event for event in events if event.act is not None and norm.bearer in event.by]
    found: dict[str, None] = {}
    for event in own[-1:] if norm.mode is Mode.DO else own:
        kind, given = agreement.act_kind(event.act or ""), dict(event.fill)
        if "everyone" in kind.noticed_by:
            return tuple(actor.ident for actor in agreement.actors)
        for slot in kind.noticed_by:
            found.update(dict.fromkeys(given.get(slot, "").split("+")))
    return tuple(actor.ident for actor in agreement.actors if actor.ident in found and actor.ident != norm.bearer)


def _following(agreement: Agreement, norm: Norm) -> Iterator[tuple[Rules, Breach]]:
    """The rules that begin with a breach of the norm's clause by its bearer."""
    for clause in agreement.clauses:
        for rules in clause.rules:
            for happening in rules.upon:
                if isinstance(happening, Breach) and _is_breach(agreement, happening, norm):
                    yield rules, happening


def _is_breach(agreement: Agreement, breach: Breach, norm: Norm) -> bool:
    return breach.clause == norm.clause and norm.bearer in breachers(agreement, breach.by)


def _comes_to_light(agreement: Agreement, world: World, norm: Norm) -> bool:
    """Whether the text lets anybody but its bearer take a breach for established."""
    said = [each.by for each in agreement.words.establishments if each.clause == norm.clause]
    silent = bool(said) and all(by is None for by in said)
    return not silent and (norm.mode is Mode.KEEP or bool(notices(agreement, world, norm)))


def _inspected(agreement: Agreement, world: World, norm: Norm) -> Iterator[When]:
    """A look that a verifier owes shows whether a state is kept."""
    verifiers = {actor.ident for actor in agreement.actors if actor.role is Role.VERIFIER}
    owed = {name for each in world.norms if each.bearer in verifiers for name in each.steps}
    for event in world.events:
        if event.name in owed and _shown(agreement, event) in variables(norm.missed):
            yield When(event.name, conj(norm.open, norm.missed))


def _shown(agreement: Agreement, event: Event) -> str | None:
    kind = agreement.act_kind(event.act) if event.act is not None else None
    if kind is None or kind.shows is None:
        return None
    given = dict(event.fill)
    return f"{given[kind.shows[0]]} of {given[kind.shows[1]]}"


def _begun(agreement: Agreement, world: World, norm: Norm, breach: Breach) -> Iterator[When]:
    """When the text takes the breach for established."""
    if breach.established_by is not None:
        for event in world.events:
            if event.act == breach.established_by and _shown(agreement, event) in variables(norm.missed):
                yield When(event.name, conj(norm.open, norm.missed))
    elif norm.mode is Mode.DO:
        yield When(None, norm.missed)
    elif norm.mode is Mode.REFRAIN:
        for event in world.events:
            yield from (When(event.name, item.condition) for item in event.breaks if item.norm == norm.name)


def _refusals(agreement: Agreement, world: World, norm: Norm, rules: Rules) -> Iterator[Norm]:
    """Another breach by the same bearer with the same consequence, such as a refused inspection, counts as well."""
    for other in rules.upon:
        if not isinstance(other, Breach) or other.clause == norm.clause or other.established_by is not None:
            continue
        for missed in world.norms:
            if missed.mode is Mode.DO and missed.bearer == norm.bearer and _is_breach(agreement, other, missed):
                yield missed


def _answers(
    agreement: Agreement, world: World, rules: Rules, norm: Norm, begun: list[When], left: int
) -> Iterator[tuple[bool, When]]:
    """What a set of rules does once it has begun: a release (True) at once, an act when it is done."""
    if any(isinstance(statement, Release) for statement in rules.statements):
        yield from ((True, when) for when in begun)
    for event in _owed(agreement, world, rules):
        kind = agreement.act_kind(event.act or "")
        if kind.tells is not None:
            if dict(event.fill).get(kind.tells) == norm.bearer and left:
                for after in _set_off_by(agreement, event):
                    yield from _answers(agreement, world, after, norm, [When(event.name, TRUE)], left - 1)
        elif _restores(norm, event) or _is_protected(agreement, kind):
            yield False, When(event.name, disj(*(when for _, when in event.owed)))


def _owed(agreement: Agreement, world: World, rules: Rules) -> Iterator[Event]:
    """The acts that the duties of these rules ask for."""
    clause = next((each.number for each in agreement.clauses if rules in each.rules), None)
    acts = {s.content.act.kind for s in rules.statements if isinstance(s, Duty) and isinstance(s.content, Do)}
    steps = {name for norm in world.norms if norm.clause == clause for name in norm.steps}
    yield from (event for event in world.events if event.name in steps and event.act in acts)


def _set_off_by(agreement: Agreement, event: Event) -> Iterator[Rules]:
    for clause in agreement.clauses:
        for rules in clause.rules:
            if any(isinstance(happening, Act) and happening.kind == event.act for happening in rules.upon):
                yield rules


def _restores(norm: Norm, event: Event) -> bool:
    """Whether the act is the very one that was missed."""
    return event.name in norm.steps


def _is_protected(agreement: Agreement, kind: ActKind) -> bool:
    """Whether some interest of the text asks for such an act: then it is a counter-state that the text names."""
    asked = (interest.protected for interest in agreement.interests)
    return any(isinstance(p, Whenever) and isinstance(p.answer, Act) and p.answer.kind == kind.name for p in asked)


def without_consequences(agreement: Agreement, norm: Norm) -> Agreement:
    """The agreement without the rules that begin with a breach of the norm's clause."""
    dropped = [rules for rules, _ in _following(agreement, norm)]
    clauses = tuple(replace(c, rules=tuple(r for r in c.rules if r not in dropped)) for c in agreement.clauses)
    return replace(agreement, clauses=clauses)
