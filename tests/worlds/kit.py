"""Short words for small agreements, written as values and not as text.

    small(parties("AB"), [clause("1", upon(strike(VICTIM="A")), duty("B", do(aid(RECEIVER="A")), within(2)))], ...)

Who: a short name, or one of EACH, ANY, OTHER, SAME.  An act is what the
vocabulary below calls it, with some of its slots filled.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from servanda.agreement.agreement import (
    Agreement,
    AssumedRate,
    AssumedRise,
    Assumption,
    Extent,
    Header,
    Status,
)
from servanda.agreement.event import (
    Act,
    ActKind,
    BodyDecides,
    Breach,
    DecisionMoment,
    Happening,
    NeededAct,
    Raise,
    Rate,
    Slot,
)
from servanda.agreement.interest import Always, AtExpiry, Interest, Never, Protected, Whenever
from servanda.agreement.norm import (
    ByDate,
    Clause,
    ClockStart,
    Content,
    Decision,
    Do,
    Duty,
    Every,
    Force,
    Keep,
    MayAnswer,
    NotStated,
    Refrain,
    Release,
    Rule,
    Rules,
    Statement,
    Timing,
    Vote,
    Within,
)
from servanda.agreement.party import Actor, Body, Group, Quantifier, Role, Who
from servanda.agreement.quantity import Amount, Comparison, Condition, Holding, Kind, Order, Stock, Term
from servanda.text.place import Place

HERE = Place("kit", 1, 1, 1, 1)
TANKS = "tanks"
START = datetime(2025, 1, 10, tzinfo=UTC)

ANY = Who(Quantifier.ANY, Group.PARTIES, None, HERE)
ANY_STATE = Who(Quantifier.ANY, Group.STATES, None, HERE)
ANY_VERIFIER = Who(Quantifier.ANY, Group.VERIFIERS, None, HERE)
ANY_THIRD = Who(Quantifier.ANY, Group.THIRD_STATES, None, HERE)
EACH = Who(Quantifier.EACH, Group.PARTIES, None, HERE)
OTHER = Who(Quantifier.ONE, Group.OTHERS, None, HERE)
SAME = Who(Quantifier.ONE, Group.SAME, None, HERE)

Someone = Who | str


def who(one: Someone) -> Who:
    """A short name, or a phrase as it is."""
    return one if isinstance(one, Who) else Who(Quantifier.ONE, Group.NAMED, one, HERE)


def each_of(body: str, *, without_concerned: bool = False) -> Who:
    """Each member of a body."""
    return Who(Quantifier.EACH, Group.BODY, body, HERE, without_concerned)


def _kind(
    name: str,
    slots: Sequence[tuple[str, Who | None]],
    *,
    needs: tuple[NeededAct, ...] = (),
    noticed_by: tuple[str, ...] = ("everyone",),
    shows: tuple[str, str] | None = None,
    tells: str | None = None,
) -> ActKind:
    made = tuple(Slot(slot, one) for slot, one in slots)
    return ActKind(
        name, (), (), made, made[0].name, needs, None, None, shows, noticed_by, None, None, (), HERE, tells
    )  # fmt: skip


STRIKE = _kind("strike", [("BY", ANY), ("ON", ANY)])
ATTACK = _kind("armed attack", [("BY", ANY_STATE), ("ON", ANY_STATE)])
AID = _kind("aid", [("BY", ANY), ("TO", ANY)])
CONSULT = _kind("consultation", [("BY", ANY_STATE), ("WITH", ANY_STATE)])
ASK = _kind("request", [("BY", ANY), ("TO", ANY)])
OPEN = _kind("access", [("BY", ANY), ("TO", ANY)], needs=(NeededAct("request", (("BY", "TO"), ("TO", "BY"))),))
VISIT = _kind("visit", [("BY", ANY), ("TO", ANY)], needs=(NeededAct("access", (("BY", "TO"), ("TO", "BY"))),))
BURN = _kind("burning", [("BY", ANY)])
WARN = _kind("warning", [("BY", ANY), ("TO", ANY)])

REQUEST_LOOK = _kind("request for a look", [("BY", ANY_VERIFIER), ("TO", ANY)], noticed_by=("BY", "TO"))
ALLOW_LOOK = _kind(
    "leave to look",
    [("BY", ANY), ("TO", ANY_VERIFIER)],
    needs=(NeededAct("request for a look", (("BY", "TO"), ("TO", "BY"))),),
    noticed_by=("BY", "TO"),
)
LOOK = _kind(
    "look",
    [("BY", ANY_VERIFIER), ("AT", None), ("IN", ANY)],
    needs=(NeededAct("leave to look", (("BY", "IN"), ("TO", "BY"))),),
    noticed_by=("BY", "IN"),
    shows=("AT", "IN"),
)
REPORT = _kind("report", [("BY", ANY_VERIFIER), ("ON", ANY), ("TO", ANY)], noticed_by=("BY", "TO"), tells="ON")

UNSTATED = Rate(None, None, HERE)
GROW = replace(_kind("build-up", [("BY", ANY), ("OF", None)]), raises=Raise("OF", "BY", UNSTATED))
SUPPLY = replace(
    _kind("delivery", [("BY", ANY_THIRD), ("OF", None), ("TO", ANY)]),
    acceptance_of="TO",
    raises=Raise("OF", "TO", UNSTATED),
)

PLAIN = (STRIKE, AID, CONSULT, ASK, OPEN, VISIT, BURN, WARN)
LOOKS = (REQUEST_LOOK, ALLOW_LOOK, LOOK, REPORT)


def of_name(name: str) -> ActKind:
    """The kind of act that is called so."""
    return next(kind for kind in (*PLAIN, ATTACK, *LOOKS, GROW, SUPPLY) if kind.name == name)


def act(kind: ActKind, **fill: Someone) -> Act:
    """An act of a kind; a slot for a thing takes the thing's name."""
    things = {slot.name for slot in kind.slots if slot.who is None}
    filled = tuple((slot, one if slot in things and isinstance(one, str) else who(one)) for slot, one in fill.items())
    return Act(kind.name, filled, HERE)


