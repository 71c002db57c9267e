"""Who has the floor: speakers at the head of their words in verbatim records, and whom a speech says it is for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from servanda.reading.names import Registry
from servanda.reading.turns import turns_of

_NAME = r"[A-Z][\w.’'-]*(?:[ -][A-Z][\w.’'-]*){0,4}"
_HEADED = re.compile(
    rf"^[ \t]*(?P<name>(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Judge)\.? |The )?{_NAME})"
    rf"(?: \((?P<state>(?:the )?{_NAME}(?: (?:of|and) (?:the )?{_NAME})*)\))?"
    r"(?: ?\((?:spoke|interpretation|continued)\b[^)]{0,40}\))?:[ \t]+(?=[A-Z“\"])",
    re.MULTILINE,
)
_BEHALF = re.compile(
    rf"\b(?:on behalf of|speak(?:ing)? for|my country,|I represent) (?:the )?"
    rf"(?:(?:delegation|government|people) of )?({_NAME})"
)


@dataclass(frozen=True, slots=True)
class Floor:
    """From a place in the text on, somebody speaks, for a party where the record names it."""

    place: int
    name: str
    party: str | None


def floors(text: str, registry: Registry) -> tuple[Floor, ...]:
    """Everybody who takes the floor, in the order of the text; empty for a report."""
    found = [
        Floor(match.end(), _plain(match["name"]), _party(match["state"], registry))
        for match in _HEADED.finditer(text)
        if match["state"]
        or match["name"].startswith(("Mr", "Mrs", "Ms", "The President", "The Chair", "The Secretary"))
    ]
    if not found and (turns := turns_of(text)):
        return tuple(Floor(turn.said[0], _plain(text[slice(*turn.name)]), None) for turn in turns.values())
    if not found and re.search(r"\b(?:[Mm]y delegation|[Mm]adam President|Mr\. President|my country)\b", text):
        said = _BEHALF.search(text)
        party = registry.party(said.group(1)) if said is not None else None
        return (Floor(0, party, party),) if party else ()
    return tuple(found)


def holder(listed: Sequence[Floor], place: int) -> Floor | None:
    """Who has the floor at a place; None before the first and in a report."""
    index = bisect_right(listed, place, key=lambda floor: floor.place) - 1
    return listed[index] if index >= 0 else None


def _plain(name: str) -> str:
    return re.sub(r"^(?:Mr|Mrs|Ms)\.? ", "", name)


def _party(state: str | None, registry: Registry) -> str | None:
    if state is None:
        return None
    bare = state.removeprefix("the ")
    return registry.party(bare) or bare
