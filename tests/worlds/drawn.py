"""Random small agreements, and random conducts to judge them under: small enough to look at every state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.worlds import kit
from tests.worlds.kit import ANY, EACH, OTHER, SAME

from servanda.agreement.agreement import Agreement, Assumption
from servanda.agreement.event import Act, ActKind, BodyDecides, Happening
from servanda.agreement.interest import Interest
from servanda.agreement.norm import Clause, Content, Decision, Do, Duty, Keep, Refrain, Rule, Statement, Timing, Vote
from servanda.agreement.party import Actor, Who
from servanda.agreement.quantity import Comparison, Order, Stock
from servanda.questions.question import Reach
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policy
from servanda.world.world import Stake, World


@dataclass(frozen=True)
class Case:
    """An agreement as a world, one of its stakes, and what everybody is assumed to do."""

    agreement: Agreement
    world: World
    stake: Stake
    reach: Reach

    def __repr__(self) -> str:
        """What was drawn and no more: the world follows from it."""
        conducts = {who: policy.value for who, policy in self.reach.policies.items()}
        drawn = self.agreement
        parts = [conducts, self.reach.by_whoever, self.stake.name, drawn.header.lasts_days, drawn.stocks]
        parts += [drawn.assumptions, drawn.clauses, drawn.interests]
        return re.sub(r", place=Place\([^)]*\)|, without_concerned=False", "", "\n  ".join(map(repr, parts)))

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002 - the name is the library's
        """Hypothesis prints this."""
        printer.text(repr(self))


@dataclass(frozen=True)
class Cast:
    """Who and what an agreement is about."""

    actors: tuple[Actor, ...]
    tanks: bool
    looks: bool

    @property
    def kinds(self) -> tuple[ActKind, ...]:
        """The vocabulary."""
        moves = (kit.GROW, kit.SUPPLY) if self.tanks else ()
        return (*kit.PLAIN, *(kit.LOOKS if self.looks else ()), *moves)

    @property
    def parties(self) -> tuple[str, ...]:
        """The short names of the parties."""
        return tuple(actor.ident for actor in self.actors if actor.bound and actor.ident != "V")


Phrases = st.SearchStrategy[Who | str]


def someone(cast: Cast, *phrases: Who) -> Phrases:
    """A party by name, or one of the phrases."""
    choices: list[Who | str] = [*phrases, *cast.parties]
    return st.sampled_from(choices)


def casts() -> st.SearchStrategy[Cast]:
    """Two or three actors; tanks or not; somebody to look or not."""
    two, plain = kit.parties("AB"), (False, False)
    choices = [
        Cast(two, *plain),
        Cast(kit.parties("ABC"), *plain),
        Cast(two, True, False),
        Cast((*two, kit.THIRD), True, False),
        Cast((*two, kit.VERIFIER), True, True),
    ]
    return st.sampled_from([choices[0], choices[0], choices[1], choices[2], choices[2], choices[3], choices[4]])


@st.composite
def deeds(draw: DrawFn, cast: Cast, *, wide: bool) -> Act:
    """An act of the plain vocabulary; `wide` leaves somebody open."""
    kind = draw(st.sampled_from([kit.STRIKE, kit.STRIKE, kit.AID, kit.BURN, kit.WARN, kit.VISIT, kit.OPEN, kit.ASK]))
    who = someone(cast, ANY) if wide else someone(cast, OTHER, SAME)
    slots = [slot.name for slot in kind.slots if wide or slot.name != "BY"]
    return kit.act(kind, **{slot: draw(who) for slot in slots})


@st.composite
def happenings(draw: DrawFn, cast: Cast, before: tuple[str, ...]) -> Happening:
    """What may set a clause off."""
    ways = ["act", "act", "act"] + (["breach"] if before else []) + ["decision"] * (len(cast.parties) > 2)
    ways += ["flow"] * cast.tanks + ["look"] * (cast.looks and bool(before))
    match draw(st.sampled_from(ways)):
        case "breach":
            return kit.breach(draw(st.sampled_from(before)), draw(someone(cast, ANY)))
        case "look":
            return kit.breach(draw(st.sampled_from(before)), ANY, kit.LOOK)
        case "decision":
            return kit.adoption("body")
        case "flow":
            return kit.act(kit.GROW, BY=draw(someone(cast, ANY)))
        case _:
            return draw(deeds(cast, wide=True))


def decisions() -> st.SearchStrategy[Decision]:
    """A vote under each rule."""
    return st.builds(
        lambda rule, out, closes, default: kit.vote(
            "body", rule, without_concerned=out, closes=closes, default_yes=default and closes is not None
        ),
        st.sampled_from(list(Rule)),
        st.booleans(),
        st.sampled_from([None, 0, 1, 2]),
        st.booleans(),
    )


def timings() -> st.SearchStrategy[Timing | None]:
    """Each way to say when."""
    spans = st.integers(0, 3).map(kit.within)
    adopted = st.integers(0, 2).map(lambda days: kit.within(days, of_adoption=True))
    others = st.sampled_from([kit.every(1), kit.every(2), kit.by_day(1), kit.by_day(3), kit.NO_DATE, None])
    return st.one_of(spans, spans, adopted, others)


def ceilings(cast: Cast) -> st.SearchStrategy[Comparison]:
    """A condition on holdings."""
    return st.builds(
        lambda one, order, count: kit.compare(kit.tanks(one), order, kit.units(count)),
        someone(cast, SAME),
        st.sampled_from([Order.AT_MOST, Order.AT_MOST, Order.AT_LEAST, Order.BELOW]),
        st.integers(1, 4),
    )


@st.composite
def contents(draw: DrawFn, cast: Cast) -> Content:
    """What is owed: to do, to refrain, to keep."""
    ways = ["do", "do", "do", "refrain", "refrain"] + ["keep", "no build-up"] * cast.tanks + ["look"] * cast.looks
    match draw(st.sampled_from(ways)):
        case "keep":
            return kit.keep(draw(ceilings(cast)))
        case "no build-up":
            return kit.never(kit.GROW)
        case "look":
            return kit.do(kit.LOOK, IN=draw(someone(cast, EACH)))
        case "refrain":
            return Refrain(draw(deeds(cast, wide=False)))
        case _:
            return Do(draw(deeds(cast, wide=False)))


@st.composite
def duties(draw: DrawFn, cast: Cast, opens: Decision | None) -> Duty:
    """Somebody owes something, perhaps once a decision is made."""
    content = draw(contents(cast))
    looks = isinstance(content, Do) and content.act.kind == kit.LOOK.name
    bearer = "V" if looks else draw(someone(cast, EACH))
    if opens is not None and draw(st.booleans()):
        content = Vote(draw(st.sampled_from([True, None])))
        return kit.duty(EACH if bearer == "V" else bearer, content, kit.within(draw(st.integers(0, 2))))
    timing = draw(timings()) if isinstance(content, Do) else None
    provided = opens if isinstance(content, Do) and opens is not None else None
    return kit.duty(bearer, content, timing, provided)


@st.composite
def clauses(draw: DrawFn, cast: Cast, number: int) -> Clause:
    """One clause that may speak of those before it."""
    before = tuple(str(earlier) for earlier in range(1, number))
    trigger = kit.upon(*draw(st.lists(happenings(cast, before), min_size=0, max_size=2 if number > 1 else 1)))
    votes = bool(trigger) and len(cast.parties) > 2 and not any(isinstance(h, BodyDecides) for h in trigger)
    opens = draw(decisions()) if votes and draw(st.booleans()) else None
    said: list[Statement] = list(draw(st.lists(duties(cast, opens), min_size=1, max_size=2)))
    if opens is not None and draw(st.booleans()):
        said.append(opens)
    freed: Phrases = someone(cast, EACH, OTHER, SAME)
    if trigger and before and draw(st.booleans()):
        said.append(kit.release(draw(st.sampled_from(before)), draw(freed)))
    if trigger and cast.tanks and draw(st.booleans()):
        said.append(kit.may_answer(draw(freed), kit.GROW))
    if trigger and cast.looks and draw(st.booleans()):
        said.append(kit.duty("V", kit.do(kit.REPORT, ON=SAME, TO=OTHER), kit.within(draw(st.integers(0, 1)))))
    return kit.clause(str(number), trigger, *said)


@st.composite
def interests(draw: DrawFn, cast: Cast, said: tuple[Clause, ...]) -> Interest:
    """What somebody wants, of each kind; often what a clause gives, or what one forbids."""
    ways = ["whenever", "given", "given", "given", "forbidden", "never"] + [
        "always",
        "always",
        "at expiry",
    ] * cast.tanks
    of = draw(st.sampled_from(cast.parties))
    match draw(st.sampled_from(ways)):
        case "always":
            condition = draw(st.one_of(*_kept(said), ceilings(cast).filter(_names_somebody)))
            return kit.interest(of, kit.always(condition))
        case "at expiry":
            return kit.interest(of, kit.at_expiry(draw(ceilings(cast).filter(_names_somebody))))
        case "never":
            return kit.interest(of, kit.not_once(draw(st.one_of(*_forbidden(said), deeds(cast, wide=True)))))
        case "forbidden":
            trigger = draw(st.one_of(*_forbidden(said), deeds(cast, wide=True)))
            return kit.interest(of, kit.whenever(trigger, draw(deeds(cast, wide=True)), draw(st.integers(0, 2))))
        case "given":
            loose = st.tuples(deeds(cast, wide=True), deeds(cast, wide=True))
            trigger, answer = draw(st.one_of(_given(said) or [loose]))
            return kit.interest(of, kit.whenever(trigger, answer, draw(st.sampled_from([1, 2, 3, 4, 4]))))
        case _:
            trigger, answer = draw(deeds(cast, wide=True)), draw(deeds(cast, wide=True))
            earlier = draw(st.booleans())
            return kit.interest(of, kit.whenever(trigger, answer, draw(st.integers(0, 3)), or_before=earlier))


def _given(said: tuple[Clause, ...]) -> list[st.SearchStrategy[tuple[Happening, Happening]]]:
    """What sets a clause off, and what it then asks for."""
    return [
        st.just((trigger, kit.act(kit.of_name(duty.content.act.kind))))
        for clause in said
        for rules in clause.rules
        for trigger in rules.upon
        for duty in rules.statements
        if isinstance(duty, Duty) and isinstance(duty.content, Do)
    ]


def _forbidden(said: tuple[Clause, ...]) -> list[st.SearchStrategy[Happening]]:
    """Acts that a clause forbids somebody."""
    return [
        st.just(kit.act(kit.of_name(duty.content.act.kind), **_by(duty.bearer)))
        for clause in said
        for rules in clause.rules
        for duty in rules.statements
        if isinstance(duty, Duty) and isinstance(duty.content, Refrain)
    ]


def _kept(said: tuple[Clause, ...]) -> list[st.SearchStrategy[Comparison]]:
    """What a named party must keep, from the start."""
    return [
        st.just(duty.content.condition)
        for clause in said
        for rules in clause.rules
        for duty in rules.statements
        if not rules.upon and isinstance(duty, Duty) and isinstance(duty.content, Keep)
        if isinstance(duty.content.condition, Comparison) and _names_somebody(duty.content.condition)
    ]


def _by(bearer: Who) -> dict[str, Who]:
    return {"BY": bearer} if bearer.name is not None else {}


def _names_somebody(condition: Comparison) -> bool:
    return condition.left[0].of.holder.name is not None  # type: ignore[union-attr]


@st.composite
def stocks_and_flows(draw: DrawFn, cast: Cast) -> tuple[list[Stock], list[Assumption]]:
    """Few tanks, slow flows, sometimes a limit to how fast a holding rises."""
    if not cast.tanks:
        return [], []
    stocks = [kit.stock(who, draw(st.integers(0, 3))) for who in cast.parties]
    assume: list[Assumption] = []
    for who in cast.parties:
        assume.append(kit.rate(draw(st.sampled_from([0, 1, 1, 2])), kit.GROW, BY=who))
        if draw(st.integers(0, 3)) == 0:
            assume.append(kit.rise(1, who))
    assume += [kit.rate(draw(st.integers(0, 1)), kit.SUPPLY, TO=who) for who in cast.parties]
    return stocks, assume


@st.composite
def themes(draw: DrawFn, cast: Cast) -> tuple[Clause, Interest]:
    """A first clause that is meant to serve an interest, and often does."""
    of, kind = draw(st.sampled_from(cast.parties)), draw(st.sampled_from([kit.STRIKE, kit.AID, kit.BURN]))
    match draw(st.sampled_from(["forbidden", "answered", "answered"] + ["kept"] * cast.tanks)):
        case "forbidden":
            said = kit.duty(EACH, kit.never(kind))
            return kit.clause("1", (), said), kit.interest(of, kit.not_once(kit.act(kind)))
        case "kept":
            condition = kit.at_most(kit.tanks(of), kit.units(draw(st.integers(2, 4))))
            return kit.clause("1", (), kit.duty(of, kit.keep(condition))), kit.interest(of, kit.always(condition))
        case _:
            trigger, days = draw(deeds(cast, wide=True)), draw(st.integers(0, 2))
            clause = kit.clause("1", kit.upon(trigger), kit.duty(EACH, kit.do(kind), kit.within(days)))
            slack = draw(st.integers(0, 1))
            return clause, kit.interest(of, kit.whenever(trigger, kit.act(kind), days + slack))


@st.composite
def agreements(draw: DrawFn, cast: Cast) -> Agreement:
    """A whole agreement of one to three clauses, for two to five days."""
    theme = draw(st.none() | themes(cast))
    first, last = (1, 3) if theme is None else (2, 3)
    stocks, assume = draw(stocks_and_flows(cast))
    few = cast.tanks or len(cast.parties) > 2
    numbers = range(first, draw(st.integers(first - (theme is not None), last - few)) + 1)
    said = tuple(draw(clauses(cast, number)) for number in numbers)
    if theme is not None:
        said = (theme[0], *said)
    return kit.small(
        cast.actors,
        said,
        [draw(interests(cast, said)) if theme is None else theme[1]],
        days=draw(st.integers(2, 3 if few else 5)),
        bodies=[kit.body("body", *cast.parties)],
        stocks=stocks,
        assume=assume,
        acts=cast.kinds,
    )


@st.composite
def cases(draw: DrawFn) -> Case:
    """An agreement that can be built, a stake of it, and everybody's policy."""
    cast = draw(casts())
    agreement = draw(agreements(cast).filter(lambda drawn: bool(from_agreement(drawn).stakes)))
    world = from_agreement(agreement)
    stake = draw(st.sampled_from(world.stakes))
    lawful = [Policy.PROMPT, Policy.KEEPER, Policy.WILLING]
    mixes = [
        lawful,
        lawful,
        [Policy.KEEPER],
        [Policy.PROMPT, Policy.WILLING],
        [Policy.WILLING],
        [Policy.PROMPT],
        [*lawful, Policy.FREE],
    ]
    kinds = st.sampled_from(draw(st.sampled_from(mixes)))
    policies = {a.ident: draw(kinds) if a.bound else Policy.FREE for a in world.actors}
    waived = draw(st.integers(0, 4)) == 0
    return Case(
        agreement,
        world,
        stake,
        Reach(stake.fails, policies, occurrence=stake.triggers, by_whoever=waived, excuses=stake.excuses),
    )
