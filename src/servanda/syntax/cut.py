"""Cuts a file into rows (one thought each) and rows into blocks by their indentation, before anything is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from servanda.text import Source, Span

DEEPEST = 8
"""Steps of indentation that are told apart; a file needs four."""

LONGEST = 20_000
"""Lines that are read; a long treaty has five thousand."""

LONGEST_LINE = 2_000
"""Characters of a line that is read (quoted words may be longer)."""

TAB = 2
"""Columns a tab counts for; that tabs indent is pointed out elsewhere."""

_SPECIAL = re.compile(r'"[^"\n]*"|\u201c[^\u201d\n]*\u201d|["\u201c#;]')
_HEAD_WITH_COLON = re.compile(r"(?:upon|when|in\s+parallel|if\s+(?:it\s+is\s+)?breached)\b", re.IGNORECASE)
_NEVER_FIRST = re.compile(r"[,:]|(?:and|or|provided|otherwise|because)\b", re.IGNORECASE)
_CONTINUES = re.compile(
    r"[,:]|(?:and|or|provided|with|after|not\s+before|within|without|otherwise|because|by|at|on|of|plus|minus|daily|weekly|immediately|promptly|forthwith"
    r"|every(?= \d)|(?:no|not)\s+later)\b",
    re.IGNORECASE,
)
_ENTITLED = re.compile(r"\bentitled\s+to\b", re.IGNORECASE)
_NOT_STATED = re.compile(r"\s*not\s+stated\s*$", re.IGNORECASE)
_HEAD = re.compile(r"(?:agreement|clause|article|annex|act|move|scenario)\b", re.IGNORECASE)
_INTEREST = re.compile(r"interest\s+of\b", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"\n]*"|\u201c[^\u201d\n]*\u201d')


class RowKind(Enum):
    """What a line is at first sight."""

    CODE = "code"
    WORDS = "words"  # begins with >
    COMMENT = "comment"
    BLANK = "blank"


class Misplaced(Enum):
    """What can be wrong with how rows are laid out."""

    OPEN_QUOTE = "open quote"
    ODD_INDENT = "odd indent"
    TOO_DEEP = "too deep"
    TOO_LONG = "too long"
    LONG_LINE = "long line"


@dataclass(frozen=True, slots=True)
class LayoutFault:
    """One fault of the layout; `other` is a second place involved."""

    kind: Misplaced
    span: Span
    other: Span | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One thought: a line, or a part of one between semicolons.

    `start` and `end` leave out indentation and comment.  `patch` is what was
    added at the end so that the row can be read on (a missing quotation mark).
    """

    kind: RowKind
    indent: int
    start: int
    end: int
    comment: str | None = None
    patch: str = ""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(slots=True)
class Block:
    """A row with the rows that continue it and those under it, while the file is being cut.

    `before`: comments and blank lines above it.
    """

    row: Row
    more: list[Row] = field(default_factory=list)
    before: tuple[str, ...] = ()
    under: list[Block] = field(default_factory=list)


def rows(source: Source, faults: list[LayoutFault]) -> Iterator[Row]:
    """All rows of a file in order."""
    offset = 0
    for number, line in enumerate(source.text.split("\n"), start=1):
        if number > LONGEST:
            faults.append(LayoutFault(Misplaced.TOO_LONG, Span(offset, offset)))
            return
        yield from _rows_of_line(line, offset, faults)
        offset += len(line) + 1


def blocks(source: Source, faults: list[LayoutFault]) -> tuple[list[Block], tuple[str, ...]]:
    """The rows as blocks, and the comments after the last one."""
    top: list[Block] = []
    stack: list[tuple[int, Block]] = []
    before: list[str] = []
    odd: set[tuple[int, int]] = set()
    for row in rows(source, faults):
        if row.kind in (RowKind.BLANK, RowKind.COMMENT):
            _note(before, row)
            continue
        if _goes_on(source, stack, row):
            stack[-1][1].more.append(row)
            continue
        block = Block(row, before=tuple(before))
        before.clear()
        level = _find_parent(stack, row, faults, odd)
        (stack[-1][1].under if stack else top).append(block)
        if len(stack) < DEEPEST:
            stack.append((level, block))
        elif len(stack) == DEEPEST and not any(fault.kind is Misplaced.TOO_DEEP for fault in faults):
            faults.append(LayoutFault(Misplaced.TOO_DEEP, row.span))
    return top, tuple(before)


def _note(before: list[str], row: Row) -> None:
    text = row.comment or ""
    if text or (before and before[-1]) or not before:
        before.append(text)


def _goes_on(source: Source, stack: list[tuple[int, Block]], row: Row) -> bool:
    """Whether a row goes on with the sentence above it: further in, or with a word that never begins a line."""
    if row.kind is not RowKind.CODE or not stack:
        return False
    level, above = stack[-1]
    last = above.more[-1] if above.more else above.row
    if above.under or last.kind is not RowKind.CODE or row.indent < level:
        return False
    if row.indent == level:
        first = _NEVER_FIRST.match(source.text, row.start, row.end)
        return first is not None and not (first[0].lower() == "provided" and _in_entitlement(source, stack))
    return source.text[last.end - 1] == "," or _CONTINUES.match(source.text, row.start, row.end) is not None


