"""Which clause of one draft became which clause of the other, however they are numbered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from servanda.drafts.passage import Passage

_ALIKE = 0.6
"""From here on two passages are one that was changed; the number or the title in common lowers it."""
_ALIKE_IN_PLACE = 0.3

_NUMBER = r"(?:annex )?[\w.]*\d[\w.()]*"
_REFERENCE = re.compile(rf"\b(clauses?|articles?|paragraphs?|sections?) ({_NUMBER}(?:(?:, | and | or ){_NUMBER})*)")


_Likeness = Callable[[Passage, Passage], float]
"""How alike two passages are; 0: they are not one."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One passage in both drafts; None where it is missing."""

    before: Passage | None
    after: Passage | None


def pairs(before: Iterable[Passage], after: Iterable[Passage]) -> tuple[Pair, ...]:
    """Every passage of either draft once, in the order of the later draft, what was dropped at its old place."""
    left, right = list(before), list(after)
    found: dict[int, int] = {}
    for likeness in (_same, _in_place, _moved):
        _match(left, right, found, likeness)
    return _in_order(left, right, found)


def renumbered(found: Iterable[Pair]) -> dict[str, str]:
    """Clause numbers of the earlier draft, and what they are in the later."""
    return {p.before.number: p.after.number for p in found if p.before and p.after and p.before.kind == "clause"}


def with_numbers(text: str, numbers: Mapping[str, str]) -> str:
    """A text whose references to clauses bear other numbers."""

    def _put(match: re.Match[str]) -> str:
        said = re.sub(_NUMBER, lambda m: numbers.get(m[0], m[0]), match[2])
        return f"{match[1]} {said}"

    return _REFERENCE.sub(_put, text)


def _match(left: list[Passage], right: list[Passage], found: dict[int, int], likeness: _Likeness) -> None:
    """Pair what is free, the most alike first; of equals, what stands nearest."""
    taken = set(found.values())
    scored = [
        (-score, abs(i - j), i, j)
        for i, one in enumerate(left)
        if i not in found
        for j, other in enumerate(right)
        if j not in taken and one.kind == other.kind and (score := likeness(one, other)) > 0
    ]
    for _, _, i, j in sorted(scored):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)


def _same(one: Passage, other: Passage) -> float:
    """What is encoded is the same; under its own number rather than under another."""
    if one.body != other.body or (one.kind == "clause" and not one.body and one.words != other.words):
        return 0.0
    return 1.0 + 0.5 * (one.number == other.number) + 0.25 * (one.title == other.title)


def _in_place(one: Passage, other: Passage) -> float:
    """Changed where it stood: the number and something of the content, or the title, is the same."""
    likeness = _ratio(one, other)
    named = one.title != "" and one.title == other.title
    if one.kind == "clause" and (named or (one.number == other.number and likeness >= _ALIKE_IN_PLACE)):
        return 0.5 + likeness + 0.5 * named
    return likeness if one.kind != "clause" and _subject(one) == _subject(other) else 0.0


def _moved(one: Passage, other: Passage) -> float:
    """Changed and moved: the content is mostly the same."""
    likeness = _ratio(one, other) if one.kind == "clause" else 0.0
    return likeness if likeness >= _ALIKE else 0.0


def _ratio(one: Passage, other: Passage) -> float:
    return SequenceMatcher(None, _content(one), _content(other), autojunk=False).ratio()


def _content(passage: Passage) -> list[str]:
    return f"{passage.words} {passage.body}".split()


def _subject(passage: Passage) -> str:
    """What a line of the head or of the setting is about: what stands before its value."""
    first = passage.lines[0] if passage.lines else ""
    if passage.kind == "interest":
        return first.partition(":")[0]
    if passage.kind == "head":
        return first.split(" ")[0]
    return first.partition(" = ")[0] if " = " in first else " ".join(first.split(" ")[:2])


def _in_order(left: list[Passage], right: list[Passage], found: dict[int, int]) -> tuple[Pair, ...]:
    back = {j: i for i, j in found.items()}
    ordered = [Pair(left[back[j]] if j in back else None, other) for j, other in enumerate(right)]
    for i, one in enumerate(left):
        if i not in found:
            previous = [ordered.index(pair) for pair in ordered if pair.before is not None and pair.before in left[:i]]
            ordered.insert(max(previous, default=-1) + 1, Pair(one, None))
    return tuple(ordered)
