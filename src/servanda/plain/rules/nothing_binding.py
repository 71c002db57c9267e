"""`nothing-binding`: no sentence of a plain text binds anybody, as far as English words tell."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.findings import Circumstance, Family, Finding, Slug
from servanda.plain.draft import Draft
from servanda.plain.telling import missing
from servanda.text.english import BINDING, CONDUCT, NOUN_PHRASE

NOTHING_BINDING = Slug(
    "nothing-binding", Family.GAPS, "No sentence of the text binds anybody, as far as English words tell."
)


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding where no word was met that the other rules could go by."""
    if any(BINDING.search(s.text) or CONDUCT.search(s.text) or NOUN_PHRASE.match(s.text) for s in draft.sentences):
        return
    if any(" may " in sentence.text for sentence in draft.sentences):
        return
    yield missing(
        draft,
        NOTHING_BINDING,
        "No sentence of this text says that anybody shall do anything.",
        "It may bind nobody; it may not be in English, and then nothing of it was understood here.",
        (
            "check an English text of the agreement, if there is one.",
            "or encode it by hand: the lines that begin with > may be in any language.",
        ),
        circumstances=(Circumstance.PLAIN_PASSAGE,),
    )
