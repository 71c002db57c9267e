"""`words-not-encoded`: numbers, dates, parties and binding words of the text that its encoding leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.coverage import Item, Kept, names_of, uncovered, waives_nothing
from servanda.agreement.norm import Clause
from servanda.agreement.quoted import Aside
from servanda.checks.study import Study
from servanda.findings import Circumstance, Family, Finding, Hint, HintKind, Label, Slug, make_finding
from servanda.stories.words import listed
from servanda.text import Place

WORDS_NOT_ENCODED = Slug(
    "words-not-encoded",
    Family.GAPS,
    "Numbers, dates, parties or binding words of the text are left out of its encoding.",
)
MOST_SHOWN = 6


def check(study: Study) -> Iterator[Finding]:
    """One finding for all that is marked as not yet encoded; one for each other clause that leaves words out."""
    marked = [(clause, each) for clause in study.agreement.clauses for each in clause.quoted.aside if not each.waived]
    if marked:
        yield _marked(marked)
    still_open = {clause.number for clause, _ in marked}
    for clause in study.agreement.clauses:
        items = uncovered(study.agreement, clause) if clause.number not in still_open else ()
        if items:
            yield _left_out(clause, items)
        for words, place in waives_nothing(clause):
            yield _not_there(clause, words, place)


def _marked(marked: list[tuple[Clause, Aside]]) -> Finding:
    numbers = tuple(dict.fromkeys(clause.number for clause, _ in marked))
    where = f"clause {numbers[0]}" if len(numbers) == 1 else f"{len(numbers)} clauses"
    phrases = "1 phrase" if len(marked) == 1 else f"{len(marked)} phrases"
    (_, first), *others = marked
    return make_finding(
        WORDS_NOT_ENCODED,
        f"{phrases} of {where} {'is' if len(marked) == 1 else 'are'} not yet encoded.",
        first.place,
        circumstances=(Circumstance.WORDS_NOT_ENCODED,),
        clauses=numbers,
        remark="not yet encoded",
        labels=tuple(Label(each.place, "nor this") for _, each in others[: MOST_SHOWN - 1]),
        why=("Whatever is said of this agreement leaves these words out.",),
        hints=(
            Hint("write the line that says the same, and take the mark away.", HintKind.SAFE_EDIT),
            _waive(first.words),
        ),
        subject="marked",
    )


def _not_there(clause: Clause, words: str, place: Place) -> Finding:
    return make_finding(
        WORDS_NOT_ENCODED,
        f"Clause {clause.number} sets aside “{words}”, and these words do not stand in it.",
        place,
        circumstances=(Circumstance.WORDS_NOT_ENCODED,),
        clauses=(clause.number,),
        remark="not among the words of the clause",
        why=("The text was changed since, or the words are quoted otherwise than they stand.",),
        hints=(Hint("quote the words as they stand, or drop the line.", HintKind.SAFE_EDIT),),
        subject=words,
    )


def _left_out(clause: Clause, items: tuple[Item, ...]) -> Finding:
    names = names_of(items)
    shown = [f"“{name}”" for name in names[:MOST_SHOWN]]
    more = [f"{len(names) - MOST_SHOWN} more"] if len(names) > MOST_SHOWN else []
    first, *others = [item for place, item in enumerate(items) if item.place.line not in _lines(items[:place])]
    return make_finding(
        WORDS_NOT_ENCODED,
        f"The encoding of clause {clause.number} leaves out {listed([*shown, *more])}.",
        first.place,
        circumstances=(Circumstance.WORDS_NOT_ENCODED,),
        clauses=(clause.number,),
        remark=_remark(first),
        labels=tuple(Label(each.place, _remark(each)) for each in others[: MOST_SHOWN - 1]),
        why=("What is found of this clause, or proved, is so of its encoding; these words are not in it.",),
        hints=(Hint("encode it.", HintKind.SAFE_EDIT), _waive(first.text)),
    )


def _waive(words: str) -> Hint:
    short = " ".join(words.replace('"', "'").split())
    return Hint(f'or say why it may be left out: waived "{short}" because "…"', HintKind.SAFE_EDIT)


def _remark(item: Item) -> str:
    says = {
        Kept.NUMBER: "this number is not used",
        Kept.DATE: "this date is not used",
        Kept.PARTY: "not named in the encoding",
        Kept.BINDING: "it binds, and no line answers to it",
        Kept.NOUN_PHRASE: "no line answers to it",
    }
    return says[item.sort]


def _lines(items: tuple[Item, ...]) -> frozenset[int]:
    return frozenset(item.place.line for item in items)
