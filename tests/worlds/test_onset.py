"""From when something is to be kept or left undone: every state looked at."""

from __future__ import annotations

import pytest
from tests.agreement.reading import agreed

from servanda.world.explore import Exhausted, Reached, explore
from servanda.world.expression import Var
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policy
from servanda.world.step import Machine

HEAD = """agreement "A quota"
  takes effect 2025-01-01
  lasts 8 days

party mill "the Mill"
party town "the Town"

kind barrels counted in barrels

act production
  noun: production of KIND by MAKER
  verb: produce KIND
  MAKER is any party
  raises KIND of MAKER by 2 barrels a day
  noticed by everyone

act strike
  noun: strike by STRIKER
  verb: strike
  STRIKER is any party
  noticed by everyone

act call
  noun: call by CALLER
  verb: call
  CALLER is any party
  noticed by everyone

barrels of mill = 0 barrels at signature
assume no production by town because "it has no works"

"""


def first_breach(line: str) -> int | None:
    """The first day on which the duty can be broken wilfully, whatever anybody does."""
    world = from_agreement(agreed(f"{HEAD}clause 1\n  {line}\nclause 2\n  town shall call by day 7\n"))
    norm = next(norm for norm in world.norms if norm.clause == "1")
    machine = Machine(world, {actor.ident: Policy.FREE for actor in world.actors})
    found = explore(machine, Var(norm.wilful), most_states=60_000, until=8)
    assert isinstance(found, Reached | Exhausted)
    return found.run.days if isinstance(found, Reached) else None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("mill shall keep its barrels at or below 3 barrels", 2),
        ("mill shall keep its barrels at or below 3 barrels by 2025-01-06", 5),
        ("mill shall keep its barrels at or below 3 barrels within 5 days", 5),
        ("mill shall keep its barrels at or below 3 barrels not before 2025-01-05", 4),
        ("mill shall keep its barrels at or below 3 barrels, after clause 2 is fulfilled", 2),
        ("mill shall keep its barrels at or below 16 barrels", None),
        ("mill shall refrain from strike", 0),
        ("mill shall refrain from strike not before 2025-01-05", 4),
        ("mill shall refrain from strike on day 3 after call by town", 3),
        ("mill shall refrain from strike, provided that clause 2 is fulfilled", 0),
    ],
)
def test_the_first_day_on_which_it_can_be_broken(line: str, day: int | None) -> None:
    assert first_breach(line) == day
