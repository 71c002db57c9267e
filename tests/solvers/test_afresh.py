"""An answer does not depend on what was asked before it: neither its word nor its story."""

from __future__ import annotations

from pathlib import Path

import z3

from servanda import project
from servanda.findings import Finding
from servanda.solvers.afresh import afresh

ROOT = Path(__file__).parent.parent.parent
VETO = "benchmarks/w3-guarantor-veto.pact"
OTHERS = ("agreements/weak-truce/agreement.pact", "benchmarks/w1-weak-truce.pact")


def _findings(name: str) -> tuple[Finding, ...]:
    source = project.read(str(ROOT / name))
    assert isinstance(source, project.Source)
    return project.check(source, library=project.shipped_library()).findings


def test_other_files_before_it_change_nothing() -> None:
    alone = _findings(VETO)
    for name in OTHERS:
        _findings(name)
    for index in range(1_000):  # terms of somebody else's: they used to shift the numbers that ties are broken by
        z3.Bool(f"another's {index}")
    assert _findings(VETO) == alone


def test_what_is_made_within_belongs_to_a_context_of_its_own() -> None:
    before = z3.main_ctx()
    with afresh() as own:
        assert z3.Bool("within").ctx is own
        assert own is not before
    assert z3.main_ctx() is before
