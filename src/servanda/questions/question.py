"""The one question: whether something bad can be reached, everybody behaving as assumed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from servanda.world.expression import Expr
from servanda.world.policy import Policy
from servanda.world.world import World


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether `bad` can come to hold at a look, under `policies`.

    `only_flows`: the flows that may be used (None: all).  `rates`: what is
    tried for flows whose rate the text leaves open; a flow not named there may
    move any number of units a day.  `occurrence`: the events that set the
    matter off.  `by_whoever`: they are done by whoever can, whatever their policy.
    """

    bad: Expr
    policies: Mapping[str, Policy]
    only_flows: frozenset[str] | None = None
    rates: Mapping[str, int] = field(default_factory=dict)
    occurrence: tuple[str, ...] = ()
    by_whoever: bool = False

    @property
    def waived(self) -> frozenset[str]:
        """The events that are done by whoever can, whatever their policy."""
        return frozenset(self.occurrence) if self.by_whoever else frozenset()


@dataclass(frozen=True, slots=True)
class Effort:
    """How much work may go into one answer: reproducible units, not seconds."""

    rounds: int = 10
    units: int = 20_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a world."""

    world: World
    reach: Reach
