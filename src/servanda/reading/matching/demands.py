"""What a position asks of a draft: something or its absence, from whom, how much, by when, on which condition."""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.agreement.quantity import Order
from servanda.reading.date_words import NUMBERS, number
from servanda.reading.ledger import PositionRow
from servanda.reading.likeness import telling
from servanda.reading.matching.asks import before, find, without
from servanda.reading.matching.deadlines import Named, named_day
from servanda.reading.matching.provisions import Draft, Limit, adjectives, same
from servanda.reading.positions import CLOSED

_FIGURES = rf"(\d[\d ,.]*\d|\d|{'|'.join(NUMBERS[1:])}|thirty|forty|fifty|sixty|ninety)"
_DAYS = re.compile(
    rf"\b(?:within|in|after|no later than) (?:the )?(?:next )?{_FIGURES} (day|week|month)s?\b", re.IGNORECASE
)
_BELOW = r"(?:fewer|less) than|below|under"
_MOST = rf"no more than|at most|not (?:more than|exceed)|(?:a )?ceilings? of|limit(?:ed)? (?:of|to)|up to|{_BELOW}"
_LEAST = r"at least|(?:no|not) (?:fewer|less) than|minimum of|more than"
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
    ``asked`` are the words that say what is asked for: of a condition, the condition alone. ``limit`` is the bound
    that is wanted, also where the words refuse its opposite. ``excepting`` are the words that leave room for what is
    not to be done ("without warning"), empty where none do.
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
    day: Named | None = None
    asked: str = ""
    excepting: str = ""


def demand_from(row: PositionRow, draft: Draft) -> Demand:
    """The demand a position makes of a draft."""
    words = row.quote or row.stance
    bare = without("marker", words).strip("“”\"' .,")
    core, wants, conditional = _aim(bare, row.strength)
    asked = core if conditional else words
    told = adjectives(draft, asked)
    named = [*draft.mentioned(asked if conditional else words), *told.values()]
    holder = draft.ident(row.party)
    names = telling(" ".join((*draft.aliases, *told)))
    return Demand(
        row, wants, core.strip(), same(telling(core)) - _STANCE - names, holder, _subject(core, draft, holder),
        tuple(dict.fromkeys(named)), _days(asked),
        _limit(core if conditional else bare, row.strength, draft, conditional), named_day(asked), asked, _room(bare),
    )  # fmt: skip


def _aim(bare: str, strength: str) -> tuple[str, bool, bool]:
    """What a position is about, whether it wants that and whether it is a condition; of "no deal without X", X."""
    against = strength in CLOSED
    condition = find("condition", bare)
    if condition is not None and bare[condition.end() :].strip() and _hangs_on(bare, condition, strength):
        core = bare[condition.end() :]
        core = core.split(",", 1)[0] if not bare[: condition.start()].strip() else core
        lasts = condition.group().lower() in ("as long as", "so long as")
        return core, not lasts, True
    refused = find("refusing", bare)
    if refused is not None:
        return bare[refused.end() :], False, False
    if find("negation", without("truce", bare)) is not None:
        return bare, against, False
    return bare, not against, False


def _hangs_on(bare: str, condition: re.Match[str], strength: str) -> bool:
    """Whether the condition is what is asked for: by who is open to a thing "only if", or refuses it "unless"."""
    if _bans_unless(bare, condition):
        return False
    open_if = strength == "openness" and condition.group().lower() != "without"
    return strength == "condition" or strength in CLOSED or open_if or _refuses_unless(bare, condition)


def _bans_unless(bare: str, condition: re.Match[str]) -> bool:
    """As in "must not attack without warning": an act is not to be done so; the rest is no condition of a deal."""
    return find("banning", bare[: condition.start()]) is not None


def _room(bare: str) -> str:
    condition = find("condition", bare)
    return bare[condition.start() :] if condition is not None and _bans_unless(bare, condition) else ""


def _refuses_unless(bare: str, condition: re.Match[str]) -> bool:
    """As in "will not sign unless …": what is asked for is the condition, whatever the position is called."""
    before_it = bare[: condition.start()]
    refused = (
        find("refusing", before_it) is not None or re.match(r"(?:that )?no\b", before_it, re.IGNORECASE) is not None
    )
    return refused and condition.group().lower() in ("unless", "until", "without")


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


def _limit(words: str, strength: str, draft: Draft, conditional: bool) -> Limit | None:
    """As in "no more than 300 battle tanks": a number of a kind of thing that the draft counts.

    Who refuses "more than 400" wants at most 400: the words about the number are left out when asking what is refused.
    """
    for found in _AMOUNT.finditer(words):
        kind = next((kind.name for kind in draft.agreement.kinds if _is_of(kind.name, found["kind"])), None)
        count = figure(found.group(3))
        if kind is not None and count is not None and (found["most"] or found["least"]):
            around = f"{words[: found.start()]} … {words[found.end() :]}"
            wanted = _aim(around, "demand" if conditional else strength)[1]
            return Limit(kind, _order(found["least"] or "", found["most"] or "", wanted), count)
    return None


def _order(least: str, most: str, wanted: bool) -> Order:
    """Which bound is wanted, where one is named or refused."""
    if least:
        refused = Order.AT_MOST if least.lower() == "more than" else Order.BELOW
        return Order.AT_LEAST if wanted else refused
    if re.fullmatch(_BELOW, most, re.IGNORECASE):
        return Order.BELOW if wanted else Order.AT_LEAST
    return Order.AT_MOST if wanted else Order.ABOVE


def _is_of(kind: str, words: str) -> bool:
    """Whether some words name a kind of thing; the last word of its name suffices ("tanks")."""
    return kind.lower() in words.lower() or kind.lower().split()[-1] in words.lower().split()
