"""Duties as small state machines.

Each duty is bound to one bearer and one binding of its trigger.  Its
variables: *armed* (triggered and not yet discharged), an age while armed,
and two marks that stay: *wilful* and *prevented*.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from servanda.agreement.event import Act
from servanda.agreement.norm import (
    Agree,
    ByDate,
    ClockStart,
    Do,
    Every,
    Keep,
    Monthly,
    Refrain,
    Timing,
    Vote,
    Within,
)
from servanda.agreement.norm import Decision as DecisionText
from servanda.agreement.party import Group, Quantifier, Who
from servanda.world.acts import daily_limit, ensure, needed_events, reduction_of
from servanda.world.again import its_occasion, its_turn
from servanda.world.build import CLOSE, WAIT, Moment, Scaffold, due
from servanda.world.build import Vote as BuiltVote
from servanda.world.conditions import expression, holdings, mentioned
from servanda.world.exceptions import allowed_elsewhere, excused
from servanda.world.expression import (
    FALSE,
    TRUE,
    Expr,
    Var,
    add,
    at_least,
    at_most,
    choice,
    conj,
    disj,
    neg,
    number,
    variables,
)
from servanda.world.footing import binds, can_be_released, in_force, marks, priced, stands
from servanda.world.ground import day_of, groundings
from servanda.world.lines import Line, armed, released
from servanda.world.next_month import month_is_up, next_month
from servanda.world.onset import is_dated
from servanda.world.reductions import asked_for, counting_today, is_there, reduce
from servanda.world.requirements import Needs, Part, ask_again, needs, settle_fulfilment, unowed_parts
from servanda.world.triggers import Ledger
from servanda.world.world import DAYS, Break, Mode, Norm, Threshold

Votes = dict[tuple[str, str], BuiltVote]
"""The votes of one trigger, by body and rule as the text puts them."""


def build_norm(ledger: Ledger, line: Line, votes: Votes) -> None:
    """The variables of one norm, without what sets it off."""
    match line.duty.content:
        case Do(act=act):
            goals = ensure(ledger.scaffold, _by(ledger.scaffold, act, line.bearer), line.binding)
            _build_do(ledger, line, tuple(g for g in goals if g in ledger.scaffold.events))
        case Agree(clause=number):
            asked = tuple(ledger.agreements.get((number, line.bearer), ()))
            _build_do(ledger, line, asked)
            if not asked:
                _build_votes(ledger, line, ledger.votes_in(number, line.binding), yes=True)
        case Vote(yes=yes):
            _build_votes(ledger, line, votes.values(), yes=yes)
        case Refrain(act=act):
            own = _by(ledger.scaffold, _one_at_a_time(act), line.bearer)
            _build_refrain(ledger, line, ensure(ledger.scaffold, own, line.binding))
        case Keep(condition=condition):
            kept = expression(ledger.scaffold, condition, line.binding)
            _build_keep(ledger, line, counting_today(ledger.scaffold, kept))
            ledger.cap_holdings[line.name] = frozenset(
                name for item in mentioned(condition) for name in holdings(ledger.scaffold, item, line.binding)
            )


def announce(ledger: Ledger, line: Line) -> None:
    """Make known the acts that bring a number down, before any clause speaks of them without the number."""
    match line.duty.content:
        case Do(act=act) if act.down_to is not None or act.amount is not None:
            ensure(ledger.scaffold, _by(ledger.scaffold, act, line.bearer), line.binding)
        case Keep(condition=condition) if is_dated(line):
            made = asked_for(ledger.scaffold, condition, line.bearer, line.binding)
            if made is not None:
                daily = daily_limit(ledger.scaffold.agreement, made.kind, made.fill)
                ledger.brought_down[line.name] = reduce(ledger.scaffold, replace(made, daily=daily))


def _unneeded(scaffold: Scaffold, line: Line) -> Expr:
    """Whether what is to be brought down is down already."""
    content = line.duty.content
    if not isinstance(content, Do) or content.act.down_to is None:
        return FALSE
    act = _by(scaffold, content.act, line.bearer)
    made = [reduction_of(scaffold, act, fill) for fill in groundings(scaffold.agreement, act, line.binding)]
    return conj(*(is_there(scaffold, each) for each in made if each is not None))


def _by(scaffold: Scaffold, act: Act, bearer: str) -> Act:
    """The act as done by the bearer: a duty is discharged, and broken, by one's own doing only."""
    doer = scaffold.agreement.act_kind(act.kind).doer
    kept = tuple((slot, who) for slot, who in act.fill if slot != doer)
    return replace(act, fill=(*kept, (doer, Who(Quantifier.ONE, Group.NAMED, bearer, act.place))))


