"""Edits that close a finding: proposed from the catalogue, and offered only after the edited draft was checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from servanda.drafts.change import ChangedLine, ChangeKind, changes
from servanda.drafts.edit import Draft, applied
from servanda.drafts.effect import Effect, EffectKind, effects, unmoved
from servanda.drafts.pairing import pairs
from servanda.drafts.passage import passages
from servanda.drafts.repairs import Repair, repairs
from servanda.findings import Answer, AnswerKind, Finding, InterestLine, Report, Rung, Severity
from servanda.text import Source

ENOUGH = 2
"""Offers that make a choice: only where there are fewer, two edits are tried together."""

MOST_OFFERS = 3
"""Offers for one finding, at most: further ones are not looked for."""

_MUST_STAY_KEEPABLE = frozenset(("duties-conflict", "impossible-timetable", "sequencing-deadlock", "forced-breach"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One way out, checked on the whole of the edited agreement.

    `what`: the edits in sentences; `lines`: what they change.  `duties`: who owes what anew.  `closes`: the findings
    that are gone (slug and headline), `opens`: those that come in, none above a note.  `rungs`: each interest that
    rises, from where to where.
    """

    number: int
    what: tuple[str, ...]
    lines: tuple[ChangedLine, ...]
    duties: tuple[str, ...]
    closes: tuple[str, ...]
    opens: tuple[str, ...]
    rungs: tuple[tuple[str, Rung, Rung], ...]
    proved: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One finding that is to be closed, with what is offered; `tried`: how many edits were checked for it."""

    finding: str
    slug: str
    severity: Severity
    headline: str
    offers: tuple[Offer, ...]
    tried: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """What `servanda mend` has to say of one file."""

    file: str
    name: str | None
    targets: tuple[Target, ...]

    @property
    def offers(self) -> tuple[Offer, ...]:
        """All offers, in the order of their numbers."""
        return tuple(offer for target in self.targets for offer in target.offers)


@dataclass(frozen=True, slots=True)
class Mender:
    """Looks for ways out of the findings of one draft.

    `check` makes a report on a text; `read` understands it (None: it cannot be read).  Neither raises.
    """

    draft: Draft
    report: Report
    check: Callable[[Source], Report]
    read: Callable[[Source], Draft | None]

    def target(self, finding: Finding, first: int) -> Target:
        """One finding with its offers, numbered from `first`."""
        offers: list[Offer] = []
        tried = 0
        for repair, source, after in self._tried(finding, enough=lambda: len(offers) >= ENOUGH):
            tried += 1
            done = self._effects(after)
            if not after.problems and self._is_way_out(finding, after, done):
                offers.append(self._offer(first + len(offers), repair, source, after, done))
            if len(offers) == MOST_OFFERS:
                break
        return Target(
            finding=finding.id,
            slug=finding.slug,
            severity=finding.severity,
            headline=finding.headline,
            offers=tuple(offers),
            tried=tried,
        )

    def _effects(self, after: Report) -> tuple[Effect, ...]:
        return effects(self.report, after, unmoved(self.report) | unmoved(after))

    def _tried(self, finding: Finding, enough: Callable[[], bool]) -> Iterator[tuple[Repair, Source, Report]]:
        """Every repair by itself; until there are enough, each with one more that closes what the first opens."""
        alone: dict[str, tuple[Repair, Source, Report]] = {}
        for repair in repairs(self.draft, finding):
            source = applied(self.draft.source, repair)
            if source.text not in alone:
                alone[source.text] = repair, source, self.check(source)
                yield alone[source.text]
        seen = set(alone)
        for repair, source, after in alone.values():
            if not after.problems and not enough():
                yield from self._mended_again(repair, source, after, seen)

    def _mended_again(
        self, first: Repair, source: Source, after: Report, seen: set[str]
    ) -> Iterator[tuple[Repair, Source, Report]]:
        worse = {each.finding for each in self._effects(after) if _is_worse(each)}
        draft = self.read(source) if worse else None
        for finding in after.findings if draft is not None else ():
            if finding.id in worse and draft is not None:
                for second in repairs(draft, finding):
                    twice = applied(source, second)
                    if twice.text not in seen:
                        seen.add(twice.text)
                        yield (*first, *second), twice, self.check(twice)

    def _is_way_out(self, finding: Finding, after: Report, done: tuple[Effect, ...]) -> bool:
        """It closes the finding; opens nothing above a note, and nothing that cannot be kept; no rung falls."""
        return (
            any(each.kind is EffectKind.CLOSES and each.finding == finding.id for each in done)
            and not any(_is_worse(each) or each.slug in _MUST_STAY_KEEPABLE for each in done if _is_for_worse(each))
            and not any(each.kind is EffectKind.WEAKENS and each.rungs is not None for each in done)
            and (finding.interest is None or _rises(self.report, after, finding.interest))
            and _still_served(self.report, after)
        )

    def _offer(self, number: int, repair: Repair, source: Source, after: Report, done: tuple[Effect, ...]) -> Offer:
        read = self.read(source)
        found = pairs(passages(self.draft.tree), passages(read.tree)) if read is not None else ()
        changed = [change for change in changes(found) if change.what == "clause"]
        lines = [line for change in changed for line in _shown(change.kind, change.name, change.lines)]
        return Offer(
            number=number,
            what=tuple(dict.fromkeys(edit.what for edit in repair)),
            lines=tuple(lines),
            duties=tuple(dict.fromkeys(duty for edit in repair for duty in edit.duties)),
            closes=tuple(f"{each.slug}: {each.subject}" for each in done if each.kind is EffectKind.CLOSES),
            opens=tuple(f"{each.slug}: {each.subject}" for each in done if each.kind is EffectKind.OPENS),
            rungs=tuple(_raised(done)),
            proved=all(_proved(line.answers.get("compliance")) for line in after.interests if line.rung[0] >= 2),
            text=source.text,
        )


def _raised(done: tuple[Effect, ...]) -> Iterator[tuple[str, Rung, Rung]]:
    for each in done:
        before, after = each.rungs if each.rungs is not None else (None, None)
        if each.ladder == "interest" and before is not None and after is not None:
            yield each.subject.rstrip("."), before, after


def _shown(kind: ChangeKind, name: str, lines: tuple[ChangedLine, ...]) -> Iterator[ChangedLine]:
    """The changed lines of a clause, under its head."""
    yield ChangedLine("after" if kind is ChangeKind.ADDED else "both", name)
    yield from lines


def _is_for_worse(effect: Effect) -> bool:
    return effect.kind in (EffectKind.OPENS, EffectKind.WEAKENS)


def _is_worse(effect: Effect) -> bool:
    """Whether a finding above a note has come in, or has become graver."""
    return _is_for_worse(effect) and effect.severity is not None and effect.severity is not Severity.NOTE


def _by_owner(report: Report) -> dict[tuple[str, str, str | None], InterestLine]:
    return {(line.of, line.name, line.reading): line for line in report.interests}


def _rises(before: Report, after: Report, interest: str) -> bool:
    """Whether every bearer of the interest stands at least as high as before, and one of them higher."""
    old, new = _by_owner(before), _by_owner(after)
    pairs_ = [(old[key].rung, new[key].rung) for key in old if key[1] == interest and key in new]
    return all(b >= a for a, b in pairs_) and any(b > a for a, b in pairs_)


def _still_served(before: Report, after: Report) -> bool:
    """Whether what could be served by cooperation still can be."""
    new = _by_owner(after)
    return all(
        _found(new[key].answers.get("cooperation"))
        for key, line in _by_owner(before).items()
        if key in new and _found(line.answers.get("cooperation"))
    )


def _found(answer: Answer | None) -> bool:
    return answer is not None and answer.kind is AnswerKind.FOUND


def _proved(answer: Answer | None) -> bool:
    return answer is not None and answer.kind is AnswerKind.PROVED


def mended(mender: Mender, findings: tuple[Finding, ...]) -> Mended:
    """All findings asked for, with offers numbered through."""
    targets: list[Target] = []
    for finding in findings:
        first = 1 + sum(len(target.offers) for target in targets)
        targets.append(mender.target(finding, first))
    info = mender.report.agreement
    return Mended(file=info.file, name=info.name, targets=tuple(targets))
