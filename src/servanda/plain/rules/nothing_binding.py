"""`nothing-binding`: no sentence of a plain text binds anybody, as far as English words tell."""

from __future__ import annotations

import re
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
    if _is_english(draft.flat):
        yield missing(
            draft,
            NOTHING_BINDING,
            f"No sentence of {draft.here} says that anybody shall do anything.",
            "It may say what is, or what its authors think or repeat; what somebody has to do is not said by any word "
            "that binds.",
            (
                "say “shall”, and who, where something is owed.",
                "or say that the text binds nobody, so that no reader takes it for more.",
            ),
            circumstances=(Circumstance.PLAIN_ABSENCE,),
        )
        return
    yield missing(
        draft,
        NOTHING_BINDING,
        "This text does not seem to be in English, and only English is read: nothing of it was understood here.",
        "A review that finds nothing in words which it cannot read says nothing about them.",
        (
            "check an English text of the agreement, if there is one.",
            "or encode it by hand: the lines that begin with > may be in any language.",
        ),
        circumstances=(Circumstance.PLAIN_PASSAGE,),
    )


def _is_english(text: str) -> bool:
    """Whether the small words of English make up a part of a text that no other language has."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    return sum(word in _SMALL for word in words) * 12 >= len(words)


_SMALL = frozenset(("the", "of", "and", "to", "by", "for", "with", "that", "this", "be", "is", "are", "from", "its"))