def _build_votes(ledger: Ledger, line: Line, votes: Iterable[BuiltVote], *, yes: bool | None) -> None:
    """A duty to vote: to consent, or to decide either way.  It lapses when the others' voices have settled the vote."""
    for vote in votes:
        _build_do(ledger, line, _voices(vote, line.bearer, yes))
        # Where every voice is needed, an adoption leaves nobody who still owes one.
        if line.name in ledger.scaffold.norms and not vote.decision.needs_all:
            for moment in vote.adopted:
                ledger.scaffold.set(moment, armed(line), FALSE)


def _voices(vote: BuiltVote, bearer: str, yes: bool | None) -> tuple[str, ...]:
    if bearer not in vote.consents:
        return ()
    consent, refusal = vote.consents[bearer], vote.refusals[bearer]
    return (consent,) if yes else (consent, refusal)


def _build_do(ledger: Ledger, line: Line, goals: tuple[str, ...]) -> None:
    if not goals:
        return
    scaffold = ledger.scaffold
    need = needs_of(ledger, line)
    ready = conj(_granted(scaffold, line), need.due)
    running = scaffold.variable(armed(line), not line.rules.upon and line.duty.provided is None)
    free = scaffold.variable(released(line), False) if can_be_released(scaffold, line) else FALSE
    clause, still = line.clause.number, ledger.force.stands_still(line.clause.number, line.bearer)
    remains = ledger.force.remains(scaffold, clause, line.bearer, set_off=bool(line.rules.upon))
    owed = conj(running, ready, neg(free), remains, neg(excused(ledger, line)))
    is_open = conj(owed, need.counts)
    starts = need.starts if isinstance(line.duty.timing, Within) and line.duty.timing.moves else TRUE
    age, late = _deadline(ledger, line, conj(running, starts), still)
    late = conj(late, starts, neg(still))
    wilful, prevented = marks(scaffold, line)
    recurs = isinstance(line.duty.timing, Every | Monthly)
    steps = dict.fromkeys(goals)
    for goal in goals:
        steps.update(dict.fromkeys(n for n in needed_events(scaffold, goal) if _alone(scaffold, n, line.bearer)))
    unneeded = _unneeded(scaffold, line)
    missed = priced(ledger, line, conj(owed, late, neg(unneeded)))
    norm = Norm(
        line.name, line.clause.number, line.bearer, Mode.DO, is_open, missed, TRUE,
        wilful, prevented, tuple(steps), age, _limit(ledger, line), recurs, (), unneeded != FALSE and late != FALSE,
    )  # fmt: skip
    scaffold.norms[line.name] = norm
    ledger.goals[line.name] = goals
    ledger.counts[line.name] = need.counts
    for goal in goals:
        _discharge(scaffold, line, Moment(goal, conj(is_open, its_turn(line))), age, recurs)
    over = conj(running, late)
    if recurs and age is not None:
        scaffold.set(Moment(CLOSE, over), age, number(0))
        if scaffold.term is not None:
            scaffold.set(Moment(CLOSE, at_least(scaffold.clock(), number(scaffold.term))), armed(line), FALSE)
    else:
        scaffold.set(Moment(CLOSE, over), armed(line), FALSE)
    if isinstance(line.duty.timing, Monthly):
        next_month(scaffold, line, line.duty.timing, [Moment(goal, is_open) for goal in goals])


def needs_of(ledger: Ledger, line: Line) -> Needs:
    """What must come first for a line."""
    return needs(ledger, line.clause.number, line.duty, line.bearer, line.binding)


def _granted(scaffold: Scaffold, line: Line) -> Expr:
    return scaffold.variable(granted(line), False) if hangs_on_vote(line) else TRUE


def _alone(scaffold: Scaffold, event: str, bearer: str) -> bool:
    return scaffold.events[event].by == (bearer,)


def _discharge(scaffold: Scaffold, line: Line, moment: Moment, age: str | None, recurs: bool) -> None:
    """One act discharges the duty; a recurring one starts its clock again."""
    if recurs and age is not None:
        scaffold.set(moment, age, number(0))
    elif not recurs or isinstance(line.duty.timing, Monthly):
        scaffold.set(moment, armed(line), FALSE)


def hangs_on_vote(line: Line) -> bool:
    """Whether the duty's clock starts before it is decided that there is anything to do."""
    return line.duty.provided is not None and not since_adoption(line.duty.timing)


def granted(line: Line) -> str:
    """The variable: what the running duty hangs on has been adopted.  A later vote does not take it back."""
    return f"{line.name}: granted"


