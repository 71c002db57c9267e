"""One text that could be several: what is found under each reading, and under each option in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from servanda.checks.partings import Parting, in_words, parting
from servanda.checks.study import Study
from servanda.checks.term_ends import Ends, ends_apart
from servanda.findings import (
    STATIC,
    Circumstance,
    Family,
    Finding,
    Hint,
    InterestLine,
    Slug,
    make_finding,
    with_reading,
)
from servanda.stories.words import capital, listed
from servanda.text import Place
from servanda.text.english import possessive

READINGS_DIFFER = Slug(
    "readings-differ",
    Family.READINGS,
    "Readings of a text, or options not agreed yet, decide who is in breach, or whether an interest is protected.",
)


_HINTS = (
    Hint("agree on one of them, and say so in the text."),
    Hint("or keep both on purpose, and accept this finding with the reason."),
)


@dataclass(frozen=True, slots=True)
class Alternative:
    """What was found when one choice is taken one way; all other choices as they come first."""

    choice: str
    label: str
    place: Place
    findings: tuple[Finding, ...]
    interests: tuple[InterestLine, ...]
    study: Study

    @property
    def clause(self) -> str | None:
        """The clause that the choice stands in; None: it stands elsewhere."""
        anchor = self.choice.partition(":")[0]
        return anchor.removeprefix("clause ") if anchor.startswith("clause ") else None

    @property
    def where(self) -> str:
        """Where the choice stands, in words."""
        if self.clause is not None:
            return f"clause {self.clause}"
        places = {"header": "the head", "interest": "an interest"}
        return places.get(self.choice.partition(":")[0].split(" ")[0], "the file")


def together(alternatives: tuple[Alternative, ...]) -> tuple[Finding, ...]:
    """The findings of all alternatives: once where they are common to all, else with the label they belong to."""
    found: dict[str, Finding] = {}
    for alternative in alternatives:
        others = [other for other in alternatives if other.choice == alternative.choice]
        for finding in alternative.findings:
            if _in_all(finding, alternatives):
                found.setdefault(finding.id, finding)
            elif not _in_all(finding, others):
                alike = [each for each in others if any(_same(finding, other) for other in each.findings)]
                if alike[0] is alternative:
                    marked = with_reading(finding, f"{_labels(alike)} in {alternative.where}")
                    found.setdefault(marked.id, marked)
    return (*found.values(), *_flips(alternatives))


def _labels(alike: list[Alternative]) -> str:
    """``reading 2``, ``readings 2 and 3``, ``RU's option 85 000 or UA's option 250 000``."""
    labels = [each.label for each in alike]
    numbers = [label.removeprefix("reading ") for label in labels]
    if len(labels) > 1 and all(label.startswith("reading ") for label in labels):
        return f"readings {listed(numbers)}"
    return listed(labels, "or")


def _in_all(finding: Finding, alternatives: Iterable[Alternative]) -> bool:
    return all(any(_same(finding, other) for other in each.findings) for each in alternatives)


def _same(one: Finding, other: Finding) -> bool:
    return (one.id, one.headline, one.severity) == (other.id, other.headline, other.severity)


def _flips(alternatives: tuple[Alternative, ...]) -> Iterator[Finding]:
    """A finding for each choice that moves an interest on its ladder; else one where readings part over duties."""
    for choice in dict.fromkeys(each.choice for each in alternatives):
        group = [each for each in alternatives if each.choice == choice]
        where = parting(tuple((each.label, each.study) for each in group)) if ":reading-" in choice else None
        flipped = False
        for line in group[0].interests:
            rungs = {each.label: _rung(each, line) for each in group}
            if len(set(rungs.values())) > 1:
                yield _flip(group[0], line, rungs, where)
                flipped = True
        ends = ends_apart(tuple((each.label, each.study) for each in group))
        if ends is not None:
            yield _ended(group[0], ends, where)
        elif where is not None and not flipped:
            yield _parted(group[0], where)


def _taken(first: Alternative) -> str:
    return "read" if ":reading-" in first.choice else "settled"


def _opening(first: Alternative, where: Parting) -> str:
    """What leads into the story; in whose place it reads the same is said with it."""
    others = listed((first.study.name(who) for who in where.also), "or")
    return f"With the same steps under each reading{f' (it reads the same of {others})' if others else ''}:"


def _rung(alternative: Alternative, line: InterestLine) -> tuple[int, int] | None:
    same = [each.rung for each in alternative.interests if (each.of, each.name) == (line.of, line.name)]
    return next(iter(same), None)


def _flip(
    first: Alternative, line: InterestLine, rungs: dict[str, tuple[int, int] | None], where: Parting | None
) -> Finding:
    said = "; ".join(f"under {label}: {_words(rung)}" for label, rung in rungs.items())
    protected = {rung is not None and rung[0] >= 2 for rung in rungs.values()}
    return make_finding(
        READINGS_DIFFER,
        f"How {first.where} is {_taken(first)} decides how far {possessive(line.of)} interest “{line.name}” is"
        " protected.",
        first.place,
        circumstances=(Circumstance.READINGS_FLIP_INTEREST,) if len(protected) > 1 else (),
        clauses=(first.clause,) if first.clause else (),
        exposed=(line.of,),
        interest=line.name,
        remark="this can be taken in more than one way",
        why=(f"{capital(said)}.", *((_day_words(first, where),) if where else ())),
        answer=where.answer if where else STATIC,
        opening=_opening(first, where) if where else "",
        story=where.story if where else (),
        hints=_HINTS,
        subject=first.choice,
    )


def _parted(first: Alternative, where: Parting) -> Finding:
    on = f"day {where.day}{_date(first, where.day)}"
    return make_finding(
        READINGS_DIFFER,
        f"Who is in breach on {on} hangs on how {first.where} is read."
        if where.who
        else f"What is protected on {on} hangs on how {first.where} is read.",
        first.place,
        clauses=(first.clause,) if first.clause else (),
        exposed=(*where.who, *where.also),
        remark="this can be taken in more than one way",
        why=(_day_words(first, where),),
        answer=where.answer,
        opening=_opening(first, where),
        story=where.story,
        hints=_HINTS,
        subject=first.choice,
    )


def _ended(first: Alternative, ends: Ends, where: Parting | None) -> Finding:
    on = f"day {ends.day}{_date(first, ends.day)}"
    return make_finding(
        READINGS_DIFFER,
        f"Until when the agreement runs hangs on how {first.where} is read: the readings part on {on}.",
        first.place,
        clauses=(first.clause,) if first.clause else (),
        exposed=(*where.who, *where.also) if where else (),
        remark="this can be taken in more than one way",
        why=(ends.said, *((_day_words(first, where),) if where else ())),
        answer=where.answer if where else STATIC,
        opening=_opening(first, where) if where else "",
        story=where.story if where else (),
        hints=_HINTS,
        subject=f"{first.choice}: ends",
    )


def _day_words(first: Alternative, where: Parting) -> str:
    """On which day the readings part, how sure that is, and what each of them makes of it."""
    on = f"day {where.day}{_date(first, where.day)}"
    lead = f"{capital(on)} is the first on which they part" if where.first else f"They part on {on}"
    return f"{lead}: {in_words(where)}."


def _date(first: Alternative, day: int) -> str:
    start = first.study.agreement.header.takes_effect
    return f" ({(start.date() + timedelta(days=day)).isoformat()})" if start else ""


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
                lines.append(replace(line, reading=f"{alternative.label} in {alternative.where}"))
    return tuple(lines)
