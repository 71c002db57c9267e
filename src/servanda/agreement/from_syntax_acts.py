"""From phrases to acts: which pattern of the vocabulary a phrase follows, and what fills its slots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from servanda.agreement import complain, complain_steps
from servanda.agreement.event import Act, ActKind, NeededAct
from servanda.agreement.from_syntax_who import fits, misspelt, try_who, who
from servanda.agreement.near_acts import Known
from servanda.agreement.party import Who
from servanda.agreement.patterns import Filled, Shape, held_against, noun_shape, opening, verb_shape
from servanda.agreement.scope import Scope
from servanda.syntax.tree import Phrase, Word
from servanda.text import Span

_BEGINNINGS = ("begin", "begins", "beginning", "start", "starts")
_COMPLETIONS = ("complete", "completes", "completion", "finish", "finishes")


@dataclass(frozen=True, slots=True)
class Counted:
    """An act, and how many units of its thing were spoken of (``delivers 10 battle tanks``)."""

    act: Act
    amount: int | None


def noun_act(scope: Scope, phrase: Phrase) -> Act | None:
    """The act that a noun phrase names (or a verb in "-ing"); says so where there is none."""
    return _act(scope, phrase, {**scope.verbs, **_joined(scope)})


def verb_act(scope: Scope, phrase: Phrase) -> Act | None:
    """The act that a verb phrase names; says so where there is none."""
    return _act(scope, phrase, scope.verbs)


def counted_noun(scope: Scope, phrase: Phrase) -> Counted | None:
    """A noun phrase that may say how many."""
    amount, plain = _without_number(scope, phrase)
    act = noun_act(scope, plain)
    return Counted(act, amount) if act else None


def counted_sentence(scope: Scope, phrase: Phrase) -> Counted | None:
    """``W delivers 10 battle tanks to B``, or the noun; says so where it is neither."""
    amount, plain = _without_target(phrase)
    amount, plain = _without_number(scope, phrase) if amount is None else (amount, plain)
    for cut in range(1, min(len(plain.words), 8)):
        doer = try_who(scope, plain.words[:cut], scope.place(plain))
        rest = plain.words[cut:]
        if doer is not None and (rest[0].text.lower() in scope.verbs or _speaks_of_phase(rest)):
            act = verb_act(scope, Phrase(rest))
            return Counted(with_doer(scope, act, doer), amount) if act else None
    act = noun_act(scope, plain)
    return Counted(act, amount) if act else None


def with_doer(scope: Scope, act: Act, doer: Who) -> Act:
    """The act with who does it, its slots in the order of the vocabulary."""
    kind = scope.acts[act.kind]
    fill = {**dict(act.fill), kind.doer: doer}
    return Act(act.kind, _ordered(kind, fill), act.place)


def _joined(scope: Scope) -> dict[str, list[Shape]]:
    first = set(scope.nouns) | set(scope.verbs)
    return {word: [*scope.nouns.get(word, ()), *scope.verbs.get(word, ())] for word in first}


def _act(scope: Scope, phrase: Phrase, shapes: Mapping[str, Sequence[Shape]]) -> Act | None:
    def _accepts(act: str, slot: str, words: tuple[Word, ...]) -> bool:
        return _filler(scope, scope.acts[act], slot, words) is not None

    words = _without_article(phrase.words)
    near = shapes.get(words[0].text.lower(), ())
    found = [(shape, filled) for shape in near if (filled := held_against(shape, words, _accepts)) is not None]
    if not found and _speaks_of_phase(words):
        return _phase_of(scope, words)
    if not found:
        _complain(scope, phrase, words, near, shapes)
        return None
    # Of two patterns that say as much, the later one is the file's own, or that of the vocabulary nearer to it.
    shape, filled = max(reversed(found), key=lambda pair: pair[0].weight)
    return _filled(scope, scope.acts[shape.act], filled, phrase)


def begun(scope: Scope, act: Act) -> Act:
    """The beginning of an act, as an act of its own; once it is spoken of, the whole needs it to come first."""
    kind = scope.acts[act.kind]
    name = f"beginning of {kind.name}"
    if name not in scope.acts:
        noun, verb = ("beginning", "of", *kind.noun), ("begin", "to", *kind.verb)
        scope.add_act(
            replace(kind, name=name, noun=noun, verb=verb, shows=None, playbook=None, tells=None, begins=kind.name)
        )
        need = NeededAct(name, tuple((slot.name, slot.name) for slot in kind.slots))
        scope.acts[kind.name] = replace(kind, needs=(*kind.needs, need))
    return Act(name, act.fill, act.place)


def _speaks_of_phase(words: tuple[Word, ...]) -> bool:
    """Whether an act's beginning or completion is spoken of, which every act has."""
    return len(words) > 2 and not words[0].quoted and words[0].text.lower() in (*_BEGINNINGS, *_COMPLETIONS)


def _phase_of(scope: Scope, words: tuple[Word, ...]) -> Act | None:
    """``begin to hand over …``, ``beginning of the hand-over …``, ``complete the hand-over …``."""
    link = words[1].text.lower()
    rest = Phrase(words[2:] if link in ("to", "of", "with") else words[1:])
    act = verb_act(scope, rest) if link == "to" else noun_act(scope, rest)
    if act is None or words[0].text.lower() in _COMPLETIONS:
        return act
    if scope.acts[act.kind].raises is not None:
        complain_steps.no_beginning(scope.complaints, rest.text, scope.place(rest))
        return None
    return begun(scope, act)