def since_adoption(timing: Timing | None) -> bool:
    """Whether the duty begins only with the adoption of the decision it hangs on."""
    return not isinstance(timing, Within | ByDate) or (
        isinstance(timing, Within) and timing.since is ClockStart.ADOPTION
    )


def vote_key(text: DecisionText) -> tuple[str, str]:
    """Two mentions of the same vote under one trigger are one vote."""
    detail = f"{text.rule.value} {text.without_concerned} {text.closes_after} {text.otherwise_adopted}"
    return text.body, detail


def _limit(ledger: Ledger, line: Line) -> int | None:
    """By which day it is a breach: that of the text, and the days in which it may be made good."""
    cure = ledger.cures.get(line.clause.number, 0)
    match line.duty.timing:
        case _ if cure is None:
            return None
        case Within(days=days) | Every(days=days):
            return days + cure
        case Monthly():
            return 31
        case ByDate(moment=moment):
            return day_of(ledger.scaffold.agreement, moment) + cure
        case _:
            return None


def _deadline(ledger: Ledger, line: Line, running: Expr, still: Expr) -> tuple[str | None, Expr]:
    """The timer of a duty, and whether its time is up at the close of the day; it stands while `still` holds."""
    scaffold = ledger.scaffold
    limit = _limit(ledger, line)
    if limit is None:
        return None, FALSE
    if isinstance(line.duty.timing, ByDate):
        day = scaffold.clock()
        scaffold.thresholds.append(Threshold("day", limit, conj(running, neg(still))))
        return None, due(day, limit)
    if isinstance(line.duty.timing, Monthly):
        return None, month_is_up(scaffold, line.duty.timing)
    age = f"{line.name}: age"
    return age, due(scaffold.timer(age, running, limit, still), limit)


def _one_at_a_time(act: Act) -> Act:
    """What is forbidden towards several is forbidden towards each of them."""
    fill = [
        (slot, replace(who, quantifier=Quantifier.EACH) if isinstance(who, Who) and who.group is Group.OTHERS else who)
        for slot, who in act.fill
    ]
    return replace(act, fill=tuple(fill))


def _build_refrain(ledger: Ledger, line: Line, goals: tuple[str, ...]) -> None:
    scaffold = ledger.scaffold
    force = in_force(ledger, line)
    wilful, prevented = marks(scaffold, line)
    scaffold.norms[line.name] = Norm(
        line.name, line.clause.number, line.bearer, Mode.REFRAIN, force, FALSE, TRUE, wilful, prevented
    )
    ledger.goals[line.name] = goals
    for goal in goals:
        forbidden = conj(force, neg(allowed_elsewhere(ledger, line, goal)))
        if goal in scaffold.events and (line.clause.number, line.bearer) in ledger.priced:
            ledger.paid_for.setdefault(line.name, []).append(Moment(goal, forbidden))
        elif goal in scaffold.events:
            event = scaffold.events[goal]
            broken = Break(line.name, line.bearer, forbidden)
            scaffold.events[goal] = replace(event, breaks=(*event.breaks, broken))
            scaffold.set(Moment(goal, forbidden), wilful, TRUE)
        elif goal in scaffold.flows:
            flow = scaffold.flows[goal]
            broken = Break(line.name, line.bearer, forbidden)
            scaffold.flows[goal] = replace(flow, breaks=(*flow.breaks, broken))
            moved = at_least(Var(flow.amount), number(1))
            scaffold.set(Moment(WAIT, conj(forbidden, moved)), wilful, TRUE)


def _build_keep(ledger: Ledger, line: Line, kept: Expr) -> None:
    """A state to be kept: broken wilfully if the bearer's own doing broke it."""
    scaffold = ledger.scaffold
    force = in_force(ledger, line)
    wilful, prevented = marks(scaffold, line)
    own = scaffold.variable(f"{line.name}: own doing", False)
    moved = disj(
        *(
            at_least(Var(flow.amount), number(1))
            for flow in scaffold.flows.values()
            if line.bearer in flow.by and flow.quantity in variables(kept)
        )
    )
    # What was done before the duty arose was lawful then, and nothing in the vocabulary takes it back.  A day that is
    # known from the start is no such surprise.
    counted = stands(ledger, line) if is_dated(line) else force
    scaffold.set(Moment(WAIT, conj(counted, moved)), f"{line.name}: own doing", TRUE)
    scaffold.set(Moment(CLOSE, kept), f"{line.name}: own doing", FALSE)
    missed = priced(ledger, line, conj(force, neg(kept), _not_cured(ledger, line, conj(force, neg(kept)))))
    norm = Norm(line.name, line.clause.number, line.bearer, Mode.KEEP, force, missed, own, wilful, prevented)
    down = ledger.brought_down.get(line.name)
    if down is not None:
        blame = disj(own, scaffold.events[down].guard)
        norm = replace(norm, blame=blame, own=own, steps=(down,), patient=True)
    scaffold.norms[line.name] = norm
    ledger.cap_conditions[line.name] = kept


