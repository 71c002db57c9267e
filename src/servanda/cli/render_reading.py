"""Accounts of reporting on a screen: who said what, what is demanded, what is contested, what was left out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from servanda.cli.layout import Style, cells, pad, safe, wrap
from servanda.reading.account import Account, Claim, Form, Position, ShiftKind, Statement, ZoneKind
from servanda.reading.span import words

_DAY = 11
_SHORT = 48
"""Letters of a stance where two are set side by side."""
_SAYING = re.compile(
    r"(?:has |have |had |… |also |later |repeatedly )*(?:said|says?|told|tells?|added|adds?|stated?|states|wrote|writes"
    r"|according to|noted?|notes|declared?|reported|reports|replied|responded|explained|pointed out|points out"
    r"|announced that|remarked|commented|stressed|highlighted|emphasi[sz]ed|recalled|concluded|insisted|claimed|warned)"
    r"(?: that)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """One account with what is needed to write it."""

    account: Account
    by_id: Mapping[str, Statement]
    style: Style
    full: bool


def render(account: Account, name: str, style: Style, full: bool = False) -> str:
    """The account as one screen; ``full`` writes every nested statement and never shortens."""
    page = Page(account, {item.id: item for item in account.statements}, style, full)
    parts = [_head(page, name), _said(page), _demanded(page), _shifted(page), _contested(page), _left_out(page)]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _head(page: Page, name: str) -> list[str]:
    document = page.account.document
    day = (
        f"published {document.published} ({document.published_from})"
        if document.published
        else "day of publication unknown"
    )
    chain = [f"{document.publisher} (stated)"] if document.publisher else ["publisher not stated"]
    if document.translated_from:
        chain.append(f"translation from {document.translated_from} (inferred)")
    if document.byline:
        chain.append(f"page signed {document.byline}, who speaks nowhere")
    lines = wrap(f"{name}: {day}", page.style.width)
    return [*lines, *wrap("through: " + " > ".join(chain), page.style.width, rest="  ")]


def _said(page: Page) -> list[str]:
    listed = [item for item in page.account.statements if page.full or item.parent is None]
    if not listed:
        return ["WHO SAID WHAT", "  Nobody is quoted or reported."]
    lines, before = ["WHO SAID WHAT   (~ hedged, uncertain or at second hand)"], ""
    for item in listed:
        speaker = _speaker(page, item)
        if speaker != before and item.parent is None:
            lines += wrap(speaker, page.style.width, first="  ", rest="    ")
            before = speaker
        lines += _line(page, item, speaker)
    return lines


def _speaker(page: Page, item: Statement) -> str:
    if item.speaker is None:
        return "(not named)" if not item.source_spans else f"“{words(page.account.document.text, item.source_spans)}”"
    role = f", {item.role}" if item.role and item.role != item.speaker else ""
    return f"{item.speaker}{role}" + ("" if item.speaks_for in (None, item.speaker) else f" ({item.speaks_for})")


def _line(page: Page, item: Statement, speaker: str) -> list[str]:
    mark = "~ " if item.hedges or item.modality in ("suspicion", "belief", "no comment") else "  "
    content = _told(page, item)
    if item.by.startswith("llm:"):
        content = f"[{item.by}] {content}"
    if item.form is Form.HEADLINE:
        content = f"[headline] {content}"
    day = pad(item.said_on.value if item.said_on else "", _DAY)
    nested = f"> {speaker}: " if item.parent else ""
    return _fitted(page, f"    {day}{mark}", nested + content, 1)


def _told(page: Page, item: Statement) -> str:
    """What was said, with the verb where it is more than "said": a stance without its verb says nothing."""
    content, cue = (words(page.account.document.text, spans) for spans in (item.content_spans, item.cue_spans))
    plain = item.parent is None and item.form is not Form.NO_COMMENT and _SAYING.match(cue)
    if item.form is Form.DIRECT or plain:
        return content
    behind = item.content_spans[0][0] < item.cue_spans[0][0] and item.speaker is None
    return f"{content} {cue}" if behind else f"{cue} {content}"


def _fitted(page: Page, head: str, content: str, lines: int) -> list[str]:
    """A head with its text, cut after some lines unless everything is wanted."""
    made = wrap(content, page.style.width, first=head, rest=" " * cells(head))
    if page.full or len(made) <= lines:
        return made
    last = made[lines - 1].rstrip()
    while cells(last) > page.style.width - 2 and " " in last:
        last = last.rsplit(" ", 1)[0]
    return [*made[: lines - 1], last + " …"]


def _demanded(page: Page) -> list[str]:
    positions = page.account.positions
    if not positions:
        return ["WHAT IS DEMANDED, REJECTED, LEFT OPEN", "  Nobody takes a position of their own party."]
    lines = ["WHAT IS DEMANDED, REJECTED, LEFT OPEN"]
    for party in dict.fromkeys(position.party for position in positions):
        for number, position in enumerate(one for one in positions if one.party == party):
            lines += _position(page, position, party if number == 0 else "")
    return lines


def _position(page: Page, position: Position, party: str) -> list[str]:
    head = "  " + pad(safe(party), 16) + pad(position.strength, 11)
    relayed = f" ({position.source_distance})" if position.source_distance.startswith("reported by") else ""
    later = f" [until {position.superseded_by}]" if position.superseded_by else ""
    return _fitted(page, head, f"{position.stance}{relayed}{later}", 2)


def _shifted(page: Page) -> list[str]:
    """Changes of what a party says, in the words of both."""
    by_position = {one.id: one for one in page.account.positions}
    lines = ["SHIFTS"] if page.account.shifts else []
    for shift in page.account.shifts:
        if shift.kind is ShiftKind.HEADLINE:
            head, body = (_told(page, page.by_id[each]) for each in (shift.after, shift.before))
            lines += _fitted(page, "  ", f"{shift.kind.value}: the headline “{head}”, the body “{body}”.", 2)
            continue
        one, other = by_position[shift.before], by_position[shift.after]
        told = f"{one.party}, {shift.kind.value}: {_dated(one)}, then {_dated(other)}."
        lines += _fitted(page, "  ", told, 2)
    return lines


def _dated(position: Position) -> str:
    day = f"{position.valid_from} " if position.valid_from else ""
    stance = position.stance.strip("“”,. ")
    if len(stance) > _SHORT:
        stance = stance[:_SHORT].rsplit(" ", 1)[0] + " …"
    return f"{day}{position.strength}, “{stance}”"


def _contested(page: Page) -> list[str]:
    contested = [claim for claim in page.account.claims if claim.status != "asserted"]
    alone = [claim for claim in page.account.claims if claim.status == "asserted"]
    lines = ["CONTESTED"] if contested else []
    for claim in contested:
        lines += _fitted(page, "  ", _claim(page, claim), 3)
    if alone:
        who = ", ".join(dict.fromkeys(_names(page, [one for claim in alone for one in claim.asserted_by])))
        lines += wrap(
            f"One-sided, answered by nobody here: {len(alone)} claim{'' if len(alone) == 1 else 's'} of {who}.",
            page.style.width,
            first="  ",
            rest="  ",
        )
    return lines if contested or not alone else ["CONTESTED", *lines]


def _claim(page: Page, claim: Claim) -> str:
    parts = [f"{', '.join(_names(page, claim.asserted_by))}: {claim.proposition}."]
    if claim.denied_by:
        parts.append(f"Denied by {', '.join(_names(page, claim.denied_by))}.")
    if claim.not_commented:
        parts.append(f"No comment from {', '.join(_names(page, claim.not_commented))}.")
    return " ".join(parts)


def _names(page: Page, ids: Sequence[str]) -> list[str]:
    return list(dict.fromkeys((page.by_id[one].speaker or "somebody not named") for one in ids if one in page.by_id))


def _left_out(page: Page) -> list[str]:
    zones, text = page.account.zones, page.account.document.text
    lines = []
    background = [zone for zone in zones if zone.kind is ZoneKind.BACKGROUND]
    if background:
        first = text[background[0].span[0] : background[0].span[1]].split("\n", 1)[0]
        lines += wrap(
            f"Only background: from “{first}” on; what nobody is named for there is the narrator's.", page.style.width
        )
    apart = [
        zone.kind.value
        for zone in zones
        if zone.kind in (ZoneKind.AUTHOR_NOTE, ZoneKind.BOILERPLATE, ZoneKind.PROVENANCE)
    ]
    residue = [text[zone.span[0] : zone.span[1]] for zone in zones if zone.kind is ZoneKind.RESIDUE]
    for told in page.account.unverified:
        lines += wrap(f"Proposed by a model, not borne out by the text, left out: {told}", page.style.width, rest="  ")
    if apart:
        lines += wrap(f"Left out: {', '.join(dict.fromkeys(apart))}.", page.style.width)
    if residue:
        lines += wrap(
            f"Not the speakers' words (residue of translation): {'  '.join(' '.join(one.split()) for one in residue)}",
            page.style.width,
        )
    return [*lines, *wrap("This tells who is reported to have said what; not whether it is so.", page.style.width)]