def _filled(scope: Scope, kind: ActKind, filled: Filled, phrase: Phrase) -> Act:
    fill: dict[str, Who | str] = {}
    for slot, words in filled:
        value = _filler(scope, kind, slot, words)
        if value is not None:
            fill[slot] = value
            _check_role(scope, kind, slot, value, words)
    return Act(kind.name, _ordered(kind, fill), scope.place(phrase))


def check_doer(scope: Scope, act: Act, doer: Who) -> None:
    """Say so where somebody is to do what the vocabulary keeps for others."""
    kind = scope.acts[act.kind]
    widest = _slot_who(kind, kind.doer)
    if widest is not None and not fits(scope, doer, widest):
        complain.wrong_role(scope.complaints, scope.actors[doer.name or ""], kind, kind.doer, doer.place)


def _check_role(scope: Scope, kind: ActKind, slot: str, value: Who | str, words: Sequence[Word]) -> None:
    widest = _slot_who(kind, slot)
    if isinstance(value, Who) and widest is not None and not fits(scope, value, widest):
        place = scope.place(Phrase(tuple(words)))
        complain.wrong_role(scope.complaints, scope.actors[value.name or ""], kind, slot, place)


def _slot_who(kind: ActKind, name: str) -> Who | None:
    return next((slot.who for slot in kind.slots if slot.name == name), None)


def _ordered(kind: ActKind, fill: Mapping[str, Who | str]) -> tuple[tuple[str, Who | str], ...]:
    return tuple((slot.name, fill[slot.name]) for slot in kind.slots if slot.name in fill)


def _filler(scope: Scope, kind: ActKind, slot: str, words: tuple[Word, ...]) -> Who | str | None:
    if _slot_who(kind, slot) is None:
        own = len(words) > 1 and words[0].text.lower() in ("its", "their") and not words[0].quoted
        thing = scope.kind_named(" ".join(word.text for word in words[own:]))
        return thing.name if thing else None
    place = scope.source.place(Span(words[0].span.start, words[-1].span.end))
    return try_who(scope, words, place)


def _without_article(words: tuple[Word, ...]) -> tuple[Word, ...]:
    skip = len(words) > 1 and words[0].text.lower() in ("a", "an", "the", "any") and not words[0].quoted
    return words[1:] if skip else words


def _without_target(phrase: Phrase) -> tuple[int | None, Phrase]:
    """``reduces its battle tanks to 260 tanks``: the number that something comes down to, and the rest."""
    words = [word.text for word in phrase.words]
    at = next((i for i in range(2, len(words) - 1) if words[i] == "to" and words[i + 1][:1].isdigit()), None)
    if at is None or len(words) > at + 4:
        return None, phrase
    return int(float("".join(each for each in words[at + 1] if each.isdigit() or each == "."))), Phrase(
        phrase.words[:at]
    )


def _without_number(scope: Scope, phrase: Phrase) -> tuple[int | None, Phrase]:
    """The phrase without its number; a unit after the number becomes the kind of thing counted in it."""
    index = next((i for i, word in enumerate(phrase.words) if word.text[:1].isdigit() and not word.quoted), None)
    if index is None or index == len(phrase.words) - 1:
        return None, phrase
    amount = int(float("".join(each for each in phrase.words[index].text if each.isdigit() or each == ".")))
    words = [*phrase.words[:index], *phrase.words[index + 1 :]]
    if scope.kind_named(" ".join(word.text for word in words[index : index + 2])) is None:
        kinds = scope.kinds_in(words[index].text)
        if len(kinds) == 1 and scope.kind_named(words[index].text) is None:
            words[index : index + 1] = [Word(part, words[index].span) for part in kinds[0].name.split()]
    return amount, Phrase(tuple(words))


def _complain(
    scope: Scope, phrase: Phrase, words: tuple[Word, ...], near: Sequence[Shape], shapes: Mapping[str, Sequence[Shape]]
) -> None:
    """Say which word of the phrase leads nowhere."""
    if misspelt(scope, phrase):
        return
    for shape in near:
        length = opening(shape, words)
        if length is None:
            continue
        rest = words[length:]
        at = 0
        for group in shape.groups:
            lead = len(group.lead)
            if tuple(word.text.lower() for word in rest[at : at + lead]) != group.lead or len(rest) <= at + lead:
                continue
            end = _next_lead(shape, rest, at + lead + 1)
            filler = Phrase(tuple(rest[at + lead : end]))
            if _filler(scope, scope.acts[shape.act], group.slot, filler.words) is None:
                if _slot_who(scope.acts[shape.act], group.slot) is None:
                    complain.unknown_kind(scope.complaints, filler.text, scope.place(filler), tuple(scope.kinds))
                else:
                    who(scope, filler)
                return
            at = end
        left = Phrase(tuple(rest[at:])) if rest[at:] else phrase
        complain.act_goes_on(scope.complaints, scope.acts[shape.act], left.text, scope.place(left))
        return
    complain.unknown_act(scope.complaints, phrase.text, scope.place(phrase), _known(scope, shapes))


def _next_lead(shape: Shape, words: Sequence[Word], start: int) -> int:
    leads = {group.lead[0] for group in shape.groups if group.lead} | set(shape.tail[:1])
    found = (index for index in range(start, len(words)) if words[index].text.lower() in leads)
    return next(found, len(words))


def _known(scope: Scope, shapes: Mapping[str, Sequence[Shape]]) -> tuple[Known, ...]:
    """What could stand in the phrase's place."""
    nouns = shapes is not scope.verbs
    return tuple(
        Known(
            " ".join((noun_shape(act) if nouns else verb_shape(act)).head),
            " ".join(act.noun if nouns else act.verb),
            (*act.noun, *act.verb),
        )
        for act in scope.acts.values()
    )
