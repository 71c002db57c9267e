"""A report as text for people. Wording that depends on what was found comes with the finding; the frame is here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from servanda.cli.layout import Style, beside, safe, wrap
from servanda.cli.snippet import snippet
from servanda.findings import (
    Answer,
    AnswerKind,
    DutyLine,
    Finding,
    Hint,
    HintKind,
    InterestLine,
    Report,
    Scope,
    Severity,
    StepStatus,
    StoryStep,
    counts,
)
from servanda.text import Source
from servanda.text.english import annexes_named
from servanda.text.number_words import grouped

if TYPE_CHECKING:
    from servanda.project import ScenarioTold

INTEREST_RUNGS = (
    "excluded by the text",
    "depends on cooperation",
    "secured if all comply",
    "holds despite a breach by any one party",
)
DUTY_RUNGS = ("not verifiable in this text", "verifiable", "enforceable", "self-correcting", "breach excluded")
DOES_NOT_TELL = (
    "This says what the text allows, not what anyone will do. General law may still speak where the text is silent."
)
PLAIN = (
    "Read as plain text: a drafting review of the words alone. No meaning was encoded, nothing was searched or proved;"
    " `servanda new --from FILE` lays the text out for encoding."
)
"""What is said before the review of a text that is no .pact file."""

_REMARK_WIDTH = 26
_STEP_WIDTH = 30


def render(
    report: Report,
    sources: Mapping[str, Source],
    style: Style,
    *,
    notes: bool = False,
    ids: bool = False,
    breaches: bool = False,
) -> str:
    """The whole report. `sources`: the texts whose lines may be quoted, by name. `notes`: tell notes in full, too.

    `ids`: under each finding the line that accepts it. `breaches`: the cheapest breach of each duty.
    """
    line = _acceptance if ids else _nothing
    brief = [each for each in report.findings if not in_full(each)]
    blocks = [
        "\n".join([render_finding(each, sources, style), *line(each)])
        for each in report.findings
        if in_full(each) or notes
    ]
    if not notes and brief:
        blocks.append("\n".join(part for each in brief for part in (*_in_brief(each, style), *line(each))))
    blocks += [block for block in (_interests(report, style), _duties(report, style, breaches=breaches)) if block]
    return "\n\n".join([*_title(report, style), *blocks, "\n".join(_closing(report, style))]) + "\n"


def _acceptance(finding: Finding) -> list[str]:
    """The line of the file that accepts a finding, for the words as they are now."""
    if finding.is_problem or finding.for_text is None or not counts(finding):
        return []
    return [f'To accept it: accept {finding.id} because "…" for text {finding.for_text}']


def _nothing(_finding: Finding) -> list[str]:
    return []


def _title(report: Report, style: Style) -> list[str]:
    name = report.agreement.name
    lines = wrap(safe(name), style.width - 6) if name and not report.problems else []
    told = "\n   ".join(lines)
    titled = [f"== {told} =="] if lines else []
    if report.agreement.read_as == "plain text" and not report.problems:
        titled.append("\n".join(wrap(PLAIN, style.width)))
    return titled


def in_full(finding: Finding) -> bool:
    """Whether a finding is told in full even where notes are not asked for."""
    return finding.severity is not Severity.NOTE or not counts(finding)


def _in_brief(finding: Finding, style: Style) -> list[str]:
    """A note on one line: what and where; `--notes` tells the rest."""
    tag = f"note[{finding.slug}]:"
    first, *rest = wrap(f"{finding.headline} (line {finding.place.line})", style.width, f"{tag} ", "  ")
    return [style.paint(tag, "note") + first.removeprefix(tag), *rest]


def render_finding(finding: Finding, sources: Mapping[str, Source], style: Style) -> str:
    """One finding, from its headline to its hints."""
    if not counts(finding):
        return "\n".join(_accepted(finding, style))
    lines = [*_headline(finding, style), *snippet(finding, sources, style)]
    lines += wrap(f"Only under {finding.reading}.", style.width) if finding.reading else []
    for sentence in finding.why:
        lines += wrap(sentence, style.width)
    lines += story_lines(finding, style)
    if not finding.is_problem:
        lines += certainty(finding.answer, style)
    lines += [line for hint in finding.hints for line in _hint(finding, hint, style)]
    return "\n".join(lines)


def story_lines(finding: Finding, style: Style) -> list[str]:
    """The story of a finding, one dated step a line; empty where none is told."""
    lines = wrap(finding.opening, style.width) if finding.opening else []
    return [*lines, *step_lines(finding.story, style)]


def step_lines(steps: Sequence[StoryStep], style: Style) -> list[str]:
    """Dated steps, one a line."""
    days = max((len(str(step.day)) for step in steps), default=0)
    return [line for step in steps for line in _step(step, days, style)]


def render_story(finding: Finding, style: Style) -> str:
    """A finding as a story alone: its headline, then each step with everything that changes in it."""
    lines = wrap(f"{finding.headline} ({finding.slug}, {finding.id})", style.width)
    days = max(len(str(step.day)) for step in finding.story)
    for step in finding.story:
        lines += _step(step, days, style)
        lines += [f"{' ' * (days + 8)}{safe(name)} -> {safe(changed(value))}" for name, value in step.changes.items()]
    return "\n".join([*lines, *certainty(finding.answer, style)])


def changed(value: int | str | bool) -> str:
    """What something is after a step: numbers with thousands apart."""
    return grouped(value) if isinstance(value, int) and not isinstance(value, bool) else str(value)


def render_scenario(scenario: ScenarioTold, style: Style) -> str:
    """A scenario as it went, and what became of each duty it speaks of."""
    lines = wrap(f"Scenario “{scenario.name}”:", style.width)
    days = max(len(str(step.day)) for step in scenario.story)
    for step in scenario.story:
        lines += _step(step, days, style)
    for verdict in scenario.verdicts:
        lines += wrap(verdict, style.width)
    return "\n".join(lines)


def _headline(finding: Finding, style: Style) -> list[str]:
    tag = f"{finding.severity.value}[{finding.slug}]:"
    first, *rest = wrap(finding.headline, style.width, f"{tag} ", "  ")
    stale = finding.accepted is not None
    note = ["(accepted before; the clause has changed since)"] if stale else []
    return [style.paint(tag, finding.severity.value) + first.removeprefix(tag), *rest, *note]


def _accepted(finding: Finding, style: Style) -> list[str]:
    because = finding.accepted.because if finding.accepted else ""
    return wrap(f'{finding.headline} Accepted, because "{because}".', style.width, f"accepted[{finding.slug}]: ", "  ")


def _step(step: StoryStep, days: int, style: Style) -> Iterator[str]:
    when = f"day {step.day:>{days}}  " + (f"{step.date}  " if step.date else "")
    indent = " " * len(when)
    remark = _remark(step)
    left = style.width - _REMARK_WIDTH - 2
    if left - len(when) < _STEP_WIDTH:
        yield from wrap(step.event, style.width, when, indent)
        yield from wrap(f"({remark})", style.width, indent, indent) if remark else ()
        return
    yield from beside(wrap(step.event, left, when, indent), wrap(remark, _REMARK_WIDTH), left + 2)


def _remark(step: StoryStep) -> str:
    if step.remark is not None:
        return step.remark
    if step.status is StepStatus.NATURE:
        return ""
    if step.clause is None:
        return "no clause speaks of it"
    by_right = {StepStatus.DUTY: "owed under", StepStatus.BREACH: "breaches", StepStatus.POWER: "a power under"}
    said = annexes_named(f"{by_right.get(step.status, 'allowed by')} clause {step.clause}")
    taking_part = step.actor.split("; ")
    return f"{taking_part[0]} {said}" if step.status is StepStatus.BREACH and len(taking_part) > 1 else said


def certainty(answer: Answer, style: Style) -> Iterator[str]:
    """What an answer assumes, and how sure it is."""
    assumes = "; ".join(answer.assumes) or "nothing beyond the text"
    yield from wrap(f"{assumes}.", style.width, "Assumes: ", "  ")
    yield from wrap(checked(answer), style.width, "Checked: ", "  ")


def checked(answer: Answer) -> str:
    """How sure an answer is and how far it reaches, in a sentence or two."""
    said = _SAID[answer.kind]
    if answer.kind is AnswerKind.FOUND:
        said += ", then replayed step by step on the whole text" if answer.replayed else ", not replayed"
    if answer.kind is AnswerKind.PROVED:
        said += " for all time" if answer.scope is Scope.ALL_TIME else " within the term"
    if answer.kind is AnswerKind.STATIC and answer.detail:
        said = answer.detail.rstrip(".")
    elif answer.detail:
        said += f": {answer.detail.rstrip('.')}"
    return f"{said}.{_searched(answer)}"


_SAID = {
    AnswerKind.FOUND: "found",
    AnswerKind.PROVED: "proved",
    AnswerKind.NONE_UP_TO: "none found; longer stories were not looked for",
    AnswerKind.GAVE_UP: "gave up",
    AnswerKind.VACUOUS: "an empty answer",
    AnswerKind.STATIC: "read in the text; nothing was searched",
}


def _searched(answer: Answer) -> str:
    far = [
        f"{number} {unit}" for number, unit in ((answer.events, "rounds of events"), (answer.days, "days")) if number
    ]
    return f" Searched {', '.join(far)}." if far else ""


def _hint(finding: Finding, hint: Hint, style: Style) -> list[str]:
    return wrap(hint.text + ("" if finding.is_problem else f" ({_hint_kind(hint)})"), style.width, "Hint: ", "  ")


def _hint_kind(hint: Hint) -> str:
    kind = "safe edit" if hint.kind is HintKind.SAFE_EDIT else "drafting choice"
    if hint.closes is None:
        return f"{kind}; not re-checked"
    closes = "closes this" if hint.closes else "closes nothing"
    opens = f"opens {len(hint.opens)} more" if hint.opens else "opens nothing"
    return f"{kind}; re-checked: {closes}, {opens}"


def _interests(report: Report, style: Style) -> str:
    """The card; interests of one name that stand alike are told together."""
    groups: dict[tuple[str, ...], list[InterestLine]] = {}
    for line in report.interests:
        groups.setdefault((line.name, line.reading or "", str(line.regardless), *_said_of(line)), []).append(line)
    cards = [part for lines in groups.values() for part in _card(lines, style)]
    return "\n".join(["How far each interest is protected:", *cards]) if cards else ""


REGARDLESS = "It holds whatever the clauses say: nothing that can be done in the world of this file makes it fail."
"""Said of an interest that no clause is needed for."""


def _card(lines: list[InterestLine], style: Style) -> Iterator[str]:
    """Whose interest, its rung, and under it the answer behind each boundary."""
    first = lines[0]
    rung, asked = _said_of(first)
    names = [line.of for line in lines]
    whose = f"{', '.join(names[:-1])} and {names[-1]}, each" if len(names) > 1 else names[0]
    under = f" under {first.reading}" if first.reading else ""
    yield from wrap(f"{whose}, “{first.name}”{under}: {rung}.", style.width, "  ", "    ")
    yield from wrap(asked, style.width, "    ", "    ")
    if first.regardless:
        yield from wrap(REGARDLESS, style.width, "    ", "    ")


def _said_of(line: InterestLine) -> tuple[str, str]:
    """The rung, and what was asked; where every other's breach has one answer, that is said once."""
    verdicts = {conduct: _verdict(conduct, answer) for conduct, answer in line.answers.items()}
    breaches = [
        conduct for conduct in verdicts if conduct.startswith("non-compliance") and not conduct.endswith(" together")
    ]
    if len(breaches) > 1 and len({verdicts[conduct] for conduct in breaches}) == 1:
        verdicts["non-compliance by any one of the others"] = verdicts[breaches[0]]
        for conduct in breaches:
            del verdicts[conduct]
    asked = "; ".join(f"{conduct}: {verdict}" for conduct, verdict in verdicts.items())
    return rung_words(line.rung, INTEREST_RUNGS), f"{asked}."


