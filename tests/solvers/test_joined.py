"""A proof put together of two: accepted where it follows, refused where the tie or the aim says more than was shown."""

from __future__ import annotations

import pytest
from tests.questions.test_duty_ladder import HEAD, INSPECTION, INTERESTS, RELEASE, REPORT, study

from servanda.questions.answer import GaveUp, Proved
from servanda.questions.consequence import consequence
from servanda.questions.question import Reach
from servanda.questions.watched import KNOWN_FOR, UNANSWERED_FOR, UNESTABLISHED_FOR, adds_up, longer_than, watched
from servanda.solvers.certificate import holds
from servanda.solvers.choose import Solvers
from servanda.world.expression import conj
from servanda.world.policy import Policy
from servanda.world.world import World

ESTABLISHED, AFTER = 9, 1


@pytest.fixture(scope="module")
def world_of_a_breach() -> tuple[World, dict[str, Policy]]:
    """A's ceiling watched; A does as it likes, the others keep their duties."""
    draft = study(HEAD + INSPECTION + REPORT + RELEASE + INTERESTS)
    norm = next(each for each in draft.world.norms if each.clause == "1" and each.bearer == "A")
    seen = watched(draft.world, norm, consequence(draft.agreement, draft.world, norm), conj(norm.missed, norm.blame))
    policies = {actor.ident: Policy.KEEPER for actor in draft.world.actors}
    return seen, {**policies, "A": Policy.FREE}


@pytest.fixture(scope="module")
def shown(world_of_a_breach: tuple[World, dict[str, Policy]]) -> tuple[Proved, ...]:
    """Established within nine days, and answered within one from then on."""
    world, policies = world_of_a_breach
    ask = Solvers()
    bounds = ((UNESTABLISHED_FOR, ESTABLISHED), (KNOWN_FOR, AFTER))
    answers = [ask.whether(world, Reach(longer_than(age, days), policies)) for age, days in bounds]
    return tuple(each for each in answers if isinstance(each, Proved))


def test_what_passes_before_and_after_adds_up(
    world_of_a_breach: tuple[World, dict[str, Policy]], shown: tuple[Proved, ...]
) -> None:
    world, policies = world_of_a_breach
    assert len(shown) == 2
    reach = Reach(longer_than(UNANSWERED_FOR, ESTABLISHED + AFTER), policies)
    answer = Solvers().follows(world, reach, shown, adds_up(ESTABLISHED))
    assert isinstance(answer, Proved)
    assert holds(answer.certificate, reach)


@pytest.mark.parametrize(("within", "after"), [(ESTABLISHED, AFTER - 1), (ESTABLISHED - 1, AFTER)])
def test_no_day_less_is_proved(
    world_of_a_breach: tuple[World, dict[str, Policy]], shown: tuple[Proved, ...], within: int, after: int
) -> None:
    world, policies = world_of_a_breach
    reach = Reach(longer_than(UNANSWERED_FOR, within + after), policies)
    assert isinstance(Solvers().follows(world, reach, shown, adds_up(within)), GaveUp)


def test_one_proof_alone_is_not_enough(
    world_of_a_breach: tuple[World, dict[str, Policy]], shown: tuple[Proved, ...]
) -> None:
    world, policies = world_of_a_breach
    reach = Reach(longer_than(UNANSWERED_FOR, ESTABLISHED + AFTER), policies)
    for each in shown:
        assert isinstance(Solvers().follows(world, reach, (each,), adds_up(ESTABLISHED)), GaveUp)
