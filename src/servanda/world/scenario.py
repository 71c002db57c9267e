"""A scenario of the file, run day by day through the one step: what became of each duty it speaks of.

Everybody may do whatever is physically possible; what the text makes of it is
read off the marks.  A verdict is the worst that is so of the clause's duties
at the close of the day: breached, else prevented, else due, else kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from servanda.agreement.agreement import Agreement, ExpectedVerdict, Scenario, ScenarioStep, Use, Voice
from servanda.agreement.event import Act
from servanda.agreement.party import Quantifier, Who
from servanda.world.acts import assumed_away, counted_ones
from servanda.world.expression import evaluate
from servanda.world.ground import NOBODY, doer, event_name, groundings, is_open
from servanda.world.policy import Policy
from servanda.world.reductions import reductions
from servanda.world.run import Run, Segment
from servanda.world.step import Machine, State
from servanda.world.world import Event, Manner, Mode, Norm, World


class Verdict(Enum):
    """What became of a duty; the values are the words of the language."""

    BREACHED = "breached"
    PREVENTED = "prevented"
    DUE = "due"
    KEPT = "kept"


class Hitch(Enum):
    """Why a step cannot take place as it is told."""

    WHO = "it is left open who"
    HOW_MANY = "no number is given"
    FIRST_DAY = "no day has passed yet"
    TOO_FAST = "so much does not move in a day"
    NEEDS = "something must have happened before"
    ASSUMED_AWAY = "the file assumes that it does not happen"
    NO_POWER = "no clause lets it do so now"
    WHICH_POWER = "several clauses let it do so"
    NO_VOTE = "nobody asks for this voice now"
    WHICH_VOTE = "several votes ask for it"


@dataclass(frozen=True, slots=True)
class Stuck:
    """The step that cannot take place, and the names of what was meant."""

    step: ScenarioStep
    hitch: Hitch
    meant: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reached:
    """One expectation with the day it was held against and the verdict; None: the clause binds nobody so called."""

    expected: ExpectedVerdict
    day: int
    verdict: Verdict | None

    @property
    def met(self) -> bool:
        """Whether it came out as expected."""
        return self.verdict is not None and self.verdict.value == self.expected.verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """A scenario as it went; where it got stuck, nothing was reached.

    `idle`: steps on which nothing in the agreement depends; they change nothing.
    """

    scenario: Scenario
    run: Run
    reached: tuple[Reached, ...]
    stuck: Stuck | None
    idle: tuple[ScenarioStep, ...] = ()


def anybody(world: World) -> dict[str, Policy]:
    """A scenario tells what is done, so everybody may do it."""
    return {actor.ident: Policy.FREE for actor in world.actors}


def play(agreement: Agreement, world: World, scenario: Scenario) -> Outcome:
    """Run one scenario.  Never raises: what cannot take place is said in the outcome."""
    return _Play(agreement, world, scenario, Machine(world, anybody(world))).outcome()


@dataclass(frozen=True, slots=True)
class _Play:
    agreement: Agreement
    world: World
    scenario: Scenario
    machine: Machine

    def outcome(self) -> Outcome:
        """All days of the scenario, one after the other."""
        state, segments = self.machine.start(), list[Segment]()
        reached: dict[int, Reached] = {}
        for day in range(self._last_day() + 1):
            passed = self._day(state, day)
            if isinstance(passed, Stuck):
                return Outcome(self.scenario, Run(tuple(segments), at_close=True), (), passed)
            state, segment = passed
            segments.append(segment)
            state = self.machine.close(state)
            reached |= {at: self._reached(one, day, state) for at, one in self._expected(day)}
        in_order = tuple(reached[at] for at in sorted(reached))
        return Outcome(self.scenario, Run(tuple(segments), at_close=True), in_order, None, tuple(self._idle()))

    def _idle(self) -> Iterator[ScenarioStep]:
        known = {event.name for event in self.world.events} | {flow.name for flow in self.world.flows}
        return (
            step for step in self.scenario.steps if isinstance(step.act, Act) and not self._meant(step, step.act, known)
        )

    def _last_day(self) -> int:
        days = [step.day for step in self.scenario.steps]
        return max([*days, *(each.day or 0 for each in self.scenario.expected)], default=0)

    def _expected(self, day: int) -> Iterator[tuple[int, ExpectedVerdict]]:
        last = self._last_day()
        for at, each in enumerate(self.scenario.expected):
            if day == (last if each.day is None else each.day):
                yield at, each

    def _day(self, state: State, day: int) -> tuple[State, Segment] | Stuck:
        """One day: what moves until its dawn, then what is done."""
        steps = [step for step in self.scenario.steps if step.day == day]
        moved = self._moved(state, day, [step for step in steps if self._flows(step)])
        if isinstance(moved, Stuck):
            return moved
        state = self.machine.wait(state, 1, moved) if day else state
        done = []
        for step in steps:
            if self._flows(step):
                continue
            happened = self._done(state, step)
            if isinstance(happened, Stuck):
                return happened
            for name in happened:
                state = self.machine.occur(state, self.world.event(name))
                done.append(name)
        return state, Segment(min(day, 1), tuple(moved.items()), tuple(done))

    def _flows(self, step: ScenarioStep) -> bool:
        return isinstance(step.act, Act) and self.agreement.act_kind(step.act.kind).raises is not None

    def _moved(self, state: State, day: int, steps: list[ScenarioStep]) -> dict[str, int] | Stuck:
        moved: Counter[str] = Counter()
        for step in steps:
            if not isinstance(step.act, Act):
                continue
            names = self._meant(step, step.act, {flow.name for flow in self.world.flows})
            if isinstance(names, Stuck):
                return names
            if not names:
                continue
            for name in names:
                moved[name] += step.amount or 0
            hitch = self._no_flow(state, day, step, moved)
            if hitch is not None:
                return Stuck(step, hitch, names)
        return dict(moved)

    def _no_flow(self, state: State, day: int, step: ScenarioStep, moved: Counter[str]) -> Hitch | None:
        if step.amount is None:
            return Hitch.HOW_MANY
        if day == 0:
            return Hitch.FIRST_DAY
        return None if self.machine.can_wait(state, 1, moved) else Hitch.TOO_FAST

    def _done(self, state: State, step: ScenarioStep) -> tuple[str, ...] | Stuck:
        if isinstance(step.act, Voice):
            return self._voiced(state, step, step.act)
        if isinstance(step.act, Use):
            return self._used(state, step, step.act)
        names = self._meant(step, step.act, {event.name for event in self.world.events})
        if isinstance(names, Stuck):
            return names
        for name in names:
            if not self.machine.can_occur(state, self.world.event(name)):
                return Stuck(step, Hitch.NEEDS, (name,))
        return names

    def _voiced(self, state: State, step: ScenarioStep, said: Voice) -> tuple[str, ...] | Stuck:
        """The one vote in which this voice can be raised now, or the agreement that is asked for."""
        manner = Manner.CONSENT if said.yes else Manner.REFUSAL
        clauses = {vote.name: vote.clause for vote in self.world.decisions}
        voices = [e for e in self.world.events if e.manner is manner and e.by == (said.who,)]
        about = {e.name: clauses.get(e.decision or "", dict(e.fill).get("CLAUSE", "")) for e in voices}
        meant = [e for e in voices if said.clause in (None, about[e.name])]
        possible = [e.name for e in meant if self.machine.can_occur(state, e)]
        if len(possible) == 1:
            return tuple(possible)
        return Stuck(step, Hitch.WHICH_VOTE if possible else Hitch.NO_VOTE, tuple(about[name] for name in possible))

    def _used(self, state: State, step: ScenarioStep, use: Use) -> tuple[str, ...] | Stuck:
        """The one power that is used with these words and can be used now."""
        mine = [e for e in self.world.events if e.manner is Manner.POWER and use.who in e.by and _is_said(use.words, e)]
        possible = [e.name for e in mine if self.machine.can_occur(state, e)]
        if len(possible) == 1:
            return tuple(possible)
        about = tuple(dict(e.fill)["CLAUSE"] for e in mine)
        return Stuck(step, Hitch.WHICH_POWER if possible else Hitch.NO_POWER, about)

    def _meant(self, step: ScenarioStep, act: Act, known: set[str]) -> tuple[str, ...] | Stuck:
        """The events or flows a step means; none where nothing depends on it."""
        kind = self.agreement.act_kind(act.kind)
        fills = list(groundings(self.agreement, act, NOBODY))
        if len(fills) > 1 and any(_undecided(act, slot.name) for slot in kind.slots):
            return Stuck(step, Hitch.WHO, tuple(event_name(kind.name, fill) for fill in fills))
        if any(assumed_away(self.agreement, kind, doer(kind, fill)) for fill in fills):
            return Stuck(step, Hitch.ASSUMED_AWAY, ())
        events = self.world.events
        many = step.amount if kind.raises is None and kind.lowers is None else None
        found = tuple(name for fill in fills for name in counted_ones(events, kind, fill, many)) if many else ()
        found = found or tuple(name for fill in fills if (name := event_name(kind.name, fill)) in known)
        if not found and kind.lowers is not None:
            found = tuple(name for fill in fills for name in reductions(events, kind, fill, step.amount))
        return found

    def _reached(self, expected: ExpectedVerdict, day: int, state: State) -> Reached:
        norms = [n for n in self.world.norms if n.clause == expected.clause and expected.bearer in (None, n.bearer)]
        verdicts = {self._verdict(norm, state) for norm in norms}
        return Reached(expected, day, next((each for each in Verdict if each in verdicts), None))

    def _verdict(self, norm: Norm, state: State) -> Verdict:
        values = self.machine.read(state)
        if values[norm.wilful]:
            return Verdict.BREACHED
        if values[norm.prevented]:
            return Verdict.PREVENTED
        outstanding = norm.mode is Mode.DO and not norm.recurs and evaluate(norm.open, values)
        return Verdict.DUE if outstanding else Verdict.KEPT


def _is_said(words: str, event: Event) -> bool:
    """Whether a power's use is what somebody tells of: by the words it is told in."""
    says = dict(event.fill)["SAYS"]
    if words == "gives notice":
        return says.startswith(("gives notice", "withdraws", "ends the agreement", "notifies the others"))
    return says.startswith(words)


def _undecided(act: Act, slot: str) -> bool:
    """Whether a step leaves a slot open; "each of" means all of them."""
    filler = act.filler(slot)
    each = isinstance(filler, Who) and filler.quantifier is Quantifier.EACH
    return is_open(filler) and not each
