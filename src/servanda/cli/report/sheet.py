"""What a report that quotes the whole text is made from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from servanda.findings import Finding, Report, counts
from servanda.text import Place, Source


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file with its report. `clauses`: where each clause begins, as far as the text could be read.

    `key` tells apart the sheets of one page: it begins every name that something can be linked by.
    """

    report: Report
    source: Source | None
    clauses: Mapping[str, Place]
    key: str = ""

    @property
    def title(self) -> str:
        """The name of the agreement, or of its file."""
        return self.report.agreement.name or self.report.agreement.file

    @property
    def numbered(self) -> tuple[tuple[int, Finding], ...]:
        """The findings that ask for attention, numbered from 1 in the order of the report."""
        return tuple(enumerate((each for each in self.report.findings if counts(each)), start=1))

    @property
    def accepted(self) -> tuple[Finding, ...]:
        """The findings that the drafters have accepted."""
        return tuple(each for each in self.report.findings if not counts(each))

    def at_clause(self, clause: str) -> str | None:
        """What a clause can be linked by; None if it has no place in the text."""
        place = self.clauses.get(clause)
        return self.at_line(place.line) if place is not None and self.source is not None else None

    def at_line(self, line: int) -> str:
        """What a line of the text can be linked by."""
        return f"{self.key}line-{line}"

    def at_finding(self, number: int) -> str:
        """What a finding can be linked by."""
        return f"{self.key}finding-{number}"


_CLAUSE = re.compile(r"\bclause (\S+?)(?=[\s,.;:)]*(?:\s|$))")


def clauses_in(words: str) -> re.Match[str] | None:
    """The first mention of a clause in a few words."""
    return _CLAUSE.search(words)
