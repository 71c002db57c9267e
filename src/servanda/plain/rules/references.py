"""`broken-reference`: a clause of this text is named that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.findings import Circumstance, Family, Finding, Slug
from servanda.plain.draft import Draft, Sentence
from servanda.plain.telling import Hit, capital, gathered

BROKEN_REFERENCE = Slug("broken-reference", Family.GAPS, "The text refers to a clause of its own that is not there.")

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]+)\b"
_REFERENCE = re.compile(
    rf"\b(?P<word>Article|Section|Clause|clause|section|article)s? (?P<numbers>{_NUMBER}(?:(?:, | and | or | to "
    rf"|, and ){_NUMBER})*)"
    r"(?P<rest>[^.;]{0,60})"
)
_OTHERS = re.compile(
    r"^(?:,? (?:sub-?)?(?:paragraph|point|item)s? [\w()., ]{1,25}?)?,? ?(?:\(\w+\) ?)*"
    r"(?:of|to|in) (?!this\b|the present\b|the (?:Agreement|Treaty|Contract|Convention|Memorandum"
    r"|Lease)\b(?! (?:on|of|between|for)))"
    r"(?:the |its |that |Annex|Protocol|Regulation|[A-Z])|^,? ?[A-Z]{2,}|^ ?\((?:\w+ )?(?:EC|EU|UN)"
)

_ELSEWHERE = re.compile(
    r"\b(?:Convention|Charter|Constitution|Code|Law|Act|Regulations?|Statute|Covenant|Directive|Accords?|Treaties"
    r"|Resolution)\b"
)
"""Another instrument in the same paragraph: its articles are not this text's."""


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding for all references to clauses that the text does not have; silent where its numbers have gaps."""
    hits = [hit for sentence in draft.sentences for hit in _hits(draft, sentence)]
    if draft.excerpt or not hits:
        return
    named = list(dict.fromkeys(remark for _, _, remark in hits))
    what = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    yield gathered(
        draft,
        BROKEN_REFERENCE,
        f"{capital(what)} {'is' if len(named) == 1 else 'are'} referred to, and this text has none.",
        [(label, span, f"there is no {name}") for label, span, name in hits],
        why=(
            "What hangs on such a reference has no content; a number that was not changed with the others is the "
            "usual cause.",
        ),
        hints=("the number that is meant.", "or strike the reference."),
        circumstances=(Circumstance.REFERENCE_BROKEN,),
    )


def _hits(draft: Draft, sentence: Sentence) -> Iterator[Hit]:
    for match in _REFERENCE.finditer(sentence.text):
        word = match["word"].lower()
        if _ELSEWHERE.search(sentence.unit.text.replace("this Convention", "").replace("this Statute", "")):
            continue
        there = _numbers(draft.headings.get(word, ())) or _numbered(draft, word)
        if not _is_whole(there) or _OTHERS.match(match["rest"]):
            continue
        for number in re.findall(_NUMBER, match["numbers"]):
            if _value(number.split(".")[0]) not in there:
                yield sentence.label, sentence.span(match), f"{word} {number}"


def _numbered(draft: Draft, word: str) -> frozenset[int]:
    """The numbers of provisions that a text calls clauses or sections without heading them so."""
    if word == "article" or draft.headings:
        return frozenset()
    firsts = (re.match(r"\d{1,3}(?=\D|$)", unit.label) for unit in draft.units)
    return frozenset(int(first[0]) for first in firsts if first)


def _is_whole(numbers: frozenset[int]) -> bool:
    """At least three, and none left out: then a number beyond them leads nowhere."""
    return len(numbers) >= 3 and numbers == frozenset(range(1, max(numbers) + 1))


def _numbers(headings: tuple[str, ...]) -> frozenset[int]:
    return frozenset(_value(re.split(r"[.(]", number)[0]) for number in headings if number)


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    values = [_ROMAN.get(letter, 0) for letter in number.upper()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-here if here < after else here for here, after in pairs)
