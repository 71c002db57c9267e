"""From blocks to lines of a tree: which lines belong together, what stands under what, what could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from servanda.findings import Finding
from servanda.syntax import messages
from servanda.syntax import tree as t
from servanda.syntax.brackets import brackets_in, too_many, variants
from servanda.syntax.cut import Block, Row, RowKind
from servanda.syntax.parse import Parsed, Stuck, parse
from servanda.syntax.repair import mend
from servanda.syntax.where import Where, guess, inside, reading_start
from servanda.text import Source, Span

_READING = re.compile(r"reading\s+\w+\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passage:
    """The rows of a line as one text; its position 0 is `base` in the source."""

    text: str
    base: int
    parts: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """From its first character to its last."""
        return Span(self.parts[0].start, self.parts[-1].end)

    def at(self, position: int) -> int:
        """A position in the text as one in the source; what was added at the end counts as the end."""
        return min(self.base + position, self.parts[-1].end)


@dataclass(slots=True)
class Reader:
    """Reads the blocks of one source; what is wrong gathers in `findings`."""

    source: Source
    findings: list[Finding] = field(default_factory=list)

    def read(self, blocks: Iterable[Block], where: Where) -> list[t.Line]:
        """Blocks that stand beside each other."""
        return [line for block in blocks for line in self._block(block, where)]

    def _block(self, block: Block, where: Where) -> list[t.Line]:
        if block.row.kind is RowKind.WORDS:
            return self._words(block, where)
        if where is Where.CLAUSE and self._is_reading(block):
            return [self._reading(block, "clause_reading")]
        readings = [each for each in block.under if self._is_reading(each)]
        under = [each for each in block.under if each not in readings]
        passage = self._passage([block.row, *block.more])
        parsed = self._parse(where.value, passage)
        node = parsed.node if isinstance(parsed, Parsed) else None
        wants_more = node is None or (inside(node) is None and passage.text.endswith((":", ",")))
        code = [each for each in under if each.row.kind is RowKind.CODE]
        if wants_more and code and not inside(node):
            longer = self._passage([*passage_rows(block), *_all_rows(code)])
            if isinstance(self._parse(where.value, longer), Parsed) or node is not None:
                passage, under = longer, [each for each in under if each not in code]
        line = self._line(passage, where.value)
        line = replace(line, before=block.before, comment=_comment(block))
        return self._with_rest(line, passage, where, readings, under)

    def _with_rest(
        self, line: t.Line, passage: Passage, where: Where, readings: list[Block], under: list[Block]
    ) -> list[t.Line]:
        start = reading_start(where, line.node)
        line = replace(line, readings=tuple(self._reading(each, start) for each in readings))
        context = inside(line.node) or (guess(passage.text, where) if line.node is None else None)
        if context is not None:
            return [replace(line, children=tuple(self.read(under, context)))]
        misplaced = [each for each in under if each.row.kind is RowKind.CODE]
        if misplaced and line.node is not None:
            self.findings.append(messages.too_far_in(self.source, misplaced[0].row.span, line.span))
        return [line, *self.read(under, where)]

    # ---- one line

    def _line(self, passage: Passage, start: str) -> t.Line:
        brackets, faults = brackets_in(passage.text, passage.base) if "[" in passage.text else ((), ())
        self.findings.extend(messages.bad_bracket(self.source, fault) for fault in faults)
        if faults or too_many(brackets):
            if not faults:
                self.findings.append(messages.too_many_options(self.source, passage.span))
            return t.Line(passage.span, passage.parts, (None,))
        nodes: list[t.Node | None] = []
        for text in variants(passage.text, brackets, passage.base):
            blamed = any(node is None for node in nodes)
            nodes.append(self._node(replace(passage, text=text), start, quietly=blamed))
        return t.Line(passage.span, passage.parts, tuple(nodes), brackets)

    def _node(self, passage: Passage, start: str, *, quietly: bool = False) -> t.Node | None:
        parsed = self._parse(start, passage)
        if isinstance(parsed, Stuck):
            mended = mend(self.source, passage, start, parsed)
            if not quietly:
                self.findings.append(mended.finding)
            return mended.node
        self.findings.extend(messages.impossible_day(self.source, *each) for each in parsed.impossible_days)
        return parsed.node

    def _parse(self, start: str, passage: Passage) -> Parsed | Stuck:
        return parse(start, passage.text, passage.at)

    def _passage(self, rows: list[Row]) -> Passage:
        text, first = self.source.text, rows[0]
        pieces = [text[first.start : first.end], first.patch]
        for above, row in zip(rows[:-1], rows[1:], strict=True):
            pieces.append(" " * (row.start - above.end - len(above.patch)))
            pieces += [text[row.start : row.end], row.patch]
        return Passage("".join(pieces), first.start, tuple(row.span for row in rows))

    # ---- words and readings

    def _words(self, block: Block, where: Where) -> list[t.Line]:
        span = block.row.span
        if where not in (Where.CLAUSE, Where.ACT):
            self.findings.append(messages.words_without_clause(self.source, span))
        text = self.source.quote(span)[1:].strip()
        line = t.Line(span, (span,), (t.WordsNode(text),), before=block.before)
        return [line, *self.read(block.under, where)]

    def _is_reading(self, block: Block) -> bool:
        row = block.row
        return row.kind is RowKind.CODE and _READING.match(self.source.text, row.start, row.end) is not None

    def _reading(self, block: Block, start: str) -> t.Line:
        head = _READING.match(self.source.text, block.row.start, block.row.end)
        assert head is not None  # noqa: S101 - the caller has looked
        first = replace(block.row, start=head.end())
        line = self._line(self._passage([first, *block.more, *_all_rows(block.under)]), start)
        return replace(line, before=block.before, comment=_comment(block))


def passage_rows(block: Block) -> list[Row]:
    """The rows of a block itself."""
    return [block.row, *block.more]


def _all_rows(blocks: Iterable[Block]) -> Iterator[Row]:
    """All rows of some blocks and of what stands under them, in the order of the file."""
    waiting = list(reversed(list(blocks)))
    while waiting:
        block = waiting.pop()
        if block.row.kind is RowKind.CODE:
            yield from passage_rows(block)
        waiting.extend(reversed(block.under))


def _comment(block: Block) -> str | None:
    comments = [row.comment for row in passage_rows(block) if row.comment]
    return " ".join(comments) or None
