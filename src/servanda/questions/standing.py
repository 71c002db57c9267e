"""Where an interest stands: the ladder, as questions.

0 excluded by the text, 1 depends on cooperation, 2 secured if all comply,
3 holds despite non-compliance by any one other party.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from servanda.questions.answer import Answer, Found, GaveUp, NoneUpTo, Proved, Vacuous
from servanda.questions.ask import Ask
from servanda.questions.conduct import compliance, cooperation, non_compliance
from servanda.questions.question import Reach
from servanda.world.policy import Policies
from servanda.world.world import Stake, World


@dataclass(frozen=True, slots=True)
class StakeAnswer:
    """One binding of an interest under one conduct."""

    stake: Stake
    reach: Reach
    answer: Answer


@dataclass(frozen=True, slots=True)
class Failure(StakeAnswer):
    """One binding that can fail, and how."""

    answer: Found


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that was asked about one interest.

    `compliance`: one answer for each binding.  `against`: for each actor whose
    non-compliance was tried, the first answer that settles it.  `not_asked`: coalitions that were to be tried, and
    why there was nothing to try.
    """

    of: str
    interest: str
    cooperation: Answer
    compliance: tuple[StakeAnswer, ...]
    against: dict[str, StakeAnswer]
    not_asked: Mapping[str, str] = field(default_factory=dict)

    @property
    def failures(self) -> tuple[Failure, ...]:
        """The bindings that fail although everybody complies."""
        return tuple(Failure(i.stake, i.reach, i.answer) for i in self.compliance if isinstance(i.answer, Found))

    @property
    def secured(self) -> bool:
        """Whether it is proved, for every binding that can arise, under compliance."""
        return all(isinstance(item.answer, Proved | Vacuous) for item in self.compliance)

    @property
    def holds_against(self) -> tuple[str, ...]:
        """The actors whose non-compliance it withstands."""
        return tuple(who for who, item in self.against.items() if isinstance(item.answer, Proved | Vacuous))

    @property
    def _only_empty(self) -> bool:
        asked = (*self.compliance, *self.against.values())
        return all(isinstance(item.answer, Vacuous) for item in asked)

    def rung(self, parties: frozenset[str]) -> tuple[int, int]:
        """The lowest and the highest rung it may stand on; `parties` are those that count for rung 3.

        What is never at stake, whoever complies or does not, stands nowhere: nothing was shown of it.
        """
        if self._only_empty:
            return 0, 3
        if self.failures:
            return _low_rung(self.cooperation)
        if not self.secured:
            return _low_rung(self.cooperation)[0], 3
        tried = [item.answer for who, item in self.against.items() if who in parties]
        if any(isinstance(answer, Found) for answer in tried):
            return 2, 2
        return (3, 3) if all(isinstance(answer, Proved | Vacuous) for answer in tried) else (2, 3)


def _low_rung(witness: Answer) -> tuple[int, int]:
    """Rung 1 needs a witness, rung 0 a proof that there is none."""
    if isinstance(witness, Found):
        return 1, 1
    return (0, 0) if isinstance(witness, Vacuous | Proved) else (0, 1)


def stakes_of(world: World, of: str, interest: str) -> tuple[Stake, ...]:
    """The bindings of one interest within the term, in order."""
    return tuple(s for s in world.stakes if s.of == of and s.interest == interest and s.tail is None)


def standing(
    world: World, of: str, interest: str, ask: Ask, coalitions: Sequence[str] = (), *, despite: bool = True
) -> Standing:
    """Ask everything that places an interest on the ladder; `coalitions` (``A+B``) are tried besides each alone.

    `despite`: whether it is asked at all what somebody's non-compliance can do.
    """
    stakes = stakes_of(world, of, interest)
    under = tuple(_fails(world, stake, compliance(world, of), ask) for stake in stakes)
    kept = all(isinstance(item.answer, Proved | Vacuous) for item in under)
    not_asked = {
        several: why for several in coalitions if (why := _why_not(of, several, kept=kept, at_stake=bool(stakes)))
    }
    others = [*_others(world, of), *coalitions] if despite and kept and stakes else []
    against = {who: _despite(world, stakes, of, who, ask) for who in others if who not in not_asked}
    return Standing(of, interest, _witness(world, stakes, ask), under, against, not_asked)


def _why_not(of: str, several: str, *, kept: bool, at_stake: bool) -> str:
    """Why a coalition is not tried against an interest; empty where it is."""
    if of in several.split("+"):
        return "not asked, since its holder is one of them"
    if not at_stake:
        return NEVER_AT_STAKE
    return "" if kept else "not asked, since it is not secured although all comply"


