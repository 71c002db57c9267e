"""Which of a clause's own words its encoding uses: numbers, dates, parties, words that bind, bare noun phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import product

from servanda.agreement.agreement import Agreement
from servanda.agreement.answered import unanswered
from servanda.agreement.norm import Clause
from servanda.agreement.party import Role
from servanda.agreement.text_values import dates_in, numbers_in
from servanda.text.english import BINDING, CONDUCT, is_noun_phrase
from servanda.text.place import Place


class Kept(Enum):
    """What sort of word an agreement must account for."""

    NUMBER = "number"
    DATE = "date"
    PARTY = "party"
    BINDING = "binding word"
    NOUN_PHRASE = "noun phrase"


@dataclass(frozen=True, slots=True)
class Item:
    """A word or phrase of a clause that has to be accounted for; `[start, end)` are its characters."""

    sort: Kept
    text: str
    start: int
    end: int
    place: Place


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a clause as one text, and the lines that it came from with where each begins in it."""

    text: str
    starts: tuple[tuple[int, Place, int], ...]  # offset in `text`, place of the line, characters before the words

    def place(self, start: int, end: int) -> Place:
        """Where characters `[start, end)` stand; what runs over a line is shown to the end of its first."""
        offset, line, before = next(each for each in reversed(self.starts) if each[0] <= start)
        column = line.column + before + start - offset
        last = min(line.end_column, column + end - start)
        return Place(line.file, line.line, column, line.line, max(last, column + 1))


def uncovered(agreement: Agreement, clause: Clause) -> tuple[Item, ...]:
    """The items of a clause's words that its encoding does not use and that nothing waives."""
    words = _joined(clause)
    if not words.text:
        return ()
    used = _Used.of(agreement, clause)
    aside = [span for each in clause.quoted.aside for span in _spans(words.text, each.words)]
    items = tuple(_items(agreement, words))
    missing = [item for item in items if not used.has(item, words)]
    missing = _without_deadlines(missing, words, used)
    lonely = list(_unmatched_sentences(words, clause, tuple(_told_apart(items, missing, used)), _names(agreement)))
    missing = [
        item for item in missing if not any(item.start >= each.start and item.end <= each.end for each in lonely)
    ]
    missing += lonely
    kept = [i for i in missing if not any(start < i.end and i.start < end for start, end in aside)]
    return tuple(sorted(kept, key=lambda item: item.start))


def waives_nothing(clause: Clause) -> Iterator[tuple[str, Place]]:
    """Words that are set aside and do not stand in the clause."""
    text = _joined(clause).text
    for each in clause.quoted.aside:
        if not _spans(text, each.words):
            yield each.words, each.place


def _joined(clause: Clause) -> _Words:
    text, starts = "", []
    for passage in clause.quoted.lines:
        starts.append((len(text), passage.place, _lead(passage.place, passage.text)))
        text += passage.text + " "
    return _Words(text, tuple(starts))


def _lead(place: Place, text: str) -> int:
    """How many characters of the line stand before its words: the mark and the spaces after it."""
    return max(0, place.end_column - place.column - len(text)) if place.line == place.end_line else 2


def _spans(text: str, words: str) -> list[tuple[int, int]]:
    """Where some words stand in a text, whatever the spaces and quotation marks; ``A ... B`` spans from A to B."""
    parts = [_loose(part) for part in re.split(r"\s*(?:\.\.\.|…)\s*", words) if part]
    if not parts:
        return []
    pattern = re.compile(r".{0,2000}?".join(parts), re.IGNORECASE)
    return [match.span() for match in pattern.finditer(text)]


def _loose(words: str) -> str:
    return r"\s+".join(re.escape(re.sub(r"[“”\"]", '"', word)).replace('"', "[“”\"']") for word in words.split())


def _items(agreement: Agreement, words: _Words) -> Iterator[Item]:
    taken: list[tuple[int, int]] = []
    for start, end, _ in dates_in(words.text):
        taken.append((start, end))
        yield Item(Kept.DATE, words.text[start:end], start, end, words.place(start, end))
    for number in numbers_in(words.text):
        if not any(s <= number.start < e for s, e in taken):
            text = words.text[number.start : number.end]
            yield Item(Kept.NUMBER, text, number.start, number.end, words.place(number.start, number.end))
    for actor in agreement.actors:
        for name in {actor.name.removeprefix("the "), actor.ident}:
            if len(name) > 1:
                match = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", words.text)
                if match:
                    yield Item(Kept.PARTY, match[0], match.start(), match.end(), words.place(*match.span()))
                    break