def do(kind: ActKind, **fill: Someone) -> Do:
    """Perform an act."""
    return Do(act(kind, **fill))


def never(kind: ActKind, **fill: Someone) -> Refrain:
    """Never perform an act."""
    return Refrain(act(kind, **fill))


def within(days: int, *, of_adoption: bool = False) -> Within:
    """So many days from the trigger, or from adoption."""
    return Within(days, ClockStart.ADOPTION if of_adoption else ClockStart.TRIGGER, HERE)


def every(days: int) -> Every:
    """Again and again, never longer apart."""
    return Every(days, HERE)


def by_day(day: int) -> ByDate:
    """By a date so many days after the text takes effect."""
    return ByDate(START + timedelta(days=day), HERE)


NO_DATE = NotStated(HERE)


def duty(bearer: Someone, content: Content, timing: Timing | None = None, provided: Decision | None = None) -> Duty:
    """Somebody shall."""
    return Duty(who(bearer), Force.SHALL, content, timing, provided, HERE)


def vote(
    body: str,
    rule: Rule = Rule.UNANIMITY,
    *,
    without_concerned: bool = False,
    closes: int | None = None,
    default_yes: bool = False,
) -> Decision:
    """A decision of a body."""
    return Decision(body, None, rule, without_concerned, closes, default_yes, HERE)


CONSENT = Vote(True)
DECIDE = Vote(None)


def upon(*happenings: Happening) -> tuple[Happening, ...]:
    """What sets a clause off."""
    return happenings


def breach(clause_number: str, by: Someone = ANY, shown_by: ActKind | None = None) -> Breach:
    """A breach of a clause, as seen, or as a look shows it."""
    return Breach(clause_number, who(by), None if shown_by is None else shown_by.name, HERE)


def adoption(body: str) -> BodyDecides:
    """A body adopts something."""
    return BodyDecides(body, DecisionMoment.ADOPTION, HERE)


