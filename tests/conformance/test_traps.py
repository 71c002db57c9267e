"""Seven traps that were really met, and proof that falling into one would be noticed.

Each trap is a function that passes as long as nobody falls in.  The controls
plant the mistake and expect the same function to fail.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from tests.conformance.judging import oracle, tries
from tests.worlds import kit
from tests.worlds.drawn import Case, cases
from tests.worlds.kit import AID, BURN, GROW, STRIKE, WARN
from tests.worlds.test_istanbul import BROKEN, NO_SLACK, attacked_by
from tests.worlds.test_truce import ASK, truce

from servanda.agreement.agreement import Agreement
from servanda.questions.answer import Answer, Certificate, Found, Proved
from servanda.questions.conduct import compliance
from servanda.questions.question import Effort, Reach
from servanda.solvers import certificate
from servanda.solvers import part as cutting
from servanda.solvers import slice as slicing
from servanda.solvers.choose import Solvers
from servanda.solvers.replay import Replay
from servanda.solvers.terms import Term
from servanda.solvers.unrolled import Shortest, shortest
from servanda.world import policy
from servanda.world.explore import Reached
from servanda.world.expression import FALSE, TRUE, Expr, Var, at_least, neg, number, times
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policy
from servanda.world.world import Actor, Event, Variable, World

IMPOSSIBLE = (
    kit.clause("8", (), kit.duty("A", kit.do(BURN), kit.within(1))),
    kit.clause("9", (), kit.duty("A", kit.never(BURN))),
)


def compliant(agreement: Agreement, of: str, effort: Effort | None = None) -> Answer:
    """What is answered of one side's interest if everybody complies."""
    world = from_agreement(agreement)
    stake = next(stake for stake in world.stakes if stake.of == of)
    return Solvers(effort or Effort())(world, Reach(stake.fails, compliance(world, of), occurrence=stake.triggers))


def trap_1_a_duty_that_nobody_can_keep_proves_nothing() -> None:
    broken = truce(*IMPOSSIBLE)
    assert isinstance(compliant(replace(broken, acts=(*broken.acts, BURN)), "B"), Found)


def trap_2_a_slice_keeps_the_clock() -> None:
    assert isinstance(compliant(replace(truce(), header=replace(truce().header, lasts_days=30)), "A"), Proved)
    assert isinstance(compliant(truce(), "A"), Found)


def trap_3_none_so_far_is_not_none() -> None:
    """It takes eleven rounds and more until the first failure; fewer must not be taken for a proof."""
    late = kit.interest("B", kit.always(kit.at_most(kit.tanks("A"), kit.units(1))))
    warned = kit.act(WARN, BY="B", TO="A")
    slow = kit.small(
        kit.parties("AB"),
        [kit.clause("1", kit.upon(warned), kit.duty("A", kit.do(BURN), kit.within(0)))],
        [kit.interest("A", kit.whenever(warned, kit.act(BURN, BY="A"), 1)), late],
        days=14,
        stocks=[kit.stock("A", 0)],
        assume=[kit.rate(1, GROW)],
        acts=(GROW, WARN, BURN),
    )
    assert isinstance(compliant(slow, "B"), Found)
    world = from_agreement(slow)
    stake = next(stake for stake in world.stakes if stake.of == "B")
    reach = Reach(stake.fails, compliance(world, "B"))
    for rounds in range(4):
        chain = shortest(world, reach, Effort(rounds=rounds))
        assert isinstance(chain, Shortest) or chain == rounds


@tries(0.5)
@given(cases())
def test_trap_4_no_declared_range_is_ever_left(case: Case) -> None:
    """A bound is a promise that is checked, not a wall that blocks events."""
    for variable in case.world.variables:
        for bound, sign in ((variable.lowest, 1), (variable.highest, -1)):
            if bound is not None:
                outside: Expr = neg(_at_least(variable.name, bound, sign))
                assert not isinstance(oracle(case.world, case.reach, outside, most_states=300), Reached)


def _at_least(name: str, bound: int, sign: int) -> Expr:
    return at_least(times(sign, Var(name)), number(sign * bound))


def trap_5_a_clock_that_is_set_off_again_does_not_start_again() -> None:
    """B may strike again every day: the answer to its first strike is due all the same."""
    struck = kit.act(STRIKE, BY="B", ON="A")
    said = kit.clause("1", kit.upon(struck), kit.duty("C", kit.do(AID, TO="A"), kit.within(2)))
    wanted = kit.interest("A", kit.whenever(struck, kit.act(AID, TO="A"), 2))
    assert isinstance(compliant(kit.small(kit.parties("ABC"), [said], [wanted], days=20), "A"), Proved)


X, Y = Var("x"), Var("y")
SET_Y = Event("set y", ("A",), TRUE, {"y": TRUE})


