"""What was changed between two drafts, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from servanda.drafts.pairing import Pair, renumbered, with_numbers


class ChangeKind(StrEnum):
    """What became of a passage."""

    ADDED = "added"
    DROPPED = "dropped"
    UNSEEN = "unseen"  # a clause that is not encoded of the other draft, of which only a part is
    CHANGED = "changed"
    RENUMBERED = "renumbered"
    WORDS = "words-only"  # the words quoted under a clause differ; what is encoded does not


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One line that only one draft has."""

    draft: str  # "before" or "after"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One passage that is not the same in both drafts.

    `before` and `after` are clause numbers, None where there is no such clause, "" for what is no clause.
    """

    kind: ChangeKind
    what: str
    title: str
    before: str | None
    after: str | None
    lines: tuple[ChangedLine, ...]
    words: tuple[ChangedLine, ...] = ()

    @property
    def name(self) -> str:
        """``clause 5 “Guarantee”``; what is no clause is named by its own words."""
        if self.what != "clause":
            return self.title
        number = self.after if self.after is not None else self.before
        return f"clause {number}" + (f" “{self.title}”" if self.title else "")


def changes(found: Iterable[Pair]) -> tuple[Change, ...]:
    """Every difference; references to a renumbered clause are none."""
    found = tuple(found)
    numbers = renumbered(found)
    return tuple(change for pair in found for change in _of(pair, numbers))


def is_changed(pair: Pair, numbers: Mapping[str, str]) -> bool:
    """Whether a passage is not the same in both drafts."""
    return _kind(pair, numbers) is not None


def _of(pair: Pair, numbers: Mapping[str, str]) -> Iterator[Change]:
    kind = _kind(pair, numbers)
    if kind is None:
        return
    old, new = pair.before, pair.after
    shown = new or old
    if shown is None:
        return
    lines = [with_numbers(line, numbers) for line in old.lines] if old else []
    yield Change(
        kind=kind,
        what=shown.kind,
        title=shown.title if shown.kind == "clause" else (shown.lines[0].rstrip(":") if shown.lines else ""),
        before=old.number if old else None,
        after=new.number if new else None,
        lines=tuple(_different(lines, list(new.lines) if new else [])),
        words=_words(pair),
    )


def _kind(pair: Pair, numbers: Mapping[str, str]) -> ChangeKind | None:
    if pair.before is None:
        return ChangeKind.ADDED
    if pair.after is None:
        return ChangeKind.DROPPED
    if with_numbers(pair.before.body, numbers) != pair.after.body:
        return ChangeKind.CHANGED
    if _said(pair, after=False) != _said(pair, after=True):
        return ChangeKind.WORDS
    return ChangeKind.RENUMBERED if pair.before.number != pair.after.number else None


def _said(pair: Pair, *, after: bool) -> tuple[str, str]:
    passage = pair.after if after else pair.before
    return (passage.title, passage.words) if passage else ("", "")


def _words(pair: Pair) -> tuple[ChangedLine, ...]:
    """The words quoted under the clause, where they are not the same."""
    old, new = _said(pair, after=False)[1], _said(pair, after=True)[1]
    if old == new:
        return ()
    said = (("before", old), ("after", new))
    return tuple(ChangedLine(draft, words) for draft, words in said if words)


def _different(old: list[str], new: list[str]) -> Iterator[ChangedLine]:
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (ChangedLine("before", line) for line in old[i:j])
            yield from (ChangedLine("after", line) for line in new[k:m])
