"""What a position asks of a draft: something or its absence, from whom, how much, by when, on which condition."""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.agreement.quantity import Order
from servanda.reading.date_words import NUMBERS, number
from servanda.reading.ledger import PositionRow
from servanda.reading.likeness import telling
from servanda.reading.matching.asks import before, find, without
from servanda.reading.matching.provisions import Draft, Limit, adjectives, same
from servanda.reading.positions import CLOSED

_FIGURES = rf"(\d[\d ,.]*\d|\d|{'|'.join(NUMBERS[1:])}|thirty|forty|fifty|sixty|ninety)"
_DAYS = re.compile(
    rf"\b(?:within|in|after|no later than) (?:the )?(?:next )?{_FIGURES} (day|week|month)s?\b", re.IGNORECASE
)
_MOST = r"no more than|at most|not (?:more than|exceed)|below|under|(?:a )?ceilings? of|limit(?:ed)? (?:of|to)|up to"
_LEAST = r"at least|no (?:fewer|less) than|minimum of|more than"
_AMOUNT = re.compile(
    rf"\b(?P<most>{_MOST})?(?P<least>{_LEAST})? ?{_FIGURES} (?P<kind>[a-z][a-z -]{{2,40}})", re.IGNORECASE
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_PER_UNIT = {"day": 1, "week": 7, "month": 30}
#: Words that tell of a stance or of talks, not of what is asked for.
_STANCE = telling(
    "wants demands insists rejects rejected reject support supports ruled ready open willing need needs must should"
    " want says said agreement agreements draft deal text accept acceptance final new any there also country side"
    " government parties be to"
)


@dataclass(frozen=True, slots=True)
class Demand:
    """One position as it bears on a draft. ``wants`` is False where it is against what ``core`` names.

    ``subject`` is the actor who is to do it, ``actors`` everybody the words name; both are short names of the draft.
    """

    row: PositionRow
    wants: bool
    core: str
    stems: frozenset[str]
    holder: str | None
    subject: str | None
    actors: tuple[str, ...]
    days: int | None = None
    limit: Limit | None = None


def demand_from(row: PositionRow, draft: Draft) -> Demand:
    """The demand a position makes of a draft."""
    words = row.quote or row.stance
    bare = without("marker", words).strip("“”\"' .,")
    core, wants = _aim(bare, row.strength)
    told = adjectives(draft, words)
    named = [*draft.mentioned(words), *told.values()]
    holder = draft.ident(row.party)
    names = telling(" ".join((*draft.aliases, *told)))
    return Demand(
        row, wants, core.strip(), same(telling(core)) - _STANCE - names, holder, _subject(core, draft, holder),
        tuple(dict.fromkeys(named)), _days(words), _limit(words, draft),
    )  # fmt: skip


def _aim(bare: str, strength: str) -> tuple[str, bool]:
    """What a position is about, and whether it wants that; of "no deal without observers", the observers."""
    against = strength in CLOSED
    condition = find("condition", bare)
    if condition is not None and (strength == "condition" or against) and bare[condition.end() :].strip():
        core = bare[condition.end() :]
        core = core.split(",", 1)[0] if not bare[: condition.start()].strip() else core
        lasts = condition.group().lower() in ("as long as", "so long as")
        return core, not lasts
    refused = find("refusing", bare)
    if refused is not None:
        return bare[refused.end() :], False
    if find("negation", bare) is not None:
        return bare, against
    return bare, not against


def _subject(core: str, draft: Draft, holder: str | None) -> str | None:
    """Who is to do what is asked: the actor the words begin with ("Kiev abandon …"), "we" and "its" the holder."""
    lead = before("asked", core)
    lead = " ".join(core.split()[:4]) if lead is None else lead
    named = draft.mentioned(lead) or list(adjectives(draft, lead).values())
    if named:
        return named[0]
    return holder if re.match(r"(?:we|our|it|its|his|her|he|she|they)\b", core.strip("“\"' "), re.IGNORECASE) else None


def figure(text: str) -> float | None:
    """The number some figures or a word stand for."""
    word = text.lower().strip()
    if word in _TENS:
        return float(_TENS[word])
    if (small := number(word)) is not None:
        return float(small)
    digits = re.sub(r"[ ,](?=\d{3})", "", word)
    return float(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None


def _days(words: str) -> int | None:
    found = _DAYS.search(words)
    count = figure(found.group(1)) if found is not None else None
    return int(count * _PER_UNIT[found.group(2).lower()]) if found is not None and count is not None else None


def _limit(words: str, draft: Draft) -> Limit | None:
    """As in "no more than 300 battle tanks": a number of a kind of thing that the draft counts."""
    for found in _AMOUNT.finditer(words):
        kind = next((kind.name for kind in draft.agreement.kinds if _is_of(kind.name, found["kind"])), None)
        count = figure(found.group(3))
        if kind is not None and count is not None and (found["most"] or found["least"]):
            return Limit(kind, Order.AT_LEAST if found["least"] else Order.AT_MOST, count)
    return None


def _is_of(kind: str, words: str) -> bool:
    """Whether some words name a kind of thing; the last word of its name suffices ("tanks")."""
    return kind.lower() in words.lower() or kind.lower().split()[-1] in words.lower().split()
