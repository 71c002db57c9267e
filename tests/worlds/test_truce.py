"""A truce that fails, one that holds if all comply, one that holds against one who does not."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.worlds import kit
from tests.worlds.kit import ANY, EACH, GROW, LOOK, OTHER, REPORT, SAME

from servanda.agreement.agreement import Agreement
from servanda.agreement.norm import Clause
from servanda.questions.answer import Answer, Found, Proved
from servanda.questions.conduct import compliance, non_compliance
from servanda.questions.question import Reach
from servanda.solvers.choose import Solvers
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policies
from servanda.world.world import World

ASK = Solvers()
CEASE_FIRE = kit.clause("1", (), kit.duty(EACH, kit.never(kit.STRIKE, ON=OTHER)))
CEILING = kit.clause("2", (), kit.duty(EACH, kit.keep(kit.at_most(kit.tanks(SAME), kit.units(400)))))


def looks_every(days: int) -> list[Clause]:
    """Looks, a report of what they show, release of the other side, which then answers."""
    asked = kit.act(kit.REQUEST_LOOK, BY="V", TO=ANY)
    told = kit.act(REPORT, BY="V", ON=ANY, TO=OTHER)
    return [
        kit.clause("3", (), kit.duty("V", kit.do(LOOK, AT=kit.TANKS, IN=EACH), kit.every(days))),
        kit.clause("4", kit.upon(asked), kit.duty(SAME, kit.do(kit.ALLOW_LOOK, TO="V"), kit.within(0))),
        kit.clause(
            "5",
            kit.upon(kit.breach("2", ANY, LOOK), kit.breach("4", ANY)),
            kit.duty("V", kit.do(REPORT, ON=SAME, TO=OTHER), kit.within(1)),
        ),
        kit.clause("6", kit.upon(told), kit.release("2", OTHER), kit.may_answer(OTHER, GROW, OF=kit.TANKS)),
    ]


def truce(*more: Clause) -> Agreement:
    """Two sides with 400 tanks each, for 180 days; neither wants to be outnumbered by half."""
    wants = {
        who: kit.always(kit.at_most(kit.tanks(other), kit.tanks(who, Fraction(3, 2))))
        for who, other in (("A", "B"), ("B", "A"))
    }
    return kit.small(
        (*kit.parties("AB"), kit.THIRD, kit.VERIFIER),
        [CEASE_FIRE, *more],
        [kit.interest(who, wanted) for who, wanted in wants.items()],
        days=180,
        stocks=[kit.stock(EACH, 400)],
        assume=[kit.rate(3, GROW, BY=EACH), kit.rise(4, EACH)],
        acts=(kit.STRIKE, *kit.LOOKS, GROW, kit.SUPPLY),
    )


def answer(world: World, of: str, policies: Policies) -> Answer:
    """Whether one side's interest can fail."""
    stake = next(stake for stake in world.stakes if stake.of == of)
    return ASK(world, Reach(stake.fails, policies))


@pytest.mark.parametrize("of", ["A", "B"])
def test_without_a_ceiling_everybody_complies_and_it_fails(of: str) -> None:
    world = from_agreement(truce())
    assert isinstance(answer(world, of, compliance(world, of)), Found)


@pytest.mark.parametrize("of", ["A", "B"])
def test_with_equal_ceilings_it_holds_if_all_comply(of: str) -> None:
    world = from_agreement(truce(CEILING))
    assert isinstance(answer(world, of, compliance(world, of)), Proved)


def test_with_ceilings_alone_one_that_does_not_comply_breaks_it() -> None:
    world = from_agreement(truce(CEILING))
    assert isinstance(answer(world, "A", non_compliance(world, "A", by="B")), Found)


@pytest.mark.parametrize(("days", "expected"), [(49, Proved), (50, Found)])
def test_a_look_every_49_days_protects_and_every_50_does_not(days: int, expected: type) -> None:
    world = from_agreement(truce(CEILING, *looks_every(days)))
    assert isinstance(answer(world, "A", non_compliance(world, "A", by="B")), expected)


def test_the_protected_runs_are_there_to_be_lived() -> None:
    world = from_agreement(truce(CEILING, *looks_every(49)))
    stake = next(stake for stake in world.stakes if stake.of == "A")
    reach = Reach(stake.given, non_compliance(world, "A", by="B"))
    assert isinstance(ASK.witness(world, reach), Found)
