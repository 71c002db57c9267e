"""Proofs about duties as a file: made anew from the agreement, and refused where a claim was made stronger."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.solvers.test_certify import certified, changed, verified

TEXT = """agreement "A truce"
  takes effect 2025-01-10 00:00 in UTC
  lasts 30 days
use security
party A "Arland"
party B "Borland"
verifier M "Mission"
battle tanks of A = 400 tanks at signature
clause 1 "Ceilings"
  A shall keep its battle tanks at or below 400 tanks
clause 2 "Inspections"
  M shall inspect battle tanks of A every 5 days
clause 3 "Access"
  upon request for access by M to A:
    A shall give access to M within 0 days
clause 4 "Answer"
  upon breach of clause 1 by A established by inspection, or breach of clause 3 by A:
    clause 5 no longer binds B
clause 5 "Abstention"
  B shall refrain from armed attack on A
"""
Change = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The proofs about a truce with inspections, reports and a release."""
    return certified(tmp_path_factory.mktemp("duties"), TEXT)


def duties(archive: Path) -> list[dict[str, Any]]:
    """What is written of duties."""
    with zipfile.ZipFile(archive) as held:
        found: list[dict[str, Any]] = json.loads(held.read("manifest.json"))["duties"]
    return found


def with_first(archive: Path, change: Change) -> Path:
    """The archive with the claim about the first duty changed."""

    def _change(entries: dict[str, str]) -> None:
        manifest = json.loads(entries["manifest.json"])
        change(manifest["duties"][0])
        entries["manifest.json"] = json.dumps(manifest)

    return changed(archive, _change)


def test_the_days_on_the_card_are_proved_and_confirmed(archive: Path) -> None:
    told = {(each["clause"], each["bearer"], each["duty"]["says"], each["duty"]["days"]) for each in duties(archive)}
    assert {("1", "A", "established", 4), ("1", "A", "answered", 4), ("3", "A", "established", 0)} <= told
    code, said = verified(archive)
    assert code == 0, said
    assert "A's duty under clause 1: a breach is established within 4 days, if all but A comply." in said


def test_every_proof_falls_without_what_it_rests_on_or_needs_nothing(archive: Path) -> None:
    for each in duties(archive):
        needs_nothing = each["ground"]["rests_on"] == []
        assert each["ground"]["control"] == ("true by physics" if needs_nothing else "falls without these")
    assert {each["ground"]["control"] for each in duties(archive)} == {"true by physics", "falls without these"}


def _sooner(proof: dict[str, Any]) -> None:
    proof["duty"]["days"] -= 1


def _cannot_be_broken(proof: dict[str, Any]) -> None:
    proof["duty"] |= {"says": "excluded", "days": None}


def _of_another(proof: dict[str, Any]) -> None:
    proof["bearer"] = "M"


def _bearer_complies(proof: dict[str, Any]) -> None:
    proof["duty"]["free"] = []


def _nonsense(proof: dict[str, Any]) -> None:
    proof["duty"]["says"] = "forgiven"


@pytest.mark.parametrize("change", [_sooner, _cannot_be_broken, _of_another, _bearer_complies, _nonsense])
def test_a_claim_made_stronger_does_not_hold(archive: Path, change: Change) -> None:
    code, said = verified(with_first(archive, change))
    assert code == 1, said
