"""What can be run: variables, events, flows, norms and what counts as bad.

A world is a guarded-command program in four moves, in this order within a day:

    wait    a number of days passes; flows add to quantities; timers grow
    look    is anything bad that is about states alone?
    occur   events, one after the other, each if its guard holds
    close   what was missed is marked, what falls due is opened; then look again

Norms, votes, remedies and interests are not known to the four moves: they are
compiled to variables and effects, and a :class:`Norm` only names which
variables are its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from servanda.world.expression import FALSE, TRUE, Expr, Value

DAYS = "days passed"
"""The choice of a wait: how many days.  Usable in the effects of `World.waiting`."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A truth value or a whole number, and how it starts.

    `lowest`, `highest` bound a number that is known to stay in a range; the
    bound is a promise that is checked, not a wall that blocks events.  `unstated`:
    the text does not say how it starts, so it may start at any number from
    `lowest` on, and then `initial` is only the plainest of them.
    """

    name: str
    initial: Value
    lowest: int | None = None
    highest: int | None = None
    unstated: bool = False


Effects = Mapping[str, Expr]
"""Simultaneous assignments: every right side is read before any left side is written."""


class Manner(Enum):
    """What kind of thing an event is, for policies and for telling."""

    ACT = "act"
    CONSENT = "consent"
    REFUSAL = "refusal"
    POWER = "power"  # allowed by a clause to whom it names, and owed by nobody


@dataclass(frozen=True, slots=True)
class Break:
    """Doing this is a wilful breach of `norm` while `condition` holds."""

    norm: str
    bearer: str
    condition: Expr


@dataclass(frozen=True, slots=True)
class Event:
    """Something that actors can do.  It takes place only if all of `by` take part.

    `owed`: for each actor, when a duty of theirs asks for this now.
    `decision`: the vote this belongs to.  `gives_up`: a consent to ending what
    binds, which nobody prompt gives unless it owes it.
    """

    name: str
    by: tuple[str, ...]
    guard: Expr
    effects: Effects
    manner: Manner = Manner.ACT
    act: str | None = None
    breaks: tuple[Break, ...] = ()
    owed: tuple[tuple[str, Expr], ...] = ()
    decision: str | None = None
    fill: tuple[tuple[str, str], ...] = ()
    gives_up: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """A quantity that grows by up to `rate` units a day while its actors let it.

    `rate` None: the text does not say; the question decides what is tried.
    `answering`: while it holds, the first actor, if prompt, moves the full rate.
    """

    name: str
    by: tuple[str, ...]
    quantity: str
    rate: int | None
    act: str
    playbook: str | None
    fill: tuple[tuple[str, str], ...] = ()
    answering: Expr = FALSE
    breaks: tuple[Break, ...] = ()

    @property
    def amount(self) -> str:
        """The name of the choice "how many units moved during this wait"."""
        return f"moved: {self.name}"


@dataclass(frozen=True, slots=True)
class RiseLimit:
    """All flows into a quantity together add at most `rate` units a day."""

    quantity: str
    rate: int
    because: str


@dataclass(frozen=True, slots=True)
class Threshold:
    """A wait never jumps past `value` reaching `limit` while `while_` holds."""

    value: str
    limit: int
    while_: Expr = TRUE


class Mode(Enum):
    """What a norm asks."""

    DO = "do"
    REFRAIN = "refrain"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Norm:
    """One binding of a duty, and the variables that tell its story.

    `origin`: the events that set it off in the first place.  `missed`: holds
    at the close of a day if the duty is broken then; it is wilful where `blame`
    holds as well, else prevented.  `steps` are the events by which the bearer
    gets on with it.  `patient`: what is asked for costs its bearer something
    from the day it is done, so that even who is prompt does it on the last day.
    `own`: of a state to be kept, what was the bearer's own doing, where it is to
    blame for more than that; None where it is not.
    """

    name: str
    clause: str
    bearer: str
    mode: Mode
    open: Expr
    missed: Expr
    blame: Expr
    wilful: str
    prevented: str
    steps: tuple[str, ...] = ()
    age: str | None = None
    deadline: int | None = None
    recurs: bool = False
    origin: tuple[str, ...] = ()
    patient: bool = False
    own: Expr | None = None

    @property
    def at_the_end(self) -> bool:
        """Whether it is performed when it falls due, and not at the first chance."""
        return self.recurs or self.patient

    @property
    def own_doing(self) -> Expr:
        """When a breach of a state to be kept is its bearer's doing, and not only its omission."""
        return self.blame if self.own is None else self.own


@dataclass(frozen=True, slots=True)
class Decision:
    """One vote: whose, the variables that tell how it stands, and the events that open it.

    `yes`: one variable for each decider; `needed`: how many of them adopt it.
    """

    name: str
    clause: str
    body: str
    open: str
    adopted: str
    deciders: tuple[str, ...]
    concerned: str | None
    yes: tuple[str, ...]
    needed: int
    origin: tuple[str, ...] = ()

    @property
    def needs_all(self) -> bool:
        """Whether one voice withheld is enough to block it."""
        return self.needed == len(self.deciders)


class Tail(Enum):
    """After which end an interest is looked at that is meant beyond the term."""

    EXPIRY = "expiry"
    EXIT = "exit"


@dataclass(frozen=True, slots=True)
class Stake:
    """One binding of an interest: what would be bad, and what a good run looks like.

    `answered`: says that what is waited for has come; `excuses`: variables that only ever keep it from being at
    stake, so that a proof may take them never to hold.
    `fails` is a condition on states.  `given` holds once the interest has
    demonstrably been served with its trigger really occurring; `begins` once
    it is at stake at all.  `tail`: it is about what happens after an end.
    """

    name: str
    interest: str
    of: str
    fails: Expr
    given: Expr
    begins: Expr
    trigger_by: str | None = None
    triggers: tuple[str, ...] = ()
    tail: Tail | None = None
    answered: str | None = None
    excuses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in the world: bound by the agreement or not."""

    ident: str
    name: str
    bound: bool
    party: bool


@dataclass(frozen=True, slots=True)
class World:
    """Everything that can happen, and what it would mean.

    `closing` and `waiting` are effects; `waiting` may read DAYS and the flows'
    amounts.  `term` is the last day in force, None without end.
    """

    actors: tuple[Actor, ...]
    variables: tuple[Variable, ...]
    events: tuple[Event, ...]
    flows: tuple[Flow, ...]
    rise_limits: tuple[RiseLimit, ...]
    norms: tuple[Norm, ...]
    decisions: tuple[Decision, ...]
    stakes: tuple[Stake, ...]
    closing: Effects
    waiting: Effects
    thresholds: tuple[Threshold, ...]
    term: int | None

    def event(self, name: str) -> Event:
        """The event of that name.  StopIteration if there is none."""
        return next(event for event in self.events if event.name == name)

    def norm(self, name: str) -> Norm:
        """The norm of that name."""
        return next(norm for norm in self.norms if norm.name == name)

    def flow(self, name: str) -> Flow:
        """The flow of that name."""
        return next(flow for flow in self.flows if flow.name == name)

    def stake(self, name: str) -> Stake:
        """The stake of that name."""
        return next(stake for stake in self.stakes if stake.name == name)
