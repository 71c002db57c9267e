"""Time and memory of the commands: each five times, medians, as a table in `benchmarks/results.md`.

Wall time and peak memory are those of the whole process (`os.wait4`), from its start to its end.
"""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results.md"
PEERS = ROOT / "benchmarks" / "peers.md"
RUNS = 5
COLD = {**os.environ, "SERVANDA_NO_CACHE": "1"}
"""Nothing is taken from an earlier run."""
SERVANDA = str(Path(sys.executable).with_name("servanda"))


@dataclass(frozen=True, slots=True)
class Measured:
    """One command: medians of wall and processor seconds and of peak memory in MB, and the exit code it left with."""

    title: str
    seconds: float
    busy: float
    megabytes: float
    code: int


def commands() -> list[tuple[str, list[str]]]:
    """What is measured: help, each agreement of the library, and each file that lies here to be measured."""
    library = sorted(ROOT.glob("agreements/*/agreement.pact"))
    named = [(path.parent.name, path) for path in library]
    named += [(path.stem, path) for path in sorted(ROOT.glob("benchmarks/*.pact"))]
    checks = [(f"check {name}", ["check", str(path.relative_to(ROOT))]) for name, path in named]
    return [("--help", ["--help"]), ("check --help", ["check", "--help"]), *checks]


def measured(title: str, arguments: Sequence[str]) -> Measured:
    """Run one command `RUNS` times."""
    runs = [_once(arguments) for _ in range(RUNS)]
    seconds, busy, megabytes, codes = zip(*runs, strict=True)
    return Measured(title, median(seconds), median(busy), median(megabytes), max(codes))


def _once(arguments: Sequence[str]) -> tuple[float, float, float, int]:
    quiet = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)]
    begun = time.perf_counter()
    process = os.posix_spawn(SERVANDA, [SERVANDA, *arguments], COLD, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    # Linux counts ru_maxrss in KiB, macOS in bytes (getrusage(2) of each).
    unit = 1 if sys.platform == "darwin" else 1024
    busy = usage.ru_utime + usage.ru_stime
    return time.perf_counter() - begun, busy, usage.ru_maxrss * unit / 1e6, os.waitstatus_to_exitcode(status)


def table(rows: Sequence[Measured]) -> str:
    """The results as Markdown."""
    head = (
        "# Time and memory of the commands\n\n"
        f"Medians of {RUNS} runs in fresh processes, nothing kept from earlier ones; "
        f"Python {platform.python_version()}, {os.cpu_count()} cores. "
        "Written by `make bench`. Where the machine was busy with other things, wall time exceeds processor time.\n\n"
        "| command | wall seconds | processor seconds | peak MB | exit code |\n|---|---:|---:|---:|---:|\n"
    )
    lines = (
        f"| `{row.title}` | {row.seconds:.2f} | {row.busy:.2f} | {row.megabytes:.0f} | {row.code} |\n" for row in rows
    )
    return head + "".join(lines)


def main() -> None:
    """Measure everything, print the table and write it down."""
    os.chdir(ROOT)
    text = table([measured(title, arguments) for title, arguments in commands()])
    RESULTS.write_text(text + "\n" + PEERS.read_text(encoding="utf-8"), encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