def tiny(start: bool, closing: dict[str, Expr], waiting: dict[str, Expr], *events: Event) -> World:
    """Two truth values, and what becomes of them."""
    somebody = Actor("A", "A", bound=False, party=False)
    values = (Variable("x", start), Variable("y", False))
    return World((somebody,), values, events, (), (), (), (), (), closing, waiting, (), None)


WRONG = [
    ("does not hold at the start", "false", tiny(False, {}, {})),
    ("lets bad in", "true", tiny(True, {"x": FALSE}, {})),
    ("forgets the night", "(not v0)", tiny(False, {"x": TRUE}, {"x": FALSE})),
    ("is lost on the way", "(not v0)", tiny(False, {}, {"x": Y}, SET_Y)),
]
"""For each implication a claim of which only that one is wrong."""


def trap_6_a_certificate_is_really_checked() -> None:
    reach = Reach(X, {"A": Policy.FREE})
    for what, invariant, world in WRONG:
        assert not certificate.holds(Certificate(world, invariant, ("x", "y")), reach), what
    calm = tiny(False, {}, {}, SET_Y)
    assert certificate.holds(Certificate(calm, "(not v0)", ("x", "y")), reach)


def trap_7_no_consent_is_praised_that_came_too_late() -> None:
    """Everybody's consent that can still count is given, and none after the time to act is over."""
    for agreement in (BROKEN["without the state concerned, nobody bound to consent"], NO_SLACK):
        world = from_agreement(agreement)
        stake = attacked_by(world, "RU")
        found = ASK(world, Reach(stake.fails, compliance(world, "UA"), occurrence=stake.triggers))
        assert isinstance(found, Found)
        vote = next(decision for decision in world.decisions if decision.concerned == "RU")
        consents = [n for s in found.run.segments for n in s.events if "says yes" in n]
        assert len(consents) >= len(vote.deciders) - 1
        assert {world.event(name).decision for name in consents} == {vote.name}


def trap_8_no_story_of_compliance_ends_where_a_breach_must_follow() -> None:
    """A burns something every day and must not once it has struck: striking is a breach not yet due."""
    said = [
        kit.clause("1", (), kit.duty("A", kit.do(BURN), kit.every(1))),
        kit.clause("2", kit.upon(kit.act(STRIKE, BY="A")), kit.duty("A", kit.never(BURN))),
    ]
    calm = kit.interest("B", kit.not_once(kit.act(STRIKE, BY="A")))
    assert not isinstance(compliant(kit.small(kit.parties("AB"), said, [calm]), "B"), Found)


TRAPS = [
    trap_1_a_duty_that_nobody_can_keep_proves_nothing,
    trap_2_a_slice_keeps_the_clock,
    trap_3_none_so_far_is_not_none,
    trap_5_a_clock_that_is_set_off_again_does_not_start_again,
    trap_6_a_certificate_is_really_checked,
    trap_7_no_consent_is_praised_that_came_too_late,
    trap_8_no_story_of_compliance_ends_where_a_breach_must_follow,
]


@pytest.mark.parametrize("trap", TRAPS)
def test_nobody_falls_into_this_trap(trap: Callable[[], None]) -> None:
    trap()


def test_marks_that_stop_time_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = policy._closing_conditions

    def blocking(world: World, policies: policy.Policies) -> list[Expr]:
        return [*honest(world, policies), *(neg(norm.missed) for norm in world.norms)]

    monkeypatch.setattr(policy, "_closing_conditions", blocking)
    with pytest.raises(AssertionError):
        trap_1_a_duty_that_nobody_can_keep_proves_nothing()


def test_a_slicer_that_drops_the_clock_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_clock(*given_to: Any, **named: Any) -> World:
        part = slicing.sliced(*given_to, **named)
        return replace(part, waiting={name: value for name, value in part.waiting.items() if name != "day"})

    monkeypatch.setattr(cutting, "sliced", without_clock)
    with pytest.raises(AssertionError):
        trap_2_a_slice_keeps_the_clock()


def test_a_replay_that_accepts_anything_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Replay, "confirms", lambda *_, **__: True)
    with pytest.raises(AssertionError):
        trap_8_no_story_of_compliance_ends_where_a_breach_must_follow()


@pytest.mark.parametrize("skipped", range(4))
def test_a_check_that_skips_an_implication_would_be_noticed(skipped: int, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = certificate.implications

    def fewer(*given_to: Any) -> tuple[tuple[Term, Term], ...]:
        found = tuple(honest(*given_to))
        return (*found[:skipped], *found[skipped + 1 :])

    monkeypatch.setattr(certificate, "implications", fewer)
    with pytest.raises(AssertionError):
        trap_6_a_certificate_is_really_checked()
