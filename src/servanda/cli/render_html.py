"""A report as one HTML file that needs nothing else: no network, and no script to be read in full."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files

from servanda.cli.report.beside import the_text
from servanda.cli.report.card import card
from servanda.cli.report.found import findings, summary
from servanda.cli.report.markup import Markup, element, joined
from servanda.cli.report.sheet import Sheet
from servanda.cli.report.wording import DOES_NOT_TELL, NOT_TOLD, about, counted

_ASSETS = files("servanda.cli.report")


def render(sheets: Sequence[Sheet]) -> str:
    """One page with a part for each file, the same bytes for the same sheets."""
    title = sheets[0].title if len(sheets) == 1 else f"{len(sheets)} agreements"
    return page(f"{title}: how it can fail", [_sheet(sheet) for sheet in sheets])


def page(title: str, parts: Sequence[Markup]) -> str:
    """A whole page of parts, with what it does not tell at its end."""
    script = _asset("report.js")
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(script)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", title),
        element("style", Markup(_asset("report.css"))),
    )
    body = element("body", element("main", *parts, _not_told()), element("script", Markup(script)))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _policy(script: str) -> str:
    """Nothing is fetched, and no script runs but the one that stands here."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    allowed = ("default-src 'none'", "style-src 'unsafe-inline'", f"script-src 'sha256-{digest}'")
    return "; ".join([*allowed, "base-uri 'none'", "form-action 'none'"])


def _sheet(sheet: Sheet) -> Markup:
    head = element(
        "header",
        element("h1", sheet.title, dir="auto"),
        element("p", about(sheet.report), class_="about"),
        element("p", counted(sheet.report), class_="counted"),
        summary(sheet),
    )
    return joined((head, findings(sheet), card(sheet), the_text(sheet)))


def _not_told() -> Markup:
    said = [element("li", sentence) for sentence in NOT_TOLD]
    title = element("h2", "What this does not tell")
    return element("section", title, element("p", DOES_NOT_TELL), element("ul", *said), class_="not-told")
