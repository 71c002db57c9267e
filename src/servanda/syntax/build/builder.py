"""One class with a method for every rule of the grammar, under the same name."""

from __future__ import annotations

from typing import Any, get_args

from lark import Token

from servanda.syntax import tree as t
from servanda.syntax import values
from servanda.syntax.build.from_exceptions import FromExceptions
from servanda.syntax.build.parts import Parts, Silent, every_part, lower, need, pick, token_of


class Builder(FromExceptions):
    """Builds the nodes of one line of any kind."""

    def _first(self, parts: Parts) -> Any:
        return parts[0]

    file_line = header_line = clause_line = entitlement_line = act_line = scenario_line = _first
    clause_reading = entitlement_reading = parallel_reading = interest_reading = stock_reading = _first

    def agreement(self, parts: Parts) -> t.AgreementHead:
        return t.AgreementHead(parts[1])

    def vocabulary(self, parts: Parts) -> t.VocabularyHead:
        return t.VocabularyHead(parts[1])

    def use(self, parts: Parts) -> t.Use:
        return t.Use(every_part(parts, t.Word))

    def actor(self, parts: Parts) -> t.NamedActor:
        return t.NamedActor(self._word(parts[0]), pick(parts, t.Word))

    def actors(self, parts: Parts) -> t.Actors:
        role = lower(parts[0]).replace("parties", "party").replace("third party", "third state").removesuffix("s")
        return t.Actors(role, every_part(parts, t.NamedActor))

    def body(self, parts: Parts) -> t.BodyNode:
        ident, *members = [part for part in parts if isinstance(part, Token) and part.type == "WORD"]
        return t.BodyNode(self._word(ident), pick(parts, t.Word), tuple(self._word(member) for member in members))

    def kind(self, parts: Parts) -> t.KindNode:
        return t.KindNode(parts[1], parts[-1])

    def class_of(self, parts: Parts) -> t.ClassNode:
        name, *kinds = every_part(parts, t.Phrase)
        return t.ClassNode(name, tuple(kinds))

    def factor(self, parts: Parts) -> t.FactorNode:
        one, other = (values.number(part) for part in parts if isinstance(part, Token) and part.type == "NUMBER")
        unit, into = every_part(parts, t.Phrase)
        return t.FactorNode(unit, into, other / one if one else other, self._span(parts))

    def act(self, parts: Parts) -> t.ActHead:
        return t.ActHead(parts[1])

    def move(self, parts: Parts) -> t.MoveHead:
        return t.MoveHead(self._word(parts[1]), pick(parts, t.Word))

    def clause(self, parts: Parts) -> t.ClauseHead:
        return t.ClauseHead(need(parts, t.ClauseRef), pick(parts, t.Word))

    def scenario(self, parts: Parts) -> t.ScenarioHead:
        return t.ScenarioHead(parts[1])

    def accept(self, parts: Parts) -> t.Accept:
        because = pick(parts, t.Word)
        assert because is not None  # noqa: S101 - the rule has a string
        for_text = self._word(parts[-1]) if len(parts) > 4 else None
        return t.Accept(self._word(parts[1]), because, for_text)

    def expect_finding(self, parts: Parts) -> t.ExpectFinding:
        return t.ExpectFinding(self._word(parts[1]), pick(parts, t.ClauseRef))

    def stock_entry(self, parts: Parts) -> t.StockEntry:
        return t.StockEntry(parts[0], parts[-1])

    def stock(self, parts: Parts) -> t.StockNode:
        return t.StockNode(every_part(parts, t.StockEntry))

    def interest(self, parts: Parts) -> t.InterestNode:
        protected: list[t.ProtectedNode] = [part for part in parts if isinstance(part, get_args(t.ProtectedNode))]
        return t.InterestNode(parts[1], parts[2], protected[0] if protected else None, pick(parts, t.BeyondNode))

    def beyond(self, parts: Parts) -> t.BeyondNode:
        return t.BeyondNode(pick(parts, t.SpanOfTime), self._from_word(parts))

    def assume_away(self, parts: Parts) -> t.AssumeAway:
        return t.AssumeAway(need(parts, t.Phrase), need(parts, t.Word))

    def assume_rise(self, parts: Parts) -> t.AssumeRise:
        return t.AssumeRise(need(parts, t.Phrase), need(parts, t.RateNode), need(parts, t.Word))

    def assume_capacity(self, parts: Parts) -> t.AssumeCapacity:
        who, *what = every_part(parts, t.Phrase)
        many = values.number(str(token_of(parts, "NUMBER")))
        return t.AssumeCapacity(who, many, what[0] if what else None, need(parts, t.SpanOfTime), need(parts, t.Word))

    def assume_rate(self, parts: Parts) -> t.AssumeRate:
        return t.AssumeRate(need(parts, t.Phrase), need(parts, t.RateNode), need(parts, t.Word))

    def free(self, parts: Parts) -> tuple[t.Word, ...]:
        return tuple(self._word(part) for part in parts)

    def _header_words(self, parts: Parts) -> t.HeaderWords:
        return t.HeaderWords(lower(parts[0]), parts[1])

    version = text = extent = status = _header_words

    def signed(self, parts: Parts) -> t.HeaderMoment:
        return t.HeaderMoment("signed", pick(parts, t.Moment))

    def takes_effect(self, parts: Parts) -> t.HeaderMoment:
        return t.HeaderMoment("takes effect", pick(parts, t.Moment))

    def without_end(self, parts: Parts) -> Silent:
        return Silent(self._span(parts))

    def lasts(self, parts: Parts) -> t.Lasts:
        return t.Lasts(pick(parts, t.SpanOfTime), pick(parts, t.Moment))

    def deadlines(self, parts: Parts) -> t.Deadlines:
        return t.Deadlines(token_of(parts, "INCLUSIVE") is not None)

    def noun(self, parts: Parts) -> t.Pattern:
        return t.Pattern("noun", parts[-1])

    def verb(self, parts: Parts) -> t.Pattern:
        return t.Pattern("verb", parts[-1])

    def slot(self, parts: Parts) -> t.SlotNode:
        return t.SlotNode(self._word(parts[0]), parts[-1])

    def needs(self, parts: Parts) -> t.Needs:
        return t.Needs(parts[-1])

    def raises(self, parts: Parts) -> t.Raises:
        return t.Raises(parts[1], parts[-1])

    def lowers(self, parts: Parts) -> t.Lowers:
        return t.Lowers(parts[1], pick(parts, t.RateNode))

    def shows(self, parts: Parts) -> t.Shows:
        return t.Shows(parts[-1])

    def noticed(self, parts: Parts) -> t.NoticedBy:
        return t.NoticedBy(every_part(parts, t.Phrase))

    def done_by(self, parts: Parts) -> t.DoneBy:
        return t.DoneBy(self._word(parts[-1]))

    def open_when(self, parts: Parts) -> t.MoveFact:
        return t.MoveFact("open", tuple(every_part(parts, t.Word)))

    def found_by(self, parts: Parts) -> t.MoveFact:
        return t.MoveFact("found", tuple(every_part(parts, t.Word)))

    def case(self, parts: Parts) -> t.MoveFact:
        return t.MoveFact("case", tuple(every_part(parts, t.Word)))

    def scenario_day(self, parts: Parts) -> int | t.Moment:
        if parts[0].type == "DATE":
            return self.moment(parts)
        return int(values.number(parts[-1]))

    def scenario_step(self, parts: Parts) -> t.StepNode:
        when, phrase = parts
        moment = when if isinstance(when, t.Moment) else None
        return t.StepNode(None if moment else when, moment, phrase)

    def expect_verdict(self, parts: Parts) -> t.VerdictNode:
        verdict, number = token_of(parts, "VERDICT"), token_of(parts, "NUMBER")
        return t.VerdictNode(
            need(parts, t.ClauseRef),
            pick(parts, t.Phrase),
            lower(verdict or "").split()[-1],
            int(values.number(number)) if number else None,
        )
