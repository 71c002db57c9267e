"""What is said of a failing interest is true of it: who can, who is forbidden, what is allowed, and since when."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.agreement.reading import AGREEMENTS, LIBRARY

from servanda.findings import Finding, Report
from servanda.project import check, paraphrase
from servanda.text import Source

PLANT = """agreement "A plant"
  takes effect 2025-01-10
  lasts 180 days
party operator "the Operator"
party buyer "the Buyer"
verifier agency "the Agency"
kind uranium counted in g U
act enrichment
  noun: enrichment of KIND by MAKER
  verb: enrich KIND
  MAKER is any party
  raises KIND of MAKER by not stated a day
  noticed by MAKER
uranium of operator = {stock} g U at signature
uranium of buyer = 50000 g U at signature
{rest}
"""
PEACE = """agreement "Neighbours"
  takes effect 2025-01-10
  lasts 100 days
use security
party N "Norland", S "Sudland"
third state E "Estland"
clause 1 "Peace"
  each Party shall refrain from armed attack on the other Party
{rest}
"""


def checked(text: str) -> Report:
    """The report on a text in which nothing is wrong."""
    report = check(Source("a.pact", text), library=LIBRARY)
    assert [each.headline for each in report.findings if each.is_problem] == []
    return report


def only(report: Report, slug: str) -> list[Finding]:
    """The findings of one slug."""
    return [each for each in report.findings if each.slug == slug]


def test_a_limit_passed_at_signature_and_the_interest_that_fails_with_it_are_one_finding() -> None:
    rest = 'clause 1\n  operator shall keep its uranium at or below 90000 g U\ninterest of buyer "little":\n'
    report = checked(PLANT.format(stock=100000, rest=f"{rest}  uranium of operator never exceeds 90000 g U"))
    (said,) = only(report, "broken-from-the-start")
    assert "the Buyer's interest “little” fails with it from the beginning." in said.why
    assert not any("every clause is complied with" in each.headline for each in report.findings)


def test_an_interest_that_fails_at_signature_without_any_limit_is_said_to_fail_from_the_beginning() -> None:
    rest = 'interest of buyer "little":\n  uranium of operator never exceeds 90000 g U'
    (said,) = [each for each in checked(PLANT.format(stock=100000, rest=rest)).findings if each.interest]
    assert said.headline == (
        "The Buyer's interest “little” fails from the beginning, before anybody has done anything."
    )
    assert not any("ceiling" in hint.text for hint in said.hints)


def test_what_a_clause_allows_is_not_said_to_be_unmentioned() -> None:
    rest = 'clause 1 "Right"\n  operator may enrich uranium\ninterest of buyer "little":\n'
    report = checked(PLANT.format(stock=40000, rest=f"{rest}  uranium of operator never exceeds 90000 g U"))
    (said,) = [each for each in report.findings if each.interest]
    assert "Clause 1 allows enrichment of uranium by the Operator." in said.why
    assert [step.clause for step in said.story if step.actor] == ["1"]


def test_the_least_pace_of_a_great_number_is_found_and_written_with_its_thousands_apart() -> None:
    rest = 'interest of buyer "not outdone":\n  uranium of operator never exceeds 2000000 times uranium of buyer'
    (said,) = [each for each in checked(PLANT.format(stock=40000, rest=rest)).findings if each.interest]
    assert "from 555,555,334 a day upward" in " ".join(said.why)
    assert "100,000,000,120 g U of uranium" in said.story[-1].event


def test_it_is_said_who_is_forbidden_to_do_it_to_whom_and_who_is_not() -> None:
    report = checked(PEACE.format(rest='interest of N "left alone": never armed attack by any state on N'))
    (said,) = only(report, "interest-unprotected")
    assert said.headline.endswith("“left alone” from Estland or a state outside the agreement.")
    assert said.why[0].startswith("Armed attack by Sudland on Norland is forbidden; armed attack by Estland on")


def test_of_one_who_is_not_bound_nothing_is_told_in_the_name_of_another() -> None:
    wants = "".join(f'interest of {who} "left alone": never armed attack by any state on {who}\n' for who in "ENS")
    report = checked(PEACE.format(rest=wants))
    told = only(report, "interest-unprotected")
    assert [each.exposed for each in told] == [("E",), ("N", "S")]
    assert told[0].why == (
        "No clause forbids armed attack by Norland on Estland, armed attack by Sudland on Estland and"
        " armed attack by a state outside the agreement on Estland.",
    )


def test_whoever_is_nothing_to_the_text_is_not_on_the_card() -> None:
    rest = 'clause 1\n  operator shall keep its uranium at or below 90000 g U\ninterest of buyer "little":\n'
    (line,) = checked(PLANT.format(stock=40000, rest=f"{rest}  uranium of operator never exceeds 90000 g U")).interests
    assert [who for who in line.answers if who.startswith("non-compliance")] == ["non-compliance by the Operator"]
    assert not line.regardless


def test_what_no_act_can_bring_about_holds_whatever_the_clauses_say() -> None:
    rest = 'clause 1\n  operator shall keep its uranium at or above 10 g U\ninterest of buyer "some":\n'
    (line,) = checked(
        PLANT.format(stock=40000, rest=f"{rest}  at expiry uranium of operator is at least 10 g U")
    ).interests
    assert line.regardless


def test_every_reading_and_both_options_are_paraphrased() -> None:
    rest = "clause 1\n  operator shall keep its uranium at or below [operator: 90 000 | buyer: 60 000] g U\n"
    told = paraphrase(Source("a.pact", PLANT.format(stock=40000, rest=rest)), library=LIBRARY).text or ""
    assert "the Operator's option 90 000: " in told
    assert "the Buyer's option 60 000: " in told
    assert told.count("The parties have not agreed:") == 1
    assert "\n  The Operator shall" not in told


@pytest.mark.parametrize("path", AGREEMENTS, ids=lambda path: path.parent.name)
def test_every_reading_of_the_library_is_paraphrased(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    told = paraphrase(Source(path.name, text), library=LIBRARY).text or ""
    readings = [line.strip().partition(":")[0] for line in text.splitlines() if line.strip().startswith("reading ")]
    assert len(re.findall(r"\breading \d+(?=:|;)", told)) >= len(readings)


def test_an_amount_in_an_act_is_named_and_the_other_mistakes_are_told_as_well() -> None:
    text = """agreement "A lease"
  takes effect 2025-01-01
  lasts 1 year
use commerce
party L "Landlord", T "Tenant"
clause 1
  T shall not pay 1200 euros to L
clause 2
  T shall paint the walls
"""
    found = check(Source("a.pact", text), library=LIBRARY).findings
    assert [each.slug for each in found] == ["unreadable-line", "unknown-act"]
    assert found[0].headline == 'An amount ("1200") cannot stand in what somebody is to do.'
    assert not any("attack" in hint.text for hint in found[0].hints)
