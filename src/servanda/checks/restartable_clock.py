"""`restartable-clock`: what is bounded in days can be begun again and again by whoever uses it."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.exception import Excepted, Exempt
from servanda.agreement.lasting import Kind, Power, Until
from servanda.agreement.norm import Clause, Duty
from servanda.agreement.wording import days_words, who_words
from servanda.agreement.wording_lasting import clauses_words
from servanda.checks.reliance import own_judgement, statements
from servanda.checks.study import Study
from servanda.findings import Family, Finding, Hint, Slug, make_finding
from servanda.stories.words import capital
from servanda.text import Place

RESTARTABLE_CLOCK = Slug(
    "restartable-clock", Family.CIRCUMVENTION, "A number of days bounds nothing, because its count can be begun anew."
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each such line; what is entitled anew by somebody else's act each time is left alone."""
    for clause, rules, statement in statements(study.agreement):
        match statement:
            case Power(kind=Kind.SUSPEND, until=Until() as until) as power if not rules.upon and _again(until):
                who = capital(who_words(study.agreement, power.who))
                own = "its duties under " if power.own else ""
                what = f"suspend {own}{clauses_words(power.clauses)} for {days_words(until.days or 0)}"
                yield _finding(
                    study, clause, f"{who} may {what}, again and again, under clause {clause.number}.", power.place
                )
            case Duty(exceptions=exceptions):
                yield from (_excepted(study, clause, each) for each in exceptions if _own_again(each))
            case Exempt(excepted=each) if _own_again(each):
                yield _excepted(study, clause, each)


def _again(until: Until) -> bool:
    return until.days is not None and not until.once


def _own_again(excepted: Excepted) -> bool:
    return own_judgement(excepted) and excepted.until is not None and _again(excepted.until)


def _excepted(study: Study, clause: Clause, excepted: Excepted) -> Finding:
    days = days_words((excepted.until.days if excepted.until is not None else None) or 0)
    said = f"The exception in clause {clause.number} lasts {days}, and whoever it frees may begin it again and again."
    return _finding(study, clause, said, excepted.place)


def _finding(study: Study, clause: Clause, headline: str, place: Place) -> Finding:
    return make_finding(
        RESTARTABLE_CLOCK,
        headline,
        place,
        excerpt=study.excerpt,
        clauses=(clause.number,),
        remark="can be begun anew",
        why=("One after the other, short times add up to any length: the number of days bounds nothing.",),
        hints=(
            Hint("that it may be used once only, or so many days in a year."),
            Hint("or the agreement of the others for a second time."),
        ),
        subject=headline,
    )
