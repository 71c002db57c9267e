"""`reciprocity-unravels`: what one side does lets the others, for good, go free of what protects them all."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.event import Breach, Happening, Leaving, Suspending
from servanda.agreement.exception import Cure
from servanda.agreement.lasting import Kind, Power
from servanda.agreement.norm import Clause, Release, Rules, Statement
from servanda.agreement.party import Group, Quantifier, Who
from servanda.agreement.wording import happening_words
from servanda.checks.reliance import clause_relied_on, statements
from servanda.checks.study import Study
from servanda.findings import Family, Finding, Hint, Slug, make_finding
from servanda.stories.words import capital, listed

RECIPROCITY_UNRAVELS = Slug(
    "reciprocity-unravels",
    Family.CIRCUMVENTION,
    "What one side does, however small, frees the others for good from what protects all.",
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each trigger that either side can bring about, and that frees the others from what is needed."""
    cured = {each.clause for _, _, each in statements(study.agreement) if isinstance(each, Cure)}
    for clause in study.agreement.clauses:
        for rules in clause.rules:
            loose = [each for each in rules.upon if _by_either_side(each, cured)]
            freed = dict.fromkeys(number for each in rules.statements for number in _freed(study, clause, each))
            relied = [number for number in freed if clause_relied_on(study, number)]
            if loose and relied:
                yield _finding(study, clause, rules, loose, relied)


def _by_either_side(happening: Happening, cured: set[str]) -> bool:
    """Whether any party can bring it about, and nobody establishes it; a breach that may be cured is no trifle."""
    match happening:
        case Breach(clause=clause, by=by, established_by=None):
            return clause not in cured and _anybody(by)
        case Leaving(by=by) | Suspending(by=by):
            return _anybody(by)
    return False


def _anybody(by: Who | None) -> bool:
    return by is None or (by.quantifier is Quantifier.ANY and by.group is Group.PARTIES)


def _freed(study: Study, clause: Clause, statement: Statement) -> tuple[str, ...]:
    """The clauses of which the others are free from then on, without an end."""
    others = tuple(each.number for each in study.agreement.clauses if each.number != clause.number)
    match statement:
        case Release(clause=freed, who=who) if who.group is Group.OTHERS:
            return (freed,)
        case Power(who=who) if who.group is not Group.OTHERS:
            return ()
        case Power(kind=Kind.SUSPEND, clauses=clauses, until=until) if until is None or not until.bounded:
            return clauses or others
        case Power(kind=Kind.WITHDRAW | Kind.TERMINATE) as power if power.notice_days == 0:
            return others
    return ()


def _finding(study: Study, clause: Clause, rules: Rules, loose: list[Happening], freed: list[str]) -> Finding:
    said = listed((happening_words(study.agreement, each) for each in loose), "or")
    which = f"clauses {listed(freed)}" if len(freed) > 1 else f"clause {freed[0]}"
    return make_finding(
        RECIPROCITY_UNRAVELS,
        f"{capital(said)} frees the other side from {which}, or lets it go free, for good.",
        rules.place,
        excerpt=study.excerpt,
        clauses=(clause.number, *(number for number in freed if number != clause.number)),
        remark="either side can bring this about",
        why=(
            "How grave it must be is not said, nobody establishes it, and nothing brings back what has gone:"
            " afterwards nobody is protected.",
        ),
        hints=(
            Hint("somebody who establishes it, or days in which it may be made good."),
            Hint("or a suspension that ends when its ground does."),
        ),
        subject=said,
    )
