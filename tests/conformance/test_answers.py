"""Search, prover and the plain look at every state say the same of random small agreements."""

from __future__ import annotations

from collections import Counter

import z3
from hypothesis import event, given
from tests.conformance.judging import oracle, tries, verdict
from tests.worlds.drawn import Case, cases

from servanda.questions.answer import Certificate, Found, GaveUp, NoneUpTo, Proved
from servanda.questions.question import Effort
from servanda.solvers import certificate
from servanda.solvers.choose import Solvers
from servanda.solvers.horn import Reachable, prove
from servanda.solvers.replay import Replay
from servanda.solvers.terms import Term
from servanda.world.explore import Exhausted, Reached, Stopped

SHARE = 0.15
EFFORT = Effort(rounds=10)


def test_the_random_agreements_are_of_every_kind() -> None:
    count = Counter[str]()

    @tries(2)
    @given(cases())
    def count_kinds(case: Case) -> None:
        word = verdict(case).word
        event(word)
        count[word] += 1

    count_kinds()
    for word in ("found", "proved", "vacuous"):
        assert count[word] >= SHARE * count.total(), count


@tries(1.2)
@given(cases())
def test_the_solvers_answer_what_the_oracle_answers(case: Case) -> None:
    explored = oracle(case.world, case.reach)
    answer = Solvers(EFFORT)(case.world, case.reach)
    event(f"{type(explored).__name__}: {type(answer).__name__}")
    match explored:
        case Reached():
            assert isinstance(answer, Found | GaveUp)
            assert isinstance(answer, Found) or not _lasts(case, explored)
        case Exhausted():
            assert not isinstance(answer, Found)
            assert isinstance(answer, Proved | GaveUp | NoneUpTo)
        case Stopped():
            pass


def _lasts(case: Case, explored: Reached) -> bool:
    """Whether the oracle's own run may be told as one in which everybody keeps on keeping."""
    whole = frozenset(norm.name for norm in case.world.norms)
    return Replay(case.world, case.reach, whole).confirms(explored.run, extend=True)


@tries(0.3)
@given(cases())
def test_the_prover_alone_agrees_with_the_oracle(case: Case) -> None:
    explored = oracle(case.world, case.reach)
    made = prove(case.world, case.reach, EFFORT)
    event(f"{type(explored).__name__}: {type(made).__name__}")
    if isinstance(explored, Reached):
        assert isinstance(made, Reachable)
    if isinstance(explored, Exhausted):
        assert not isinstance(made, Reachable)
    if isinstance(made, Certificate):
        assert [_verdict(given, then) for given, then in certificate.implications(made, case.reach)].count(z3.sat) == 0


def _verdict(given_this: Term, then: Term) -> z3.CheckSatResult:
    """Satisfiable: the implication is refuted.  Unknown where it is too much work."""
    solver = z3.Solver()
    solver.set("rlimit", 2_000_000)
    return solver.check(given_this, z3.Not(then))


@tries(1)
@given(cases())
def test_a_run_of_the_oracle_can_be_replayed(case: Case) -> None:
    explored = oracle(case.world, case.reach)
    if isinstance(explored, Reached):
        whole = frozenset(norm.name for norm in case.world.norms)
        assert Replay(case.world, case.reach, whole).confirms(explored.run, extend=False)
