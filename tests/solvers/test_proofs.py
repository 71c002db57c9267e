"""Proofs of the agreements that are measured: by the quick prover alone, certified, and told from what does not hold.

That the quick prover stays within its rounds is what keeps answers fast; no clock is read here.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from servanda import project
from servanda.questions.answer import Certificate
from servanda.questions.conduct import compliance, non_compliance
from servanda.questions.question import Effort, Reach
from servanda.solvers import certificate
from servanda.solvers.core import core
from servanda.solvers.induction import induced
from servanda.solvers.memory import Memory, exchanged
from servanda.solvers.slice import sliced, spare, unexcused
from servanda.world.from_agreement import from_agreement
from servanda.world.world import Stake, World

ROOT = Path(__file__).parent.parent.parent
CEILINGS = "benchmarks/w2c-ceilings.pact"
CONSENT = "benchmarks/w4-bound-to-consent.pact"
ROBUST = "agreements/robust-truce/agreement.pact"


@cache
def _world(name: str) -> World:
    source = project.read(str(ROOT / name))
    assert isinstance(source, project.Source)
    loaded = project.load(source, library=project.shipped_library())
    assert loaded.agreement is not None
    return from_agreement(loaded.agreement)


def _asked(name: str, place: int, free: str | None = None) -> tuple[World, Stake, Reach]:
    world = _world(name)
    stake = world.stakes[place]
    policies = compliance(world, stake.of) if free is None else non_compliance(world, stake.of, free)
    return world, stake, Reach(stake.fails, policies, occurrence=stake.triggers, excuses=stake.excuses)


def _lean(world: World, reach: Reach) -> World:
    part = unexcused(sliced(world, reach, narrow=True), reach)
    return sliced(part, reach, narrow=False, without=spare(part, reach))


def _proof(name: str, place: int, free: str | None = None) -> tuple[Certificate, Reach]:
    world, _, reach = _asked(name, place, free)
    made = induced(_lean(world, reach), reach, Effort())
    assert made is not None
    return made, reach


PROVED = [
    (CEILINGS, 0, None),
    (CEILINGS, 1, None),
    (CONSENT, 0, None),
    (CONSENT, 2, None),
    (CONSENT, 5, None),
    (ROBUST, 0, None),
    (ROBUST, 0, "B"),
    (ROBUST, 1, "A"),
    (ROBUST, 1, "M"),
]


@pytest.mark.parametrize(("name", "place", "free"), PROVED)
def test_the_quick_prover_suffices(name: str, place: int, free: str | None) -> None:
    made, reach = _proof(name, place, free)
    assert certificate.holds(made, reach)


def test_what_says_too_little_or_too_much_is_no_certificate() -> None:
    made, reach = _proof(CEILINGS, 0)
    assert not certificate.holds(replace(made, invariant="true"), reach)
    assert not certificate.holds(replace(made, invariant="false"), reach)


def test_a_certificate_for_compliance_says_nothing_of_a_breach() -> None:
    made, _ = _proof(CEILINGS, 0)
    _, _, despite = _asked(CEILINGS, 0, "B")
    assert not certificate.holds(made, despite)


def test_what_fails_is_not_proved() -> None:
    world, _, reach = _asked(CEILINGS, 0, "B")
    assert induced(_lean(world, reach), reach, Effort()) is None


def test_a_proof_for_one_side_is_tried_for_the_other() -> None:
    made, _ = _proof(CEILINGS, 0)
    memory = Memory()
    memory.keep(made)
    world, _, reach = _asked(CEILINGS, 1)
    assert any(certificate.holds(each, reach) for each in memory.carried(_lean(world, reach)))


def test_names_are_exchanged_as_whole_words() -> None:
    assert exchanged("A → M [A+B]: armed; AB", "A", "B") == "B → M [B+A]: armed; AB"


def test_a_core_names_the_duties_that_are_needed() -> None:
    world, _, reach = _asked(CEILINGS, 1)
    assert core(world, reach, Effort()) == ("clause 2 line 1.1: A",)
