"""What was understood of the words and of what hangs on them, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.agreement import Agreement
from servanda.agreement.party import Group, Who
from servanda.agreement.quantity import Holding
from servanda.agreement.wording import body_words, days_words, holding_words, sentence, who_words
from servanda.agreement.words import (
    Definition,
    Document,
    Establishment,
    Position,
    Stance,
    StandIn,
    Verification,
)

_STANCES = {
    Stance.DEMANDS: "demands",
    Stance.REJECTS: "rejects",
    Stance.ACCEPTS: "accepts",
    Stance.OFFERS: "offers",
    Stance.OPEN: "is open to",
}


def of_clause(agreement: Agreement, number: str) -> Iterator[str]:
    """Who verifies a clause and who establishes a breach of it, what its terms mean, what it rests on."""
    words = agreement.words
    verifications = [each for each in words.verifications if number in each.clauses]
    for verification in verifications:
        if not any(_says_more(other, verification) for other in verifications):
            yield from _verified(agreement, verification)
    yield from (_established(agreement, each) for each in words.establishments if each.clause == number)
    yield from (_defined(each) for each in words.definitions if each.clause == number)
    for reliance in words.reliances:
        if reliance.clause == number:
            document = words.document(reliance.document)
            yield sentence(f"it rests on {document_words(document)}, which is {document.presence.value}")


def _says_more(one: Verification, other: Verification) -> bool:
    """Whether one line on who verifies a clause says all that another says, and how often besides."""
    ours, theirs = ({(who.group, who.name) for who in each.by} for each in (one, other))
    return one is not other and theirs <= ours and one.every is not None and other.every is None


def of_text(agreement: Agreement) -> Iterator[str]:
    """What holds for the text as a whole."""
    words = agreement.words
    yield from (_defined(each) for each in words.definitions if each.clause is None)
    yield from (sentence(f"{document_words(each)} is {each.presence.value}") for each in words.documents)
    yield from (_stand_in(agreement, each) for each in words.stand_ins)


def of_positions(agreement: Agreement) -> Iterator[str]:
    """What each side is said to want."""
    yield from (sentence(position_words(agreement, each)) for each in agreement.words.positions)


def position_words(agreement: Agreement, position: Position) -> str:
    """``Russia demands clause 12 before clause 9 (“elections first”; according to "…", 2020-05-01)``."""
    what = f"“{position.words}”" if position.words else " before ".join(f"clause {each}" for each in position.clauses)
    name = agreement.actor(position.of).name
    details = [f"“{position.name}”"]
    details += [f"according to {position.source}"] if position.source else ["no source given"]
    details += [position.said.isoformat()] if position.said else []
    return f"{name} {_STANCES[position.stance]} {what} ({'; '.join(details)})"


def document_words(document: Document) -> str:
    """``the map “Zones”``."""
    return f"the {document.kind} “{document.name}”"


def thing_words(agreement: Agreement, thing: str | Holding) -> str:
    """A kind of thing, or what somebody holds of it."""
    return thing if isinstance(thing, str) else holding_words(agreement, thing)


def _verified(agreement: Agreement, verification: Verification) -> Iterator[str]:
    if not verification.by:
        yield "The text does not say who verifies this."
        return
    who = " and ".join(who_words(agreement, each) for each in verification.by)
    said = f"it is verified by {who}"
    if verification.every is not None:
        said += f" at least every {days_words(verification.every)}"
    if verification.access is not None:
        said += f", with access to {verification.access}"
    if verification.reports is not None:
        said += f", who reports within {days_words(verification.reports)}"
    if verification.standard is not None:
        said += f"; what counts is what is {verification.standard.value}"
    yield sentence(said)
    if verification.every is None:
        yield "The text does not say how often."


def _established(agreement: Agreement, establishment: Establishment) -> str:
    if establishment.by is None:
        return "The text does not say who establishes whether it was broken."
    return sentence(f"whether it was broken is established by {_judge(agreement, establishment.by)}")


def _judge(agreement: Agreement, who: Who) -> str:
    """A body establishes something as one, not each of its members for itself."""
    return body_words(agreement, who.name or "") if who.group is Group.BODY else who_words(agreement, who)


def _defined(definition: Definition) -> str:
    if definition.meaning is None:
        return sentence(f"the text does not say what “{definition.term}” means")
    return sentence(f"“{definition.term}” means {definition.meaning}")


def _stand_in(agreement: Agreement, stand_in: StandIn) -> str:
    other, limited = thing_words(agreement, stand_in.other), thing_words(agreement, stand_in.limited)
    return sentence(f"{other} can stand in for {limited}")
