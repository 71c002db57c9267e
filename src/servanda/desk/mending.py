"""Composes `servanda mend`: the findings of one draft, and edits that close them, each checked on the whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from servanda import project
from servanda.desk.encoded import not_encoded
from servanda.drafts.edit import Draft
from servanda.drafts.mend import Mended, Mender, mended
from servanda.findings import Family, Finding, Report, Severity, Slug, counts, problem
from servanda.plain.review import is_plain
from servanda.project import Library, Limits, Source

NO_SUCH_FINDING = Slug("no-such-finding", Family.PROBLEM, "No finding of this agreement bears this name.")
NO_SUCH_OFFER = Slug("no-such-offer", Family.PROBLEM, "There is no offer of this number.")


@dataclass(frozen=True, slots=True)
class Result:
    """What is offered, or what stands in the way."""

    mended: Mended | None
    problems: tuple[Finding, ...] = ()
    report: Report | None = None


def offers(source: Source, which: str | None, *, library: Library, limits: Limits, tick: Callable[[], None]) -> Result:
    """Ways out of the findings of a draft: of all that are errors or warnings, or of those called `which`."""

    def _check(text: Source) -> Report:
        return project.check(text, library=library, limits=limits, tick=tick, duties=False)

    def _read(text: Source) -> Draft | None:
        loaded = project.load(text, library=library)
        return Draft(text, loaded.tree, loaded.agreement) if loaded.agreement is not None else None

    if is_plain(source):
        return Result(None, report=not_encoded(source))
    report = _check(source)
    draft = _read(source)
    if report.problems or draft is None:
        return Result(None, report=report)
    wanted = tuple(each for each in report.findings if _is_wanted(each, which))
    if which is not None and not wanted:
        return Result(None, (_no_such_finding(source, which, report),))
    return Result(mended(Mender(draft, report, _check, _read), wanted))


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
