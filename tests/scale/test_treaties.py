"""The large treaties: the same numbers make the same bytes, all can be read, and what is planted is what is found."""

from __future__ import annotations

import pytest
from benchmarks.scale.run import COMPLIANCE, INTERESTS, judged
from benchmarks.scale.treaties import Family, Planted, Size, treaty

from servanda import project
from servanda.world.from_agreement import from_agreement


@pytest.mark.parametrize("family", Family)
@pytest.mark.parametrize("planted", Planted)
def test_the_same_numbers_make_the_same_treaty(family: Family, planted: Planted) -> None:
    size = Size(40, 6, family, planted, seed=3)
    assert treaty(size) == treaty(size)


def test_a_hole_is_planted_where_the_seed_says() -> None:
    holes = {treaty(Size(60, 6, Family.COUPLED, Planted.LOOPHOLE, seed)).hole for seed in range(5)}
    assert len(holes) > 1


@pytest.mark.parametrize("family", Family)
@pytest.mark.parametrize(("norms", "parties"), [(30, 5), (100, 20)])
def test_it_has_about_as_many_duties_as_asked_for(norms: int, parties: int, family: Family) -> None:
    source = project.Source("treaty.pact", treaty(Size(norms, parties, family, Planted.NOTHING)).text)
    loaded = project.load(source, library=project.shipped_library())
    assert loaded.findings == ()
    assert loaded.agreement is not None
    assert abs(len(from_agreement(loaded.agreement).norms) - norms) <= norms * 0.15


@pytest.mark.parametrize("family", Family)
def test_what_was_planted_is_found_and_nothing_else(family: Family) -> None:
    for planted, asked in ((Planted.LOOPHOLE, COMPLIANCE), (Planted.BREACH, INTERESTS)):
        said = judged(Size(24, 4, family, planted), asked)
        assert (said["planted"], said["false alarms"], said["undecided"]) == ("found", 0, 0), (planted, said)
