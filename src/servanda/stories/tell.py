"""A replayed run as a story: dated steps, who acted, which clause allowed it, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from servanda.agreement.agreement import Agreement
from servanda.agreement.event import Act
from servanda.agreement.lasting import Lapse
from servanda.agreement.norm import Do, Duty
from servanda.agreement.party import Who
from servanda.findings import StepStatus, StoryStep
from servanda.questions.answer import Run, Segment
from servanda.questions.question import Reach
from servanda.stories.changes import Watcher, limits, quantities
from servanda.stories.permitted import permitted_by
from servanda.stories.words import (
    act_sentence,
    amount_words,
    capital,
    event_sentence,
    flow_sentence,
    grouped,
    listed,
    name_of,
)
from servanda.world.expression import Value, evaluate, variables
from servanda.world.ground import NOBODY, groundings, members
from servanda.world.powers import ENDED
from servanda.world.step import Machine, State
from servanda.world.world import Event, Flow, Manner, Mode, Norm, World


@dataclass(frozen=True, slots=True)
class Ending:
    """How the last step reads: what has come about, and what that means (``the interest fails``)."""

    sentence: str
    remark: str = "the interest fails"


@dataclass(frozen=True)
class Teller:
    """Tells runs of one world under the policies of one question."""

    agreement: Agreement
    world: World
    reach: Reach

    def story(self, run: Run, ending: Ending) -> tuple[StoryStep, ...]:
        """The steps of a run, from the day the text takes effect."""
        machine = Machine(self.world, self.reach.policies)
        state, day = machine.start(run.start), 0
        steps = [(step, state) for step in self._opening(state)]
        going_on: frozenset[str] = frozenset()
        for segment in run.segments:
            before = state
            state, told = self._segment(machine, state, day, segment)
            begun = self._flows(machine, before, day, segment)
            passing = [(step, before) for name, step in begun if name not in going_on]
            passing += [(step, state) for step in self._expiry(day, day + segment.wait)]
            steps += sorted(passing, key=lambda each: each[0].day)
            steps += told
            day += segment.wait
            going_on = frozenset(name for name, units in segment.moved if units) or going_on
        last = machine.close(state) if run.at_close else state
        steps.append((self._step(day, "", ending.sentence, StepStatus.NATURE, remark=ending.remark), last))
        return self._watcher(machine).over((step, machine.read(after)) for step, after in steps)

    def idle(self, day: int, act: Act, amount: int | None) -> StoryStep:
        """An act on which nothing depends: it is told, and changes nothing."""
        kind, fills = self.agreement.act_kind(act.kind), list(groundings(self.agreement, act, NOBODY))
        said = f": {grouped(amount)} in one day" if amount is not None else ""
        sentences = [f"{act_sentence(self.agreement, kind, dict(fill))}{said}." for fill in fills]
        doers = dict.fromkeys(dict(fill)[kind.doer] for fill in fills)
        remark = "nothing in this text depends on it"
        return self._step(day, self._who(doers), " ".join(sentences), StepStatus.ALLOWED, None, remark)

    def _watcher(self, machine: Machine) -> Watcher:
        named = quantities(self.agreement, machine.names)
        return Watcher(named, limits(self.reach.bad, named))

    def _opening(self, state: State) -> list[StoryStep]:
        held = self._holdings(state)
        if not held:
            return []
        return [self._step(0, "", f"The agreement takes effect. {held}", StepStatus.NATURE)]

    def _expiry(self, before: int, after: int) -> list[StoryStep]:
        """The last day in force, where a story goes on after it."""
        term = self.world.term
        if term is None or not before <= term < after:
            return []
        lapses = any(isinstance(s, Lapse) for c in self.agreement.clauses for r in c.rules for s in r.statements)
        owed = "" if lapses else "; what it has set off by then is still owed"
        told = f"The agreement is in force for the last day{owed}."
        return [self._step(term, "", told, StepStatus.NATURE)]

    def _holdings(self, state: State) -> str:
        values = Machine(self.world, self.reach.policies).read(state)
        stated = {
            (stock.holding.kind, holder)
            for stock in self.agreement.stocks
            for holder in members(self.agreement, stock.holding.holder, NOBODY)
        }
        said = [
            f"{name_of(self.agreement, holder)} has "
            f"{amount_words(self.agreement, kind.name, values[f'{kind.name} of {holder}'])}"
            for kind in self.agreement.kinds
            for holder in (actor.ident for actor in self.agreement.actors)
            if f"{kind.name} of {holder}" in values and (kind.name, holder) in stated
        ]
        return f"{capital(listed(said))}." if said else ""

    def _segment(
        self, machine: Machine, state: State, day: int, segment: Segment
    ) -> tuple[State, list[tuple[StoryStep, State]]]:
        if segment.wait:
            state = machine.wait(machine.close(state), segment.wait, dict(segment.moved))
        told: list[tuple[Event, StepStatus, str | None, State]] = []
        for name in segment.events:
            event = self.world.event(name)
            status, clause = self._right(machine, state, event)
            state = machine.occur(state, event)
            told.append((event, status, clause, state))
        return state, self._told(day + segment.wait, told)

    def _flows(self, machine: Machine, before: State, day: int, segment: Segment) -> list[tuple[str, StoryStep]]:
        """What begins to flow; a breach if it takes what somebody must keep past its limit."""
        if not segment.wait:
            return []
        dawn = machine.read(machine.wait(machine.close(before), segment.wait, dict(segment.moved)))
        return [(name, self._flow(day, name, units, segment.wait, dawn)) for name, units in segment.moved if units]

    def _spoken_of(self, flow: Flow, dawn: Mapping[str, Value]) -> tuple[StepStatus, Norm | None]:
        """By what right: past a limit its actors must keep, within one, or unmentioned by any clause."""
        for item in flow.breaks:
            if evaluate(item.condition, dawn):
                return StepStatus.BREACH, self.world.norm(item.norm)
        limits = [
            norm
            for norm in self.world.norms
            if norm.mode is Mode.KEEP and norm.bearer in flow.by and flow.quantity in variables(norm.missed)
        ]
        broken = [norm for norm in limits if evaluate(norm.missed, dawn)]
        if broken:
            return StepStatus.BREACH, broken[0]
        binding = [norm for norm in limits if evaluate(norm.open, dawn)]
        return StepStatus.ALLOWED, next(iter((*binding, *limits)), None)

    def _told(
        self, day: int, events: list[tuple[Event, StepStatus, str | None, State]]
    ) -> list[tuple[StoryStep, State]]:
        """Events of a day, each with the state after it; several consents in a row make one step."""
        steps: list[tuple[StoryStep, State]] = []
        for _, group in groupby(events, key=lambda item: (item[0].manner, item[1], item[2])):
            items = list(group)
            if items[0][0].decision is None or len(items) == 1:
                steps += [(self._event(day, *item), item[3]) for item in items]
            else:
                told = self._chorus(day, [item[0] for item in items], items[0][1], items[0][2])
                steps.append((told, items[-1][3]))
        return steps

    def _event(self, day: int, event: Event, status: StepStatus, clause: str | None, after: State) -> StoryStep:
        sentence = event_sentence(self.agreement, event)
        unmentioned = status is StepStatus.ALLOWED and clause is None
        remark = self._occasion(event, day, after) if unmentioned else None
        return self._step(day, self._who(event.by[:1]), sentence, status, clause, remark)

    def _chorus(self, day: int, events: list[Event], status: StepStatus, clause: str | None) -> StoryStep:
        order = [actor.ident for actor in self.world.actors]
        doers = sorted((event.by[0] for event in events), key=order.index)
        names = listed(name_of(self.agreement, who) for who in doers)
        verb = "consent" if events[0].manner is Manner.CONSENT else "refuse"
        return self._step(day, self._who(doers), f"{capital(names)} {verb}.", status, clause)

    def _who(self, doers: Iterable[str]) -> str:
        """Who takes a step, by name, with semicolons between several; of a breach, whoever commits it stands first."""
        return "; ".join(name_of(self.agreement, who) for who in doers)

    def _flow(self, day: int, name: str, units: int, days: int, dawn: Mapping[str, Value]) -> StoryStep:
        flow = self.world.flow(name)
        status, norm = self._spoken_of(flow, dawn)
        breaker = (norm.bearer,) if norm is not None and status is StepStatus.BREACH else ()
        doers = self._who(dict.fromkeys((*breaker, *flow.by)))
        told = flow_sentence(self.agreement, flow, units, days)
        if norm is not None and status is StepStatus.ALLOWED and not evaluate(norm.open, dawn):
            return self._step(day + 1, doers, told, status, None, f"clause {norm.clause} does not bind then")
        allowed = permitted_by(self.agreement, flow.act, flow.by, flow.fill) or None
        return self._step(day + 1, doers, told, status, norm.clause if norm is not None else allowed)

    def _right(self, machine: Machine, state: State, event: Event) -> tuple[StepStatus, str | None]:
        """By what right: broken, owed, or simply open."""
        values = machine.read(state)
        for item in event.breaks:
            if evaluate(item.condition, values):
                return StepStatus.BREACH, self.world.norm(item.norm).clause
        for norm in self.world.norms:
            if event.name in norm.steps and norm.bearer == event.by[0] and evaluate(norm.open, values):
                return StepStatus.DUTY, norm.clause
        if event.decision is not None:
            vote = next(d for d in self.world.decisions if d.name == event.decision)
            return StepStatus.ALLOWED, vote.clause
        if event.manner is Manner.CONSENT:
            return StepStatus.ALLOWED, dict(event.fill)["CLAUSE"]
        if event.manner is Manner.POWER:
            return StepStatus.POWER, dict(event.fill)["CLAUSE"]
        return StepStatus.ALLOWED, permitted_by(self.agreement, event.act, event.by, event.fill) or None

    def _occasion(self, event: Event, day: int, after: State) -> str | None:
        """What stands beside an act that no clause orders or forbids: which begins with it, or does so another day."""
        clauses = {norm.clause for norm in self.world.norms if event.name in norm.origin}
        clauses |= {vote.clause for vote in self.world.decisions if event.name in vote.origin}
        order = [clause.number for clause in self.agreement.clauses if clause.number in clauses]
        if order and self._too_late(event, order[0], day, after):
            return f"no clause forbids it; clause {order[0]}, which it would have set off, has ended"
        if order:
            return f"no clause forbids it; sets off clause {order[0]}"
        asking = [n.clause for n in self.world.norms if event.name in n.steps and n.bearer == event.by[0]]
        if asking:
            return f"clause {asking[0]} does not ask for it then"
        barring = [self.world.norm(item.norm).clause for item in event.breaks]
        if barring:
            return f"clause {barring[0]} does not forbid it then"
        return self._about_the_doer(event)

    def _too_late(self, event: Event, clause: str, day: int, after: State) -> bool:
        """Whether the agreement is over, and what would have begun in a clause with an event does not."""
        values = Machine(self.world, self.reach.policies).read(after)
        term = self.world.term
        if not values.get(ENDED) and (term is None or day <= term):
            return False
        if any(vote.clause == clause and event.name in vote.origin for vote in self.world.decisions):
            return False
        begun = [n for n in self.world.norms if n.clause == clause and event.name in n.origin]
        return not any(values.get(f"{norm.name}: armed", True) for norm in begun)

    def _about_the_doer(self, event: Event) -> str | None:
        """Beside an act of somebody who is not bound, where a clause has others do something about it."""
        doer = event.by[0]
        if any(actor.bound for actor in self.agreement.actors if actor.ident == doer):
            return None
        for clause in self.agreement.clauses:
            for statement in (each for rules in clause.rules for each in rules.statements):
                if not isinstance(statement, Duty) or not isinstance(statement.content, Do):
                    continue
                if any(isinstance(who, Who) and who.name == doer for _, who in statement.content.act.fill):
                    return f"clause {clause.number} binds others, not {name_of(self.agreement, doer)}"
        return None

    def _step(
        self,
        day: int,
        actor: str,
        sentence: str,
        status: StepStatus,
        clause: str | None = None,
        remark: str | None = None,
    ) -> StoryStep:
        start = self.agreement.header.takes_effect
        date = (start.date() + timedelta(days=day)).isoformat() if start is not None else None
        return StoryStep(day, actor, sentence, status, clause, date, {}, remark)


def final_values(world: World, reach: Reach, run: Run, *, closed: bool = False) -> dict[str, bool | int]:
    """The state at the end of a run, by variable names; `closed`: after its last day, if the run looks then."""
    machine = Machine(world, reach.policies)
    state = machine.start(run.start)
    for segment in run.segments:
        if segment.wait:
            state = machine.wait(machine.close(state), segment.wait, dict(segment.moved))
        for name in segment.events:
            state = machine.occur(state, world.event(name))
    return machine.read(machine.close(state) if closed and run.at_close else state)
