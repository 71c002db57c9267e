"""`no-remedy`: clauses whose breach has no consequence in this text."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.event import Act, Breach
from servanda.agreement.norm import Clause, Do, Duty, Rules, Statement
from servanda.checks.study import Study, depends_on, duties
from servanda.findings import Circumstance, Family, Finding, Hint, Label, Slug, make_finding
from servanda.stories.words import listed

NO_REMEDY = Slug("no-remedy", Family.GAPS, "Nothing follows, in this text, from breaking a clause.")


def check(study: Study) -> Iterator[Finding]:
    """One finding for all such clauses together (two where some breaches are at least reported): it is one gap."""
    after = {clause.number: _after(study, clause) for clause in study.agreement.clauses if any(duties(clause))}
    told = [c for c in study.agreement.clauses if after.get(c.number) == "reports"]
    bare = [c for c in study.agreement.clauses if after.get(c.number) == "nothing"]
    if bare:
        yield _finding(study, bare, f"nothing follows from a breach of {_which(bare)}.")
    if told:
        yield _finding(study, told, f"a breach of {_which(told)} is reported, and nothing follows from the report.")


def _after(study: Study, clause: Clause) -> str:
    """What follows from a breach of a clause: nothing, reports alone, or an answer."""
    found = [s for rules in _rules_upon(study, clause.number) for s in rules.statements]
    if not found:
        return "nothing"
    return "answer" if any(_answers(study, statement, frozenset()) for statement in found) else "reports"


def _rules_upon(study: Study, number: str) -> Iterator[Rules]:
    for clause in study.agreement.clauses:
        for rules in clause.rules:
            if any(isinstance(upon, Breach) and upon.clause == number for upon in rules.upon):
                yield rules


def _answers(study: Study, statement: Statement, seen: frozenset[str]) -> bool:
    """Whether a consequence is more than word of the breach passed on, or such word leads to more."""
    act = statement.content.act if isinstance(statement, Duty) and isinstance(statement.content, Do) else None
    if act is None or study.agreement.act_kind(act.kind).tells is None:
        return True
    heard = (
        rules
        for clause in study.agreement.clauses
        for rules in clause.rules
        if act.kind not in seen and any(isinstance(upon, Act) and upon.kind == act.kind for upon in rules.upon)
    )
    return any(_answers(study, each, seen | {act.kind}) for rules in heard for each in rules.statements)


def _which(clauses: list[Clause]) -> str:
    numbers = [clause.number for clause in clauses]
    return f"clause {numbers[0]}" if len(numbers) == 1 else f"clauses {listed(numbers)}"


def _finding(study: Study, bare: list[Clause], what: str) -> Finding:
    numbers = tuple(clause.number for clause in bare)
    needed = any(depends_on(study, duty) for clause in bare for duty in duties(clause))
    return make_finding(
        NO_REMEDY,
        f"In {study.what_is_here} {what}",
        bare[0].place,
        circumstances=(Circumstance.NEEDED_DUTY_INCOMPLETE,) if needed else (),
        excerpt=study.excerpt,
        clauses=numbers,
        exposed=(),
        remark="no consequence stated",
        labels=tuple(Label(clause.place, "nor here") for clause in bare[1:]),
        why=("A breach gives nobody a right that they did not have before. General law may still speak.",),
        hints=(
            Hint(
                "a step that the others may take once the breach is established,"
                " such as suspending a duty of their own."
            ),
            Hint("or a body that is told, with a date by which it must answer."),
        ),
    )
