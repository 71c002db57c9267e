"""A draft cut into passages - its head, its clauses, its interests - in one layout, so that layout never counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from servanda.syntax import tree as t
from servanda.syntax.to_text import to_text
from servanda.text import Place


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing that a draft says.

    `kind` is ``clause``, ``interest``, ``head`` or ``setting`` (who there is, what there is, what is assumed).
    `number`: of a clause, as the text has it.  `words`: what is quoted under it.  `lines`: what is encoded.
    `place` is where it begins; its last line, with all that stands under it, is `end_line`.
    """

    kind: str
    number: str
    title: str
    words: str
    lines: tuple[str, ...]
    place: Place
    end_line: int

    @property
    def body(self) -> str:
        """What is encoded, in one string."""
        return "\n".join(self.lines)


def passages(tree: t.Tree) -> tuple[Passage, ...]:
    """The passages of a draft in the order of the text.  Comments, tests and acceptances are not part of it."""
    return tuple(passage for line in tree.lines for passage in _of(tree, line))


def _of(tree: t.Tree, line: t.Line) -> Iterator[Passage]:
    match line.node:
        case t.ClauseHead(number=number, title=title):
            yield _clause(tree, line, number.number, title.text if title else "")
        case t.InterestNode():
            yield _plain(tree, line, "interest")
        case t.AgreementHead():
            yield from (_plain(tree, child, "head") for child in line.children)
        case t.Accept() | t.ExpectFinding() | t.ScenarioHead() | None:
            return
        case _:
            yield _plain(tree, line, "setting")


def _clause(tree: t.Tree, line: t.Line, number: str, title: str) -> Passage:
    words = " ".join(child.node.text.strip() for child in line.children if isinstance(child.node, t.WordsNode))
    said = replace(line, children=tuple(c for c in line.children if not isinstance(c.node, t.WordsNode | t.WaivedNode)))
    place = tree.source.place(line.span)
    return Passage("clause", number, title, " ".join(words.split()), _lines(tree, said)[1:], place, _end(tree, line))


def _plain(tree: t.Tree, line: t.Line, kind: str) -> Passage:
    return Passage(kind, "", "", "", _lines(tree, line), tree.source.place(line.span), _end(tree, line))


def _end(tree: t.Tree, line: t.Line) -> int:
    """The last line of the source that belongs to a line or to what stands under it."""
    below = (_end(tree, each) for each in (*line.readings, *line.children))
    own = (tree.source.place(part).end_line for part in (line.span, *line.parts))
    return max((*below, *own))


def _lines(tree: t.Tree, line: t.Line) -> tuple[str, ...]:
    written = to_text(replace(tree, lines=(_bare(line),), after=()))
    return tuple(text for text in written.splitlines() if text.strip())


def _bare(line: t.Line) -> t.Line:
    """The line, and what stands under it, without comments."""
    return replace(
        line,
        before=(),
        comment=None,
        readings=tuple(map(_bare, line.readings)),
        children=tuple(map(_bare, line.children)),
    )
