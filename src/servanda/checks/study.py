"""What all checks work from: the agreement, its world, where its interests stand, and somebody to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from servanda.agreement.agreement import Agreement, AssumedCapacity, Extent
from servanda.agreement.choices import Choice
from servanda.agreement.event import Act, BodyDecides
from servanda.agreement.interest import Always, AtExpiry, Interest, Whenever
from servanda.agreement.norm import Clause, Do, Duty, Keep, Vote
from servanda.findings import Answer, AnswerKind, Finding, Scope
from servanda.questions.answer import Run
from servanda.questions.ask import Ask
from servanda.questions.question import Reach
from servanda.questions.standing import Standing
from servanda.stories.words import grouped, listed, name_of
from servanda.world.conditions import mentioned
from servanda.world.policy import Policy
from servanda.world.powers import ENDED, LEFT
from servanda.world.world import World


@dataclass(frozen=True, slots=True)
class Study:
    """One agreement under examination.  `standings` are in the order of the interests.

    `choices`: what the file leaves open; the agreement is what it says with one alternative at each.
    """

    agreement: Agreement
    world: World
    standings: tuple[Standing, ...]
    ask: Ask
    build: Callable[[Agreement], World]
    choices: tuple[Choice, ...] = ()

    @property
    def excerpt(self) -> bool:
        """Whether only part of the text is encoded: what is missing may stand elsewhere."""
        return self.agreement.header.extent is not Extent.FULL

    @property
    def what_is_here(self) -> str:
        """What an absence is said of: of the whole text only where the whole text is encoded."""
        return "the clauses encoded" if self.excerpt else "this text"

    @property
    def silent(self) -> str:
        """``The text does not say``, with the same care."""
        return "The clauses encoded do not say" if self.excerpt else "The text does not say"

    @property
    def scope(self) -> Scope:
        """How far what is proved reaches: no further than the agreement is in force."""
        ends = self.world.term is not None or any(variable.name == ENDED for variable in self.world.variables)
        leaves = any(variable.name.endswith(LEFT) for variable in self.world.variables)
        return Scope.TERM if ends or leaves else Scope.ALL_TIME

    def standing_of(self, interest: Interest) -> Standing:
        """Where an interest stands."""
        return next(s for s in self.standings if (s.of, s.interest) == (interest.of, interest.name))

    def failing(self) -> Iterator[tuple[Interest, Standing]]:
        """The interests that fail although everybody complies."""
        for interest in self.agreement.interests:
            if self.standing_of(interest).failures:
                yield interest, self.standing_of(interest)

    def name(self, ident: str) -> str:
        """An actor's name."""
        return name_of(self.agreement, ident)


Check = Callable[[Study], Iterator[Finding]]


def found(study: Study, reach: Reach, run: Run, searched: int) -> Answer:
    """The answer that goes with a replayed story."""
    return Answer(
        AnswerKind.FOUND,
        study.scope,
        events=searched or None,
        days=study.world.term,
        replayed=True,
        assumes=assumes(study, reach, run),
    )


def assumes(study: Study, reach: Reach, run: Run | None) -> tuple[str, ...]:
    """What a question takes for granted, in sentences without a full stop."""
    by_policy: dict[Policy, list[str]] = {}
    acting = _acting(study.world, run) if run is not None else _able(study.world)
    for actor in study.world.actors:
        if actor.bound or actor.ident in acting:
            by_policy.setdefault(reach.policies[actor.ident], []).append(actor.ident)
    conducts = _conducts(study, by_policy, begins=_begins(study.world, reach, run))
    return (*conducts, *_given(study), *(_beginnings(run) if run is not None else ()))


def _begins(world: World, reach: Reach, run: Run | None) -> bool:
    """Whether somebody prompt sets the matter off without owing it."""
    begun = {name for s in run.segments for name in s.events} & reach.may_begin if run is not None else set()
    return bool(begun - {name for norm in world.norms for name in norm.steps})


