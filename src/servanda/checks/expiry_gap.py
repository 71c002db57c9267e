"""`expiry-gap`: the agreement ends before an interest does, or before a remedy that was begun in time can finish."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from servanda.agreement.interest import Interest
from servanda.agreement.lasting import Sunset
from servanda.agreement.wording import days_words
from servanda.checks.cause import Cause, cause_of_all
from servanda.checks.endings import ending
from servanda.checks.mirror import holders, mirrored, their
from servanda.checks.reliance import statements
from servanda.checks.remedy_time import Course, courses
from servanda.checks.study import Study, found
from servanda.checks.tails import After, after_the_end, also_words, found_after, told_together
from servanda.findings import Circumstance, Family, Finding, Hint, Label, Slug, make_finding
from servanda.questions.standing import Failure, Standing
from servanda.stories.tell import Teller
from servanda.stories.words import grouped, listed
from servanda.world.ground import day_of
from servanda.world.world import Tail

EXPIRY_GAP = Slug(
    "expiry-gap",
    Family.CIRCUMVENTION,
    "The agreement ends while an interest goes on, or before a remedy that has begun can finish.",
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interest left without protection by the end, and for each remedy that ends too late."""
    for after in told_together(study, after_the_end(study, Tail.EXPIRY)):
        yield _unprotected(study, after)
    yield from _clauses_ended(study)
    for course in courses(study.agreement):
        yield _too_late(study, course)


def _unprotected(study: Study, after: After) -> Finding:
    interest, run, reach = after.interest, after.run, after.reach
    exposed = (interest.of, *((after.twin.of,) if after.twin is not None else ()), *(each.of for each in after.also))
    names = holders(study, interest, after.twin)
    return make_finding(
        EXPIRY_GAP,
        f"{their(names, interest)} {_is(names)} meant {_beyond(interest)}, and {_when(study, run.days)}.",
        interest.place,
        circumstances=(Circumstance.EXIT_TOO_SOON,),
        exposed=tuple(dict.fromkeys(exposed)),
        interest=interest.name,
        remark="goes on after the end",
        why=tuple(_why(study, after)),
        answer=found_after(study, after),
        opening="The shortest way, every clause complied with:",
        story=Teller(study.agreement, study.world, reach).story(
            run, ending(study, interest, after.failure, run, reach)
        ),
        hints=(
            Hint("clauses that survive the end for as long as the interest does, for every side."),
            Hint("or an interest that ends with the agreement, if nobody relies on it afterwards."),
        ),
    )


def _clauses_ended(study: Study) -> Iterator[Finding]:
    """Interests that fail within the term because a clause has ended; of two that mirror each other, one finding."""
    failing = [each for each in study.failing() if cause_of_all(study, *each) is Cause.EXPIRED]
    told: list[Interest] = []
    for each in failing:
        if each[0] not in told:
            twin = next((other for other, its in failing if _alike(each, (other, its))), None)
            told += [each[0], *((twin,) if twin is not None else ())]
            yield _clause_ended(study, each[0], each[1].failures[0], twin)


def _alike(one: tuple[Interest, Standing], other: tuple[Interest, Standing]) -> bool:
    """Whether two interests mirror each other, bear one name and begin to fail on the same day."""
    (mine, standing), (theirs, twin) = one, other
    same_day = standing.failures[0].answer.run.days == twin.failures[0].answer.run.days
    return mine.name == theirs.name and same_day and mirrored(mine, theirs)


