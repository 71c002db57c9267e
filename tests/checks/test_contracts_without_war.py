"""The invented contracts: what was put into them is found, and no word of war is said of them."""

from __future__ import annotations

import re

import pytest
from tests.agreement.reading import LIBRARY, ROOT

from servanda.findings import Finding, Severity
from servanda.project import check
from servanda.text import Source

WAR = re.compile(
    r"\b(?:war|attack\w*|truce|force-|weapon\w*|tank\w*|arm(?:s|ed|y|ing)|troop\w*|militar\w*|enem\w*)", re.I
)
PLANTED = {
    "loan-covenant": {"duties-conflict": "4", "no-deadline": "2"},
    "hosting-sla": {"duties-conflict": "3", "no-deadline": "4"},
}


def found_in(slug: str) -> tuple[Finding, ...]:
    """Everything that is found in a contract of the library."""
    text = (ROOT / "agreements" / slug / "agreement.pact").read_text(encoding="utf-8")
    return check(Source("agreement.pact", text), library=LIBRARY).findings


@pytest.mark.parametrize("slug", PLANTED)
def test_one_conflict_and_one_gap_and_no_word_of_war(slug: str) -> None:
    findings = found_in(slug)
    found = {finding.slug: finding for finding in findings}
    assert {name: found[name].clauses[0] for name in PLANTED[slug]} == PLANTED[slug]
    assert set(found) - set(PLANTED[slug]) == {"no-remedy"}
    assert [finding.slug for finding in findings if finding.severity is Severity.ERROR] == ["duties-conflict"]
    said = " ".join(
        text
        for finding in findings
        for text in (
            finding.headline,
            *finding.why,
            *(h.text for h in finding.hints),
            *(s.event for s in finding.story),
        )
    )
    assert WAR.findall(said) == []
