"""Whether what is open to one side is open to the other in just the same way."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from servanda.agreement.interest import Interest
from servanda.text import Place


def mirrored(one: Interest, other: Interest) -> bool:
    """Whether two interests are each other's image when their holders change places."""
    swap = {one.of: other.of, other.of: one.of}
    return one.of != other.of and _shape(one.protected, swap) == _shape(other.protected, {})


def _shape(value: Any, swap: dict[str, str]) -> Any:
    """A value without places, actors swapped; sums in any order are the same sum."""
    if isinstance(value, Place):
        return None
    if isinstance(value, str) and not isinstance(value, Enum):
        return swap.get(value, value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = tuple(_shape(getattr(value, f.name), swap) for f in fields(value))
        return type(value).__name__, parts
    if isinstance(value, tuple):
        return tuple(_shape(item, swap) for item in value)
    return value