def _verdict(conduct: str, answer: Answer) -> str:
    """An answer in a word or two, as it bears on the interest."""
    if answer.kind is AnswerKind.FOUND:
        return "a run that serves it was found" if conduct == "cooperation" else "it can fail (found)"
    if answer.kind is AnswerKind.PROVED:
        return "proved for all time" if answer.scope is Scope.ALL_TIME else "proved within the term"
    if answer.kind is AnswerKind.VACUOUS:
        return "never at stake" if answer.detail is None else answer.detail
    return f"{_SAID[answer.kind]}" + (f" ({answer.detail})" if answer.detail else "")


def _duties(report: Report, style: Style, *, breaches: bool) -> str:
    """The card of the duties: those that stand alike are told together; if asked for, each with its cheapest breach."""
    groups: dict[tuple[object, ...], list[DutyLine]] = {}
    for line in report.duties:
        days = line.established_within_days, line.answered_within_days
        groups.setdefault((line.rung, *days, line.remark), []).append(line)
    ordered = sorted(groups.values(), key=lambda lines: lines[0].rung, reverse=True)
    several = _several(ordered)
    told = [row for lines in ordered for row in _standing_alike(lines, several, style)]
    if breaches:
        told += [row for line in report.duties if line.breach for row in _cheapest(line, style)]
    return "\n".join(["How far each duty reaches:", *told]) if told else ""


