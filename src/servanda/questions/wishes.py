"""Wishes that several parties have of one text, and whether they can all be met."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.agreement.quantity import Order


@dataclass(frozen=True, slots=True)
class IsSo:
    """That something is so, or is not."""

    label: str
    about: str
    so: bool


@dataclass(frozen=True, slots=True)
class IsBounded:
    """That a number is at most, or at least, so much."""

    label: str
    about: str
    order: Order
    number: float


@dataclass(frozen=True, slots=True)
class ComesFirst:
    """That one thing happens before another."""

    label: str
    first: str
    then: str


Wish = IsSo | IsBounded | ComesFirst
