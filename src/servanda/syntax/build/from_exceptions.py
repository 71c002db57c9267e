"""Exceptions, and what ranks or softens a clause."""

from __future__ import annotations

from dataclasses import replace

from lark import Token

from servanda.syntax import tree as t
from servanda.syntax.build.from_lasting import FromLasting
from servanda.syntax.build.parts import Flag, Parts, every_part, lower, need, pick, token_of


class FromExceptions(FromLasting):
    """Exceptions, and what ranks or softens a clause."""

    def excepted_in(self, parts: Parts) -> t.ExceptionNode:
        return t.ExceptionNode(need(parts, t.Phrase), None, None, None, None, self._span(parts))

    excepted_acting = excepted_in

    def excepted_words(self, parts: Parts) -> t.ExceptionNode:
        return t.ExceptionNode(need(parts, t.Word), None, None, None, None, self._span(parts))

    def excepted_after(self, parts: Parts) -> t.ExceptionNode:
        return t.ExceptionNode(None, need(parts, t.Phrase), None, None, None, self._span(parts))

    def excepted_agreed(self, parts: Parts) -> t.ExceptionNode:
        return t.ExceptionNode(None, None, need(parts, t.Phrase), None, None, self._span(parts))

    def judged(self, parts: Parts) -> t.JudgedNode:
        own = token_of(parts, "OWN_JUDGEMENT") is not None
        return t.JudgedNode(own, pick(parts, t.Phrase), self._from_word(parts))

    def only_after(self, parts: Parts) -> t.OnlyAfterNode:
        return t.OnlyAfterNode(need(parts, t.Phrase), self._from_word(parts))

    def exception(self, parts: Parts) -> t.ExceptionNode:
        found = need(parts, t.ExceptionNode)
        also = pick(parts, t.OnlyAfterNode)
        return replace(
            found,
            judged=pick(parts, t.JudgedNode),
            lasting=pick(parts, t.LastingNode),
            span=self._from_word(parts),
            only_after=also.act if also is not None else None,
        )

    def priced(self, parts: Parts) -> Flag:
        return Flag(lower(parts[-1]).strip(" ,"))

    def duty(self, parts: Parts) -> t.DutyNode:
        made = super().duty(parts)
        exceptions = every_part(parts, t.ExceptionNode)
        return replace(
            made, exceptions=exceptions, instead=Flag("instead") in parts, each_time=Flag("each time") in parts
        )

    def exempt(self, parts: Parts) -> t.ExemptNode:
        who: tuple[t.Phrase, ...] = pick(parts, tuple) or ()
        return t.ExemptNode(every_part(parts, t.ClauseRef), who, self.exception(self._beyond_refs(parts)))

    def _beyond_refs(self, parts: Parts) -> Parts:
        start = next(i for i, part in enumerate(parts) if isinstance(part, t.ExceptionNode))
        return parts[start:]

    def cure(self, parts: Parts) -> t.CureNode:
        return t.CureNode(pick(parts, t.ClauseRef), pick(parts, t.SpanOfTime), self._span(parts))

    def prevails(self, parts: Parts) -> t.PrevailsNode:
        cut = next(i for i, part in enumerate(parts) if isinstance(part, Token) and part.type == "PREVAILS_OVER")
        return t.PrevailsNode(every_part(parts[:cut], t.ClauseRef), every_part(parts[cut:], t.ClauseRef))
