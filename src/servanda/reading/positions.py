"""Positions: what a party demands, rejects or is open to, drawn from its own statements and never from another's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from servanda.reading.account import Account, Position, Statement
from servanda.reading.likeness import likeness
from servanda.reading.modality import kind_of, strength_of
from servanda.reading.span import words

#: Strengths that speak for and against coming to terms on an issue: a change between them is a shift.
#: From this share of telling words on, two stances speak of the same matter, so that the later can replace the earlier.
SAME_MATTER = 0.3
OPEN = frozenset(["openness", "acceptance"])
_RIVALS = 50
"""Positions of one party on one issue that are held against each other within one article."""
_BETWEEN = re.compile(r"(?<=[.!?]) +(?:… +)?|(?<=[.!?][”\"’]) +(?:… +)?|(?<=,[”\"’]) +… +")
"""Where sentences spoken in one go are parted, also by words of the narrator in between."""
CLOSED = frozenset(["rejection", "red line", "refusal"])


def positions_of(account: Account) -> tuple[Position, ...]:
    """The positions a document reports, one for each thing a party asks for or refuses, in the order of the text."""
    by_id = {statement.id: statement for statement in account.statements}
    yielding = [item for item in account.statements if _takes_position(item, by_id, account.document.text)]
    parents_told = {item.parent for item in yielding if item.parent and _outdoes(item, by_id.get(item.parent))}
    yielding = [item for item in yielding if not _is_part(item, by_id.get(item.parent or ""))]
    grouped: dict[tuple[str, str, str], list[list[Statement]]] = {}
    for item in yielding:
        if item.id not in parents_told:
            content = words(account.document.text, item.content_spans)
            key = (item.speaks_for or "", issue_of(content), strength_of(item.modality) or "")
            whole = key[2] in CLOSED or key[2] == "aim"
            same = next(
                (one for one in grouped.get(key, []) if whole or _says_the_same(account, one[0], content)), None
            )
            if same is None:
                grouped.setdefault(key, []).append([item])
            else:
                same.append(item)
    listed = [(key, group) for key, groups in grouped.items() for group in groups]
    made = [_position(n, key, group, account, by_id) for n, (key, group) in enumerate(listed, 1)]
    return tuple(superseded(made))


def _takes_position(item: Statement, by_id: Mapping[str, Statement], text: str) -> bool:
    """Whether a statement takes a position of its speaker's party, with nobody of another party in between."""
    if (
        item.form == "headline"
        or item.speaks_for is None
        or strength_of(item.modality) is None
        or not item.content_spans
        or text[item.cue_spans[0][0] :].lower().startswith("to ")
    ):
        return False
    parent, steps = by_id.get(item.parent or ""), 0
    while parent is not None and steps < 20:
        if parent.speaks_for is not None and parent.speaks_for != item.speaks_for:
            return False
        parent, steps = by_id.get(parent.parent or ""), steps + 1
    return True


def _says_the_same(account: Account, first: Statement, content: str) -> bool:
    """Whether words ask for what a statement asked for already; a refusal on an issue is one, however put."""
    return likeness(words(account.document.text, first.content_spans), content) >= SAME_MATTER


def _outdoes(item: Statement, parent: Statement | None) -> bool:
    """Whether a stance told in other words of the same side tells more than the words around it."""
    return parent is not None and _same_party(item, parent) and not _is_part(item, parent)


def _is_part(item: Statement, parent: Statement | None) -> bool:
    """As in "Arland is ready to withdraw, provided that …": being ready is one half of the condition."""
    if parent is None or not _same_party(item, parent):
        return False
    return strength_of(parent.modality) == "condition" and strength_of(item.modality) in OPEN | {"aim"}


def _same_party(item: Statement, parent: Statement | None) -> bool:
    return parent is not None and parent.speaks_for == item.speaks_for


