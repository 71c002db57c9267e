"""How one account is worded: who speaks, what was said, and which of its statements a screen tells elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from servanda.cli.layout import Style, cells, safe, wrap
from servanda.reading.account import Account, Claim, Form, Position, Statement, ZoneKind
from servanda.reading.span import Spans, covered, words

_SAYING = re.compile(
    r"(?:has |have |had |… |also |later |repeatedly )*(?:said|says?|told|tells?|added|adds?|stated?|states|wrote|writes"
    r"|according to|noted?|notes|declared?|reported|reports|replied|responded|explained|pointed out|points out"
    r"|saying|adding|stating|noting|announced that|remarked|commented|stressed|highlighted|emphasi[sz]ed|recalled"
    r"|concluded|insisted|claimed|warned)"
    r"(?: that)?$",
    re.IGNORECASE,
)
_ASKING = ("demand", "condition", "red line")
_MOSTLY = 0.6
"""From this share of its letters on, what somebody said is told by the positions drawn from it."""
_JOINT = 12
"""Letters between a cue and its content that are shown with them, as in "describe as"."""


@dataclass(frozen=True, slots=True)
class Depth:
    """How many lines one thing may take: what somebody asks for, another position, anything else."""

    asked: int
    positions: int
    others: int


@dataclass(frozen=True, slots=True)
class Page:
    """One account with what is needed to write it; ``depth`` is None where everything is shown."""

    account: Account
    by_id: Mapping[str, Statement]
    style: Style
    depth: Depth | None

    @property
    def text(self) -> str:
        """The text that was read."""
        return self.account.document.text

    @property
    def full(self) -> bool:
        """Whether everything is shown."""
        return self.depth is None

    @property
    def lines(self) -> int | None:
        """How many lines a statement or claim may take."""
        return self.depth.others if self.depth is not None else None

    def lines_for(self, position: Position) -> int | None:
        """How many lines a position may take."""
        if self.depth is None:
            return None
        return self.depth.asked if position.strength in _ASKING else self.depth.positions


def fitted(page: Page, head: str, content: str, lines: int | None, note: str = "") -> list[str]:
    """A head with its text, cut after some lines unless everything is wanted; a note after it is never cut."""
    made = wrap(content + note, page.style.width, first=head, rest=" " * cells(head))
    if lines is None or page.full or len(made) <= lines:
        return made
    room = page.style.width - 2 - cells(note)
    last = wrap(content, page.style.width, first=head, rest=" " * cells(head))[lines - 1].rstrip()
    while cells(last) > room and " " in last.strip():
        last = last.rsplit(" ", 1)[0]
    return [*made[: lines - 1], f"{last} …{note}"]


def named(page: Page, item: Statement) -> str:
    """Who speaks: a name, else the words of the text, else nobody."""
    if item.speaker is None:
        return "(not named)" if not item.source_spans else f"“{words(page.text, item.source_spans)}”"
    return item.speaker


def introduced(page: Page, item: Statement) -> str:
    """Who speaks, in which office and for whom."""
    if item.speaker is None:
        return named(page, item)
    role = f", {item.role}" if item.role and item.role != item.speaker else ""
    return f"{item.speaker}{role}" + ("" if item.speaks_for in (None, item.speaker) else f" ({item.speaks_for})")


def doubtful(item: Statement) -> bool:
    """Whether a statement is hedged, a guess, a silence or at second hand."""
    return bool(item.hedges) or item.modality in ("suspicion", "belief", "no comment")


def told(page: Page, item: Statement) -> str:
    """What was said, with the verb where it is more than "said": a stance without its verb says nothing."""
    content, cue = (words(page.text, spans) for spans in (item.content_spans, item.cue_spans))
    plain = item.parent is None and item.form is not Form.NO_COMMENT and _SAYING.match(cue)
    if item.form is Form.DIRECT or plain or not any(map(str.isalnum, cue)):
        return content
    return _in_order(page.text, (*item.cue_spans, *item.content_spans))


def _in_order(text: str, spans: Spans) -> str:
    """Some words in the order of the text, with the short word between two of them ("describe as its …")."""
    made, before = "", -1
    for start, end in sorted(spans):
        between = text[before:start]
        short = len(between) <= _JOINT and between.replace(" ", "").isalpha()
        joint = "" if before < 0 else f" {between.strip()} " if short else " " if not between.strip() else " … "
        made, before = made + joint + words(text, [(start, end)]), end
    return made


def in_background(account: Account, item: Statement) -> bool:
    """Whether a statement stands in the background block of a report."""
    blocks = [zone.span for zone in account.zones if zone.kind is ZoneKind.BACKGROUND]
    return covered(item.cue_spans[0], blocks)


def first_of(page: Page, position: Position) -> Statement:
    """The statement whose words a position is told in."""
    return page.by_id[position.statements[0]]


def told_elsewhere(page: Page, claims: Sequence[Claim]) -> frozenset[str]:
    """Outermost statements that the positions or some claims tell already."""
    firsts = [first_of(page, each) for each in page.account.positions if not _is_cut_short(page, each)]
    answered = {one for claim in claims for one in (*claim.asserted_by, *claim.denied_by, *claim.not_commented)}
    tops = (item for item in page.account.statements if item.parent is None)
    return frozenset(item.id for item in tops if item.id in answered or _is_told(page, item, firsts))


def _is_cut_short(page: Page, position: Position) -> bool:
    """Whether a stance gives only some of the sentences that were spoken with it."""
    whole = words(page.text, first_of(page, position).content_spans)
    return len(position.stance) < _MOSTLY * len(whole)


def _is_told(page: Page, item: Statement, firsts: Sequence[Statement]) -> bool:
    if any(first.id == item.id for first in firsts):
        return True
    mine = [first for first in firsts if item.id in ancestors(page, first)]
    letters = sum(end - start for start, end in item.content_spans)
    return bool(mine) and sum(_reach(first) for first in mine) >= _MOSTLY * letters


def _reach(item: Statement) -> int:
    spans: Spans = (*item.source_spans, *item.cue_spans, *item.content_spans)
    return sum(end - start for start, end in spans)


def ancestors(page: Page, item: Statement) -> Iterator[str]:
    """The statements one is nested in, the nearest first."""
    parent = page.by_id.get(item.parent or "")
    for _ in range(20):
        if parent is None:
            return
        yield parent.id
        parent = page.by_id.get(parent.parent or "")


def mouth(page: Page, item: Statement) -> Statement:
    """The outermost statement one is nested in that its own party made; else the statement itself."""
    listed = (page.by_id[one] for one in ancestors(page, item))
    own = [outer for outer in listed if outer.speaker and outer.speaks_for == item.speaks_for]
    return own[-1] if own else item


def numbers(page: Page) -> Mapping[str, int]:
    """The number of each position on the page, by its id."""
    return {position.id: number for number, position in enumerate(ordered(page), 1)}


def ordered(page: Page) -> Sequence[Position]:
    """The positions party by party, each party's own by who spoke and when, in the order of the text."""
    listed = page.account.positions
    parties = list(dict.fromkeys(position.party for position in listed))
    heads = list(dict.fromkeys(head_of(page, position) for position in listed))
    return sorted(listed, key=lambda one: (parties.index(one.party), heads.index(head_of(page, one))))


def head_of(page: Page, position: Position) -> str:
    """Who took a position and through whom it is known: what stands over the positions of one mouth."""
    item = mouth(page, first_of(page, position))
    mine = (one for one in page.account.statements if one.speaker is not None and one.speaker == item.speaker)
    role = item.role or next((one.role for one in mine if one.role), None)
    who = named(page, item) + (f", {role}" if role and role != item.speaker else "")
    of = "" if position.party in (item.speaker, None) else f"{position.party} - "
    relayed = position.source_distance
    return safe(f"{of}{who}" + (f", {relayed}" if relayed.startswith("reported by") else ""))
