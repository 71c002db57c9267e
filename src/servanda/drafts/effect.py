"""What a change does: what it opens and closes, what it weakens and strengthens, each with its story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from servanda.drafts.same_matter import Key, matched
from servanda.drafts.undecided import looked_for, open_conducts
from servanda.findings import Answer, DutyLine, Finding, InterestLine, Report, Rung, Severity, StoryStep, counts
from servanda.text.english import possessive


class EffectKind(StrEnum):
    """What becomes of a promise or of a gap."""

    OPENS = "opens"
    CLOSES = "closes"
    WEAKENS = "weakens"
    STRENGTHENS = "strengthens"
    UNDECIDED = "undecided"  # a limit was hit in one of the drafts, so that it is not known
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


DRAFTS = ("in the earlier draft", "in the later draft")
"""How the two sides of a comparison are called."""


def effects(
    before: Report, after: Report, numbers: Mapping[str, str], names: tuple[str, str] = DRAFTS
) -> tuple[Effect, ...]:
    """What the later report says and the earlier does not, and the other way round.

    `numbers`: what the clauses of the earlier draft are called in the later.  `names`: what the two are called.
    """
    stated = _stated(before) & _stated(after)
    found = [
        *_findings(before, after, numbers, stated, names),
        *_interests(before, after, names),
        *_duties(before, after, numbers, names),
    ]
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


def _findings(
    before: Report, after: Report, numbers: Mapping[str, str], stated: frozenset[str], names: tuple[str, str]
) -> Iterator[Effect]:
    old = [each for each in before.findings if _is_asked(each, stated)]
    new = [each for each in after.findings if _is_asked(each, stated)]
    same = {name: name for name in {c for each in new for c in each.clauses}}
    pairs = matched(old, new, numbers, same)
    for finding in new:
        if finding.id not in pairs.values():
            yield _came_or_went(EffectKind.OPENS, finding, before, names[::-1])
    by_id = {each.id: each for each in new}
    for finding in old:
        if finding.id not in pairs:
            yield _came_or_went(EffectKind.CLOSES, finding, after, names)
        else:
            yield from _changed(finding, by_id[pairs[finding.id]], numbers)


def _came_or_went(kind: EffectKind, finding: Finding, elsewhere: Report, names: tuple[str, str]) -> Effect:
    """A finding that only one draft has, named first; where the other was not searched through, that says nothing."""
    if looked_for(elsewhere, finding):
        return _of_finding(kind, finding)
    subject = f"{finding.headline} This is so {names[0]}; {names[1]} it was left undecided."
    return replace(_of_finding(EffectKind.UNDECIDED, finding), subject=subject)


def _is_asked(finding: Finding, stated: frozenset[str]) -> bool:
    """Whether both drafts were asked: of an interest that one of them does not state nothing is opened or closed."""
    return counts(finding) and (finding.interest is None or finding.interest in stated)


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


def _interests(before: Report, after: Report, names: tuple[str, str]) -> Iterator[Effect]:
    old, new = _by_interest(before), _by_interest(after)
    for key in dict.fromkeys((*old, *new)):
        yield from _interest(*_telling(old.get(key, []), new.get(key, [])), names)


def _by_interest(report: Report) -> dict[Key, list[InterestLine]]:
    """Each interest under every alternative of the text; the first alternative comes first."""
    found: dict[Key, list[InterestLine]] = {}
    for line in report.interests:
        found.setdefault((line.of, line.name), []).append(line)
    return found


def _telling(
    old: list[InterestLine], new: list[InterestLine]
) -> tuple[InterestLine | None, InterestLine | None, str | None]:
    """The two alternatives of which a change is told, and how the text is read there where that makes the change.

    Like is compared with like, and a reading that only one draft has with the first of the other.  A fall goes before
    a rise: what is lost under one reading of the earlier draft only is lost all the same.
    """
    if not old or not new:
        return (old[0] if old else None), (new[0] if new else None), None
    olds, news = ({line.reading: line for line in lines} for lines in (old, new))
    alike = [(olds.get(reading, old[0]), news.get(reading, new[0])) for reading in dict.fromkeys((*olds, *news))]
    pairs = [(one, other, _moved(one.rung, other.rung)) for one, other in alike]
    worst = next((pair for pair in pairs if pair[2] is EffectKind.WEAKENS), pairs[0])
    if len({moved for _, _, moved in pairs}) == 1:
        return worst[0], worst[1], None
    sides = (("earlier", worst[0], old), ("later", worst[1], new))
    readings = [
        line.reading or f"the first reading of the {draft} draft" for draft, line, all_ in sides if len(all_) > 1
    ]
    return worst[0], worst[1], " and ".join(readings)


def _interest(
    old: InterestLine | None, new: InterestLine | None, reading: str | None, names: tuple[str, str]
) -> Iterator[Effect]:
    line = new or old
    if line is None:
        return
    subject = f"{possessive(line.of)} interest “{line.name}”" + (f", by {reading}" if reading else "")
    if old is None or new is None:
        kind = EffectKind.ASKS if old is None else EffectKind.DROPS
        yield Effect(kind=kind, subject=f"{subject}.", interest=line.name, ladder="interest", rungs=_rungs(old, new))
        return
    unsure = _unsure(old, new, names)
    moved = _apart(old.rung, new.rung) if unsure else _moved(old.rung, new.rung) or _withstands(old, new)
    if unsure and moved is None:
        said = f"{subject} was {unsure}."
        yield Effect(
            kind=EffectKind.UNDECIDED, subject=said, interest=line.name, ladder="interest", rungs=_rungs(old, new)
        )
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


def _apart(old: Rung, new: Rung) -> EffectKind | None:
    """Down or up whatever the undecided answers would have been."""
    if new[1] < old[0]:
        return EffectKind.WEAKENS
    return EffectKind.STRENGTHENS if new[0] > old[1] else None


def _unsure(old: InterestLine | DutyLine, new: InterestLine | DutyLine, names: tuple[str, str]) -> str:
    """Of which draft what was left undecided; empty where all was decided."""
    told = [(name, open_conducts(line)) for name, line in zip(names, (old, new), strict=True)]
    said = [f"{name} ({', '.join(conducts)})" for name, conducts in told if conducts]
    return f"left undecided {' and '.join(said)}" if said else ""


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


def _duties(before: Report, after: Report, numbers: Mapping[str, str], names: tuple[str, str]) -> Iterator[Effect]:
    """Duties that both drafts have, on another rung or with other days."""
    new = _by_duty(after.duties, {})
    kept = [line for line in before.duties if line.clause in numbers]  # another clause may bear the number since
    for key, old in _by_duty(kept, numbers).items():
        if key in new:
            yield from _duty(old, new[key], names)


def _by_duty(lines: Iterable[DutyLine], numbers: Mapping[str, str]) -> dict[Key, DutyLine]:
    found: dict[Key, DutyLine] = {}
    for line in lines:
        clause = numbers.get(line.clause, line.clause)
        place = sum(1 for key in found if key[:3] == (clause, line.bearer, line.mode))
        found[clause, line.bearer, line.mode, place] = line
    return found


def _duty(old: DutyLine, new: DutyLine, names: tuple[str, str]) -> Iterator[Effect]:
    unsure = _unsure(old, new, names)
    moved = _apart(old.rung, new.rung) if unsure else _moved(old.rung, new.rung) or _slower(old, new)
    subject = f"{possessive(new.bearer)} duty under clause {new.clause} ({new.mode})"
    if unsure and moved is None and old.rung != new.rung:
        said = f"{subject} was {unsure}."
        kind, rungs = EffectKind.UNDECIDED, _rungs(old, new)
        yield Effect(kind=kind, subject=said, clauses=(new.clause,), ladder="duty", rungs=rungs)
    if moved is not None:
        told = new if moved is EffectKind.WEAKENS else old
        yield Effect(
            kind=moved,
            subject=f"{subject}.",
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
