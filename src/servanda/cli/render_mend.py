"""Offers that close what was found, in every form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from servanda.cli.layout import Style, safe, wrap
from servanda.cli.render_html import page
from servanda.cli.render_md import escaped, fenced
from servanda.cli.render_text import DOES_NOT_TELL, INTEREST_RUNGS, rung_words
from servanda.cli.report.markup import Markup, element
from servanda.drafts.change import ChangedLine
from servanda.drafts.mend import Mended, Offer, Target

CHECKED = "the edited agreement, as a whole; interests and world are as they were."
_SIGNS = {"before": "-", "after": "+", "both": " "}


def rendered(made: Mended, output: str, style: Style) -> str:
    """All offers in one form."""
    if output == "json":
        return msgspec.json.format(msgspec.json.encode(made), indent=2).decode() + "\n"
    if output == "md":
        return "\n\n".join([*_md(made), escaped(DOES_NOT_TELL)]) + "\n"
    if output == "html":
        return page(_title(made), [_html(made)])
    blocks = [f"== {_title(made)} ==", *(block for target in made.targets for block in _target(target, style))]
    blocks += ["\n".join(wrap(line, style.width)) for line in _left(made)]
    closing = "\n".join(style.paint(line, "dim") for line in wrap(f"{_WHOSE} {DOES_NOT_TELL}", style.width))
    return "\n\n".join([*blocks, closing]) + "\n"


def _left(made: Mended) -> Iterator[str]:
    """What is said of a draft without targets, and of what was left open about it."""
    if not made.targets:
        yield "Nothing above a note was found: there is nothing to mend." if not made.undecided else _NOTHING_DECIDED
    if made.undecided:
        yield f"Left undecided: {'; '.join(made.undecided)}. A higher --effort or --timeout may settle it."


_NOTHING_DECIDED = "Nothing above a note was found in what was decided."
_WHOSE = "Which of the offers to take, if any, is the parties' business."


def schema() -> dict[str, object]:
    """The JSON Schema of what is written with ``--format json``."""
    made = msgspec.json.schema(Mended)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "servanda mend --format json", **made}


def _title(made: Mended) -> str:
    return f"Ways out for “{safe(made.name or made.file)}”"


def _named(target: Target) -> str:
    return f"{target.severity.value}[{target.slug}]: {target.headline}"


def _target(target: Target, style: Style) -> Iterator[str]:
    head = wrap(_named(target), style.width, "", "  ")
    if not target.offers:
        yield "\n".join([*head, *wrap(_none(target), style.width, "  ", "  ")])
        return
    yield "\n".join(head)
    yield from ("\n".join(_offer(offer, style)) for offer in target.offers)


def _none(target: Target) -> str:
    if not target.tried and not target.untried:
        return "The catalogue of repairs has nothing for this."
    decided = target.tried - target.undecided
    said = [f"{_edits(decided)} tried, and none closes it without opening something else"] if decided else []
    if target.undecided:
        said.append(f"of {_edits(target.undecided).partition(' ')[0]} it was left undecided what they do")
    if target.stopped:
        more = f"{_edits(target.untried)} not tried" if target.untried else "not all that can be combined was tried"
        said.append(f"{more}: the time allowed was over (--timeout)")
    return f"Nothing is offered: {'; '.join(said)}."


def _edits(number: int) -> str:
    return f"{number} edit was" if number == 1 else f"{number} edits were"


def _offer(offer: Offer, style: Style) -> Iterator[str]:
    yield from wrap(f"Offer {offer.number}: {' '.join(offer.what)}", style.width, "", "  ")
    for line in offer.lines:
        indent = " " * (len(line.text) - len(line.text.lstrip()))
        yield from wrap(line.text.strip(), style.width, f"  {_SIGNS[line.draft]} {indent}", f"    {indent}  ")
    for name, said in facts(offer):
        yield from wrap(said, style.width, f"  {name}: ", "    ")


def facts(offer: Offer) -> Iterator[tuple[str, str]]:
    """What an offer closes, opens and adds, each under its name."""
    yield "Closes", " ".join(offer.closes)
    yield "Opens", " ".join(offer.opens) or "nothing."
    for interest, before, after in offer.rungs:
        yield "Raises", f"{interest}: from “{_rung(before)}” to “{_rung(after)}”."
    yield "New duties", f"{'; '.join(offer.duties)}." if offer.duties else "none."
    if offer.rights:
        yield "New rights", f"{'; '.join(offer.rights)}."
    proved = " What rises was proved." if offer.proved and offer.rungs else ""
    left = f" Left undecided, as it was before: {'; '.join(offer.undecided)}." if offer.undecided else ""
    yield "Checked", f"{CHECKED}{proved}{left}"


def _rung(rung: tuple[int, int]) -> str:
    return rung_words(rung, INTEREST_RUNGS)


def _md(made: Mended) -> Iterator[str]:
    yield f"# {escaped(_title(made))}"
    for target in made.targets:
        yield f"## {escaped(_named(target))}"
        yield "" if target.offers else escaped(_none(target))
        for offer in target.offers:
            yield f"### Offer {offer.number}: {escaped(' '.join(offer.what))}"
            yield fenced(_signed(offer.lines), "diff")
            yield "\n".join(f"* **{name}:** {escaped(said)}" for name, said in facts(offer))
    yield from (escaped(line) for line in _left(made))
    yield escaped(_WHOSE)


def _signed(lines: Sequence[ChangedLine]) -> list[str]:
    return [f"{_SIGNS[line.draft]} {line.text}" for line in lines]


def _html(made: Mended) -> Markup:
    parts = [element("header", element("h1", _title(made), dir="auto"))]
    for target in made.targets:
        shown = [element("h2", _named(target)), *(_offer_html(offer) for offer in target.offers)]
        parts.append(element("section", *shown, *([] if target.offers else [element("p", _none(target))])))
    return element("section", *parts, *(element("p", line) for line in (*_left(made), _WHOSE)))


def _offer_html(offer: Offer) -> Markup:
    rows = [element("dt", name) + element("dd", said) for name, said in facts(offer)]
    change = element("pre", "\n".join(_signed(offer.lines)), class_="change")
    return element(
        "article",
        element("h3", f"Offer {offer.number}: {' '.join(offer.what)}"),
        change,
        element("dl", *(Markup(row) for row in rows)),
        class_="finding",
    )
