"""The strength card: each interest and each duty on its ladder, with the answers that place it there."""

from __future__ import annotations

from servanda.cli.report.alike import Alike, Breach, standing_alike
from servanda.cli.report.markup import Markup, element
from servanda.cli.report.sheet import Sheet
from servanda.cli.report.wording import (
    CONDUCTS,
    DUTY_RUNGS,
    INTEREST_RUNGS,
    REGARDLESS,
    assumed,
    checked,
    duty_days,
    right_of,
    rung,
    verdict,
)
from servanda.findings import Answer, DutyLine, InterestLine


def card(sheet: Sheet) -> Markup:
    """Both ladders; empty where nothing stands on either."""
    interests, duties = sheet.report.interests, sheet.report.duties
    shown = []
    if interests:
        shown += [element("p", CONDUCTS, class_="small"), element("div", *_columns(interests), class_="columns")]
    if duties:
        shown += [element("h3", "Duties"), _duties(duties, sheet)]
    heading = "How far each interest is protected" if interests else "How far each duty reaches"
    return element("section", element("h2", heading), *shown, class_="card") if shown else Markup("")


def _columns(interests: tuple[InterestLine, ...]) -> list[Markup]:
    """One column for each whose interests they are, side by side."""
    owners = dict.fromkeys(line.of for line in interests)
    return [
        element("div", element("h3", who), *(_interest(line) for line in interests if line.of == who), class_="column")
        for who in owners
    ]


def _interest(line: InterestLine) -> Markup:
    under = f" under {line.reading}" if line.reading else ""
    answers = [part for conduct, answer in line.answers.items() for part in _answer(conduct, answer)]
    return element(
        "div",
        element("h4", f"“{line.name}”{under}"),
        element("p", f"Stands at: {rung(line.rung, INTEREST_RUNGS)}.", class_="stands"),
        _ladder(line.rung, INTEREST_RUNGS),
        element("dl", *answers),
        *((element("p", REGARDLESS),) if line.regardless else ()),
        class_="interest",
    )


def _ladder(stands: tuple[int, int], names: tuple[str, ...]) -> Markup:
    """The rungs, highest first, with the one where it stands marked by a word and a sign."""
    low, high = stands
    rungs = [
        element(
            "li",
            element("span", str(place), class_="number"),
            element("span", name),
            element("b", "◀ here" if low == high else "◀ possible") if low <= place <= high else Markup(""),
            class_="here" if low <= place <= high else ("below" if place < low else "above"),
        )
        for place, name in reversed(list(enumerate(names)))
    ]
    return element("ul", *rungs, class_="ladder", aria_hidden="true")


def _answer(conduct: str, answer: Answer) -> tuple[Markup, Markup]:
    how = element("span", f"Assumes: {assumed(answer)} Checked: {checked(answer)}", class_="small")
    return element("dt", conduct), element("dd", f"{verdict(conduct, answer)}. ", how)


_COLUMNS = ("Clause", "Who", "What", "Stands at", "A breach")


def _duties(duties: tuple[DutyLine, ...], sheet: Sheet) -> Markup:
    heads = element("tr", *(element("th", name, scope="col") for name in _COLUMNS))
    rows = [element("tr", *_duty(each, sheet)) for each in standing_alike(duties)]
    return element("table", element("thead", heads), element("tbody", *rows))


def _duty(duty: Alike, sheet: Sheet) -> list[Markup]:
    line = duty.first
    anchor = sheet.at_clause(line.clause)
    clause = element("a", line.clause, href=f"#{anchor}") if anchor else line.clause
    said = "; ".join(part for part in (duty_days(line), line.remark) if part) or "–"
    cells = (duty.bearers, line.what or line.mode, rung(line.rung, DUTY_RUNGS))
    cheapest = [_cheapest(each) for each in duty.breaches]
    return [
        element("th", clause, scope="row", data_label=_COLUMNS[0]),
        *(element("td", cell, data_label=name) for name, cell in zip(_COLUMNS[1:4], cells, strict=True)),
        element("td", f"{said[:1].upper()}{said[1:]}", *cheapest, data_label=_COLUMNS[4]),
    ]


def _cheapest(breach: Breach) -> Markup:
    """The cheapest breach, folded away."""
    steps = []
    for step in breach.line.breach:
        right = right_of(step)
        when = f"Day {step.day}" + (f", {step.date}" if step.date else "")
        steps.append(element("li", f"{when}: {step.event}" + (f" ({right})" if right else "")))
    answer = breach.line.answers["breach"]
    sure = f"Assumes: {assumed(answer)} Checked: {checked(answer)}"
    told = element("ol", *steps)
    summary = element("summary", f"The cheapest breach {breach.whose}")
    return element("details", summary, told, element("p", sure, class_="small"))