@dataclass(frozen=True, slots=True)
class _Used:
    """What an encoding mentions: its text, the numbers and day counts in it, the dates, the actors.

    How many parties there are, and members of a body, counts as said ("the four consult").
    """

    text: str
    many: frozenset[float]
    values: frozenset[float]
    days: frozenset[float]
    dates: frozenset[date]
    own_dates: tuple[date, ...]
    actors: frozenset[str]

    @classmethod
    def of(cls, agreement: Agreement, clause: Clause) -> _Used:
        """What a clause's lines and the lines at large mention. Dates also count by how far apart they are."""
        own = "\n".join(clause.quoted.encoded)
        text = f"{own}\n" + "\n".join(agreement.at_large)
        numbers = tuple(numbers_in(text))
        own_dates = frozenset(day for _, _, found in dates_in(own) for day in found)
        starts = {day for _, _, found in dates_in(text) for day in found}
        apart = {float(abs((b - a).days) + off) for a, b, off in product(starts, own_dates, (-1, 0, 1))}
        days = frozenset(count for number in numbers for count in number.days)
        parties = sum(actor.role is Role.PARTY for actor in agreement.actors)
        many = frozenset({float(parties), *(float(len(body.members)) for body in agreement.bodies)})
        values = frozenset({*many, *(number.value for number in numbers)})
        return cls(
            text.lower(),
            many,
            values,
            days | apart,
            frozenset(starts),
            tuple(sorted(own_dates)),
            _actors(agreement, own),
        )

    def has(self, item: Item, words: _Words) -> bool:
        """Whether an item is used."""
        if item.sort is Kept.PARTY:
            return item.text.lower() in self.actors
        if re.search(rf"(?<![\w.,-]){re.escape(item.text.lower())}(?![\w-])", self.text):
            return True
        if item.sort is Kept.DATE:
            found = next(days for start, _, days in dates_in(words.text) if start == item.start)
            return bool(set(found) & self.dates)
        number = next(each for each in numbers_in(words.text) if each.start == item.start)
        return number.value in self.values or bool(set(number.days) & self.days)


def _without_deadlines(missing: list[Item], words: _Words, used: _Used) -> list[Item]:
    """Leave out lengths of time that dates of the clause stand for.

    "Within 30 days after the transfer" may be encoded as a date although the day of the transfer is not in the file:
    each such length takes one date of the clause that lies at least so far behind the first day there is.
    """
    lengths = {number.start: min(number.days) for number in numbers_in(words.text) if number.days}
    free, kept = list(used.own_dates), []
    for item in missing:
        length = lengths.get(item.start) if item.sort is Kept.NUMBER else None
        first = min(used.dates, default=None)
        fits = [day for day in free if length is not None and first is not None and (day - first).days + 1 >= length]
        limits = words.text[: item.start].lower().endswith("within ") or words.text[item.end :].startswith(" after")
        if fits and limits:
            free.remove(fits[0])
        else:
            kept.append(item)
    return kept


_GROUPS = (
    (re.compile(r"\b(?:any state|anybody|not stated|everyone)\b", re.IGNORECASE), frozenset(Role)),
    (
        re.compile(
            r"\b(?:part(?:y|ies)|both sides|the others?|each other|jointly)\b|\b(?:each|any) of\b", re.IGNORECASE
        ),
        frozenset((Role.PARTY,)),
    ),
    (re.compile(r"\bany third state\b", re.IGNORECASE), frozenset((Role.THIRD_STATE,))),
    (re.compile(r"\bany verifier\b", re.IGNORECASE), frozenset((Role.VERIFIER,))),
)
"""Words that speak of everybody of some role."""


def _actors(agreement: Agreement, own: str) -> frozenset[str]:
    """The names of the actors that an encoding speaks of, one by one or as a group."""
    meant = frozenset().union(*(roles for words, roles in _GROUPS if words.search(own)))
    bodies = [body for body in agreement.bodies if re.search(rf"\b{re.escape(body.ident)}\b", own)]
    members = {ident for body in bodies for ident in body.members}
    named = set()
    for actor in agreement.actors:
        bare = actor.name.removeprefix("the ")
        spoken = re.search(rf"(?<![\w-])(?:{re.escape(actor.ident)}|{re.escape(bare)})(?![\w-])", own)
        if actor.role in meant or spoken or actor.ident in members:
            named |= {actor.ident.lower(), bare.lower()}
    return frozenset(named)


