"""A guarantee of five, in all its variants: what each small change to the decision rule does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.worlds import kit
from tests.worlds.kit import ATTACK, CONSENT, CONSULT, DECIDE, NO_DATE, OTHER

from servanda.agreement.agreement import Agreement
from servanda.agreement.norm import Decision, Duty, Vote
from servanda.questions.answer import Answer, Found, Proved
from servanda.questions.ask import Ask
from servanda.questions.conduct import compliance, cooperation, non_compliance
from servanda.questions.question import Reach
from servanda.solvers.choose import Solvers
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policies
from servanda.world.world import Stake, World

GUARANTORS = ("GB", "CN", "RU", "US", "FR")
AID = replace(kit.AID, slots=(*kit.ATTACK.slots[:1], replace(kit.ATTACK.slots[1], name="TO")))
ASK: Ask = Solvers()

DRAFT = kit.vote("guarantors")
MINUS_CONCERNED = kit.vote("guarantors", without_concerned=True)
DEFAULT_YES = kit.vote("guarantors", without_concerned=True, closes=3, default_yes=True)


def guarantee(
    decision: Decision, *, assist: int | None, within: int, voice: Vote | None = None, lasts: int | None = None
) -> Agreement:
    each = kit.each_of("guarantors", without_concerned=decision.without_concerned)
    """Upon an attack each guarantor consults at once and, once that is decided, assists.  `lasts`: a term in days."""
    timing = NO_DATE if assist is None else kit.within(assist, of_adoption=True)
    said: list[Duty] = [
        kit.duty(each, kit.do(CONSULT, WITH=OTHER), kit.within(3)),
        kit.duty(each, kit.do(AID, TO="UA"), timing, decision),
    ]
    if voice is not None:
        said.append(kit.duty(each, voice, kit.within(3)))
    attack = kit.act(ATTACK, BY=kit.ANY_STATE, ON="UA")
    return kit.small(
        kit.parties(("UA", *GUARANTORS)),
        [kit.clause("5", kit.upon(attack), *said)],
        [kit.interest("UA", kit.whenever(attack, kit.act(AID, TO="UA"), within))],
        days=lasts,
        bodies=[kit.body("guarantors", *GUARANTORS)],
        acts=(ATTACK, AID, CONSULT),
    )


BOUND = guarantee(MINUS_CONCERNED, assist=7, within=10, voice=CONSENT)
NO_SLACK = guarantee(MINUS_CONCERNED, assist=7, within=9, voice=CONSENT)

BROKEN = {
    "as drafted": guarantee(DRAFT, assist=None, within=10),
    "without the state concerned, nobody bound to consent": guarantee(MINUS_CONCERNED, assist=7, within=10),
    "bound to decide": guarantee(MINUS_CONCERNED, assist=7, within=10, voice=DECIDE),
    "adopted by default": guarantee(DEFAULT_YES, assist=7, within=10),
    "bound to consent, and a day too short": NO_SLACK,
    "bound to consent, no date to assist": guarantee(MINUS_CONCERNED, assist=None, within=10, voice=CONSENT),
}


def answer(world: World, stake: Stake, policies: Policies) -> Answer:
    """Whether the interest can fail where this attacker attacks."""
    return ASK(world, Reach(stake.fails, policies, occurrence=stake.triggers, excuses=stake.excuses))


def attacked_by(world: World, attacker: str) -> Stake:
    """The stake that an attack by this state begins."""
    return next(stake for stake in world.stakes if stake.trigger_by == attacker)


@pytest.mark.parametrize("variant", BROKEN)
def test_these_variants_are_broken_although_everybody_complies(variant: str) -> None:
    world = from_agreement(BROKEN[variant])
    assert isinstance(answer(world, attacked_by(world, "RU"), compliance(world, "UA")), Found)


@pytest.mark.parametrize("attacker", GUARANTORS)
def test_bound_to_consent_and_to_assist_the_answer_comes_in_time(attacker: str) -> None:
    world = from_agreement(BOUND)
    stake = attacked_by(world, attacker)
    assert isinstance(answer(world, stake, compliance(world, "UA")), Proved)
    assert isinstance(ASK.witness(world, Reach(stake.given, compliance(world, "UA"))), Found)


def test_an_outsider_attacks_and_the_answer_comes_in_time() -> None:
    world = from_agreement(BOUND)
    for stake in world.stakes:
        assert isinstance(answer(world, stake, compliance(world, "UA")), Proved)


def test_what_is_decided_after_the_term_on_an_attack_within_it_still_counts() -> None:
    world = from_agreement(guarantee(MINUS_CONCERNED, assist=7, within=10, voice=CONSENT, lasts=20))
    for attacker in ("RU", "FR"):
        assert isinstance(answer(world, attacked_by(world, attacker), compliance(world, "UA")), Proved)


def test_one_guarantor_that_breaks_its_duty_blocks_again() -> None:
    world = from_agreement(BOUND)
    despite = non_compliance(world, "UA", by="FR")
    assert isinstance(answer(world, attacked_by(world, "RU"), despite), Found)


def test_unless_it_is_itself_the_state_concerned() -> None:
    world = from_agreement(BOUND)
    despite = non_compliance(world, "UA", by="RU")
    assert isinstance(answer(world, attacked_by(world, "RU"), despite), Proved)


@pytest.mark.parametrize("variant", BROKEN)
def test_in_cooperation_every_variant_can_be_lived(variant: str) -> None:
    world = from_agreement(BROKEN[variant])
    stake = attacked_by(world, "RU")
    reach = Reach(stake.given, cooperation(world), occurrence=stake.triggers, by_whoever=True)
    assert isinstance(ASK.witness(world, reach), Found)
