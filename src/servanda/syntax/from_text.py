"""From a text to a tree."""

from __future__ import annotations

from servanda.findings import Finding
from servanda.syntax import messages
from servanda.syntax.cut import LayoutFault, blocks
from servanda.syntax.read import Reader
from servanda.syntax.tree import Tree
from servanda.syntax.where import Where
from servanda.text import Source


def from_text(source: Source) -> tuple[Tree, tuple[Finding, ...]]:
    """Read a whole file.  Never raises on bad text: what could not be read is among the findings, the rest is there."""
    faults: list[LayoutFault] = []
    top, after = blocks(source, faults)
    reader = Reader(source)
    read = reader.read(top, Where.FILE)
    lines = tuple(sorted((*read, *reader.astray), key=lambda line: line.span.start))
    findings = [messages.layout(source, fault) for fault in faults] + reader.findings
    return Tree(source, lines, after), tuple(sorted(findings, key=lambda each: (each.place, each.slug)))
