"""Words, numbers, dates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lark import Token, Transformer

from servanda.syntax import tree as t
from servanda.syntax import values
from servanda.syntax.build.parts import Parts, Silent, need, pick, token_of
from servanda.text import Span


class FromValues(Transformer[Token, Any]):
    """Words, numbers, dates; `at` turns positions in the line into positions in the source."""

    def __init__(self, at: Callable[[int], int]) -> None:
        super().__init__(visit_tokens=False)
        self._at = at
        self.impossible_days: list[tuple[str, Span]] = []

    def _span(self, parts: Parts) -> Span:
        """From the first part to the last; every part is a token or has a span."""
        first, last = parts[0], parts[-1]
        start = self._at(first.start_pos or 0) if isinstance(first, Token) else first.span.start
        end = self._at(last.end_pos or 0) if isinstance(last, Token) else last.span.end
        return Span(start, max(start, end))

    def _word(self, token: Token) -> t.Word:
        quoted = token[:1] in ('"', "\u201c")
        return t.Word(str(token[1:-1]) if quoted else str(token), self._span([token]), quoted)

    def string(self, parts: Parts) -> t.Word:
        return self._word(parts[0])

    def name(self, parts: Parts) -> t.Word:
        return self._word(parts[0])

    def phrase(self, parts: Parts) -> t.Phrase:
        return t.Phrase(tuple(self._word(token) for token in parts))

    def names(self, parts: Parts) -> t.Phrase:
        return self.phrase(parts)

    def scenario_phrase(self, parts: Parts) -> t.Phrase:
        return self.phrase(parts)

    def clause_ref(self, parts: Parts) -> t.ClauseRef:
        numbered = [part for part in parts if part.type != "CLAUSE"]
        text = " ".join(part.lower() if part.type == "ANNEX" else str(part) for part in numbered)
        return t.ClauseRef(text, self._span(numbered))

    def not_stated(self, parts: Parts) -> Silent:
        return Silent(self._span(parts))

    def quantity(self, parts: Parts) -> t.Quantity:
        number = token_of(parts, "NUMBER")
        return t.Quantity(values.number(number) if number else None, pick(parts, t.Phrase), self._span(parts))

    def quantity_reading(self, parts: Parts) -> t.Quantity:
        return need(parts, t.Quantity)

    def rate(self, parts: Parts) -> t.RateNode:
        number, per = token_of(parts, "NUMBER"), token_of(parts, "PER")
        days = 7 if per is not None and "week" in per.lower() else 1
        amount = values.number(number) / days if number else None
        return t.RateNode(amount, pick(parts, t.Phrase), self._span(parts))

    def span_of_time(self, parts: Parts) -> t.SpanOfTime:
        word = token_of(parts, "NUMBER_WORD")
        number = values.number_word(word) if word else values.number(parts[0])
        return t.SpanOfTime(number, values.time_unit(parts[1]), self._span(parts))

    def moment(self, parts: Parts) -> t.Moment:
        time, zone = token_of(parts, "TIME"), token_of(parts, "IN_ZONE")
        moment = t.Moment(
            values.calendar_day(str(parts[0])),
            str(time) if time else None,
            zone.split()[-1] if zone else None,
            self._span(parts),
        )
        if moment.day is None:
            self.impossible_days.append((str(parts[0]), self._span(parts[:1])))
        return moment
