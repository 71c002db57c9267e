"""The agreements of the library, and what reads naturally, become what they mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from tests.agreement.reading import AGREEMENTS, agreed, placeless, read

from servanda.agreement.agreement import AssumedAway, AssumedRate, AssumedRise, Extent, Status
from servanda.agreement.event import Act, BodyDecides, Breach
from servanda.agreement.interest import Always, AtExpiry, Never, Whenever
from servanda.agreement.norm import (
    ByDate,
    ClockStart,
    Decision,
    Duty,
    Every,
    Force,
    Keep,
    MayAnswer,
    NotStated,
    Permission,
    Refrain,
    Release,
    Rule,
    Silence,
    Vote,
    Within,
)
from servanda.agreement.party import Group, Quantifier, Who
from servanda.agreement.quantity import Amount, Both, Comparison, Holding, Order

HEAD = """agreement "T"
  takes effect 2025-01-10 00:00 in UTC
  lasts 180 days
use security
party A "Arland", B "Borland"
third state W "Westland"
verifier M "Mission"
body both_of_them "Both of them": A, B
"""


def only(line: str) -> object:
    """The one statement that a line under a clause becomes."""
    (clause,) = agreed(f"{HEAD}clause 1\n  {line}\n").clauses
    (rules,) = clause.rules
    (statement,) = rules.statements
    return statement


def duty(line: str) -> Duty:
    statement = only(line)
    assert isinstance(statement, Duty)
    return statement


@pytest.mark.parametrize("path", AGREEMENTS, ids=lambda path: path.parent.name)
def test_every_agreement_of_the_library_is_understood(path: Path) -> None:
    agreement = agreed(path.read_text(encoding="utf-8"))
    assert agreement.clauses
    assert agreement.interests


def test_the_head_says_what_the_text_is() -> None:
    path = next(path for path in AGREEMENTS if path.parent.name == "budapest-1994")
    header = agreed(path.read_text(encoding="utf-8")).header
    assert header.name == "Memorandum on Security Assurances, Budapest"
    assert (header.version, header.words_are) == ("1994", "summary")
    assert header.languages == ("English", "Russian", "Ukrainian")
    assert (header.extent, header.status) == (Extent.FULL, Status.DISPUTED)
    assert header.signed == date(1994, 12, 5)
    assert header.takes_effect == datetime(1994, 12, 5, tzinfo=UTC)
    assert header.lasts_days is None


def test_one_line_is_as_good_as_several() -> None:
    long = agreed((AGREEMENTS[0].parent.parent / "weak-truce" / "agreement.pact").read_text(encoding="utf-8"))
    short = agreed(
        """agreement "A weak truce"
  version 1; text summary in English; extent full text
  status legally binding; takes effect 2025-01-10 00:00 in UTC; lasts 180 days; deadlines inclusive
use security
party A "Arland", B "Borland"
third state W "Westland"
battle tanks of A = 400, of B = 400 at signature
clause 1 "Cease-fire"
  > For 180 days each side refrains from armed attack on the other.
  each Party shall refrain from armed attack on the other
