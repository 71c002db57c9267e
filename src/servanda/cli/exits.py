"""Exit codes, and which of them a set of reports earns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the entry point needs the numbers alone, and must start fast
    from servanda.findings import Report, Severity

CLEAN = 0
FOUND = 1
INPUT_WRONG = 2
UNDECIDED = 3
INTERNAL_ERROR = 4
INTERRUPTED = 130
"""As shells report a program that was stopped by Ctrl-C (128 + SIGINT)."""
BROKEN_PIPE = 141
"""As shells report a program whose reader went away (128 + SIGPIPE)."""


def exit_code(reports: Iterable[Report], fail_on: Severity) -> int:
    """Wrong input outranks findings, findings outrank what is undecided."""
    from servanda.findings import counts

    reports = list(reports)
    if any(report.problems for report in reports):
        return INPUT_WRONG
    if any(each.severity.at_least(fail_on) and counts(each) for report in reports for each in report.findings):
        return FOUND
    return UNDECIDED if any(report.summary.undecided for report in reports) else CLEAN
