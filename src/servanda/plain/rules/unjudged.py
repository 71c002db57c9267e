"""`self-judging` in a plain text: a duty holds "where appropriate", and nobody is said to judge that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.checks.self_judging import SELF_JUDGING
from servanda.findings import Finding
from servanda.plain.draft import Draft, Sentence
from servanda.plain.telling import Hit, capital, clauses, gathered, quoted
from servanda.text.english import BINDING, CONDUCT

_OPEN = re.compile(
    r"\b(?:where(?:ver)?|if|when(?:ever)?|insofar as|to the extent|as (?=deemed|considered|may be|found|it may be))"
    r"(?: and (?:where|when|if|as))?(?: (?:it is|it be|it may be|may be|is|are|deemed|considered|found|so|both))* "
    r"(?:appropriate|suitable|warranted|justified|advisable|desirable|expedient)\b(?! (?:by|under|in|pursuant)\b)"
    r"|(?:^|(?<=shall )|(?<=shall, )|(?<=will )|(?<=will, ))(?:where|if|when|whenever) "
    r"(?:(?:it is|deemed|considered) )*(?:necessary|needed)\b"
    r"|\b(?:if|when|where|as) (?:the )?(?:circumstances|situation|conditions) (?:so )?(?:permits?|requires?|allows?"
    r"|warrants?|demands?)\b|\b(?:circumstances|conditions|security) permitting\b"
    r"|\b(?:in|under|except in|save in) (?:exceptional|special|extraordinary) (?:cases|circumstances)\b"
    r"|\bsubject to (?:operational|security|budgetary|practical|military) (?:requirements?|constraints?"
    r"|considerations?"
    r"|necessity|conditions?|needs|circumstances)\b",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"\bas (?:determined|decided|established|agreed|defined|specified|listed|set out)\b|\b(?:determined|decided) by\b"
    r"|\bor (?:revise|other)\b",
    re.IGNORECASE,
)
_BODY = (
    r"(?:Commission|Committee|Council|Court|Tribunal|Board|Mission|Mechanism|Cent(?:re|er)|Authority|Bureau"
    r"|Secretariat)"
)
_ACTS = re.compile(rf"\b{_BODY}\b[^.;]{{0,60}}?\b(?:shall|will|may|must)\b", re.IGNORECASE)
"""A body acts: it is the one who judges."""
_NAMED = re.compile(rf"\b{_BODY}\b[^()\n]{{0,80}}\(([A-Z]{{2,8}})\)")


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding, a note, for all duties that hold only where something is appropriate, necessary or possible."""
    bodies = frozenset(_NAMED.findall(draft.flat))
    found = [
        (sentence, match)
        for sentence in draft.main
        if _asks(sentence, bodies)
        for match in _OPEN.finditer(sentence.text)
    ]
    if not found:
        return
    hits: list[Hit] = [(s.label, s.span(m), "judged by whom is not said") for s, m in found]
    words = quoted(m[0].lower() for _, m in found)
    yield gathered(
        draft,
        SELF_JUDGING,
        capital(
            f"{clauses(label for label, _, _ in hits)} {_ask(hits)} for something {words}"
            f" and {_do(hits)} not say who judges that."
        ),
        hits,
        why=("Whoever is to act judges first, and the text gives the others no test to hold against that.",),
        hints=(
            "what must have happened, in terms that others can see.",
            "or who decides whether it is so, and by when.",
        ),
        subject="nobody judges",
    )


def _asks(sentence: Sentence, bodies: frozenset[str]) -> bool:
    """Whether somebody who is no body is to do something, and nobody named decides."""
    binds = BINDING.search(sentence.whole) or CONDUCT.search(sentence.whole)
    if binds is None or _JUDGED.search(sentence.text) or _ACTS.search(sentence.whole):
        return False
    return not any(re.search(rf"\b{name}\b", sentence.whole) for name in bodies)


def _ask(hits: list[Hit]) -> str:
    return "asks" if len({label for label, _, _ in hits}) <= 1 else "ask"


def _do(hits: list[Hit]) -> str:
    return "does" if len({label for label, _, _ in hits}) <= 1 else "do"
