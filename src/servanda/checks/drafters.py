"""What the file itself says of its findings: those it accepts, and those it expects."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from servanda.agreement.agreement import Acceptance, Agreement, ExpectedFinding
from servanda.findings import Accepted, Family, Finding, Hint, Slug, make_finding, problem
from servanda.syntax.to_text import tidy

NOTHING_TO_ACCEPT = Slug("nothing-to-accept", Family.GAPS, "The file accepts a finding that is not made.")
EXPECTATION_NOT_MET = Slug(
    "expectation-not-met", Family.PROBLEM, "The file expects a finding that the check does not make."
)


def accepted(agreement: Agreement, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, those that the drafters accept marked with their reason."""
    given = {each.finding: each for each in agreement.acceptances}
    return tuple(_judged(agreement, each, given.get(each.id)) for each in findings)


def _judged(agreement: Agreement, finding: Finding, acceptance: Acceptance | None) -> Finding:
    """A finding with the digest of the words it is about; accepted only as long as these are the words accepted."""
    digest = digest_of(agreement, finding.clauses)
    if acceptance is None:
        return replace(finding, for_text=digest)
    stale = acceptance.for_text is not None and acceptance.for_text != digest
    return replace(finding, for_text=digest, accepted=Accepted(acceptance.because, None, stale=stale))


def digest_of(agreement: Agreement, clauses: tuple[str, ...]) -> str:
    """Eight hexadecimal digits for what some clauses say, words and encoding; for the whole text where none is named.

    How it is laid out does not count, nor does where in the file a clause stands.
    """
    told = [each for each in agreement.clauses if each.number in clauses] or list(agreement.clauses)
    said = "\x1e".join(f"{each.number} {_flat(each.words)} {_flat(each.quoted.encoded)}" for each in told)
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def _flat(lines: Iterable[str]) -> str:
    """What is written, however it is laid out: an acceptance outlives the program that it was given to."""
    return "".join(tidy(" ".join(lines)).split())


def never_found(agreement: Agreement, findings: Iterable[Finding]) -> Iterator[Finding]:
    """A problem for each acceptance of something that is not found: it may have been closed, or be misspelt."""
    made = {each.id for each in findings}
    for acceptance in agreement.acceptances:
        if acceptance.finding not in made:
            yield make_finding(
                NOTHING_TO_ACCEPT,
                f"The file accepts finding {acceptance.finding}, and there is none of that name.",
                acceptance.place,
                circumstances=(),
                hints=(Hint("drop the line if the text was mended since; else look up the name with --ids."),),
                remark="accepts nothing",
                subject=acceptance.finding,
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