def _beginnings(run: Run) -> Iterator[str]:
    """Numbers that the text does not state, as the story takes them."""
    for name, number in run.start:
        yield f"{name} at the beginning: {grouped(number)} (the text does not say how many)"


def _able(world: World) -> set[str]:
    """Everybody for whom there is something to do: of the others nothing need be assumed."""
    return {who for event in world.events for who in event.by} | {who for flow in world.flows for who in flow.by}


def _acting(world: World, run: Run) -> set[str]:
    doers = {who for s in run.segments for name in s.events for who in world.event(name).by}
    return doers | {who for name in run.flows for who in world.flow(name).by}


_RECURRING = ", on what recurs by its day,"
"""What is owed again and again is done at any time up to its day."""


def _conducts(study: Study, by_policy: dict[Policy, list[str]], *, begins: bool) -> Iterator[str]:
    beyond = " beyond setting the matter off" if begins else ""
    words = {
        Policy.PROMPT: (
            f"acts promptly and makes no move of its own{beyond}",
            f"act promptly and make no move of their own{beyond}",
        ),
        Policy.KEEPER: (
            "breaks no duty, but uses whatever the text leaves open",
            "break no duty, but use whatever the text leaves open",
        ),
        Policy.FREE: ("does as it likes", "do as they like"),
    }
    again = {norm.bearer for norm in study.world.norms if norm.recurs}
    for policy, (one, several) in words.items():
        idents = by_policy.get(policy, [])
        recurring = [ident for ident in idents if policy is Policy.PROMPT and ident in again]
        for group, more in (([i for i in idents if i not in recurring], ""), (recurring, _RECURRING)):
            if group:
                said = one if len(group) == 1 else several
                yield f"{listed(study.name(ident) for ident in group)} {said.replace(' promptly', f' promptly{more}')}"


def _given(study: Study) -> Iterator[str]:
    """What the file itself assumes, with its reasons."""
    for assumption in study.agreement.assumptions:
        if isinstance(assumption, AssumedCapacity):
            continue  # nothing that is searched for hangs on it
        yield f"the file's assumption in line {assumption.place.line} ({assumption.because})"


def holdings_of(interest: Interest) -> frozenset[tuple[str, str | None]]:
    """Kinds and holders that an interest compares or bounds."""
    protected = interest.protected
    if not isinstance(protected, Always | AtExpiry):
        return frozenset()
    return frozenset((item.kind, item.holder.name) for item in mentioned(protected.condition))


def depends_on(study: Study, duty: Duty) -> bool:
    """Whether some stated interest hangs on a duty: it gives the answer, holds the quantity, or decides."""
    return any(_serves(duty, interest) for interest in study.agreement.interests)


def _serves(duty: Duty, interest: Interest) -> bool:
    protected, content = interest.protected, duty.content
    if isinstance(protected, Whenever):
        if isinstance(content, Vote):
            return True
        if isinstance(protected.answer, BodyDecides):
            return isinstance(content, Vote)
        return (
            isinstance(content, Do) and isinstance(protected.answer, Act) and content.act.kind == protected.answer.kind
        )
    if isinstance(content, Keep):
        kinds = {item.kind for item in mentioned(content.condition)}
        return bool(kinds & {kind for kind, _ in holdings_of(interest)})
    return False


def duties(clause: Clause) -> Iterator[Duty]:
    """The duties of a clause."""
    for rules in clause.rules:
        for statement in rules.statements:
            if isinstance(statement, Duty):
                yield statement


def is_beginning_of_entitlement(study: Study, duty: Duty) -> bool:
    """Whether a duty is the first part of what somebody is entitled to: what is said of the whole is not said again."""
    content = duty.content
    begins = isinstance(content, Do) and study.agreement.act_kind(content.act.kind).begins is not None
    return duty.entitled is not None and begins
