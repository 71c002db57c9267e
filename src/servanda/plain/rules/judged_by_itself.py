"""`self-judging` in a plain text: an exception that is judged by whom it frees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.checks.self_judging import SELF_JUDGING
from servanda.findings import Circumstance, Finding
from servanda.plain.draft import Draft
from servanda.plain.telling import Hit, clauses, gathered, quoted

_OWN = re.compile(
    r"\b(?:in|at) its (?:(?:own |sole |absolute )+(?:judge?ment|discretion|opinion|view)|judge?ment|opinion)\b"
    r"|\bleft (?:entirely )?to the discretion of\b"
    r"|\bif it (?:decides|considers|deems|determines|believes|judges) that\b|\bshould \w+ consider (?:her|him"
    r"|it)self\b"
    r"|\b(?:measures|action|steps) (?:as|that|which) it (?:deems|considers) (?:fit |to be )?(?:necessary"
    r"|appropriate)?\b|\bdeems? (?:it )?necessary (?:for|to protect) its\b"
    r"|\b(?:right|act|acting|acts|except|measures|force|used?)\b[^.;]{0,40}?\b(?P<core>self-?[ ]?defen[cs]e)\b",
    re.IGNORECASE,
)
_TESTED = re.compile(
    r"\bproportionate\b|\bnotif\w+\b|\breport(?:s|ed)? to\b|\breview(?:ed)?\b|\bimmediately inform|\barbitra\w+"
    r"|\bobjective\w*",
    re.IGNORECASE,
)


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding for all such passages; a notice or a review in the same provision is said to be there."""
    found = [(s, m) for s in draft.main if (m := _OWN.search(s.text)) is not None]
    if not found:
        return
    hits: list[Hit] = [
        (s.label, s.span(m), _remark(draft.at_label(s.label) if s.label else s.unit.text)) for s, m in found
    ]
    yield gathered(
        draft,
        SELF_JUDGING,
        f"Whether {quoted(m['core'] or m[0] for _, m in found)} in {clauses(label for label, _, _ in hits)} "
        f"applies is judged by whom it frees.",
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
