"""What a change does: what it opens and closes, what it weakens and strengthens, each with its story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from servanda.drafts.pairing import with_numbers
from servanda.findings import Answer, DutyLine, Finding, InterestLine, Report, Rung, Severity, StoryStep, counts


class EffectKind(StrEnum):
    """What becomes of a promise or of a gap."""

    OPENS = "opens"
    CLOSES = "closes"
    WEAKENS = "weakens"
    STRENGTHENS = "strengthens"
    ASKS = "asks"  # an interest that the earlier draft does not state
    DROPS = "drops"  # an interest that the later draft no longer states


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One thing that is not as it was.

    `subject` is a sentence.  `slug`, `severity` and `finding` belong to a finding; `rungs` (before, after; None:
    not there) to a line of the card.  The story is that of the draft in which it can be told.
    """

    kind: EffectKind
    subject: str
    clauses: tuple[str, ...] = ()
    slug: str | None = None
    severity: Severity | None = None
    finding: str | None = None
    interest: str | None = None
    ladder: str | None = None  # "interest" or "duty"
    rungs: tuple[Rung | None, Rung | None] | None = None
    opening: str = ""
    story: tuple[StoryStep, ...] = ()
    answer: Answer | None = None
    by: tuple[str, ...] = ()  # the changes that do it by themselves; filled in by what-if


Key = tuple[object, ...]


def effects(before: Report, after: Report, numbers: Mapping[str, str]) -> tuple[Effect, ...]:
    """What the later report says and the earlier does not, and the other way round.

    `numbers`: what the clauses of the earlier draft are called in the later.
    """
    stated = _stated(before) & _stated(after)
    found = [*_findings(before, after, numbers, stated), *_interests(before, after), *_duties(before, after, numbers)]
    order = list(EffectKind)
    return tuple(sorted(found, key=lambda each: order.index(each.kind)))


def unmoved(report: Report) -> dict[str, str]:
    """The numbers of the clauses that a report speaks of, each as it is."""
    named = {clause for finding in report.findings for clause in finding.clauses}
    return {clause: clause for clause in (*sorted(named), *(line.clause for line in report.duties))}


def in_later(found: Iterable[Effect], numbers: Mapping[str, str]) -> tuple[Effect, ...]:
    """Effects whose clauses bear the numbers of the later draft, where they are told of it."""
    told_of_it = (EffectKind.OPENS, EffectKind.WEAKENS)
    return tuple(
        replace(each, clauses=tuple(numbers.get(c, c) for c in each.clauses)) if each.kind in told_of_it else each
        for each in found
    )


def _stated(report: Report) -> frozenset[str]:
    return frozenset(line.name for line in report.interests)


def _findings(before: Report, after: Report, numbers: Mapping[str, str], stated: frozenset[str]) -> Iterator[Effect]:
    old = [each for each in before.findings if _is_asked(each, stated)]
    new = [each for each in after.findings if _is_asked(each, stated)]
    same = {name: name for name in {c for each in new for c in each.clauses}}
    matched = _matched(old, new, numbers, same)
    for finding in new:
        if finding.id not in matched.values():
            yield _of_finding(EffectKind.OPENS, finding)
    by_id = {each.id: each for each in new}
    for finding in old:
        if finding.id not in matched:
            yield _of_finding(EffectKind.CLOSES, finding)
        else:
            yield from _changed(finding, by_id[matched[finding.id]], numbers)


def _is_asked(finding: Finding, stated: frozenset[str]) -> bool:
    """Whether both drafts were asked: of an interest that one of them does not state nothing is opened or closed."""
    return counts(finding) and (finding.interest is None or finding.interest in stated)


