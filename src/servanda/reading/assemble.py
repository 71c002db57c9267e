"""From the attributions found in blocks to one list for the document: no doubles, quotations whole, nesting known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from servanda.reading.attribution import Attribution, attributions
from servanda.reading.direct import direct_speech, is_utterance
from servanda.reading.lexicon import Lexicon, load_lexicon
from servanda.reading.modality import kind_of
from servanda.reading.nouns import carried_by_nouns
from servanda.reading.passage import Passage
from servanda.reading.repair import repair
from servanda.reading.sentences import according_to, for_somebody, named_colon
from servanda.reading.span import Span, Spans, covered, inside, merge, overlap, subtract, trim, within, words
from servanda.reading.splits import split_clauses, without_afterthought
from servanda.reading.tree import Tree
from servanda.reading.turns import Turn, asks, turns_of

TURN = "turn"
"""The rule by which a paragraph of a transcript belongs to the name at its head."""
TAGGED = "tagger"
"""The rule of what only a trained tagger found."""
MOST = 200
"""Attributions in one block, which holds some two thousand characters: more are no language."""
#: As in "the draft says Norvia would recognise …": what somebody is to do is no word of theirs.
_FUTURE_ACT = re.compile(r"(?:will|would|shall|may|might|can|could) (?!not\b|never\b|n[’']t\b)")
#: As in "I would like to thank": the wish is a manner of speaking.
_WISHES = frozenset(["like", "wish", "want"])
_SPOKEN = load_lexicon().listed("spoken")
_SILENCE = frozenset(["decline", "refuse"])


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution with the index of the one it is nested in (None at the top)."""

    said: Attribution
    parent: int | None


#: Judges the attributions of one block anew: what rules found in, what is to stand out.
Tagger = Callable[[Passage, Sequence[Attribution]], Sequence[Attribution]]


def assemble(
    text: str, trees: Sequence[Tree], quotes: Spans, lexicon: Lexicon, tagger: Tagger | None = None
) -> list[Found]:
    """All attributions of a document in the order of its text, outer before inner."""
    found: list[Found] = []
    for passage, ruled in of_blocks(text, trees, quotes, lexicon):
        said = ruled if tagger is None else _complete(tagger(passage, ruled))
        found.extend(_nested(text, list(said), len(found)))
    return found


def of_blocks(
    text: str, trees: Sequence[Tree], quotes: Spans, lexicon: Lexicon | None = None
) -> Iterator[tuple[Passage, list[Attribution]]]:
    """Each block with what the rules find in it."""
    turns, known = turns_of(text), lexicon or load_lexicon()
    for tree in trees:
        if tree.words:
            inner = within(quotes, tree.words[0].start, tree.words[-1].end)
            passage = Passage(text, repair(tree, known), inner, known, turns.get(tree.words[0].start))
            yield passage, _complete(_of_block(passage))


def _complete(found: Iterable[Attribution]) -> list[Attribution]:
    return [item for item in map(_filled, found) if item.content and item.cue]


def _filled(said: Attribution) -> Attribution:
    """An attribution without places that hold nothing."""
    source, cue, content = (tuple(s for s in spans if s[0] < s[1]) for spans in (said.source, said.cue, said.content))
    return replace(said, source=source, cue=cue, content=content)


def _nested(text: str, said: list[Attribution], before: int) -> list[Found]:
    """The attributions of one block in order, with parents counted from ``before``; nothing nests across blocks."""
    reach: dict[Spans, int] = {}
    for item in said:
        reach[item.cue] = max(reach.get(item.cue, 0), item.content[-1][1])
    # Outer before inner; what one cue holds in several parts, in the order of the parts.
    said.sort(key=lambda item: (min(item.cue[0][0], item.content[0][0]), -reach[item.cue], item.content[0][0]))
    said = said[:MOST]
    parents = without_rings([_parent(index, said) for index in range(len(said))])
    kept = [index for index in range(len(said)) if parents[index] is None or _counts_nested(text, said[index])]
    place = {index: number for number, index in enumerate(kept, before)}
    return [Found(said[index], _kept_parent(index, parents, place)) for index in kept]


def _of_block(passage: Passage) -> list[Attribution]:
    if passage.turn is not None and asks(passage.text, passage.turn.said):
        return []
    start, end = passage.tree.words[0].start, passage.tree.words[-1].end
    spoken = direct_speech(passage, tuple(quote for quote in passage.quotes if inside(quote, (start, end))))
    cues = {item.cue[0] for item in spoken}
    others = [item for item in attributions(passage) if not any(covered(cue, item.cue) for cue in cues)]
    others.extend(carried_by_nouns(passage))
    others.extend(according_to(passage))
    others.extend(for_somebody(passage))
    others.extend(_turned(passage.turn) if passage.turn is not None else named_colon(passage))
    found = _with_quotes_after(passage, [*spoken, *_one_of_each_chain(others)])
    whole = [
        item if item.rule == "direct" else without_afterthought(passage, _whole_quotes(passage, item)) for item in found
    ]
    apart = [(item.cue[0][0], item.source[-1][1]) for item in whole if item.lemma == "according" and item.source]
    whole = [item if item.lemma == "according" else _without(passage, item, apart) for item in whole]
    return [part for item in whole for part in ([item] if item.rule == TURN else split_clauses(passage, item))]


