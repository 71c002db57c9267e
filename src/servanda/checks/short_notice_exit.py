"""`short-notice-exit`: somebody can be free of the agreement sooner than an interest beyond the term allows."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.lasting import Extension, Kind, Power
from servanda.agreement.norm import Clause, Statement
from servanda.agreement.party import Group, Who
from servanda.agreement.wording import days_words, who_words
from servanda.checks.endings import ending
from servanda.checks.mirror import holders, their
from servanda.checks.reliance import statements
from servanda.checks.study import Study
from servanda.checks.tails import After, after_the_end, also_words, ended_on, found_after, powers_used, told_together
from servanda.findings import Circumstance, Family, Finding, Hint, Label, Slug, make_finding
from servanda.stories.tell import Teller
from servanda.stories.words import capital, grouped
from servanda.world.world import Manner, Tail

SHORT_NOTICE_EXIT = Slug(
    "short-notice-exit",
    Family.CIRCUMVENTION,
    "Somebody can leave or end the agreement without notice, or sooner than an interest beyond the term allows.",
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interest that an exit endangers, and one for each exit that takes no notice at all."""
    told: set[str] = set()
    for after in told_together(study, after_the_end(study, Tail.EXIT)):
        finding = _too_soon(study, after)
        told.update(finding.clauses)
        yield finding
    for clause, rules, statement in statements(study.agreement):
        if clause.number not in told and not rules.upon and _without_notice(statement):
            yield _no_notice(study, clause, statement)


def _without_notice(statement: Statement) -> bool:
    match statement:
        case Power(kind=Kind.WITHDRAW | Kind.TERMINATE) as power:
            return power.notice_days == 0
        case Extension(unless=unless, notice=notice):
            return unless is not None and notice == 0
    return False


def _too_soon(study: Study, after: After) -> Finding:
    interest, run, reach = after.interest, after.run, after.reach
    notice_day, event = powers_used(study, run)[0]
    number = dict(event.fill)["CLAUSE"]
    who, names = _whose(study, number), holders(study, interest, after.twin)
    exposed = (interest.of, *((after.twin.of,) if after.twin is not None else ()), *(each.of for each in after.also))
    each, needing = ("", f"{names[0]}") if len(names) == 1 else ("each ", "each of them")
    needs = f", and {needing} needs {days_words(interest.beyond)}" if interest.beyond else ""
    passed = run.days - notice_day
    first = "on the very day of" if passed == 0 else f"{days_words(passed)} after"
    return make_finding(
        SHORT_NOTICE_EXIT,
        f"{their(names, interest)} can {each}fail {first} notice by {who} under clause {number}{needs}.",
        study.agreement.clause(number).place,
        circumstances=(Circumstance.EXIT_TOO_SOON,),
        clauses=(number,),
        usable_by=_users(study, number),
        exposed=tuple(dict.fromkeys(exposed)),
        interest=interest.name,
        remark="the way out",
        labels=(Label(interest.place, "meant beyond the term"),),
        why=tuple(_why(study, after, notice_day)),
        answer=found_after(study, after),
        opening="The shortest way, every clause complied with:",
        story=Teller(study.agreement, study.world, reach).story(
            run, ending(study, interest, after.failure, run, reach)
        ),
        hints=(
            Hint("a longer notice: at least as long as the others need from the day on which they are warned."),
            Hint("or clauses that survive for that time, for whoever leaves and for whoever stays."),
        ),
    )


def _whose(study: Study, number: str) -> str:
    """Who may give notice under a clause, in words."""
    for clause, _, each in statements(study.agreement):
        if clause.number == number and isinstance(each, Power) and each.kind is not Kind.SUSPEND:
            return _one(study, each.who)
        if clause.number == number and isinstance(each, Extension) and each.unless is not None:
            return _one(study, each.unless)
    return "somebody"


def _one(study: Study, who: Who) -> str:
    """``a party``, whether the text says each or any."""
    return "a party" if who.group is Group.PARTIES else who_words(study.agreement, who)


def _users(study: Study, number: str) -> tuple[str, ...]:
    mine = [e for e in study.world.events if e.manner is Manner.POWER and ("CLAUSE", number) in e.fill]
    return tuple(sorted({who for event in mine for who in event.by}))


def _why(study: Study, after: After, notice_day: int) -> Iterator[str]:
    over = ended_on(study, after.reach, after.run)
    notice, breakout = over - notice_day, after.run.days - over
    free = (
        f"From the notice it takes {days_words(notice)} to be free"
        if notice
        else "Whoever gives notice is free at once"
    )
    rest = f", and {days_words(breakout)} more to bring about what the interest is to prevent" if breakout else ""
    yield f"{free}{rest}."
    if after.way is not None and after.way.pace is not None and not after.way.stated:
        yield f"The text states no rate; the story takes {grouped(after.way.pace)} a day, the least that suffices."
    if after.twin is not None:
        one, other = study.name(after.interest.of), study.name(after.twin.of)
        yield f"All this is open to {one} against {other} in just the same way."
    yield from also_words(study, after)


def _no_notice(study: Study, clause: Clause, statement: Statement) -> Finding:
    if isinstance(statement, Extension) and statement.unless is not None:
        who = capital(_one(study, statement.unless))
        headline = f"{who} can let the agreement end by a notification on its last day, under clause {clause.number}."
        hints = (Hint("a number of days before the end by which the notification is due."),)
        why = "The text asks for no earlier notification, so the others may learn of the end on the day itself."
    else:
        assert isinstance(statement, Power)  # noqa: S101 - the caller has looked
        who = capital(_one(study, statement.who))
        verb = "leave" if statement.kind is Kind.WITHDRAW else "end"
        headline = f"{who} can {verb} the agreement from one moment to the next, under clause {clause.number}."
        said = "with effect at once" if statement.effective is not None and statement.effective.days == 0 else ""
        why = f"The text lets it do so {said}." if said else "The text sets no time between the notice and its effect."
        hints = (Hint("a number of days between the notice and its effect."),)
    return make_finding(
        SHORT_NOTICE_EXIT,
        headline,
        statement.place,
        clauses=(clause.number,),
        remark="no time in between",
        why=(why,),
        hints=(*hints, Hint("or a tail: clauses that go on to bind for some time.")),
        subject="no notice",
    )
