"""What is wrong with a text before anyone reads it, as findings."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from servanda.findings.finding import Finding, problem
from servanda.findings.slug import Family, Slug
from servanda.text import Fault, FaultKind, Place, Source

EMPTY_TEXT = Slug("empty-text", Family.PROBLEM, "The file holds no text.")
TOO_LARGE = Slug("too-large", Family.PROBLEM, "The file is larger than any agreement.")
NOT_TEXT = Slug("not-text", Family.PROBLEM, "The file is not plain text.")
UNKNOWN_ENCODING = Slug("unknown-encoding", Family.PROBLEM, "The text is not written in UTF-8.")
HIDDEN_DIRECTION = Slug("hidden-direction", Family.PROBLEM, "A hidden mark makes a line look other than it is.")
HIDDEN_CHARACTER = Slug("hidden-character", Family.PROBLEM, "A character that nobody can see stands in the text.")
TAB_INDENT = Slug("tab-indent", Family.PROBLEM, "A tab indents a line, and editors differ on how deep that is.")


_SLUGS: Mapping[FaultKind, Slug] = MappingProxyType(
    {
        FaultKind.EMPTY: EMPTY_TEXT,
        FaultKind.TOO_LARGE: TOO_LARGE,
        FaultKind.NOT_TEXT: NOT_TEXT,
        FaultKind.UNKNOWN_ENCODING: UNKNOWN_ENCODING,
        FaultKind.HIDDEN_DIRECTION: HIDDEN_DIRECTION,
        FaultKind.HIDDEN_CHARACTER: HIDDEN_CHARACTER,
        FaultKind.TAB_INDENT: TAB_INDENT,
    }
)


def from_fault(fault: Fault, where: Place, *, subject: str = "") -> Finding:
    """One fault as a finding; `subject` tells apart several of one kind."""
    return problem(_SLUGS[fault.kind], fault.headline, where, fault.way_out, subject=subject)


def from_faults(source: Source, faults: tuple[Fault, ...]) -> tuple[Finding, ...]:
    """Faults within a source as findings at their places."""
    return tuple(
        from_fault(fault, source.place(fault.span), subject=str(number)) for number, fault in enumerate(faults)
    )