def _position(
    number: int, key: tuple[str, str, str], group: Sequence[Statement], account: Account, by_id: Mapping[str, Statement]
) -> Position:
    party, issue, strength = key
    first = group[0]
    text = account.document.text
    return Position(
        id=f"p{number}",
        party=party,
        issue=issue,
        stance=stance_of(words(text, first.cue_spans), telling(first, strength, text), first.parent is not None),
        strength=strength,
        valid_from=_valid_from(group, account, by_id),
        superseded_by=None,
        statements=tuple(item.id for item in group),
        source_distance=source_distance(first, by_id),
    )


def telling(item: Statement, strength: str, text: str) -> str:
    """The words of a stance: of several sentences spoken in one go, those that take it."""
    content = words(text, item.content_spans)
    sentences = _BETWEEN.split(content) if item.form == "direct" else []
    mine = [one for one in sentences if strength_of(kind_of("", one).modality) == strength]
    return " ".join(mine) if mine and len(mine) < len(sentences) else content


def stance_of(cue: str, content: str, nested: bool) -> str:
    """The stance in the words of the text; a nested stance keeps its verb, without which it says nothing."""
    content = re.sub(r"^that\s+", "", content.strip(" ,"))
    return f"{cue} {content}" if nested or content.startswith("to ") else content


def _valid_from(group: Sequence[Statement], account: Account, by_id: Mapping[str, Statement]) -> str | None:
    """The earliest day any of the statements was made; the publication where none is dated."""
    values = [date for item in group if (date := said_when(item, by_id)) is not None]
    if values:
        return min(values)
    return account.document.published.isoformat() if account.document.published else None


def said_when(item: Statement, by_id: Mapping[str, Statement]) -> str | None:
    """When a statement was made, by its own date or that of the one it is nested in."""
    current: Statement | None = item
    for _ in range(20):
        if current is None:
            return None
        if current.said_on is not None:
            return current.said_on.value
        current = by_id.get(current.parent or "")
    return None


def source_distance(item: Statement, by_id: Mapping[str, Statement]) -> str:
    """How near the party's own mouth: its own words, its speaker reported, or through somebody else."""
    current, relays = by_id.get(item.parent or ""), []
    for _ in range(20):
        if current is None:
            break
        if current.speaks_for != item.speaks_for and current.speaker:
            relays.append(current.speaker)
        current = by_id.get(current.parent or "")
    if relays:
        return "reported by " + ", ".join(dict.fromkeys(relays))
    return "own words" if item.form == "direct" else "reported speech"


def superseded(positions: Sequence[Position]) -> list[Position]:
    """Mark a position that a later one of the same party on the same issue turns round."""
    done = []
    rivals: dict[tuple[str, str], list[Position]] = {}
    for one in positions:
        rivals.setdefault((one.party, one.issue), []).append(one)
    for one in positions:
        later = [
            other for other in rivals[one.party, one.issue][:_RIVALS]
            if turned(one.strength, other.strength)
            and (other.valid_from or "") > (one.valid_from or "") and one.valid_from is not None
            and likeness(one.stance, other.stance) >= SAME_MATTER
        ]  # fmt: skip
        newest = max(later, key=lambda other: other.valid_from or "", default=None)
        done.append(replace(one, superseded_by=newest.id) if newest is not None else one)
    return done


def turned(before: str, after: str) -> bool:
    """Whether two strengths point opposite ways."""
    return (before in OPEN and after in CLOSED) or (before in CLOSED and after in OPEN)


@cache
def _issues() -> Mapping[str, re.Pattern[str]]:
    found = {}
    for line in (files("servanda.reading") / "words" / "issues.txt").read_text("utf-8").splitlines():
        name, colon, pattern = line.partition(": ")
        if colon and not line.startswith("#"):
            found[name] = re.compile(rf"\b(?:{pattern})", re.IGNORECASE)
    return MappingProxyType(found)


def issue_of(content: str) -> str:
    """The issue some words are about: the listed one they name first and most, else their own first words."""
    hits = [(-len(pattern.findall(content)), order, name) for order, (name, pattern) in enumerate(_issues().items())]
    best = min((hit for hit in hits if hit[0] < 0), default=None)
    if best is not None:
        return best[2]
    opening = re.sub(r"^(?:that|to|the|a|an)\s+", "", content.strip("“”\"' ").lower())
    return " ".join(opening.split()[:5]).rstrip(",.;:")
