"""A scenario of the file, told: what was done, what became of each duty, and what stood in the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from servanda.agreement.agreement import Agreement, ScenarioStep, Use, Voice
from servanda.agreement.event import Act, ActKind
from servanda.agreement.wording import noun_words
from servanda.findings import Family, Finding, Slug, StoryStep, problem
from servanda.questions.question import Reach
from servanda.stories.tell import Ending, Teller
from servanda.stories.words import capital, listed, name_of, pattern
from servanda.world.expression import FALSE
from servanda.world.scenario import Hitch, Outcome, Reached, Stuck, anybody
from servanda.world.world import World

STEP_IMPOSSIBLE = Slug("step-impossible", Family.PROBLEM, "A step of a scenario cannot take place as it is told.")
VERDICT_NOT_MET = Slug("verdict-not-met", Family.PROBLEM, "A scenario comes out otherwise than its file expects.")


@dataclass(frozen=True, slots=True)
class ScenarioTold:
    """One scenario: dated steps, a sentence for each expectation, and what came out otherwise."""

    name: str
    story: tuple[StoryStep, ...]
    verdicts: tuple[str, ...]
    unmet: tuple[Finding, ...]
    impossible: tuple[Finding, ...]


def told(agreement: Agreement, world: World, outcome: Outcome) -> ScenarioTold:
    """What a scenario comes to, in plain words."""
    if outcome.stuck is not None:
        return ScenarioTold(outcome.scenario.name, (), (), (), (_impossible(agreement, world, outcome.stuck),))
    teller = Teller(agreement, world, Reach(FALSE, anybody(world)))
    story = _with_idle(teller, teller.story(outcome.run, Ending("The scenario ends.", "")), outcome.idle)
    verdicts = tuple(f"{capital(_whose(agreement, each))}: {_came_out(each)}." for each in outcome.reached)
    unmet = tuple(_not_met(agreement, outcome, each) for each in outcome.reached if not each.met)
    return ScenarioTold(outcome.scenario.name, story, verdicts, unmet, ())


def _with_idle(teller: Teller, story: tuple[StoryStep, ...], idle: tuple[ScenarioStep, ...]) -> tuple[StoryStep, ...]:
    """The story with the steps that change nothing at the end of their days."""
    *told, end = story
    for step in idle:
        if isinstance(step.act, Act):
            place = sum(1 for each in told if each.day <= step.day)
            told.insert(place, teller.idle(step.day, step.act, step.amount))
    return (*told, end)


def _whose(agreement: Agreement, reached: Reached) -> str:
    bearer = reached.expected.bearer
    return f"clause {reached.expected.clause}{f' of {name_of(agreement, bearer)}' if bearer else ''}, day {reached.day}"


def _came_out(reached: Reached) -> str:
    if reached.verdict is None:
        return "there is no such duty"
    as_expected = "as expected" if reached.met else f"expected was {reached.expected.verdict}"
    return f"{reached.verdict.value}, {as_expected}"


def _not_met(agreement: Agreement, outcome: Outcome, reached: Reached) -> Finding:
    whose, expected = _whose(agreement, reached), reached.expected
    if reached.verdict is None:
        headline = (
            f"In scenario “{outcome.scenario.name}” {whose.partition(',')[0]} is to be {expected.verdict}, but it"
        )
        headline += " puts no duty that can be broken on anybody of that name."
        way_out = "Name a clause with a duty, and somebody whom it binds."
    else:
        headline = f"Scenario “{outcome.scenario.name}” expects {whose}, to be {expected.verdict}; it is"
        headline += f" {reached.verdict.value}."
        way_out = "Change the steps, the clause or the expectation, whichever is not what was meant."
    return problem(
        VERDICT_NOT_MET,
        headline,
        expected.place,
        way_out,
        subject=f"{outcome.scenario.name}: {expected.verdict} {expected.bearer or ''} {reached.day}",
        clause=expected.clause,
    )


def _impossible(agreement: Agreement, world: World, stuck: Stuck) -> Finding:
    what = _what(agreement, stuck.step.act)
    return problem(
        STEP_IMPOSSIBLE,
        f"On day {stuck.step.day} there can be no {what} as told here.",
        stuck.step.place,
        _way_out(agreement, world, stuck),
        subject=f"{stuck.step.day} {what}",
    )


def _what(agreement: Agreement, act: Act | Voice | Use) -> str:
    if isinstance(act, Act):
        return noun_words(agreement, act)
    if isinstance(act, Use):
        return f"step in which {name_of(agreement, act.who)} {act.words}"
    clause = f" under clause {act.clause}" if act.clause else ""
    return f"{'consent' if act.yes else 'refusal'} by {name_of(agreement, act.who)}{clause}"


_SAID: Mapping[Hitch, str] = MappingProxyType(
    {
        Hitch.WHO: "It can be more than one: say who does it, and to whom.",
        Hitch.HOW_MANY: "Say how many on that day, such as: W delivers 10 tanks to B.",
        Hitch.FIRST_DAY: "What moves takes a day: the first day on which something has moved is day 1.",
        Hitch.ASSUMED_AWAY: "The file assumes that it does not happen: drop the assumption or the step.",
        Hitch.NO_POWER: "No clause lets it do so then: tell first what gives it the power, or leave the step out.",
        Hitch.NO_VOTE: "Nothing asks for this voice now: tell first what opens the vote; nobody votes twice.",
    }
)


def _way_out(agreement: Agreement, world: World, stuck: Stuck) -> str:
    match stuck.hitch:
        case Hitch.TOO_FAST:
            return f"At most {_pace(world, stuck)} can move in a day: spread it over several days."
        case Hitch.NEEDS:
            return f"Before it there must be {listed(_needed(agreement, world, stuck))}: add that step."
        case Hitch.WHICH_POWER:
            return f"Clauses {listed(dict.fromkeys(stuck.meant))} let it do so: keep one of them."
        case Hitch.WHICH_VOTE:
            return f"Say under which clause: {listed(dict.fromkeys(stuck.meant), 'or')}."
    return _SAID[stuck.hitch]


def _pace(world: World, stuck: Stuck) -> str:
    flow = world.flow(stuck.meant[0])
    rates = [limit.rate for limit in world.rise_limits if limit.quantity == flow.quantity]
    return str(min([*rates, *([] if flow.rate is None else [flow.rate])]))


def _needed(agreement: Agreement, world: World, stuck: Stuck) -> Iterator[str]:
    """What must have come first, as nouns."""
    event = world.event(stuck.meant[0])
    kind, fill = agreement.act_kind(event.act or ""), dict(event.fill)
    for need in kind.needs:
        needed = agreement.act_kind(need.act)
        yield pattern(agreement, needed, needed.noun, {theirs: fill[own] for theirs, own in need.fill})
    yield from _knowledge(agreement, kind, fill)


def _knowledge(agreement: Agreement, kind: ActKind, fill: dict[str, str]) -> Iterator[str]:
    if kind.tells is not None:
        yield f"knowledge of a breach by {name_of(agreement, fill[kind.tells])}"
