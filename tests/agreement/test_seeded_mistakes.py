"""How well mistakes are told: one mistake, one message; the nearest name; every part of the message filled.

The figures are printed (`pytest -s`) and kept in `benchmarks/mistakes.md`, which
`python -m tests.agreement.test_seeded_mistakes` rewrites.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache

import pytest
from tests.agreement.reading import ROOT, read
from tests.agreement.seeded_mistakes import FULL, ROWS
from tests.agreement.test_mistakes import ISTANBUL, MISTAKES, ROBUST

from servanda.findings import Finding

KEPT = ROOT / "benchmarks" / "mistakes.md"
WITHOUT_PLACE_IN_A_WORD = {"no-agreement-line"}


@dataclass(frozen=True, slots=True)
class Seeded:
    """One mistake as it was told: how many messages there were, and whether the first offers what was meant."""

    written: str
    wanted: str | None
    told: tuple[Finding, ...]

    @property
    def is_named(self) -> bool:
        """Whether the first message offers what was meant."""
        offered = " ".join(hint.text for each in self.told[:1] for hint in each.hints)
        return self.wanted is None or self.wanted.lower() in offered.lower()


@cache
def seeded() -> tuple[Seeded, ...]:
    rows = [(FULL, *row) for row in ROWS]
    for there, written, _, _, way_out in MISTAKES:
        rows.append((ROBUST if there in ROBUST else ISTANBUL, there, written, way_out))
    return tuple(Seeded(row[2], row[3], read(row[0].replace(row[1], row[2], 1)).findings) for row in rows)


def figures() -> str:
    every = seeded()
    one = sum(len(each.told) == 1 for each in every)
    named = [each for each in every if each.wanted is not None]
    right = sum(each.is_named for each in named)
    several = [each.written.strip() for each in every if len(each.told) != 1]
    unnamed = [each.written.strip() for each in named if not each.is_named]
    lines = [
        "# Mistakes",
        "",
        f"{len(every)} mistakes of beginners and of lawyers, each seeded alone into an agreement without any",
        "(`tests/agreement/seeded_mistakes.py`, `tests/agreement/test_mistakes.py`).",
        "",
        "| | of | share |",
        "|---|---|---|",
        f"| one mistake gives one message | {one} of {len(every)} | {one / len(every):.1%} |",
        f"| the way out offers what was meant | {right} of {len(named)} | {right / len(named):.1%} |",
        "",
        *(f"* More than one message, or none: `{each}`" for each in several),
        *(f"* What was meant is not offered: `{each}`" for each in unnamed),
    ]
    return "\n".join(lines).rstrip() + "\n"


def test_nothing_is_wrong_before() -> None:
    assert read(FULL).findings == ()
    assert [there for there, _, _ in ROWS if there not in FULL] == []


def test_one_mistake_one_message_and_the_nearest_name() -> None:
    sys.stdout.write(figures())
    every = seeded()
    assert len(every) >= 60
    assert sum(len(each.told) == 1 for each in every) >= 0.9 * len(every)
    named = [each for each in every if each.wanted is not None]
    assert sum(each.is_named for each in named) >= 0.9 * len(named)
    assert KEPT.read_text(encoding="utf-8") == figures(), "the kept figures are not those of today"


@pytest.mark.parametrize("each", seeded(), ids=lambda each: each.written.strip()[:40])
def test_every_part_of_a_message_is_filled(each: Seeded) -> None:
    for finding in each.told:
        assert finding.slug
        assert finding.headline.endswith(".")
        assert all(len(hint.text) > 10 for hint in finding.hints)
        assert finding.hints
        spot = finding.place
        assert (spot.line, spot.column) < (spot.end_line, spot.end_column) or finding.slug in WITHOUT_PLACE_IN_A_WORD


def test_an_open_quotation_mark_never_swallows_a_clause() -> None:
    for quote in ('clause 2 "Prisoners"', 'source "a speech"', 'map "Zones"', 'access to "the zone"'):
        resolved = read(FULL.replace(quote, quote[:-1], 1))
        assert resolved.agreement is not None
        assert len(resolved.agreement.clauses) >= 7
        assert len(resolved.findings) <= 2


if __name__ == "__main__":
    KEPT.write_text(figures(), encoding="utf-8")