def _not_cured(ledger: Ledger, line: Line, broken: Expr) -> Expr:
    """Whether the days are over in which a state may be brought back.

    A wait in which it breaks counts as if it had broken on its first day: who wants the count exact waits day by day.
    """
    scaffold, cure = ledger.scaffold, ledger.cures.get(line.clause.number, 0)
    if not cure:
        return FALSE if cure is None else TRUE
    name = f"{line.name}: to make good"
    age = scaffold.variable(name, 0, 0, cure)
    later = choice(broken, add(age, Var(DAYS)), add(Var(DAYS), number(-1)))
    scaffold.set(Moment(WAIT), name, choice(at_most(later, number(cure)), later, number(cure)))
    scaffold.thresholds.append(Threshold(name, cure, conj(broken, at_most(age, number(cure - 1)))))
    return due(age, cure)


def marks_at_close(scaffold: Scaffold) -> None:
    """What is missed at the close of a day is marked, with who is to blame.  It never stops time."""
    for norm in scaffold.norms.values():
        if norm.missed != FALSE:
            scaffold.set(Moment(CLOSE, conj(norm.missed, norm.blame)), norm.wilful, TRUE)
            scaffold.set(Moment(CLOSE, conj(norm.missed, neg(norm.blame))), norm.prevented, TRUE)


def say_when_fulfilled(ledger: Ledger, own: Sequence[Line]) -> None:
    """For each clause that others rely on: the acts that fulfil it, in time or late."""
    for clause in ledger.relied_on:
        parts = (_part(ledger, line) for line in own if line.clause.number == clause)
        kept = [part for part in parts if part is not None]
        settle_fulfilment(ledger, clause, [*kept, *unowed_parts(ledger, clause)])


def _part(ledger: Ledger, line: Line) -> Part | None:
    norm = ledger.scaffold.norms.get(line.name)
    if norm is None or norm.mode is not Mode.DO or norm.recurs or line.copy > 1:
        return None
    begun = disj(Var(armed(line)), Var(norm.wilful), Var(norm.prevented)) if line.rules.upon else TRUE
    counts = conj(begun, ledger.counts[line.name], _granted(ledger.scaffold, line), needs_of(ledger, line).due)
    return Part(line.name, ledger.goals[line.name], counts)


def arm(ledger: Ledger, line: Line, moments: list[Moment], votes: Votes) -> None:
    """What sets the duty off.  Only within the term; an instance already open stays as it is.

    An adoption belongs to the vote that was opened within the term, so it sets the duty off even after the term.
    """
    scaffold = ledger.scaffold
    if line.name not in scaffold.norms:
        return
    origin = tuple(dict.fromkeys(moment.place for moment in moments))
    scaffold.norms[line.name] = replace(scaffold.norms[line.name], origin=origin)
    if line.duty.provided is not None and since_adoption(line.duty.timing):
        moments = list(votes[vote_key(line.duty.provided)].adopted)
        in_time = ledger.force.remains(scaffold, line.clause.number, line.bearer, set_off=True)
    else:
        in_time = binds(ledger, line)
    norm = scaffold.norms[line.name]
    if armed(line) not in scaffold.variables:
        return
    running = Var(armed(line))
    ended = {moment.place: scaffold.ends_at(moment.place, armed(line)) for moment in moments}
    for moment in moments:
        fresh = conj(moment.when, in_time, disj(neg(running), ended[moment.place]), its_occasion(line))
        scaffold.set(Moment(moment.place, fresh), armed(line), TRUE)
        ask_again(ledger, line.clause.number, line.duty, line.bearer, line.binding, Moment(moment.place, fresh))
        if norm.age is not None:
            scaffold.set(Moment(moment.place, fresh), norm.age, number(0))
        if hangs_on_vote(line):
            scaffold.set(Moment(moment.place, fresh), granted(line), FALSE)
    if line.duty.provided is not None and hangs_on_vote(line):
        for moment in votes[vote_key(line.duty.provided)].adopted:
            scaffold.set(Moment(moment.place, conj(moment.when, running)), granted(line), TRUE)
