"""Acts and kinds: of the shipped vocabularies, and of an agreement's own."""

from __future__ import annotations

from tests.agreement.reading import agreed
from tests.agreement.test_from_syntax import HEAD

from servanda.agreement.norm import Do, Duty
from servanda.agreement.party import Role


def test_a_contract_brings_its_own_words() -> None:
    agreement = agreed(
        """agreement "Loan"
  takes effect 2025-01-01; lasts 2 years
party lender "First Bank", borrower "Miller Ltd"
kind money counted in euros
act payment
  noun: payment of KIND by PAYER to PAYEE
  verb: pay KIND to PAYEE
  PAYER is any party
  PAYEE is any party
  noticed by PAYER and PAYEE
clause 1 "Draw-down"
  The Lender will pay money to Miller Ltd within three days.
"""
    )
    assert agreement.header.lasts_days == 730
    assert [actor.role for actor in agreement.actors] == [Role.PARTY, Role.PARTY]
    (statement,) = agreement.clauses[0].rules[0].statements
    assert isinstance(statement, Duty)
    assert isinstance(statement.content, Do)
    assert statement.content.act.kind == "payment"
    assert agreement.act_kind("payment").doer == "PAYER"


def test_moves_of_the_playbook_come_with_the_vocabulary() -> None:
    moves = {kind.name: kind for kind in agreed(HEAD).acts if kind.playbook}
    delivery = moves["arm-through-third-state"]
    assert (delivery.doer, delivery.acceptance_of) == ("SUPPLIER", "RECEIVER")
    assert delivery.raises is not None
    assert delivery.raises.rate.number is None
    access = agreed(HEAD).act_kind("access")
    assert [need.act for need in access.needs] == ["request for access"]
    assert access.needs[0].fill == (("INSPECTOR", "INSPECTOR"), ("HOST", "HOST"))
    assert agreed(HEAD).act_kind("inspection").shows == ("KIND", "HOST")