def _several(groups: Iterable[list[DutyLine]]) -> frozenset[tuple[str, str]]:
    """Clauses and bearers whose duties do not all stand alike: there the number alone does not say which is meant."""
    told = [whose for lines in groups for whose in {(line.clause, line.bearer) for line in lines}]
    return frozenset(whose for whose, often in Counter(told).items() if often > 1)


def _standing_alike(lines: list[DutyLine], several: frozenset[tuple[str, str]], style: Style) -> Iterator[str]:
    head = f"{_capital(rung_words(lines[0].rung, DUTY_RUNGS))}: {_borne(lines, several)}."
    yield from wrap(head, style.width, "  ", "    ")
    first = lines[0]
    said = [part for part in (within_words(first), first.remark) if part]
    if said:
        yield from wrap(f"{'; '.join(said)}.", style.width, "    ", "    ")


def _borne(lines: list[DutyLine], several: frozenset[tuple[str, str]]) -> str:
    """``clause 1 (Arland, Borland), clause 2 “consult Borland” (Arland)``."""
    bearers: dict[str, dict[str, None]] = {}
    for line in lines:
        what = f" “{line.what}”" if (line.clause, line.bearer) in several else ""
        bearers.setdefault(f"clause {line.clause}{what}", {})[line.bearer] = None
    return ", ".join(f"{what} ({', '.join(whose)})" for what, whose in bearers.items())


