"""How long large treaties take, and whether what was planted in them is found: a table.

    python -m benchmarks.scale.run            the table of the sizes below, into benchmarks/scale/results.md
    python -m benchmarks.scale.run 100 20     sizes of so many duties and parties, on the screen alone

Each treaty is checked in a process of its own, whose processor time, wall time and peak memory are measured
(`os.wait4`).  *compliance*: every interest, everybody complying.  *interests*: each of the others not complying in
turn as well.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scale.treaties import Family, Hole, Planted, Size, treaty

from servanda import project
from servanda.questions.answer import Found, GaveUp, NoneUpTo
from servanda.questions.standing import Standing, standing
from servanda.world.from_agreement import from_agreement

RESULTS = Path(__file__).with_name("results.md")
COMPLIANCE, INTERESTS = "compliance", "interests"
SIZES = ((30, 5), (100, 20), (300, 20), (300, 40))
PATIENCE = 240
"""Seconds of processor time after which one treaty is given up."""


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one treaty."""

    size: Size
    asked: str
    norms: int
    busy: float
    seconds: float
    megabytes: float
    planted: str
    false_alarms: int
    undecided: int


def judged(size: Size, asked: str) -> dict[str, object]:
    """Check one treaty, in this process: whether the hole was found, what else is said to fail, what is undecided."""
    made = treaty(size)
    loaded = project.load(project.Source("treaty.pact", made.text), library=project.shipped_library())
    assert loaded.agreement is not None, loaded.findings  # noqa: S101 - the generator writes what can be read
    world = from_agreement(loaded.agreement)
    ask = project.solvers(project.NO_LIMITS)
    despite = asked != COMPLIANCE
    parties = {actor.ident for actor in world.actors if actor.party}
    stand = [standing(world, i.of, i.name, ask, despite=despite) for i in loaded.agreement.interests]
    bad = [failed for each in stand for failed in _failures(each, parties)]
    hole = made.hole if made.hole and (despite or not made.hole.breach) else None
    wanted = [each for each in bad if hole and _is(hole, *each)]
    others = [each for each in bad if each not in wanted]
    return {
        "norms": len(world.norms),
        "planted": "none" if hole is None else "found" if wanted else "missed",
        "false alarms": len(others),
        "undecided": sum(_undecided(each) for each in stand),
    }


def _failures(each: Standing, parties: set[str]) -> Iterator[tuple[str, str, str]]:
    """What fails: interest, holder and whose breach it takes ("" for none).  What rests on one vote is no news."""
    if each.interest == "an attack is answered":
        return
    if each.failures:
        yield each.of, each.interest, ""
    for who, item in each.against.items():
        if isinstance(item.answer, Found) and who in parties:
            yield each.of, each.interest, who


def _is(hole: Hole, of: str, interest: str, by: str) -> bool:
    return (hole.of, hole.interest, hole.by if hole.breach else "") == (of, interest, by)


def _undecided(each: Standing) -> int:
    answers = [each.cooperation, *(i.answer for i in each.compliance), *(i.answer for i in each.against.values())]
    return sum(isinstance(answer, GaveUp | NoneUpTo) for answer in answers)


def measured(size: Size, asked: str) -> Row | None:
    """One treaty in a process of its own; None where it took too long."""
    arguments = [str(size.norms), str(size.parties), size.family.value, size.planted.value, str(size.seed), asked]
    with tempfile.NamedTemporaryFile("w+", suffix=".json") as out:
        begun = time.perf_counter()
        command = [sys.executable, "-m", "benchmarks.scale.run", "--one", *arguments]
        told = [(os.POSIX_SPAWN_OPEN, 1, out.name, os.O_WRONLY, 0)]
        process = os.posix_spawn(sys.executable, command, os.environ, file_actions=told)
        _, status, usage = os.wait4(process, 0)
        seconds = time.perf_counter() - begun
        if status:
            return None
        said = json.loads(Path(out.name).read_text(encoding="utf-8"))
    unit = 1 if sys.platform == "darwin" else 1024  # Linux counts ru_maxrss in KiB, macOS in bytes
    return Row(
        size, asked, said["norms"], usage.ru_utime + usage.ru_stime, seconds, usage.ru_maxrss * unit / 1e6,
        said["planted"], said["false alarms"], said["undecided"],
    )  # fmt: skip


def table(rows: Iterable[tuple[Size, str, Row | None]]) -> str:
    """The rows as Markdown."""
    head = (
        "# Large treaties\n\nWritten by `python -m benchmarks.scale.run`; one run each, Python "
        f"{platform.python_version()}, {os.cpu_count()} cores.\n\n"
        "| norms | parties | family | planted | asked | CPU s | wall s | MB | hole | false alarms | undecided |\n"
        "|---:|---:|---|---|---|---:|---:|---:|---|---:|---:|\n"
    )
    return head + "".join(map(line, rows))


def line(row: tuple[Size, str, Row | None]) -> str:
    """One row."""
    size, asked, got = row
    about = f"{size.parties} | {size.family.value} | {size.planted.value} | {asked}"
    if got is None:
        return f"| {size.norms} | {about} | over {PATIENCE} | | | | | |\n"
    return (
        f"| {got.norms} | {about} | {got.busy:.1f} | {got.seconds:.1f} | {got.megabytes:.0f} |"
        f" {got.planted} | {got.false_alarms} | {got.undecided} |\n"
    )


def all_of(sizes: Iterable[tuple[int, int]]) -> Iterator[tuple[Size, str, Row | None]]:
    """Both families, with nothing planted and with either hole, of every size."""
    for norms, parties in sizes:
        for family in Family:
            for planted in Planted:
                for asked in (COMPLIANCE, INTERESTS):
                    if not (asked == COMPLIANCE and planted is Planted.BREACH):
                        size = Size(norms, parties, family, planted)
                        yield size, asked, measured(size, asked)


def main(arguments: list[str]) -> None:
    """Measure, print and write down."""
    if arguments[:1] == ["--one"]:
        norms, parties, family, planted, seed, asked = arguments[1:]
        import resource  # noqa: PLC0415 - not on every system, and only the measured process limits itself

        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE + 5))
        size = Size(int(norms), int(parties), Family(family), Planted(planted), int(seed))
        print(json.dumps(judged(size, asked)))
        return
    sizes = ((int(arguments[0]), int(arguments[1])),) if arguments else SIZES
    rows = []
    for row in all_of(sizes):
        rows.append(row)
        print(line(row), end="", flush=True)
    if not arguments:
        RESULTS.write_text(table(rows), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
