"""Every number, date, party and binding word of a text is used by its encoding, or waived."""

from __future__ import annotations

import pytest
from tests.agreement.reading import AGREEMENTS, agreed

from servanda.agreement.coverage import names_of, uncovered, waives_nothing
from servanda.agreement.near_acts import Known, nearest_first
from servanda.agreement.text_values import dates_in, numbers_in

FILE = """agreement "A truce"
  signed 2025-01-05
  takes effect 2025-01-10 00:00 in UTC+2
  lasts 180 days
use security
party A "Arland", B "Borland"
third state W "Westland"
battle tanks of each Party = 400 tanks at signature
act release
  noun: release of prisoners by GIVER
  verb: release prisoners
  GIVER is any party
  noticed by everyone
clause 1
  > {words}
  {lines}
"""


def left_out(words: str, *lines: str) -> tuple[str, ...]:
    agreement = agreed(FILE.format(words=words, lines="\n  ".join(lines)))
    return names_of(uncovered(agreement, agreement.clauses[0]))


REFRAIN = "each Party shall refrain from armed attack on the other Party"
RELEASE = "A shall release prisoners by 2025-01-24"
BOTH = "each Party shall release prisoners within 3 days"

CASES = [
    # the words, the lines of the encoding, what is left out
    ("For 180 days each side shall refrain from armed attack.", (REFRAIN,), ()),
    ("For 90 days each side shall refrain from armed attack.", (REFRAIN,), ("90 days",)),
    ("Arland releases prisoners within fourteen days.", (RELEASE,), ()),
    ("Arland releases prisoners within two weeks of 10 January 2025.", (RELEASE,), ()),
    ("Arland releases prisoners within three weeks.", (RELEASE,), ("three weeks",)),
    ("Arland shall release prisoners by January 24, 2025.", (RELEASE,), ()),
    ("Arland shall release prisoners by 25 January 2025.", (RELEASE,), ("25 January 2025",)),
    ("Arland releases prisoners within 72 hours.", ("A shall release prisoners within 3 days",), ()),
    ("Arland and Borland release prisoners.", (RELEASE,), ("Borland",)),
    ("Arland and Borland release prisoners.", ("each Party shall release prisoners within 3 days",), ()),
    (
        "Each side keeps at most 400 battle tanks.",
        ("each Party shall keep its battle tanks at or below 400 tanks",),
        (),
    ),
    ("Each side shall refrain from armed attack. Maps shall be handed over.", (REFRAIN,), ("shall be handed over",)),
    ("Each side shall refrain from armed attack. Borland should open the road.", (REFRAIN,), ("should open the road",)),
    ("Withdrawal of all foreign armed formations.", (REFRAIN, RELEASE), ()),
    ("Withdrawal of all foreign armed formations.", (), ("Withdrawal of all foreign armed formations",)),
    ("The howitzers D-30 and the T-72 are named in resolution 2202 and in Article 12.", (REFRAIN,), ()),
    ("One of the sides may ask; each one answers.", (REFRAIN,), ()),
    (
        "The Parties shall release prisoners within three days. They shall also exchange two lists of the prisoners.",
        (BOTH,),
        ("shall also exchange two lists of",),
    ),
    ("The Parties shall release all prisoners and shall publish their names.", (BOTH,), ("shall publish their names",)),
    ("The Parties shall release all prisoners. The release shall be completed within three days.", (BOTH,), ()),
    ("Arland shall release prisoners. Borland shall release prisoners.", (BOTH,), ()),
    (
        "Each side shall refrain from armed attack. Each side shall refrain from armed raids.",
        (REFRAIN,),
        ("shall refrain from armed raids",),
    ),
    ("Arland shall release 30 prisoners.", (RELEASE, 'waived "30" because "all of them are meant"'), ()),
    ("Arland shall release 30 of the 50 prisoners.", (RELEASE, 'waived "30 … prisoners" because "all are meant"'), ()),
]


@pytest.mark.parametrize(("words", "lines", "missing"), CASES, ids=[row[0][:50] for row in CASES])
def test_what_is_left_out(words: str, lines: tuple[str, ...], missing: tuple[str, ...]) -> None:
    assert left_out(words, *lines) == missing


@pytest.mark.parametrize("path", AGREEMENTS, ids=lambda path: path.parent.name)
def test_the_agreements_of_the_library_account_for_their_words(path: object) -> None:
    from pathlib import Path

    assert isinstance(path, Path)
    agreement = agreed(path.read_text(encoding="utf-8"))
    left = {clause.number: names_of(uncovered(agreement, clause)) for clause in agreement.clauses}
    assert {number: names for number, names in left.items() if names} == {}
    assert [words for clause in agreement.clauses for words, _ in waives_nothing(clause)] == []


def test_places_are_those_of_the_words() -> None:
    agreement = agreed(FILE.format(words="Peace.\n  > Arland gives 33 maps\n  > and 44 keys.", lines=RELEASE))
    items = uncovered(agreement, agreement.clauses[0])
    assert [(item.text, item.place.line, item.place.column) for item in items] == [("33", 16, 18), ("44", 17, 9)]


def test_numbers_and_dates_in_their_usual_forms() -> None:
    text = (
        "21 days, twenty-one days, 4,700 tanks, 85 000 men, 1.5 times, two hundred and fifty guns, D-30, 00:00, 14(2)"
    )
    assert [number.value for number in numbers_in(text)] == [21, 21, 4700, 85000, 1.5, 250]
    dates = "2025-03-02, 2 March 2025, 2nd of March, 2025, March 2, 2025, the 15th of February, 2015, end of 2015"
    found = [days[0].isoformat() for _, _, days in dates_in(dates) if len(days) == 1]
    assert found == ["2025-03-02"] * 4 + ["2015-02-15", "2015-12-31"]
    assert [days for _, _, days in dates_in("31 February 2025")] == [()]


def test_what_is_waived_must_stand_in_the_text() -> None:
    agreement = agreed(FILE.format(words="Peace.", lines='waived "War" because "x"\n  waived "Peace" because "y"'))
    assert [words for words, _ in waives_nothing(agreement.clauses[0])] == ["War"]


def test_days_named_by_their_place_and_months_cut_short_count() -> None:
    found = {text: [(text[n.start : n.end], n.value) for n in numbers_in(text)] for text in (
        "by the third day of each month", "by the 3rd day", "(1) five men; and (2) guns", "within ten (10) days",
    )}  # fmt: skip
    assert found["by the third day of each month"] == [("third day", 3.0)]
    assert found["by the 3rd day"] == [("3rd day", 3.0)]
    assert [value for _, value in found["(1) five men; and (2) guns"]] == [5.0]
    assert 10.0 in [value for _, value in found["within ten (10) days"]]
    for text, day in (("by the tenth of March", (3, 10)), ("as of Sept. 19.", (9, 19))):
        ((_, _, days),) = dates_in(text)
        assert {(each.month, each.day) for each in days} == {day}
    words = "Each side shall refrain from armed attack as of Sept. 19. Maps shall be handed over."
    assert "shall be handed over" in left_out(words, REFRAIN)
    assert left_out("Arland shall release prisoners by the third day.", "A shall release prisoners by 2025-03-24") != ()


def test_the_nearest_acts_are_told_first() -> None:
    known = [Known("attack", "attack VICTIM", ("armed", "attack")), Known("pay", "pay PAYEE", ("payment", "pay"))]
    assert nearest_first("payments to B", known) == ("pay PAYEE", "attack VICTIM")
    assert nearest_first("atack B", known) == ("attack VICTIM", "pay PAYEE")
