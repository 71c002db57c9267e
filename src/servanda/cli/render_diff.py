"""Two drafts side by side: what was changed, and what that does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from servanda.cli.diff_wording import Told, headline, nothing, tally, title, told
from servanda.cli.layout import Style, wrap
from servanda.cli.render_text import DOES_NOT_TELL, certainty, step_lines
from servanda.drafts.change import Change, ChangeKind
from servanda.drafts.difference import Difference
from servanda.drafts.effect import Effect, EffectKind
from servanda.findings import Severity


def rendered(differences: Sequence[Difference], output: str, style: Style) -> str:
    """All comparisons in one form."""
    if output == "json":
        return msgspec.json.format(msgspec.json.encode(list(differences)), indent=2).decode() + "\n"
    if output in ("md", "html"):
        from servanda.cli import render_diff_pages

        return render_diff_pages.rendered(differences, output)
    blocks = [block for each in differences for block in _difference(each, style) if block]
    closing = [style.paint(line, "dim") for line in wrap(DOES_NOT_TELL, style.width)]
    return "\n\n".join([*blocks, "\n".join(closing)]) + "\n"


def schema() -> dict[str, object]:
    """The JSON Schema of what is written with ``--format json``."""
    made = msgspec.json.schema(list[Difference])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "servanda diff --format json", **made}


def is_grave(effect: Effect, each: Difference, fail_on: Severity) -> bool:
    """Whether an effect is reason for exit code 1: something is opened, or an interest stands lower.

    Of two ways to settle a bracket neither is the earlier, so whatever is open under one of them counts.
    """
    worse = effect.kind in (EffectKind.OPENS, EffectKind.WEAKENS)
    if not worse and (each.labels is None or effect.kind not in (EffectKind.CLOSES, EffectKind.STRENGTHENS)):
        return False
    if effect.severity is not None:
        return effect.severity.at_least(fail_on)
    return effect.ladder == "interest"


def _difference(each: Difference, style: Style) -> Iterator[str]:
    yield "\n".join(f"== {line} ==" for line in wrap(title(each), style.width - 6))
    if each.labels is None:
        yield "\n".join(_setting([change for change in each.changes if change.what != "clause"], style))
        yield from ("\n".join(_change(change, style)) for change in each.changes if change.what == "clause")
    yield nothing(each)
    yield from ("\n".join(_effect(effect, style)) for effect in told(each))
    yield "\n".join(wrap(tally(each), style.width)) if tally(each) else ""


def _setting(changes: Sequence[Change], style: Style) -> Iterator[str]:
    """What was changed outside the clauses, without a word on each."""
    if changes:
        yield "Outside the clauses:"
    for change in changes:
        whole = change.kind in (ChangeKind.ADDED, ChangeKind.DROPPED)
        yield from _lines(replace(change, lines=change.lines[:1]) if whole else change, style)


def _change(change: Change, style: Style) -> Iterator[str]:
    yield from wrap(headline(change), style.width)
    if change.kind is not ChangeKind.UNSEEN:
        yield from _lines(change, style)


def _lines(change: Change, style: Style) -> Iterator[str]:
    for line in change.words:
        sign = "-" if line.draft == "before" else "+"
        yield from wrap(line.text, style.width, f"  {sign} > ", "    > ")
    for line in change.lines:
        sign = "-" if line.draft == "before" else "+"
        indent = " " * (len(line.text) - len(line.text.lstrip()))
        yield from wrap(line.text.strip(), style.width, f"  {sign} {indent}", f"    {indent}  ")


def _effect(effect: Told, style: Style) -> Iterator[str]:
    role = "error" if effect.kind in (EffectKind.OPENS, EffectKind.WEAKENS) else "note"
    first, *rest = wrap(effect.said, style.width, effect.lead, "  ")
    yield style.paint(effect.lead, role) + first.removeprefix(effect.lead)
    yield from rest
    yield from wrap(effect.aside, style.width, "  ", "  ") if effect.aside else ()
    if not effect.steps:
        return
    inner = Style(style.width - 2, style.colour)
    yield from wrap(effect.opening, style.width, "  ", "  ")
    yield from (f"  {line}" for line in step_lines(effect.steps, inner))
    if effect.answer is not None:
        yield from (f"  {line}" for line in certainty(effect.answer, inner))
