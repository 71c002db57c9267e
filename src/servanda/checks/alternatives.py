"""One text that could be several: what is found under each reading, and under each option in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from servanda.findings import (
    Circumstance,
    Family,
    Finding,
    Hint,
    InterestLine,
    Slug,
    make_finding,
    with_reading,
)
from servanda.text import Place

READINGS_DIFFER = Slug(
    "readings-differ",
    Family.READINGS,
    "Readings of a text, or options in it that are not agreed yet, decide whether an interest is protected.",
)


@dataclass(frozen=True, slots=True)
class Alternative:
    """What was found when one choice is taken one way; all other choices as they come first."""

    choice: str
    label: str
    place: Place
    clause: str
    findings: tuple[Finding, ...]
    interests: tuple[InterestLine, ...]


def together(alternatives: tuple[Alternative, ...]) -> tuple[Finding, ...]:
    """The findings of all alternatives: once where they are common to all, else with the label they belong to."""
    found: dict[str, Finding] = {}
    for alternative in alternatives:
        others = [other for other in alternatives if other.choice == alternative.choice]
        for finding in alternative.findings:
            if _in_all(finding, alternatives):
                found.setdefault(finding.id, finding)
            elif not _in_all(finding, others):
                marked = with_reading(finding, f"{alternative.label} in clause {alternative.clause}")
                found.setdefault(marked.id, marked)
    return (*found.values(), *_flips(alternatives))


def _in_all(finding: Finding, alternatives: Iterable[Alternative]) -> bool:
    return all(any(_same(finding, other) for other in each.findings) for each in alternatives)


def _same(one: Finding, other: Finding) -> bool:
    return (one.id, one.headline, one.severity) == (other.id, other.headline, other.severity)


def _flips(alternatives: tuple[Alternative, ...]) -> Iterator[Finding]:
    """A finding for each choice that moves an interest on its ladder."""
    for choice in dict.fromkeys(each.choice for each in alternatives):
        group = [each for each in alternatives if each.choice == choice]
        for line in group[0].interests:
            rungs = {each.label: _rung(each, line) for each in group}
            if len(set(rungs.values())) > 1:
                yield _flip(group[0], line, rungs)


def _rung(alternative: Alternative, line: InterestLine) -> tuple[int, int] | None:
    same = [each.rung for each in alternative.interests if (each.of, each.name) == (line.of, line.name)]
    return next(iter(same), None)


def _flip(first: Alternative, line: InterestLine, rungs: dict[str, tuple[int, int] | None]) -> Finding:
    said = "; ".join(f"under {label}: {_words(rung)}" for label, rung in rungs.items())
    protected = {rung is not None and rung[0] >= 2 for rung in rungs.values()}
    return make_finding(
        READINGS_DIFFER,
        f"How clause {first.clause} is settled decides how far {line.of}'s interest “{line.name}” is protected.",
        first.place,
        circumstances=(Circumstance.READINGS_FLIP_INTEREST,) if len(protected) > 1 else (),
        clauses=(first.clause,),
        exposed=(line.of,),
        interest=line.name,
        remark="this can be taken in more than one way",
        why=(f"{said[:1].upper()}{said[1:]}.",),
        hints=(
            Hint("agree on one of them, and say so in the text."),
            Hint("or keep both on purpose, and accept this finding with the reason."),
        ),
        subject=first.choice,
    )


def _words(rung: tuple[int, int] | None) -> str:
    names = ("excluded by the text", "depends on cooperation", "secured if all comply", "holds despite a breach")
    if rung is None:
        return "not asked"
    return names[rung[0]] if rung[0] == rung[1] else f"between “{names[rung[0]]}” and “{names[rung[1]]}”"


def labelled(alternatives: tuple[Alternative, ...]) -> tuple[InterestLine, ...]:
    """The card: each interest once, and again for every alternative under which it stands elsewhere."""
    base = alternatives[0].interests
    lines = list(base)
    for alternative in alternatives[1:]:
        for line in alternative.interests:
            first = next(each for each in base if (each.of, each.name) == (line.of, line.name))
            if line.rung != first.rung:
                lines.append(replace(line, reading=f"{alternative.label} in clause {alternative.clause}"))
    return tuple(lines)
