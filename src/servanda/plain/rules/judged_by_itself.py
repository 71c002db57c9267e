"""`self-judging` in a plain text: an exception that is judged by whom it frees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.checks.self_judging import SELF_JUDGING
from servanda.findings import Circumstance, Finding
from servanda.plain.draft import Draft
from servanda.plain.telling import Hit, clauses, gathered, quoted

_FIT = r"(?: (?:it |this )?(?:necessary|appropriate|fit|best|proper|reasonable|suitable|expedient)\b)?"
_OWN = re.compile(
    r"\b(?:in|at) its (?:(?:own |sole |absolute )+(?:judge?ment|discretion|opinion|view)|judge?ment|opinion)\b"
    r"|\bleft (?:entirely )?to the discretion of\b"
    r"|\b(?:as|if|when|where|unless|which|that) (?:it|they|he|she|(?:that|such|each|either|this|the affected"
    r"|the relevant|the notifying|the requesting|the requested) (?:Party|Parties|State|States|side|Side|party))"
    r"(?: (?:reasonably|alone|itself|in good faith|may|shall|so))* (?:determines?|deems?|considers?|sees? fit"
    rf"|judges?|thinks?|believes?|finds?)\b(?! (?:by|jointly|that it has been)){_FIT}"
    r"|\b(?P<who>(?!(?:Commission|Council|Court|Committee|Tribunal|Mission|Board|Centre|Mechanism|Secretariat)\b)"
    r"[A-Z]\w+)\b[^.;]{0,120}?\b(?P<own>(?:as|if|when|where|unless|which) (?:the )?(?P=who)"
    rf"(?: (?:reasonably|alone|itself|in good faith|may))* (?:determines?|deems?|considers?|sees? fit"
    rf"|judges?)\b{_FIT})"
    r"|\bas (?:it|they) sees? fit\b"
    r"|\bif it (?:decides|considers|deems|determines|believes|judges) that\b|\bshould \w+ consider (?:her|him"
    r"|it)self\b"
    r"|\b(?:measures|action|steps) (?:as|that|which) it (?:deems|considers) (?:fit |to be )?(?:necessary"
    r"|appropriate)?\b|\bdeems? (?:it )?necessary (?:for|to protect) its\b"
    r"|\b(?:right|act|acting|acts|except|measures|force|used?)\b[^.;]{0,40}?\b(?P<core>self-?[ ]?defen[cs]e)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:Commission|Committee|Council|Court|Tribunal|Board|Mission|Mechanism|Cent(?:re|er)|Bureau|Secretariat"
    r"|[A-Z]{3,}) (?:shall|will|may|must)\b"
)
"""A body that judges in its own work frees nobody."""
_TESTED = re.compile(
    r"\bproportionate\b|\bnotif\w+\b|\breport(?:s|ed)? to\b|\breview(?:ed)?\b|\bimmediately inform|\barbitra\w+"
    r"|\bobjective\w*",
    re.IGNORECASE,
)


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding for all such passages; a notice or a review in the same provision is said to be there."""
    found = [
        (s, m) for s in draft.main if (m := _OWN.search(s.text)) is not None and not _BODY.search(s.text[: m.end()])
    ]
    if not found:
        return
    hits: list[Hit] = [
        (s.label, s.span(m), _remark(draft.at_label(s.label) if s.label else s.unit.text)) for s, m in found
    ]
    yield gathered(
        draft,
        SELF_JUDGING,
        f"What {quoted(m['core'] or m['own'] or m[0] for _, m in found)} in {clauses(label for label, _, _ in hits)} "
        f"{'allows' if len({m['core'] or m[0] for _, m in found}) == 1 else 'allow'} is judged by whoever uses it.",
        hits,
        why=(
            "Each party says for itself whether its case has come; the text gives the others no test to hold "
            "against that.",
        ),
        hints=(
            "a test that others can apply: what must have happened, seen by whom.",
            "or a report at once and a review by a day, whoever is right.",
        ),
        circumstances=(Circumstance.PLAIN_PASSAGE,),
    )


def _remark(provision: str) -> str:
    return (
        "own judgement; a notice or review follows"
        if _TESTED.search(provision)
        else "own judgement, no test, no review"
    )
