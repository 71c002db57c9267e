"""`no-remedy`: clauses whose breach has no consequence in this text."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.event import Breach
from servanda.agreement.norm import Clause
from servanda.checks.study import Study, depends_on, duties
from servanda.findings import Circumstance, Family, Finding, Hint, Label, Slug, make_finding
from servanda.stories.words import listed

NO_REMEDY = Slug("no-remedy", Family.GAPS, "Nothing follows, in this text, from breaking a clause.")


def check(study: Study) -> Iterator[Finding]:
    """One finding for all such clauses together: it is one gap, not as many as there are clauses."""
    answered = {
        happening.clause
        for clause in study.agreement.clauses
        for rules in clause.rules
        for happening in rules.upon
        if isinstance(happening, Breach)
    }
    bare = [c for c in study.agreement.clauses if c.number not in answered and any(duties(c))]
    if bare:
        yield _finding(study, bare)


def _finding(study: Study, bare: list[Clause]) -> Finding:
    numbers = tuple(clause.number for clause in bare)
    needed = any(depends_on(study, duty) for clause in bare for duty in duties(clause))
    one = len(bare) == 1
    which = f"clause {numbers[0]}" if one else f"clauses {listed(numbers)}"
    return make_finding(
        NO_REMEDY,
        f"In {study.what_is_here} nothing follows from a breach of {which}.",
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
