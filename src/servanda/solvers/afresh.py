"""Each question gets a z3 of its own, so that an answer never depends on what was asked before it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import z3


@contextmanager
def afresh() -> Iterator[Any]:
    """Everything made within belongs to a new context.

    z3 numbers terms as they are made and breaks ties by these numbers: with one context for all, the model it
    names for the third file would depend on the first two.  The library has no public way to change its default
    context; all its functions read this one name.
    """
    before = z3.z3._main_ctx
    z3.z3._main_ctx = z3.Context()
    try:
        yield z3.z3._main_ctx
    finally:
        z3.z3._main_ctx = before