def _told_apart(items: tuple[Item, ...], missing: list[Item], used: _Used) -> Iterator[Item]:
    """The numbers and dates that the encoding uses; how many parties there are is no number of one sentence."""
    for item in items:
        counts = item.sort is Kept.NUMBER and {each.value for each in numbers_in(item.text)} <= used.many
        if item.sort in (Kept.NUMBER, Kept.DATE) and item not in missing and not counts:
            yield item


def _names(agreement: Agreement) -> frozenset[str]:
    return _stems(" ".join(actor.name for actor in agreement.actors))


def _unmatched_sentences(
    words: _Words, clause: Clause, used: tuple[Item, ...], names: frozenset[str]
) -> Iterator[Item]:
    """Sentences that bind, or are bare noun phrases, and to which no line of the encoding answers.

    `used`: numbers and dates; one that stands in this sentence alone is an answer to it. `names` tell no sentence from
    another: that each party is spoken of is looked at by itself.
    """
    lines = [stems for line in clause.quoted.encoded if (stems := _stems(line)) and not _FRAME.match(line)]
    asking = [(start, text, found) for start, text in _sentences(words.text) if (found := _asks(text)) is not None]
    said = [
        frozenset(item.text.lower() for item in used if start <= item.start < start + len(text))
        for start, text, _ in asking
    ]
    own = [mine - frozenset().union(*said[:at], *said[at + 1 :]) for at, mine in enumerate(said)]
    needed = [_stems(text) - names for _, text, _ in asking]
    spare = [line for line in lines if not any(line & _stems(text) for _, text, _ in asking)]
    lonely = [at for at in unanswered(needed, lines) if not own[at]]
    for start, _, (sort, begin, end) in (asking[at] for at in lonely[len(spare) :]):
        yield Item(
            sort,
            words.text[start + begin : start + end],
            start + begin,
            start + end,
            words.place(start + begin, start + end),
        )


_FRAME = re.compile(r"\s*(?:if breached|reading \d|in parallel|waived|not yet encoded)\b")
"""Lines that say nothing by themselves."""


def _asks(sentence: str) -> tuple[Kept, int, int] | None:
    match = BINDING.search(sentence) or CONDUCT.search(sentence)
    if match is not None:
        end = match.end() + len(" ".join(sentence[match.end() :].split(" ")[:6]).rstrip(" ,;."))
        return Kept.BINDING, match.start(), end
    if is_noun_phrase(sentence) and len(sentence.split()) > 3:
        end = len(" ".join(sentence.split()[:6]).rstrip(" ,;."))
        return Kept.NOUN_PHRASE, 0, end
    return None


_SENTENCE = re.compile(
    r"\S.*?(?:(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))(?<!\bSept)[.;](?=\s)|[.;](?=\s+\D)|$)", re.DOTALL
)
"""A month cut short goes on to its day: "Sept. 19" ends no sentence."""


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence with where it starts; one that binds twice ("shall open ... and shall publish ...") is two."""
    for match in _SENTENCE.finditer(text):
        start = match.start()
        for joint in _AND_BINDS.finditer(match[0]):
            yield start, text[start : match.start() + joint.start()].strip()
            start = match.start() + joint.end()
        yield start, text[start : match.end()].strip()


_AND_BINDS = re.compile(
    r",? and (?=(?:also |then |further )?(?:(?:the |each |both |neither |no |every )?\w+ )?"
    r"(?:shall|will|must|undertakes?)\b)"
)


_PLAIN = frozenset(
    [
        "shall",
        "will",
        "must",
        "should",
        "undertakes",
        "undertake",
        "agrees",
        "agree",
        "commits",
        "commit",
        "that",
        "this",
        "with",
        "from",
        "have",
        "been",
        "which",
        "their",
        "each",
        "party",
        "parties",
        "state",
        "states",
        "within",
        "days",
        "weeks",
        "months",
        "years",
        "stated",
        "only",
        "when",
        "upon",
        "after",
        "before",
        "other",
        "such",
        "they",
        "both",
        "sides",
        "same",
        "more",
        "than",
        "every",
        "either",
        "neither",
        "into",
        "also",
        "under",
        "where",
        "there",
        "these",
        "those",
        "provided",
        "clause",
        "fulfilled",
    ]
)


def _stems(text: str) -> frozenset[str]:
    """The first letters of the words that carry meaning, so that "releases" and "release" are one."""
    words = re.findall(r"[a-z][a-z-]{3,}", text.lower())
    return frozenset(word[:5] for word in words if word not in _PLAIN)


def names_of(items: Sequence[Item]) -> tuple[str, ...]:
    """The words of some items, each once, in their order."""
    return tuple(dict.fromkeys(" ".join(item.text.split()) for item in items))
