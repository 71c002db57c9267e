"""Exceptions, ranks, prices and cures: what may be done, and what is a breach, day by day."""

from __future__ import annotations

import pytest
from tests.agreement.reading import agreed
from tests.worlds.test_powers import first_attack, world_of

from servanda.questions.answer import Found, Proved
from servanda.questions.conduct import compliance, non_compliance
from servanda.questions.question import Reach
from servanda.solvers.choose import Solvers
from servanda.world.expression import Var, disj
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policy
from servanda.world.step import Machine
from servanda.world.world import World

PLAIN = """agreement "A truce"
  takes effect 2025-01-01 00:00 in UTC
  lasts 6 days
use security
party A "Arland"
party B "Borland"
verifier M "Mission"
clause 1 "Peace"
  each Party shall refrain from armed attack on the other Party{exception}
{more}
interest of A "no attack":
  never armed attack by B on A
"""


@pytest.mark.parametrize(
    ("exception", "day"),
    [
        ("", None),
        (" except in self-defence", 0),
        (", except in self-defence, in its own judgement", 0),
        (' except "where it has to"', 0),
        (" except after armed attack by the other Party on it", None),
        (" except after armed attack by B on A", None),
        (" except with the agreement of the other Party", None),
        (" except with the agreement of M", 0),
        (" except in self-defence, as M determines", None),
        (" except in self-defence, as A determines", None),
        (" except in self-defence until 2025-01-02", 0),
        (" except in self-defence, in its own judgement, and only after consultation by it with the other Party", 0),
        (" except in self-defence, in its own judgement, and only after armed attack by the other Party on it", None),
        (" except after consultation by it with the other Party and only after armed attack by A on B", None),
    ],
)
def test_what_an_exception_lets_somebody_do_all_complying(exception: str, day: int | None) -> None:
    world = from_agreement(agreed(PLAIN.format(exception=exception, more="")))
    assert first_attack(world, None) == day


def test_an_exception_that_begins_with_an_act_is_there_once_it_has_taken_place() -> None:
    exception = " except after armed attack by the other Party on it"
    world = from_agreement(agreed(PLAIN.format(exception=exception, more="")))
    machine = Machine(world, compliance(world, "") | {"A": Policy.FREE})
    by = {event.by[0]: event for event in world.events if event.act == "armed attack" and event.by[0] in "AB"}
    state = machine.start()
    assert not machine.can_occur(state, by["B"])
    assert machine.can_occur(machine.occur(state, by["A"]), by["B"])


@pytest.mark.parametrize(
    ("more", "day"),
    [
        ("clause 2\n  B may attack A", None),
        ("clause 2\n  B may attack A\n  clause 2 prevails over clause 1", 0),
        ("clause 2\n  B may attack A\n  clause 1 prevails over clause 2", None),
        ("clause 2\n  A may attack B\n  this clause prevails over clause 1", None),
        (
            "clause 2\n  upon consultation by B with A:\n    B may attack A\n"
            "clause 3\n  clause 2 prevails over clause 1",
            0,
        ),
        ("clause 2\n  clause 1 does not apply to B acting in self-defence", 0),
        ("clause 2\n  clause 1 does not apply to A acting in self-defence", None),
        ("clause 2\n  clause 1 does not apply in self-defence", 0),
    ],
)
def test_what_prevails_and_what_is_exempt(more: str, day: int | None) -> None:
    assert first_attack(world_of(more, beyond=""), None) == day


LOAN = """agreement "A loan"
  takes effect 2025-01-01 00:00 in UTC
  lasts 30 days
use commerce
party L "Bank"
party B "Miller"
clause 1 "Repayment"
  B shall repay the loan to L within 3 days
{cure}clause 2 "Late"
  upon breach of clause 1 by B:
    B shall pay money to L within 2 days{manner}
"""


def marks(cure: str, manner: str, days: int) -> set[str]:
    """Who has broken what after so many days in which nobody does anything."""
    world = from_agreement(agreed(LOAN.format(cure=cure, manner=manner)))
    machine = Machine(world, {actor.ident: Policy.FREE for actor in world.actors})
    state = machine.close(machine.start())
    for _ in range(days):
        state = machine.close(machine.wait(state, 1, {}))
    values = machine.read(state)
    return {
        f"{n.clause} {word}" for n in world.norms for word in ("wilful", "prevented") if values[f"{n.name}: {word}"]
    }


