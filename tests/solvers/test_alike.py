"""Two questions that are one but for their names: when that is seen, and that it is never seen where it is not so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from benchmarks.scale.treaties import Family, Planted, Size, treaty
from hypothesis import given
from tests.conformance.judging import oracle, tries
from tests.worlds.drawn import Case, cases

from servanda import project
from servanda.questions.answer import Found, NoneUpTo, Proved
from servanda.questions.conduct import compliance, non_compliance
from servanda.questions.question import Effort, Reach
from servanda.questions.standing import failing
from servanda.solvers import certificate
from servanda.solvers.alike import Form, form, outline
from servanda.solvers.choose import Solvers
from servanda.solvers.memory import Memory
from servanda.solvers.settled import facts, relaxed, written_in
from servanda.solvers.slice import sliced
from servanda.world.explore import Exhausted, Reached
from servanda.world.expression import TRUE, Var, conj, neg, substitute
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policy
from servanda.world.world import World


def _treaty(family: Family, parties: int = 4) -> World:
    source = project.Source("treaty.pact", treaty(Size(24, parties, family, Planted.NOTHING)).text)
    agreement = project.load(source, library=project.shipped_library()).agreement
    assert agreement is not None
    return from_agreement(agreement)


def _questions(world: World, by: str | None = None) -> list[tuple[World, Reach]]:
    found = []
    for stake in (each for each in world.stakes if "balance" in each.name):
        policies = compliance(world, stake.of) if by is None else non_compliance(world, stake.of, by)
        reach = failing(world, stake, policies)
        found.append((sliced(world, reach, narrow=True), reach))
    return found


def test_chapters_of_different_parties_about_different_stocks_are_alike() -> None:
    forms = {form(part, reach).text for part, reach in _questions(_treaty(Family.INDEPENDENT))}
    assert len(forms) == 1


Change = Callable[[World, Reach], tuple[World, Reach]]


def _another_number(part: World, reach: Reach) -> tuple[World, Reach]:
    first, *rest = part.thresholds
    return replace(part, thresholds=(replace(first, limit=first.limit + 1), *rest)), reach


def _another_start(part: World, reach: Reach) -> tuple[World, Reach]:
    at = next(i for i, v in enumerate(part.variables) if v.name.startswith("stock"))
    changed = replace(part.variables[at], initial=part.variables[at].initial + 1)
    return replace(part, variables=(*part.variables[:at], changed, *part.variables[at + 1 :])), reach


def _one_duty_less(part: World, reach: Reach) -> tuple[World, Reach]:
    return replace(part, norms=part.norms[1:]), reach


def _another_guard(part: World, reach: Reach) -> tuple[World, Reach]:
    first, *rest = part.events
    boolean = next(v.name for v in part.variables if isinstance(v.initial, bool))
    return replace(part, events=(replace(first, guard=conj(first.guard, neg(Var(boolean)))), *rest)), reach


def _another_conduct(part: World, reach: Reach) -> tuple[World, Reach]:
    prompt = next(who for who, policy in reach.policies.items() if policy is Policy.PROMPT)
    return part, replace(reach, policies={**reach.policies, prompt: Policy.KEEPER})


def _another_effect(part: World, reach: Reach) -> tuple[World, Reach]:
    name = next(iter(part.closing))
    return replace(part, closing={**part.closing, name: TRUE}), reach


def _another_rate(part: World, reach: Reach) -> tuple[World, Reach]:
    first, *rest = part.rise_limits
    return replace(part, rise_limits=(replace(first, rate=first.rate + 1), *rest)), reach


CHANGES = [
    _another_number,
    _another_start,
    _one_duty_less,
    _another_guard,
    _another_conduct,
    _another_effect,
    _another_rate,
]


@pytest.mark.parametrize("change", CHANGES)
def test_the_least_difference_is_seen(change: Change) -> None:
    part, reach = _questions(_treaty(Family.INDEPENDENT))[0]
    assert form(*change(part, reach)).text != form(part, reach).text


def test_facts_about_one_are_facts_about_another_where_they_can_change_places() -> None:
    world = _treaty(Family.COUPLED, parties=6)
    part, reach = _questions(world)[0]
    free = [relaxed(replace(reach, policies={**reach.policies, who: Policy.FREE})) for who in ("P02", "P03", "M")]
    one, other, odd = (form(part, each) for each in free)
    assert one.text == other.text != odd.text
    shown = facts(part, free[0], Effort())
    assert shown is not None
    names = one.onto(other)
    turned = replace(shown[1], variables=tuple(names[name] for name in shown[1].variables))
    assert certificate.holds(turned, free[1])
    assert not certificate.holds(turned, free[0])


def test_a_wrong_likeness_gives_no_proof_and_no_story(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seeded: every question of one outline is called alike, and names are exchanged at random.  Nobody believes it."""
    world = _treaty(Family.INDEPENDENT)
    safe, broken = _questions(world)[:2], _questions(world, by="P02")[:2]
    solvers = Solvers()
    honest = [type(solvers(world, reach)) for _, reach in (*safe, *broken)]

    def careless(part: World, reach: Reach) -> Form:
        names = form(part, reach).names
        return Form(outline(part, reach), tuple(sorted(names, reverse=reach is safe[0][1])))

    monkeypatch.setattr("servanda.solvers.memory.form", careless)
    monkeypatch.setattr("servanda.solvers.memory.outline", lambda part, _: len(part.variables))
    misled = Solvers(memory=Memory())
    told = [type(misled(world, reach)) for _, reach in (*safe, *broken)]
    assert all(said is true or said is not Found for said, true in zip(told, honest, strict=True))
    assert [said for said, true in zip(told, honest, strict=True) if true is Proved].count(Found) == 0
    assert [said for said, true in zip(told, honest, strict=True) if true is Found].count(Proved) == 0


@tries(0.2)
@given(cases())
def test_what_never_changes_never_changes(case: Case) -> None:
    """Facts that were shown hold in every state that can be reached, and writing them in changes no answer."""
    part = sliced(case.world, case.reach, narrow=False)
    shown = facts(part, relaxed(case.reach), Effort())
    if shown is None:
        return
    known, made = shown
    assert certificate.holds(made, relaxed(case.reach))
    for name, value in known.items():
        changed = neg(Var(name)) if value == TRUE else Var(name)
        assert not isinstance(oracle(part, case.reach, changed), Reached)
    left = replace(case.reach, bad=substitute(case.reach.bad, known))
    before, after = oracle(part, case.reach), oracle(written_in(part, known), left)
    assert {type(before), type(after)} != {Reached, Exhausted}


@tries(0.1)
@given(cases())
def test_an_answer_carried_over_is_the_answer(case: Case) -> None:
    """The same question under other names is answered alike, and asked of the same solvers it is carried over."""
    solvers = Solvers(Effort(rounds=6))
    first = solvers(case.world, case.reach)
    again = solvers(replace(case.world), replace(case.reach))
    if isinstance(first, Found | Proved | NoneUpTo):
        assert type(again) is type(first)
        assert not isinstance(first, Found) or first == again


def test_a_proof_from_facts_stands_alone() -> None:
    """What is written of a proof is about the part as the text makes it, facts and all."""
    world = _treaty(Family.COUPLED, parties=6)
    _, reach = _questions(world)[0]
    answer = Solvers()(world, reach)
    assert isinstance(answer, Proved)
    assert answer.certificate.given is not None
    alone = certificate.whole(answer.certificate)
    assert len(alone.variables) > len(answer.certificate.variables)
    assert certificate.holds(alone, reach)
    assert not certificate.holds(replace(alone, invariant="true"), reach)
