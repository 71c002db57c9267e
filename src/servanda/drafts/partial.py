"""Drafts of which only a part is encoded: what is not there may stand in the rest of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from servanda.drafts.change import Change, ChangeKind
from servanda.drafts.difference import Difference
from servanda.drafts.effect import Effect, EffectKind


def seen_in_part(whole: Difference, before: bool, after: bool) -> Difference:
    """The same, where of the earlier draft (`before`), or the later one (`after`), only a part is encoded.

    A clause that is missing there was neither dropped nor is it new, and what is said of it alone was neither opened
    nor closed.
    """
    changes = tuple(_unseen(each, before, after) for each in whole.changes)
    missing = [each for each in changes if each.kind is ChangeKind.UNSEEN]
    gone = {each.before for each in missing if each.before is not None}
    come = {each.after for each in missing if each.after is not None}
    return replace(whole, changes=changes, effects=tuple(_told(whole.effects, gone, come)))


def _unseen(change: Change, before: bool, after: bool) -> Change:
    dropped = after and change.kind is ChangeKind.DROPPED
    added = before and change.kind is ChangeKind.ADDED
    return replace(change, kind=ChangeKind.UNSEEN) if change.what == "clause" and (dropped or added) else change


def _told(effects: tuple[Effect, ...], gone: set[str], come: set[str]) -> Iterator[Effect]:
    for each in effects:
        only = gone if each.kind is EffectKind.CLOSES else come if each.kind is EffectKind.OPENS else set()
        if each.interest is not None or not each.clauses or not only.issuperset(each.clauses):
            yield each
