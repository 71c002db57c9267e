"""Tries what somebody probably meant by a line that cannot be read, so that the rest of the file still makes sense."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.findings import Finding
from servanda.syntax import messages
from servanda.syntax.tree import Node


@dataclass(frozen=True, slots=True)
class Mended:
    node: Node | None
    finding: Finding


def mend(source, passage, start, stuck):
    return Mended(None, messages.unreadable(source, passage.span, stuck.found, stuck.expected))
