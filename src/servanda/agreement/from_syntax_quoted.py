"""From the lines of a clause to the words that it quotes, and to what is said of them."""

from __future__ import annotations

from servanda.agreement.quoted import Aside, Passage, Quoted
from servanda.agreement.scope import Scope
from servanda.syntax import tree as t


def quoted(scope: Scope, clause: t.Line) -> Quoted:
    """What stands under a clause, sorted by what it is for."""
    lines: list[Passage] = []
    aside: list[Aside] = []
    encoded: list[str] = []
    for line in _below(clause):
        place = scope.place(line.span)
        match line.node:
            case t.WordsNode(text=text):
                lines.append(Passage(text, place))
            case t.WaivedNode(words=words, because=because):
                aside.append(Aside(words.text, because.text if because else None, place, waived=True))
            case t.NotYetNode(words=words):
                aside.append(Aside(words.text, None, place, waived=False))
            case _:
                encoded.append(scope.source.quote(line.span))
    return Quoted(tuple(lines), tuple(aside), tuple(encoded))


def said_at_large(tree: t.Tree) -> tuple[str, ...]:
    """The lines outside clauses that say what is agreed: the head, stocks, definitions, bodies, acts of the file."""
    kept = (t.AgreementHead, t.StockNode, t.BodyNode, t.Actors, t.DefinitionNode, t.DocumentNode, t.ActHead, t.KindNode)
    tops = [line for line in tree.lines if isinstance(line.node, kept)]
    return tuple(tree.source.quote(each.span) for top in tops for each in (top, *_below(top)))


def _below(line: t.Line) -> tuple[t.Line, ...]:
    return tuple(each for part in (*line.readings, *line.children) for each in (part, *_below(part)))
