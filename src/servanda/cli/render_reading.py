"""Accounts of reporting on a screen: what is demanded, who said what else, what is contested, what is background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from servanda.cli.layout import Style, cells, pad, safe, wrap
from servanda.cli.reading_page import (
    Depth,
    Page,
    doubtful,
    first_of,
    fitted,
    head_of,
    in_background,
    introduced,
    named,
    numbers,
    ordered,
    told,
    told_elsewhere,
)
from servanda.reading.account import Account, Claim, Form, Position, Shift, ShiftKind, Statement, ZoneKind
from servanda.reading.span import words

SCREEN = 47
"""Lines an account should not need more than, unless everything is asked for."""
_DEPTHS = (Depth(3, 3, 3), Depth(3, 2, 2), Depth(2, 2, 2), Depth(2, 2, 1), Depth(2, 1, 1), Depth(1, 1, 1))
"""Tried until an account fits its screen: what somebody asks for is cut last."""
_MOST = MappingProxyType({"positions": 18, "statements": 10, "background": 6, "claims": 5})
"""How many of each a screen shows before it says how many more there are."""
_DAY = 12
_NAMES = 28
_SHORT = 48
"""Letters of a stance where two are set side by side."""
_LANGUAGES = MappingProxyType(
    {
        "pt": "Portuguese", "es": "Spanish", "fr": "French", "de": "German", "tr": "Turkish", "pl": "Polish",
        "ro": "Romanian", "ru": "Russian", "uk": "Ukrainian", "ar": "Arabic", "he": "Hebrew", "el": "Greek",
        "zh": "Chinese", "it": "Italian", "nl": "Dutch", "sv": "Swedish", "fa": "Persian",
    }
)  # fmt: skip


def render(account: Account, name: str, style: Style, full: bool = False) -> str:
    """The account as one screen, each thing on as many lines as there is room for; ``full`` shows everything."""
    by_id = {item.id: item for item in account.statements}
    if full:
        return _composed(Page(account, by_id, style, None), name)
    made = ""
    for depth in _DEPTHS:
        made = _composed(Page(account, by_id, style, depth), name)
        if made.count("\n") <= SCREEN:
            break
    return made


def _composed(page: Page, name: str) -> str:
    answered = [claim for claim in page.account.claims if claim.status != "asserted"]
    elsewhere = frozenset[str]() if page.full else told_elsewhere(page, answered)
    rest = [item for item in page.account.statements if _is_listed(page, item, elsewhere)]
    front = [item for item in rest if not in_background(page.account, item)]
    behind = [item for item in rest if in_background(page.account, item)]
    parts = [
        _head(page, name), _demanded(page), _shifted(page) if page.full else [], _said(page, front),
        _contested(page, answered), _background(page, behind), _left_out(page),
    ]  # fmt: skip
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _is_listed(page: Page, item: Statement, elsewhere: frozenset[str]) -> bool:
    if page.full:
        return True
    return item.parent is None and item.id not in elsewhere and item.form is not Form.HEADLINE


def _head(page: Page, name: str) -> list[str]:
    document = page.account.document
    known = f"published {document.published} ({document.published_from})"
    day = known if document.published else "day of publication unknown"
    chain = [f"{document.publisher} (stated)"] if document.publisher else ["publisher not stated"]
    if document.translated_from:
        language = _LANGUAGES.get(document.translated_from, document.translated_from)
        chain.append(f"translation from {language} (inferred)")
    if document.byline:
        chain.append(f"page signed {document.byline}")
    lines = wrap(f"{name}: {day}", page.style.width)
    lines += wrap("through: " + " > ".join(chain), page.style.width, rest="  ")
    return lines if page.full else [*lines, *_headlines(page)]


def _headlines(page: Page) -> list[str]:
    """What a headline lets somebody say, and whether the body says it otherwise."""
    drifts = {shift.after for shift in page.account.shifts if shift.kind is ShiftKind.HEADLINE}
    lines = []
    for item in [item for item in page.account.statements if item.form is Form.HEADLINE][:2]:
        head = "headline drift: " if item.id in drifts else "headline: "
        lines += fitted(page, head, f"{named(page, item)}: {told(page, item)}", 2)
    return lines


def _demanded(page: Page) -> list[str]:
    title = "WHAT IS DEMANDED, REJECTED, LEFT OPEN"
    listed = ordered(page)
    if not listed:
        return [title, "  Nobody takes a position of their own party."]
    shown = listed if page.full else listed[: _MOST["positions"]]
    lines = [f"{title} (in the words of the text; ~ hedged)"]
    for head, group in groupby(shown, key=lambda position: head_of(page, position)):
        lines += _of_one_mouth(page, head, list(group))
    return [*lines, *_more(len(listed) - len(shown), "position")]


def _of_one_mouth(page: Page, head: str, group: Sequence[Position]) -> list[str]:
    """The positions one mouth took; their day beside the name where all are of one day."""
    days = {position.valid_from for position in group}
    day = f", {group[0].valid_from}" if len(days) == 1 and group[0].valid_from else ""
    lines = wrap(head + day, page.style.width, first="  ", rest="    ")
    return [*lines, *(line for position in group for line in _position(page, position, len(days) > 1))]


def _position(page: Page, position: Position, dated: bool) -> list[str]:
    number = numbers(page)
    mark = "~" if doubtful(first_of(page, position)) else " "
    day = pad(position.valid_from or "", _DAY) if dated else ""
    head = f"  {number[position.id]:>3} {day}{pad(position.strength, 10)}{mark} "
    notes = [] if page.full else [_shift_note(shift, number) for shift in _shifts_from(page, position)]
    if position.superseded_by:
        notes.append(f"until {number.get(position.superseded_by, '')}")
    noted = f" [{'; '.join(notes)}]" if notes else ""
    first = first_of(page, position)
    said = position.stance if first.form is Form.DIRECT else told(page, first)
    return fitted(page, head, said, page.lines_for(position), noted)


def _shifts_from(page: Page, position: Position) -> Sequence[Shift]:
    inner = (shift for shift in page.account.shifts if shift.kind is not ShiftKind.HEADLINE)
    return [shift for shift in inner if shift.after == position.id]


def _shift_note(shift: Shift, number: Mapping[str, int]) -> str:
    return f"{shift.kind.value} since {number.get(shift.before, '')}"


def _shifted(page: Page) -> list[str]:
    """Changes of what a party says, in the words of both."""
    by_position = {one.id: one for one in page.account.positions}
    lines = ["SHIFTS"] if page.account.shifts else []
    for shift in page.account.shifts:
        if shift.kind is ShiftKind.HEADLINE:
            head, body = (told(page, page.by_id[each]) for each in (shift.after, shift.before))
            lines += fitted(page, "  ", f"{shift.kind.value}: the headline “{head}”, the body “{body}”.", None)
            continue
        one, other = by_position[shift.before], by_position[shift.after]
        said = f"{one.party}, {shift.kind.value}: {_dated(one)}, then {_dated(other)}."
        lines += fitted(page, "  ", said, None)
    return lines


def _dated(position: Position) -> str:
    day = f"{position.valid_from} " if position.valid_from else ""
    stance = position.stance.strip("“”,. ")
    if len(stance) > _SHORT:
        stance = stance[:_SHORT].rsplit(" ", 1)[0] + " …"
    return f"{day}{position.strength}, “{stance}”"


def _said(page: Page, listed: Sequence[Statement]) -> list[str]:
    if not listed and page.account.statements:
        return []
    if not listed:
        return ["WHO SAID WHAT", "  Nobody is quoted or reported."]
    title = "WHO SAID WHAT" if page.full or not page.account.positions else "WHO SAID WHAT ELSE"
    return _listed(page, f"{title} (~ hedged, uncertain or at second hand)", listed, "statements")


def _background(page: Page, listed: Sequence[Statement]) -> list[str]:
    blocks = [zone for zone in page.account.zones if zone.kind is ZoneKind.BACKGROUND]
    if not blocks:
        return []
    first = page.text[blocks[0].span[0] : blocks[0].span[1]].split("\n", 1)[0]
    title = f"ONLY BACKGROUND, from “{first}” on (else the narrator's)"
    return _listed(page, title, listed, "background")


def _listed(page: Page, title: str, listed: Sequence[Statement], kind: str) -> list[str]:
    lines = wrap(title, page.style.width, rest="  ")
    if page.full:
        return [*lines, *_in_full(page, listed)]
    shown = listed[: _MOST[kind]]
    names = [cells(_briefly(page, item)) for item in shown]
    width = max((length for length in names if length <= _NAMES), default=0) + 2
    dated = any(item.said_on is not None for item in shown)
    before = ""
    for item in shown:
        who = _briefly(page, item)
        lines += _brief(page, item, "" if who == before else who, width, _DAY if dated else 0)
        before = who
    return [*lines, *_more(len(listed) - len(shown), "statement")]


def _briefly(page: Page, item: Statement) -> str:
    party = "" if item.speaks_for in (None, item.speaker) or _has_position(page, item) else f" ({item.speaks_for})"
    return safe(named(page, item) + party)


def _has_position(page: Page, item: Statement) -> bool:
    return any(item.speaks_for == position.party for position in page.account.positions)


def _brief(page: Page, item: Statement, who: str, width: int, days: int) -> list[str]:
    """A statement beside its speaker; a name too long for its column stands on a line of its own."""
    above = wrap(who, page.style.width, first="  ", rest="    ") if cells(who) > width - 2 else []
    day = pad(item.said_on.value if item.said_on else "", days)
    head = f"  {pad('' if above else who, width)}{day}{'~' if doubtful(item) else ' '} "
    numbered = [numbers(page)[one.id] for one in page.account.positions if item.id in one.statements]
    noted = f" [also {', '.join(map(str, numbered))}]" if numbered else ""
    by = f"[{item.by}] " if item.by.startswith("llm:") else ""
    return [*above, *fitted(page, head, by + told(page, item), page.lines, noted)]


def _in_full(page: Page, listed: Sequence[Statement]) -> list[str]:
    lines, before = list[str](), ""
    for item in listed:
        speaker = introduced(page, item)
        if speaker != before and item.parent is None:
            lines += wrap(speaker, page.style.width, first="  ", rest="    ")
            before = speaker
        kind = "[headline] " if item.form is Form.HEADLINE else f"[{item.by}] " if item.by.startswith("llm:") else ""
        nested = f"> {speaker}: " if item.parent else ""
        day = pad(item.said_on.value if item.said_on else "", _DAY)
        lines += fitted(page, f"    {day}{'~' if doubtful(item) else ' '} ", nested + kind + told(page, item), None)
    return lines


def _contested(page: Page, answered: Sequence[Claim]) -> list[str]:
    alone = [claim for claim in page.account.claims if claim.status == "asserted"]
    if not answered and not alone:
        return []
    lines = ["CONTESTED"]
    shown = answered if page.full else answered[: _MOST["claims"]]
    for claim in shown:
        lines += _claim(page, claim)
    lines += _more(len(answered) - len(shown), "contested claim")
    if alone:
        who = list(dict.fromkeys(_names(page, [one for claim in alone for one in claim.asserted_by])))
        count = f"{len(alone)} claim{'' if len(alone) == 1 else 's'}"
        alone_told = f"One-sided, answered by nobody here: {count} of {'; '.join(who)}."
        lines += fitted(page, "  ", alone_told, page.lines)
    return lines


def _claim(page: Page, claim: Claim) -> list[str]:
    """Who asserts what, in which words, and who answers how."""
    asserted = [page.by_id[one] for one in claim.asserted_by if one in page.by_id]
    days = list(dict.fromkeys(item.said_on.value for item in asserted if item.said_on))
    first = f"{'; '.join(_names(page, claim.asserted_by))}{f' ({days[0]})' if days else ''}: {claim.proposition}"
    answers: Mapping[str, Sequence[str]] = {"denied by": claim.denied_by, "no comment from": claim.not_commented}
    parts = [f"{how} {'; '.join(_names(page, ids))}" for how, ids in answers.items() if ids]
    where = " (background)" if asserted and in_background(page.account, asserted[0]) else ""
    state = "; ".join(parts) or claim.status
    return [*fitted(page, "  ", f"{first}{where}", page.lines), *fitted(page, "    - ", f"{state}.", 1)]


def _names(page: Page, ids: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(named(page, page.by_id[one]) for one in ids if one in page.by_id))


def _more(count: int, what: str) -> list[str]:
    return [f"  … and {count} more {what}{'' if count == 1 else 's'}: --full"] if count > 0 else []


def _left_out(page: Page) -> list[str]:
    zones = page.account.zones
    lines = list[str]()
    for proposed in page.account.unverified:
        lines += wrap(
            f"Proposed by a model, not borne out by the text, left out: {proposed}", page.style.width, rest="  "
        )
    silent = (ZoneKind.AUTHOR_NOTE, ZoneKind.BOILERPLATE, ZoneKind.PROVENANCE)
    apart = list(dict.fromkeys(zone.kind.value for zone in zones if zone.kind in silent))
    residue = [words(page.text, [zone.span]) for zone in zones if zone.kind is ZoneKind.RESIDUE]
    parts = [f"Left out: {', '.join(apart)}."] if apart else []
    if residue:
        parts.append(f"Residue of translation: {'  '.join(residue)}")
    if parts:
        lines += fitted(page, "", " ".join(parts), page.lines)
    return [*lines, *wrap("This tells who is reported to have said what; not whether it is so.", page.style.width)]
