"""What somebody is to receive, and steps that run side by side."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import get_args

from servanda.syntax import tree as t
from servanda.syntax import values
from servanda.syntax.build.from_words import FromWords
from servanda.syntax.build.parts import Parts, Since, every_part, lower, need, pick, token_of


class FromSteps(FromWords):
    """What somebody is to receive, and steps that run side by side."""

    def entitled(self, parts: Parts) -> t.EntitledNode:
        return t.EntitledNode(need(parts, tuple), need(parts, t.Phrase))

    def owed_by(self, parts: Parts) -> t.OwedByNode:
        return t.OwedByNode(pick(parts, t.Phrase))

    def begins(self, parts: Parts) -> t.PhaseNode:
        return self._phase(parts, beginning=True)

    def completed(self, parts: Parts) -> t.PhaseNode:
        return self._phase(parts, beginning=False)

    def _phase(self, parts: Parts, *, beginning: bool) -> t.PhaseNode:
        timings: list[t.TimingNode] = [part for part in parts if isinstance(part, get_args(t.TimingNode))]
        return t.PhaseNode(beginning, timings[0] if timings else None, _requirements(parts))

    def proviso(self, parts: Parts) -> t.ProvisoNode:
        return t.ProvisoNode(_requirements(parts))

    def governs(self, parts: Parts) -> t.GovernsNode:
        return t.GovernsNode(lower(parts[-1]).removeprefix("the "))

    def days_after(self, parts: Parts) -> t.AfterNode:
        found = re.search(r"\d+", token_of(parts, "DAYS_AFTER") or "")
        return t.AfterNode(need(parts, t.Phrase), self._from_word(parts), int(found[0]) if found else 0)

    def together_with(self, parts: Parts) -> t.AfterNode:
        return t.AfterNode(need(parts, t.Phrase), self._from_word(parts), together=True)

    def counting(self, parts: Parts) -> t.CountingNode:
        return t.CountingNode("not" not in lower(parts[0]), self._span(parts))

    def within(self, parts: Parts) -> t.WithinNode:
        return self._counted(super().within(parts), parts)

    def by_day(self, parts: Parts) -> t.WithinNode:
        return self._counted(super().by_day([part for part in parts if not isinstance(part, t.CountingNode)]), parts)

    def _counted(self, node: t.WithinNode, parts: Parts) -> t.WithinNode:
        counting, since = pick(parts, t.CountingNode), pick(parts, Since)
        return replace(
            node, start=since.start if since else None, first_counts=counting.first_counts if counting else None
        )

    def target(self, parts: Parts) -> t.TimingNode:
        """``day 60``, ``60 days``, a date: named, and not a deadline."""
        span = self._span(parts)
        moment, duration, number = pick(parts, t.Moment), pick(parts, t.SpanOfTime), token_of(parts, "NUMBER")
        if moment is not None:
            return t.ByNode(moment, span)
        days = t.SpanOfTime(values.number(number) if number else Fraction(0), "day", span)
        return t.WithinNode(duration or days, "start", span)

    def manner(self, parts: Parts) -> t.MannerNode:
        timings: list[t.TimingNode] = [part for part in parts if isinstance(part, get_args(t.TimingNode))]
        kinds = {"EACH_COMPLETE": "complete", "EACH_AWAITS": "awaits", "IS_TARGET": "target"}
        kind = next(kinds[name] for name in kinds if token_of(parts, name))
        return t.MannerNode(kind, timings[0] if timings else None, self._span(parts))

    def parallel(self, parts: Parts) -> t.ParallelNode:
        return t.ParallelNode(token_of(parts, "IN_PHASES") is not None, pick(parts, t.MannerNode), self._span(parts))


def _requirements(parts: Parts) -> tuple[t.RequirementNode, ...]:
    return every_part(parts, t.AgreedNode, t.FulfilledNode, t.AfterNode, t.NotBeforeNode)