interest of A "not weaker when it ends": battle tanks of B never exceed 1.5 times battle tanks of A
interest of B "not weaker when it ends": battle tanks of A never exceed 1.5 times battle tanks of B
"""
    )
    assert placeless(short) == placeless(replace(long, scenarios=()))


def test_the_robust_truce_in_detail() -> None:
    path = next(path for path in AGREEMENTS if path.parent.name == "robust-truce")
    agreement = agreed(path.read_text(encoding="utf-8"))
    rate, rise = agreement.assumptions[:2]
    assert isinstance(rate, AssumedRate)
    assert (rate.act.kind, rate.rate.number) == ("build-up", Fraction(3))
    assert isinstance(rise, AssumedRise)
    assert (rise.holding.kind, rise.rate.number) == ("battle tanks", Fraction(4))
    (cap,) = agreement.clause("2").rules[0].statements
    assert isinstance(cap, Duty)
    assert isinstance(cap.content, Keep)
    assert isinstance(cap.content.condition, Comparison)
    assert cap.content.condition.order is Order.AT_MOST
    report = agreement.clause("5").rules[0]
    assert [type(each) for each in report.upon] == [Breach, Breach]
    assert [each.established_by for each in report.upon if isinstance(each, Breach)] == ["inspection", None]
    release, answer = agreement.clause("6").rules[0].statements
    assert isinstance(release, Release)
    assert release.who.group is Group.OTHERS
    assert isinstance(answer, MayAnswer)
    assert answer.act.kind == "build-up"


def test_a_guarantee_hangs_on_a_decision() -> None:
    path = next(path for path in AGREEMENTS if path.parent.name == "istanbul-draft-2022")
    clause = agreed(path.read_text(encoding="utf-8")).clause("5")
    consult, assist = clause.rules[0].statements
    assert isinstance(consult, Duty)
    assert isinstance(consult.timing, Within)
    assert isinstance(assist, Duty)
    assert isinstance(assist.timing, NotStated)
    assert assist.provided is not None
    assert (assist.provided.body, assist.provided.rule) == ("guarantors", Rule.UNANIMITY)
    assert clause.if_breached is Silence.NOT_STATED


@pytest.mark.parametrize(
    ("word", "force"),
    [
        ("shall", Force.SHALL),
        ("will", Force.WILL),
        ("must", Force.MUST),
        ("undertakes to", Force.UNDERTAKES),
        ("should", Force.SHOULD),
        ("endeavours to", Force.ENDEAVOURS),
        ("shall endeavour to", Force.ENDEAVOURS),
        ("shall use its best efforts to", Force.ENDEAVOURS),
    ],
)
def test_the_word_that_binds_is_kept(word: str, force: Force) -> None:
    assert duty(f"each Party {word} refrain from armed attack on the other Party").force is force


@pytest.mark.parametrize(
    ("words", "quantifier", "group", "name"),
    [
        ("each Party", Quantifier.EACH, Group.PARTIES, None),
        ("Each Party", Quantifier.EACH, Group.PARTIES, None),
        ("the Parties", Quantifier.EACH, Group.PARTIES, None),
        ("both sides", Quantifier.EACH, Group.PARTIES, None),
        ("each of both_of_them", Quantifier.EACH, Group.BODY, "both_of_them"),
        ("any of both_of_them", Quantifier.ANY, Group.BODY, "both_of_them"),
        ("A", Quantifier.ONE, Group.NAMED, "A"),
        ("Arland", Quantifier.ONE, Group.NAMED, "A"),
        ('"Arland"', Quantifier.ONE, Group.NAMED, "A"),
        ("any state", Quantifier.ANY, Group.STATES, None),
        ("any third state", Quantifier.ANY, Group.THIRD_STATES, None),
    ],
)
def test_who_is_meant(words: str, quantifier: Quantifier, group: Group, name: str | None) -> None:
    bearer = duty(f"{words} shall refrain from armed attack on B").bearer
    assert (bearer.quantifier, bearer.group, bearer.name) == (quantifier, group, name)


def test_without_the_state_concerned() -> None:
    bearer = duty("each of both_of_them without the state concerned shall assist A within 3 days").bearer
    assert bearer.without_concerned


def test_two_names_are_two_duties() -> None:
    (clause,) = agreed(f"{HEAD}clause 1\n  A and B shall refrain from armed attack on W\n").clauses
    bearers = [each.bearer.name for each in clause.rules[0].statements if isinstance(each, Duty)]
    assert bearers == ["A", "B"]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("within 3 days", 3),
        ("within three days", 3),
        ("within a week", 7),
        ("within 48 hours", 2),
        ("at once", 0),
        ("immediately", 0),
        ("no later than 10 days", 10),
    ],
)
def test_deadlines(words: str, days: int) -> None:
    timing = duty(f"A shall assist B {words}").timing
    assert isinstance(timing, Within)
    assert (timing.days, timing.since) == (days, ClockStart.TRIGGER)


def test_other_times() -> None:
    by = duty("A shall assist B by 2 March 2025").timing
    assert isinstance(by, ByDate)
    assert by.moment == datetime(2025, 3, 2, tzinfo=UTC)
    every = duty("M shall inspect battle tanks of every Party at least every 49 days").timing
    assert isinstance(every, Every)
    assert every.days == 49
    adopted = duty("A shall assist B within 7 days of adoption").timing
    assert isinstance(adopted, Within)
    assert adopted.since is ClockStart.ADOPTION
    assert isinstance(duty("A shall assist B within not stated").timing, NotStated)
    assert duty("A shall assist B").timing is None


@pytest.mark.parametrize(
    ("line", "order", "number"),
    [
        ("each Party shall keep its battle tanks at or below 400 tanks", Order.AT_MOST, 400),
        ("each Party shall keep battle tanks at most 85 000 tanks", Order.AT_MOST, 85_000),
        ("each Party shall not exceed 250,000 tanks", Order.AT_MOST, 250_000),
        ("each Party shall never exceed 400 battle tanks", Order.AT_MOST, 400),
        ("each Party shall not hold more than 400 tanks", Order.AT_MOST, 400),
        ("each Party shall hold no more than 400 tanks", Order.AT_MOST, 400),
        ("battle tanks of each Party shall not exceed 400 tanks", Order.AT_MOST, 400),
        ("each Party shall keep its battle tanks above 10 tanks", Order.ABOVE, 10),
        ("each Party shall keep its battle tanks equal to 10 tanks", Order.EQUAL, 10),
        ("each Party shall keep its battle tanks at or above 10 tanks", Order.AT_LEAST, 10),
    ],
)
def test_limits(line: str, order: Order, number: int) -> None:
    found = duty(line)
    assert found.bearer.group is Group.PARTIES
    assert isinstance(found.content, Keep)
    condition = found.content.condition
    assert isinstance(condition, Comparison)
    assert condition.order is order
    (left,), (right,) = condition.left, condition.right
    assert isinstance(left.of, Holding)
    assert left.of.holder.group is Group.OWN
    assert isinstance(right.of, Amount)
    assert right.of.number == number


def test_sums_and_factors() -> None:
    content = duty("A shall keep its battle tanks at most 1.5 times battle tanks of B plus 20 tanks").content
    assert isinstance(content, Keep)
    assert isinstance(content.condition, Comparison)
    assert [term.factor for term in content.condition.right] == [Fraction(3, 2), 1]
    content = duty("A shall keep its battle tanks at most 80 % of B's battle tanks").content
    assert isinstance(content, Keep)
    assert isinstance(content.condition, Comparison)
    assert content.condition.right[0].factor == Fraction(4, 5)


@pytest.mark.parametrize(
    "line",
    [
        "A shall refrain from armed attack on B",
        "A shall refrain from attacking B",
        "A shall not attack B",
        "A shall never attack B",
        "A may not attack B",
        "Arland shall not attack B",
    ],
)
def test_what_is_forbidden(line: str) -> None:
    content = duty(line).content
    assert isinstance(content, Refrain)
    assert content.act.kind == "armed attack"
    victim = content.act.filler("VICTIM")
    assert isinstance(victim, Who)
    assert victim.name == "B"


def test_no_party_shall() -> None:
    found = duty("no Party shall attack the other Party")
    assert isinstance(found.content, Refrain)
    assert found.bearer.quantifier is Quantifier.EACH


def test_the_more_definite_pattern_is_meant() -> None:
    content = duty("A shall not attack B with nuclear weapons").content
    assert isinstance(content, Refrain)
    assert content.act.kind == "nuclear attack"


def test_other_statements() -> None:
    assert isinstance(only("A may assist B"), Permission)
    vote = duty("each of both_of_them shall consent to it within 3 days").content
    assert vote == Vote(True)
    assert duty("each of both_of_them shall decide it within 3 days").content == Vote(None)
    decision = only("both_of_them decides on assistance by two thirds within 5 days, otherwise adopted")
    assert isinstance(decision, Decision)
    assert (decision.rule, decision.closes_after, decision.otherwise_adopted) == (Rule.TWO_THIRDS, 5, True)
    assert decision.matter == "assistance"


def test_interests() -> None:
    text = f"""{HEAD}clause 1
  A shall assist B within 3 days
