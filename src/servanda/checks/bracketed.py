"""`bracketed`: options that the parties have not agreed on yet."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.choices import Choice, ChoiceKind
from servanda.checks.study import Study
from servanda.findings import Family, Finding, Hint, Label, Slug, make_finding
from servanda.stories.words import capital, listed

BRACKETED = Slug("bracketed", Family.GAPS, "The parties have not agreed yet: options stand in square brackets.")


def check(study: Study) -> Iterator[Finding]:
    """One finding for all of them: what each says is beside its place."""
    open_yet = [choice for choice in study.choices if choice.kind is ChoiceKind.OPTION]
    if open_yet:
        yield _finding(study, open_yet)


def _finding(study: Study, open_yet: list[Choice]) -> Finding:
    clauses = tuple(dict.fromkeys(number for each in open_yet if (number := _clause(each)) is not None))
    places = "one place" if len(open_yet) == 1 else f"{len(open_yet)} places"
    return make_finding(
        BRACKETED,
        f"In {places} the parties have not agreed yet.",
        open_yet[0].place,
        clauses=clauses,
        remark=_options(study, open_yet[0]),
        labels=tuple(Label(each.place, _options(study, each)) for each in open_yet[1:]),
        why=("Each option was tried; what holds, or fails, with one of them only is said of that one.",),
        hints=(Hint("settle each place, or leave it to somebody to decide by a day."),),
    )


def _clause(choice: Choice) -> str | None:
    anchor = choice.id.partition(":")[0]
    return anchor.removeprefix("clause ") if anchor.startswith("clause ") else None


def _options(study: Study, choice: Choice) -> str:
    """``Arland wants 300, Borland 500``."""
    said = [
        f"{_whose(study, by)}: {label or 'nothing'}" if by else f"“{label}”"
        for label, by in zip(choice.labels, choice.by, strict=True)
    ]
    return capital(listed(said, "or"))


def _whose(study: Study, ident: str) -> str:
    known = {actor.ident: actor.name for actor in study.agreement.actors}
    return known.get(ident, ident)
