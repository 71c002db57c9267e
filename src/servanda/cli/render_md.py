"""A report as Markdown that reads well as it stands, and better when it is set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from servanda.cli.layout import safe, wrap
from servanda.cli.report.alike import Alike, standing_alike
from servanda.cli.report.passages import Passage, Remark, passages
from servanda.cli.report.sheet import Sheet
from servanda.cli.report.timeline import before
from servanda.cli.report.wording import (
    CONDUCTS,
    DOES_NOT_TELL,
    DUTY_RUNGS,
    INTEREST_RUNGS,
    NOT_TOLD,
    REGARDLESS,
    about,
    assumed,
    changed,
    checked,
    counted,
    duty_days,
    hint_words,
    right_of,
    rung,
    verdict,
)
from servanda.findings import Finding, InterestLine, StoryStep

WIDTH = 100

_SPECIAL = re.compile(r"[\\`*\[\]<>|~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|!(?=\[)|^(?=[#+=-]|\d+[.)])", re.MULTILINE)


def escaped(words: str) -> str:
    """Words of somebody's as Markdown that shows them as they are."""
    return _SPECIAL.sub(r"\\\g<0>", safe(words))


def render(sheets: Sequence[Sheet]) -> str:
    """One document with a part for each file."""
    blocks = [block for sheet in sheets for block in _sheet(sheet)]
    closing = ["## What this does not tell", _plain(DOES_NOT_TELL), "\n".join(_item(each) for each in NOT_TOLD)]
    return "\n\n".join([*blocks, *closing]) + "\n"


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield f"# {escaped(sheet.title)}"
    yield _plain(about(sheet.report))
    yield f"**{counted(sheet.report)}**"
    yield from _findings(sheet)
    yield from _card(sheet)
    yield from _text(sheet)


def _plain(words: str) -> str:
    return "\n".join(wrap(escaped(words), WIDTH))


def _item(words: str, mark: str = "- ") -> str:
    """A list item, wrapped; words are escaped."""
    return "\n".join(wrap(escaped(words), WIDTH, mark, " " * len(mark)))


def _card(sheet: Sheet) -> Iterator[str]:
    if sheet.report.interests:
        yield "## How far each interest is protected"
        yield _plain(CONDUCTS)
        yield from (_interest(line) for line in sheet.report.interests)
    if sheet.report.duties:
        yield "## How far each duty reaches"
        yield "\n\n".join(_duty(each) for each in standing_alike(sheet.report.duties))


def _interest(line: InterestLine) -> str:
    under = f" under {line.reading}" if line.reading else ""
    lines = [f"### {escaped(line.of)}: “{escaped(line.name)}”{escaped(under)}", ""]
    lines += [f"**{rung(line.rung, INTEREST_RUNGS)}**", ""]
    for conduct, answer in line.answers.items():
        said = f"{conduct}: {verdict(conduct, answer)}. Assumes: {assumed(answer)} Checked: {checked(answer)}"
        lines.append(_item(said))
    return "\n".join([*lines, *(["", _plain(REGARDLESS)] if line.regardless else [])])


def _duty(duty: Alike) -> str:
    """A duty on its ladder, with its cheapest breach below it."""
    line = duty.first
    said = "; ".join(part for part in (duty_days(line), line.remark) if part)
    lead = f"clause {line.clause}, {duty.bearers}, “{line.what}”: {rung(line.rung, DUTY_RUNGS)}"
    lines = [_item(f"{lead}. {said[:1].upper()}{said[1:]}." if said else f"{lead}.")]
    for breach in duty.breaches:
        lead = "\n".join(wrap(escaped(f"The cheapest breach {breach.whose}:"), WIDTH, "  ", "  "))
        lines += ["", lead, "", *(f"  {row}" for row in story_items(breach.line.breach))]
    return "\n".join(lines)


