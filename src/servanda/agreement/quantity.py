"""Kinds of things, quantities, and conditions on them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from servanda.agreement.party import Who
from servanda.text.place import Place


@dataclass(frozen=True, slots=True)
class Kind:
    """A countable kind of thing: ``battle tanks`` counted in ``tanks``."""

    name: str
    unit: str
    place: Place


@dataclass(frozen=True, slots=True)
class Holding:
    """How many of a kind somebody has: ``battle tanks of A``; or had `at_signature`."""

    kind: str
    holder: Who
    place: Place
    at_signature: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A plain number, in `unit` (None for a bare number)."""

    number: Fraction
    unit: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Term:
    """`factor` times a holding, or a plain amount."""

    factor: Fraction
    of: Holding | Amount


class Order(Enum):
    """Comparisons."""

    AT_MOST = "at most"
    AT_LEAST = "at least"
    EQUAL = "equal"
    BELOW = "below"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Comparison:
    """``left <order> sum of right``; each side is a sum of terms."""

    left: tuple[Term, ...]
    order: Order
    right: tuple[Term, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Both:
    """All of the parts hold."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of the parts holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


Condition = Comparison | Both | Either | Not


@dataclass(frozen=True, slots=True)
class Stock:
    """``battle tanks of each Party = 400 tanks at signature``."""

    holding: Holding
    amount: Amount | None  # None: not stated
    place: Place
