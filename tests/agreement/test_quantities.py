"""Sums over kinds, classes of things, baselines, and units that come to so much of another."""

from __future__ import annotations

import pytest
from tests.agreement.reading import agreed, brief, read

from servanda.agreement.norm import Duty, Keep
from servanda.agreement.quantity import Amount, Comparison, Holding
from servanda.agreement.wording import condition_words
from servanda.syntax.from_text import from_text
from servanda.syntax.to_text import to_text
from servanda.text import Source
from servanda.world.explore import Exhausted, Reached, explore
from servanda.world.expression import Var
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policy
from servanda.world.step import Machine

HEAD = """agreement "A quota"
  takes effect 2025-01-01
  lasts 9 days

party mill "the Mill"
party town "the Town"

kind flour counted in kg
kind bran counted in kg
kind gas counted in g
class produce: flour, bran
1 bag = 50 kg

flour of mill = 2 bags at signature
bran of mill = 30 kg at signature

act milling
  noun: milling of KIND by MAKER
  verb: mill KIND
  MAKER is any party
  raises KIND of MAKER by 10 kg a day
  noticed by everyone

"""


def kept(line: str) -> str:
    """What a line asks to be kept, in words."""
    agreement = agreed(f"{HEAD}clause 1\n  {line}\n")
    (duty,) = agreement.clauses[0].rules[0].statements
    assert isinstance(duty, Duty)
    assert isinstance(duty.content, Keep)
    return condition_words(agreement, duty.content.condition)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("mill shall keep its produce at or below 4 bags", "its flour plus its bran come to at most 200 kg"),
        ("mill shall keep produce at or below 4 bags", "its flour plus its bran come to at most 200 kg"),
        ("mill shall hold no more than 200 kg produce", None),
        ("mill shall hold no more than 200 produce", "its flour plus its bran come to at most 200 kg"),
        (
            "produce of mill shall not exceed 150 kg",
            "the flour of the Mill plus the bran of the Mill come to at most 150 kg",
        ),
        (
            "flour of mill plus bran of mill shall not exceed 150 kg",
            "the flour of the Mill plus the bran of the Mill come to at most 150 kg",
        ),
        (
            "mill shall keep its flour at or below its flour at signature",
            "its flour comes to at most its flour at signature",
        ),
        (
            "mill shall keep its flour at or above half of its flour at signature",
            "its flour comes to at least 0.5 times its flour at signature",
        ),
    ],
)
def test_what_is_counted(line: str, said: str | None) -> None:
    if said is None:
        assert read(f"{HEAD}clause 1\n  {line}\n").findings
    else:
        assert kept(line) == said


def test_each_of_several_kinds_is_a_term_of_the_sum() -> None:
    agreement = agreed(f"{HEAD}clause 1\n  mill shall keep its produce at or below 4 bags\n")
    (duty,) = agreement.clauses[0].rules[0].statements
    assert isinstance(duty, Duty)
    assert isinstance(duty.content, Keep)
    assert isinstance(duty.content.condition, Comparison)
    assert [term.of.kind for term in duty.content.condition.left if isinstance(term.of, Holding)] == ["flour", "bran"]
    assert [term.of.number for term in duty.content.condition.right if isinstance(term.of, Amount)] == [200]
    there = {stock.holding.kind: stock.amount.number for stock in agreement.stocks if stock.amount}
    assert there == {"flour": 100, "bran": 30}


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("mill shall keep its flour at or below its flour at signature", 1),
        ("mill shall keep its flour at or below 1.2 times its flour at signature", 3),
        ("mill shall keep its produce at or below 150 kg", 2),
        ("mill shall keep its produce at or below 5 bags", None),
    ],
)
def test_when_a_limit_can_first_be_broken(line: str, day: int | None) -> None:
    text = f'{HEAD}assume no milling by town because "it has no mill"\n'
    text += 'assume milling of bran by mill at most 1 kg a day because "little is left"\n'
    world = from_agreement(agreed(f"{text}clause 1\n  {line}\n"))
    norm = next(norm for norm in world.norms if norm.clause == "1")
    machine = Machine(world, {actor.ident: Policy.FREE for actor in world.actors})
    found = explore(machine, Var(norm.wilful), most_states=400_000, until=3)
    assert isinstance(found, Reached | Exhausted)
    assert (found.run.days if isinstance(found, Reached) else None) == day


@pytest.mark.parametrize(
    ("there", "written", "slug"),
    [
        ("class produce: flour, bran", "class produce: flour, brann", "unknown-kind"),
        ("class produce: flour, bran", "class produce: flour, gas", "unit-mismatch"),
        ("class produce: flour, bran", "class flour: flour, bran", "named-twice"),
        ("1 bag = 50 kg", "1 bag = 0 kg", "unit-mismatch"),
        ("= 2 bags at", "= 2 boxes at", "unit-mismatch"),
        ("= 30 kg at", "= 30.5 kg at", "part-of-a-unit"),
        ("1 bag = 50 kg", "3 bags = 50 kg", "part-of-a-unit"),
    ],
)
def test_one_mistake_gives_one_message(there: str, written: str, slug: str) -> None:
    changed = HEAD.replace(there, written, 1) + "clause 1\n  mill shall mill flour\n"
    assert [each.slug for each in read(changed).findings] == [slug], [brief(each) for each in read(changed).findings]


def test_the_layout_is_stable() -> None:
    text = f"{HEAD}clause 1\n  flour of mill plus bran of mill shall not exceed 150 kg\n"
    once = to_text(from_text(Source("a.pact", text))[0])
    assert to_text(from_text(Source("a.pact", once))[0]) == once