def _findings(sheet: Sheet) -> Iterator[str]:
    if sheet.numbered or sheet.accepted:
        yield "## What was found"
    for number, finding in sheet.numbered:
        yield from _finding(finding, number)
    if sheet.accepted:
        yield "### Accepted by the drafters"
        yield "\n".join(_item(_accepted(each)) for each in sheet.accepted)


def _accepted(finding: Finding) -> str:
    because = finding.accepted.because if finding.accepted else ""
    return f"{finding.headline} Accepted, because “{because}”."


def _finding(finding: Finding, number: int) -> Iterator[str]:
    yield f"### {finding.severity.value} {number}: {escaped(finding.headline)}"
    yield f"`{finding.slug}` · `{finding.id}`{_where(finding)}"
    if finding.accepted:
        yield "Accepted before; the clause has changed since."
    if finding.reading:
        yield _plain(f"Only under {finding.reading}.")
    yield from (_plain(words) for words in finding.why)
    if finding.story:
        yield "\n".join([*wrap(escaped(finding.opening), WIDTH), "", *story_items(finding.story)]).lstrip("\n")
    if not finding.is_problem:
        yield f"**Assumes:** {_after(assumed(finding.answer), 12)}"
        yield f"**Checked:** {_after(checked(finding.answer), 12)}"
    if finding.hints:
        title = "What to do:" if finding.is_problem else "Ways out, for the parties to choose from:"
        yield "\n".join([title, "", *(_item(hint_words(finding, hint)) for hint in finding.hints)])


def _after(words: str, taken: int) -> str:
    """Wrapped words that follow something of so many columns on their first line."""
    lead = "x" * taken
    return "\n".join(wrap(escaped(words), WIDTH, lead)).removeprefix(lead)


def _where(finding: Finding) -> str:
    if not finding.place.file:
        return ""
    return f" · line {finding.place.line}" + (f": {escaped(finding.remark)}" if finding.remark else "")


def story_items(steps: tuple[StoryStep, ...]) -> Iterator[str]:
    """A story as a numbered list."""
    for place, step in enumerate(steps):
        when = f"day {step.day}" + (f", {step.date}" if step.date else "")
        right = right_of(step)
        mark = f"{place + 1}. "
        said = f"**{when}** – {escaped(step.event)}{f' *({escaped(right)})*' if right else ''}"
        yield from wrap(said, WIDTH, mark, " " * len(mark))
        for name, value in step.changes.items():
            was = before(place, name, steps)
            if was == value:
                continue
            change = f"{changed(was)} → {changed(value)}" if was is not None else changed(value)
            yield from wrap(escaped(f"{name}: {change}"), WIDTH, f"{' ' * len(mark)}- ", " " * (len(mark) + 2))


def _text(sheet: Sheet) -> Iterator[str]:
    found = passages(sheet)
    if found:
        yield "## The text, with what was found beside it"
    for told in _gathered(found):
        yield fenced([line for passage in told for _, line in (*passage.lines, (0, ""))][:-1])
        yield from _remarks(told[-1].remarks)


def _gathered(found: tuple[Passage, ...]) -> Iterator[tuple[Passage, ...]]:
    """Passages in a row of which only the last bears remarks: they make one block."""
    rest = list(found)
    while rest:
        silent = list(takewhile(lambda passage: not passage.remarks, rest))
        taken = rest[: len(silent) + 1]
        rest = rest[len(taken) :]
        yield tuple(taken)


def fenced(lines: Iterable[str], language: str = "pact") -> str:
    """Lines as they stand, in a fence that none of them can close."""
    shown = [safe(line) for line in lines]
    longest = max((len(run) for line in shown for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([f"{fence}{language}", *shown, fence])


def _remarks(remarks: tuple[Remark, ...]) -> Iterator[str]:
    if remarks:
        yield "\n>\n".join(_remark(each) for each in remarks)


def _remark(remark: Remark) -> str:
    said = remark.words if remark.also else remark.finding.headline
    lead = f"> **{remark.finding.severity.value} {remark.number}** (line {remark.place.line}): "
    return "\n".join(wrap(escaped(said), WIDTH, lead, "> "))
