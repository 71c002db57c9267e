"""Which finding about one draft is the same matter as which finding about another."""

from __future__ import annotations

from collections.abc import Mapping

from servanda.drafts.pairing import with_numbers
from servanda.findings import Finding

Key = tuple[object, ...]


def matched(
    old: list[Finding], new: list[Finding], numbers: Mapping[str, str], same: Mapping[str, str]
) -> dict[str, str]:
    """Findings of the earlier draft that the later one has too, by id: the same words first, then the same matter."""
    found: dict[str, str] = {}
    for key in (_exactly, _closely, _broadly, _by_any_clause):
        free = [each for each in new if each.id not in found.values()]
        waiting: dict[Key, list[Finding]] = {}
        for each in free:
            waiting.setdefault(key(each, same), []).append(each)
        for each in old:
            rest = waiting.get(key(each, numbers)) if each.id not in found else None
            if rest:
                found[each.id] = rest.pop(0).id
    free = [each for each in new if each.id not in found.values()]
    for each in (each for each in old if each.id not in found):
        alike = next((other for other in free if _shares_a_clause(each, other, numbers)), None)
        if alike is not None:
            found[each.id] = alike.id
            free.remove(alike)
    return found


def _exactly(finding: Finding, numbers: Mapping[str, str]) -> Key:
    return (*_closely(finding, numbers), with_numbers(finding.headline, numbers))


def _closely(finding: Finding, numbers: Mapping[str, str]) -> Key:
    reading = with_numbers(finding.reading or "", numbers)
    return (*_broadly(finding, numbers), frozenset(finding.usable_by), reading)


def _broadly(finding: Finding, numbers: Mapping[str, str]) -> Key:
    anchor = finding.clauses[0] if finding.clauses else ""
    if finding.interest is not None:
        anchor = ""  # one interest that fails is one matter, by whatever clause
    return finding.slug, numbers.get(anchor, f"before: {anchor}" if anchor else ""), finding.interest, finding.exposed


def _by_any_clause(finding: Finding, numbers: Mapping[str, str]) -> Key:
    """A gap that is told once of all clauses it concerns is one matter, whichever of them stands first."""
    together = len(finding.clauses) > 1 and finding.interest is None and not finding.story
    return (finding.slug,) if together else (*_broadly(finding, numbers), finding.id)


def _shares_a_clause(one: Finding, other: Finding, numbers: Mapping[str, str]) -> bool:
    """Whether a gap told of one clause in one draft is told of several, that one among them, in the other."""
    gathered = len(one.clauses) > 1 or len(other.clauses) > 1
    read = all(each.interest is None and not each.story for each in (one, other))
    shared = {numbers.get(clause) for clause in one.clauses} & set(other.clauses)
    return one.slug == other.slug and gathered and read and bool(shared)
