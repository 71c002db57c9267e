"""Lines about the words themselves and what hangs on them."""

from __future__ import annotations

from dataclasses import dataclass

from lark import Token

from servanda.syntax import tree as t
from servanda.syntax.build.from_clauses import FromClauses
from servanda.syntax.build.parts import Parts, every_part, lower, need, pick, token_of


@dataclass(frozen=True, slots=True)
class _Reports:
    within: t.SpanOfTime | None


class FromWords(FromClauses):
    """Lines about the words themselves and what hangs on them."""

    def verifiers(self, parts: Parts) -> tuple[t.Phrase, ...]:
        return every_part(parts, t.Phrase)

    def access(self, parts: Parts) -> t.Phrase:
        return need(parts, t.Phrase)

    def reports(self, parts: Parts) -> _Reports:
        return _Reports(pick(parts, t.SpanOfTime))

    def standard(self, parts: Parts) -> str:
        return lower(parts[-1])

    def verified(self, parts: Parts) -> t.VerifiedNode:
        every, reports = pick(parts, t.EveryNode), pick(parts, _Reports)
        spans = [part for part in parts if isinstance(part, (Token, t.ClauseRef))]
        return t.VerifiedNode(
            every_part(parts, t.ClauseRef),
            pick(parts, tuple) or (),
            every.duration if every else None,
            pick(parts, t.Phrase),
            reports.within if reports else None,
            next((str(part) for part in parts if type(part) is str), None),
            self._span(spans),
        )

    def established(self, parts: Parts) -> t.EstablishedNode:
        return t.EstablishedNode(pick(parts, t.Phrase), self._span(parts))

    def definition(self, parts: Parts) -> t.DefinitionNode:
        term, *meaning = every_part(parts, t.Phrase)
        return t.DefinitionNode(term, meaning[0] if meaning else None)

    def document(self, parts: Parts) -> t.DocumentNode:
        kind, state = token_of(parts, "DOCUMENT"), token_of(parts, "ATTACHED")
        words = [word for word in lower(state or "").split() if word not in ("is", "are", "yet")]
        return t.DocumentNode(lower(kind or ""), need(parts, t.Word), " ".join(words))

    def rests_on(self, parts: Parts) -> t.RestsOnNode:
        return t.RestsOnNode(need(parts, t.Word))

    def source(self, parts: Parts) -> t.Phrase:
        return t.Phrase((need(parts, t.Word),))

    def said(self, parts: Parts) -> t.Moment:
        return need(parts, t.Moment)

    def position(self, parts: Parts) -> t.PositionNode:
        of, *source = every_part(parts, t.Phrase)
        name, *words = every_part(parts, t.Word)
        return t.PositionNode(
            of,
            name,
            lower(token_of(parts, "STANCE") or "").removesuffix("s"),
            every_part(parts, t.ClauseRef),
            words[0] if words else None,
            source[0].words[0] if source else None,
            pick(parts, t.Moment),
        )

    def stand_in(self, parts: Parts) -> t.StandInNode:
        return t.StandInNode(*every_part(parts, t.Phrase))