def _others(world: World, of: str) -> list[str]:
    """The others who are bound and could break something or do something at all."""
    acting = {who for event in world.events for who in event.by} | {who for flow in world.flows for who in flow.by}
    acting |= {norm.bearer for norm in world.norms}
    return [actor.ident for actor in world.actors if actor.bound and actor.ident != of and actor.ident in acting]


def _witness(world: World, stakes: tuple[Stake, ...], ask: Ask) -> Answer:
    """A run in which the interest is served although it was really at stake."""
    answer: Answer = Vacuous("it can never be at stake")
    for stake in stakes:
        reach = Reach(stake.given, cooperation(world), occurrence=stake.triggers, by_whoever=True)
        answer = ask.witness(world, reach)
        if isinstance(answer, Found):
            return answer
    return answer


def _despite(world: World, stakes: tuple[Stake, ...], of: str, who: str, ask: Ask) -> StakeAnswer:
    """The first binding that `who` can make fail, else the least certain answer."""
    found = []
    policies = non_compliance(world, of, who)
    for stake in sorted(stakes, key=lambda s: s.trigger_by == who):
        found.append(_fails(world, stake, policies, ask))
        if isinstance(found[-1].answer, Found):
            break
    return _least_certain(found)


def _least_certain(answers: Iterable[StakeAnswer]) -> StakeAnswer:
    order = (Found, GaveUp, NoneUpTo, Proved, Vacuous)
    return min(answers, key=lambda item: order.index(type(item.answer)))


def failing(world: World, stake: Stake, policies: Policies) -> Reach:
    """The question whether a stake can fail under `policies`."""
    return Reach(
        stake.fails,
        policies,
        occurrence=stake.triggers,
        may_begin=_lawful_beginnings(world, stake),
        excuses=stake.excuses,
    )


def _lawful_beginnings(world: World, stake: Stake) -> frozenset[str]:
    """What the holder itself may do, breaking nothing, to put its interest at stake (it places an order, say)."""
    return frozenset(name for name in stake.triggers if _begins(world, stake, name))


def _begins(world: World, stake: Stake, name: str) -> bool:
    """Whether it may, and would not do so anyway because it owes it."""
    event = next((event for event in world.events if event.name == name), None)
    owed = any(name in norm.steps and norm.bearer == stake.of for norm in world.norms)
    return event is not None and event.by == (stake.of,) and not event.breaks and not owed


def _fails(world: World, stake: Stake, policies: Policies, ask: Ask) -> StakeAnswer:
    """Whether the stake can fail; where it cannot, whether it can be at stake at all."""
    found = _asked(world, stake, failing(world, stake, policies), ask)
    own = _own_beginnings(world, stake)
    if found.answer != Vacuous(NEVER_AT_STAKE) or own <= found.reach.may_begin:
        return found
    # Owed only upon something that nobody owes, it never comes about; its holder may do it all the same.
    return _asked(world, stake, replace(found.reach, may_begin=found.reach.may_begin | own), ask)


def _asked(world: World, stake: Stake, reach: Reach, ask: Ask) -> StakeAnswer:
    answer = ask(world, reach)
    return StakeAnswer(
        stake, reach, _not_empty(world, stake, reach, answer, ask) if isinstance(answer, Proved) else answer
    )


def _own_beginnings(world: World, stake: Stake) -> frozenset[str]:
    """The acts of its holder alone that put an interest at stake and break nothing, owed or not."""
    events = (event for event in world.events if event.name in stake.triggers)
    return frozenset(event.name for event in events if event.by == (stake.of,) and not event.breaks)


def _not_empty(world: World, stake: Stake, reach: Reach, proved: Proved, ask: Ask) -> Answer:
    """A proof about runs that do not exist is no proof: show one in which it matters and time goes on."""
    witness = ask.witness(world, replace(reach, bad=stake.given))
    if isinstance(witness, Found):
        return proved
    if isinstance(witness, Vacuous):
        begun = ask.witness(world, replace(reach, bad=stake.begins))
        return Vacuous(NEVER_AT_STAKE if isinstance(begun, Vacuous) else NO_SUCH_RUN)
    return GaveUp("no run was found in which the interest is at stake and served")


NEVER_AT_STAKE = "it is never at stake then"
NO_SUCH_RUN = "the duties cannot all be kept, so there is no such run"
