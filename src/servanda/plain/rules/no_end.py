"""`no-end` in a plain text: something is temporary, and nothing says until when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.checks.no_end import NO_END
from servanda.findings import Circumstance, Finding
from servanda.plain.draft import Draft
from servanda.plain.telling import Hit, clauses, gathered
from servanda.text.english import BINDING

_TEMPORARY = re.compile(
    r"\b(?:on a )?temporar(?:y|ily)(?: basis)?\b|\bfor the time being\b|\bon an? (?:interim|provisional) basis\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\buntil\b|\bfor (?:a )?(?:period|term|up to|no more than|not more than|\d|one|two|three|thirty|sixty"
    r"|ninety)|\bduration\b|\bnot (?:to )?exceed (?:a (?:period|total)|\w+ (?:days|months))|"
    r"\bdays?\b|\bmonths?\b|\bweeks?\b|\bhours?\b|\bexpir\w*|\bends?\b|\bpending\b|\bduring\b|\bpermanent"
    r"|\bno longer than\b|\bwhile\b|\bas long as\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[A-Z]\w+ Temporary|Temporary [A-Z]\w+|[Tt]emporary (?:absence|location|incapacity|vacancy|storage|entry"
    r"|residen\w+|import\w*|shelter|housing)"
)


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding for everything temporary without an end."""
    hits: list[Hit] = []
    for sentence in draft.sentences:
        match = _TEMPORARY.search(sentence.text)
        if (
            match is None
            or _NAME.search(sentence.text)
            or not (BINDING.search(sentence.whole) or " may " in sentence.whole)
        ):
            continue
        if not _ENDS.search(
            f"{sentence.unit.lead} {draft.at_label(sentence.label) if sentence.label else sentence.unit.text}"
        ):
            hits.append((sentence.label, sentence.span(match), "until when is not said"))
    if hits:
        yield gathered(
            draft,
            NO_END,
            f"What {clauses(label for label, _, _ in hits)} {_allows(hits)} for a time has no end.",
            hits,
            why=("What is temporary without a last day can last as long as the agreement, and nobody is in breach.",),
            hints=(
                "a longest duration, counted from a notified start.",
                "or a condition that ends it, and who finds that it is met.",
            ),
            circumstances=(Circumstance.PLAIN_PASSAGE,),
        )


def _allows(hits: list[Hit]) -> str:
    return "allows" if len({label for label, _, _ in hits}) <= 1 else "allow"
