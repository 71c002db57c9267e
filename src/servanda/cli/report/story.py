"""A story in a page: a list that tells everything, and the lanes and charts that a reader can step through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from servanda.cli.report.chart import charts
from servanda.cli.report.markup import Markup, element, joined, link, text
from servanda.cli.report.sheet import Sheet, clauses_in
from servanda.cli.report.timeline import Stretch, before, doers, lanes, positions, ruled
from servanda.cli.report.wording import changed, right_of
from servanda.findings import Finding, StepStatus, StoryStep

TAKES_PART = "with"
_SIGNS: Mapping[str, str] = {
    StepStatus.ALLOWED: "open to them",
    StepStatus.DUTY: "owed",
    StepStatus.POWER: "a power used",
    StepStatus.BREACH: "a breach",
    TAKES_PART: "takes part",
    StepStatus.NATURE: "comes about",
}
"""What the shape of a mark says; in the order in which the key explains it."""

FITTING = 11
"""As many steps fit side by side on the narrowest screen."""

OUTCOME = "What comes of it"


def story(finding: Finding, number: int, sheet: Sheet) -> Markup:
    """The story of a finding; empty where none is told."""
    if not finding.story:
        return Markup("")
    steps = finding.story
    told = element("ol", *(_step(steps, place, sheet) for place in range(len(steps))), class_="steps")
    listed = element("details", element("summary", "All steps as a list"), told, open="open", class_="told")
    return element(
        "div",
        element("p", finding.opening, class_="opening") if finding.opening else Markup(""),
        *_drawn(finding, sheet),
        listed if len(steps) > 1 else told,
        class_="story",
        role="group",
        aria_label=f"Story of finding {number}",
    )


def _drawn(finding: Finding, sheet: Sheet) -> tuple[Markup, ...]:
    """Lanes and charts with their key; of a single step there is nothing to draw."""
    steps = finding.story
    if len(steps) < 2:
        return ()
    at = positions(steps)
    return _framed((_lanes(steps, at, sheet.report.agreement.parties), charts(steps, at)), len(steps)), _key(steps)


def _framed(picture: tuple[Markup, Markup], steps: int) -> Markup:
    """The drawings; where they would not fit a narrow screen they can be moved to and fro, also by keys."""
    if steps <= FITTING:
        return element("div", *picture, class_="picture")
    wide = element("div", *picture, style=f"min-width:{steps * 1.6:g}rem")
    return element("div", wide, class_="picture long", tabindex=0, role="group", aria_label="The whole course")


def _step(steps: tuple[StoryStep, ...], place: int, sheet: Sheet) -> Markup:
    step = steps[place]
    when = f"Day {step.day}"
    dated = (" ", element("time", step.date, datetime=step.date)) if step.date else ()
    right = right_of(step)
    return element(
        "li",
        element("span", when, *dated, class_="when"),
        element("span", step.event, class_="event", dir="auto"),
        element("span", _linked(right, step, sheet), class_="right") if right else Markup(""),
        _changes(steps, place),
        class_=f"step {step.status.value}",
    )


def _linked(right: str, step: StoryStep, sheet: Sheet) -> Markup:
    """The words on the right with the clause they name made a link."""
    named = clauses_in(right)
    anchor = sheet.at_clause(step.clause) if step.clause else None
    if anchor is None:
        return text(right)
    if named is None:
        return joined((right, " (", link(anchor, f"clause {step.clause}"), ")"))
    return joined((right[: named.start()], link(anchor, named[0]), right[named.end() :]))


def _changes(steps: tuple[StoryStep, ...], place: int) -> Markup:
    told = tuple(_changed(steps, place))
    return element("ul", *told, class_="changes") if told else Markup("")


def _changed(steps: tuple[StoryStep, ...], place: int) -> Iterator[Markup]:
    for name, value in steps[place].changes.items():
        was = before(place, name, steps)
        if was == value:
            continue
        arrow = () if was is None else (f"{changed(was)} ", element("span", "→", aria_label="then", role="img"), " ")
        yield element("li", f"{name}: ", *arrow, element("b", changed(value)))


def _lanes(steps: tuple[StoryStep, ...], at: tuple[float, ...], parties: tuple[str, ...]) -> Markup:
    """Who acts when, drawn; the list tells the same in words."""
    rows = [_lane(who, who, steps, at) for who in lanes(steps, parties)]
    rows.append(_lane(OUTCOME, None, steps, at))
    ruler = [_day(each) for each in ruled(steps, at)]
    rows.append(_row("Day", element("div", *ruler, class_="track ruler"), "lane days"))
    return element("div", *rows, class_="lanes", role="img", aria_label="Who acts when; the list below tells it")


def _day(stretch: Stretch) -> Markup:
    """A day on the ruler: a bracket over its steps, or a tick where it has one."""
    wide = stretch.end - stretch.start
    name = element("b", str(stretch.day)) if stretch.named else Markup("")
    return element("span", name, class_=None if wide else "tick", style=f"left:{stretch.start:g}%;width:{wide:g}%")


def _row(name: str, track: Markup, kind: str = "lane") -> Markup:
    return element("div", element("span", name, class_="who"), track, class_=kind)


def _lane(name: str, who: str | None, steps: tuple[StoryStep, ...], at: tuple[float, ...]) -> Markup:
    marks = [
        element(
            "i",
            element("b", str(place + 1)),
            class_=f"mark {_part(step, who)}",
            style=f"left:{at[place]:g}%",
            data_step=place,
        )
        for place, step in enumerate(steps)
        if (who in doers(step) if who is not None else not doers(step))
    ]
    return _row(name, element("div", *marks, class_="track"), "lane" if marks else "lane idle")


def _part(step: StoryStep, who: str | None) -> str:
    """Which mark a step bears in a lane: of a breach only whoever commits it bears that of a breach."""
    alone = who is None or step.status is not StepStatus.BREACH or who == doers(step)[0]
    return step.status.value if alone else TAKES_PART


def _key(steps: tuple[StoryStep, ...]) -> Markup:
    """What the shapes mean, of those that occur."""
    there: set[str] = {step.status for step in steps}
    there |= {_part(step, who) for step in steps for who in doers(step)}
    shown = [element("li", element("i", class_=f"mark {each}"), said) for each, said in _SIGNS.items() if each in there]
    return element("ul", *shown, class_="key", aria_hidden="true")
