"""What becomes of a duty: kept, missed wilfully, missed because one was prevented, let off, set off again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.worlds import kit
from tests.worlds.kit import AID, ASK, BURN, EACH, GROW, OPEN, OTHER, STRIKE, VISIT, WARN

from servanda.agreement.agreement import Agreement
from servanda.agreement.norm import Clause, Rule
from servanda.questions.answer import Found, Proved
from servanda.questions.question import Reach
from servanda.solvers.choose import Solvers
from servanda.world.explore import Exhausted, Reached, explore
from servanda.world.expression import Var, at_least, number
from servanda.world.from_agreement import from_agreement
from servanda.world.policy import Policy
from servanda.world.step import Machine

AB = kit.parties("AB")
A_VISITS = kit.clause("1", (), kit.duty("A", kit.do(VISIT, TO="B"), kit.within(3)))
CALLED = kit.upon(kit.act(WARN, BY="B", TO="A"))

ASKS, OPENS, VISITS = "request(BY=A, TO=B)", "access(BY=B, TO=A)", "visit(BY=A, TO=B)"
BURNS, AIDS, CALLS = "burning(BY=A)", "aid(BY=A, TO=B)", "warning(BY=B, TO=A)"


def b_answers(within: int) -> Clause:
    """B opens when A asks."""
    return kit.clause(
        "2", kit.upon(kit.act(ASK, BY="A", TO="B")), kit.duty("B", kit.do(OPEN, TO="A"), kit.within(within))
    )


def lived(agreement: Agreement, days: Sequence[Sequence[str]], moved: dict[str, int] | None = None) -> set[str]:
    """Live day by day, everybody free; the marks that stand at the end, as ``1 A wilful``."""
    world = from_agreement(agreement)
    machine = Machine(world, {actor.ident: Policy.FREE for actor in world.actors})
    state = machine.start()
    for place, events in enumerate(days):
        if place:
            assert machine.can_wait(state, 1, moved or {})
            state = machine.wait(state, 1, moved or {})
        for name in events:
            assert machine.can_occur(state, world.event(name)), name
            state = machine.occur(state, world.event(name))
        state = machine.close(state)
    values = machine.read(state)
    told = [(n, word, mark) for n in world.norms for word, mark in (("wilful", n.wilful), ("prevented", n.prevented))]
    return {f"{norm.clause} {norm.bearer} {word}" for norm, word, mark in told if values[mark]}


@pytest.mark.parametrize(
    ("story", "days"),
    [
        ("kept on the last day", [[ASKS, OPENS], [], [], [VISITS]]),
        ("never asks", [[], [], [], []]),
        ("asks, and is not answered", [[ASKS], [], [], []]),
        ("asks too late to be answered in time", [[], [], [ASKS], []]),
        ("is let in, and lets the chance pass", [[ASKS, OPENS], [], [], []]),
    ],
)
def test_a_visit_that_needs_leave(story: str, days: list[list[str]]) -> None:
    expected = {
        "kept on the last day": set[str](),
        "never asks": {"1 A wilful"},
        "asks, and is not answered": {"1 A prevented", "2 B wilful"},
        "asks too late to be answered in time": {"1 A wilful"},
        "is let in, and lets the chance pass": {"1 A wilful"},
    }
    assert lived(kit.small(AB, [A_VISITS, b_answers(2)]), days) == expected[story]


def test_a_date_is_asked_for_in_time_or_too_late_like_a_span() -> None:
    dated = kit.clause("1", (), kit.duty("A", kit.do(VISIT, TO="B"), kit.by_day(3)))
    agreement = kit.small(AB, [dated, b_answers(2)])
    assert lived(agreement, [[], [ASKS], [], []]) == {"1 A prevented", "2 B wilful"}
    assert lived(agreement, [[], [], [ASKS], []]) == {"1 A wilful"}


def test_who_was_let_in_once_is_not_to_blame_when_kept_out_the_next_time() -> None:
    looks = kit.clause("1", (), kit.duty("A", kit.do(VISIT, TO="B"), kit.every(2)))
    agreement = kit.small(AB, [looks, b_answers(0)], days=6)
    assert lived(agreement, [[ASKS, OPENS, VISITS], [ASKS], []]) == {"1 A prevented", "2 B wilful"}


def test_nobody_asks_for_what_stands_open() -> None:
    world = from_agreement(kit.small(AB, [A_VISITS, b_answers(0)]))
    machine = Machine(world, {actor.ident: Policy.FREE for actor in world.actors})
    state = machine.start()
    for name in (ASKS, OPENS):
        state = machine.occur(state, world.event(name))
    assert not machine.can_occur(state, world.event(ASKS))


def test_prevented_after_a_chance_if_another_ends_it() -> None:
    barred = kit.clause("3", CALLED, kit.duty("A", kit.never(AID, TO="B")))
    agreement = kit.small(AB, [kit.clause("1", (), kit.duty("A", kit.do(AID, TO="B"), kit.within(2))), barred])
    assert lived(agreement, [[], [CALLS], []]) == {"1 A prevented"}
    assert lived(agreement, [[], [], []]) == {"1 A wilful"}


def test_an_unrelated_act_takes_no_chance_away() -> None:
    """The moment before matters: what A itself destroyed stays destroyed by A, whoever acts afterwards."""
    burnt = kit.clause("3", kit.upon(kit.act(BURN, BY="A")), kit.duty("A", kit.never(AID, TO="B")))
    agreement = kit.small(AB, [kit.clause("1", (), kit.duty("A", kit.do(AID, TO="B"), kit.within(2))), burnt])
    stories = [[[BURNS], [], []], [[BURNS], ["warning(BY=B, TO=A)"], []]]
    called = kit.small(AB, [*agreement.clauses, kit.clause("4", CALLED, kit.duty("B", kit.do(BURN), kit.within(3)))])
    assert lived(agreement, stories[0]) == {"1 A wilful"}
    assert lived(called, stories[1]) == {"1 A wilful"}


def test_what_is_destroyed_before_the_duty_arose_counts_as_had() -> None:
    burnt = kit.clause("3", kit.upon(kit.act(BURN, BY="A")), kit.duty("A", kit.never(AID, TO="B")))
    agreement = kit.small(AB, [kit.clause("1", CALLED, kit.duty("A", kit.do(AID, TO="B"), kit.within(1))), burnt])
    assert lived(agreement, [[BURNS], [CALLS], []]) == {"1 A wilful"}


def test_to_do_what_one_must_never_do_is_prevented() -> None:
    both = [
        kit.clause("1", (), kit.duty("A", kit.do(BURN), kit.within(1))),
        kit.clause("2", (), kit.duty("A", kit.never(BURN))),
    ]
    assert lived(kit.small(AB, both), [[], []]) == {"1 A prevented"}
    assert lived(kit.small(AB, both), [[BURNS], []]) == {"2 A wilful"}


def test_one_truck_for_two_duties_each_had_its_chance() -> None:
    """One leave, two uses: whichever is chosen, the other was possible too, so its miss is wilful."""
    one_leave = kit.clause("1", (), kit.duty("A", kit.do(AID, TO="B"), kit.within(1)))
    other = kit.clause("2", (), kit.duty("A", kit.do(BURN), kit.within(1)))
    spent = kit.clause("3", kit.upon(kit.act(AID, BY="A")), kit.duty("A", kit.never(BURN)))
    spent_too = kit.clause("4", kit.upon(kit.act(BURN, BY="A")), kit.duty("A", kit.never(AID)))
    agreement = kit.small(AB, [one_leave, other, spent, spent_too])
    assert lived(agreement, [[AIDS], []]) == {"2 A wilful"}
    assert lived(agreement, [[BURNS], []]) == {"1 A wilful"}
    world = from_agreement(agreement)
    keepers = Machine(world, {actor.ident: Policy.KEEPER for actor in world.actors})
    assert not isinstance(explore(keepers, at_least(Var("day"), number(2)), most_states=500), Reached)


def test_chisholm() -> None:
    """He ought to go; if he goes he ought to say so; if he does not he ought not to say so; he does not go."""
    agreement = kit.small(
        AB,
        [
            kit.clause("1", (), kit.duty("A", kit.do(AID, TO="B"), kit.within(1))),
            kit.clause("2", kit.upon(kit.act(AID, BY="A")), kit.duty("A", kit.do(WARN, TO="B"), kit.within(0))),
            kit.clause("3", kit.upon(kit.breach("1", "A")), kit.duty("A", kit.never(WARN, TO="B"))),
        ],
    )
    says = "warning(BY=A, TO=B)"
    assert lived(agreement, [[AIDS, says], [], []]) == set()
    assert lived(agreement, [[AIDS], [], []]) == {"2 A wilful"}
    assert lived(agreement, [[], [], []]) == {"1 A wilful"}
    assert lived(agreement, [[], [], [says]]) == {"1 A wilful", "3 A wilful"}
    assert lived(agreement, [[says], [], []]) == {"1 A wilful"}


def test_a_missed_duty_never_stops_time() -> None:
    agreement = kit.small(AB, [kit.clause("1", (), kit.duty("A", kit.do(BURN), kit.within(0)))], days=9)
    assert lived(agreement, [[] for _ in range(9)]) == {"1 A wilful"}


def test_one_act_discharges_whatever_is_open() -> None:
    agreement = kit.small(AB, [kit.clause("1", CALLED, kit.duty("A", kit.do(AID, TO="B"), kit.within(2)))], days=9)
    assert lived(agreement, [[CALLS], [CALLS], [AIDS], [], [], []]) == set()
    assert lived(agreement, [[CALLS], [CALLS], [], [], []]) == {"1 A wilful"}
    assert lived(agreement, [[CALLS, AIDS], [CALLS], [], []]) == {"1 A wilful"}


def test_an_act_that_fulfils_and_sets_off_again_leaves_the_duty_running() -> None:
    chain = kit.clause(
        "1", kit.upon(kit.act(STRIKE, BY="A", ON="B")), kit.duty("A", kit.do(STRIKE, ON="B"), kit.within(1))
    )
    agreement = kit.small(AB, [chain], days=9)
    strikes = "strike(BY=A, ON=B)"
    assert lived(agreement, [[strikes], [strikes], []]) == {"1 A wilful"}


def test_what_is_set_off_in_the_term_survives_it_and_later_calls_set_nothing_off() -> None:
    agreement = kit.small(AB, [kit.clause("1", CALLED, kit.duty("A", kit.do(AID, TO="B"), kit.within(2)))], days=2)
    assert lived(agreement, [[], [], [CALLS], [], []]) == {"1 A wilful"}
    assert lived(agreement, [[], [], [], [CALLS], [], [], []]) == set()


def test_a_prohibition_ends_with_the_term_and_is_broken_by_its_bearer_alone() -> None:
    agreement = kit.small(AB, [kit.clause("1", (), kit.duty(EACH, kit.never(BURN)))], days=1)
    assert lived(agreement, [[], [BURNS]]) == {"1 A wilful"}
    assert lived(agreement, [[], [], [BURNS]]) == set()


def test_what_is_forbidden_towards_the_others_is_forbidden_towards_each() -> None:
    agreement = kit.small(kit.parties("ABC"), [kit.clause("1", (), kit.duty(EACH, kit.never(STRIKE, ON=OTHER)))])
    assert lived(agreement, [["strike(BY=A, ON=C)"]]) == {"1 A wilful"}


def test_who_is_let_off_is_not_marked() -> None:
    freed = kit.clause("2", CALLED, kit.release("1", "A"))
    agreement = kit.small(AB, [kit.clause("1", (), kit.duty("A", kit.do(AID, TO="B"), kit.within(1))), freed])
    assert lived(agreement, [[], [CALLS], []]) == set()
    assert lived(agreement, [[], [], [CALLS]]) == {"1 A wilful"}


def test_a_ceiling_passed_by_ones_own_doing_or_by_another() -> None:
    ceiling = kit.clause("1", (), kit.duty("A", kit.keep(kit.at_most(kit.tanks("A"), kit.units(3)))))
    grows = {"build-up(BY=A, OF=tanks)": 1}

    def tank_world(start: int) -> Agreement:
        return kit.small(AB, [ceiling], stocks=[kit.stock("A", start)], assume=[kit.rate(1, GROW)], acts=(GROW,))

    assert lived(tank_world(2), [[], []], grows) == set()
    assert lived(tank_world(2), [[], [], []], grows) == {"1 A wilful"}
    assert lived(tank_world(4), [[], []]) == {"1 A prevented"}


def test_what_was_built_before_a_ceiling_arose_is_nobodys_breach() -> None:
    later = kit.clause("1", CALLED, kit.duty("A", kit.keep(kit.at_most(kit.tanks("A"), kit.units(2)))))
    agreement = kit.small(
        AB, [later], stocks=[kit.stock("A", 2)], assume=[kit.rate(1, GROW)], acts=(GROW, WARN)
    )  # fmt: skip
    world = from_agreement(agreement)
    machine = Machine(world, {actor.ident: Policy.FREE for actor in world.actors})
    state = machine.wait(machine.close(machine.start()), 1, {"build-up(BY=A, OF=tanks)": 1})
    state = machine.close(machine.occur(state, world.event(CALLS)))
    values = machine.read(state)
    assert (values[world.norms[0].wilful], values[world.norms[0].prevented]) == (False, True)


def test_a_breach_can_open_a_vote() -> None:
    agreement = kit.small(
        kit.parties("ABC"),
        [
            kit.clause("1", (), kit.duty("A", kit.never(BURN))),
            kit.clause(
                "2", kit.upon(kit.breach("1", "A")), kit.duty("B", kit.do(AID, TO="C"), kit.within(1), kit.vote("all"))
            ),
        ],
        bodies=[kit.body("all", "B", "C")],
    )
    world = from_agreement(agreement)
    yes = [event.name for event in world.events if "says yes" in event.name]
    assert lived(agreement, [[BURNS, *yes], [], []]) == {"1 A wilful", "2 B wilful"}


@pytest.mark.parametrize(
    ("rule", "needed"), [(Rule.UNANIMITY, 3), (Rule.TWO_THIRDS, 2), (Rule.MAJORITY, 2), (Rule.CONSENSUS, 3)]
)
def test_how_many_must_say_yes(rule: Rule, needed: int) -> None:
    duty = kit.duty("A", kit.do(AID, TO="B"), kit.within(0, of_adoption=True), kit.vote("all", rule))
    agreement = kit.small(kit.parties("ABC"), [kit.clause("1", CALLED, duty)], bodies=[kit.body("all", *"ABC")])
    world = from_agreement(agreement)
    yes = [event.name for event in world.events if "says yes" in event.name]
    for count in range(4):
        expected = {"1 A wilful"} if count >= needed else set()
        assert lived(agreement, [[CALLS, *yes[: min(count, needed)]]]) == expected


def test_a_later_vote_does_not_take_back_what_was_adopted() -> None:
    duty = kit.duty("A", kit.do(AID, TO="B"), kit.within(3), kit.vote("all"))
    agreement = kit.small(
        kit.parties("ABC"), [kit.clause("1", CALLED, duty)], bodies=[kit.body("all", "B", "C")], days=9
    )
    yes = [event.name for event in from_agreement(agreement).events if "says yes" in event.name]
    assert lived(agreement, [[CALLS, *yes], [CALLS], [], []]) == {"1 A wilful"}
    assert lived(agreement, [[CALLS], [], [], []]) == set()


def test_an_answering_side_stops_at_its_own_ceiling_and_time_goes_on() -> None:
    ceiling = kit.clause("1", (), kit.duty("A", kit.keep(kit.at_most(kit.tanks("A"), kit.units(3)))))
    answers = kit.clause("2", CALLED, kit.may_answer("A", GROW))
    agreement = kit.small(
        AB, [ceiling, answers], [kit.interest("A", kit.always(kit.at_most(kit.tanks("A"), kit.units(3))))],
        stocks=[kit.stock("A", 1)], assume=[kit.rate(2, GROW)], acts=(GROW, WARN), days=5,
    )  # fmt: skip
    world = from_agreement(agreement)
    policies = {"A": Policy.PROMPT, "B": Policy.FREE, world.actors[-1].ident: Policy.FREE}
    lasts = explore(Machine(world, policies), at_least(Var("day"), number(5)), most_states=2_000)
    assert isinstance(lasts, Reached)
    stake = world.stakes[0]
    assert isinstance(Solvers()(world, Reach(stake.fails, policies)), Proved)
    assert isinstance(Solvers().witness(world, Reach(stake.given, policies)), Found)


def test_a_keeper_that_must_and_must_not_is_prevented_and_never_wilful() -> None:
    called = kit.clause("1", CALLED, kit.duty("A", kit.do(BURN), kit.within(1)))
    world = from_agreement(kit.small(AB, [called, kit.clause("2", (), kit.duty("A", kit.never(BURN)))]))
    machine = Machine(world, {actor.ident: Policy.KEEPER for actor in world.actors})
    norm = world.norms[0]
    assert isinstance(explore(machine, Var(norm.prevented), most_states=2_000), Reached)
    assert isinstance(explore(machine, Var(norm.wilful), most_states=2_000), Exhausted)


def test_a_duty_to_vote_lapses_when_the_others_have_settled_the_vote() -> None:
    council = kit.body("council", "A", "B", "C")
    attack = kit.upon(kit.act(STRIKE, BY="D", ON="A"))
    voice = kit.duty(kit.each_of("council"), kit.CONSENT, kit.within(2))
    aid = kit.duty("B", kit.do(AID, TO="A"), kit.NO_DATE, kit.vote("council", Rule.MAJORITY))
    agreement = kit.small(kit.parties("ABCD"), [kit.clause("1", attack, voice, aid)], bodies=[council])
    world = from_agreement(agreement)
    vote = world.decisions[0].name
    strike = next(e.name for e in world.events if e.act == STRIKE.name and e.by == ("D",))
    yes = [f"{who} says yes in the {vote}" for who in "AB"]
    assert lived(agreement, [[strike, *yes], [], []]) == set()
    assert lived(agreement, [[strike, yes[0]], [], []]) == {"1 B wilful", "1 C wilful"}
