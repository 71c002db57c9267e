"""What the review says of a sentence, and where it says nothing."""

from __future__ import annotations

import time

import pytest

from servanda.plain.cut import from_plain
from servanda.plain.review import findings, is_plain, review
from servanda.text import Source

COMPLETE = """Truce between Arland and Borland

1. Each Party shall withdraw its units behind the line by 1 March 2025.
2. The Mission verifies this and reports to the Council within two days.
3. {}
4. If a Party breaks a duty, the Council may order sanctions within five days. It decides disputes.
5. A Party may withdraw from this agreement by 90 days' notice.
"""

SAID = [
    ("The prisoners shall be released by 1 March 2025.", {"no-responsible-party"}),
    ("Withdrawal of all foreign armed formations from the area.", {"no-responsible-party", "undefined-term"}),
    ("Release and exchange of all detained persons, all for all.", {"no-responsible-party"}),
    ("Ensure safe access of humanitarian assistance to those in need.", {"no-responsible-party"}),
    ("Each Party shall release all prisoners.", {"no-deadline"}),
    ("Each Party shall release all prisoners as soon as possible.", {"no-deadline"}),
    ("Each Party will hand over the maps in due course.", {"no-deadline"}),
    ("Arland may temporarily deploy 100 further tanks into the area.", {"no-end"}),
    ("Arland shall hold elections by 1 May 2025 with the agreement of Borland.", {"agreement-to-agree"}),
    ("The route shall be agreed upon by the Parties before 1 May 2025.", {"agreement-to-agree"}),
    ("Each Party may act in its own judgement against threats.", {"self-judging"}),
    ("Nothing here limits the right of self-defence.", {"self-judging"}),
    ("Each Party shall use its best efforts to feed the towns.", {"obligation-of-conduct"}),
    ("The units move along the lines of Annex 3.", {"outside-text"}),
    ("Each Party shall pay within thirty (20) days.", {"numbers-conflict"}),
    ("Each Party shall pay by 31 June 2025.", {"numbers-conflict"}),
]

NOT_SAID = [
    "The prisoners shall be released by each Party on 1 March 2025.",
    "Each Party shall release all prisoners promptly, and in any case by 1 March 2025.",
    "A Joint Commission shall be established.",
    "Arland may temporarily deploy 100 further tanks into the area, for at most 42 days.",
    "Unless otherwise agreed by the Parties, the depot opens at noon.",
    "No person shall be removed from the camps.",
    "The line was agreed with Borland last year.",
    "Arland shall hold elections by 1 May 2025 with the agreement of Borland; if it is not given, the Council decides.",
    "Each Party shall pay within thirty (30) days of Tuesday, 4 March 2025.",
    "Each Party shall respect Article 51 of the Charter of the United Nations.",
    "Each Party shall at all times protect civilians.",
]


@pytest.mark.parametrize(("sentence", "slugs"), SAID, ids=[row[0][:40] for row in SAID])
def test_what_is_said(sentence: str, slugs: set[str]) -> None:
    assert {each.slug for each in findings(from_plain(Source("a.txt", COMPLETE.format(sentence))))} == slugs


@pytest.mark.parametrize("sentence", NOT_SAID, ids=lambda words: words[:40])
def test_where_nothing_is_said(sentence: str) -> None:
    assert [each.headline for each in findings(from_plain(Source("a.txt", COMPLETE.format(sentence))))] == []


def test_a_list_has_the_subject_of_the_sentence_that_leads_into_it() -> None:
    led = "The Parties shall by 1 March 2025:\n(a) release all prisoners in camps;\n(b) open the two roads."
    assert [each.headline for each in findings(from_plain(Source("a.txt", COMPLETE.format(led))))] == []
    steps = (
        "The following steps are foreseen:\n(a) release of all prisoners held in camps;\n(b) opening of the two roads."
    )
    assert {each.slug for each in findings(from_plain(Source("a.txt", COMPLETE.format(steps))))} == {
        "no-responsible-party"
    }


