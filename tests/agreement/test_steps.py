"""What somebody is to receive, beginnings and completions, steps side by side, and how days are counted."""

from __future__ import annotations

from datetime import date

import pytest
from tests.agreement.reading import agreed, brief, read

from servanda.agreement.agreement import Agreement
from servanda.agreement.norm import After, Agreed, ByDate, Do, Duty, Fulfilled, Manner, NotBefore, Within
from servanda.agreement.paraphrase import paraphrase
from servanda.agreement.party import Group
from servanda.world.from_agreement import from_agreement

HEAD = """agreement "A sale"
  signed 2025-02-12
  takes effect 2025-02-15
  lasts 90 days

party seller "Ms Seller"
party buyer "Mr Buyer"

act delivery
  noun: delivery of the house to TAKER by GIVER
  verb: deliver the house to TAKER
  GIVER is any party
  TAKER is any party
  noticed by everyone

act payment
  noun: payment of the price by PAYER
  verb: pay the price
  PAYER is any party
  noticed by everyone

"""
ENTITLED = """clause 1 "Delivery"
  buyer is entitled to delivery of the house
    owed by not stated
    begins on day 3 after payment of the price
    completed not before 2025-04-01
    provided that clause 2 is fulfilled with the agreement of seller
      reading 1: governs the beginning
      reading 2: governs the completion

clause 2 "Price"
  buyer shall pay the price by day 2 counting the first day
"""
PARALLEL = """clause 1
  in parallel:
    seller shall deliver the house to buyer
    buyer shall pay the price
    reading 1: each to be complete by day 60
    reading 2: each awaits the other, by day 60
    reading 3: day 60 is a target
"""


def duties(agreement: Agreement, clause: str = "1") -> list[Duty]:
    return [each for rules in agreement.clause(clause).rules for each in rules.statements if isinstance(each, Duty)]


def kinds(duty: Duty) -> list[type]:
    return [type(each) for each in duty.requires]


def act_of(duty: Duty) -> str:
    assert isinstance(duty.content, Do)
    return duty.content.act.kind


def test_an_entitlement_is_a_beginning_and_the_whole_of_what_nobody_is_named_to_owe() -> None:
    first, whole = duties(agreed(HEAD + ENTITLED))
    assert [act_of(first), act_of(whole)] == ["beginning of delivery", "delivery"]
    assert first.bearer.group is whole.bearer.group is Group.UNSTATED
    assert kinds(first) == [After, Fulfilled, Agreed]
    assert kinds(whole) == [NotBefore]
    assert isinstance(first.requires[0], After)
    assert first.requires[0].days == 3
    under_two = duties(agreed(HEAD + ENTITLED, {"clause 1:reading-1": 1}))
    assert [kinds(each) for each in under_two] == [[After], [NotBefore, Fulfilled, Agreed]]


def test_nobody_breaches_by_not_receiving_and_a_named_debtor_owes() -> None:
    world = from_agreement(agreed(HEAD + ENTITLED))
    assert [norm.clause for norm in world.norms] == ["2"]
    owed = from_agreement(agreed(HEAD + ENTITLED.replace("owed by not stated", "owed by seller")))
    assert [(norm.clause, norm.bearer) for norm in owed.norms] == [("1", "seller"), ("1", "seller"), ("2", "buyer")]


def test_the_whole_does_not_come_before_its_beginning() -> None:
    agreement = agreed(f"{HEAD}clause 1\n  seller shall begin to deliver the house to buyer\n  seller shall complete "
                       "delivery of the house to buyer by day 9\n")  # fmt: skip
    first, whole = duties(agreement)
    assert [act_of(first), act_of(whole)] == ["beginning of delivery", "delivery"]
    assert [need.act for need in agreement.act_kind("delivery").needs] == ["beginning of delivery"]
    told = [each for part in paraphrase(agreement) for each in part.sentences]
    assert "Ms Seller shall begin to deliver the house to Mr Buyer." in told


@pytest.mark.parametrize(
    ("said", "days", "day"),
    [
        ("by day 2 counting the first day", 1, None),
        ("by day 2", 2, None),
        ("within 14 days", 14, None),
        ("within 14 days, counting the first day", 13, None),
        ("within 14 days of 2025-02-16", None, date(2025, 3, 2)),
        ("within 14 days of 2025-02-16 counting the first day", None, date(2025, 3, 1)),
        ("within 30 days of signature", None, date(2025, 3, 14)),
    ],
)
def test_days_are_counted_as_the_text_counts_them(said: str, days: int | None, day: date | None) -> None:
    (duty,) = duties(agreed(f"{HEAD}clause 1\n  buyer shall pay the price {said}\n"))
    if days is not None:
        assert isinstance(duty.timing, Within)
        assert duty.timing.days == days
    else:
        assert isinstance(duty.timing, ByDate)
        assert duty.timing.moment.date() == day


def test_a_fixed_day_does_not_move_with_what_has_to_come_first() -> None:
    text = f"{HEAD}clause 1\n  buyer shall pay the price {{}}, after clause 2 is fulfilled\nclause 2\n"
    text += "  seller shall deliver the house to buyer\n"
    fixed, moving = (from_agreement(agreed(text.format(each))) for each in ("by day 5", "within 5 days"))
    late = {name: any(v.name.endswith("buyer: age") for v in world.variables) for name, world in
            (("fixed", fixed), ("moving", moving))}  # fmt: skip
    assert late == {"fixed": True, "moving": True}
    assert "is fulfilled" not in str(fixed.waiting["clause 1 line 1.1: buyer: age"])
    assert "is fulfilled" in str(moving.waiting["clause 1 line 1.1: buyer: age"])


def test_steps_side_by_side_under_each_reading() -> None:
    first, second, third = (duties(agreed(HEAD + PARALLEL, {"clause 1:reading-1": index})) for index in range(3))
    assert {each.along.manner for each in first if each.along} == {Manner.COMPLETE}
    assert [(each.timing is not None, kinds(each)) for each in first] == [(True, []), (True, [])]
    assert [(each.timing is not None, kinds(each)) for each in second] == [(True, [After]), (True, [After])]
    assert [(each.timing is not None, kinds(each)) for each in third] == [(False, []), (False, [])]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        (ENTITLED.replace("owed by not", "owd by not"), "misspelt-word"),
        (ENTITLED.replace("payment of the price", "payment of the rent"), "unknown-act"),
        (ENTITLED.replace("delivery of the house\n", "delivery of the hose\n"), "unknown-act"),
        (ENTITLED.replace("agreement of seller", "agreement of sellr"), "unknown-name"),
        (ENTITLED.replace("governs the beginning", "governs the middle"), "unreadable-line"),
        (PARALLEL.replace("in parallel:", "in paralel:"), "misspelt-word"),
        (PARALLEL.replace("in parallel:", "in parallel"), "missing-colon"),
        (PARALLEL.replace("    buyer shall pay the price\n", ""), "upon-in-upon"),
        (PARALLEL.replace("by day 60\n    reading 2", "by day sixty\n    reading 2"), "unreadable-line"),
    ],
)
def test_one_mistake_gives_one_message(text: str, slug: str) -> None:
    assert [each.slug for each in read(HEAD + text).findings] == [slug], [brief(e) for e in read(HEAD + text).findings]
