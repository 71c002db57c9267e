"""All checks, gathered from their files: a check is any module here that has a `check`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from servanda import checks
from servanda.checks.study import Check, Study
from servanda.findings import Finding


def all_checks() -> Iterator[Check]:
    """The checks in the order of their names."""
    for info in sorted(pkgutil.iter_modules(checks.__path__), key=lambda item: item.name):
        found = getattr(importlib.import_module(f"servanda.checks.{info.name}"), "check", None)
        if found is not None:
            yield found


def run_checks(study: Study) -> Iterator[Finding]:
    """What every check finds."""
    for check in all_checks():
        yield from check(study)
