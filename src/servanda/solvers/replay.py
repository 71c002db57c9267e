"""Nobody is told a story that the plain interpreter has not lived through, on the whole world.

What a slice left out is done "at the first chance" here.  After the end of a
story that claims that everybody complied, the run must go on without a wilful
breach until every duty that is open has fallen due; otherwise the story is a
breach that has not come to light yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from servanda.questions.answer import Run, Segment
from servanda.questions.question import Reach
from servanda.solvers.features import atoms
from servanda.world.build import CLOCK
from servanda.world.explore import Hour, Reached, Spot, explore
from servanda.world.expression import (
    Expr,
    Linear,
    NotNegative,
    Var,
    add,
    at_least,
    at_most,
    choice,
    conj,
    neg,
    number,
    variables,
)
from servanda.world.policy import Policy, lawfully
from servanda.world.step import Machine, State
from servanda.world.world import Event, Manner, Norm, Variable, World

_PATIENCE = 4_000
"""Days a replay may go on after the story's end before it is given up."""

_MOST_STATES = 5_000
"""States that are looked at for a continuation where the plainest one fails."""


@dataclass(frozen=True)
class Replay:
    """One story on one world.  `told`: the norms the story itself speaks for."""

    world: World
    reach: Reach
    told: frozenset[str]

    @cached_property
    def machine(self) -> Machine:
        """The interpreter under the question's policies."""
        return Machine(self.world, self.reach.policies, self.reach.waived)

    def confirms(self, run: Run, *, extend: bool) -> bool:
        """Whether the run can be lived day by day, reaches bad, and (if asked) can go on lawfully."""
        begun = self.machine.start(run.start)
        state: State | None = begun if self.machine.may_start(begun) else None
        for place, segment in enumerate(run.segments):
            last = place == len(run.segments) - 1
            state = self._wait(state, segment) if state is not None else None
            if state is None:
                return False
            if last and not run.at_close:
                return self._bad(state) and (not extend or self._goes_on(state))
            state = self.day(state, segment.events)
            if state is None:
                return False
        return state is not None and self._bad(state) and (not extend or self._goes_on(state, closed=True))

    def _bad(self, state: State) -> bool:
        return self.machine.is_so(state, self.reach.bad)

    def _wait(self, state: State, segment: Segment) -> State | None:
        """The days of a wait, one by one, with what else is to be done on each; ends at dawn.

        `state` is a closed day (or day 0 before anything happened, if the wait is zero).
        """
        moved = dict(segment.moved)
        current: State | None = state
        left = segment.wait
        while left:
            if left < segment.wait and current is not None:
                current = self.day(current, ())
            if current is None:
                return None
            share = self._share(current, moved, left)
            today = {**self.machine.quiet(current), **share}
            days = 1 if any(today.values()) else self.leap(current, self._unhurried(moved, left))
            if not self.machine.can_wait(current, days, today):
                return None
            current = self.machine.wait(current, days, today)
            moved = {name: units - share[name] for name, units in moved.items()}
            left -= days
        return current if not any(moved.values()) else None

    def _unhurried(self, left: dict[str, int], days: int) -> int:
        """On how many days nothing need move yet, so that all can still be moved by the end."""
        idle = days
        for name, units in left.items():
            daily = self.machine.daily_limit(name)
            if units and daily:
                idle = min(idle, days - -(-units // daily))
        for limit in self.world.rise_limits:
            together = sum(left.get(f.name, 0) for f in self.world.flows if f.quantity == limit.quantity)
            idle = min(idle, days - -(-together // limit.rate)) if together else idle
        return max(1, idle)

    def leap(self, state: State, most: int) -> int:
        """How many days, up to `most`, can pass at once after a day's close: none on which somebody has to act.

        Nothing but timers and the calendar changes on them; none of these comes to a number that anything asks for.
        """
        if any(self.machine.quiet(state).values()):
            return 1
        days = self.machine.headroom(state, most)
        if self._dates:
            today = int(state[self.machine.names.index(CLOCK)])
            days = min([days, *(date - today for date in self._dates if date > today)])
        return days if days > 1 and self.machine.can_wait(state, days, {}) else 1

    @cached_property
    def _dates(self) -> tuple[int, ...]:
        """The days that a guard or a duty asks for, and the days after."""
        if CLOCK not in self.machine.names:
            return ()
        asked = [*(event.guard for event in self.world.events), *(n.open for n in self.world.norms)]
        found = {
            part.of
            for one in dict.fromkeys(asked)
            for part in atoms(one)
            if isinstance(part, NotNegative) and variables(part) == {CLOCK} and isinstance(part.of, Linear | Var)
        }
        edges = {-of.constant // of.terms[0][0] for of in found if isinstance(of, Linear)}
        return tuple(sorted({date for edge in edges for date in (edge, edge + 1)}))

    def _share(self, state: State, left: dict[str, int], days: int) -> dict[str, int]:
        """How much each flow moves today so that the rest still fits into the days that remain.

        As late as it can be, but for what an answering actor owes: that comes first.
        """
        share = dict.fromkeys(left, 0)
        for name, units in left.items():
            _, most = self.machine.most(state, name, 1)
            if name in self.machine.permits.full_flows:
                share[name] = min(units, most or 0)
            elif most is None:
                share[name] = -(-units // days)
            else:
                share[name] = max(0, units - most * (days - 1))
        for limit in self.world.rise_limits:
            self._fit(state, limit.quantity, limit.rate, left, share, days)
        return share

    def _fit(
        self, state: State, quantity: str, rate: int, left: dict[str, int], share: dict[str, int], days: int
    ) -> None:
        """Bring forward what a joint daily limit would not let through later."""
        names = [f.name for f in self.world.flows if f.quantity == quantity and f.name in left]
        missing = sum(left[n] for n in names) - rate * (days - 1) - sum(share[n] for n in names)
        for name in names:
            _, most = self.machine.most(state, name, 1)
            room = left[name] - share[name] if most is None else min(most, left[name]) - share[name]
            extra = max(0, min(room, missing))
            share[name] += extra
            missing -= extra

    def day(self, state: State, events: tuple[str, ...]) -> State | None:
        """The story's events of a day, then what else is owed, then the close."""
        current = state
        for name in events:
            event = self.world.event(name)
            if not self.machine.can_occur(current, event):
                return None
            current = self.machine.occur(current, event)
        current = self._perform(current, leaving_out=self.told)
        return self.machine.close(current) if self.machine.can_close(current) else None

    def _perform(self, state: State, leaving_out: frozenset[str], *, early: bool = False) -> State:
        """Everything at the first chance: whoever keeps its duties performs what is open.  `early`: reductions too."""
        for _ in range(self._most_acts):
            step = next(self._steps(state, leaving_out, early=early), None)
            if step is None:
                return state
            state = self.machine.occur(state, step)
        return state

    def _steps(self, state: State, leaving_out: frozenset[str], *, early: bool) -> Iterator[Event]:
        for norm, acts in self._performed:
            if norm.name in leaving_out:
                continue
            now = self._is_time(state, norm, early=early)
            for event, lawful in acts if now else self._asked_before(state, norm, acts) if early else ():
                if self.machine.is_so(state, lawful) and self.machine.can_occur(state, event):
                    yield event
        yield from (event for event in self._asked if self.machine.can_occur(state, event))

    def _asked_before(self, state: State, norm: Norm, acts: list[tuple[Event, Expr]]) -> Iterator[tuple[Event, Expr]]:
        """What a recurring duty needs first: whoever is asked for it may take the time its own duty gives."""
        if norm.age is not None and norm.recurs and self.machine.is_so(state, norm.open):
            yield from (act for act in acts if norm.age not in act[0].effects)

    @cached_property
    def _most_acts(self) -> int:
        """Acts of one day at most: each once, and once more for every duty that asks for it."""
        return len(self.world.events) + sum(len(norm.steps) for norm in self.world.norms)

    @cached_property
    def _performed(self) -> list[tuple[Norm, list[tuple[Event, Expr]]]]:
        """What is to be done by whoever keeps its duties, the last step first, and when it breaks nothing."""
        events = {event.name: event for event in self.world.events}
        return [
            (
                norm,
                [
                    (events[name], lawfully(events[name], norm.bearer))
                    for name in reversed(norm.steps)
                    if events[name].manner is not Manner.REFUSAL or len(norm.steps) == 1
                ],
            )
            for norm in self.world.norms
            if norm.steps and self.reach.policies[norm.bearer].keeps
        ]

    @cached_property
    def _asked(self) -> list[Event]:
        """The consents of those who give theirs whenever it is asked of them."""
        prompt = {who for who, policy in self.reach.policies.items() if policy is Policy.PROMPT}
        return [e for e in self.world.events if e.manner is Manner.CONSENT and set(e.by) <= prompt]

    def _is_time(self, state: State, norm: Norm, *, early: bool) -> bool:
        """A recurring duty, or a reduction, is performed on its last day, any other at once."""
        if not self.machine.is_so(state, norm.open):
            return False
        return not norm.at_the_end or (early and norm.patient) or self.machine.is_so(state, norm.missed)

    def _goes_on(self, state: State, *, closed: bool = False) -> bool:
        """One continuation without a wilful breach until everything dated and open has fallen due.

        What comes again and again must fall due once more.  Everything at the
        first chance is nearly always such a continuation; where it is not, all
        others are looked at.
        """
        plain = self._lives_on(state, closed=closed) or self._lives_on(state, closed=closed, early=True)
        return plain or self._can_live_on(state, closed=closed)

    def _lives_on(self, state: State, *, closed: bool, early: bool = False) -> bool:
        current: State | None = state
        if not closed:
            current = self._end_of_day(state, early=early)
        again = self._next_round(state)
        day = 0
        while day < _PATIENCE:
            if current is None:
                return False
            if day >= again and not self._pending(current):
                return True
            days, morning = self.later(current, again - day if again > day else _PATIENCE)
            current = self._end_of_day(morning, early=early) if morning is not None else None
            day += days
        return False

    def _can_live_on(self, state: State, *, closed: bool) -> bool:
        nights = Var("nights since the story's end")
        again = self._next_round(state) + (0 if closed else 1)
        later = choice(at_most(nights, number(again)), add(nights, number(1)), nights)
        counting = replace(
            self.world,
            variables=(*self.world.variables, Variable(nights.name, 0)),
            closing={**self.world.closing, nights.name: later},
        )
        settled = conj(at_least(nights, number(again)), *(neg(norm.open) for norm in self._dated()))
        start = Spot(Hour.NIGHT if closed else Hour.DAY, (*state, 0))
        machine = Machine(counting, self.reach.policies, self.reach.waived)
        return isinstance(explore(machine, settled, most_states=_MOST_STATES, start=start), Reached)

    def _next_round(self, state: State) -> int:
        """How many days until every recurring duty that runs has fallen due again."""
        return max((n.deadline or 0 for n in self._recurring() if self.machine.is_so(state, n.open)), default=0)

    def later(self, state: State, most: int) -> tuple[int, State | None]:
        """The next morning on which there may be something to do, nothing moved that need not move.

        With the number of days passed; None if time cannot pass.
        """
        quiet = self.machine.quiet(state)
        days = 1 if any(quiet.values()) else self.leap(state, most)
        return days, self.machine.wait(state, days, quiet) if self.machine.can_wait(state, days, quiet) else None

    def _end_of_day(self, state: State, *, early: bool = False) -> State | None:
        """The close of a day; where no morning could follow it, what was to be reduced later is reduced today."""
        closed = self._closed(state, early=early)
        if any(norm.patient for norm in self.world.norms) and (closed is None or self.later(closed, 1)[1] is None):
            return self._closed(state, early=True)
        return closed

    def _closed(self, state: State, *, early: bool) -> State | None:
        current = self._perform(state, leaving_out=frozenset(), early=early)
        return self.machine.close(current) if self.machine.can_close(current) else None

    def _pending(self, state: State) -> bool:
        return any(self.machine.is_so(state, norm.open) for norm in self._dated())

    def _dated(self) -> list[Norm]:
        return [norm for norm in self.world.norms if norm.deadline is not None and not norm.recurs]

    def _recurring(self) -> list[Norm]:
        return [norm for norm in self.world.norms if norm.recurs]
