"""Acts of so many things at once: ``pay 500 euros to B``, ``release 50 prisoners to A``."""

from __future__ import annotations

from dataclasses import replace

from servanda.agreement import complain_values
from servanda.agreement.event import Act
from servanda.agreement.from_syntax_acts import verb_act
from servanda.agreement.quantity import Amount
from servanda.agreement.scope import Scope
from servanda.syntax import tree as t

_LONGEST_UNIT = 4
"""Words that a unit, or the name of what is counted, may have."""


def counted_act(scope: Scope, node: t.DoNode) -> Act | None:
    """The act with how many it is of; the unit stands for the thing that is counted in it."""
    words, at = node.phrase.words, node.counted
    unit, length = _thing_after(scope, words[at:])
    phrase = node.phrase
    if unit is not None:
        named = tuple(t.Word(each, words[at].span) for each in unit.split())
        phrase = t.Phrase((*words[:at], *named, *words[at + length :]))
    act = verb_act(scope, phrase)
    if act is None or node.number is None:
        return None
    if scope.acts[act.kind].raises is not None:
        complain_values.amount_from_day_to_day(scope.complaints, node.phrase.text, scope.place(node.phrase))
        return None
    said = " ".join(word.text for word in words[at : at + length]) if unit is not None else None
    return replace(act, amount=Amount(node.number, said, scope.place(node.phrase)))


def _thing_after(scope: Scope, words: tuple[t.Word, ...]) -> tuple[str | None, int]:
    """The kind of thing that the first words name, or are the unit of; and how many words that takes."""
    for length in range(min(_LONGEST_UNIT, len(words)), 0, -1):
        text = " ".join(word.text for word in words[:length])
        kind = scope.kind_named(text)
        counted = [each.name for each in scope.kinds.values() if scope.factor(text, each.unit) is not None]
        if kind is not None:
            return kind.name, length
        if len(counted) == 1:
            return counted[0], length
    return None, 0
