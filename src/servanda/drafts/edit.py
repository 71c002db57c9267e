"""Edits of a draft, as text: rows that are replaced, and rows that come in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from servanda.agreement.agreement import Agreement
from servanda.drafts.passage import Passage, passages
from servanda.syntax.tree import Line, Tree
from servanda.text import Source


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft, read and understood."""

    source: Source
    tree: Tree
    agreement: Agreement

    def rows(self, start: int, end: int) -> list[str]:
        """Rows of the text, from 0, the end not included."""
        return self.source.text.split("\n")[start:end]

    def rows_of(self, line: Line) -> tuple[int, int]:
        """The rows of a line by itself, without what stands under it."""
        places = [self.source.place(span) for span in (line.span, *line.parts)]
        return min(p.line for p in places) - 1, max(p.end_line for p in places)

    def clauses(self) -> list[Passage]:
        """The clauses in the order of the text."""
        return [passage for passage in passages(self.tree) if passage.kind == "clause"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a draft.

    `what` says it in a sentence without an actor's side; `start` to `end` are the rows it replaces (none: it comes in
    before `start`); `lines` stand there afterwards.  `duties`: who owes what anew; `rights`: who may do what anew, or
    is bound no longer.
    """

    what: str
    start: int
    end: int
    lines: tuple[str, ...]
    duties: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()


def applied(source: Source, edits: Iterable[Edit]) -> Source:
    """The text with edits made, the last rows first so that the places of the others stay true."""
    rows = source.text.split("\n")
    for edit in sorted(edits, key=lambda each: (each.start, each.end), reverse=True):
        rows[edit.start : edit.end] = edit.lines
    return replace(source, text="\n".join(rows))


def new_clause(
    draft: Draft, title: str, lines: Iterable[str], what: str, duties: Iterable[str] = (), rights: Iterable[str] = ()
) -> Edit:
    """A clause after the last one, under the next free whole number."""
    clauses = draft.clauses()
    taken = [int(each.number) for each in clauses if each.number.isdigit()]
    number = max(taken, default=len(clauses)) + 1
    at = clauses[-1].end_line if clauses else _before_interests(draft)
    rows = ("", f'clause {number} "{title}"', *(f"  {line}" for line in lines))
    return Edit(what, at, at, rows if clauses else (*rows[1:], ""), tuple(duties), tuple(rights))


def _before_interests(draft: Draft) -> int:
    interests = [passage for passage in passages(draft.tree) if passage.kind == "interest"]
    return interests[0].place.line - 1 if interests else draft.source.line_count
