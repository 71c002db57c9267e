"""`obligation-of-conduct` in a plain text: an effort is owed, not a result."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.checks.obligation_of_conduct import OBLIGATION_OF_CONDUCT
from servanda.findings import Finding
from servanda.plain.draft import Draft
from servanda.plain.telling import Hit, capital, clauses, gathered, quoted

_EFFORT = re.compile(
    r"\b(?:shall|will|must|should|undertakes? to|agrees? to|commits? (?:\w+ )?to) (?:\w+ )?(?:endeavou?r|seek to"
    r"|strive|try to|aim (?:at|to)|attempt to|work towards|"
    r"use (?:its|their|all|the|his)? ?(?:\w+ )?(?:best |reasonable |good )+(?:efforts|endeavours|offices))\b"
    r"|\b(?:best|reasonable|all|utmost|commercially reasonable) "
    r"(?:efforts|endeavou?rs)\b|\b(?:make|makes|making) every effort\b|\bevery (?:possible )?effort\b"
    r"|\bcommit(?:s|ment)? to (?:taking steps|seek)\b"
    r"|\bto the (?:maximum |fullest |greatest )?extent (?:possible|feasible|practicable)\b"
    r"|\binsofar as (?:is )?(?:possible"
    r"|practicable|feasible)\b|\bas much as possible\b"
    r"|\b(?:do|does|doing) (?:its|their|his|her) (?:best|utmost)\b"
    r"|\btake (?:all|every) (?:reasonable|feasible|possible|practicable) (?:steps?|measures?|precautions?)\b"
    r"|\b(?:as|so|in so) far as (?:is |it is )?(?:possible|practicable|feasible)\b|\b(?:where(?:ver)?|if"
    r"|when(?:ever)?) (?:at all )?(?:possible|feasible"
    r"|practicable)\b",
    re.IGNORECASE,
)


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding, a note, for all such words."""
    found = [(s, m) for s in draft.sentences if (m := _EFFORT.search(s.text)) is not None]
    if not found:
        return
    hits: list[Hit] = [(s.label, s.span(m), "an effort, not a result") for s, m in found]
    words = quoted(re.sub(r"^(?:shall|will|must|should) ", "", m[0].lower()) for _, m in found)
    yield gathered(
        draft,
        OBLIGATION_OF_CONDUCT,
        capital(f"{clauses(label for label, _, _ in hits)} {_asks(hits)} for an effort, not for a result: {words}."),
        hits,
        why=("Almost whatever happens, somebody can say that it tried. That may be meant so.",),
        hints=("a result by a day, beside the effort.", "or what at least has to be tried, and who hears of it."),
    )


def _asks(hits: list[Hit]) -> str:
    return "asks" if len({label for label, _, _ in hits}) <= 1 else "ask"
