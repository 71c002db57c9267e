"""`undefined-term`: a term on which clauses turn, and the text does not say what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.agreement.norm import Clause, Do, Keep, Refrain
from servanda.agreement.wording import condition_words, noun_words, verb_words
from servanda.agreement.words import Definition
from servanda.checks.study import Study, depends_on, duties
from servanda.findings import Circumstance, Family, Finding, Hint, Label, Slug, make_finding
from servanda.stories.words import listed

UNDEFINED_TERM = Slug("undefined-term", Family.GAPS, "Clauses turn on a term, and the text does not say what it means.")


def check(study: Study) -> Iterator[Finding]:
    """One finding for each term that the file marks as not defined."""
    for definition in study.agreement.words.definitions:
        if definition.meaning is None:
            yield _finding(study, definition)


def _finding(study: Study, definition: Definition) -> Finding:
    using = [clause for clause in study.agreement.clauses if _uses(study, clause, definition)]
    needed = any(depends_on(study, duty) for clause in using for duty in duties(clause))
    numbers = tuple(clause.number for clause in using)
    turn = "turns" if len(using) == 1 else "turn"
    why = f"{_clauses(numbers)} {turn} on it: each side can hold that it did, or did not do, what is written."
    return make_finding(
        UNDEFINED_TERM,
        f"{study.silent} what “{definition.term}” means.",
        definition.place,
        circumstances=(Circumstance.NEEDED_DUTY_UNDEFINED,) if needed else (),
        excerpt=study.excerpt,
        clauses=numbers,
        remark="no meaning given",
        labels=tuple(Label(clause.place, "uses the term") for clause in using if clause.number != definition.clause),
        why=(why,) if using else ("Each side can give it the meaning that suits it.",),
        hints=(
            Hint("a definition, by a list, a measure or a map."),
            Hint("or somebody who decides what falls under it when the sides differ."),
            Hint("or keep it open on purpose, and accept this finding with the reason."),
        ),
        subject=definition.term,
    )


def _clauses(numbers: tuple[str, ...]) -> str:
    return f"Clause {numbers[0]}" if len(numbers) == 1 else f"Clauses {listed(numbers)}"


def _uses(study: Study, clause: Clause, definition: Definition) -> bool:
    """Whether the term stands in the clause's words, or in what it asks for."""
    if definition.clause is not None:
        return clause.number == definition.clause
    said = " ".join((*clause.words, *_asked(study, clause)))
    words = r"\s+".join(re.escape(word) for word in definition.term.split())
    return re.search(rf"(?<!\w){words}(?!\w)", said, re.IGNORECASE) is not None


def _asked(study: Study, clause: Clause) -> Iterator[str]:
    for duty in duties(clause):
        match duty.content:
            case Do(act) | Refrain(act):
                yield from (verb_words(study.agreement, act), noun_words(study.agreement, act))
            case Keep(condition):
                yield condition_words(study.agreement, condition)
