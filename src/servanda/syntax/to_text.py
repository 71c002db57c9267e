"""From a tree back to text, in one layout that never changes the meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from servanda.syntax import tree as t

STEP = "  "

_QUOTED = re.compile(r'"[^"\n]*"|\u201c[^\u201d\n]*\u201d')
_HELD = re.compile("\0(\\d+)\0")
_PROVIDED = re.compile(r",?\s+(?=provided\b)", re.IGNORECASE)
_COLON = re.compile(r":\s*")
_GROUPS: tuple[tuple[type, ...], ...] = (
    (t.Use,),
    (t.Actors, t.BodyNode),
    (t.KindNode, t.ClassNode, t.FactorNode),
    (t.StockNode,),
    (t.AssumeAway, t.AssumeRate, t.AssumeRise, t.AssumeCapacity),
    (t.DefinitionNode,),
    (t.DocumentNode,),
    (t.PositionNode,),
    (t.StandInNode,),
    (t.Accept,),
    (t.ExpectFinding,),
)


def to_text(tree: t.Tree) -> str:
    """The whole file.  Lines that could not be read stay as they are written."""
    written: list[str] = []
    above: t.Line | None = None
    for line in tree.lines:
        if above is not None and not _together(above, line):
            written.append("")
        written.extend(_block(tree, line, 0))
        above = line
    written.extend(_remarks(tree.after, ""))
    return "\n".join(written).strip("\n") + "\n" if written else ""


def tidy(text: str) -> str:
    """A line with single spaces, and its punctuation in place; nothing within quotation marks changes."""
    held: list[str] = []

    def _put_aside(match: re.Match[str]) -> str:
        inner = match[0][1:-1]
        held.append(match[0] if '"' in inner else f'"{inner}"')
        return f"\0{len(held) - 1}\0"

    bare = _QUOTED.sub(_put_aside, text)
    for pattern, better in (
        (r"[\s\u00a0\u202f]+", " "),
        (r" ([,:])", r"\1"),
        (r",(?=\S)(?!(?<=\d,)\d{3}(?!\d))", ", "),
        (r":(?=\S)(?!(?<=\d:)\d)", ": "),
        (r" ?= ?", " = "),
        (r"\[ ", "["),
        (r" \]", "]"),
        (r" ?\| ?", " | "),
    ):
        bare = re.sub(pattern, better, bare)
    return _HELD.sub(lambda match: held[int(match[1])], bare).strip()


def _together(above: t.Line, line: t.Line) -> bool:
    """Whether two lines at the left edge stand without a blank line between them."""
    return any(isinstance(above.node, group) and isinstance(line.node, group) for group in _GROUPS)


def _block(tree: t.Tree, line: t.Line, depth: int) -> Iterator[str]:
    lead = STEP * depth
    yield from _remarks(line.before, lead)
    first, *more = _said(tree, line) or [""]
    remark = f"  {line.comment}" if line.comment else ""
    if first or remark:
        yield f"{lead}{first}{remark}"
    yield from (f"{lead}{text}" for text in more)
    under = depth + 1 if line.variants else depth
    readings = [x for n, each in enumerate(line.readings, start=1) for x in _reading(tree, each, n, STEP * under)]
    children = [text for child in line.children for text in _block(tree, child, depth + 1)]
    yield from (*children, *readings) if isinstance(line.node, t.ParallelNode) else (*readings, *children)


def _reading(tree: t.Tree, line: t.Line, number: int, lead: str) -> Iterator[str]:
    yield from _remarks(line.before, lead)
    yield f"{lead}reading {number}: {_text(tree, line)}{f'  {line.comment}' if line.comment else ''}"


def _remarks(remarks: Iterable[str], lead: str) -> Iterator[str]:
    """Comments above a line.  A blank line below the last one stays: they speak of more than that line."""
    kept = list(remarks)
    while kept and not kept[0]:
        kept.pop(0)
    yield from (f"{lead}{text}".rstrip() for text in kept)


def _text(tree: t.Tree, line: t.Line) -> str:
    return tidy(" ".join(tree.source.quote(part) for part in line.parts))


def _said(tree: t.Tree, line: t.Line) -> list[str]:
    """A line as the lines it is written in, without indentation but for what goes on."""
    if not line.parts:
        return []
    plain = not line.brackets and not line.readings
    match line.node:
        case t.WordsNode(text=text):
            return [f"> {text}".rstrip()]
        case t.Actors(role=role, actors=actors) if plain:
            return [f"{role} {each.ident.text}" + (f' "{each.name.text}"' if each.name else "") for each in actors]
        case t.Use(names=names) if plain:
            return [f"use {_name(name)}" for name in names]
        case t.StockNode(entries=entries) if plain and len(entries) > 1:
            return _stocks(tree, line, entries)
        case t.InterestNode():
            return _after_colon(_text(tree, line))
        case t.DutyNode(provided=provided) if provided is not None:
            first, *rest = _PROVIDED.split(_text(tree, line), maxsplit=1)
            return [first, *(STEP + each for each in rest)]
    return [_text(tree, line)]


def _name(word: t.Word) -> str:
    return f'"{word.text}"' if word.quoted else word.text


def _after_colon(text: str) -> list[str]:
    """``interest of A "…":`` with what it protects in the next line."""
    hidden = _QUOTED.sub(lambda match: "_" * len(match[0]), text)
    colon = _COLON.search(hidden)
    if colon is None or colon.end() == len(text):
        return [text]
    return [text[: colon.start() + 1], STEP + text[colon.end() :]]


def _stocks(tree: t.Tree, line: t.Line, entries: tuple[t.StockEntry, ...]) -> list[str]:
    """One line for each holder; where it is not plain what "of B" is short for, the line stays as it is."""
    words = [word.text for word in entries[0].holding.words]
    if words.count("of") != 1 or any(each.holding.words[0].text != "of" for each in entries[1:]):
        return [_text(tree, line)]
    kind = " ".join(words[: words.index("of")])
    quote = tree.source.quote
    end = " at signature" if re.search(r"at\s+(the\s+)?(signature|start|outset|entry)", quote(line.span)) else ""
    holders = [quote(entries[0].holding.span), *(f"{kind} {quote(each.holding.span)}" for each in entries[1:])]
    return [tidy(f"{holder} = {quote(each.quantity.span)}{end}") for holder, each in zip(holders, entries, strict=True)]
