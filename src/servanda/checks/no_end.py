"""`no-end`: a suspension, an exception, a clause or a cure is meant for a time, and the text sets no bound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.agreement.exception import Cure, Excepted, Exempt
from servanda.agreement.lasting import Kind, Power, Sunset
from servanda.agreement.norm import Clause, Duty, Statement
from servanda.agreement.wording import who_words
from servanda.agreement.wording_lasting import clauses_words
from servanda.checks.reliance import clause_relied_on, relied_on, statements
from servanda.checks.study import Study
from servanda.findings import Circumstance, Family, Finding, Hint, Slug, make_finding
from servanda.stories.words import capital
from servanda.text import Place

NO_END = Slug(
    "no-end", Family.GAPS, "Something that is meant for a time, such as a suspension or an exception, has no end."
)


@dataclass(frozen=True, slots=True)
class _Open:
    """What goes on for ever if somebody wants it to."""

    clause: Clause
    headline: str
    why: str
    place: Place
    needed: bool


def check(study: Study) -> Iterator[Finding]:
    """One finding for each such line."""
    for clause, _, statement in statements(study.agreement):
        for each in _open(study, clause, statement):
            yield _finding(study, each)


def _open(study: Study, clause: Clause, statement: Statement) -> Iterator[_Open]:
    number = clause.number
    match statement:
        case Power(kind=Kind.SUSPEND) as power if power.until is None or not power.until.bounded:
            yield _suspension(study, clause, power)
        case Duty(exceptions=exceptions) as duty:
            yield from (_exception(clause, each, relied_on(study, duty)) for each in exceptions if _endless(each))
        case Exempt(clauses=clauses, excepted=excepted) if _endless(excepted):
            yield _exception(clause, excepted, any(clause_relied_on(study, each) for each in clauses))
        case Sunset(stated=False, clauses=clauses):
            said = f"Clause {number} does not say when {clauses_words(clauses)} ends, only that it does."
            needed = any(clause_relied_on(study, each) for each in clauses)
            yield _Open(
                clause, said, "One side can hold that it has ended, another that it goes on.", statement.place, needed
            )
        case Cure(clause=cured, days=None):
            said = f"Clause {number} lets a breach of clause {cured} be made good, and does not say by when."
            why = "A breach that can still be made good is none yet: nothing ever follows from it."
            yield _Open(clause, said, why, statement.place, clause_relied_on(study, cured))


def _suspension(study: Study, clause: Clause, power: Power) -> _Open:
    who = capital(who_words(study.agreement, power.who))
    what = clauses_words(power.clauses)
    own = "its duties under " if power.own else ""
    silent = f"{study.silent[:1].lower()}{study.silent[1:]}"
    numbers = power.clauses or tuple(each.number for each in study.agreement.clauses)
    return _Open(
        clause,
        f"{who} may suspend {own}{what} under clause {clause.number}; {silent} until when.",
        "What is suspended without a bound has ended in all but name.",
        power.place,
        any(clause_relied_on(study, each) for each in numbers),
    )


def _exception(clause: Clause, excepted: Excepted, needed: bool) -> _Open:
    said = f"The exception in clause {clause.number} is meant for a time; it does not say until when."
    return _Open(clause, said, "Once it is there, it can stay.", excepted.place, needed)


def _endless(excepted: Excepted) -> bool:
    return excepted.until is not None and not excepted.until.bounded


def _finding(study: Study, each: _Open) -> Finding:
    return make_finding(
        NO_END,
        each.headline,
        each.place,
        circumstances=(Circumstance.NEEDED_DUTY_INCOMPLETE,) if each.needed else (),
        excerpt=study.excerpt,
        clauses=(each.clause.number,),
        remark="no end",
        why=(each.why,),
        hints=(
            Hint("a number of days, or a date, after which it ends by itself."),
            Hint("or an event that ends it, which somebody owes by a day."),
        ),
        subject=each.headline,
    )
