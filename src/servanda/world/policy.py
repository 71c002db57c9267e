"""What each actor is assumed to do.

* *prompt* performs what it owes as soon as it can (what recurs, by its day), consents where it is asked, and does
  nothing else.
* *willing* performs what it owes as soon as it can, and may do lawful things besides.
* *keeper* does anything, so long as no duty of its own is missed wilfully.
* *free* does anything that is physically possible.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from servanda.world.expression import FALSE, TRUE, Expr, Var, add, conj, disj, neg, number, substitute, variables
from servanda.world.world import Event, Flow, Manner, Mode, Norm, World


class Policy(Enum):
    """One actor's conduct."""

    PROMPT = "prompt"
    WILLING = "willing"
    KEEPER = "keeper"
    FREE = "free"

    @property
    def keeps(self) -> bool:
        """Whether no wilful breach is ever committed."""
        return self is not Policy.FREE

    @property
    def hurries(self) -> bool:
        """Whether owed acts are done at the first chance."""
        return self in (Policy.PROMPT, Policy.WILLING)


Policies = Mapping[str, Policy]


@dataclass(frozen=True, slots=True)
class Allowed:
    """The conditions that policies put on the four moves, besides the world's own.

    `full_flows`: when an answering actor moves as much as it can; `sated`: at
    a dawn, when one unit more would break what it must keep.  `beginning`: what
    keepers keep already on the first day, where the text does not say how it is.
    """

    event: Mapping[str, Expr]
    closing: Expr
    idle_flows: frozenset[str]
    full_flows: Mapping[str, Expr]
    sated: Mapping[str, Expr]
    barred_flows: Mapping[str, Expr]
    dawn: Expr
    beginning: Expr


def allowed(world: World, policies: Policies, waived: frozenset[str] = frozenset()) -> Allowed:
    """What `policies` leave possible in `world`.  Events `waived` are done by whoever can, whatever their policy."""
    return Allowed(
        event={e.name: TRUE if e.name in waived else _event_allowed(e, policies) for e in world.events},
        closing=conj(*_closing_conditions(world, policies)),
        idle_flows=frozenset(flow.name for flow in world.flows if _idle(flow, policies)),
        full_flows={flow.name: flow.answering for flow in world.flows if _answers(flow, policies)},
        sated={flow.name: _sated(world, flow) for flow in world.flows if _answers(flow, policies)},
        dawn=conj(*_dawn_conditions(world, policies)),
        beginning=conj(*_beginning_conditions(world, policies)),
        barred_flows={flow.name: _barred(flow, policies) for flow in world.flows if flow.breaks},
    )


def _event_allowed(event: Event, policies: Policies) -> Expr:
    lawful = [neg(b.condition) for b in event.breaks if policies[b.bearer].keeps]
    wanted = [_wanted(event, actor) for actor in event.by if policies[actor] is Policy.PROMPT]
    return conj(*lawful, *wanted)


def _wanted(event: Event, actor: str) -> Expr:
    """What a prompt actor does: what it owes, and its consent to what is to serve it; it refuses nothing."""
    if event.manner is Manner.CONSENT and not event.gives_up:
        return TRUE
    if event.manner in (Manner.REFUSAL, Manner.POWER):
        return FALSE
    return disj(*(when for owner, when in event.owed if owner == actor))


def _closing_conditions(world: World, policies: Policies) -> list[Expr]:
    keeping = [neg(conj(n.missed, n.blame)) for n in world.norms if policies[n.bearer].keeps]
    hurrying = [
        neg(conj(norm.open, _can_get_on(world, norm)))
        for norm in world.norms
        if norm.mode is Mode.DO and not norm.at_the_end and policies[norm.bearer].hurries
    ]
    consenting = [
        neg(lawfully(event, actor))
        for event in world.events
        for actor in event.by
        if event.manner is Manner.CONSENT and not event.gives_up and policies[actor] is Policy.PROMPT
    ]
    return keeping + hurrying + consenting


def _dawn_conditions(world: World, policies: Policies) -> list[Expr]:
    """No keeper lets anything flow that breaks, by its own doing, a state it must keep."""
    return [
        neg(conj(norm.missed, norm.own_doing))
        for norm in world.norms
        if norm.mode is Mode.KEEP and policies[norm.bearer].keeps
    ]


def _beginning_conditions(world: World, policies: Policies) -> list[Expr]:
    unstated = {variable.name for variable in world.variables if variable.unstated}
    return [
        neg(norm.missed)
        for norm in world.norms
        if norm.mode is Mode.KEEP and policies[norm.bearer].keeps and unstated & variables(norm.missed)
    ]


def _sated(world: World, flow: Flow) -> Expr:
    more = {flow.quantity: add(Var(flow.quantity), number(1))}
    kept = (norm for norm in world.norms if norm.mode is Mode.KEEP and norm.bearer in flow.by)
    return disj(*(substitute(n.missed, more) for n in kept if flow.quantity in variables(n.missed)))


def _barred(flow: Flow, policies: Policies) -> Expr:
    """When keeping one's duties means that nothing flows."""
    return disj(*(b.condition for b in flow.breaks if policies[b.bearer].keeps))


def _can_get_on(world: World, norm: Norm) -> Expr:
    """Some step towards the goal is possible now and breaks no duty of the bearer."""
    return disj(*(lawfully(world.event(name), norm.bearer) for name in norm.steps))


def lawfully(event: Event, actor: str) -> Expr:
    """The event can take place, and `actor` breaks nothing by it."""
    return conj(event.guard, *(neg(b.condition) for b in event.breaks if b.bearer == actor))


def _idle(flow: Flow, policies: Policies) -> bool:
    """A prompt actor makes no move that is not an answer it is allowed."""
    return any(policies[actor] is Policy.PROMPT for actor in flow.by) and not _answers(flow, policies)


def _answers(flow: Flow, policies: Policies) -> bool:
    return (
        len(flow.by) == 1
        and policies[flow.by[0]] is Policy.PROMPT
        and flow.rate is not None
        and flow.answering != FALSE
    )
