"""Many drafts, each under every reading and option, every interest under every conduct: one table.

The work falls into variants - one draft with its choices made in one way - and no variant knows of another, so they can
be answered one after the other or spread over as many processes or machines as there are: `spread` is anything that
applies a function to each item of a list and gives the results in the list's order, as `map` does.  The table is the
same whoever does the work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from servanda import project
from servanda.agreement.agreement import Agreement
from servanda.agreement.from_syntax import from_syntax
from servanda.agreement.paraphrase_choices import alternative_words, named
from servanda.agreement.vocabularies import gather
from servanda.project import Source
from servanda.questions.answer import Answer, Found
from servanda.questions.standing import Standing

COOPERATION, COMPLIANCE = "cooperation", "compliance"


@dataclass(frozen=True, slots=True)
class Variant:
    """A draft with one choice taken another way than as it comes first; `choice` None: all as they come first."""

    source: Source
    choice: str | None = None
    alternative: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: `conduct` is cooperation, compliance, or whose non-compliance was tried; `days` of the story."""

    draft: str
    label: str
    of: str
    interest: str
    conduct: str
    answer: str
    days: int | None


Spread = Callable[[Callable[[Variant], tuple[Line, ...]], Sequence[Variant]], Iterable[tuple[Line, ...]]]


def variants(source: Source) -> tuple[Variant, ...]:
    """A draft as its choices come first, and with each choice in turn taken another way. None if it cannot be read."""
    loaded = project.load(source, library=project.shipped_library())
    if loaded.agreement is None or any(each.is_problem for each in loaded.findings):
        return ()
    others = (
        Variant(source, choice.id, at, alternative_words(named(choice, loaded.agreement), at))
        for choice in loaded.choices
        for at in range(1, len(choice.labels))
    )
    return Variant(source), *others


def answered(variant: Variant) -> tuple[Line, ...]:
    """Every interest of a variant under every conduct.  Hangs on the variant alone."""
    agreement = _agreement(variant)
    if agreement is None:
        return ()
    study = project.examine(agreement)
    return tuple(line for standing in study.standings for line in _lines(variant, standing))


def sweep(drafts: Iterable[Source], spread: Spread = map) -> tuple[Line, ...]:
    """The table of some drafts, in their order."""
    work = [variant for draft in drafts for variant in variants(draft)]
    return tuple(line for lines in spread(answered, work) for line in lines)


@contextmanager
def over_processes(count: int) -> Iterator[Spread]:
    """A way to spread the work over processes of this machine.  They are started anew, so it works without fork."""
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        yield pool.map


def _agreement(variant: Variant) -> Agreement | None:
    library = project.shipped_library()
    loaded = project.load(variant.source, library=library)
    if variant.choice is None:
        return loaded.agreement
    return from_syntax(loaded.tree, gather(loaded.tree, library), {variant.choice: variant.alternative}).agreement


def _lines(variant: Variant, standing: Standing) -> Iterator[Line]:
    asked: list[tuple[str, Answer]] = [(COOPERATION, standing.cooperation)]
    asked += [(COMPLIANCE, item.answer) for item in standing.compliance]
    asked += [(who, item.answer) for who, item in standing.against.items()]
    for conduct, answer in asked:
        days = answer.run.days if isinstance(answer, Found) else None
        yield Line(
            variant.source.name, variant.label, standing.of, standing.interest, conduct, _word(answer), days
        )  # fmt: skip


def _word(answer: Answer) -> str:
    return {"Found": "found", "Proved": "proved", "NoneUpTo": "none_up_to", "GaveUp": "gave_up", "Vacuous": "vacuous"}[
        type(answer).__name__
    ]
