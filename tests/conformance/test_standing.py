"""Random small agreements with ways out, standstills, ends and exceptions: solvers and the plain look agree."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TypeGuard

from hypothesis import event, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.conformance.judging import oracle, tries
from tests.worlds import kit
from tests.worlds.drawn import Case, agreements, casts
from tests.worlds.kit import ANY, EACH, HERE

from servanda.agreement.agreement import Agreement
from servanda.agreement.exception import Cure, Excepted, Exempt, Judge
from servanda.agreement.lasting import Effective, Extension, Kind, Lapse, Power, Sunset, Survival, Until
from servanda.agreement.norm import Clause, Do, Duty, Rules, Statement
from servanda.agreement.party import Group, Quantifier, Who
from servanda.questions.answer import Found, GaveUp, NoneUpTo, Proved
from servanda.questions.question import Effort, Reach
from servanda.solvers.choose import Solvers
from servanda.solvers.replay import Replay
from servanda.world.explore import Exhausted, Reached
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policy

EFFORT = Effort(rounds=10)
FREED = Who(Quantifier.ANY, Group.PARTIES, None, HERE)


def lengths() -> st.SearchStrategy[Until | None]:
    """How long something lasts."""
    days = st.integers(1, 2).map(lambda count: Until(count, None, (), once=False, place=HERE))
    once = st.just(Until(1, None, (), once=True, place=HERE))
    fulfilled = st.just(Until(None, None, ("1",), once=False, place=HERE))
    return st.one_of(st.none(), days, once, fulfilled)


@st.composite
def powers(draw: DrawFn, kind: Kind) -> Power:
    """Somebody may leave, end or suspend."""
    days = draw(st.sampled_from([None, 0, 1, 2]))
    effective = None if days is None else Effective(days, HERE)
    until = draw(lengths()) if kind is Kind.SUSPEND else None
    what = ("1",) if kind is Kind.SUSPEND and draw(st.booleans()) else ()
    who = draw(st.sampled_from([kit.who("A"), kit.who("B"), EACH, ANY]))
    own = bool(what) and draw(st.booleans())
    return Power(who, kind, what, own, None, False, days is not None, effective, until, HERE)


def endings() -> st.SearchStrategy[Statement]:
    """One statement about how long clause 1, or all of it, binds."""
    excepted = Excepted("in need", None, None, Judge.BEARER, None, HERE)
    return st.one_of(
        powers(Kind.WITHDRAW),
        powers(Kind.TERMINATE),
        powers(Kind.SUSPEND),
        powers(Kind.SUSPEND),
        st.integers(0, 2).map(lambda days: Sunset(("1",), None, days, True, HERE)),
        st.sampled_from([None, 1]).map(lambda days: Survival(("1",), days, HERE)),
        st.just(Lapse(("1",), HERE)),
        st.integers(1, 2).map(lambda days: Cure("1", days, HERE)),
        st.sampled_from([None, FREED, kit.who("B")]).map(lambda who: Exempt(("1",), who, excepted, HERE)),
        st.just(Extension((), ANY, 0, HERE)),
        st.just(Extension((1, 2), ANY, 1, HERE)),
    )


@st.composite
def standing_cases(draw: DrawFn) -> Case:
    """A drawn agreement with a clause about its standing, an interest perhaps meant beyond the term, and conducts."""
    cast = draw(casts())
    plain: Agreement = draw(agreements(cast).filter(lambda drawn: bool(from_agreement(drawn).stakes)))
    said = draw(st.lists(endings(), min_size=1, max_size=2))
    trigger = draw(st.sampled_from([(), (), (kit.breach("1"),)]))
    shapes = st.sampled_from([_priced, _each_time, _as_it_is, _as_it_is])
    clauses = [draw(shapes)(each) for each in plain.clauses]
    last = Clause("9", None, (), (Rules(trigger, tuple(said), HERE),), None, HERE)
    beyond = draw(st.sampled_from([None, None, 0, 1, 2]))
    wanted = tuple(replace(each, beyond=beyond) for each in plain.interests)
    agreement = replace(plain, clauses=(*clauses, last), interests=wanted)
    world = from_agreement(agreement)
    stake = draw(st.sampled_from(world.stakes))
    lawful = [Policy.PROMPT, Policy.KEEPER, Policy.KEEPER, Policy.WILLING]
    kinds = st.sampled_from(draw(st.sampled_from([lawful, lawful, [*lawful, Policy.FREE]])))
    policies = {a.ident: draw(kinds) if a.bound else Policy.FREE for a in world.actors}
    return Case(agreement, world, stake, Reach(stake.fails, policies, occurrence=stake.triggers, excuses=stake.excuses))


def _as_it_is(clause: Clause) -> Clause:
    return clause


def _each_time(clause: Clause) -> Clause:
    """What is set off is owed each time."""
    return replace(clause, rules=tuple(_again(rules) if rules.upon else rules for rules in clause.rules))


def _again(rules: Rules) -> Rules:
    again = tuple(replace(each, each_time=True) if _is_act(each) else each for each in rules.statements)
    return replace(rules, statements=again)


def _is_act(statement: Statement) -> TypeGuard[Duty]:
    return isinstance(statement, Duty) and isinstance(statement.content, Do)


def _priced(clause: Clause) -> Clause:
    """What follows upon a breach as a price instead of the duty."""
    return replace(clause, rules=tuple(_instead(rules) for rules in clause.rules))


def _instead(rules: Rules) -> Rules:
    if not any(type(each).__name__ == "Breach" for each in rules.upon):
        return rules
    priced = tuple(replace(each, instead=True) if isinstance(each, Duty) else each for each in rules.statements)
    return replace(rules, statements=priced)


def test_the_drawn_clauses_matter() -> None:
    count = Counter[str]()

    @tries(0.6)
    @given(standing_cases())
    def count_kinds(case: Case) -> None:
        without = from_agreement(replace(case.agreement, clauses=case.agreement.clauses[:-1]))
        twin = [each for each in without.stakes if each.name == case.stake.name]
        changed = not twin or type(oracle(case.world, case.reach)) is not type(
            oracle(without, replace(case.reach, bad=twin[0].fails))
        )
        count["changed" if changed else "same"] += 1

    count_kinds()
    assert count["changed"] >= 0.1 * count.total(), count


@tries(0.3)
@given(standing_cases())
def test_the_solvers_answer_what_the_oracle_answers(case: Case) -> None:
    explored = oracle(case.world, case.reach)
    answer = Solvers(EFFORT)(case.world, case.reach)
    event(f"{type(explored).__name__}: {type(answer).__name__}")
    if isinstance(explored, Reached):
        assert isinstance(answer, Found | GaveUp | NoneUpTo)
        assert isinstance(answer, Found | NoneUpTo) or not _lasts(case, explored)
        assert _lived(case, explored, extend=False)
    if isinstance(explored, Exhausted):
        assert isinstance(answer, Proved | GaveUp | NoneUpTo)


def _lasts(case: Case, explored: Reached) -> bool:
    """Whether the oracle's own run may be told as one in which everybody keeps on keeping."""
    return _lived(case, explored, extend=True)


def _lived(case: Case, explored: Reached, *, extend: bool) -> bool:
    whole = frozenset(norm.name for norm in case.world.norms)
    return Replay(case.world, case.reach, whole).confirms(explored.run, extend=extend)
