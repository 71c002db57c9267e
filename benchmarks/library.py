"""The library as a table in `agreements/README.md`: what is encoded, how long a check takes, what is found.

What is documented of an agreement, and found or not, is counted in its `expected.md`; the rest is measured. Below it
stand the figures of `benchmarks/mutants.md`.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from pathlib import Path

from servanda.files import shipped_library
from servanda.findings import Report
from servanda.project import check
from servanda.text import Source

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "agreements" / "README.md"
MUTANTS = ROOT / "benchmarks" / "mutants.md"
EXTENT = re.compile(r"^  extent (.*)$", re.MULTILINE)
HEAD = """# Agreements

Written by `make library`. Each folder holds the agreement clause by clause in our own words (`agreement.pact`), what
was seen and where (`sources.md`), and what a check says of it, with what is documented and found, or not found and why
(`expected.md`). An excerpt is what was seen of a text: it must be compared with the text before anybody relies on it.

| agreement | extent | clauses | duties | seconds | documented: found | not found | errors | warnings | notes |
|---|---|---|---|---|---|---|---|---|---|
"""
FOOT = """
Seconds are processor time of one check after the first, on the machine that wrote the table. A finding says what a
text allows; that one agreement has more of them than another says nothing about which of them holds.
"""


def row(folder: Path) -> str:
    """One agreement, checked twice so that what is loaded once is not counted."""
    text = (folder / "agreement.pact").read_text(encoding="utf-8")
    source, library = Source(f"agreements/{folder.name}/agreement.pact", text), shipped_library()
    check(source, library=library)
    begun = time.process_time()
    report = check(source, library=library)
    seconds = time.process_time() - begun
    extent = EXTENT.search(text)
    told = (folder / "expected.md").read_text(encoding="utf-8")
    found, missed = (
        _counted(told, r"\*\*Found(?:, as documented)?\."),
        _counted(told, r"\*\*(?:Not found, and why|Documented, and not found)"),
    )
    cells = (
        f"[{folder.name}]({folder.name}/expected.md)",
        extent[1] if extent else "full text",
        str(report.agreement.clauses),
        str(report.agreement.norms),
        f"{seconds:.1f}",
        str(found),
        str(missed),
        *_by_severity(report),
    )
    return f"| {' | '.join(cells)} |\n"


def _by_severity(report: Report) -> tuple[str, ...]:
    counts = Counter(finding.severity.value for finding in report.findings)
    return tuple(str(counts[each]) for each in ("error", "warning", "note"))


def _counted(told: str, heading: str) -> int:
    """The bullets under a heading, or one where it goes on in plain sentences; none without it."""
    begins = re.search(heading, told)
    if begins is None:
        return 0
    rest = re.split(r"\n\n\*\*", told[begins.start() :], maxsplit=1)[0]
    return len(re.findall(r"^\* ", rest, re.MULTILINE)) or 1


def main() -> None:
    """Write the table."""
    folders = sorted(path.parent for path in ROOT.glob("agreements/*/agreement.pact"))
    mutants = MUTANTS.read_text(encoding="utf-8").partition("\n\n")[2] if MUTANTS.exists() else ""
    below = f"\n## Controls that were spoilt on purpose\n\n{mutants}" if mutants else ""
    TABLE.write_text(HEAD + "".join(map(row, folders)) + FOOT + below, encoding="utf-8")


if __name__ == "__main__":
    main()
