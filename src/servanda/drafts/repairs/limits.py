"""Quantities that no clause limits: ceilings, alike for all sides."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.interest import Always, AtExpiry
from servanda.drafts.edit import Draft, new_clause
from servanda.drafts.repairs.kit import Repair, interests
from servanda.findings import Finding
from servanda.world.conditions import mentioned


def ceilings(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """An equal ceiling for both sides, where they are now; or a higher one that still protects."""
    kinds = [
        item.kind
        for wanted in interests(draft, finding)
        if isinstance(wanted.protected, Always | AtExpiry)
        for item in mentioned(wanted.protected.condition)
    ]
    for kind in dict.fromkeys(kinds):
        stocks = [s.amount.number for s in draft.agreement.stocks if s.holding.kind == kind and s.amount is not None]
        unit = next((k.unit for k in draft.agreement.kinds if k.name == kind), None)
        if not stocks or unit is None:
            continue
        for level in dict.fromkeys((int(max(stocks)), int(max(stocks) * 5 / 4))):
            row = f"each Party shall keep its {kind} at or below {level} {unit}"
            what = f"An equal ceiling of {level} {unit} on the {kind} of each side."
            yield (new_clause(draft, "Ceilings", [row], what, (row,)),)
