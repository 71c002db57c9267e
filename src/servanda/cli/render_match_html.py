"""Positions held against a draft as one page that needs nothing else."""

from __future__ import annotations

from importlib.resources import files

from servanda.cli.render_match import cells_of
from servanda.cli.report.markup import Markup, element
from servanda.desk.match import Held
from servanda.reading.matching.verdicts import Matched


def render(held: Held) -> str:
    """The grid, then every position with its reasons; the same bytes for the same input."""
    name = held.draft.agreement.header.name
    style = (files("servanda.cli.report") / "report.css").read_text(encoding="utf-8")
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content="default-src 'none'; style-src 'unsafe-inline'"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"{name}: positions"),
        element("style", Markup(style)),
    )
    parts = [element("h1", f"Positions held against {name}", dir="auto"), _grid(held)]
    parts += [_party(held, party) for party in dict.fromkeys(one.position.party for one in held.matched)]
    body = element("body", element("main", *parts))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def _grid(held: Held) -> Markup:
    rows = cells_of(held)
    parties = list(dict.fromkeys(one.position.party for one in held.matched))
    by_place = {(cell.issue, cell.party): ", ".join(cell.verdicts) for cell in rows}
    heads = element("tr", element("th", "issue", scope="col"), *(element("th", each, scope="col") for each in parties))
    lines = [
        element(
            "tr",
            element("th", issue, scope="row"),
            *(element("td", by_place.get((issue, party), "-")) for party in parties),
        )
        for issue in dict.fromkeys(cell.issue for cell in rows)
    ]
    return element("table", element("caption", "Issues and parties"), element("thead", heads), element("tbody", *lines))


def _party(held: Held, party: str) -> Markup:
    mine = [one for one in held.matched if one.position.party == party]
    return element("section", element("h2", party), element("ul", *(_position(held, one) for one in mine)))


def _position(held: Held, one: Matched) -> Markup:
    reasons = [
        element("li", f"{each.verdict.value}{f' by clause {each.clause}' if each.clause else ''}: {each.reason}")
        for each in one.judged
    ]
    quoted = list(dict.fromkeys(each.clause for each in one.judged if each.clause))
    words = [element("blockquote", f"Clause {number}: {held.draft.part(number).words}") for number in quoted]
    crossed = [element("strong", "Red line crossed")] if one.crossed else []
    return element(
        "li",
        element("p", f"{one.position.strength}: {one.position.stance} - {one.verdict.value}", dir="auto"),
        *crossed,
        element("ul", *reasons) if reasons else Markup(""),
        *words,
    )
