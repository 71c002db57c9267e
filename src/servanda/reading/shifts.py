"""Shifts: how what one party says of one matter changes - from day to day, by addressee, from body to headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Protocol

from servanda.reading.account import Account, Form, Shift, ShiftKind, Statement
from servanda.reading.likeness import likeness
from servanda.reading.modality import strength_of
from servanda.reading.positions import CLOSED, OPEN, SAME_MATTER, turned
from servanda.reading.span import words

_FIRM = ("openness", "aim", "demand", "condition", "refusal", "rejection", "red line", "threat")
_ADDRESSED = re.compile(r"\b(?:with|to meet|to) (?:the |US |U\.S\. |[a-z-]+ ){0,3}([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")
_QUALIFIED = re.compile(
    r"[“\"‘'][\w -]{2,30}[”\"’']|\b(?:weak|paper|partial|temporary|unilateral|such an?|without)\b", re.I
)
_WIDE = re.compile(r"\b(?:any|every|all|never|always|no|nothing|only)\b", re.I)
_MOST = 40
"""Positions of one party on one matter that are held against each other."""


class Held(Protocol):
    """What is compared: a position of an account, or a row of a ledger."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def party(self) -> str:
        """Whose it is."""

    @property
    def issue(self) -> str:
        """What it is about."""

    @property
    def strength(self) -> str:
        """Demand, rejection and so on."""

    @property
    def stance(self) -> str:
        """Its words."""


def shifts_of(account: Account) -> tuple[Shift, ...]:
    """The shifts within one document."""
    dates = {position.id: position.valid_from or "" for position in account.positions}
    return (*between(account.positions, dates), *_drifts(account))


def between(positions: Sequence[Held], dates: dict[str, str]) -> Iterator[Shift]:
    """The shifts between positions; ``dates`` has the day of each by its id, empty where it is unknown."""
    groups: dict[tuple[str, str], list[Held]] = {}
    for one in positions:
        groups.setdefault((one.party, one.issue), []).append(one)
    for group in groups.values():
        for one, other in combinations(group[:_MOST], 2):
            before, after = sorted((one, other), key=lambda each: dates[each.id] or "9")
            shift = _shift(before, after, dates)
            if shift is not None:
                yield shift


def _shift(before: Held, after: Held, dates: dict[str, str]) -> Shift | None:
    dated = bool(dates[before.id]) and bool(dates[after.id]) and not _same_time(dates[before.id], dates[after.id])
    if turned(before.strength, after.strength):
        return Shift(_turn(before, after, dated), before.id, after.id)
    if not dated or likeness(before.stance, after.stance) < SAME_MATTER:
        return None
    ranks = [_FIRM.index(each.strength) if each.strength in _FIRM else -1 for each in (before, after)]
    if min(ranks) < 0 or (ranks[0] > 1) == (ranks[1] > 1):
        return None
    return Shift(ShiftKind.HARDENING if ranks[1] > ranks[0] else ShiftKind.SOFTENING, before.id, after.id)


def _turn(before: Held, after: Held, dated: bool) -> ShiftKind:
    """What a change between open and closed is: another addressee, another kind of the thing, or a change of mind."""
    closed = after if after.strength in CLOSED else before
    if _QUALIFIED.search(closed.stance):
        return ShiftKind.QUALIFICATION
    one, other = (set(_ADDRESSED.findall(each.stance)) for each in (before, after))
    if one and other and not one & other:
        return ShiftKind.ADDRESSEE
    if not dated:
        return ShiftKind.CONTRADICTION
    return ShiftKind.SOFTENING if after.strength in OPEN else ShiftKind.HARDENING


def _same_time(one: str, other: str) -> bool:
    """Whether two dates, of whatever granularity, do not tell which came first."""
    return one == other or one.startswith(other) or other.startswith(one)


def _drifts(account: Account) -> Iterator[Shift]:
    """Headlines that say what the body says otherwise: another strength, or fewer conditions."""
    text = account.document.text
    body = [item for item in account.statements if item.form is not Form.HEADLINE]
    for head in (item for item in account.statements if item.form is Form.HEADLINE):
        said = words(text, head.content_spans)
        near = [(likeness(said, words(text, item.content_spans)), item) for item in body if _same_side(head, item)]
        alike = sorted((pair for pair in near if pair[0] >= SAME_MATTER / 2), key=lambda pair: -pair[0])
        equal = [item for _, item in alike if strength_of(item.modality) == strength_of(head.modality)]
        if alike and (not equal or _is_wider(said, words(text, equal[0].content_spans))):
            yield Shift(ShiftKind.HEADLINE, (equal or [alike[0][1]])[0].id, head.id)


def _is_wider(headline: str, body: str) -> bool:
    """Whether a headline says of any and all what the body says of something."""
    wide = {word.lower() for word in _WIDE.findall(headline)}
    return bool(wide) and not wide & {word.lower() for word in _WIDE.findall(body)}


def _same_side(one: Statement, other: Statement) -> bool:
    if one.speaks_for is not None and other.speaks_for is not None:
        return one.speaks_for == other.speaks_for
    return one.speaker is not None and one.speaker == other.speaker
