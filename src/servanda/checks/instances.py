"""The duties of the text beside what the world makes of them, one for each bearer and trigger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.agreement.norm import (
    After,
    Agree,
    Agreed,
    Clause,
    Do,
    Duty,
    Fulfilled,
    Keep,
    NotBefore,
    Refrain,
    Requirement,
    Rules,
    Vote,
)
from servanda.agreement.party import Group
from servanda.agreement.wording import condition_words, noun_words, requirement_words, verb_words, who_words
from servanda.checks.study import Study
from servanda.questions.answer import Run
from servanda.questions.question import Reach
from servanda.stories.tell import final_values
from servanda.stories.words import listed
from servanda.world.lines import is_again
from servanda.world.requirements import is_fulfilled
from servanda.world.world import Norm


@dataclass(frozen=True, slots=True)
class Instances:
    """One duty of the text, and its norms (none where it is an obligation of conduct, or nobody bears it)."""

    clause: Clause
    rules: Rules
    duty: Duty
    norms: tuple[Norm, ...]

    @property
    def dated(self) -> tuple[Norm, ...]:
        """Those of its norms that can be missed."""
        return tuple(norm for norm in self.norms if norm.deadline is not None)


def instances(study: Study) -> Iterator[Instances]:
    """Every duty of the text, in order."""
    for clause in study.agreement.clauses:
        for part, rules in enumerate(clause.rules, start=1):
            for index, statement in enumerate(rules.statements, start=1):
                if isinstance(statement, Duty):
                    lead = f"clause {clause.number} line {part}.{index}:"
                    norms = tuple(n for n in study.world.norms if n.name.startswith(lead) and not is_again(n.name))
                    yield Instances(clause, rules, statement, norms)


def what_words(study: Study, duty: Duty) -> str:
    """What a duty asks for, as a verb."""
    match duty.content:
        case Do(act):
            return verb_words(study.agreement, act)
        case Refrain(act):
            return f"refrain from {noun_words(study.agreement, act)}"
        case Keep(condition):
            return f"see to it that {condition_words(study.agreement, condition)}"
        case Agree(clause):
            return f"agree to clause {clause}"
        case Vote():
            return "take part in the decision"


def bearers(study: Study, norms: tuple[Norm, ...]) -> str:
    """Who bears them, in words."""
    return listed(dict.fromkeys(study.name(norm.bearer) for norm in norms))


def unowed(study: Study, item: Instances) -> tuple[Agreed, ...]:
    """The agreements that a duty asks for and that no clause obliges to give by some day."""
    return tuple(each for each in item.duty.requires if isinstance(each, Agreed) and not _owed(study, item, each))


def _owed(study: Study, item: Instances, agreed: Agreed) -> bool:
    owing = {step for norm in study.world.norms if norm.deadline is not None for step in norm.steps}
    asked = [event for event in study.world.events if event.fill == (("CLAUSE", item.clause.number),)]
    named = [event for event in asked if agreed.who.name in (None, event.by[0])] or asked
    return bool(named) and all(event.name in owing for event in named)


def missing(study: Study, item: Instances, reach: Reach, run: Run) -> Iterator[str]:
    """What had not come about at the end of a run, of all that a duty's act had to wait for."""
    values = final_values(study.world, reach, run)
    yield from _needed_acts(study, item, run)
    for requirement in item.duty.requires:
        match requirement:
            case Agreed():
                said = f" has agreed to clause {item.clause.number}"
                silent = [a.name for a in study.agreement.actors if not values.get(f"{a.ident}{said}", True)]
                if silent:
                    yield f"{listed(silent)} {'has' if len(silent) == 1 else 'have'} not agreed"
            case Fulfilled(clauses=clauses):
                for each in clauses:
                    if not values.get(is_fulfilled(each), False):
                        yield f"clause {each} is not fulfilled"
            case After(act=act, days=days) if days:
                yield f"day {days} after {noun_words(study.agreement, act)} has not come"
            case After(act=act):
                yield f"there has been no {noun_words(study.agreement, act)}"
            case NotBefore(moment=moment):
                yield f"what is done before {moment:%Y-%m-%d} does not count"


def _needed_acts(study: Study, item: Instances, run: Run) -> Iterator[str]:
    """The acts without which, by its nature, the act cannot take place, and that did not."""
    done = {study.world.event(name).act for segment in run.segments for name in segment.events}
    needs = study.agreement.act_kind(item.duty.content.act.kind).needs if isinstance(item.duty.content, Do) else ()
    yield from (f"there has been no {need.act}" for need in needs if need.act not in done)


def waits_for(study: Study, requirements: tuple[Requirement, ...]) -> str:
    """``with the agreement of the Region, only after clause 3 is fulfilled``."""
    return listed(requirement_words(study.agreement, each) for each in requirements)


def givers(study: Study, agreed: tuple[Agreed, ...]) -> str:
    """Whose agreement is asked for, in words."""
    named = any(each.who.group is Group.NAMED for each in agreed)
    whose = (each.who for each in agreed if not named or each.who.group is not Group.OTHERS)
    return listed(dict.fromkeys(who_words(study.agreement, who) for who in whose))
