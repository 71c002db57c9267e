"""Exceptions, cures and ranks in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.agreement import Agreement
from servanda.agreement.exception import Cure, Excepted, Exempt, Judge, Prevails, Softening
from servanda.agreement.party import Group
from servanda.agreement.wording import body_words, days_words, noun_words, who_words
from servanda.agreement.wording_lasting import clauses_words, until_words


def softening_words(agreement: Agreement, said: Softening) -> Iterator[str]:
    """The sentence, and what goes with it."""
    match said:
        case Exempt(clauses, who, excepted):
            verb = "do not" if len(clauses) > 1 else "does not"
            to = f" to {who_words(agreement, who)}" if who is not None else ""
            yield f"{clauses_words(clauses)} {verb} apply{to} {exception_words(agreement, excepted)}"
            yield from judge_words(excepted)
        case Cure(clause, None):
            yield f"a breach of clause {clause} may be made good; by when is not stated"
        case Cure(clause, days):
            yield f"a breach of clause {clause} counts only if it is not made good within {days_words(days or 0)}"
        case Prevails(clauses, over):
            yield f"what {clauses_words(clauses)} allows, {clauses_words(over)} does not forbid"


def exception_words(agreement: Agreement, excepted: Excepted) -> str:
    """``in self-defence, in its own judgement``."""
    said = excepted.words or ""
    if excepted.after is not None:
        said = f"after {noun_words(agreement, excepted.after)}"
    elif excepted.agreed is not None:
        said = f"with the agreement of {who_words(agreement, excepted.agreed)}"
    elif excepted.judge is Judge.BEARER:
        said += ", in its own judgement"
    elif not isinstance(excepted.judge, Judge):
        body = excepted.judge.group is Group.BODY
        judge = body_words(agreement, excepted.judge.name or "") if body else who_words(agreement, excepted.judge)
        said += f", as {judge} determines"
    if excepted.only_after is not None:
        said += f", and only after {noun_words(agreement, excepted.only_after)}"
    return said + (f", {until_words(excepted.until)}" if excepted.until is not None else "")


def judge_words(excepted: Excepted) -> Iterator[str]:
    """What the text leaves open about who judges."""
    if excepted.words is not None and excepted.judge is Judge.NOT_STATED:
        yield "Who judges whether the exception is there, the text does not say."
