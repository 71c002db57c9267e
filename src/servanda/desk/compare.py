"""Composes `servanda diff`: two drafts, or the alternatives that one draft leaves open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from servanda import project
from servanda.agreement.agreement import Extent
from servanda.checks.alternatives import Alternative
from servanda.desk.encoded import not_encoded
from servanda.desk.plain_passages import plain_passages
from servanda.drafts.change import ChangeKind, is_changed
from servanda.drafts.difference import Difference, attributed, between, difference, paired
from servanda.drafts.effect import Effect, effects, in_later, unmoved
from servanda.drafts.pairing import Pair, pairs, renumbered
from servanda.drafts.partial import seen_in_part
from servanda.drafts.splice import with_one
from servanda.findings import Family, Finding, Report, Slug, make_report, problem
from servanda.plain.review import is_plain
from servanda.project import Library, Limits, Loaded, Source
from servanda.questions.ask import Noted

NOTHING_OPEN = Slug("nothing-open", Family.PROBLEM, "A draft leaves nothing open that could be compared.")

_ALONE = "The other is encoded, and a meaning cannot be compared with words."
_WHAT_IF = "What one change does alone is asked of what is encoded."


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared, or what stood in the way: the reports on drafts that could not be read."""

    differences: tuple[Difference, ...] = ()
    unread: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparing:
    """How drafts are compared: with what vocabularies, how far, and who is told of each answer."""

    library: Library
    limits: Limits
    tick: Callable[[], None]

    def report(self, source: Source) -> Report:
        """Everything that can be said of a draft."""
        return project.check(source, library=self.library, limits=self.limits, tick=self.tick)


def drafts(before: Source, after: Source, how: Comparing, *, what_if: bool) -> Compared:
    """What was changed between two drafts, and what that does."""
    plain = [each for each in (before, after) if is_plain(each)]
    if plain and (what_if or len(plain) == 1):
        return Compared(unread=tuple(not_encoded(each, _ALONE if len(plain) == 1 else _WHAT_IF) for each in plain))
    one, other = how.report(before), how.report(after)
    unread = tuple(report for report in (one, other) if report.problems)
    if unread:
        return Compared(unread=unread)
    if plain:
        found = pairs(plain_passages(before), plain_passages(after))
        return Compared((difference(found, one, other),))
    loaded = [project.load(each, library=how.library) for each in (before, after)]
    found = paired(loaded[0].tree, loaded[1].tree)
    whole = difference(found, one, other)
    if what_if:
        tried = list(_alone(before, after, found, one, how))
        whole = attributed(whole, zip(whole.changes, tried, strict=True))
    return Compared((seen_in_part(whole, *map(_in_part, loaded)),))


def _in_part(loaded: Loaded) -> bool:
    return loaded.agreement is not None and loaded.agreement.header.extent is not Extent.FULL


def _alone(
    before: Source, after: Source, found: tuple[Pair, ...], report: Report, how: Comparing
) -> Iterator[tuple[Effect, ...]]:
    """What each change does if nothing else is changed; nothing where the draft cannot be read without the others."""
    whole = difference(found, report, report)
    changed = [pair for pair in found if is_changed(pair, renumbered(found))]
    for pair, change in zip(changed, whole.changes, strict=True):
        if change.kind in (ChangeKind.WORDS, ChangeKind.RENUMBERED):
            yield ()
            continue
        spliced = with_one(before, after, found, pair)
        tried = how.report(spliced.source)
        yield () if tried.problems else in_later(effects(report, tried, unmoved(report)), spliced.numbers)


def options(source: Source, how: Comparing) -> Compared:
    """What it makes how each bracket is settled, or each reading understood: every further way against the first."""
    if is_plain(source):
        return Compared(unread=(not_encoded(source, "What it leaves open to choice is not marked as such."),))
    loaded = project.load(source, library=how.library)
    report = make_report(project.info(loaded), loaded.findings)
    if report.problems or loaded.agreement is None:
        return Compared(unread=(report,))
    if not loaded.choices:
        return Compared(unread=(make_report(report.agreement, (_nothing_open(source),)),))
    with project.within(how.limits) as ask:
        studied = project.alternatives(loaded, how.library, Noted(ask, how.tick))
    reports = [(each, make_report(report.agreement, each.findings, each.interests)) for each in studied]
    return Compared(tuple(_pairwise(reports)))


def _pairwise(reports: list[tuple[Alternative, Report]]) -> Iterator[Difference]:
    for choice in dict.fromkeys(each.choice for each, _ in reports):
        (first, one), *rest = [item for item in reports if item[0].choice == choice]
        for other, report in rest:
            yield between(f"clause {first.clause}", (first.label, other.label), one, report)


def _nothing_open(source: Source) -> Finding:
    return problem(
        NOTHING_OPEN,
        f"{source.name} has neither options in square brackets nor readings.",
        source.whole(),
        "Name a second draft to compare it with: servanda diff BEFORE AFTER.",
    )
