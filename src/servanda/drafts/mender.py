"""Looks for ways out of findings: each repair by itself, then with what closes what it opens, then two together."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations, count

from servanda.drafts.change import ChangedLine, ChangeKind, changes
from servanda.drafts.edit import Draft, applied
from servanda.drafts.effect import Effect, EffectKind
from servanda.drafts.mend import Mended, Offer, Target
from servanda.drafts.pairing import pairs
from servanda.drafts.passage import passages
from servanda.drafts.repairs.catalogue import repairs
from servanda.drafts.repairs.kit import Repair
from servanda.drafts.undecided import open_questions
from servanda.drafts.way_out import Tried, tried
from servanda.drafts.whom import named
from servanda.findings import Answer, AnswerKind, Finding, Report, Rung
from servanda.text import Source

ENOUGH = 2
"""Offers that make a choice: only where there are fewer, several edits are tried together."""

MOST_OFFERS = 3
"""Offers for one finding, at most: further ones are not looked for."""

MOST_TOGETHER = 24
"""Checks of several edits together, for one finding."""

MOST_EDITS = 5
"""Edits that are made together, at most."""

MOST_PAIRED = 6
"""Repairs of which each two are tried together where none closes the finding by itself."""

_EXPECTED = "expectation-not-met"


@dataclass(frozen=True, slots=True)
class Tools:
    """What the search is handed.  None of it raises.

    `check` makes a report on a text; `read` understands it (None: it cannot be read); `may_rise` is a quick look
    whether an interest comes to stand higher; `over`: whether the time allowed is over.
    """

    check: Callable[[Source], Report]
    read: Callable[[Source], Draft | None]
    may_rise: Callable[[Source, str], bool]
    over: Callable[[], bool]


@dataclass
class Search:
    """The search for ways out of one finding, and how far it has come."""

    draft: Draft
    report: Report
    finding: Finding
    tools: Tools
    known: dict[str, Report]
    found: list[Tried] = field(default_factory=list)
    closers: list[Tried] = field(default_factory=list)
    waiting: list[Repair] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    undecided: int = 0
    stopped: bool = False

    def singly(self) -> None:
        """Every repair by itself."""
        self.waiting = list(repairs(self.draft, self.finding))
        while self.waiting and len(self.found) < MOST_OFFERS and not self._is_over():
            self._try(self.waiting.pop(0))

    def together(self) -> None:
        """Repairs with others that close what they open; where none closes the finding, each two of them."""
        if self.closers:
            self._closing_what_opens()
        elif not self.found:
            alone = list(repairs(self.draft, self.finding))[:MOST_PAIRED]
            for one, other in combinations(alone, 2):
                if len(self.found) >= ENOUGH or self._is_over():
                    return
                if not _overlap(one, other):
                    self._try((*one, *other))

    def _closing_what_opens(self) -> None:
        order = count()
        queue = [(len(each.worse), next(order), each) for each in self.closers if each.worse]
        heapq.heapify(queue)
        left = MOST_TOGETHER
        while queue and left and len(self.found) < ENOUGH:
            _, _, node = heapq.heappop(queue)
            for repair, source in self._next(node):
                if not left or len(self.found) >= ENOUGH or self._is_over():
                    break
                left -= 1
                child = self._checked(repair, source)
                if child.closes(self.finding) and child.worse and len(child.worse) < len(node.worse):
                    heapq.heappush(queue, (len(child.worse), next(order), child))

    def _next(self, node: Tried) -> Iterator[tuple[Repair, Source]]:
        """What closes the gravest of the findings that have come in."""
        draft = self.tools.read(node.source) if len(node.repair) < MOST_EDITS else None
        worst = next((each for each in node.after.findings if each.id in node.worse), None)
        for more in repairs(draft, worst) if draft is not None and worst is not None else ():
            yield (*node.repair, *more), applied(node.source, more)

    def _try(self, repair: Repair) -> None:
        source = applied(self.draft.source, repair)
        if source.text in self.seen:
            return
        quick = self.finding.interest if self.finding.reading is None else None
        if quick is not None and source.text not in self.known and not self.tools.may_rise(source, quick):
            self.seen.add(source.text)
            return
        self._checked(repair, source)

    def _checked(self, repair: Repair, source: Source) -> Tried:
        self.seen.add(source.text)
        source, after = self._report(source)
        made = tried(repair, source, self.report, after)
        self.undecided += made.undecided
        if made.is_way_out(self.finding):
            if all(made.source.text != each.source.text for each in self.found):
                self.found.append(made)
        elif made.closes(self.finding):
            self.closers.append(made)
        return made

    def _report(self, source: Source) -> tuple[Source, Report]:
        """What is said of an edited text; what its own tests expect to find, and an edit has closed, is dropped."""
        if source.text not in self.known:
            self.known[source.text] = self.tools.check(source)
        after = self.known[source.text]
        unmet = {each.place.line for each in after.problems if each.slug == _EXPECTED}
        lost = open_questions(after) - open_questions(self.report)  # what is undecided may be there all the same
        if not unmet or len(unmet) < len(after.problems) or lost:
            return source, after
        rows = source.text.split("\n")
        return self._report(replace(source, text="\n".join(r for n, r in enumerate(rows, 1) if n not in unmet)))

    def _is_over(self) -> bool:
        self.stopped = self.stopped or self.tools.over()
        return self.stopped


def _overlap(one: Repair, other: Repair) -> bool:
    """Whether two repairs replace the same rows."""
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def mended(draft: Draft, report: Report, findings: tuple[Finding, ...], tools: Tools) -> Mended:
    """All findings asked for, with offers numbered through: first each repair by itself, for every finding."""
    known: dict[str, Report] = {}
    searches = [Search(draft, report, finding, tools, known) for finding in findings]
    for search in searches:
        search.singly()
    for search in sorted(searches, key=lambda each: len(each.found)):
        if len(search.found) < ENOUGH:
            search.together()
    numbers = count(1)
    targets = tuple(_target(search, numbers) for search in searches)
    info, left = report.agreement, tuple(sorted(open_questions(report)))
    return Mended(file=info.file, name=info.name, targets=targets, undecided=left)


def _target(search: Search, numbers: Iterator[int]) -> Target:
    finding = search.finding
    return Target(
        finding=finding.id,
        slug=finding.slug,
        severity=finding.severity,
        headline=finding.headline,
        offers=tuple(_offer(search, next(numbers), each) for each in search.found),
        tried=len(search.seen),
        undecided=search.undecided,
        untried=len(search.waiting) if search.stopped else 0,
        stopped=search.stopped,
    )


def _offer(search: Search, number: int, made: Tried) -> Offer:
    read = search.tools.read(made.source)
    found = pairs(passages(search.draft.tree), passages(read.tree)) if read is not None else ()
    changed = [change for change in changes(found) if change.what == "clause"]
    lines = [line for change in changed for line in _shown(change.kind, change.name, change.lines)]
    done = made.done
    return Offer(
        number=number,
        what=tuple(dict.fromkeys(edit.what for edit in made.repair)),
        lines=tuple(lines),
        duties=tuple(dict.fromkeys(named(search.draft.agreement, d) for edit in made.repair for d in edit.duties)),
        rights=tuple(dict.fromkeys(right for edit in made.repair for right in edit.rights)),
        closes=tuple(f"{each.slug}: {each.subject}" for each in done if each.kind is EffectKind.CLOSES),
        opens=tuple(f"{each.slug}: {each.subject}" for each in done if each.kind is EffectKind.OPENS),
        rungs=tuple(_raised(done)),
        proved=all(_proved(line.answers.get("compliance")) for line in made.after.interests if line.rung[0] >= 2),
        undecided=tuple(sorted(open_questions(made.after))),
        text=made.source.text,
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


def _proved(answer: Answer | None) -> bool:
    return answer is not None and answer.kind is AnswerKind.PROVED
