"""Votes of bodies: one open vote per clause and trigger, irrevocable voices, a rule, a closing time."""

from __future__ import annotations

from dataclasses import replace

from servanda.agreement.norm import Decision as DecisionText
from servanda.agreement.norm import Rule
from servanda.world.build import CLOSE, Moment, Scaffold, Vote, due
from servanda.world.expression import FALSE, TRUE, Expr, Var, at_least_so_many, conj, disj, neg, number
from servanda.world.ground import Binding
from servanda.world.triggers import Ledger
from servanda.world.world import Decision, Event, Manner


def build_vote(ledger: Ledger, clause: str, text: DecisionText, binding: Binding) -> Vote:
    """The variables and events of one vote; `open_vote` says when it opens."""
    scaffold = ledger.scaffold
    deciders = tuple(
        name
        for name in scaffold.agreement.body(text.body).members
        if not (text.without_concerned and name == binding.concerned)
    )
    name = _name(scaffold, f"vote of {text.body} under clause {clause} [{binding.label}]")
    decision = Decision(
        name,
        clause,
        text.body,
        f"{name}: open",
        f"{name}: adopted",
        deciders,
        binding.concerned,
        tuple(f"{name}: {who} said yes" for who in deciders),
        _needed(text.rule, len(deciders)),
    )
    vote = _events(scaffold, decision)
    if text.closes_after is not None:
        vote = _closing(scaffold, decision, vote, text, text.closes_after)
    scaffold.decisions[name] = decision
    ledger.votes.setdefault(clause, []).append((binding, vote))
    ledger.adoptions.setdefault(text.body, []).extend((binding, moment) for moment in vote.adopted)
    for moment in vote.adopted:
        scaffold.set(moment, decision.adopted, TRUE)
        scaffold.set(moment, decision.open, FALSE)
    return vote


def _name(scaffold: Scaffold, name: str) -> str:
    """Two votes of one clause that differ in their rule are two votes."""
    return name if name not in scaffold.decisions else _name(scaffold, f"{name} (another)")


def _said(decision: Decision, who: str, what: str) -> str:
    return f"{decision.name}: {who} said {what}"


def _events(scaffold: Scaffold, decision: Decision) -> Vote:
    is_open = scaffold.variable(decision.open, False)
    scaffold.variable(decision.adopted, False)
    consents, refusals, adopted = {}, {}, list[Moment]()
    for who in decision.deciders:
        yes = scaffold.variable(_said(decision, who, "yes"), False)
        no = scaffold.variable(_said(decision, who, "no"), False)
        guard = conj(is_open, neg(yes), neg(no))
        consents[who] = _voice(scaffold, decision, who, guard, Manner.CONSENT, "yes")
        refusals[who] = _voice(scaffold, decision, who, guard, Manner.REFUSAL, "no")
        adopted.append(Moment(consents[who], conj(guard, _last_needed(decision, who))))
    return Vote(decision, tuple(adopted), consents, refusals, None)


def _voice(scaffold: Scaffold, decision: Decision, who: str, guard: Expr, manner: Manner, word: str) -> str:
    name = f"{who} says {word} in the {decision.name}"
    scaffold.events[name] = Event(name, (who,), guard, {}, manner, decision=decision.name)
    scaffold.set(Moment(name), _said(decision, who, word), TRUE)
    return name


def _last_needed(decision: Decision, who: str) -> Expr:
    """Whether this voice is the one that completes the rule."""
    others = [_said(decision, name, "yes") for name in decision.deciders if name != who]
    return at_least_so_many(others, decision.needed - 1)


def _needed(rule: Rule, deciders: int) -> int:
    """How many must say yes."""
    if rule is Rule.MAJORITY:
        return deciders // 2 + 1
    return -(-2 * deciders // 3) if rule is Rule.TWO_THIRDS else deciders


def open_vote(scaffold: Scaffold, vote: Vote, opened: list[Moment]) -> None:
    """A trigger within the term opens the vote afresh, unless one is open and goes on."""
    decision = vote.decision
    origin = tuple(dict.fromkeys(moment.place for moment in opened))
    scaffold.decisions[decision.name] = replace(scaffold.decisions.get(decision.name, decision), origin=origin)
    fresh = [decision.adopted]
    fresh += [_said(decision, who, word) for who in decision.deciders for word in ("yes", "no")]
    ended = {moment.place: scaffold.ends_at(moment.place, decision.open) for moment in opened}
    for moment in opened:
        idle = disj(neg(Var(decision.open)), ended[moment.place])
        when = conj(moment.when, scaffold.in_term(), idle)
        for name in fresh:
            scaffold.set(Moment(moment.place, when), name, FALSE)
        if vote.age is not None:
            scaffold.set(Moment(moment.place, when), vote.age, number(0))
        scaffold.set(Moment(moment.place, when), decision.open, TRUE)


def _closing(scaffold: Scaffold, decision: Decision, vote: Vote, text: DecisionText, days: int) -> Vote:
    """When time is up the vote falls, or is adopted unless somebody objected."""
    age = f"{decision.name}: age"
    over = conj(Var(decision.open), due(scaffold.timer(age, Var(decision.open), days), days))
    scaffold.set(Moment(CLOSE, over), decision.open, FALSE)
    adopted = vote.adopted
    if text.otherwise_adopted or text.rule is Rule.CONSENSUS:
        silent = conj(*(neg(Var(_said(decision, who, "no"))) for who in decision.deciders))
        adopted = (*adopted, Moment(CLOSE, conj(over, silent)))
    return Vote(decision, adopted, vote.consents, vote.refusals, age)
