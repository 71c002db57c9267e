"""`no-deadline` in a plain text: something is to be done once, and no word of the provision says when."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.checks.no_deadline import NO_DEADLINE
from servanda.findings import Circumstance, Finding
from servanda.plain.draft import Draft, Sentence
from servanda.plain.phrases import ACTIVE_ONCE, NEGATED, PASSIVE_ONCE, SETS_UP, WHEN
from servanda.plain.telling import Hit, clauses, gathered


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding for all duties to do something once that have no time at all."""
    hits = list(_hits(draft))
    if not hits:
        return
    yield gathered(
        draft,
        NO_DEADLINE,
        f"No time is set for what is to be done under {clauses(label for label, _, _ in hits)}.",
        hits,
        why=("What has no last day can be put off without a breach.",),
        hints=(
            "a date, or a number of days from a named event.",
            "or a body that sets the date, and a date if it sets none.",
        ),
        circumstances=(Circumstance.PLAIN_ABSENCE,),
        subject="no time at all",
    )


def _hits(draft: Draft) -> Iterator[Hit]:
    for sentence in draft.main:
        if _is_timeless(draft, sentence):
            yield sentence.label, sentence.span(), "no time"


def _is_timeless(draft: Draft, sentence: Sentence) -> bool:
    words = sentence.text
    done = ACTIVE_ONCE.search(words) or PASSIVE_ONCE.search(words)
    if (
        done is None
        or NEGATED.search(words)
        or SETS_UP.search(words[: done.end() + 12])
        or "decision" in words.lower()
        or done["verb"] in _CONTINUING
    ):
        return False
    around = draft.at_label(sentence.label) if sentence.label else sentence.unit.text
    return not WHEN.search(f"{sentence.unit.lead} {around}")


_CONTINUING = frozenset(
    [
        "ensured",
        "facilitated",
        "guaranteed",
        "provided",
        "monitored",
        "verified",
        "protected",
        "held",
        "implemented",
        "conducted",
        "banned",
        "resolved",
        "agreed",
        "investigated",
        "replace",
        "replaced",
        "replaces",
        "pay",
        "paid",
        "reduce",
        "reduced",
        "submit",
        "submitted",
        "deliver",
        "delivered",
    ]
)
"""What is done again and again, or at its own occasion: its time is not one day."""
