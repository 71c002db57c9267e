"""What was understood of an agreement, in plain sentences, silences included."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from servanda.agreement.agreement import (
    Agreement,
    AssumedAway,
    AssumedCapacity,
    AssumedRate,
    AssumedRise,
    Assumption,
    Header,
)
from servanda.agreement.event import Breach, Happening, Rate
from servanda.agreement.exception import Cure, Exempt, Prevails
from servanda.agreement.interest import Always, AtExpiry, Interest, Never, Whenever
from servanda.agreement.norm import (
    Agree,
    Alongside,
    Clause,
    Content,
    Decision,
    Do,
    Duty,
    Force,
    Keep,
    Manner,
    MayAnswer,
    NotStated,
    Permission,
    Refrain,
    Release,
    Rules,
    Silence,
    Statement,
    Vote,
    Within,
)
from servanda.agreement.paraphrase_words import of_clause, of_positions, of_text
from servanda.agreement.party import Actor, Group, Role, Who
from servanda.agreement.quantity import Stock
from servanda.agreement.wording import (
    answer_time_words,
    body_words,
    condition_words,
    days_words,
    happening_words,
    holding_words,
    is_plural,
    noun_words,
    number_words,
    received_words,
    requirement_words,
    rule_words,
    sentence,
    timing_words,
    verb_words,
    who_words,
)
from servanda.agreement.wording_exceptions import exception_words, judge_words, softening_words
from servanda.agreement.wording_lasting import lasting_words
from servanda.text import Place

NO_DEADLINE = "The text sets no deadline for this."


@dataclass(frozen=True, slots=True)
class Told:
    """What one part of the file was understood to say.  `clause` is None for what stands outside clauses."""

    clause: str | None
    heading: str
    sentences: tuple[str, ...]
    place: Place


def paraphrase(agreement: Agreement) -> tuple[Told, ...]:
    """The whole agreement, part by part, in the order: head, actors, world, clauses, interests."""
    header = agreement.header
    parts = [Told(None, header.name, tuple(_header(header)), header.place)]
    if agreement.actors:
        parts.append(Told(None, "Who", tuple(_actors(agreement)), agreement.actors[0].place))
    world = [*(_stock(agreement, each) for each in agreement.stocks)]
    world += [_assumption(agreement, each) for each in agreement.assumptions]
    if world:
        where = agreement.stocks[0].place if agreement.stocks else agreement.assumptions[0].place
        parts.append(Told(None, "What is given", tuple(world), where))
    parts += _of_words(agreement, "What the words mean", of_text)
    parts += [_clause(agreement, clause) for clause in agreement.clauses]
    parts += _of_words(agreement, "What the parties say they want", of_positions)
    parts += [_interest(agreement, each) for each in agreement.interests]
    return tuple(parts)


def _of_words(agreement: Agreement, heading: str, told: Callable[[Agreement], Iterator[str]]) -> Iterator[Told]:
    sentences = tuple(told(agreement))
    if sentences:
        yield Told(None, heading, sentences, agreement.header.place)


def _header(header: Header) -> Iterator[str]:
    yield f"Status of the text: {header.status.value}; encoded: {header.extent.value}."
    start = header.takes_effect
    if start is None:
        yield "The text does not say on which date it takes effect."
    else:
        yield f"It takes effect on {start.date().isoformat()} at {start:%H:%M} ({start.tzname()})."
    if header.lasts_days is None:
        yield "The text sets no end to its term."
    else:
        yield f"It lasts {days_words(header.lasts_days)}."
    yield f"The last day of a deadline is {'still in' if header.deadlines_inclusive else 'already out of'} time."


def _actors(agreement: Agreement) -> Iterator[str]:
    for actor in agreement.actors:
        yield sentence(f"{_called(actor)} is {_role(actor.role)}")
    for body in agreement.bodies:
        names = [agreement.actor(ident).name for ident in body.members]
        yield sentence(f"{body.name or body.ident} ({body.ident}) consists of {', '.join(names)}")


def _called(actor: Actor) -> str:
    return actor.name if actor.name == actor.ident else f"{actor.name} ({actor.ident})"


def _role(role: Role) -> str:
    match role:
        case Role.PARTY:
            return "a party"
        case Role.VERIFIER:
            return "a verifier"
        case Role.THIRD_STATE:
            return "a third state, which the text does not bind"
        case Role.NON_STATE_ACTOR:
            return "a non-state actor, which the text does not bind"


def _stock(agreement: Agreement, stock: Stock) -> str:
    held = holding_words(agreement, stock.holding)
    if stock.amount is None:
        return sentence(f"the text does not say how many {held} there are at signature")
    if not is_plural(stock.holding.kind):
        unit = next((kind.unit for kind in agreement.kinds if kind.name == stock.holding.kind), "")
        return sentence(f"at signature {held} comes to {number_words(stock.amount.number)} {unit}")
    return sentence(f"at signature {held} number {number_words(stock.amount.number)}")


def _assumption(agreement: Agreement, assumption: Assumption) -> str:
    match assumption:
        case AssumedRate(act, rate):
            said = f"{noun_words(agreement, act)} is at most {_rate(rate)}"
        case AssumedRise(holding, rate):
            said = f"{holding_words(agreement, holding)} rise by at most {_rate(rate)}"
        case AssumedCapacity(who, number, what, days):
            said = f"{who_words(agreement, who)} can do at most {number} {what} in every {days_words(days)}"
        case AssumedAway(move, by):
            said = f"there is no {move}{f' by {who_words(agreement, by)}' if by else ''}"
    return sentence(f"it is assumed that {said}, because {assumption.because}")


def _rate(rate: Rate) -> str:
    if rate.number is None:
        return "a number a day that is not stated"
    return f"{number_words(rate.number)} {rate.unit or ''} a day".replace("  ", " ")


def _clause(agreement: Agreement, clause: Clause) -> Told:
    sentences = [text for rules in clause.rules for text in _rules(agreement, rules)]
    about = tuple(of_clause(agreement, clause.number))
    if not sentences and not about:
        told = "What it says is told with the clauses that it names." if clause.quoted.encoded else NOTHING_YET
        sentences.append(told)
    if clause.if_breached is Silence.NOT_STATED:
        sentences.append("The text does not say what follows from a breach.")
    sentences += about
    named = clause.number if clause.number.startswith("annex") else f"clause {clause.number}"
    heading = f"{named[0].upper()}{named[1:]}" + (f": {clause.title}" if clause.title else "")
    return Told(clause.number, heading, tuple(sentences), clause.place)


NOTHING_YET = "Nothing of this clause is encoded yet."


def _occasion(agreement: Agreement, upon: tuple[Happening, ...]) -> str:
    """What sets a rule off; breaches of many clauses in one."""
    breaches = [each for each in upon if isinstance(each, Breach) and each.established_by is None]
    if len(breaches) < 3 or len(breaches) < len(upon) or len({each.by for each in breaches}) > 1:
        return ", or ".join(happening_words(agreement, each) for each in upon)
    by = f" by {who_words(agreement, breaches[0].by)}" if breaches[0].by else ""
    numbers = [each.clause for each in breaches]
    every = set(numbers) >= {clause.number for clause in agreement.clauses}
    return f"a breach of any {'clause' if every else 'of clauses ' + ', '.join(numbers)}{by}"


def _rules(agreement: Agreement, rules: Rules) -> Iterator[str]:
    upon = _occasion(agreement, rules.upon)
    for statement in rules.statements:
        first, *more = _statement(agreement, statement)
        yield sentence(f"upon {upon}, {first}" if upon else first)
        yield from more


def _statement(agreement: Agreement, statement: Statement) -> list[str]:
    match statement:
        case Duty():
            return [*_duty(agreement, statement)]
        case Permission(bearer, act):
            return [f"{who_words(agreement, bearer)} may {verb_words(agreement, act)}"]
        case MayAnswer(bearer, act):
            return [f"{who_words(agreement, bearer)} may answer by {noun_words(agreement, act)}"]
        case Release(clause, who):
            return [f"clause {clause} no longer binds {who_words(agreement, who)}"]
        case Decision():
            matter = statement.matter or "it"
            return [f"{matter} is voted on by {_decides(agreement, statement)}", *_open_vote(statement)]
        case Exempt() | Cure() | Prevails():
            return list(softening_words(agreement, statement))
        case _:
            return list(lasting_words(agreement, statement))


def _duty(agreement: Agreement, duty: Duty) -> Iterator[str]:
    if duty.entitled is not None and isinstance(duty.content, Do):
        yield from _entitled(agreement, duty, duty.entitled, duty.content)
        return
    bearer = who_words(agreement, duty.bearer)
    said = f"{bearer} {duty.force.value} {_content(agreement, duty.content)}{timing_words(duty.timing)}"
    said += _required(agreement, duty)
    if duty.provided is not None:
        said += f", provided that it is adopted by {_decides(agreement, duty.provided)}"
    said += "".join(f", except {exception_words(agreement, each)}" for each in duty.exceptions)
    said += ", each time" if duty.each_time else ""
    yield f"{said}, instead" if duty.instead else said
    for each in duty.exceptions:
        yield from judge_words(each)
    if isinstance(duty.content, (Do, Vote)) and (duty.timing is None or isinstance(duty.timing, NotStated)):
        yield NO_DEADLINE
    if duty.force in (Force.SHOULD, Force.ENDEAVOURS):
        yield f'The text says "{duty.force.value}": it asks for an effort, not for a result.'
    if duty.provided is not None:
        yield from _open_vote(duty.provided)
    if duty.along is not None:
        yield from _alongside(duty.along)


def _required(agreement: Agreement, duty: Duty) -> str:
    runs = isinstance(duty.timing, Within) and duty.timing.moves
    return "".join(f", {requirement_words(agreement, each, runs=runs)}" for each in duty.requires)


def _entitled(agreement: Agreement, duty: Duty, owner: Who, content: Do) -> Iterator[str]:
    noun = received_words(agreement, owner, content.act)
    noun = f"the {noun}" if agreement.act_kind(content.act.kind).begins else noun
    yield f"{who_words(agreement, owner)} is entitled to {noun}{timing_words(duty.timing)}{_required(agreement, duty)}"
    if duty.bearer.group is Group.UNSTATED:
        yield "The text does not say who owes it."
    else:
        yield sentence(f"it is owed by {who_words(agreement, duty.bearer)}")


def _alongside(along: Alongside) -> Iterator[str]:
    """What ties a step to those beside it."""
    beside = f"It runs in parallel with the other steps{', in phases' if along.phased else ''}"
    match along.manner:
        case Manner.NOT_STATED | Manner.COMPLETE:
            yield f"{beside}; the text does not say who moves first."
        case Manner.AWAITS:
            yield f"{beside}, each of which awaits the other."
        case Manner.TARGET:
            named = timing_words(along.target).removeprefix(" ")
            yield f"{beside}; “{named}” is a target and no deadline."


def _content(agreement: Agreement, content: Content) -> str:
    match content:
        case Do(act):
            return verb_words(agreement, act)
        case Refrain(act):
            return f"refrain from {noun_words(agreement, act)}"
        case Keep(condition):
            return f"see to it that {condition_words(agreement, condition)}"
        case Agree(clause):
            return f"agree to what clause {clause} asks for"
        case Vote(yes=True):
            return "consent to the decision"
        case Vote():
            return "vote on the decision, either way"


def _decides(agreement: Agreement, decision: Decision) -> str:
    apart = ", the state concerned not counted" if decision.without_concerned else ""
    return f"{body_words(agreement, decision.body)}; that takes {rule_words(decision.rule)}{apart}"


def _open_vote(decision: Decision) -> Iterator[str]:
    if decision.closes_after is None:
        yield "The text does not say when the vote closes."
    else:
        yield sentence(f"the vote closes after {days_words(decision.closes_after)}")
    if decision.otherwise_adopted:
        yield "Without a no by then, it is adopted."
    else:
        yield "Without a decision, nothing is adopted."


def _interest(agreement: Agreement, interest: Interest) -> Told:
    name = agreement.actor(interest.of).name
    match interest.protected:
        case Always(condition):
            said = f"throughout the term, {condition_words(agreement, condition)}"
        case AtExpiry(condition):
            said = f"when the term ends, {condition_words(agreement, condition)}"
        case Never(happening):
            said = f"there is never {happening_words(agreement, happening)}"
        case Whenever(trigger, answer):
            first = f"upon {happening_words(agreement, trigger)}, " if trigger is not None else ""
            when = answer_time_words(agreement, interest.protected)
            said = f"{first}there is {happening_words(agreement, answer)} {when}"
    heading = f'Interest of {name}: "{interest.name}"'
    return Told(None, heading, tuple(_wanted(interest, name, said)), interest.place)


def _wanted(interest: Interest, name: str, said: str) -> Iterator[str]:
    yield sentence(f"{name} wants it protected that {said}")
    if interest.beyond == 0:
        yield "This is meant beyond the term, for good."
    elif interest.beyond is not None:
        yield f"This is meant beyond the term, until {days_words(interest.beyond)} after it ends or notice is given."
