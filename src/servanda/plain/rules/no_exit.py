"""`no-exit-rule` in a plain text: neither an end nor a way out is regulated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.checks.no_exit_rule import NO_EXIT_RULE
from servanda.findings import Circumstance, Finding
from servanda.plain.draft import Draft
from servanda.plain.telling import missing
from servanda.text.english import BINDING

_TEXT = (
    r"(?:this|the|the present|said) (?:\w+ ){0,2}?(?:treaty|agreement|convention|contract|memorandum|protocol"
    r"|initiative|accord|lease|loan|arrangement|armistice|truce|cease-?fire|understanding|declaration|pact|letter"
    r"|charter|framework|pause|plan|document|terms|statement|compact|deal)"
)
_LEAVES = re.compile(
    rf"\bwithdraw(?:al|s|ing)? (?:by \w+ )?from {_TEXT}|\bright to withdraw\b|\bdenounc\w+|\bdenunciation"
    rf"|\bterminat(?:e|ion|ing|es)\b[^.;]{{0,30}}{_TEXT}|{_TEXT}[^.;]{{0,60}}\bterminat|\b(?:may"
    rf"|right to) terminate\b"
    rf"|\bsuspend(?:s|ed|ing)? (?:the (?:operation|application|implementation) of )?{_TEXT}"
    rf"|\bsuspension of {_TEXT}|\bnotice of (?:withdrawal|termination|cancellation)"
    rf"|\bcancel(?:lation|led|s)?\b|\bresign from\b|\brescind\w*|\bcease (?:to (?:be bound|participate)|performing)"
    r"|\bmay (?:also )?end (?:it|this|them|the)\b|\b(?:days|weeks|months|years)'s?(?: prior| written)* notice\b"
    rf"|\bend(?:s|ed|ing)? {_TEXT}|\bgiv(?:e|es|ing) (?:[\w']+ ){{0,4}}notice",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\bexpir\w+|\b(?:remains?|shall be|stays?|continues?) (?:valid|in (?:force|effect))|\bduration\b"
    r"|\bunlimited period\b|\bfor a (?:period|term) of\b"
    r"|\bis valid (?:for|until)\b|\bruns? (?:for|until)\b|\blasts? (?:for|until)\b|\bindefinite(?:ly)?\b"
    r"|\bperpetual\b|\bterm of this\b"
    r"|\bcomes to an end\b|\bterminates?\b"
    rf"|{_TEXT}\b[^.;]{{0,60}}?\b(?:ends?|lasts?|runs?|(?:holds?|continues?) (?:until|for))\b"
    r"|\bin (?:force|effect) (?:for|until)\b",
    re.IGNORECASE,
)


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding where no word speaks of leaving; it says whether the text says at least how long it lasts."""
    binding = sum(1 for sentence in draft.sentences if BINDING.search(sentence.text))
    if binding < 2 or _LEAVES.search(draft.operative):
        return
    lasts = _LASTS.search(draft.operative) is not None
    yield missing(
        draft,
        NO_EXIT_RULE,
        f"No sentence of {draft.here} says how a party may leave it"
        + (", nor whether it can be suspended." if lasts else ", whether it can be suspended, or how long it lasts."),
        "Whoever stops performing can say that it has only suspended; whoever stays cannot say from when it is free.",
        (
            "a right to leave, with the reason to be given, to whom, and how long in advance.",
            "or the sentence that nobody may leave or suspend before a stated day.",
        ),
        circumstances=() if lasts else (Circumstance.PLAIN_ABSENCE,),
    )