interest of A "a": battle tanks of A stay at least 10 tanks, and battle tanks of B never exceed 3 tanks
interest of A "b": at expiry battle tanks of A are at least 10 tanks, and battle tanks of B are at most 9 tanks
interest of A "c": never armed attack by any state on A
interest of W "d": whenever breach of clause 1 by A, adoption by both_of_them within 4 days
interest of each Party "e": its battle tanks never fall below half of battle tanks of the other Party
"""
    with_fault = read(text)
    assert [each.slug for each in with_fault.findings] == ["unreadable-line"]
    agreement = with_fault.agreement
    assert agreement is not None
    expiry, never, whenever, of_a, of_b = agreement.interests
    assert isinstance(expiry.protected, AtExpiry)
    assert isinstance(expiry.protected.condition, Both)
    assert isinstance(never.protected, Never)
    assert isinstance(whenever.protected, Whenever)
    assert isinstance(whenever.protected.trigger, Breach)
    assert isinstance(whenever.protected.answer, BodyDecides)
    assert (whenever.of, whenever.protected.days) == ("W", 4)
    assert isinstance(of_a.protected, Always)
    assert isinstance(of_b.protected, Always)
    assert isinstance(of_b.protected.condition, Comparison)
    (left,) = of_b.protected.condition.left
    (right,) = of_b.protected.condition.right
    assert isinstance(left.of, Holding)
    assert isinstance(right.of, Holding)
    assert (left.of.holder.name, right.of.holder.name, right.factor) == ("B", "A", Fraction(1, 2))


def test_what_follows_from_a_breach() -> None:
    (clause,) = agreed(f"{HEAD}clause 1\n  A shall assist B at once\n  if breached:\n    B may attack A\n").clauses
    (upon,) = clause.rules[1].upon
    assert isinstance(upon, Breach)
    assert (upon.clause, clause.if_breached) == ("1", None)


def test_assumptions_scenarios_and_the_rest() -> None:
    agreement = agreed(
        f"""{HEAD}battle tanks of A = not stated
