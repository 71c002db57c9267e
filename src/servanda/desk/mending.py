"""Composes `servanda mend`: the findings of one draft, and edits that close them, each checked on the whole."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf

from servanda import project
from servanda.desk.encoded import not_encoded
from servanda.drafts.edit import Draft
from servanda.drafts.mend import Mended
from servanda.drafts.mender import Tools, mended
from servanda.findings import Family, Finding, Report, Severity, Slug, counts, problem
from servanda.plain.review import is_plain
from servanda.project import Library, Limits, Source
from servanda.questions.ask import Noted
from servanda.solvers.remembered import Answers

NO_SUCH_FINDING = Slug("no-such-finding", Family.PROBLEM, "No finding of this agreement bears this name.")
NO_SUCH_OFFER = Slug("no-such-offer", Family.PROBLEM, "There is no offer of this number.")


@dataclass(frozen=True, slots=True)
class Result:
    """What is offered, or what stands in the way."""

    mended: Mended | None
    problems: tuple[Finding, ...] = ()
    report: Report | None = None


def offers(
    source: Source,
    which: str | None,
    *,
    library: Library,
    limits: Limits,
    seconds: float = inf,
    tick: Callable[[], None] = lambda: None,
) -> Result:
    """Ways out of the findings of a draft: of all that are errors or warnings, or of those called `which`.

    `seconds`: of the processor's time; after these nothing further is tried.
    """
    if is_plain(source):
        return Result(None, report=not_encoded(source))
    clock = Clock(time.process_time() + seconds)
    bench = Bench(library, replace(limits, answers=Answers(left=clock.left)), tick)
    report = bench.check(source)
    draft = bench.read(source)
    if report.problems or draft is None:
        return Result(None, report=report)
    wanted = tuple(each for each in report.findings if _is_wanted(each, which))
    if which is not None and not wanted:
        return Result(None, (_no_such_finding(source, which, report),))

    def _check(text: Source) -> Report:
        clock.begin(MOST_SECONDS)
        return bench.check(text)

    def _may_rise(text: Source, interest: str) -> bool:
        clock.begin(MOST_SECONDS)
        return bench.may_rise(text, interest, report)

    tools = Tools(_check, bench.read, _may_rise, clock.is_over)
    return Result(mended(draft, report, wanted, tools))


MOST_SECONDS = 15.0
"""Of the processor's time for one edit: where it takes longer, what the edit does is left undecided."""


@dataclass(slots=True)
class Clock:
    """How much of the processor's time is left: for all edits together, and for the one at hand."""

    end: float
    now: float = inf

    def begin(self, seconds: float) -> None:
        """The next edit may take so long."""
        self.now = time.process_time() + seconds

    def left(self) -> float:
        """Seconds for the next question; the draft itself, before any edit, takes as long as it takes."""
        return max(0.0, min(self.end, self.now) - time.process_time()) if self.now < inf else inf

    def is_over(self) -> bool:
        """Whether nothing further is to be tried."""
        return time.process_time() >= self.end


@dataclass(frozen=True, slots=True)
class Bench:
    """Where edited texts are looked at; what was answered of one is not asked again of the next."""

    library: Library
    limits: Limits
    tick: Callable[[], None]

    def check(self, text: Source) -> Report:
        """Everything that can be said of a text, but for the ladders of its duties."""
        return project.check(text, library=self.library, limits=self.limits, tick=self.tick, duties=False)

    def read(self, text: Source) -> Draft | None:
        """A text understood; None where it cannot be read."""
        loaded = project.load(text, library=self.library)
        return Draft(text, loaded.tree, loaded.agreement) if loaded.agreement is not None else None

    def may_rise(self, text: Source, interest: str, report: Report) -> bool:
        """Whether some bearer of an interest comes to stand higher, or that was not decided: the rest is not asked."""
        loaded = project.load(text, library=self.library)
        if loaded.agreement is None or any(finding.is_problem for finding in loaded.findings):
            return False
        wanted = tuple(each for each in loaded.agreement.interests if each.name == interest)
        with project.within(self.limits) as ask:
            study = project.examine(replace(loaded.agreement, interests=wanted), ask=Noted(ask, self.tick))
        before = {(line.of, line.name): line.rung for line in reversed(report.interests)}
        parties = frozenset(actor.ident for actor in study.world.actors if actor.party)
        rungs = [(before.get((study.name(each.of), each.interest)), each.rung(parties)) for each in study.standings]
        return any(old is not None and new[1] > old[0] for old, new in rungs)


def _is_wanted(finding: Finding, which: str | None) -> bool:
    if which is not None:
        return finding.slug == which or finding.id.startswith(which)
    return counts(finding) and finding.severity is not Severity.NOTE


def no_such_offer(source: Source, number: int, made: Mended) -> Finding:
    """What is said of an offer that was not made."""
    numbers = ", ".join(str(offer.number) for offer in made.offers)
    way_out = f"There are: {numbers}." if numbers else "Nothing is offered for this agreement."
    return problem(NO_SUCH_OFFER, f"There is no offer {number}.", source.whole(), way_out, subject=str(number))


def _no_such_finding(source: Source, which: str, report: Report) -> Finding:
    there_are = ", ".join(f"{each.slug} ({each.id})" for each in report.findings)
    way_out = f"There are: {there_are}." if there_are else "Nothing was found in this agreement."
    return problem(NO_SUCH_FINDING, f'No finding here is called "{which}".', source.whole(), way_out, subject=which)