def test_a_reference_is_broken_only_where_the_numbers_have_no_gaps() -> None:
    text = "Article 1\nA pays B each month.\n\nArticle 2\nArticle {} applies.\n\nArticle {}\nA may audit B.\n"
    whole, gap = Source("a.txt", text.format(9, 3)), Source("a.txt", text.format(9, 5))
    assert "broken-reference" in {each.slug for each in findings(from_plain(whole))}
    assert "broken-reference" not in {each.slug for each in findings(from_plain(gap))}


def test_numbers_are_those_of_the_text() -> None:
    text = "Article V\n1. To keep order:\n(A) Arland shall leave;\n(B) Borland goes.\n\nAnnex A\n\n1. Maps are made.\n"
    labels = [unit.label for unit in from_plain(Source("a.txt", text)).units]
    assert labels == ["V 1", "V 1(A)", "V 1(B)", "annex A, 1"]
    assert [u.label for u in from_plain(Source("a.txt", "1.\n\nPeace holds.\n\n2.\n\nWar ends.\n")).units] == ["1", "2"]
    alphabet = "(g) one;\n(h) two;\n(i) three;\n(j) four."
    assert [u.label for u in from_plain(Source("a.txt", alphabet)).units] == ["g", "h", "i", "j"]


def test_what_is_encoded_is_not_taken_for_a_plain_text() -> None:
    encoded = 'agreement "A"\nparty A "Arland"\n'
    assert not is_plain(Source("a.pact", "Any words at all."))
    assert not is_plain(Source("a.txt", encoded))
    assert not is_plain(Source("a.txt", "# a comment\n" + encoded))
    assert is_plain(Source("a.txt", COMPLETE))
    assert is_plain(Source("treaty.md", '# Agreement on Peace\n\nThe party "A" leaves.\n'))


def test_a_report_says_how_it_was_read() -> None:
    assert review(Source("a.txt", COMPLETE)).agreement.read_as == "plain text"


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "a", "1.", "(", "Article", "Article 1", "#", "> >", "1.\n(a)\n-\n", "“”" * 50, "٣. سلام"]
)
def test_no_text_is_too_odd(text: str) -> None:
    review(Source("a.txt", text))


@pytest.mark.parametrize(
    "text", ["(" * 9000 + "[x](" * 9000, "1. " + "and " * 9000 + "shall be", '"' * 20000, "1.1." * 9000]
)
def test_no_text_holds_up_the_review(text: str) -> None:
    begun = time.process_time()
    review(Source("a.txt", text))
    assert time.process_time() - begun < 3


LEASE = """# Lease agreement

- The lease begins on 1 April 2025 and runs for one year.
- The Tenant must pay a deposit of 1,800 euros before moving in.
- The Landlord must keep the heating in repair. If it fails for more than three days, the rent is reduced by half.
- Either side can end the lease by giving two months' notice.
- Disputes go to the county court.
"""
SERVICES = """SERVICE AGREEMENT

1. SERVICES
1.1 The Provider shall provide access from 1 May 2025. It keeps records.
1.2 Subject to clause 9.2, neither party shall be liable for indirect loss.

2. FEES
2.1 The Customer shall pay within thirty (30) days of each invoice.

3. TERM
3.1 Either party may terminate this Agreement by three months' notice. Disputes go to arbitration.
"""


def test_ordinary_contracts() -> None:
    lease = {each.slug: each.severity.value for each in findings(from_plain(Source("lease.md", LEASE)))}
    assert lease == {"not-verifiable": "note"}
    services = list(findings(from_plain(Source("services.txt", SERVICES))))
    assert [each.slug for each in services] == ["broken-reference"]
    assert services[0].headline == "Clause 9.2 is referred to, and this text has none."


def test_a_reference_to_another_article_of_the_same_text() -> None:
    text = "Article 1\nA may audit B.\n\nArticle 2\nNothing in Article 8 shall prejudice the right of the Parties.\n"
    broken = [each.slug for each in findings(from_plain(Source("a.txt", text + "\nArticle 3\nB shall pay A.\n")))]
    assert "broken-reference" in broken