def _turned(turn: Turn) -> list[Attribution]:
    """All that somebody says in one turn of a transcript."""
    return [Attribution((turn.name,), (turn.colon,), (turn.said,), TURN, ":")]


def _without(passage: Passage, said: Attribution, holes: Sequence[Span]) -> Attribution:
    """As in "told him they cannot, according to a memo": the phrase belongs to nobody's words."""
    if not any(overlap(hole, span) for hole in holes for span in said.content):
        return said
    pieces = merge(trim(passage.text, piece) for span in said.content for piece in subtract(span, holes))
    return replace(said, content=pieces) if pieces else said


def _with_quotes_after(passage: Passage, found: Sequence[Attribution]) -> list[Attribution]:
    """As in "She said she had refused. “We said no.”": a quotation that nobody is named for goes on from who spoke."""
    given = [item for item in found if item.content]
    for quote in passage.quotes:
        around = [item for item in given if not covered(item.cue[0], [quote])]
        taken = any(overlap(quote, span) for item in around for span in item.content)
        if taken or not is_utterance(passage.text, quote):
            continue
        before = [n for n, item in enumerate(given) if item.content[-1][1] <= quote[0] and item.cue[0][1] <= quote[0]]
        last = max(before, key=lambda n: given[n].content[-1][1], default=None)
        if last is None or not _goes_on(passage, given[last], quote):
            continue
        given[last] = replace(given[last], content=merge((*given[last].content, quote)))
    return given


def _goes_on(passage: Passage, said: Attribution, quote: Span) -> bool:
    """Whether nothing but a stop lies between what somebody said and a quotation that is a sentence of its own."""
    end = max(said.content[-1][1], said.cue[-1][1], said.source[-1][1] if said.source else 0)
    frames = passage.lexicon.verbs.get(said.lemma, frozenset())
    speaks = said.rule in ("direct", "clause", "fronted", "parenthesis", "colon") and bool(said.source)
    between = passage.text[end : quote[0]]
    return (
        speaks
        and ("say" in frames or said.lemma == "clear")
        and bool(re.fullmatch(r"[^\w“\"]*[.!?][^\w“\"]*", between))
    )


def _one_of_each_chain(found: Sequence[Attribution]) -> list[Attribution]:
    """As in "refused to accept a deadline", "declined to say whether …": one chain of verbs is one statement.

    The first verb holds it, unless the chain ends in a verb of silence, which tells what was not said.
    """
    dropped: set[int] = set()
    for number, outer in enumerate(found):
        for other, inner in enumerate(found):
            if number == other or outer.cue == inner.cue or outer.source != inner.source:
                continue
            if outer.cue[0][0] == inner.cue[0][0] and outer.cue[-1][1] < inner.cue[-1][1]:
                inward = outer.lemma in _SILENCE or (outer.lemma in _WISHES and inner.lemma in _SPOKEN)
                dropped.add(number if inward else other)
    return [item for number, item in enumerate(found) if number not in dropped]


def _whole_quotes(passage: Passage, said: Attribution) -> Attribution:
    """A content that reaches into a quotation reaches to its end, unless its own source or cue stands inside."""
    mine = (*said.source, *said.cue)
    reached = [
        quote
        for quote in passage.quotes
        if any(overlap(quote, span) for span in said.content) and not any(overlap(quote, span) for span in mine)
    ]
    return replace(said, content=merge((*said.content, *reached))) if reached else said


def _parent(index: int, said: Sequence[Attribution]) -> int | None:
    """The attribution with the shortest content that holds the cue of this one."""
    cue = said[index].cue[0]
    holders = [
        (sum(end - start for start, end in other.content), number)
        for number, other in enumerate(said)
        if number != index and other.cue != said[index].cue and covered(cue, other.content)
    ]
    return min(holders)[1] if holders else None


def without_rings(parents: Sequence[int | None]) -> list[int | None]:
    """Two misread contents can each hold the other's cue: whoever would be nested in itself stands at the top."""
    freed = list(parents)
    for index in range(len(freed)):
        parent, steps = freed[index], 0
        while parent is not None and parent != index and steps <= len(freed):
            parent, steps = freed[parent], steps + 1
        if parent is not None:
            freed[index] = None
    return freed


def _kept_parent(index: int, parents: Sequence[int | None], place: dict[int, int]) -> int | None:
    """The nearest enclosing attribution that is kept itself."""
    parent, steps = parents[index], 0
    while parent is not None and parent not in place and steps < len(parents):
        parent, steps = parents[parent], steps + 1
    return place.get(parent) if parent is not None else None


def _counts_nested(text: str, said: Attribution) -> bool:
    """Inside what somebody says only finite stances with a holder count: acts and bare infinitives are content."""
    nobody = not said.source or _is_empty(text, said.source)
    if said.rule == "noun" and words(text, said.source).lower() in ("his", "her", "their", "its", "our", "my"):
        return False
    if nobody or said.rule == "raise" or not (said.finite or said.rule == "noun"):
        return False
    if said.rule in ("obj", "suffered") and _FUTURE_ACT.match(words(text, said.cue)):
        return False
    acts = said.rule == "obj" or said.rule.startswith("-")
    return not acts or kind_of(f"{words(text, said.cue)} {said.rule[1:]}", "").modality != "assertion"


def _is_empty(text: str, source: Spans) -> bool:
    """As in "it is hard to say", "there is": a subject that stands for nobody."""
    return all(text[start:end].lower() in ("it", "there", "this", "what", "that") for start, end in source)
