"""What a clause says."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import get_args

from lark import Token

from servanda.syntax import tree as t
from servanda.syntax import values
from servanda.syntax.build.from_conditions import FromConditions, happenings
from servanda.syntax.build.parts import Flag, Parts, Silent, Since, Summed, every_part, lower, need, pick, token_of
from servanda.text import Span


class FromClauses(FromConditions):
    """What a clause says."""

    def subject(self, parts: Parts) -> tuple[t.Phrase, ...]:
        return every_part(parts, t.Phrase)

    def do(self, parts: Parts) -> t.DoNode:
        phrase, *after = every_part(parts, t.Phrase)
        many = token_of(parts, "NUMBER")
        if many is not None and after:
            both = t.Phrase((*phrase.words, *after[0].words))
            return t.DoNode(both, number=values.number(many), counted=len(phrase.words))
        first = token_of(parts, "KEEP", "HOLD")
        to: tuple[t.TermNode, ...] = pick(parts, tuple) or ()
        return t.DoNode(t.Phrase((self._word(first), *phrase.words)) if first else phrase, to)

    def refrain(self, parts: Parts) -> t.RefrainNode:
        return t.RefrainNode(need(parts, t.Phrase))

    def not_do(self, parts: Parts) -> t.NotDoNode:
        return t.NotDoNode(need(parts, t.Phrase))

    def not_phrase(self, parts: Parts) -> t.NotDoNode:
        return t.NotDoNode(parts[0])

    def limit_not(self, parts: Parts) -> t.LimitNode:
        found = self.limit(parts)
        return replace(found, order=values.opposite(found.order))

    def keep(self, parts: Parts) -> t.KeepNode:
        return t.KeepNode(need(parts, t.ComparisonNode))

    def limit(self, parts: Parts) -> t.LimitNode:
        compare = token_of(parts, "COMPARE")
        order = values.order(compare) if compare else "above"
        if token_of(parts, "NOT"):
            order = values.opposite(order)
        right: tuple[t.TermNode, ...] = need(parts, tuple)
        start = self._span([parts[0]]).start
        return t.LimitNode(order, right, Span(start, right[-1].span.end))

    def decide(self, parts: Parts) -> t.DecideNode:
        return t.DecideNode(pick(parts, t.Phrase))

    def agree(self, parts: Parts) -> t.AgreeNode:
        return t.AgreeNode(need(parts, t.ClauseRef))

    def agreed(self, parts: Parts) -> t.AgreedNode:
        return t.AgreedNode(need(parts, t.Phrase), self._from_word(parts))

    def fulfilled(self, parts: Parts) -> t.FulfilledNode:
        return t.FulfilledNode(every_part(parts, t.ClauseRef), False, self._from_word(parts))

    def after_fulfilled(self, parts: Parts) -> t.FulfilledNode:
        return t.FulfilledNode(every_part(parts, t.ClauseRef), True, self._from_word(parts))

    def after(self, parts: Parts) -> t.AfterNode:
        return t.AfterNode(need(parts, t.Phrase), self._from_word(parts))

    def not_before(self, parts: Parts) -> t.NotBeforeNode:
        return t.NotBeforeNode(need(parts, t.Moment), self._from_word(parts))

    def _from_word(self, parts: Parts) -> Span:
        """From the first word, a comma before it left out."""
        return self._span([part for part in parts if not (isinstance(part, Token) and part.type == "COMMA")])

    def consent(self, parts: Parts) -> t.ConsentNode:
        del parts
        return t.ConsentNode()

    def summed(self, parts: Parts) -> Summed:
        return Summed(every_part(parts, t.Phrase))

    def duty(self, parts: Parts) -> t.DutyNode:
        summed = pick(parts, Summed)
        if summed is not None:
            limit = need(parts, t.LimitNode)
            found = self.duty([(summed.parts[0],), *(part for part in parts[1:] if part is not limit), limit])
            return replace(found, content=replace(limit, also=summed.parts[1:]))
        contents: list[t.ContentNode] = [part for part in parts if isinstance(part, get_args(t.ContentNode))]
        timings: list[t.TimingNode] = [part for part in parts if isinstance(part, get_args(t.TimingNode))]
        return t.DutyNode(
            parts[0],
            self._word(token_of(parts, "FORCE", "FORCE_NOT") or parts[1]),
            token_of(parts, "JOINTLY") is not None,
            contents[0],
            _exact(timings),
            pick(parts, t.DecisionNode),
            tuple(part for part in parts if isinstance(part, get_args(t.RequirementNode))),
        )

    def may(self, parts: Parts) -> t.MayNode:
        return t.MayNode(parts[0], parts[-1], self._word(parts[1]))

    def may_not(self, parts: Parts) -> t.MayNode:
        return t.MayNode(parts[0], parts[-1], self._word(parts[1]), allowed=False)

    def may_answer(self, parts: Parts) -> t.MayNode:
        return t.MayNode(parts[0], parts[-1], self._word(parts[1]), answer=True)

    def release(self, parts: Parts) -> t.ReleaseNode:
        return t.ReleaseNode(need(parts, t.ClauseRef), parts[-1])

    def released(self, parts: Parts) -> t.ReleaseNode:
        return t.ReleaseNode(need(parts, t.ClauseRef), parts[0])

    def closes(self, parts: Parts) -> t.SpanOfTime | Flag:
        return pick(parts, t.SpanOfTime) or Flag("closes not stated")

    def otherwise(self, parts: Parts) -> Flag:
        del parts
        return Flag("otherwise adopted")

    def by_rule(self, parts: Parts) -> t.VoteRule:
        words = lower(parts[0]).replace("-", " ")
        rule = next(rule for rule in ("unanimity", "consensus", "two thirds", "majority") if rule[:6] in words)
        return t.VoteRule(
            rule,
            token_of(parts, "WITHOUT_CONCERNED") is not None,
            pick(parts, t.SpanOfTime),
            Flag("otherwise adopted") in parts,
        )

    def decision(self, parts: Parts) -> t.DecisionNode:
        phrases = every_part(parts, t.Phrase)
        start = self._span([parts[0]]).start
        end = max(self._span([part]).end for part in parts if isinstance(part, (Token, t.Phrase)))
        matter = phrases[1] if len(phrases) > 1 else None
        return t.DecisionNode(phrases[0], matter, need(parts, t.VoteRule), Span(start, end))

    def provided(self, parts: Parts) -> t.DecisionNode:
        rest = [part for part in parts if not (isinstance(part, Token) and part.type == "PROVIDED_THAT")]
        return replace(self.decision(rest), after_provided=True)

    def upon(self, parts: Parts) -> t.UponNode:
        return t.UponNode(happenings(parts))

    def if_breached(self, parts: Parts) -> t.IfBreachedNode:
        return t.IfBreachedNode(pick(parts, Silent) is not None)

    def not_yet(self, parts: Parts) -> t.NotYetNode:
        words = pick(parts, t.Word)
        assert words is not None  # noqa: S101 - the rule has a string
        return t.NotYetNode(words)

    def waived(self, parts: Parts) -> t.WaivedNode:
        words, *because = every_part(parts, t.Word)
        return t.WaivedNode(words, because[0] if because else None)

    def since(self, parts: Parts) -> Since:
        return Since(lower(parts[0]).split()[-1], self._span(parts), pick(parts, t.Moment))

    def within(self, parts: Parts) -> t.WithinNode:
        since = pick(parts, Since)
        return t.WithinNode(need(parts, t.SpanOfTime), since.word if since else None, self._span(parts))

    def at_once(self, parts: Parts) -> t.WithinNode:
        span = self._span(parts)
        return t.WithinNode(t.SpanOfTime(Fraction(0), "day", span), None, span)

    def by_moment(self, parts: Parts) -> t.ByNode:
        return t.ByNode(need(parts, t.Moment), self._span(parts))

    def by_day(self, parts: Parts) -> t.WithinNode:
        span = self._span(parts)
        return t.WithinNode(t.SpanOfTime(values.number(parts[-1]), "day", span), "start", span)

    def every(self, parts: Parts) -> t.EveryNode:
        span = self._span(parts)
        given = pick(parts, t.SpanOfTime)
        if given:
            return t.EveryNode(given, span)
        word = lower(parts[0]).split()[-1]
        unit = {"daily": "day", "weekly": "week"}.get(word, word)
        return t.EveryNode(t.SpanOfTime(Fraction(1), unit, span), span)

    def each_month(self, parts: Parts) -> t.EachMonthNode:
        digits = "".join(each for each in str(parts[0]) if each.isdigit())
        return t.EachMonthNode(int(digits) if digits else None, self._span(parts))

    def no_deadline(self, parts: Parts) -> t.NoDeadlineNode:
        return t.NoDeadlineNode(self._span(parts), _vague(token_of(parts, "NO_DAY")))

    hurried = no_deadline


def _vague(words: Token | None) -> str:
    return " ".join(words.lower().split()) if words is not None else ""


def _exact(timings: list[t.TimingNode]) -> t.TimingNode | None:
    """Of "promptly, within 3 days" the days."""
    named = [each for each in timings if not isinstance(each, t.NoDeadlineNode)]
    return next(iter((*named, *timings)), None)
