"""Duties that stand alike, told together: one clause asks the same of several, and they stand on the same rung."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from servanda.cli.report.wording import listed
from servanda.findings import DutyLine


@dataclass(frozen=True, slots=True)
class Breach:
    """The cheapest breach of one bearer, and those in whose place it reads the same."""

    line: DutyLine
    alike: tuple[str, ...]

    @property
    def whose(self) -> str:
        """``by Arland``, ``by Arland (it reads the same with Borland in its place)``."""
        same = f" (it reads the same with {listed(self.alike, 'or')} in its place)" if self.alike else ""
        return f"by {self.line.bearer}{same}"


@dataclass(frozen=True, slots=True)
class Alike:
    """Lines that differ in their bearer only."""

    lines: tuple[DutyLine, ...]

    @property
    def first(self) -> DutyLine:
        """Any one of them, for what they have in common."""
        return self.lines[0]

    @property
    def bearers(self) -> str:
        """``Arland``; ``each of Arland and Borland``."""
        names = tuple(dict.fromkeys(line.bearer for line in self.lines))
        return names[0] if len(names) == 1 else f"each of {listed(names)}"

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """Their cheapest breaches, those that differ in names only once."""
        groups: dict[object, list[DutyLine]] = {}
        for line in self.lines:
            if line.breach:
                groups.setdefault(_without_names(line, self.lines), []).append(line)
        return tuple(Breach(first, tuple(line.bearer for line in rest)) for first, *rest in groups.values())


def standing_alike(duties: Sequence[DutyLine]) -> tuple[Alike, ...]:
    """The lines in groups, in the order of their firsts."""
    groups: dict[tuple[object, ...], list[DutyLine]] = {}
    for line in duties:
        days = line.established_within_days, line.answered_within_days
        key = (line.clause, line.what or line.mode, line.rung, *days, line.remark)
        groups.setdefault(key, []).append(line)
    return tuple(Alike(tuple(lines)) for lines in groups.values())


def _without_names(line: DutyLine, lines: Sequence[DutyLine]) -> tuple[object, ...]:
    """A story in which its bearer is one sign, and each other bearer of the duty another."""
    others = sorted({each.bearer for each in lines} - {line.bearer}, key=len, reverse=True)
    signs = {line.bearer: "\0", **dict.fromkeys(others, "\1")}
    return tuple((step.day, step.status, step.clause, _signed(step.event, signs)) for step in line.breach)


def _signed(words: str, signs: Mapping[str, str]) -> str:
    for name, sign in signs.items():
        words = re.sub(rf"\b{re.escape(name)}\b", sign, words, flags=re.IGNORECASE)
    return words
