"""How a text speaks of an act: the patterns of a vocabulary, and how words are held against them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from servanda.agreement.event import ActKind
from servanda.syntax.tree import Word

LONGEST_FILLER = 10
"""Words that may fill one slot."""

PREPOSITIONS = frozenset(
    [
        "about",
        "against",
        "among",
        "at",
        "between",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "onto",
        "over",
        "through",
        "to",
        "toward",
        "towards",
        "under",
        "upon",
        "with",
    ]
)

ARTICLES = frozenset(("a", "an", "the"))

Filled = tuple[tuple[str, tuple[Word, ...]], ...]
"""Slots with the words that fill them."""

Accepts = Callable[[str, str, tuple[Word, ...]], bool]
"""Whether (act, slot) can be filled with these words."""


@dataclass(frozen=True, slots=True)
class Group:
    """A slot with the words that lead to it: ``on VICTIM``.  Without them it must be filled."""

    lead: tuple[str, ...]
    slot: str
    spelled: tuple[str, ...]  # the lead as the vocabulary writes it, names with their capitals

    @property
    def optional(self) -> bool:
        """Whether a text may leave it out."""
        return len(self.lead) == 1 and self.lead[0] in PREPOSITIONS


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern taken apart: its first words, its slots, its last words; in small letters, as they are compared.

    `spelled`: its first and its last words as the vocabulary writes them, names with their capitals.
    """

    act: str
    forms: tuple[str, ...]  # how the first word may be written
    head: tuple[str, ...]
    groups: tuple[Group, ...]
    tail: tuple[str, ...]
    spelled: tuple[tuple[str, ...], tuple[str, ...]]

    @property
    def first(self) -> str:
        """The first word, by which it is looked up."""
        return self.head[0] if self.head else ""

    @property
    def weight(self) -> int:
        """How many words are fixed: of two patterns that fit, the more definite one is meant."""
        return len(self.head) + len(self.tail)


def noun_shape(act: ActKind) -> Shape:
    """The pattern of an act's noun."""
    return _shape(act, act.noun, lambda first: (first,))


def verb_shape(act: ActKind) -> Shape:
    """The pattern of an act's verb; it is also known in its other forms (``attacks``, ``attacking``)."""
    return _shape(act, act.verb, forms_of)


def _shape(act: ActKind, pattern: tuple[str, ...], forms: Callable[[str], tuple[str, ...]]) -> Shape:
    head, groups, tail = _apart(act, pattern)
    small = _small(head)
    return Shape(act.name, forms(small[0]) if small else (), small, groups, _small(tail), (head, tail))


def forms_of(verb: str) -> tuple[str, ...]:
    """A verb with its third person and its "-ing" forms; spelled by rule, so one of them may be no word."""
    stem = verb.removesuffix("e")
    third = f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else f"{verb}s"
    return tuple(dict.fromkeys((verb, third, f"{verb}es", f"{verb}ing", f"{stem}ing", f"{verb}{verb[-1:]}ing")))


def held_against(shape: Shape, words: Sequence[Word], accepts: Accepts) -> Filled | None:
    """How the words fill a pattern; None where they do not."""
    return next(_fillings(shape, tuple(words), accepts), None)


def opening(shape: Shape, words: Sequence[Word]) -> int | None:
    """How many words begin as the pattern does, whatever they go on with; articles make no difference.  None: none."""
    if not words or not shape.head or words[0].text.lower() not in shape.forms:
        return None
    length = _as_long_as(shape.head[1:], words[1:])
    return None if length is None else length + 1


def _as_long_as(wanted: Sequence[str], words: Sequence[Word]) -> int | None:
    """How many of the words say what is wanted, articles left aside; none after the last of them."""
    at = 0
    for each in (text for text in wanted if text not in ARTICLES):
        while at < len(words) and words[at].text.lower() in ARTICLES and not words[at].quoted:
            at += 1
        if at == len(words) or words[at].text.lower() != each:
            return None
        at += 1
    return at


def _fillings(shape: Shape, words: tuple[Word, ...], accepts: Accepts) -> Iterator[Filled]:
    length = opening(shape, words)
    if length is None:
        return
    for end in range(len(words), max(length, len(words) - len(shape.tail) - 1) - 1, -1):
        if _as_long_as(shape.tail, words[end:]) == len(words) - end:
            yield from _rest(shape, words[:end], length, shape.groups, accepts)


def _rest(
    shape: Shape, words: tuple[Word, ...], at: int, groups: tuple[Group, ...], accepts: Accepts
) -> Iterator[Filled]:
    """Every way to fill the groups that are left with the words from `at` on; as deep as there are groups."""
    if at == len(words):
        if all(group.optional for group in groups):
            yield ()
        return
    for group in _next_groups(groups):
        start = at + len(group.lead)
        if tuple(word.text.lower() for word in words[at:start]) != group.lead:
            continue
        left = tuple(each for each in groups if each is not group)
        for stop in range(start + 1, min(len(words), start + LONGEST_FILLER) + 1):
            if accepts(shape.act, group.slot, words[start:stop]):
                for more in _rest(shape, words, stop, left, accepts):
                    yield ((group.slot, words[start:stop]), *more)


def _next_groups(groups: tuple[Group, ...]) -> Iterator[Group]:
    """The groups that may come next: of those with the same lead, the first."""
    seen: set[tuple[str, ...]] = set()
    for group in groups:
        if group.lead not in seen:
            seen.add(group.lead)
            yield group
        if not group.lead:
            return


def _small(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def _apart(act: ActKind, pattern: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Group, ...], tuple[str, ...]]:
    slots = {slot.name for slot in act.slots}
    groups: list[Group] = []
    literal: list[str] = []
    head: tuple[str, ...] | None = None
    for word in pattern:
        if word not in slots:
            literal.append(word)
            continue
        if head is None:
            lead = literal[-1:] if len(literal) > 1 and literal[-1].lower() in PREPOSITIONS else []
            head = tuple(literal[: len(literal) - len(lead)])
            literal = lead
        groups.append(Group(_small(tuple(literal)), word, tuple(literal)))
        literal = []
    return (tuple(literal), (), ()) if head is None else (head, tuple(groups), tuple(literal))
