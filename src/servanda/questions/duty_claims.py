"""What the ladder of duties has proved, in a form that can be asked again by whoever has the agreement alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.agreement.agreement import Agreement
from servanda.questions.answer import Answer, GaveUp, NoneUpTo, Proved
from servanda.questions.consequence import consequence
from servanda.questions.duty_ladder import DutyStanding
from servanda.questions.question import Reach
from servanda.questions.watched import STANDS, UNANSWERED_FOR, UNESTABLISHED_FOR, longer_than, watched
from servanda.world.expression import Var, conj
from servanda.world.policy import Policy
from servanda.world.world import World

EXCLUDED, ESTABLISHED, ANSWERED = "excluded", "established", "answered"
WILFUL, MISSED = "wilful", "missed"
_AGES = {ESTABLISHED: UNESTABLISHED_FOR, ANSWERED: UNANSWERED_FOR}


@dataclass(frozen=True, slots=True)
class DutyClaim:
    """That a duty cannot be broken (`days` None), or that a breach is established, or answered, within some days.

    `watch`: what counts as a breach, a wilful one or any miss.  `free`: who need not comply; its bearer is among them.
    """

    norm: str
    says: str
    days: int | None
    watch: str
    free: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim with the question it stands for, and what was answered."""

    claim: DutyClaim
    world: World
    reach: Reach
    answer: Answer


def asked(agreement: Agreement, world: World, standing: DutyStanding) -> Iterator[Asked]:
    """What was proved, or left undecided, about one duty."""
    bound = {actor.ident for actor in world.actors if actor.bound}
    free = tuple(sorted(who for who in bound if standing.reach.policies[who] is Policy.FREE))
    told = [(EXCLUDED, None, standing.breach), (ESTABLISHED, standing.established.days, standing.established.answer)]
    told += [(ANSWERED, standing.answered.days, standing.answered.answer)]
    for says, days, answer in told:
        if isinstance(answer, GaveUp | NoneUpTo | Proved):
            for watch in (WILFUL, MISSED):
                claim = DutyClaim(standing.norm.name, says, days, watch, free)
                made = question(agreement, world, claim)
                if made is not None and made[0] == standing.world:
                    yield Asked(claim, *made, answer)
                    break


def question(agreement: Agreement, world: World, claim: DutyClaim) -> tuple[World, Reach] | None:
    """The world in which a duty is watched, and what must not be reached in it; None where there is no such duty."""
    norm = next((each for each in world.norms if each.name == claim.norm), None)
    bound = {actor.ident for actor in world.actors if actor.bound}
    if norm is None or norm.bearer not in claim.free or not bound.issuperset(claim.free):
        return None
    broken = norm.missed if claim.watch == MISSED else conj(norm.missed, norm.blame)
    made = watched(world, norm, consequence(agreement, world, norm), broken)
    policies = {
        actor.ident: Policy.FREE if actor.ident in claim.free or not actor.bound else Policy.KEEPER
        for actor in world.actors
    }
    if claim.says == EXCLUDED and claim.days is None:
        return made, Reach(Var(STANDS), policies)
    if claim.says not in _AGES or claim.days is None:
        return None
    return made, Reach(longer_than(_AGES[claim.says], claim.days), policies)
