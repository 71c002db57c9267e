"""What must come first - an agreement, another clause, an act, a date - and who is to blame where it does not come."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.worlds.kit import (
    AID,
    BURN,
    CONSULT,
    HERE,
    NO_DATE,
    START,
    STRIKE,
    act,
    by_day,
    clause,
    do,
    duty,
    parties,
    small,
    upon,
    who,
    within,
)

from servanda.agreement.agreement import Agreement
from servanda.agreement.norm import After, Agree, Agreed, Duty, Fulfilled, NotBefore, Requirement
from servanda.questions.answer import Found, Proved
from servanda.questions.conduct import compliance
from servanda.questions.question import Reach
from servanda.solvers.choose import Solvers
from servanda.world.explore import Exhausted, Reached, explore
from servanda.world.expression import Var
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policy
from servanda.world.step import Machine
from servanda.world.world import Norm, World

AGREED_BY_B = Agreed(who("B"), HERE)


def asks(one: Duty, *requirements: Requirement) -> Duty:
    """A duty with what must come first."""
    return replace(one, requires=requirements)


def fulfilled(number: str, *, enables: bool = False) -> Fulfilled:
    """Another clause is fulfilled."""
    return Fulfilled((number,), enables, HERE)


HELP = duty("A", do(AID, TO="B"), by_day(2))
CALL = duty("A", do(CONSULT, WITH="B"), by_day(1))
OTHERS_CALL = duty("B", do(CONSULT, WITH="A"), by_day(1))
NEVER_DUE_CALL = duty("B", do(CONSULT, WITH="A"), NO_DATE)

# What is asked of A (in clause 1), what else there is, and which marks A can get as a keeper whatever B does lawfully.
CASES: dict[str, tuple[tuple[Duty, ...], tuple[Duty, ...], set[str]]] = {
    "nothing must come first": ((HELP,), (), set()),
    "an agreement that nobody owes": ((asks(HELP, AGREED_BY_B),), (), {"prevented"}),
    "an agreement that is owed in time": ((asks(HELP, AGREED_BY_B),), (duty("B", Agree("1"), by_day(1)),), set()),
    "an agreement that is owed too late": (
        (asks(HELP, AGREED_BY_B),),
        (duty("B", Agree("1"), by_day(3)),),
        {"prevented"},
    ),
    "its own agreement": ((asks(HELP, Agreed(who("A"), HERE)),), (), set()),
    "an undated duty is never missed": ((asks(duty("A", do(AID, TO="B"), NO_DATE), AGREED_BY_B),), (), set()),
    "after what another owes in time": ((asks(HELP, fulfilled("2", enables=True)),), (OTHERS_CALL,), set()),
    "after what another owes at no date": (
        (asks(HELP, fulfilled("2", enables=True)),),
        (NEVER_DUE_CALL,),
        {"prevented"},
    ),
    "after what the bearer itself owes": ((asks(HELP, fulfilled("2", enables=True)),), (CALL,), set()),
    "after what the bearer itself may do": (
        (asks(HELP, fulfilled("2", enables=True)),),
        (duty("A", do(CONSULT, WITH="B"), NO_DATE),),
        set(),
    ),
    "provided that another clause is fulfilled": ((asks(HELP, fulfilled("2")),), (NEVER_DUE_CALL,), set()),
    "within days of what may never come": (
        (asks(duty("A", do(AID, TO="B"), within(1)), fulfilled("2", enables=True)),),
        (NEVER_DUE_CALL,),
        set(),
    ),
    "after an act that nobody owes": ((asks(HELP, After(act(STRIKE, BY="B", ON="A"), HERE)),), (), {"prevented"}),
    "not before the last day": ((asks(HELP, NotBefore(START + timedelta(days=2), HERE)),), (), set()),
    "not before the day after the last": (
        (asks(HELP, NotBefore(START + timedelta(days=3), HERE)),),
        (),
        {"prevented"},
    ),
}


def made(asked: tuple[Duty, ...], other: tuple[Duty, ...]) -> Agreement:
    return small(parties("AB"), [clause("1", upon(), *asked), clause("2", upon(), *other)], days=4)


def first_of(world: World) -> Norm:
    return next(norm for norm in world.norms if norm.clause == "1")


def marks(world: World, policies: dict[str, Policy]) -> set[str]:
    """The marks of the first duty that can be reached: as the solvers say, and every state looked at."""
    found: set[str] = set()
    for name, mark in (("wilful", first_of(world).wilful), ("prevented", first_of(world).prevented)):
        answer = Solvers()(world, Reach(Var(mark), policies))
        explored = explore(Machine(world, policies), Var(mark), most_states=60_000)
        assert isinstance(explored, Reached | Exhausted)
        assert isinstance(answer, Found | Proved), answer
        assert isinstance(answer, Found) == isinstance(explored, Reached)
        if isinstance(explored, Reached):
            found.add(name)
    return found


@pytest.mark.parametrize("name", CASES)
def test_which_marks_a_keeper_can_get(name: str) -> None:
    asked, other, expected = CASES[name]
    world = from_agreement(made(asked, other))
    keepers = compliance(world, holder="")
    assert marks(world, keepers) == expected
    assert marks(world, compliance(world, holder="A")) == expected, "a prompt bearer fares no better here"


def test_who_breaks_a_need_of_its_own_is_to_blame() -> None:
    """It could have made the call that its help waits for, and then helped."""
    world = from_agreement(made((asks(HELP, fulfilled("2", enables=True)),), (CALL,)))
    assert "wilful" in marks(world, {**compliance(world, ""), "A": Policy.FREE})


def test_whoever_may_agree_and_does_not_breaks_nothing() -> None:
    world = from_agreement(made((asks(HELP, AGREED_BY_B),), ()))
    assert [norm.bearer for norm in world.norms] == ["A"]
    (agreeing,) = [event for event in world.events if event.by == ("B",)]
    assert agreeing.owed == ()


def test_once_it_is_agreed_a_duty_let_pass_is_wilful() -> None:
    world = from_agreement(made((asks(HELP, AGREED_BY_B),), ()))
    assert marks(world, {**compliance(world, ""), "A": Policy.FREE}) == {"prevented", "wilful"}


def test_what_is_done_before_the_agreement_does_not_count() -> None:
    world = from_agreement(made((asks(HELP, AGREED_BY_B),), ()))
    machine = Machine(world, compliance(world, ""))
    helping = next(event for event in world.events if event.act == "aid")
    agreeing = next(event for event in world.events if event.by == ("B",))
    done_early = machine.occur(machine.start(), helping)
    assert machine.read(done_early)[f"{first_of(world).name}: armed"]
    done_late = machine.occur(machine.occur(done_early, agreeing), helping)
    assert not machine.read(done_late)[f"{first_of(world).name}: armed"]
    assert not machine.can_occur(done_late, agreeing), "an agreement is given once, and not taken back"


def test_a_clause_is_fulfilled_by_the_last_of_its_acts_late_or_in_time() -> None:
    burn = duty("B", do(BURN), by_day(0))
    world = from_agreement(made((asks(HELP, fulfilled("2", enables=True)),), (OTHERS_CALL, burn)))
    machine = Machine(world, {actor.ident: Policy.FREE for actor in world.actors})
    state = machine.wait(machine.close(machine.start()), 1, {})
    for name in ("burning(BY=B)", "consultation(BY=B, WITH=A)"):
        assert not machine.read(state)["clause 2 is fulfilled"]
        state = machine.occur(state, world.event(name))
    assert machine.read(state)["clause 2 is fulfilled"]


def test_each_trigger_asks_for_a_fresh_agreement() -> None:
    helping = asks(duty("A", do(AID, TO="B"), within(1)), AGREED_BY_B)
    agreement = small(parties("AB"), [clause("1", upon(act(STRIKE, BY="A", ON="B")), helping)], days=4)
    world = from_agreement(agreement)
    machine = Machine(world, {actor.ident: Policy.FREE for actor in world.actors})
    strike, aid = world.event("strike(BY=A, ON=B)"), world.event("aid(BY=A, TO=B)")
    agreeing = next(event for event in world.events if event.by == ("B",))
    assert not machine.can_occur(machine.start(), agreeing), "there is nothing to agree to yet"
    state = machine.occur(machine.start(), strike)
    for event in (agreeing, aid, strike):
        assert machine.can_occur(state, event)
        state = machine.occur(state, event)
    assert machine.can_occur(state, agreeing)
