"""What an interest's failure comes from: each failure is told once, by the check it belongs to."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from servanda.agreement.agreement import Agreement
from servanda.agreement.event import Act
from servanda.agreement.interest import Interest, Whenever
from servanda.agreement.norm import Do
from servanda.agreement.party import Group
from servanda.checks.deeds import lapsed, spoken_of
from servanda.checks.reliance import without_own_judgement, without_sunsets
from servanda.checks.study import Study, duties, holdings_of
from servanda.questions.answer import Found, Proved, Run
from servanda.questions.standing import Failure, Standing, stakes_of
from servanda.world.exceptions import ALONE
from servanda.world.expression import evaluate, variables
from servanda.world.step import Machine
from servanda.world.world import Decision, Event, Flow, Manner, Mode, Norm, Stake


class Cause(Enum):
    """Which check speaks of a failure."""

    FORCE_BUILD_UP = "force-build-up"
    UNPROTECTED = "interest-unprotected"
    VETO = "veto-by-party-concerned"
    LOOPHOLE = "loophole"
    SELF_JUDGED = "self-judging"
    EXPIRED = "expiry-gap"
    FROM_THE_START = "broken-from-the-start"


def cause_of_all(study: Study, interest: Interest, standing: Standing) -> Cause:
    """The one cause under which all failures of an interest are told: every failure has a teller."""
    causes = {cause_of(study, interest, failure) for failure in standing.failures}
    if Cause.FROM_THE_START in causes:
        return Cause.FROM_THE_START
    if Cause.VETO in causes:
        return Cause.VETO
    if causes in ({Cause.SELF_JUDGED}, {Cause.EXPIRED}):
        return causes.pop()
    if any(isinstance(item.answer, Proved) for item in standing.compliance):
        return Cause.LOOPHOLE  # the clauses serve the interest in some cases
    return causes.pop() if len(causes) == 1 else Cause.LOOPHOLE


def serving(study: Study, stake: Stake) -> list[Norm]:
    """The duties that would give the answer a stake waits for, once they are due."""
    return [norm for norm in giving(study, stake) if not norm.origin or set(norm.origin) & set(stake.triggers)]


def giving(study: Study, stake: Stake) -> list[Norm]:
    """The duties to give the answer a stake waits for, whatever sets them off."""
    served = {stake.answered} if stake.answered is not None else variables(stake.given) - variables(stake.fails)
    return [
        norm
        for norm in study.world.norms
        if norm.mode is Mode.DO and any(set(study.world.event(name).effects) & served for name in norm.steps)
    ]


def cause_of(study: Study, interest: Interest, failure: Failure) -> Cause:
    """The cause of one failure under compliance."""
    run = failure.answer.run
    if at_once(study, failure):
        return Cause.FROM_THE_START
    if blocked_by_concerned(study, failure.stake, run):
        return Cause.VETO
    if _judged_alone(study, run):
        held = _also_with(study, without_own_judgement(study.agreement), interest, failure)
        return Cause.LOOPHOLE if held else Cause.SELF_JUDGED
    lasting = without_sunsets(study.agreement)
    if lasting != study.agreement and not _also_with(study, lasting, interest, failure):
        return Cause.EXPIRED
    if _asked_of_nobody(study, interest) or powers(study, run):
        return Cause.LOOPHOLE
    if not _untouched(study, failure, run) or not _also_without_clauses(study, interest, failure):
        return Cause.LOOPHOLE
    holders = {holder for _, holder in holdings_of(interest)}
    return Cause.FORCE_BUILD_UP if run.flows and len(holders) > 1 else Cause.UNPROTECTED


def at_once(study: Study, failure: Failure) -> bool:
    """Whether what the interest is to exclude is so on the first day, with nothing done by anybody."""
    if failure.answer.run.days or failure.answer.run.start:
        return False
    machine = Machine(study.world, failure.reach.policies)
    return bool(evaluate(failure.stake.fails, machine.read(machine.start())))


def _asked_of_nobody(study: Study, interest: Interest) -> bool:
    """Whether a clause does ask for the answer, and only leaves out who gives it."""
    wanted = interest.protected.answer if isinstance(interest.protected, Whenever) else None
    return isinstance(wanted, Act) and any(
        duty.bearer.group is Group.UNSTATED and isinstance(duty.content, Do) and duty.content.act.kind == wanted.kind
        for clause in study.agreement.clauses
        for duty in duties(clause)
    )


def blocked_by_concerned(study: Study, stake: Stake, run: Run) -> Decision | None:
    """The vote that everybody consented to but the one whom it concerns."""
    happened = {name for segment in run.segments for name in segment.events}
    for vote in votes_on(study, stake):
        said_yes = {event.by[0] for event in _voices(study, vote) if event.name in happened}
        if vote.needs_all and stake.trigger_by in vote.deciders and said_yes == set(vote.deciders) - {stake.trigger_by}:
            return vote
    return None


def votes_on(study: Study, stake: Stake) -> list[Decision]:
    """The votes that are opened by what puts the stake at stake."""
    return [vote for vote in study.world.decisions if set(vote.origin) & set(stake.triggers)]


def _voices(study: Study, vote: Decision) -> list[Event]:
    return [e for e in study.world.events if e.decision == vote.name and e.manner is Manner.CONSENT]


def _untouched(study: Study, failure: Failure, run: Run) -> bool:
    """No clause speaks of what the story changes, or orders the answer that does not come."""
    used = [study.world.flow(name) for name in run.flows]
    at_stake = variables(failure.stake.fails) - {"day"}
    capped = any(n.mode is Mode.KEEP and variables(n.missed) & at_stake for n in study.world.norms)
    if not used and capped:
        return False
    return (
        not lapsed(study, failure, run)
        and not spoken_of(study, failure, run)
        and not votes_on(study, failure.stake)
        and not any(_restrained(study, flow) for flow in used)
        and not any(study.world.event(name).breaks for segment in run.segments for name in segment.events)
        and not serving(study, failure.stake)
    )


def _restrained(study: Study, flow: Flow) -> bool:
    caps = [n for n in study.world.norms if n.mode is Mode.KEEP and flow.quantity in variables(n.missed)]
    return bool(flow.breaks) or bool(caps)


def _also_without_clauses(study: Study, interest: Interest, failure: Failure) -> bool:
    """Whether the empty agreement gives the same story."""
    return _also_with(study, replace(study.agreement, clauses=()), interest, failure)


def _also_with(study: Study, agreement: Agreement, interest: Interest, failure: Failure) -> bool:
    """Whether the interest fails under another agreement as well."""
    world = study.build(agreement)
    twin = [s for s in stakes_of(world, interest.of, interest.name) if s.name == failure.stake.name]
    if not twin:
        return False
    reach = replace(failure.reach, bad=twin[0].fails)
    return isinstance(study.ask.whether(world, reach), Found)


def powers(study: Study, run: Run) -> list[Event]:
    """The powers that a run uses."""
    events = (study.world.event(name) for segment in run.segments for name in segment.events)
    return [event for event in events if event.manner is Manner.POWER]


def _judged_alone(study: Study, run: Run) -> bool:
    return any(ALONE in event.fill for event in powers(study, run))