def _in_entitlement(source: Source, stack: list[tuple[int, Block]]) -> bool:
    """Whether lines stand under what somebody is entitled to: there each proviso is a line of its own."""
    return len(stack) > 1 and _ENTITLED.search(source.text, stack[-2][1].row.start, stack[-2][1].row.end) is not None


def _find_parent(stack: list[tuple[int, Block]], row: Row, faults: list[LayoutFault], odd: set[tuple[int, int]]) -> int:
    """Leave on the stack only what `row` stands under, and say at which step it is to be read.

    `odd` remembers which steps were complained of already (where the parent begins, how deep).
    """
    left = None
    while stack and stack[-1][0] >= row.indent:
        left = stack.pop()
    parent = stack[-1][1].row.start if stack else -1
    if row.indent == 0 or (left is None and stack):
        return row.indent
    if left is not None and left[0] == row.indent:
        return row.indent
    if row.kind is RowKind.CODE and (parent, row.indent) not in odd:
        odd.add((parent, row.indent))
        faults.append(LayoutFault(Misplaced.ODD_INDENT, row.span, left[1].row.span if left else None))
    return left[0] if left else row.indent


def _rows_of_line(line: str, offset: int, faults: list[LayoutFault]) -> Iterator[Row]:
    body = line.lstrip(" \t\u00a0\ufeff")
    lead = line[: len(line) - len(body)]
    indent = len(lead) + lead.count("\t") * (TAB - 1)
    start = offset + len(lead)
    body = body.rstrip()
    if not body:
        yield Row(RowKind.BLANK, indent, start, start)
    elif body[0] == ">":
        yield Row(RowKind.WORDS, indent, start, start + len(body))
    elif body[0] == "#":
        yield Row(RowKind.COMMENT, indent, start, start + len(body), comment=body)
    elif len(body) > LONGEST_LINE:
        faults.append(LayoutFault(Misplaced.LONG_LINE, Span(start, start + len(body))))
    elif _SPECIAL.search(body) is None and ":" not in body:
        yield Row(RowKind.CODE, indent, start, start + len(_without_stop(body)))
    else:
        yield from _code_rows(body, indent, start, faults)


def _code_rows(body: str, indent: int, start: int, faults: list[LayoutFault]) -> Iterator[Row]:
    cuts, end, comment, opened = [0], len(body), None, -1
    for match in _SPECIAL.finditer(body):
        if match[0] == ";":
            cuts.append(match.end())
        elif match[0] == "#":
            comment, end = body[match.start() :], match.start()
            break
        elif match[0] in ('"', "\u201c"):
            opened = match.start()
            faults.append(LayoutFault(Misplaced.OPEN_QUOTE, Span(start + opened, start + len(body))))
            break
    ends = [*(cut - 1 for cut in cuts[1:]), end]
    pieces: list[tuple[int, int, bool]] = []
    for left, right in zip(cuts, ends, strict=True):
        beneath = bool(pieces) and pieces[-1][2]  # what goes on after ``upon …: a duty;`` stands beside that duty
        pieces += [(a, b, deeper or beneath) for a, b, deeper in _heads_apart(body, left, right, opened)]
    headed = len(pieces) > 1 and _HEAD.match(body) is not None
    for number, (left, right, deeper) in enumerate(pieces):
        last = number == len(pieces) - 1
        open_here = left <= opened < right
        patch = ('"' if body[opened] == '"' else "\u201d") if open_here else ""
        steps = (headed and number > 0) + deeper
        kind = RowKind.WORDS if body[left] == ">" else RowKind.CODE
        yield Row(kind, indent + TAB * steps, start + left, start + right, comment if last else None, patch)


def _heads_apart(body: str, left: int, right: int, opened: int) -> list[tuple[int, int, bool]]:
    """One thought, or a head and what stands under it in the same line (``upon X: each Party shall …``).

    An interest whose name lacks its closing quotation mark (it opens at `opened`) is cut at its colon.
    """
    text = body[left:right]
    left, text = left + len(text) - len(text.lstrip()), _without_stop(text.strip())
    if not text:
        return []
    bare = _QUOTED.sub(lambda match: "_" * len(match[0]), text)
    colon = bare.find(":")
    if left <= opened and colon > opened - left and _INTEREST.match(text):
        return [(left, left + colon, False), (left + colon, left + len(text), True)]
    rest = text[colon + 1 :]
    if colon < 0 or not rest.strip() or not _HEAD_WITH_COLON.match(text) or _NOT_STATED.match(rest):
        return [(left, left + len(text), False)]
    begin = left + colon + 1 + len(rest) - len(rest.lstrip())
    return [(left, left + colon + 1, False), (begin, left + len(text), True)]


def _without_stop(text: str) -> str:
    """A sentence may end in a full stop."""
    return text[:-1].rstrip() if text.endswith(".") and not text.endswith("..") else text