def release(clause_number: str, one: Someone) -> Release:
    """A clause no longer binds somebody."""
    return Release(clause_number, who(one), HERE)


def may_answer(one: Someone, kind: ActKind, **fill: Someone) -> MayAnswer:
    """A move that somebody may answer with."""
    return MayAnswer(who(one), act(kind, **fill), HERE)


def clause(number: str, when: tuple[Happening, ...], *statements: Statement) -> Clause:
    """A clause with one trigger (or none) and what then holds."""
    return Clause(number, None, (), (Rules(when, statements, HERE),), None, HERE)


def tanks(holder: Someone, factor: Fraction | int = 1) -> Term:
    """A holding, times something."""
    return Term(Fraction(factor), Holding(TANKS, who(holder), HERE))


def units(count: int) -> Term:
    """A plain number of tanks."""
    return Term(Fraction(1), Amount(Fraction(count), TANKS, HERE))


def compare(left: Term, order: Order, right: Term) -> Comparison:
    """A condition."""
    return Comparison((left,), order, (right,), HERE)


def at_most(left: Term, right: Term) -> Comparison:
    """The left is no more than the right."""
    return compare(left, Order.AT_MOST, right)


def keep(condition: Condition) -> Keep:
    """Keep a state."""
    return Keep(condition)


def interest(of: str, protected: Protected) -> Interest:
    """What somebody wants."""
    return Interest(of, "protected", protected, HERE)


def whenever(trigger: Happening, answer: Happening, days: int, *, or_before: bool = False) -> Whenever:
    """Each time the trigger happens, the answer happens within so many days, or has happened before."""
    return Whenever(trigger, answer, days, or_before)


def always(condition: Condition) -> Always:
    """The condition holds throughout."""
    return Always(condition)


def at_expiry(condition: Condition) -> AtExpiry:
    """The condition holds when the term ends."""
    return AtExpiry(condition)


def not_once(happening: Happening) -> Never:
    """The happening does not occur within the term."""
    return Never(happening)


def actor(ident: str, role: Role = Role.PARTY) -> Actor:
    """Somebody."""
    return Actor(ident, ident, role, HERE)


def parties(idents: Iterable[str]) -> tuple[Actor, ...]:
    """Some parties."""
    return tuple(actor(ident) for ident in idents)


VERIFIER = actor("V", Role.VERIFIER)
THIRD = actor("W", Role.THIRD_STATE)


def body(ident: str, *members: str) -> Body:
    """A named group that can decide."""
    return Body(ident, None, members, HERE)


def stock(holder: Someone, count: int) -> Stock:
    """How many tanks somebody has at the start."""
    return Stock(Holding(TANKS, who(holder), HERE), Amount(Fraction(count), TANKS, HERE), HERE)


def rate(a_day: int, kind: ActKind, **fill: Someone) -> AssumedRate:
    """A flow moves at most so many units a day."""
    return AssumedRate(act(kind, **fill), Rate(Fraction(a_day), None, HERE), "assumed", HERE)


def rise(a_day: int, holder: Someone) -> AssumedRise:
    """A holding rises by at most so many units a day, whatever flows into it."""
    return AssumedRise(Holding(TANKS, who(holder), HERE), Rate(Fraction(a_day), None, HERE), "assumed", HERE)


def small(
    actors: tuple[Actor, ...],
    clauses: Sequence[Clause],
    interests: Sequence[Interest] = (),
    *,
    days: int | None = 4,
    bodies: Sequence[Body] = (),
    stocks: Sequence[Stock] = (),
    assume: Sequence[Assumption] = (),
    acts: Sequence[ActKind] = PLAIN,
) -> Agreement:
    """The whole agreement; `days` is its term."""
    header = Header("small", None, "summary", (), Extent.FULL, Status.BINDING, None, START, days, True, HERE)
    kinds = (Kind(TANKS, TANKS, HERE),) if stocks else ()
    return Agreement(
        header, actors, tuple(bodies), kinds, tuple(acts), tuple(stocks), tuple(assume), tuple(clauses),
        tuple(interests), (), (), (),
    )  # fmt: skip
