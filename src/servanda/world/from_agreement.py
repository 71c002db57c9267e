"""An agreement as a world that can be run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from servanda.agreement.agreement import Agreement
from servanda.agreement.event import Breach
from servanda.agreement.interest import Always, AtExpiry
from servanda.agreement.norm import Clause, Decision, Do, Duty, Keep, MayAnswer, Release, Rules
from servanda.agreement.party import Role
from servanda.agreement.quantity import Holding
from servanda.world.acts import add_flows, ensure, holding_name, knows
from servanda.world.build import Moment, Scaffold
from servanda.world.chance import add_chances
from servanda.world.conditions import mentioned
from servanda.world.decisions import build_vote, open_vote
from servanda.world.exceptions import permit, read_softenings
from servanda.world.expression import TRUE, conj, disj, neg
from servanda.world.ground import OUTSIDER, Binding, members
from servanda.world.interests import build_stakes
from servanda.world.lines import Line, lines
from servanda.world.norms import (
    Votes,
    announce,
    arm,
    build_norm,
    marks_at_close,
    say_when_fulfilled,
    vote_key,
)
from servanda.world.order import in_order
from servanda.world.powers import declare, entitle
from servanda.world.reductions import settle
from servanda.world.requirements import add_agreements, rely_on
from servanda.world.triggers import (
    Ledger,
    bindings,
    happening_bindings,
    happening_moments,
    moments,
)
from servanda.world.world import Actor, World


@dataclass(frozen=True, slots=True)
class Section:
    """The rules of one clause under one binding of their trigger."""

    clause: Clause
    rules: Rules
    at: str
    binding: Binding
    votes: Votes


def from_agreement(agreement: Agreement) -> World:
    """Everything that can happen under `agreement`, and what it means.

    Total: whatever the resolver lets through can be built.
    """
    ledger = Ledger(Scaffold(agreement))
    _add_actors(ledger.scaffold)
    _add_stocks(ledger.scaffold)
    add_flows(ledger.scaffold)
    declare(ledger)
    read_softenings(ledger)
    sections = _sections(ledger)
    _add_agreements(ledger, sections)
    own = [line for section in sections for line in _build_norms(ledger, section, _votes_of(sections, section))]
    say_when_fulfilled(ledger, [line for _, line in own])
    for section in sections:
        for vote in section.votes.values():
            open_vote(ledger.scaffold, vote, _in_force(ledger, section, None))
    for section, line in own:
        arm(ledger, line, moments(ledger, line.rules, section.binding, line.bearer), section.votes)
    entitle(ledger)
    permit(ledger)
    for section in sections:
        _build_consequences(ledger, section)
    settle(ledger.scaffold)
    for interest in agreement.interests:
        build_stakes(ledger, interest)
    _let_know(ledger)
    add_chances(ledger)
    marks_at_close(ledger.scaffold)
    _note_who_owes(ledger.scaffold)
    return in_order(ledger.scaffold.finished())


def _add_actors(scaffold: Scaffold) -> None:
    for actor in scaffold.agreement.actors:
        party = actor.role is Role.PARTY
        scaffold.actors.append(Actor(actor.ident, actor.name, actor.bound, party))
    scaffold.actors.append(Actor(OUTSIDER, OUTSIDER, False, False))


def _add_stocks(scaffold: Scaffold) -> None:
    """What is there at signature; of what is only spoken of, or left open, any number may be there."""
    for stock in scaffold.agreement.stocks:
        for holder in members(scaffold.agreement, stock.holding.holder, Binding()):
            name = holding_name(stock.holding.kind, holder)
            if stock.amount is not None:
                scaffold.variable(name, int(stock.amount.number), 0)
            else:
                scaffold.unstated(name)
    for holding in _spoken_of(scaffold.agreement):
        for actor in scaffold.agreement.actors:
            said = members(scaffold.agreement, holding.holder, Binding(speaker=actor.ident))
            for holder in said if actor.role is Role.PARTY else ():
                scaffold.unstated(holding_name(holding.kind, holder))


def _spoken_of(agreement: Agreement) -> Iterator[Holding]:
    """The holdings that interests compare and duties limit."""
    for interest in agreement.interests:
        if isinstance(interest.protected, Always | AtExpiry):
            yield from mentioned(interest.protected.condition)
    for clause in agreement.clauses:
        for rules in clause.rules:
            for statement in rules.statements:
                if isinstance(statement, Duty) and isinstance(statement.content, Keep):
                    yield from mentioned(statement.content.condition)
                elif isinstance(statement, Duty) and isinstance(statement.content, Do):
                    yield from mentioned(statement.content.act.down_to) if statement.content.act.down_to else ()


def _sections(ledger: Ledger) -> list[Section]:
    """Clauses in the order of the text, their votes built first: adoption sets other clauses off."""
    found = []
    for clause in ledger.scaffold.agreement.clauses:
        for index, rules in enumerate(clause.rules):
            for binding in bindings(ledger.scaffold.agreement, rules):
                votes = _build_votes(ledger, clause, rules, binding)
                found.append(Section(clause, rules, str(index + 1), binding, votes))
    return found


def _add_agreements(ledger: Ledger, sections: list[Section]) -> None:
    """Before any duty is built: another clause may oblige to agree."""
    for section in sections:
        for statement in section.rules.statements:
            if isinstance(statement, Duty):
                rely_on(ledger, statement)
        for line in lines(ledger.scaffold, section.clause, section.rules, section.at, section.binding):
            add_agreements(ledger, section.clause.number, line.duty, line.bearer, section.binding)
            announce(ledger, line)


def _build_votes(ledger: Ledger, clause: Clause, rules: Rules, binding: Binding) -> Votes:
    votes: Votes = {}
    for text in _vote_texts(rules):
        if vote_key(text) not in votes:
            votes[vote_key(text)] = build_vote(ledger, clause.number, text, binding)
    return votes


def _vote_texts(rules: Rules) -> list[Decision]:
    found = [s for s in rules.statements if isinstance(s, Decision)]
    found += [s.provided for s in rules.statements if isinstance(s, Duty) and s.provided is not None]
    return found


def _votes_of(sections: list[Section], section: Section) -> Votes:
    """The votes a section's duties to vote are about: its own, else those another clause opens on the same occasion."""
    if section.votes or not section.rules.upon:
        return section.votes
    return next((s.votes for s in sections if s.votes and s.binding == section.binding and s.rules.upon), {})


