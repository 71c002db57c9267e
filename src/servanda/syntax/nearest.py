"""Which known word somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 60


def distance(one: str, other: str, limit: int) -> int:
    """Letters to change, add, drop or swap with a neighbour; `limit` + 1 where it is more than `limit`."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, mine in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, theirs in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (mine != theirs))
            if last and j > 1 and mine == other[j - 2] and one[i - 2] == theirs:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def slack(word: str) -> int:
    """How many letters may be wrong in a word of this length before it is another word."""
    return 1 if len(word) <= 4 else 2 if len(word) <= 9 else 3


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is nearest, if any is near; the first of several.  Numbers and single letters have none."""
    wanted = word.lower()[:_LONGEST]
    if len(wanted) < 2 or wanted.isdigit():
        return None
    best, found = slack(wanted) + 1, None
    for each in known:
        far = distance(wanted, each.lower()[:_LONGEST], best - 1)
        if far < best and far < max(len(wanted), 2):
            best, found = far, each
    return found
