"""Wilful or prevented, judged a second time: straight from what the terms mean, by searching from every state.

could     the bearer alone - its own acts and waiting, nobody else, nothing it may not do - brings the goal about
chance    had from when it could; lost only where another's act ended what was possible the moment before
asking    a request of its own, lawful and still unmade at the last day on which an answer would be in time
missed    wilful with a chance had or a request unmade, else prevented
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random
from typing import Any

from hypothesis import event, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.conformance.judging import tries
from tests.worlds import kit

from servanda.agreement.agreement import Agreement
from servanda.agreement.norm import Timing
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policy
from servanda.world.step import Machine, State
from servanda.world.world import Event, Mode, Norm, World

ANSWER = "2"
"""The clause that says how long the other may take to answer a request."""


@dataclass(frozen=True)
class Plot:
    """A duty of A under clause 1, and what may come between."""

    agreement: Agreement
    goal: str
    answer_days: int

    def __repr__(self) -> str:
        """The clauses, without their places."""
        text = "\n  ".join(map(repr, (self.goal, self.answer_days, *self.agreement.clauses)))
        return re.sub(r", place=Place\([^)]*\)|, without_concerned=False", "", text)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002 - the name is the library's
        """Hypothesis prints this."""
        printer.text(repr(self))


@st.composite
def plots(draw: DrawFn) -> Plot:
    """A must do something; perhaps B must be asked first, perhaps it is forbidden for a time, perhaps A is let off."""
    kind = draw(st.sampled_from([kit.VISIT, kit.VISIT, kit.OPEN, kit.BURN, kit.AID]))
    own = {} if kind is kit.BURN else {"TO": "B"}
    spans: list[Timing] = [*map(kit.within, range(4)), kit.every(2), kit.every(3), kit.by_day(2)]
    timing = draw(st.sampled_from(spans))
    calls = kit.upon(kit.act(kit.WARN, BY="B", TO="A"))
    begins = draw(st.sampled_from([(), calls, kit.upon(kit.act(kit.STRIKE))]))
    days = draw(st.integers(0, 2))
    answer = kit.clause(
        ANSWER,
        kit.upon(kit.act(kit.ASK, BY="A", TO="B")),
        kit.duty("B", kit.do(kit.OPEN, TO="A"), kit.within(days)),
    )
    said = [kit.clause("1", begins, kit.duty("A", kit.do(kind, **own), timing))]
    asked = draw(st.booleans())
    said += [answer] * asked
    if draw(st.booleans()):
        barred = draw(st.sampled_from([kind, kit.ASK, kit.STRIKE]))
        when = draw(st.sampled_from([(), calls, kit.upon(kit.act(kit.STRIKE, BY="B")), kit.upon(kit.breach("1", "A"))]))
        said.append(kit.clause("3", when, kit.duty("A", kit.never(barred))))
        if draw(st.booleans()):
            freed = draw(st.sampled_from(["1", "3"]))
            said.append(kit.clause("4", kit.upon(kit.act(kit.AID, BY="B", TO="A")), kit.release(freed, "A")))
    agreement = kit.small(kit.parties("AB"), said, days=draw(st.integers(2, 8)))
    return Plot(agreement, kind.name, days if asked and kind is kit.VISIT else 0)


@dataclass
class Judge:
    """One duty of one world: what its bearer could do from each state, and what it had the chance to do."""

    plot: Plot
    world: World
    norm: Norm
    known: dict[State, bool] = field(default_factory=dict)
    chance: bool = False
    late: bool = False

    def __post_init__(self) -> None:
        self.machine = Machine(self.world, {actor.ident: Policy.FREE for actor in self.world.actors})
        self.chance = self.could(self.machine.start())

    def could(self, state: State) -> bool:
        """Whether the bearer alone can bring the goal about, in time if the duty runs."""
        if state not in self.known:
            self.known[state] = self._search(state)
        return self.known[state]

    def _search(self, start: State) -> bool:
        today = {start}
        for _ in range(self._days_left(start) + 1):
            reached, today = self._own_acts(today)
            if reached:
                return True
            nights = {(state, self.machine.close(state)) for state in today}
            today = {self.machine.wait(night, 1, {}) for state, night in nights if not self._marked(state, night)}
        return False

    def _marked(self, before: State, after: State) -> bool:
        """Whether the bearer breaks another duty by letting the day end."""
        others = [n for n in self.world.norms if n.bearer == self.norm.bearer and n is not self.norm]
        old, new = self.machine.read(before), self.machine.read(after)
        return any(new[n.wilful] and not old[n.wilful] for n in others)

    def _days_left(self, state: State) -> int:
        if not self.machine.is_so(state, self.norm.open) or self.norm.deadline is None:
            return 0
        return max(0, self.norm.deadline - self._age(state))

    def _age(self, state: State) -> int:
        return int(self.machine.read(state)[self.norm.age or "day"])

    def _own_acts(self, states: set[State]) -> tuple[bool, set[State]]:
        """Everything the bearer can lawfully do on a day; whether the goal is among it."""
        seen, todo = set(states), list(states)
        while todo:
            state = todo.pop()
            for act in self._open_to_bearer(state):
                if act.act == self.plot.goal and act.name in self.norm.steps:
                    return True, seen
                there = self.machine.occur(state, act)
                if there not in seen:
                    seen.add(there)
                    todo.append(there)
        return False, seen

    def _open_to_bearer(self, state: State) -> list[Event]:
        """The acts of its own that are possible and break nothing."""
        own = [act for act in self.world.events if act.by == (self.norm.bearer,)]
        possible = [act for act in own if self.machine.is_so(state, act.guard)]
        return [act for act in possible if not any(self.machine.is_so(state, b.condition) for b in act.breaks)]

    def saw(self, act: Event, before: State, after: State) -> None:
        """An event took place."""
        own = self.norm.bearer in act.by
        fulfils = own and act.act == self.plot.goal and act.name in self.norm.steps
        kept = self.chance and not fulfils and (own or not self.could(before))
        self.chance = self.could(after) or kept

    def unmade(self, state: State) -> bool:
        """A request that the goal needs is still open to the bearer."""
        asks = (act for act in self._open_to_bearer(state) if act.name in self.norm.steps)
        return any(act.act != self.plot.goal for act in asks)

    def wilful(self, closing: State) -> bool:
        """The judgement, if the duty is missed at the close of this state's day."""
        return self.chance or self.late or self.unmade(closing)

    def closed(self, closing: State, after: State) -> None:
        """The day ended."""
        over = self.machine.is_so(closing, self.norm.missed)
        runs = self.machine.is_so(closing, self.norm.open)
        in_time = runs and self.norm.deadline is not None
        last = in_time and self._age(closing) >= (self.norm.deadline or 0) - self.plot.answer_days
        self.late = bool(last) and self.plot.answer_days > 0 and (self.late or self.unmade(closing))
        self.chance = self.could(after) or (self.chance and not over)


@tries(3)
@given(plots(), st.integers(0, 2**32))
def test_blame_is_what_a_search_says_it_is(plot: Plot, seed: int) -> None:
    world = from_agreement(plot.agreement)
    norm = next(n for n in world.norms if n.clause == "1" and n.mode is Mode.DO)
    judge, chance = Judge(plot, world, norm), Random(seed)  # noqa: S311 - a seed drawn by the test
    machine, state = judge.machine, judge.machine.start()
    for _ in range(60):
        possible = [act for act in world.events if machine.can_occur(state, act)]
        if possible and chance.random() < 0.6:
            act = chance.choice(possible)
            after = machine.occur(state, act)
            judge.saw(act, state, after)
            state = after
            continue
        if machine.is_so(state, norm.missed):
            expected = judge.wilful(state)
            event("wilful" if expected else "prevented")
            assert machine.is_so(state, norm.blame) == expected
        closed = machine.close(state)
        judge.closed(state, closed)
        dawn = machine.wait(closed, 1, {})
        judge.chance = judge.could(dawn) or judge.chance
        state = dawn
