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
