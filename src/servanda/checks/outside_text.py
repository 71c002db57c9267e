"""`outside-text`: what a clause asks for cannot be known from this text, because it rests on a document elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.paraphrase_words import document_words
from servanda.agreement.words import Document, Presence
from servanda.checks.study import Study
from servanda.findings import Family, Finding, Hint, Label, Slug, make_finding
from servanda.stories.words import capital, listed

OUTSIDE_TEXT = Slug(
    "outside-text", Family.GAPS, "What a clause asks for hangs on a document that does not come with the text."
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each document that a reader of the text does not have."""
    for document in study.agreement.words.documents:
        if not document.presence.at_hand:
            yield _finding(study, document)


def _finding(study: Study, document: Document) -> Finding:
    resting = [each for each in study.agreement.words.reliances if each.document == document.name]
    numbers = tuple(dict.fromkeys(each.clause for each in resting))
    what, where = document_words(document), f"which is {document.presence.value}"
    if document.presence is Presence.ELSEWHERE:
        where = "which is another text"
    which = f"clause {numbers[0]} rests" if len(numbers) == 1 else f"clauses {listed(numbers)} rest"
    return make_finding(
        OUTSIDE_TEXT,
        f"{capital(which)} on {what}, {where}." if resting else f"{capital(what)} belongs to the text and {where[6:]}.",
        resting[0].place if resting else document.place,
        clauses=numbers,
        remark="rests on it" if resting else "not with the text",
        labels=tuple(Label(each.place, "and so does this") for each in resting[1:])
        + ((Label(document.place, document.presence.value),) if resting else ()),
        why=(
            "Whoever reads the text alone cannot tell what it asks for, and what stands in the other document can be"
            " changed, kept back or disputed without a word of this text changing.",
        ),
        hints=(
            Hint("attach it, or take what matters into the text."),
            Hint("or say which of the two texts holds where they differ, and who keeps the other one."),
        ),
        subject=document.name,
    )
