"""How long a clause binds: leaving, ending, suspending, extending."""

from __future__ import annotations

from lark import Token

from servanda.syntax import tree as t
from servanda.syntax.build.from_steps import FromSteps
from servanda.syntax.build.parts import Flag, Parts, Silent, every_part, lower, need, pick, token_of

_POWERS = {"LEAVES": "withdraw", "ENDS_ALL": "terminate"}


class FromLasting(FromSteps):
    """How long a clause binds: leaving, ending, suspending, extending."""

    def this_ref(self, parts: Parts) -> t.ClauseRef:
        return t.ClauseRef("this", self._span(parts))

    def power(self, parts: Parts) -> t.PowerNode:
        verb = token_of(parts, "LEAVES", "ENDS_ALL", "SUSPENDS_ALL", "SUSPENDS", "SUSPENDS_OWN")
        assert verb is not None  # noqa: S101 - the grammar promises one
        return t.PowerNode(
            parts[0],
            _POWERS.get(verb.type, "suspend"),
            every_part(parts, t.ClauseRef),
            verb.type == "SUSPENDS_OWN",
            pick(parts, t.IfNode),
            Flag("notice") in parts,
            pick(parts, t.EffectiveNode),
            pick(parts, t.LastingNode),
            self._word(verb),
        )

    def if_words(self, parts: Parts) -> t.IfNode:
        return t.IfNode(need(parts, t.Word), token_of(parts, "OWN_JUDGEMENT") is not None)

    def notice(self, parts: Parts) -> Flag:
        del parts
        return Flag("notice")

    def effective(self, parts: Parts) -> t.EffectiveNode:
        once = token_of(parts, "AT_ONCE") is not None
        return t.EffectiveNode(pick(parts, t.SpanOfTime), once, self._from_word(parts))

    def lasting(self, parts: Parts) -> t.LastingNode:
        return t.LastingNode(
            pick(parts, t.SpanOfTime),
            pick(parts, t.Moment),
            every_part(parts, t.ClauseRef),
            token_of(parts, "ONCE") is not None,
            self._from_word(parts),
        )

    def extended_by(self, parts: Parts) -> t.PeriodsNode:
        return t.PeriodsNode(every_part(parts, t.SpanOfTime), self._span(parts))

    def unless(self, parts: Parts) -> tuple[t.Phrase, t.SpanOfTime | None]:
        return need(parts, t.Phrase), pick(parts, t.SpanOfTime)

    def if_agreed(self, parts: Parts) -> t.AgreedByNode:
        return t.AgreedByNode(need(parts, t.Phrase), pick(parts, t.SpanOfTime), self._span(parts))

    def extension(self, parts: Parts) -> t.ExtensionNode:
        agreed = pick(parts, t.AgreedByNode)
        if agreed is not None:
            return t.ExtensionNode(need(parts, t.PeriodsNode), None, agreed.notice, agreed.who)
        given: tuple[t.Phrase, t.SpanOfTime | None] | None = pick(parts, tuple)
        unless, notice = given if given is not None else (None, None)
        return t.ExtensionNode(need(parts, t.PeriodsNode), unless, notice)

    def ends(self, parts: Parts) -> t.EndNode:
        silent = pick(parts, Silent) is not None
        clauses = every_part(parts, t.ClauseRef)
        return t.EndNode(clauses, pick(parts, t.Moment), pick(parts, t.SpanOfTime), silent, self._span(parts))

    def survives(self, parts: Parts) -> t.SurvivalNode:
        return t.SurvivalNode(every_part(parts, t.ClauseRef), pick(parts, t.SpanOfTime), self._span(parts))

    def lapses(self, parts: Parts) -> t.LapseNode:
        return t.LapseNode(every_part(parts, t.ClauseRef), self._span(parts))

    def silent_on(self, parts: Parts) -> t.SilentNode:
        subject = next(part for part in parts if isinstance(part, Token))
        return t.SilentNode(lower(subject), pick(parts, t.Word), self._span(parts))