def _build_norms(ledger: Ledger, section: Section, votes: Votes) -> list[tuple[Section, Line]]:
    own = list(lines(ledger.scaffold, section.clause, section.rules, section.at, section.binding))
    for line in own:
        build_norm(ledger, line, votes)
    return [(section, line) for line in own]


def _build_consequences(ledger: Ledger, section: Section) -> None:
    """What a clause does to other clauses, and the moves it lets somebody answer with."""
    for statement in section.rules.statements:
        if isinstance(statement, Release):
            _release(ledger, section, statement)
        elif isinstance(statement, MayAnswer):
            _answer(ledger, section, statement)


def _in_force(ledger: Ledger, section: Section, observer: str | None) -> list[Moment]:
    """When a section's trigger happens while its clause has neither ended nor been suspended."""
    number = section.clause.number
    there = conj(neg(ledger.force.has_ended(number)), neg(ledger.force.stands_still(number, None)))
    found = moments(ledger, section.rules, section.binding, observer)
    return [Moment(moment.place, conj(moment.when, there)) for moment in found]


def _release(ledger: Ledger, section: Section, release: Release) -> None:
    scaffold = ledger.scaffold
    freed = members(scaffold.agreement, release.who, section.binding)
    when = _in_force(ledger, section, None)
    for norm in list(scaffold.norms.values()):
        if norm.clause == release.clause and norm.bearer in freed:
            for moment in when:
                scaffold.set(moment, f"{norm.name}: released", TRUE)


def _answer(ledger: Ledger, section: Section, answer: MayAnswer) -> None:
    scaffold = ledger.scaffold
    for bearer in members(scaffold.agreement, answer.bearer, section.binding):
        own = replace(section.binding, speaker=bearer)
        for name in ensure(scaffold, answer.act, own):
            flow = scaffold.flows.get(name)
            if flow is None or flow.by[0] != bearer:
                continue
            entitled = f"{bearer} may answer by {name} under clause {section.clause.number}"
            allowed = scaffold.variable(entitled, not section.rules.upon)
            scaffold.flows[name] = replace(flow, answering=disj(flow.answering, allowed))
            for moment in _in_force(ledger, section, bearer):
                scaffold.set(moment, entitled, TRUE)


def _let_know(ledger: Ledger) -> None:
    """Whoever may report a breach learns of it when it notices it, or when it is shown."""
    scaffold = ledger.scaffold
    spoken = [h for c in scaffold.agreement.clauses for r in c.rules for h in r.upon if isinstance(h, Breach)]
    for breach in spoken:
        for binding in dict.fromkeys(happening_bindings(scaffold.agreement, breach)):
            for observer in (actor.ident for actor in scaffold.agreement.actors):
                known = knows(observer, binding.concerned or "")
                if known in scaffold.variables:
                    for moment in happening_moments(ledger, breach, binding, observer):
                        scaffold.set(moment, known, TRUE)


def _note_who_owes(scaffold: Scaffold) -> None:
    for norm in scaffold.norms.values():
        for name in norm.steps:
            event = scaffold.events[name]
            when = conj(norm.open, norm.missed) if norm.patient else norm.open
            scaffold.events[name] = replace(event, owed=(*event.owed, (norm.bearer, when)))
