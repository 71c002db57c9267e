"""From blocks to lines of a tree: which lines belong together, what stands under what, what could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from servanda.findings import Finding
from servanda.syntax import messages
from servanda.syntax import tree as t
from servanda.syntax.brackets import brackets_in, too_many, variants
from servanda.syntax.cut import Block, Row, RowKind
from servanda.syntax.parse import Parsed, Stuck, parse
from servanda.syntax.passage import Passage, passage_of
from servanda.syntax.repair import mend
from servanda.syntax.where import Where, guess, home, inside, reading_start
from servanda.text import Source, Span

_READING = re.compile(r"reading\s+\w+\s*:\s*", re.IGNORECASE)


@dataclass(slots=True)
class Reader:
    """Reads the blocks of one source; what is wrong gathers in `findings`.

    `astray` are lines that belong at the left edge but stood elsewhere.
    """

    source: Source
    findings: list[Finding] = field(default_factory=list)
    astray: list[t.Line] = field(default_factory=list)
    faults: int = 0

    def read(self, blocks: Sequence[Block], where: Where) -> list[t.Line]:
        """Blocks that stand beside each other."""
        lines: list[t.Line] = []
        for group in self._groups(blocks, where):
            if self.faults > messages.MOST_FAULTS:
                break
            found = self._readings_alone(group) if len(group) > 1 else self._block(group[0], where)
            for line in found:
                self._settle(line, where, lines)
        return lines

    def _settle(self, line: t.Line, where: Where, lines: list[t.Line]) -> None:
        """Put a line where it belongs, which need not be where it stands."""
        belongs = home(line.node, where) if line.node is not None else None
        if belongs is Where.FILE and where is not Where.FILE:
            self.astray.append(line)
        elif belongs is Where.CLAUSE and where is Where.FILE and lines and isinstance(lines[-1].node, t.ClauseHead):
            lines[-1] = replace(lines[-1], children=(*lines[-1].children, line))
        else:
            lines.append(line)

    def _groups(self, blocks: Sequence[Block], where: Where) -> Iterator[list[Block]]:
        """Each block alone, but readings that stand under no line of their own together."""
        run: list[Block] = []
        for block in blocks:
            if where is Where.CLAUSE and self._is_reading(block):
                run.append(block)
                continue
            if run:
                yield run
                run = []
            yield [block]
        if run:
            yield run

    def _readings_alone(self, group: list[Block]) -> list[t.Line]:
        readings = tuple(self._reading(block, "clause_reading") for block in group)
        span = Span(readings[0].span.start, readings[-1].span.end)
        return [t.Line(span, (), (), readings=readings)]

    def _block(self, block: Block, where: Where) -> list[t.Line]:
        if block.row.kind is RowKind.WORDS:
            return self._words(block, where)
        if where is Where.CLAUSE and self._is_reading(block):
            return self._readings_alone([block])
        readings = [each for each in block.under if self._is_reading(each)]
        under = [each for each in block.under if not self._is_reading(each)]
        passage, outcome, under = self._whole(block, under, where)
        line = self._line(passage, where.value, outcome)
        line = replace(line, before=block.before, comment=_comment(block))
        context = inside(line.node) or (guess(passage.text, where) if line.node is None else None)
        if isinstance(line.node, t.ParallelNode):
            said = tuple(self._reading(each, reading_start(where, line.node)) for each in readings)
            return [replace(line, readings=said, children=tuple(self.read(under, Where.CLAUSE)))]
        if context is not None:
            kept = {id(each) for each in (*readings, *under)}
            under = [each for each in block.under if id(each) in kept]
            return [replace(line, children=tuple(self.read(under, context)))]
        start = reading_start(where, line.node)
        line = replace(line, readings=tuple(self._reading(each, start) for each in readings))
        misplaced = next((each for each in under if each.row.kind is RowKind.CODE), None)
        if misplaced is not None and line.node is not None:
            self.findings.append(messages.too_far_in(self.source, misplaced.row.span, line.span))
        return [line, *self.read(under, where)]

    def _whole(self, block: Block, under: list[Block], where: Where) -> tuple[Passage, Parsed | Stuck, list[Block]]:
        """A line with the lines further in that go on with it, and the lines that are left."""
        passage = passage_of(self.source, [block.row, *block.more])
        outcome = parse(where.value, passage.text, passage.at)
        node = outcome.node if isinstance(outcome, Parsed) else None
        code = [each for each in under if each.row.kind is RowKind.CODE]
        if not code or inside(node) is not None:
            return passage, outcome, under
        longer = passage_of(self.source, list(_rows_of([replace_under(block, code)])))
        joined = parse(where.value, longer.text, longer.at)
        if isinstance(joined, Stuck) and not self._heads_a_sentence(passage, where, outcome):
            return passage, outcome, under
        if node is not None and not passage.text.endswith((":", ",")) and self._stands_alone(code[0], where):
            return passage, outcome, under
        return longer, joined, [each for each in under if each.row.kind is not RowKind.CODE]

    def _stands_alone(self, block: Block, where: Where) -> bool:
        passage = passage_of(self.source, [block.row, *block.more])
        return isinstance(parse(where.value, passage.text, passage.at), Parsed)

    def _heads_a_sentence(self, passage: Passage, where: Where, outcome: Parsed | Stuck) -> bool:
        """Whether a line that ends in a colon is the beginning of a sentence (an interest), not a head."""
        if isinstance(outcome, Parsed):
            return inside(outcome.node) is None
        return isinstance(mend(self.source, passage, where.value, outcome).node, t.InterestNode)

    # ---- one line

    def _line(self, passage: Passage, start: str, outcome: Parsed | Stuck | None = None) -> t.Line:
        if "[" not in passage.text and "]" not in passage.text:
            return t.Line(passage.span, passage.parts, (self._node(passage, start, outcome),))
        brackets, faults = brackets_in(passage.text, passage.base)
        if faults:
            self.findings.append(messages.bad_bracket(self.source, faults[0]))
        elif too_many(brackets):
            self.findings.append(messages.too_many_options(self.source, passage.span))
        if faults or too_many(brackets):
            return t.Line(passage.span, passage.parts, (None,))
        nodes: list[t.Node | None] = []
        for text in variants(passage.text, brackets, passage.base):
            blamed = any(node is None for node in nodes)
            nodes.append(None if blamed else self._node(replace(passage, text=text), start, None))
        return t.Line(passage.span, passage.parts, tuple(nodes), brackets)

    def _node(self, passage: Passage, start: str, outcome: Parsed | Stuck | None) -> t.Node | None:
        outcome = outcome or parse(start, passage.text, passage.at)
        if isinstance(outcome, Parsed):
            self.findings.extend(messages.impossible_day(self.source, *each) for each in outcome.impossible_days)
            return outcome.node
        self.faults += 1
        if self.faults > messages.MOST_FAULTS:
            self.findings.append(messages.too_many_faults(self.source, passage.span))
            return None
        mended = mend(self.source, passage, start, outcome)
        if not passage.patched:
            # Each combination of options is read by itself; what is wrong around them is said once.
            self.findings.extend(each for each in mended.findings if each not in self.findings)
        return mended.node

    # ---- words and readings

    def _words(self, block: Block, where: Where) -> list[t.Line]:
        span = block.row.span
        if where not in (Where.CLAUSE, Where.ACT):
            self.findings.append(messages.misplaced(self.source, span, "Put the words of the text under their clause."))
        text = self.source.quote(span)[1:].strip()
        line = t.Line(span, (span,), (t.WordsNode(text),), before=block.before)
        return [line, *self.read(block.under, where)]

    def _is_reading(self, block: Block) -> bool:
        row = block.row
        return row.kind is RowKind.CODE and _READING.match(self.source.text, row.start, row.end) is not None

    def _reading(self, block: Block, start: str) -> t.Line:
        head = _READING.match(self.source.text, block.row.start, block.row.end)
        begin = head.end() if head else block.row.start
        rows = [replace(block.row, start=begin), *block.more, *_rows_of(block.under)]
        line = self._line(passage_of(self.source, rows), start)
        return replace(line, before=block.before, comment=_comment(block))


def replace_under(block: Block, under: list[Block]) -> Block:
    """The same block with other lines under it."""
    return Block(block.row, block.more, block.before, under)


def _rows_of(blocks: Iterable[Block]) -> Iterator[Row]:
    """All rows of some blocks and of what stands under them, in the order of the file."""
    waiting = list(reversed(list(blocks)))
    while waiting:
        block = waiting.pop()
        if block.row.kind is RowKind.CODE:
            yield from (block.row, *block.more)
        waiting.extend(reversed(block.under))


def _comment(block: Block) -> str | None:
    return " ".join(row.comment for row in (block.row, *block.more) if row.comment) or None
