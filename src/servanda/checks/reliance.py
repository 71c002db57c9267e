"""Which duties stated interests rely on, and the agreement without the exceptions that their users judge alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from servanda.agreement.agreement import Agreement
from servanda.agreement.event import Act
from servanda.agreement.exception import Excepted, Exempt, Judge
from servanda.agreement.interest import Never
from servanda.agreement.lasting import Sunset
from servanda.agreement.norm import Clause, Duty, Refrain, Rules, Statement
from servanda.checks.study import Study, depends_on, duties


def relied_on(study: Study, duty: Duty) -> bool:
    """Whether some stated interest hangs on a duty, be it that something is never done."""
    if depends_on(study, duty):
        return True
    content = duty.content
    return isinstance(content, Refrain) and any(
        isinstance(interest.protected, Never)
        and isinstance(interest.protected.happening, Act)
        and interest.protected.happening.kind == content.act.kind
        for interest in study.agreement.interests
    )


def clause_relied_on(study: Study, number: str) -> bool:
    """Whether some stated interest hangs on a duty of a clause."""
    return any(relied_on(study, duty) for duty in duties(study.agreement.clause(number)))


def statements(agreement: Agreement) -> Iterator[tuple[Clause, Rules, Statement]]:
    """Everything that the clauses say, in order, with where it stands."""
    for clause in agreement.clauses:
        for rules in clause.rules:
            for statement in rules.statements:
                yield clause, rules, statement


def own_judgement(excepted: Excepted) -> bool:
    """Whether whoever an exception frees judges it alone, or nobody is said to."""
    return excepted.words is not None and isinstance(excepted.judge, Judge)


def without_own_judgement(agreement: Agreement) -> Agreement:
    """The same agreement without the exceptions that nobody else judges."""
    return replace(agreement, clauses=tuple(replace(c, rules=tuple(map(_plain, c.rules))) for c in agreement.clauses))


def without_sunsets(agreement: Agreement) -> Agreement:
    """The same agreement without the days on which single clauses end."""
    kept = tuple(replace(c, rules=tuple(map(_lasting, c.rules))) for c in agreement.clauses)
    return replace(agreement, clauses=kept)


def _lasting(rules: Rules) -> Rules:
    return replace(rules, statements=tuple(s for s in rules.statements if not (isinstance(s, Sunset) and s.clauses)))


def _plain(rules: Rules) -> Rules:
    return replace(rules, statements=tuple(_strict(s) for s in rules.statements if not _is_own(s)))


def _is_own(statement: Statement) -> bool:
    return isinstance(statement, Exempt) and own_judgement(statement.excepted)


def _strict(statement: Statement) -> Statement:
    if not isinstance(statement, Duty):
        return statement
    return replace(statement, exceptions=tuple(each for each in statement.exceptions if not own_judgement(each)))