def _clause_ended(study: Study, interest: Interest, failure: Failure, twin: Interest | None) -> Finding:
    """Within the term, because a clause that protects has ended before it."""
    run, reach = failure.answer.run, failure.reach
    ended = tuple(_sunsets(study, run.days))
    which = f"clauses {listed(ended)} have" if len(ended) > 1 else f"clause {ended[0]} has" if ended else "a clause has"
    day, names = _day(study, run.days), holders(study, interest, twin)
    each = "" if twin is None else "each "
    return make_finding(
        EXPIRY_GAP,
        f"{their(names, interest)} can {each}fail from {day} on, when {which} ended.",
        interest.place,
        circumstances=(Circumstance.INTEREST_FAILS_ONE_MOVE,),
        clauses=ended,
        exposed=(interest.of, *((twin.of,) if twin is not None else ())),
        interest=interest.name,
        remark="is meant for the whole term",
        labels=tuple(Label(study.agreement.clause(number).place, "ends before") for number in ended),
        why=("The agreement goes on, and no other clause takes its place.",),
        answer=found(study, reach, run, failure.answer.searched_rounds),
        opening=f"One way, every clause complied with{f', told of {study.name(interest.of)}' if twin else ''}:",
        story=Teller(study.agreement, study.world, reach).story(run, ending(study, interest, failure, run, reach)),
        hints=(
            Hint("what follows the clause, owed by a day, or the clause itself until that is in place."),
            Hint("or an interest that ends when the clause does."),
        ),
    )


def _sunsets(study: Study, day: int) -> Iterator[str]:
    """The clauses that have ended by a day because their time was over."""
    for _, rules, each in statements(study.agreement):
        if isinstance(each, Sunset) and (each.moment is not None or each.days is not None or rules.upon):
            last = day_of(study.agreement, each.moment) if each.moment is not None else each.days
            if rules.upon or (last is not None and last < day):
                yield from each.clauses


def _is(names: tuple[str, ...]) -> str:
    return "is" if len(names) == 1 else "are"


def _beyond(interest: Interest) -> str:
    return f"for {days_words(interest.beyond)} beyond the term" if interest.beyond else "beyond the term"


def _when(study: Study, day: int) -> str:
    term = study.world.term
    if term is None:
        return "can fail once the agreement has ended"
    return f"can fail {days_words(day - term)} after the agreement has run out"


def _why(study: Study, after: After) -> Iterator[str]:
    yield "When the term is over, no clause protects it any longer."
    if after.way is not None and after.way.pace is not None and not after.way.stated:
        yield f"The text states no rate; the story takes {grouped(after.way.pace)} a day, the least that suffices."
    if after.twin is not None:
        one, other = study.name(after.interest.of), study.name(after.twin.of)
        yield f"All this is open to {one} against {other} in just the same way."
    yield from also_words(study, after)


def _too_late(study: Study, course: Course) -> Finding:
    number = course.clause.number
    ends, last = _day(study, course.ends), _day(study, course.last)
    hopeless = course.last < 0
    beyond = any(interest.beyond is not None for interest in study.agreement.interests)
    return make_finding(
        EXPIRY_GAP,
        f"What begins under clause {number} can never finish: it takes {days_words(course.days)}, and lapses on {ends}."
        if hopeless
        else f"What begins under clause {number} after {last} cannot finish before it lapses on {ends}.",
        course.rules.place,
        circumstances=(Circumstance.EXIT_TOO_SOON,) if beyond else (),
        clauses=(number, *(before.clause.number for before in course.before if before.clause.number != number)),
        remark=f"takes {days_words(course.days)}",
        labels=tuple(Label(before.rules.place, f"takes {days_words(before.days)}") for before in course.before),
        why=tuple(_course(study, course)),
        hints=(
            Hint("that what has begun in time goes on to its end."),
            Hint("or shorter steps, for the last weeks at least."),
        ),
        subject=str(course.rules.place.line),
    )


def _course(study: Study, course: Course) -> Iterator[str]:
    yield f"It takes {days_words(course.days)}, and what is not finished by the end is due no longer."
    if course.before and course.last >= 0:
        steps = listed(f"clause {each.clause.number} ({days_words(each.days)})" for each in course.before)
        first = course.last - sum(each.days for each in course.before)
        latest = f"on {_day(study, first)} at the latest" if first >= 0 else "before the agreement took effect"
        yield f"If the steps before it take all the time they may, {steps}, the first of them must begin {latest}."


def _day(study: Study, day: int) -> str:
    start = study.agreement.header.takes_effect
    return (start.date() + timedelta(days=day)).isoformat() if start is not None else f"day {day}"
