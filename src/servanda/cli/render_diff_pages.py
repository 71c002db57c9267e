"""Two drafts side by side, as Markdown and as one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.cli.diff_wording import Told, headline, nothing, tally, title, told
from servanda.cli.render_html import page
from servanda.cli.render_md import escaped, fenced, story_items
from servanda.cli.report.markup import Markup, element
from servanda.cli.report.wording import DOES_NOT_TELL, NOT_TOLD, assumed, checked, right_of
from servanda.drafts.change import Change
from servanda.drafts.difference import Difference
from servanda.findings import StoryStep


def rendered(differences: Sequence[Difference], output: str) -> str:
    """All comparisons as one document."""
    if output == "md":
        blocks = [block for each in differences for block in _blocks(each) if block]
        closing = ["## What this does not tell", *(escaped(each) for each in (DOES_NOT_TELL, *NOT_TOLD))]
        return "\n\n".join([*blocks, *closing]) + "\n"
    name = title(differences[0]) if len(differences) == 1 else f"{len(differences)} comparisons"
    return page(name, [_section(each) for each in differences])


def _blocks(each: Difference) -> Iterator[str]:
    yield f"# {escaped(title(each))}"
    yield f"**{escaped(tally(each))}**" if tally(each) else ""
    if each.changes and each.labels is None:
        yield "## What was changed"
        for change in each.changes:
            yield f"**{escaped(_named(change))}**"
            yield fenced(_lines(change), "diff")
    yield "## What that does"
    yield nothing(each) or "\n\n".join(part for effect in told(each) for part in _effect_md(effect) if part)


def _named(change: Change) -> str:
    return headline(change) if change.what == "clause" else headline(change).replace(change.title, f"“{change.title}”")


def _lines(change: Change) -> list[str]:
    signs = {"before": "-", "after": "+"}
    return [
        *(f"{signs[line.draft]} > {line.text}" for line in change.words),
        *(f"{signs[line.draft]} {line.text}" for line in change.lines),
    ]


def _effect_md(effect: Told) -> Iterator[str]:
    yield f"### {escaped(effect.lead + effect.said)}"
    yield escaped(effect.aside)
    if effect.steps:
        yield "\n".join([escaped(effect.opening), "", *story_items(effect.steps)])
    if effect.answer is not None and effect.steps:
        yield f"**Assumes:** {escaped(assumed(effect.answer))} **Checked:** {escaped(checked(effect.answer))}"


def _section(each: Difference) -> Markup:
    changed = [_change(change) for change in each.changes] if each.labels is None else []
    done = [_effect(effect) for effect in told(each)] or [element("p", nothing(each))]
    head = element("header", element("h1", title(each), dir="auto"), *_counted(each))
    what = element("section", element("h2", "What was changed"), *changed) if changed else Markup("")
    return element("section", head, what, element("section", element("h2", "What that does"), *done))


def _counted(each: Difference) -> list[Markup]:
    return [element("p", tally(each), class_="counted")] if tally(each) else []


def _change(change: Change) -> Markup:
    marks = {"before": ("del", "-"), "after": ("ins", "+")}
    rows = [(line.draft, f"> {line.text}") for line in change.words]
    rows += [(line.draft, line.text) for line in change.lines]
    shown = [element(marks[draft][0], f"{marks[draft][1]} {words}\n") for draft, words in rows]
    return element("div", element("h3", _named(change)), element("pre", *shown, class_="change"))


def _effect(effect: Told) -> Markup:
    parts = [element("h3", effect.lead + effect.said)]
    parts += [element("p", effect.aside)] if effect.aside else []
    if effect.steps:
        parts += [element("p", effect.opening, class_="opening")]
        parts += [element("ol", *(_step(step) for step in effect.steps), class_="steps")]
    if effect.answer is not None and effect.steps:
        sure = f"Assumes: {assumed(effect.answer)} Checked: {checked(effect.answer)}"
        parts += [element("p", sure, class_="small")]
    return element("article", *parts, class_=f"finding {effect.kind.value}")


def _step(step: StoryStep) -> Markup:
    when = f"Day {step.day}" + (f", {step.date}" if step.date else "")
    right = right_of(step)
    return element(
        "li",
        element("span", when, class_="when"),
        element("span", step.event, class_="event", dir="auto"),
        element("span", right, class_="right") if right else Markup(""),
        class_=f"step {step.status.value}",
    )
