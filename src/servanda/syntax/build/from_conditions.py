"""What can happen and what can be the case."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

from servanda.syntax import tree as t
from servanda.syntax import values
from servanda.syntax.build.from_values import FromValues
from servanda.syntax.build.parts import Parts, every_part, lower, need, pick, token_of
from servanda.text import Span


def happenings(parts: Parts) -> tuple[t.HappeningNode, ...]:
    """What can happen, of all that a rule matched."""
    return tuple(part for part in parts if isinstance(part, get_args(t.HappeningNode)))


def _conditions(parts: Parts) -> tuple[t.ConditionNode, ...]:
    return tuple(part for part in parts if isinstance(part, (t.ComparisonNode, t.Joined)))


class FromConditions(FromValues):
    """What can happen and what can be the case."""

    def by_whom(self, parts: Parts) -> t.Phrase:
        return need(parts, t.Phrase)

    def breach(self, parts: Parts) -> t.BreachNode:
        by = pick(parts, t.Phrase)
        return t.BreachNode(need(parts, t.ClauseRef), by, None, self._span(parts))

    def any_breach(self, parts: Parts) -> t.BreachNode:
        return t.BreachNode(None, pick(parts, t.Phrase), None, self._span(parts))

    def breach_established(self, parts: Parts) -> t.BreachNode:
        *rest, shown = parts
        return t.BreachNode(need(parts, t.ClauseRef), pick(rest, t.Phrase), shown, self._span(parts))

    def adoption(self, parts: Parts) -> t.AdoptionNode:
        return t.AdoptionNode(pick(parts, t.Phrase), self._span(parts))

    def leaving(self, parts: Parts) -> t.LeavingNode:
        return t.LeavingNode(pick(parts, t.Phrase), self._span(parts))

    def suspension(self, parts: Parts) -> t.SuspensionNode:
        return t.SuspensionNode(pick(parts, t.ClauseRef), pick(parts, t.Phrase), self._span(parts))

    def act_phrase(self, parts: Parts) -> t.ActPhrase:
        return t.ActPhrase(parts[0])

    def holding(self, parts: Parts) -> t.TermNode:
        return t.TermNode(Fraction(1), parts[0], None, parts[0].span, self._at_signature(parts))

    def _at_signature(self, parts: Parts) -> bool:
        return token_of(parts, "AT_SIGNATURE") is not None

    def times(self, parts: Parts) -> t.TermNode:
        factor = values.number(parts[0])
        per_cent = not lower(parts[1]).startswith("times")
        return t.TermNode(
            factor / 100 if per_cent else factor, parts[2], None, self._span(parts), self._at_signature(parts)
        )

    def portion(self, parts: Parts) -> t.TermNode:
        return t.TermNode(values.portion(parts[0]), parts[1], None, self._span(parts), self._at_signature(parts))

    def number_of(self, parts: Parts) -> t.TermNode:
        span = self._span(parts)
        return t.TermNode(Fraction(1), None, t.Quantity(values.number(parts[0]), parts[1], span), span)

    def bare_number(self, parts: Parts) -> t.TermNode:
        span = self._span(parts)
        return t.TermNode(Fraction(1), None, t.Quantity(values.number(parts[0]), None, span), span)

    def unknown_number(self, parts: Parts) -> t.TermNode:
        span = self._span(parts)
        return t.TermNode(Fraction(1), None, t.Quantity(None, None, span), span)

    def sum(self, parts: Parts) -> tuple[t.TermNode, ...]:
        return every_part(parts, t.TermNode)

    def comparison(self, parts: Parts) -> t.ComparisonNode:
        return self._compared(parts, values.order(token_of(parts, "COMPARE") or ""))

    def exceeds(self, parts: Parts) -> t.ComparisonNode:
        return self._compared(parts, "above")

    def exceeds_not(self, parts: Parts) -> t.ComparisonNode:
        return self._compared(parts, "at most")

    def _compared(self, parts: Parts, order: str) -> t.ComparisonNode:
        left, right = every_part(parts, tuple)
        return t.ComparisonNode(left, order, right, Span(left[0].span.start, right[-1].span.end))

    def both(self, parts: Parts) -> t.Joined:
        return t.Joined(True, every_part(parts, t.ComparisonNode))

    def either(self, parts: Parts) -> t.Joined:
        return t.Joined(False, every_part(parts, t.ComparisonNode))

    def always(self, parts: Parts) -> t.AlwaysNode:
        return t.AlwaysNode(_conditions(parts)[0])

    def always_between(self, parts: Parts) -> t.AlwaysNode:
        return t.AlwaysNode(self.comparison(parts))

    def never_more(self, parts: Parts) -> t.AlwaysNode:
        compare = token_of(parts, "COMPARE")
        order = values.order(compare) if compare else "above"
        return t.AlwaysNode(self._compared(parts, values.opposite(order)))

    def never(self, parts: Parts) -> t.NeverNode:
        return t.NeverNode(happenings(parts)[0])

    def at_expiry(self, parts: Parts) -> t.AtExpiryNode:
        return t.AtExpiryNode(_conditions(parts)[0])

    def at_expiry_after(self, parts: Parts) -> t.AtExpiryNode:
        return self.at_expiry(parts)

    def whenever(self, parts: Parts) -> t.WheneverNode:
        trigger, answer = happenings(parts)
        return t.WheneverNode(trigger, answer, pick(parts, t.SpanOfTime), token_of(parts, "OR_BEFORE") is not None)

    def by_then(self, parts: Parts) -> t.WheneverNode:
        by = pick(parts, t.ByNode)
        return t.WheneverNode(None, happenings(parts)[0], by.moment if by else need(parts, t.WithinNode).duration)

    def whenever_at_once(self, parts: Parts) -> t.WheneverNode:
        trigger, answer = happenings(parts)
        once = t.SpanOfTime(Fraction(0), "day", self._span([token_of(parts, "AT_ONCE")]))
        return t.WheneverNode(trigger, answer, once, token_of(parts, "OR_BEFORE") is not None)
