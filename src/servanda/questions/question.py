"""The one question: whether something bad can be reached, everybody behaving as assumed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from servanda.world.expression import Expr
from servanda.world.policy import Policy


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether `bad` can come to hold at a look, under `policies`.

    `only_flows`: the flows that may be used (None: all).  `rates`: what is
    tried for flows whose rate the text leaves open; a flow not named there may
    move any number of units a day.  `occurrence`: the events that set the
    matter off.  `by_whoever`: they are done by whoever can, whatever their policy;
    else only those in `may_begin` are: what the holder may lawfully begin itself.  `excuses`: truth values that
    only ever keep bad away, so that what is proved without them is proved.
    """

    bad: Expr
    policies: Mapping[str, Policy]
    only_flows: frozenset[str] | None = None
    rates: Mapping[str, int] = field(default_factory=dict)
    occurrence: tuple[str, ...] = ()
    by_whoever: bool = False
    may_begin: frozenset[str] = frozenset()
    excuses: tuple[str, ...] = ()

    @property
    def waived(self) -> frozenset[str]:
        """The events that are done by whoever can, whatever their policy."""
        return frozenset(self.occurrence) if self.by_whoever else self.may_begin


@dataclass(frozen=True, slots=True)
class Effort:
    """How much work may go into one answer: reproducible units, not seconds."""

    rounds: int = 20
    units: int = 20_000_000
