"""What is left open between readings, or between the parties: every place where one text could be several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from fractions import Fraction

from servanda.syntax import tree as t
from servanda.text import Place, Source, Span


class ChoiceKind(Enum):
    """Why there is a choice."""

    READING = "reading"  # one text, understood in several ways
    OPTION = "option"  # not agreed yet


@dataclass(frozen=True, slots=True)
class Choice:
    """One place where a text could be several.  `by` says whose each option is, where the text says so."""

    id: str
    kind: ChoiceKind
    place: Place
    labels: tuple[str, ...]
    by: tuple[str | None, ...]


@dataclass(slots=True)
class Chooser:
    """Picks one alternative at every choice, and remembers the choices met."""

    source: Source
    chosen: Mapping[str, int]
    choices: list[Choice] = field(default_factory=list)
    anchor: str = "file"

    def node(self, line: t.Line) -> t.Node | None:
        """What a line says under the alternatives chosen."""
        if not line.readings:
            return self._variant(line)
        labels = tuple(f"reading {number}" for number in range(1, len(line.readings) + 1))
        picked = self._pick(ChoiceKind.READING, line.span, labels, (None,) * len(labels))
        nodes = [self._variant(reading) for reading in line.readings]
        return merged(self._variant(line), nodes[picked])

    def _variant(self, line: t.Line) -> t.Node | None:
        return line.variant(tuple(self._option(bracket) for bracket in line.brackets)) if line.variants else None

    def _option(self, bracket: t.Bracket) -> int:
        labels = tuple(option.text for option in bracket.options)
        return self._pick(ChoiceKind.OPTION, bracket.span, labels, tuple(option.by for option in bracket.options))

    def _pick(self, kind: ChoiceKind, span: Span, labels: tuple[str, ...], by: tuple[str | None, ...]) -> int:
        number = 1 + sum(each.kind is kind and each.id.startswith(f"{self.anchor}:") for each in self.choices)
        name = f"{self.anchor}:{kind.value}-{number}"
        self.choices.append(Choice(name, kind, self.source.place(span), labels, by))
        index = self.chosen.get(name, 0)
        return index if 0 <= index < len(labels) else 0


def merged(line: t.Node | None, reading: t.Node | None) -> t.Node | None:
    """A line with one reading of it: the whole of it anew, or one part."""
    if isinstance(line, t.DutyNode):
        return _of_duty(line, reading)
    match line, reading:
        case t.InterestNode(), t.AlwaysNode() | t.NeverNode() | t.AtExpiryNode() | t.WheneverNode():
            return replace(line, protected=reading)
        case t.ProvisoNode(), t.GovernsNode(phase=phase):
            return replace(line, governs=phase)
        case t.ParallelNode(), t.MannerNode():
            return replace(line, manner=reading)
        case t.StockNode(), t.Quantity():
            return replace(line, entries=tuple(replace(entry, quantity=reading) for entry in line.entries))
    return _standing(line, reading)


def _of_duty(line: t.DutyNode, reading: t.Node | None) -> t.Node | None:
    """A duty with its time, what must come first, how its days are counted or its number read anew."""
    match reading:
        case t.WithinNode() | t.ByNode() | t.EveryNode() | t.NoDeadlineNode():
            return replace(line, timing=reading)
        case t.DecisionNode() if reading.after_provided:
            return replace(line, provided=reading)
        case t.AgreedNode() | t.FulfilledNode() | t.AfterNode() | t.NotBeforeNode():
            return replace(line, requires=(*line.requires, reading))
        case t.CountingNode(first_counts=counts) if isinstance(line.timing, t.WithinNode):
            return replace(line, timing=replace(line.timing, first_counts=counts))
        case t.Quantity() if isinstance(line.content, t.KeepNode | t.LimitNode):
            return _limited_to(line, reading)
        case t.ExceptionNode():
            return replace(line, exceptions=(*line.exceptions, reading))
    return reading


def _standing(line: t.Node | None, reading: t.Node | None) -> t.Node | None:
    """A line about powers or extensions with one part read otherwise; else the reading alone."""
    match line, reading:
        case t.ExtensionNode(), t.PeriodsNode():
            return replace(line, periods=reading)
        case t.PowerNode(), t.EffectiveNode():
            return replace(line, effective=reading)
        case t.PowerNode(), t.LastingNode():
            return replace(line, lasting=reading)
    return reading


def _limited_to(line: t.DutyNode, quantity: t.Quantity) -> t.DutyNode:
    term = t.TermNode(Fraction(1), None, quantity, quantity.span)
    if isinstance(line.content, t.KeepNode):
        content = t.KeepNode(replace(line.content.comparison, right=(term,)))
        return replace(line, content=content)
    assert isinstance(line.content, t.LimitNode)  # noqa: S101 - the caller has looked
    return replace(line, content=replace(line.content, right=(term,)))
