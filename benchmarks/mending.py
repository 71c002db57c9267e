"""Controls spoilt on purpose, and whether `servanda mend` offers a way out of what that opened.

Writes `benchmarks/mending.md`. Each mutant of `benchmarks/mutants.py`, and each control with one of its clauses left
empty, is checked; the gravest finding that the control itself does not give is the seeded one. It counts as mended when
an offer closes it and opens nothing above a note: that is looked up in a check of the offered text that has nothing in
common with the search for it. Mutants that open nothing (a date put off that no interest counts on) are listed, and not
counted. What a control's own tests expect is left out.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.mutants import CLAUSE, CONTROLS, ROOT, Mutant, mutants

from servanda.desk.mending import offers
from servanda.files import shipped_library
from servanda.findings import Finding, Report, Severity
from servanda.project import NO_LIMITS, check
from servanda.text import Source

RESULTS = ROOT / "benchmarks" / "mending.md"
LIBRARY = shipped_library()
EMPTIED = "clause left empty"
SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one mutant: the seeded finding, whether it was mended, and the seconds of the processor."""

    kind: str
    where: str
    seeded: str
    mended: bool
    seconds: float


def spoilt(text: str) -> Iterator[Mutant]:
    """Every mutant of a text, and the text with each of its clauses in turn left empty: others still refer to it."""
    yield from mutants(text)
    lines = text.splitlines()
    for at, line in enumerate(lines):
        head = CLAUSE.match(line)
        if head:
            end = next((n for n in range(at + 1, len(lines)) if lines[n] and not lines[n].startswith(" ")), len(lines))
            yield Mutant(EMPTIED, head[1], "\n".join([*lines[: at + 1], "", *lines[end:]]) + "\n")


def without_tests(text: str) -> str:
    """A text without what it expects to be found."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("expect "))


def seeded(plain: Report, spoilt_: Report) -> Finding | None:
    """The gravest finding that came in; None where nothing did, or where the text can no longer be read."""
    if any(each.is_problem for each in spoilt_.findings):
        return None
    known = {(each.id, each.clauses) for each in plain.findings}
    new = [each for each in spoilt_.findings if (each.id, each.clauses) not in known and not each.is_problem]
    return new[0] if new else None


def outcome(control: str, plain: Report, mutant: Mutant) -> Outcome | None:
    """Mend one mutant; None where nothing was seeded."""
    source = Source(f"{control}.pact", mutant.text)
    before = checked(source)
    finding = seeded(plain, before)
    if finding is None:
        return None
    started = time.process_time()
    made = offers(source, finding.id, library=LIBRARY, limits=NO_LIMITS, seconds=SECONDS).mended
    seconds = time.process_time() - started
    texts = [offer.text for offer in made.offers] if made is not None else []
    good = any(is_mended(finding, before, checked(Source(source.name, text))) for text in texts)
    return Outcome(mutant.kind, f"{control} {mutant.clause}", finding.slug, good, seconds)


def checked(source: Source) -> Report:
    """A check that knows nothing of the search."""
    return check(source, library=LIBRARY, duties=False)


def is_mended(finding: Finding, before: Report, after: Report) -> bool:
    """Whether a finding is gone, with nothing above a note that was not there before."""
    known = {(each.slug, each.interest, each.exposed) for each in before.findings}
    graver = [
        each
        for each in after.findings
        if each.severity is not Severity.NOTE and (each.slug, each.interest, each.exposed) not in known
    ]
    gone = all(
        (each.slug, each.clauses, each.interest) != (finding.slug, finding.clauses, finding.interest)
        for each in after.findings
    )
    return gone and not graver and not after.problems and after.summary.undecided <= before.summary.undecided


def table(results: list[Outcome], silent: list[str]) -> str:
    """Shares by what was spoilt, and what was not mended by name."""
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    for each in results:
        kinds[each.kind].append(each)
    rows = [
        f"| {kind} | {len(given)} | {_share(sum(e.mended for e in given), len(given))} |"
        f" {sorted(e.seconds for e in given)[len(given) // 2]:.1f} | {max(e.seconds for e in given):.1f} |"
        for kind, given in [*sorted(kinds.items()), ("all", results)]
    ]
    left = [f"{each.kind}: {each.where} ({each.seeded})" for each in results if not each.mended]
    return (
        "# Mending\n\nWritten by `benchmarks/mending.py`, a part of `make exam`; "
        f"controls: {', '.join(CONTROLS)}. Seconds are those of the processor, for one finding.\n\n"
        "| spoilt | mutants with a finding | mended | seconds, median | seconds, most |\n|---|---|---|---|---|\n"
        + "\n".join(rows)
        + f"\n\nNot mended: {'; '.join(left) or 'none'}.\n\n"
        f"Nothing was opened, so there was nothing to mend: {'; '.join(silent) or 'none'}.\n"
    )


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}" + (f" ({100 * part // whole} %)" if whole else "")


def main() -> None:
    """Spoil each control in every way, mend it, and write what came of it."""
    results, silent = [], []
    for control in CONTROLS:
        text = without_tests((ROOT / "agreements" / control / "agreement.pact").read_text(encoding="utf-8"))
        plain = checked(Source(f"{control}.pact", text))
        for mutant in spoilt(text):
            found = outcome(control, plain, mutant)
            if found is None:
                silent.append(f"{mutant.kind}: {control} {mutant.clause}")
            else:
                results.append(found)
                if "-v" in sys.argv:
                    sys.stderr.write(f"{found}\n")
            sys.stderr.write(".")
            sys.stderr.flush()
    RESULTS.write_text(table(results, silent), encoding="utf-8")


if __name__ == "__main__":
    main()