def _matched(
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


def _of_finding(kind: EffectKind, finding: Finding) -> Effect:
    return Effect(
        kind=kind,
        subject=finding.headline,
        clauses=finding.clauses,
        slug=finding.slug,
        severity=finding.severity,
        finding=finding.id,
        interest=finding.interest,
        opening=finding.opening,
        story=finding.story,
        answer=finding.answer,
    )


def _changed(old: Finding, new: Finding, numbers: Mapping[str, str]) -> Iterator[Effect]:
    """The same matter, graver or less grave than it was, or of more or fewer clauses."""
    if old.severity is not new.severity:
        worse = new.severity.at_least(old.severity)
        yield _of_finding(EffectKind.WEAKENS if worse else EffectKind.STRENGTHENS, new if worse else old)
    if new.interest is not None or new.story:
        return
    were = {numbers[clause] for clause in old.clauses if clause in numbers}
    gone = [clause for clause in old.clauses if numbers.get(clause) not in new.clauses]
    come = [clause for clause in new.clauses if clause not in were]
    if come:
        yield _of_some(EffectKind.OPENS, new, come, "New among them")
    if gone:
        yield _of_some(EffectKind.CLOSES, old, gone, "No longer among them")


def _of_some(kind: EffectKind, finding: Finding, clauses: list[str], said: str) -> Effect:
    noun = "clause" if len(clauses) == 1 else "clauses"
    subject = f"{finding.headline} {said}: {noun} {', '.join(clauses)}."
    return replace(_of_finding(kind, finding), subject=subject, clauses=tuple(clauses))


def _interests(before: Report, after: Report) -> Iterator[Effect]:
    old, new = _by_interest(before), _by_interest(after)
    for key in dict.fromkeys((*old, *new)):
        yield from _interest(old.get(key), new.get(key))


def _by_interest(report: Report) -> dict[Key, InterestLine]:
    found: dict[Key, InterestLine] = {}
    for line in report.interests:  # the first alternative comes first
        found.setdefault((line.of, line.name), line)
    return found


def _interest(old: InterestLine | None, new: InterestLine | None) -> Iterator[Effect]:
    line = new or old
    if line is None:
        return
    subject = f"{line.of}'s interest “{line.name}”"
    if old is None or new is None:
        kind = EffectKind.ASKS if old is None else EffectKind.DROPS
        yield Effect(kind=kind, subject=f"{subject}.", interest=line.name, ladder="interest", rungs=_rungs(old, new))
        return
    moved = _moved(old.rung, new.rung) or _withstands(old, new)
    if moved is not None:
        worse = new if moved is EffectKind.WEAKENS else old
        conduct, story = _told(worse, old if worse is new else new)
        yield Effect(
            kind=moved,
            subject=f"{subject}.",
            interest=line.name,
            ladder="interest",
            rungs=_rungs(old, new),
            opening=conduct,
            story=story,
            answer=worse.answers.get(conduct),
        )


def _rungs(old: InterestLine | DutyLine | None, new: InterestLine | DutyLine | None) -> tuple[Rung | None, Rung | None]:
    return old.rung if old else None, new.rung if new else None


def _moved(old: Rung, new: Rung) -> EffectKind | None:
    """Down if neither end rose, up if neither fell; an interval that grew at both ends says nothing."""
    if old == new:
        return None
    if new[0] <= old[0] and new[1] <= old[1]:
        return EffectKind.WEAKENS
    return EffectKind.STRENGTHENS if new[0] >= old[0] and new[1] >= old[1] else None


def _withstands(old: InterestLine, new: InterestLine) -> EffectKind | None:
    """On the same rung, those against whom it holds may be fewer or more; somebody new to the text is not counted."""
    asked = old.answers.keys() & new.answers.keys()
    was, now = ({who for who in each.holds_against if breach_by(who) in asked} for each in (old, new))
    lost, gained = was - now, now - was
    if bool(lost) == bool(gained):
        return None
    return EffectKind.WEAKENS if lost else EffectKind.STRENGTHENS


def breach_by(who: str) -> str:
    """The conduct under which one does not comply."""
    return f"non-compliance by {who}"


def _told(worse: InterestLine, better: InterestLine) -> tuple[str, tuple[StoryStep, ...]]:
    """The conduct under which only one of the two fails, and how."""
    for conduct, story in worse.stories.items():
        if conduct not in better.stories:
            return conduct, story
    return "", ()


def _duties(before: Report, after: Report, numbers: Mapping[str, str]) -> Iterator[Effect]:
    """Duties that both drafts have, on another rung or with other days."""
    new = _by_duty(after.duties, {})
    for key, old in _by_duty(before.duties, numbers).items():
        if key in new:
            yield from _duty(old, new[key])


def _by_duty(lines: Iterable[DutyLine], numbers: Mapping[str, str]) -> dict[Key, DutyLine]:
    found: dict[Key, DutyLine] = {}
    for line in lines:
        clause = numbers.get(line.clause, line.clause)
        place = sum(1 for key in found if key[:3] == (clause, line.bearer, line.mode))
        found[clause, line.bearer, line.mode, place] = line
    return found


def _duty(old: DutyLine, new: DutyLine) -> Iterator[Effect]:
    moved = _moved(old.rung, new.rung) or _slower(old, new)
    if moved is not None:
        told = new if moved is EffectKind.WEAKENS else old
        yield Effect(
            kind=moved,
            subject=f"{new.bearer}'s duty under clause {new.clause} ({new.mode}).",
            clauses=(new.clause,),
            ladder="duty",
            rungs=_rungs(old, new),
            opening="The cheapest breach:" if told.breach else "",
            story=told.breach,
        )


def _slower(old: DutyLine, new: DutyLine) -> EffectKind | None:
    """On the same rung, a breach may be established or answered sooner or later."""
    days = [
        (was, now)
        for was, now in (
            (old.established_within_days, new.established_within_days),
            (old.answered_within_days, new.answered_within_days),
        )
        if was is not None and now is not None and was != now
    ]
    if not days:
        return None
    if all(now > was for was, now in days):
        return EffectKind.WEAKENS
    return EffectKind.STRENGTHENS if all(now < was for was, now in days) else None