def within_words(line: DutyLine) -> str:
    """How soon a breach is established and answered; empty where it is not."""
    days = {"established": line.established_within_days, "answered": line.answered_within_days}
    said = [f"{name} {_in_days(number)}" for name, number in days.items() if number is not None]
    return f"a breach is {' and '.join(said)}" if said else ""


def _in_days(number: int) -> str:
    return {0: "the same day", 1: "within one day"}.get(number, f"within {number} days")


def _cheapest(line: DutyLine, style: Style) -> Iterator[str]:
    yield from wrap(f"The cheapest breach of clause {line.clause} by {line.bearer} (“{line.what}”):", style.width, "  ")
    inner = Style(style.width - 4, style.colour)
    yield from (f"    {row}" for row in step_lines(line.breach, inner))
    yield from (f"    {row}" for row in certainty(line.answers["breach"], inner))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def rung_words(rung: tuple[int, int], names: tuple[str, ...]) -> str:
    """Where something stands on a ladder."""
    low, high = rung
    if low == high:
        return f"{names[low]} (rung {low})"
    if (low, high) == (0, len(names) - 1):
        return "not settled"
    return f"at least: {names[low]}, at most: {names[high]} (rung {low} to {high}, undecided)"


def _closing(report: Report, style: Style) -> Iterator[str]:
    found = report.summary.findings
    numbers = [_plural(found.error, "error"), _plural(found.warning, "warning"), _plural(found.note, "note")]
    if report.summary.undecided:
        numbers.append(f"{_plural(report.summary.undecided, 'question')} left undecided")
    yield from wrap(f"{', '.join(numbers)}.", style.width, f"{safe(report.agreement.file)}: ", "  ")
    if not report.problems:
        yield from (style.paint(line, "dim") for line in wrap(DOES_NOT_TELL, style.width))


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
