"""From `kind`, `act` and `move` to the kinds and acts that an agreement can speak of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from servanda.agreement import complain, complain_values
from servanda.agreement.event import ActKind, NeededAct, Raise, Rate, Slot
from servanda.agreement.from_syntax_who import misspelt, try_who
from servanda.agreement.near_acts import Known
from servanda.agreement.party import Group, Quantifier, Who
from servanda.agreement.patterns import held_against, noun_shape
from servanda.agreement.quantity import Kind
from servanda.agreement.scope import Scope, folded, same_unit, unit_key
from servanda.syntax import tree as t
from servanda.text import Place

_EVERYONE = frozenset({"everyone", "everybody", "all"})


def add_kind(scope: Scope, node: t.KindNode) -> None:
    """Make a kind of thing known."""
    name = folded(node.name.text)
    if name in scope.kinds:
        complain.twice(scope.complaints, "kind of thing", name, scope.place(node.name), scope.kinds[name].place)
        return
    scope.kinds[name] = Kind(name, node.unit.text, scope.place(node.name))


def add_class(scope: Scope, node: t.ClassNode) -> None:
    """Make known several kinds of things that are counted together."""
    name, place = folded(node.name.text), scope.place(node.name)
    if name in scope.kinds or name in scope.classes:
        complain.twice(scope.complaints, "kind of thing", name, place, place)
        return
    kinds: list[Kind] = []
    for phrase in (part for listed in node.kinds for part in _named(scope, listed)):
        kind = scope.kind_named(phrase.text)
        if kind is None:
            complain.unknown_kind(scope.complaints, phrase.text, scope.place(phrase), tuple(scope.kinds))
        elif kinds and not same_unit(kind.unit, kinds[0].unit):
            complain_values.unit_mismatch(scope.complaints, kinds[0], kind.unit, scope.place(phrase))
        else:
            kinds.append(kind)
    scope.classes[name] = tuple(kind.name for kind in kinds)


def _named(scope: Scope, phrase: t.Phrase) -> tuple[t.Phrase, ...]:
    """``mortars and howitzers`` where that is no kind of its own."""
    cut = next((index for index, word in enumerate(phrase.words) if word.text == "and"), 0)
    if scope.kind_named(phrase.text) is not None or not 0 < cut < len(phrase.words) - 1:
        return (phrase,)
    return t.Phrase(phrase.words[:cut]), t.Phrase(phrase.words[cut + 1 :])


def add_factor(scope: Scope, node: t.FactorNode) -> None:
    """Make known how much of one unit comes to how much of another."""
    if node.factor <= 0:
        complain_values.no_factor(scope.complaints, scope.place(node.span))
    scope.factors[unit_key(node.unit.text)] = node.factor or Fraction(1), node.other.text


def add_act(scope: Scope, line: t.Line) -> None:
    """Make an act or a move known; what it needs is bound later, by `bind_needs`.

    A file's own act takes the place of one of the same name in a vocabulary.
    """
    head = line.node
    nodes = [child.node for child in line.children]
    if isinstance(head, t.ActHead):
        name, place, playbook, title = folded(head.name.text), scope.place(head.name), None, None
    elif isinstance(head, t.MoveHead):
        name, place, playbook = head.slug.text, scope.place(head.slug), head.slug.text
        title = head.title.text if head.title else None
    else:
        return
    if name in scope.acts and scope.acts[name].place.file == place.file:
        complain.twice(scope.complaints, "act", name, place, scope.acts[name].place)
        return
    noun, verb = _pattern(nodes, "noun"), _pattern(nodes, "verb")
    if playbook and noun is None and verb is None and any(isinstance(node, t.MoveFact) for node in nodes):
        return  # a pattern that a check finds: there is nothing in it that anybody could do
    if noun is None or verb is None:
        complain.act_without_pattern(scope.complaints, name, "verb" if noun else "noun", place)
        pattern = (*(noun or ()), *(verb or ()), *name.split())
        scope.complaints.unfinished |= {word.lower() for word in pattern if len(word) > 3 and not word.isupper()}
        return
    slots = _slots(scope, nodes, (*noun, *verb))
    doer = _doer(scope, nodes, noun, verb, slots, name, place)
    if doer is None:
        return
    scope.forget_act(name)
    scope.add_act(
        ActKind(
            name=name,
            noun=noun,
            verb=verb,
            slots=slots,
            doer=doer,
            needs=(),
            tells=_tells(nodes, slots),
            acceptance_of=_acceptance(nodes, slots),
            raises=_raises(scope, nodes, slots),
            lowers=_lowers(scope, nodes, slots),
            shows=_shows(scope, nodes, slots),
            noticed_by=_noticed(scope, nodes, slots),
            playbook=playbook,
            title=title,
            text=tuple(node.text for node in nodes if isinstance(node, t.WordsNode)),
            place=place,
        )
    )


def bind_needs(scope: Scope, line: t.Line) -> None:
    """Bind the acts that must come first, now that all are known."""
    head = line.node
    if not isinstance(head, (t.ActHead, t.MoveHead)):
        return
    name = folded(head.name.text) if isinstance(head, t.ActHead) else head.slug.text
    kind = scope.acts.get(name)
    if kind is None:
        return
    phrases = [child.node.phrase for child in line.children if isinstance(child.node, t.Needs)]
    needs = [
        _needed(scope, kind, phrase) for phrase in phrases if not _is_acceptance(phrase) and not _is_knowledge(phrase)
    ]
    scope.acts[name] = replace(kind, needs=tuple(need for need in needs if need is not None))


def rate(scope: Scope, node: t.RateNode) -> Rate:
    """So many units a day."""
    return Rate(node.number, node.unit.text if node.unit else None, scope.place(node.span))


def _pattern(nodes: Iterable[t.Node | None], field: str) -> tuple[str, ...] | None:
    found = next((node for node in nodes if isinstance(node, t.Pattern) and node.field == field), None)
    return tuple(word.text for word in found.phrase.words) if found else None


def _slots(scope: Scope, nodes: Sequence[t.Node | None], words: Iterable[str]) -> tuple[Slot, ...]:
    declared = {node.name.text: node for node in nodes if isinstance(node, t.SlotNode)}
    found: dict[str, Slot] = {}
    for word in words:
        if word in found:
            continue
        node = declared.get(word)
        if node is not None:
            thing = node.who.text.lower() in ("any kind", "any kind of thing", "a kind of thing")
            found[word] = Slot(word, None if thing else _role(scope, node))
        elif word.isupper() and len(word) > 1:
            if word != "KIND":
                continue
            found[word] = Slot(word, None)
    for name, node in declared.items():
        if name not in found:
            complain.slot_unused(scope.complaints, name, scope.place(node.name))
    return tuple(found.values())


def _role(scope: Scope, node: t.SlotNode) -> Who:
    """Who may take a part in an act: groups only, for an act is described before anybody is named.

    Where it is not understood, anybody may, so that nothing else is complained of.
    """
    place = scope.place(node.who)
    found = try_who(scope, node.who.words, place)
    if found is None and not misspelt(scope, node.who):
        complain.role_by_name(scope.complaints, node.name.text, node.who.text, place)
    return found or Who(Quantifier.ANY, Group.ANYBODY, "", place)


def _doer(
    scope: Scope,
    nodes: Sequence[t.Node | None],
    noun: Sequence[str],
    verb: Sequence[str],
    slots: Sequence[Slot],
    name: str,
    place: Place,
) -> str | None:
    """The slot that acts: the one that the noun has and the verb, whose subject it is, has not."""
    stated = next((node.slot for node in nodes if isinstance(node, t.DoneBy)), None)
    names = [slot.name for slot in slots]
    if stated is not None and stated.text in names:
        return stated.text
    missing = [word for word in names if word in noun and word not in verb]
    if len(missing) == 1 and stated is None:
        return missing[0]
    complain.act_without_doer(scope.complaints, name, tuple(names), scope.place(stated) if stated else place)
    return None


def _is_acceptance(phrase: t.Phrase) -> bool:
    return len(phrase.words) == 3 and phrase.text.startswith("acceptance of ")


_KNOWLEDGE = "knowledge of a breach by "


def _is_knowledge(phrase: t.Phrase) -> bool:
    return phrase.text.startswith(_KNOWLEDGE)


def _tells(nodes: Iterable[t.Node | None], slots: Sequence[Slot]) -> str | None:
    """``needs knowledge of a breach by SUBJECT``: nobody can report what it does not know."""
    phrases = [node.phrase.text for node in nodes if isinstance(node, t.Needs) and _is_knowledge(node.phrase)]
    names = {slot.name for slot in slots}
    return next((text.removeprefix(_KNOWLEDGE) for text in phrases if text.removeprefix(_KNOWLEDGE) in names), None)


def _acceptance(nodes: Iterable[t.Node | None], slots: Sequence[Slot]) -> str | None:
    phrases = [node.phrase for node in nodes if isinstance(node, t.Needs) and _is_acceptance(node.phrase)]
    names = {slot.name for slot in slots}
    return next((phrase.words[2].text for phrase in phrases if phrase.words[2].text in names), None)


def _pair(scope: Scope, phrase: t.Phrase, slots: Sequence[Slot]) -> tuple[str, str] | None:
    """``KIND of HOST``: a slot for a thing, and one for who has it."""
    names = {slot.name for slot in slots}
    words = [word.text for word in phrase.words]
    if len(words) == 3 and words[1] == "of" and words[0] in names and words[2] in names:
        return words[0], words[2]
    complain.not_a_holding(scope.complaints, phrase.text, scope.place(phrase), tuple(sorted(names)))
    return None


def _raises(scope: Scope, nodes: Iterable[t.Node | None], slots: Sequence[Slot]) -> Raise | None:
    node = next((node for node in nodes if isinstance(node, t.Raises)), None)
    pair = _pair(scope, node.holding, slots) if node else None
    return Raise(*pair, rate(scope, node.rate)) if node and pair else None


def _lowers(scope: Scope, nodes: Iterable[t.Node | None], slots: Sequence[Slot]) -> Raise | None:
    node = next((node for node in nodes if isinstance(node, t.Lowers)), None)
    pair = _pair(scope, node.holding, slots) if node else None
    if node is None or pair is None:
        return None
    daily = rate(scope, node.rate) if node.rate else Rate(None, None, scope.place(node.holding))
    return Raise(*pair, daily)


def _shows(scope: Scope, nodes: Iterable[t.Node | None], slots: Sequence[Slot]) -> tuple[str, str] | None:
    node = next((node for node in nodes if isinstance(node, t.Shows)), None)
    return _pair(scope, node.holding, slots) if node else None


def _noticed(scope: Scope, nodes: Iterable[t.Node | None], slots: Sequence[Slot]) -> tuple[str, ...]:
    names = {slot.name for slot in slots}
    found: list[str] = []
    for node in nodes:
        if not isinstance(node, t.NoticedBy):
            continue
        for word in (word for phrase in node.who for word in phrase.words):
            if word.text.lower() in _EVERYONE:
                return ("everyone",)
            if word.text in names:
                found.append(word.text)
            elif word.text != "and":
                complain.unknown_slot(scope.complaints, word.text, scope.place(word), tuple(sorted(names)))
    return tuple(found)


def _needed(scope: Scope, kind: ActKind, phrase: t.Phrase) -> NeededAct | None:
    own = {slot.name for slot in kind.slots}

    def _accepts(act: str, slot: str, words: tuple[t.Word, ...]) -> bool:
        del act, slot
        return len(words) == 1 and words[0].text in own

    for act in scope.acts.values():
        filled = held_against(noun_shape(act), phrase.words, _accepts)
        if filled is not None:
            fill = {slot: words[0].text for slot, words in filled}
            if set(fill) == {slot.name for slot in act.slots}:
                return NeededAct(act.name, tuple((slot.name, fill[slot.name]) for slot in act.slots))
    nouns = tuple(Known(folded(act.name), " ".join(act.noun), (*act.noun, *act.verb)) for act in scope.acts.values())
    complain.unknown_act(scope.complaints, phrase.text, scope.place(phrase), nouns)
    return None
