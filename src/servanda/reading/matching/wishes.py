"""Demands as wishes that can be held against each other: that something is so, how much there is, what comes first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from servanda.questions.wishes import ComesFirst, IsBounded, IsSo, Wish
from servanda.reading.likeness import telling
from servanda.reading.matching.asks import find
from servanda.reading.matching.demands import Demand
from servanda.reading.matching.provisions import same

ALIKE = 0.5
"""From this share of telling words on, two demands speak of the same thing."""
_IDLE = telling("would stay remain remains one any all only can could")
_FIRM = frozenset(["demand", "rejection", "red line", "refusal", "condition"])


def wishes_of(demands: Sequence[Demand]) -> tuple[Wish, ...]:
    """The wishes of those who ask or refuse; what somebody is merely open to binds nobody."""
    firm = [demand for demand in demands if demand.row.strength in _FIRM and demand.stems]
    topics: list[frozenset[str]] = []
    made: list[Wish] = []
    for demand in firm:
        if demand.limit is not None:
            about = f"{demand.limit.kind} of {demand.subject or 'each'}"
            made.append(IsBounded(demand.row.id, about, demand.limit.order, demand.limit.number))
        elif demand.row.strength != "condition":
            made.append(IsSo(demand.row.id, f"topic {_topic(topics, demand)}", demand.wants))
    return (*made, *_orders(firm))


def _topic(topics: list[frozenset[str]], demand: Demand) -> int:
    """The number of the matter a demand speaks of; whose soil it is tells two matters apart."""
    mine = demand.stems | {f"actor {demand.subject}"} if demand.subject else demand.stems
    for number, other in enumerate(topics):
        shared = len(mine & other) / max(1, min(len(mine), len(other)))
        actors = {stem for stem in mine ^ other if stem.startswith("actor ")}
        if shared > ALIKE and len(actors) < 2 and len(mine & other) / len(mine | other) >= ALIKE:
            return number
    topics.append(mine)
    return len(topics) - 1


def _orders(firm: Sequence[Demand]) -> Iterator[Wish]:
    """Conditions of two parties that each make the other's act come first."""
    halves = [(demand, *parts) for demand in firm if demand.row.strength == "condition" and (parts := _halves(demand))]
    for at, (one, then, first) in enumerate(halves):
        for other, its_then, its_first in halves[at + 1 :]:
            if one.row.party != other.row.party and first & its_then and then & its_first:
                here, there = " ".join(sorted(first & its_then)), " ".join(sorted(then & its_first))
                yield ComesFirst(one.row.id, here, there)
                yield ComesFirst(other.row.id, there, here)


def _halves(demand: Demand) -> tuple[frozenset[str], frozenset[str]] | None:
    """The words of what is to come then, and of what is to come first."""
    words = demand.row.quote or demand.row.stance
    mark = find("condition", words)
    if mark is None:
        return None
    return _matter(words[: mark.start()]), _matter(words[mark.end() :])


def _matter(words: str) -> frozenset[str]:
    names = telling(" ".join(re.findall(r"\b[A-Z]\w+(?:['’]s)?", words)))
    return frozenset(stem.rstrip("s") for stem in same(telling(words)) - names) - telling(
        "would stay remain remains one any all only"
    )
