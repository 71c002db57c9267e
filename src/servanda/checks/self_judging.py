"""`self-judging`: whoever is bound judges alone whether an exception frees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.agreement.exception import Excepted, Exempt, Judge
from servanda.agreement.interest import Interest
from servanda.agreement.norm import Clause, Duty
from servanda.checks.cause import Cause, cause_of_all
from servanda.checks.endings import ending
from servanda.checks.reliance import clause_relied_on, own_judgement, relied_on, statements
from servanda.checks.study import Study, found
from servanda.findings import STATIC, Answer, Circumstance, Family, Finding, Hint, Label, Slug, StoryStep, make_finding
from servanda.questions.standing import Failure
from servanda.stories.tell import Teller
from servanda.stories.words import listed
from servanda.text.english import possessive
from servanda.world.exceptions import ALONE

SELF_JUDGING = Slug("self-judging", Family.CIRCUMVENTION, "Whether an exception applies is judged by whom it frees.")


@dataclass(frozen=True, slots=True)
class _Own:
    """An exception that nobody else judges: the clauses it opens, and where it stands."""

    clause: Clause
    excepted: Excepted
    opened: tuple[str, ...]
    needed: bool


def check(study: Study) -> Iterator[Finding]:
    """One finding for each clause that makes such an exception."""
    failures = dict(_failures(study))
    told: dict[tuple[str, str], _Own] = {}
    for own in _exceptions(study):
        told.setdefault((own.clause.number, own.excepted.words or ""), own)
    for own in told.values():
        using = tuple(pair for pair in failures.items() if _uses(study, pair[1], own))
        yield _finding(study, own, using)


def _failures(study: Study) -> Iterator[tuple[Interest, Failure]]:
    for interest, standing in study.failing():
        if cause_of_all(study, interest, standing) is Cause.SELF_JUDGED:
            yield interest, standing.failures[0]


def _exceptions(study: Study) -> Iterator[_Own]:
    for clause, _, statement in statements(study.agreement):
        match statement:
            case Duty(exceptions=exceptions) as duty:
                for each in exceptions:
                    if own_judgement(each):
                        yield _Own(clause, each, (clause.number,), relied_on(study, duty))
            case Exempt(clauses=clauses, excepted=each) if own_judgement(each):
                yield _Own(clause, each, clauses, any(clause_relied_on(study, number) for number in clauses))


def _uses(study: Study, failure: Failure, own: _Own) -> bool:
    events = (study.world.event(name) for segment in failure.answer.run.segments for name in segment.events)
    return any(("CLAUSE", own.clause.number) in event.fill for event in events)


def _finding(study: Study, own: _Own, using: tuple[tuple[Interest, Failure], ...]) -> Finding:
    number, words = own.clause.number, own.excepted.words or ""
    alone = own.excepted.judge is Judge.BEARER
    opened = tuple(dict.fromkeys((number, *own.opened)))
    what = "" if own.opened == (number,) else f" from {_clauses(own.opened)}"
    who = "whoever it frees judges alone" if alone else f"{study.silent[:1].lower()}{study.silent[1:]} who judges"
    answer, story = _story(study, using[0]) if using else (STATIC, ())
    users = _users(study, own)
    return make_finding(
        SELF_JUDGING,
        f"Clause {number} makes an exception{what} {_said(words)}, and {who} whether it is there.",
        own.excepted.place,
        circumstances=(Circumstance.NEEDED_DUTY_SELF_JUDGED,) if own.needed or using else (),
        clauses=opened,
        usable_by=users,
        exposed=tuple(dict.fromkeys(interest.of for interest, _ in using)),
        interest=using[0][0].name if using else None,
        remark="judged by whoever it frees" if alone else "nobody named judges this",
        labels=tuple(Label(study.agreement.clause(each).place, "gives way to it") for each in opened[1:]),
        why=tuple(_why(study, users, using)),
        answer=answer,
        opening="One way, every clause complied with as its user sees it:" if story else "",
        story=story,
        hints=(
            Hint("somebody else who determines whether it is so, by a day, before or after."),
            Hint("or what must have happened first, in terms that others can see, and a report of it."),
        ),
        subject=words,
    )


def _said(words: str) -> str:
    return words if words.startswith("in ") else f"“{words}”"


def _clauses(numbers: tuple[str, ...]) -> str:
    return f"clause {numbers[0]}" if len(numbers) == 1 else f"clauses {listed(numbers)}"


def _users(study: Study, own: _Own) -> tuple[str, ...]:
    """Who can bring it about."""
    mine = ("CLAUSE", own.clause.number)
    events = [event for event in study.world.events if mine in event.fill and ALONE in event.fill]
    return tuple(dict.fromkeys(event.by[0] for event in events))


def _why(study: Study, users: tuple[str, ...], using: tuple[tuple[Interest, Failure], ...]) -> Iterator[str]:
    yield "Whoever says that it is so has broken nothing, whether or not others agree."
    if len(users) > 1:
        yield f"This is open to {listed(study.name(who) for who in users)} alike."
    if using:
        failing = listed(f"{possessive(study.name(interest.of))} interest “{interest.name}”" for interest, _ in using)
        first = f", told of {study.name(using[0][0].of)}," if len(using) > 1 else ""
        yield f"With it {failing} can fail; without it the story below{first} ends in a breach."


def _story(study: Study, using: tuple[Interest, Failure]) -> tuple[Answer, tuple[StoryStep, ...]]:
    interest, failure = using
    run, reach = failure.answer.run, failure.reach
    told = Teller(study.agreement, study.world, reach).story(run, ending(study, interest, failure, run, reach))
    return found(study, reach, run, failure.answer.searched_rounds), told
