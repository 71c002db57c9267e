"""The text in a page, with what was found beside the clauses."""

from __future__ import annotations

from itertools import groupby

from servanda.cli.report.markup import Markup, element, joined, link
from servanda.cli.report.passages import Passage, Remark, marked, passages
from servanda.cli.report.sheet import Sheet
from servanda.text import Place

Lines = tuple[tuple[int, str], ...]


def the_text(sheet: Sheet) -> Markup:
    """The whole text; empty where it is not at hand."""
    found = passages(sheet)
    if not found:
        return Markup("")
    heading = element("h2", "The text, with what was found beside it")
    return element("section", heading, *(_passage(each, sheet) for each in found), class_="text")


def _passage(passage: Passage, sheet: Sheet) -> Markup:
    places = [each.place for each in passage.remarks]
    first, rest = passage.lines[:1], passage.lines[1:]
    body = [_heading(passage, places, sheet)] if passage.is_clause else []
    for is_quote, group in groupby(rest if passage.is_clause else (*first, *rest), key=_is_quote):
        lines = tuple(group)
        body.append(_quote(lines, places, sheet) if is_quote else _encoding(lines, places, sheet))
    beside = [element("ul", *(_remark(each, sheet) for each in passage.remarks))] if passage.remarks else []
    return element(
        "div",
        element("div", *body, class_="words"),
        element("div", *beside, class_="beside") if beside else Markup(""),
        class_="passage",
    )


def _heading(passage: Passage, places: list[Place], sheet: Sheet) -> Markup:
    number, line = passage.lines[0]
    return element("h3", *_pieces(number, line, places), id=sheet.at_line(number), data_line=number)


def _is_quote(numbered: tuple[int, str]) -> bool:
    return numbered[1].lstrip().startswith(">")


def _quote(lines: Lines, places: list[Place], sheet: Sheet) -> Markup:
    """The words of the agreement itself."""
    parts = [
        element("span", *_pieces(number, line, places, drop=line.index(">") + 1), id=sheet.at_line(number))
        for number, line in lines
    ]
    return element("blockquote", joined(parts, " "), dir="auto")


def _encoding(lines: Lines, places: list[Place], sheet: Sheet) -> Markup:
    """The lines that say the same to the engine, as they stand in the file."""
    parts = [
        element("span", *_pieces(number, line, places), id=sheet.at_line(number), data_line=number, class_="line")
        for number, line in lines
    ]
    return element("pre", element("code", *parts), dir="ltr")


def _pieces(number: int, line: str, places: list[Place], drop: int = 0) -> list[Markup | str]:
    pieces = marked(line, number, places)
    kept: list[Markup | str] = []
    for piece, found in pieces:
        shown, drop = piece[drop:], max(0, drop - len(piece))
        if shown:
            kept.append(element("mark", shown) if found else shown)
    return kept


def _remark(remark: Remark, sheet: Sheet) -> Markup:
    finding = remark.finding
    severity = finding.severity.value
    tag = element("span", f"{severity} {remark.number}", class_=f"tag {severity}")
    said = remark.words if remark.also else finding.headline
    return element(
        "li",
        tag,
        " ",
        said if said.endswith(".") else f"{said}.",
        " ",
        link(sheet.at_finding(remark.number), f"See finding {remark.number}"),
    )
