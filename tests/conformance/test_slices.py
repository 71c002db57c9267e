"""A slice allows at least what the whole allows."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import event, given
from hypothesis import strategies as st
from tests.conformance.judging import oracle, tries
from tests.worlds.drawn import Case, cases

from servanda.solvers.slice import sliced
from servanda.world.explore import Exhausted, Reached
from servanda.world.expression import Var


@tries(1)
@given(cases(), st.booleans())
def test_what_the_whole_reaches_the_slice_reaches(case: Case, narrow: bool) -> None:
    part = sliced(case.world, case.reach, narrow=narrow)
    event(f"left out: {len(case.world.variables) > len(part.variables)}")
    whole, fewer = oracle(case.world, case.reach), oracle(part, case.reach)
    if isinstance(whole, Reached):
        assert not isinstance(fewer, Exhausted)
        assert not isinstance(fewer, Reached) or fewer.run.days <= whole.run.days
    if isinstance(fewer, Exhausted):
        assert not isinstance(whole, Reached)


@tries(0.5)
@given(cases(), st.data())
def test_the_same_holds_of_a_question_about_a_duty(case: Case, data: st.DataObject) -> None:
    marks = {mark for norm in case.world.norms for mark in (norm.wilful, norm.prevented)}
    known = [variable.name for variable in case.world.variables if variable.name in marks]
    if not known:
        return
    reach = replace(case.reach, bad=Var(data.draw(st.sampled_from(known))))
    whole, fewer = oracle(case.world, reach), oracle(sliced(case.world, reach, narrow=False), reach)
    assert not (isinstance(whole, Reached) and isinstance(fewer, Exhausted))
