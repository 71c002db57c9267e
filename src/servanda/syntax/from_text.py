"""From a text to a tree."""

from __future__ import annotations

from servanda.findings import Finding
from servanda.syntax import messages
from servanda.syntax.cut import LayoutFault, Misplaced, blocks
from servanda.syntax.read import Reader
from servanda.syntax.tree import AgreementHead, HeaderNode, Line, Tree
from servanda.syntax.where import Where
from servanda.text import Source


def from_text(source: Source) -> tuple[Tree, tuple[Finding, ...]]:
    """Read a whole file.  Never raises on bad text: what could not be read is among the findings, the rest is there."""
    faults: list[LayoutFault] = []
    top, after = blocks(source, faults)
    reader = Reader(source)
    read = reader.read(top, Where.FILE)
    lines = tuple(sorted((*read, *reader.astray), key=lambda line: line.span.start))
    headless = _headless(lines)
    shown = [fault for fault in faults if not (headless and _is_first(fault, lines))]
    layout = [messages.layout(source, fault) for fault in shown[: messages.MOST_FAULTS]]
    if len(shown) > messages.MOST_FAULTS and reader.faults <= messages.MOST_FAULTS:
        layout.append(messages.too_many_faults(source, shown[messages.MOST_FAULTS].span))
    misread = [each for each in reader.findings if not (headless and each.slug == messages.MISPLACED_LINE.name)]
    findings = sorted((*layout, *misread), key=lambda each: (each.place, each.slug))
    return Tree(source, lines, after), tuple(findings)


def _headless(lines: tuple[Line, ...]) -> bool:
    """Whether the lines of a head stand there without the line they belong under: that one thing is said later."""
    heads = [line for line in lines if isinstance(line.node, AgreementHead)]
    return not heads and any(isinstance(line.node, HeaderNode) for line in lines)


def _is_first(fault: LayoutFault, lines: tuple[Line, ...]) -> bool:
    return fault.kind is Misplaced.ODD_INDENT and fault.span.start == lines[0].span.start
