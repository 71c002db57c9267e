"""A file to start from checks cleanly: no error, no warning, and what it says of its interests holds."""

from __future__ import annotations

from servanda.files import shipped_library, templates
from servanda.project import Severity, check


def test_the_contract_checks_cleanly() -> None:
    report = check(templates()["contract"], library=shipped_library())
    assert [each.headline for each in report.findings if each.severity is not Severity.NOTE] == []
    assert [each.rung for each in report.interests] == [(2, 2)] * 2
    assert len(report.findings) <= 2