def test_a_price_takes_the_place_of_the_duty_and_is_owed_itself() -> None:
    assert marks("", "", 3) == {"1 wilful"}
    assert marks("", "", 5) == {"1 wilful", "2 wilful"}
    assert marks("", " besides", 5) == {"1 wilful", "2 wilful"}
    assert marks("", " instead", 3) == set()
    assert marks("", " instead", 5) == {"2 wilful"}


def test_a_breach_counts_only_after_the_days_in_which_it_may_be_made_good() -> None:
    cure = "  a breach may be cured within 4 days\n"
    assert marks(cure, "", 6) == set()
    assert marks(cure, "", 7) == {"1 wilful"}
    assert marks("  a breach of clause 1 may be cured within not stated\n", "", 25) == set()


def test_who_keeps_its_duties_may_pay_the_price_and_does_not_escape_it() -> None:
    world = from_agreement(agreed(LOAN.format(cure="", manner=" instead")))
    broken = disj(*(Var(norm.wilful) for norm in world.norms))
    assert isinstance(Solvers()(world, Reach(broken, compliance(world, "L"))), Proved)
    assert isinstance(Solvers()(world, Reach(broken, non_compliance(world, "L", "B"))), Found)


CAP = """agreement "Ceilings"
  takes effect 2025-01-01 00:00 in UTC
  lasts 9 days
use security
party A "Arland", B "Borland"
battle tanks of B = 5 tanks at signature
assume build-up of battle tanks by B at most 1 tank a day because "it has one hall"
clause 1
  B shall keep its battle tanks at or below 5 tanks
{cure}"""


def test_a_state_that_may_be_brought_back_is_broken_after_its_days() -> None:
    def _broken_on(world: World) -> int | None:
        machine = Machine(world, {actor.ident: Policy.FREE for actor in world.actors})
        state, flow = machine.close(machine.start()), next(f.name for f in world.flows if f.by == ("B",))
        for day in range(1, 8):
            state = machine.close(machine.wait(state, 1, {flow: 1}))
            if machine.read(state)[world.norms[0].wilful]:
                return day
        return None

    assert _broken_on(from_agreement(agreed(CAP.format(cure="")))) == 1
    assert _broken_on(from_agreement(agreed(CAP.format(cure="  a breach may be cured within 3 days\n")))) == 4
    assert _broken_on(from_agreement(agreed(CAP.format(cure="  a breach may be cured within not stated\n")))) is None


SUPPLIES = """agreement "Supplies"
  takes effect 2025-01-01 00:00 in UTC
  lasts 30 days
use commerce
party S "Seller"
party B "Buyer"
clause 1 "Payment"
  upon supply of goods by S to B:
    B shall pay money to S within 4 days{again}
"""


@pytest.mark.parametrize(
    ("again", "paid", "broken_on"),
    [
        ("", [3], None),
        (", each time", [3], 6),
        (", each time", [], 4),
        (", each time", [3, 6], None),
        (", each time", [3, 3], None),
        (", each time", [0, 6], None),
        (", each time", [5, 6], 4),
    ],
)
def test_what_is_owed_each_time_takes_an_act_each_time(again: str, paid: list[int], broken_on: int | None) -> None:
    """Goods come on day 0 and on day 2."""
    world = from_agreement(agreed(SUPPLIES.format(again=again)))
    machine = Machine(world, {actor.ident: Policy.FREE for actor in world.actors})
    supply = next(event for event in world.events if event.act == "supply")
    payment = next(event for event in world.events if event.act == "payment" and event.by == ("B",))
    state, first = machine.start(), None
    for day in range(12):
        state = machine.wait(state, 1, {}) if day else state
        for event in [supply] * (day in (0, 2)) + [payment] * paid.count(day):
            state = machine.occur(state, event)
        state = machine.close(state)
        values = machine.read(state)
        if first is None and any(values[norm.wilful] for norm in world.norms):
            first = day
    assert first == broken_on
