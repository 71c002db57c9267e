"""Who establishes what, what the words mean, what stands elsewhere, what the sides say they want."""

from __future__ import annotations

from datetime import date

import pytest
from tests.agreement.reading import agreed, brief, read

from servanda.agreement.paraphrase import paraphrase
from servanda.agreement.words import Presence, Stance, Standard
from servanda.project import check, shipped_library
from servanda.syntax.from_text import from_text
from servanda.syntax.to_text import to_text
from servanda.text import Source

HEAD = """agreement "A lease"
  takes effect 2025-01-01
  lasts 2 years

party owner "Ms Owner"
party tenant "Mr Tenant"
verifier surveyor "the Surveyor"
body panel: owner, tenant

kind barrels counted in barrels

act repair
  noun: repair by MENDER
  verb: repair the roof
  MENDER is any party
  noticed by MENDER

act payment
  noun: payment by PAYER to PAYEE
  verb: pay PAYEE
  PAYER is any party
  PAYEE is any party
  noticed by PAYER, PAYEE

"""
WHOLE = f"""{HEAD}"fair wear" means not stated
"the premises" means "ground floor and yard"

annex "Inventory" attached
side letter "Rent review" unpublished

position of owner "roof first": demands clause 1 before clause 2, source "letter", said 2025-02-03
position of tenant "no review": rejects "any review of the rent"

clause 1 "Roof"
  > The tenant mends the roof, fair wear excepted.
  tenant shall repair the roof by 2025-06-01
  verified by surveyor every 30 days with access to "the loft", reports within 7 days, standard assessed
  established by panel
  rests on side letter "Rent review"

clause 2 "Rent"
  tenant shall pay owner by 2025-02-01
  verified by not stated
  "rent" means "money"
"""


def slugs(text: str) -> dict[str, tuple[str, ...]]:
    report = check(Source("a.pact", text), library=shipped_library())
    return {finding.slug: finding.clauses for finding in report.findings}


def test_every_line_is_understood() -> None:
    words = agreed(WHOLE).words
    first, second = words.verifications
    assert (first.clauses, first.every, first.access, first.reports) == (("1",), 30, "the loft", 7)
    assert first.standard is Standard.ASSESSED
    assert (second.clauses, second.by) == (("2",), ())
    assert [(each.term, each.meaning, each.clause) for each in words.definitions] == [
        ("fair wear", None, None),
        ("the premises", "ground floor and yard", None),
        ("rent", "money", "2"),
    ]
    assert [each.presence for each in words.documents] == [Presence.ATTACHED, Presence.UNPUBLISHED]
    order, words_alone = words.positions
    assert (order.stance, order.clauses, order.source, order.said) == (
        Stance.DEMANDS,
        ("1", "2"),
        "letter",
        date(2025, 2, 3),
    )
    assert (words_alone.stance, words_alone.words) == (Stance.REJECTS, "any review of the rent")


def test_it_is_retold_and_written_back() -> None:
    told = " ".join(sentence for part in paraphrase(agreed(WHOLE)) for sentence in part.sentences)
    assert "It is verified by the Surveyor at least every 30 days, with access to the loft" in told
    assert "Whether it was broken is established by the panel." in told
    assert "The text does not say what “fair wear” means." in told
    assert "Ms Owner demands clause 1 before clause 2 (“roof first”; according to letter; 2025-02-03)." in told
    once = to_text(from_text(Source("a.pact", WHOLE))[0])
    assert to_text(from_text(Source("a.pact", once))[0]) == once == WHOLE


def test_what_is_missing_is_found_and_what_is_there_is_not() -> None:
    found = slugs(WHOLE)
    assert found["undefined-term"] == ("1",)
    assert found["outside-text"] == ("1",)
    assert found["not-verifiable"] == ("2",)
    assert "bracketed" not in found


@pytest.mark.parametrize(
    ("clause", "hidden"),
    [
        ("tenant shall repair the roof by 2025-06-01", True),
        ("tenant should repair the roof", False),
        ("tenant shall pay owner by 2025-06-01", False),
        ("tenant shall keep its barrels at or below 3 barrels", True),
        ("tenant shall keep its barrels at or below 3 barrels\n  verified by surveyor", False),
        ("tenant shall keep its barrels at or below 3 barrels\n  established by panel", False),
        ("tenant shall keep its barrels at or below 3 barrels\n  verified by owner, standard declared", True),
        ("tenant shall pay owner by 2025-06-01\n  established by not stated", True),
    ],
)
def test_a_breach_is_hidden_where_nobody_else_sees_it(clause: str, hidden: bool) -> None:
    assert ("not-verifiable" in slugs(f"{HEAD}clause 1\n  {clause}\n")) is hidden


def test_open_options_are_told_once_with_whose_they_are() -> None:
    text = f"{HEAD}clause 1\n  tenant shall pay owner by [owner: 2025-02-01 | tenant: 2025-03-01]\n"
    report = check(Source("a.pact", text), library=shipped_library())
    (finding,) = [each for each in report.findings if each.slug == "bracketed"]
    assert finding.remark == "Ms Owner: 2025-02-01 or Mr Tenant: 2025-03-01"


@pytest.mark.parametrize(
    ("there", "written", "slug"),
    [
        ("rests on side letter", "rest on side leter", "misspelt-word"),
        ('rests on side letter "Rent review"', 'rests on side letter "Rent revew"', "unknown-document"),
        ("verified by surveyor", "verified by surveyer", "unknown-name"),
        ("verified by surveyor every 30 days", "verified by surveyor every 3 months", "not-whole-days"),
        ("established by panel", "established by pannel", "unknown-name"),
        ("clause 1 before clause 2", "clause 1 before clause 7", "unknown-clause"),
        ("clause 1 before clause 2", "clause 1 befor clause 2", "misspelt-word"),
        ('"the premises" means', '"fair wear" means', "named-twice"),
        ('annex "Inventory"', 'annex "Rent review"', "named-twice"),
        ("position of owner", "position of each Party", "unknown-name"),
        ("standard assessed", "standard assesed", "misspelt-word"),
        ("  verified by not stated", "  upon payment by tenant to owner:\n    verified by not stated", "upon-in-upon"),
    ],
)
def test_one_mistake_gives_one_message(there: str, written: str, slug: str) -> None:
    changed = WHOLE.replace(there, written, 1)
    assert changed != WHOLE
    assert [each.slug for each in read(changed).findings] == [slug], [brief(e) for e in read(changed).findings]


def test_a_name_that_is_a_word_of_the_language_is_told_once() -> None:
    report = check(Source("a.pact", WHOLE.replace("owner", "be")), library=shipped_library())
    assert [each.slug for each in report.findings] == ["keyword-name"]
    assert "MSO" in report.findings[0].hints[0].text
    for name in ("US", "NO", "IT", "BY", "text", "day", "source", "OSCE"):
        assert agreed(f'agreement "A"\nparty {name} "N"\nparty B "B"\n').actors
