"""What may change an answer and what may not: more freedom finds more, and a name is only a name."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.conformance.judging import oracle, tries
from tests.worlds.drawn import Case, cases

from servanda.agreement.agreement import AssumedRate
from servanda.questions.question import Reach
from servanda.world.explore import Exhausted, Reached
from servanda.world.expression import FALSE
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policy
from servanda.world.world import World


@tries(0.5)
@given(cases(), st.data())
def test_whoever_is_freed_reaches_no_less(case: Case, data: st.DataObject) -> None:
    who = data.draw(st.sampled_from([actor.ident for actor in case.world.actors if actor.bound]))
    softer = Policy.KEEPER if case.reach.policies[who] is Policy.PROMPT and data.draw(st.booleans()) else Policy.FREE
    freed = replace(case.reach, policies={**case.reach.policies, who: softer})
    before, after = oracle(case.world, case.reach), oracle(case.world, freed)
    assert not (isinstance(before, Reached) and isinstance(after, Exhausted))


@tries(0.5)
@given(cases(), st.data())
def test_faster_flows_reach_no_less(case: Case, data: st.DataObject) -> None:
    rates = [a for a in case.agreement.assumptions if isinstance(a, AssumedRate)]
    if not rates or any(flow.answering != FALSE for flow in case.world.flows):
        return  # who answers moves its full rate: more is not merely possible then
    raised = data.draw(st.sampled_from(rates))
    faster = replace(raised, rate=replace(raised.rate, number=Fraction((raised.rate.number or 0) + 1)))
    others = tuple(faster if a is raised else a for a in case.agreement.assumptions)
    wider = from_agreement(replace(case.agreement, assumptions=others))
    before, after = oracle(case.world, case.reach), oracle(wider, case.reach)
    assert not (isinstance(before, Reached) and isinstance(after, Exhausted))


@tries(0.3)
@given(cases())
def test_who_swaps_names_swaps_answers(case: Case) -> None:
    swapped = from_agreement(_renamed(case.agreement))
    policies = {_swap(who): policy for who, policy in case.reach.policies.items()}
    assert _answers(case.world, case.reach) == _answers(swapped, replace(case.reach, policies=policies))


@tries(0.3)
@given(cases())
def test_the_order_of_declarations_says_nothing(case: Case) -> None:
    drawn = case.agreement
    turned = from_agreement(
        replace(
            drawn,
            actors=drawn.actors[::-1],
            bodies=tuple(replace(body, members=body.members[::-1]) for body in drawn.bodies),
            stocks=drawn.stocks[::-1],
            clauses=drawn.clauses[::-1],
            acts=drawn.acts[::-1],
        )
    )
    assert _answers(case.world, case.reach) == _answers(turned, case.reach)


def _answers(world: World, reach: Reach) -> list[tuple[str, int, int]]:
    """For each stake: found or not, and with how many days and events."""
    found = []
    for stake in world.stakes:
        asked = replace(reach, bad=stake.fails, occurrence=stake.triggers)
        explored = oracle(world, asked)
        run = explored.run if isinstance(explored, Reached) else None
        found.append((type(explored).__name__, run.days if run else 0, run.events if run else 0))
    return sorted(found)


def _swap(name: str) -> str:
    return {"A": "B", "B": "A"}.get(name, name)


def _renamed(part: Any) -> Any:
    """A and B change places wherever they are named."""
    if isinstance(part, str):
        return _swap(part)
    if isinstance(part, tuple):
        return tuple(_renamed(item) for item in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{f.name: _renamed(getattr(part, f.name)) for f in fields(part)})
    return part
