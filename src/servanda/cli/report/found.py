"""What was found, in full: each finding with its story, how sure it is, and the ways out."""

from __future__ import annotations

from servanda.cli.report.markup import Markup, element, link
from servanda.cli.report.sheet import Sheet
from servanda.cli.report.story import story
from servanda.cli.report.wording import assumed, checked, hint_words
from servanda.findings import Finding


def summary(sheet: Sheet) -> Markup:
    """Everything that asks for attention, a line each."""
    lines = [
        element("li", _tag(finding, number), " ", link(sheet.at_finding(number), finding.headline))
        for number, finding in sheet.numbered
    ]
    return (
        element("ul", *lines, class_="summary") if lines else element("p", "Nothing was found in what was looked at.")
    )


def findings(sheet: Sheet) -> Markup:
    """All findings in full, then the accepted ones with their reasons; empty where there are none."""
    shown = [_finding(finding, number, sheet) for number, finding in sheet.numbered]
    if sheet.accepted:
        shown.append(element("h3", "Accepted by the drafters"))
        shown.append(element("ul", *(_accepted(each) for each in sheet.accepted)))
    return element("section", element("h2", "What was found"), *shown, class_="findings") if shown else Markup("")


def _tag(finding: Finding, number: int) -> Markup:
    severity = finding.severity.value
    return element("span", f"{severity} {number}", class_=f"tag {severity}")


def _finding(finding: Finding, number: int, sheet: Sheet) -> Markup:
    stale = "Accepted before; the clause has changed since." if finding.accepted else ""
    only = f"Only under {finding.reading}." if finding.reading else ""
    return element(
        "article",
        element("h3", _tag(finding, number), " ", finding.headline),
        _where(finding, sheet),
        *(element("p", words) for words in (stale, only, *finding.why) if words),
        story(finding, number, sheet),
        element("div", Markup("") if finding.is_problem else _certainty(finding), _hints(finding), class_="after"),
        element("p", f"{finding.slug} · {finding.id}", class_="small name"),
        class_=f"finding {finding.severity.value}",
        id=sheet.at_finding(number),
    )


def _where(finding: Finding, sheet: Sheet) -> Markup:
    place = finding.place
    if not place.file:
        return Markup("")
    at_hand = sheet.source is not None and place.file == sheet.source.name
    where = link(sheet.at_line(place.line), f"Line {place.line}") if at_hand else f"{place}"
    return element("p", where, f": {finding.remark}." if finding.remark else "", class_="where")


def _certainty(finding: Finding) -> Markup:
    answer = finding.answer
    pairs = (("Assumes", assumed(answer)), ("Checked", checked(answer)))
    return element("div", *(element("p", element("b", f"{name}:"), f" {said}") for name, said in pairs), class_="sure")


def _hints(finding: Finding) -> Markup:
    if not finding.hints:
        return Markup("")
    title = "What to do" if finding.is_problem else "Ways out, for the parties to choose from"
    items = [element("li", hint_words(finding, hint)) for hint in finding.hints]
    return element("div", element("h4", title), element("ul", *items), class_="hints")


def _accepted(finding: Finding) -> Markup:
    because = finding.accepted.because if finding.accepted else ""
    return element("li", f"{finding.headline} Accepted, because “{because}”.")
