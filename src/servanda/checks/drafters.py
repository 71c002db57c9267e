"""What the file itself says of its findings: those it accepts, and those it expects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from servanda.agreement.agreement import Agreement, ExpectedFinding
from servanda.findings import Accepted, Family, Finding, Slug, problem

EXPECTATION_NOT_MET = Slug(
    "expectation-not-met", Family.PROBLEM, "The file expects a finding that the check does not make."
)


def accepted(agreement: Agreement, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, those that the drafters accept marked with their reason."""
    because = {each.finding: each.because for each in agreement.acceptances}
    return tuple(
        replace(each, accepted=Accepted(because[each.id], None, stale=False)) if each.id in because else each
        for each in findings
    )


def unmet(agreement: Agreement, findings: Iterable[Finding]) -> Iterator[Finding]:
    """A problem for each expectation of the file that is not met."""
    made = list(findings)
    for wanted in agreement.expectations:
        if not any(_is(each, wanted) for each in made):
            yield _unmet(wanted, sorted({each.slug for each in made}))


def _is(finding: Finding, wanted: ExpectedFinding) -> bool:
    return finding.slug == wanted.slug and (wanted.on is None or wanted.on in finding.clauses)


def _unmet(wanted: ExpectedFinding, made: list[str]) -> Finding:
    where = f" on clause {wanted.on}" if wanted.on else ""
    there_are = f"What was found: {', '.join(made)}." if made else "Nothing was found."
    return problem(
        EXPECTATION_NOT_MET,
        f"The file expects {wanted.slug}{where}, and the check does not find it.",
        wanted.place,
        f"{there_are} Change the text until it is found, or drop this line.",
        subject=wanted.slug,
        clause=wanted.on or "",
    )
