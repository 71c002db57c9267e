"""Findings of the review: all places of one gap are one finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from servanda.findings import Circumstance, Finding, Hint, Label, Slug, make_finding
from servanda.plain.draft import Draft
from servanda.text import Span

MOST_SHOWN = 6
"""Places of one finding that are quoted; the rest is counted."""
MOST_NAMED = 8
"""Numbers that a headline names."""

Hit = tuple[str, Span, str]
"""The number of a provision, the place in the text, and the remark beside it."""


def gathered(
    draft: Draft,
    slug: Slug,
    headline: str,
    hits: Sequence[Hit],
    *,
    why: tuple[str, ...],
    hints: tuple[str, ...],
    circumstances: tuple[Circumstance, ...] = (),
    subject: str = "",
) -> Finding:
    """One finding for all its places; the first is where it stands."""
    (_, first, remark), *others = hits
    clauses = tuple(dict.fromkeys(label for label, _, _ in hits if label))
    more = len(others) - (MOST_SHOWN - 1)
    rest = (f"The same is so in {more} more {'place' if more == 1 else 'places'}.",) if more > 0 else ()
    return make_finding(
        slug,
        headline,
        draft.place(first),
        circumstances=circumstances,
        excerpt=draft.excerpt,
        clauses=clauses,
        remark=remark,
        labels=tuple(Label(draft.place(span), words) for _, span, words in others[: MOST_SHOWN - 1]),
        why=(*why, *rest),
        hints=tuple(Hint(hint) for hint in hints),
        subject=subject or "plain text",
    )


def missing(
    draft: Draft,
    slug: Slug,
    headline: str,
    why: str,
    hints: tuple[str, ...],
    *,
    circumstances: tuple[Circumstance, ...],
) -> Finding:
    """One finding on what the text as a whole does not say."""
    return make_finding(
        slug,
        headline,
        draft.place(draft.units[0].span) if draft.units else draft.source.whole(),
        circumstances=circumstances,
        excerpt=draft.excerpt,
        remark="the whole text",
        why=(why,),
        hints=tuple(Hint(hint) for hint in hints),
        subject="plain text",
    )


def clauses(labels: Iterable[str]) -> str:
    """``clause 5``, ``clauses 1, 3 and 5``, ``11 clauses (1, 3, ... and 3 more)``; ``the text`` without numbers."""
    named = list(dict.fromkeys(label for label in labels if label))
    if not named:
        return "the text"
    if len(named) == 1:
        return f"clause {named[0]}"
    if len(named) <= MOST_NAMED:
        return f"clauses {', '.join(named[:-1])} and {named[-1]}"
    shown = ", ".join(named[: MOST_NAMED - 2])
    return f"{len(named)} clauses ({shown} and {len(named) - MOST_NAMED + 2} more)"


def quoted(words: Iterable[str]) -> str:
    """Words in quotation marks: ``“a”, “b” and 2 more``."""
    named = [f"“{' '.join(word.split())}”" for word in dict.fromkeys(words)]
    if len(named) <= 1:
        return "".join(named)
    if len(named) <= MOST_SHOWN:
        return f"{', '.join(named[:-1])} and {named[-1]}"
    return f"{', '.join(named[: MOST_SHOWN - 1])} and {len(named) - MOST_SHOWN + 1} more"


def capital(words: str) -> str:
    """The same words with a capital letter at their head."""
    return words[:1].upper() + words[1:]
