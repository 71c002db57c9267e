"""Controls spoilt on purpose, one thing at a time: what is noticed, and whether what is said is about what was spoilt.

Writes `benchmarks/mutants.md`. A mutant is *caught* when it gives a finding that the agreement itself does not
give, or moves an interest down its ladder. A new finding is *to the point* when it names the clause that was
spoilt, or an interest that stands lower than before.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from servanda.files import shipped_library
from servanda.findings import Report
from servanda.project import check
from servanda.text import Source

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "mutants.md"
CONTROLS = ("kumanovo-1999", "dayton-1a-1995", "robust-truce")
CLAUSE = re.compile(r"^(?:clause|annex) (\S+)")
BINDS = re.compile(r"^  +\S.* (?:shall|will|must|undertakes|agrees)\b")
DATE = re.compile(r" by (\d{4}-\d{2}-\d{2})")
DAYS = re.compile(r" (?:within|every) (\d+) days?")
BREACH = re.compile(r"^  (?:upon .*breach|if breached)")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A text with one thing spoilt: what kind of thing, in which clause."""

    kind: str
    clause: str
    text: str


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether it was caught, and of its new findings how many are to the point."""

    kind: str
    where: str
    caught: bool
    new: int
    to_the_point: int


def mutants(text: str) -> Iterator[Mutant]:
    """Every line spoilt in every way that fits it."""
    lines, clause = text.splitlines(), ""
    for at, line in enumerate(lines):
        head = CLAUSE.match(line)
        clause = head[1] if head else clause
        if line and not line.startswith(" ") and not head:
            clause = ""
        if not clause or line.lstrip().startswith((">", "waived", "reading")):
            continue
        for kind, changed in _ways(lines, at):
            if changed == [line]:
                continue
            yield Mutant(
                kind, clause, "\n".join([*lines[:at], *changed, *lines[at + _length(lines, at, kind) :]]) + "\n"
            )


def _length(lines: list[str], at: int, kind: str) -> int:
    """The lines that are replaced: a remedy goes with what stands under it."""
    if kind != "remedy dropped":
        return 1
    under = at + 1
    while under < len(lines) and lines[under].startswith("    "):
        under += 1
    return under - at


def _ways(lines: list[str], at: int) -> Iterator[tuple[str, list[str]]]:
    line = lines[at]
    if BREACH.match(line) and "not stated" not in line:
        yield "remedy dropped", []
    if "verified by" in line:
        yield "verifier dropped", [line.partition("verified by")[0] + "verified by not stated"]
    if not BINDS.match(line):
        return
    for pattern, kind, changed in _times(line):
        if pattern:
            yield kind, [changed]
    if not re.match(r"^  +no Party", line):
        yield "duty made an effort", [re.sub(r" (?:shall|will|must)\b", " should", line, count=1)]


def _times(line: str) -> Iterator[tuple[bool, str, str]]:
    dated, counted = DATE.search(line), DAYS.search(line)
    if dated:
        later = date.fromisoformat(dated[1]) + timedelta(days=400)
        yield True, "date dropped", line.replace(dated[0], " within not stated")
        yield True, "date put off", line.replace(dated[0], f" by {later.isoformat()}")
    if counted:
        yield True, "days multiplied by ten", line.replace(counted[1], str(int(counted[1]) * 10))


def judged(control: str, plain: Report, mutant: Mutant, checked: Callable[[str], Report]) -> Judged | None:
    """A mutant against its control; None where the spoilt text cannot be read."""
    report = checked(mutant.text)
    if any(finding.is_problem and finding.slug != "expectation-not-met" for finding in report.findings):
        return None
    known = {(finding.id, finding.clauses) for finding in plain.findings}
    before = {(each.of, each.name): each.rung for each in plain.interests}
    lower = {key for each in report.interests if each.rung < before.get(key := (each.of, each.name), each.rung)}
    new = [each for each in report.findings if (each.id, each.clauses) not in known and not each.is_problem]
    hits = [
        each
        for each in new
        if mutant.clause in each.clauses or any((of, each.interest) in lower for of in each.exposed)
    ]
    return Judged(mutant.kind, f"{control} {mutant.clause}", bool(new or lower), len(new), len(hits))


def table(results: list[Judged]) -> str:
    """Recall and precision by what was spoilt; what was missed, by name."""
    kinds: dict[str, list[Judged]] = defaultdict(list)
    for each in results:
        kinds[each.kind].append(each)
    rows = [*sorted(kinds.items()), ("all", results)]
    lines = [
        f"| {kind} | {len(given)} | {_share(sum(e.caught for e in given), len(given))} |"
        f" {_share(sum(e.to_the_point for e in given), sum(e.new for e in given))} |"
        for kind, given in rows
    ]
    missed = [f"{each.kind}: {each.where}" for each in results if not each.caught]
    return (
        "# Mutants\n\nWritten by `benchmarks/mutants.py`, a part of `make exam`; "
        f"controls: {', '.join(CONTROLS)}.\n\n"
        "| spoilt | mutants | caught | of what is said, to the point |\n|---|---|---|---|\n"
        + "\n".join(lines)
        + "\n\nNot caught: "
        + ("; ".join(missed) or "none")
        + ". A date put off is told only where a stated interest counts on it.\n"
    )


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}" + (f" ({100 * part // whole} %)" if whole else "")


def main() -> None:
    """Spoil each control in every way, and write what came of it."""
    library, results = shipped_library(), []
    for control in CONTROLS:
        path = ROOT / "agreements" / control / "agreement.pact"
        text = path.read_text(encoding="utf-8")

        def checked(given: str, name: str = control) -> Report:
            return check(Source(f"{name}.pact", given), library=library)

        plain = checked(text)
        for mutant in mutants(text):
            found = judged(control, plain, mutant, checked)
            results += [found] if found else []
            sys.stderr.write(".")
    RESULTS.write_text(table(results), encoding="utf-8")


if __name__ == "__main__":
    main()