assume no arm-through-third-state by W because "its borders are closed"
clause 13(d) "Truce"
  waived "in good faith" because "it binds to nothing"
  A shall assist B by day 30
annex 2.1
  A shall assist B at once
scenario "One delivery"
  day 3: W delivers 10 tanks to B
  2025-01-20: armed attack by A on B
  expect clause 13(d) of A breached on day 40
expect loophole on annex 2.1
accept 12ab34cd because "we know"
"""
    )
    assert agreement.stocks[0].amount is None
    (away,) = agreement.assumptions
    assert isinstance(away, AssumedAway)
    assert away.move == "arm-through-third-state"
    assert [clause.number for clause in agreement.clauses] == ["13(d)", "annex 2.1"]
    (scenario,) = agreement.scenarios
    first, second = scenario.steps
    assert isinstance(first.act, Act)
    assert (first.day, first.amount, first.act.kind) == (3, 10, "arm-through-third-state")
    assert dict(first.act.fill)["KIND"] == "battle tanks"
    assert (second.day, second.amount) == (10, None)
    (verdict,) = scenario.expected
    assert (verdict.clause, verdict.bearer, verdict.verdict, verdict.day) == ("13(d)", "A", "breached", 40)
    assert agreement.expectations[0].on == "annex 2.1"
    assert agreement.acceptances[0].because == "we know"


def test_acts_leave_open_what_the_text_leaves_open() -> None:
    content = duty("A shall refrain from armed attack").content
    assert isinstance(content, Refrain)
    assert content.act == Act("armed attack", (), content.act.place)
