"""Actors who are not bound, ways around a limit, uneven duties, numbers and dates that cannot be; silent otherwise."""

from __future__ import annotations

import pytest
from tests.agreement.reading import LIBRARY, read

from servanda.findings import Finding, Severity
from servanda.project import check
from servanda.text import Source

HEAD = """agreement "A quota"
  takes effect 2025-01-01
  lasts 90 days

party mill "the Mill"
party town "the Town"
third state port "the Port"
verifier clerk "the Clerk"

kind barrels counted in barrels
kind sacks counted in barrels

act delivery
  noun: delivery by SENDER
  verb: deliver
  SENDER is anybody
  noticed by everyone

act payment
  noun: payment by PAYER
  verb: pay
  PAYER is anybody
  noticed by everyone

barrels of each Party = 5 barrels at signature
barrels of port = 9 barrels at signature
sacks of each Party = 0 barrels at signature
sacks can stand in for barrels

"""
SLUGS = {
    "non-party-actor",
    "circumvention",
    "asymmetry",
    "broken-from-the-start",
    "date-outside-term",
    "sequencing-deadlock",
}
CASES: dict[str, tuple[str, set[str]]] = {
    "nothing": ("clause 1\n  mill shall deliver by 2025-02-01\n", set()),
    "waits for a stranger": ("clause 1\n  mill shall deliver after payment by port\n", {"non-party-actor"}),
    "waits for a party": ("clause 1\n  mill shall deliver after payment by town\n", set()),
    "needs a stranger's agreement": (
        "clause 1\n  mill shall deliver with the agreement of port\n",
        {"non-party-actor"},
    ),
    "laid on a stranger": ("clause 1\n  port shall deliver by 2025-02-01\n", {"non-party-actor"}),
    "done to a stranger is no matter": ("clause 1\n  mill shall deliver by 2025-02-01\n", set()),
    "one kind limited": ("clause 1\n  each Party shall keep its barrels at or below 9 barrels\n", {"circumvention"}),
    "both limited": (
        "clause 1\n  each Party shall keep its barrels at or below 9 barrels\n"
        "clause 2\n  each Party shall keep its sacks at or below 9 barrels\n",
        set(),
    ),
    "the sum limited": (
        "clause 1\n  each Party shall keep its barrels plus its sacks at or below 9 barrels\n",
        set(),
    ),
    "a floor is no limit": ("clause 1\n  each Party shall keep its barrels at or above 2 barrels\n", set()),
    "a day for one": ("clause 1\n  mill shall deliver by 2025-02-01\n  town shall deliver\n", {"asymmetry"}),
    "a day for both": ("clause 1\n  mill shall deliver by 2025-02-01\n  town shall deliver by 2025-03-01\n", set()),
    "an effort for one": ("clause 1\n  mill shall deliver\n  town should deliver\n", {"asymmetry"}),
    "different acts": ("clause 1\n  mill shall deliver by 2025-02-01\n  town shall pay\n", set()),
    "too much at once": (
        "clause 1\n  each Party shall keep its barrels plus its sacks at or below 4 barrels\n",
        {"broken-from-the-start"},
    ),
    "too much from a later day": (
        "clause 1\n  each Party shall keep its barrels plus its sacks at or below 4 barrels by 2025-02-01\n",
        set(),
    ),
    "just enough": ("clause 1\n  each Party shall keep its barrels plus its sacks at or below 5 barrels\n", set()),
    "before the first day": ("clause 1\n  mill shall deliver by 2024-12-31\n", {"date-outside-term"}),
    "on the first day": ("clause 1\n  mill shall deliver by 2025-01-01\n", set()),
    "on the last day": ("clause 1\n  mill shall deliver by 2025-04-01\n", set()),
    "after the last day": ("clause 1\n  mill shall deliver by 2025-04-02\n", {"date-outside-term"}),
}
ORDERS = """clause 1
  mill shall deliver by 2025-02-01
clause 2
  town shall pay after clause 1 is fulfilled
"""


def found(text: str) -> list[Finding]:
    report = check(Source("a.pact", HEAD + text), library=LIBRARY)
    return [each for each in report.findings if each.slug in SLUGS or each.is_problem]


@pytest.mark.parametrize("name", CASES)
def test_what_is_found_and_what_is_not(name: str) -> None:
    text, slugs = CASES[name]
    assert {each.slug for each in found(text)} == slugs


def test_stated_orders_lock_only_where_they_contradict_the_text() -> None:
    mills = 'position of mill "goods first": demands clause 1 before clause 2\n'
    towns = 'position of town "money first": demands clause 2 before clause 1, source "a letter"\n'
    assert found(mills + ORDERS) == []
    (one,) = found(towns + ORDERS)
    assert one.slug == "sequencing-deadlock"
    assert one.severity is Severity.NOTE
    assert one.headline.startswith("If the Town holds to the order it has stated")
    assert "The text by itself can be carried out." in one.why[0]
    free = ORDERS.replace(" after clause 1 is fulfilled", "")
    assert found(towns + free) == []
    (both,) = found(mills + towns + free)
    assert both.headline.startswith("If the Mill and the Town hold to the orders they have stated")


def test_a_position_that_demands_no_order_locks_nothing() -> None:
    for stance in ("rejects clause 1", 'demands "more money"', "is open to clause 2 before clause 1"):
        assert found(f'position of town "x": {stance}\n{ORDERS}') == []


def test_nobody_owes_an_act_to_itself() -> None:
    text = 'agreement "A"\nuse security\nparty A "A1"\nparty B "B1"\nclause 1\n  {}\n'
    for line in ("A shall assist A", "A shall refrain from armed attack on A"):
        assert [each.slug for each in read(text.format(line)).findings] == ["owed-to-oneself"]
    for line in ("each Party shall assist the other Party", "A shall assist B", "each Party shall assist A"):
        assert read(text.format(line)).findings == ()


@pytest.mark.parametrize(
    "stock", ["barrels of town = 5 barrels at signature", "barrels of town = not stated at signature", ""]
)
@pytest.mark.parametrize(("most", "holds"), [(9, True), (8, False)])
def test_a_number_that_is_not_given_may_be_any_that_is_kept(stock: str, most: int, holds: bool) -> None:
    head = HEAD.replace(
        "barrels of each Party = 5 barrels at signature", f"barrels of mill = 5 barrels at signature\n{stock}"
    )
    text = f'{head}clause 1\n  each Party shall keep its barrels at or below 9 barrels\ninterest of mill "few":\n'
    text += f"  barrels of town never exceed {most} barrels\n"
    report = check(Source("a.pact", text), library=LIBRARY)
    (line,) = report.interests
    can_rise = "= 5" not in stock or "raises" in head
    assert line.answers["compliance"].kind.value == ("proved" if holds or not can_rise else "found")
    assert "broken-from-the-start" not in {each.slug for each in report.findings}
