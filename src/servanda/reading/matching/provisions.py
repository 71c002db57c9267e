"""A draft as matching needs it: who is bound to what, by which clause, and what the clause leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from servanda.agreement.agreement import Agreement, Extent, Status
from servanda.agreement.event import Act, Breach, Happening
from servanda.agreement.norm import (
    ByDate,
    Clause,
    Decision,
    Do,
    Duty,
    Every,
    Keep,
    MayAnswer,
    NotStated,
    Permission,
    Refrain,
    Rules,
    Silence,
    Within,
)
from servanda.agreement.party import Group, Role, Who
from servanda.agreement.patterns import noun_shape
from servanda.agreement.quantity import Amount, Comparison, Holding, Order
from servanda.agreement.wording import condition_words, happening_words, noun_words, verb_words, who_words
from servanda.reading.likeness import telling
from servanda.reading.names import is_adjective_of, known_parties


class Mode(StrEnum):
    """What a clause makes of an act or a state."""

    DO = "do"
    REFRAIN = "refrain"
    KEEP = "keep"
    MAY = "may"


@dataclass(frozen=True, slots=True)
class Limit:
    """As in "at or below 400 tanks": a kind of thing, an order and a number."""

    kind: str
    order: Order
    number: float


@dataclass(frozen=True, slots=True)
class Provision:
    """One thing a clause says. ``bearers`` and ``others`` are short names of actors; ``gaps`` what it leaves open.

    ``named`` are those of the others whom the clause calls by name.
    """

    clause: str
    mode: Mode
    bearers: frozenset[str]
    others: frozenset[str]
    act: Act | None
    stems: frozenset[str]
    said: str
    gaps: tuple[str, ...]
    upon: tuple[Happening, ...] = ()
    days: int | None = None
    limit: Limit | None = None
    named: frozenset[str] = frozenset()
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A clause with its words; ``encoded`` where it says more than words."""

    number: str
    words: str
    encoded: bool
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an interest of the draft is protected: its rungs from lowest to highest, as `check` found them."""

    of: str
    name: str
    rung: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """An agreement under matching."""

    agreement: Agreement
    provisions: tuple[Provision, ...]
    parts: tuple[Part, ...]
    aliases: Mapping[str, str]
    standings: tuple[Standing, ...] = ()

    @property
    def full(self) -> bool:
        """Whether the whole text is encoded, so that what is absent is absent from the draft."""
        return self.agreement.header.extent is Extent.FULL

    @property
    def status(self) -> Status:
        """What the text is in law."""
        return self.agreement.header.status

    def name(self, ident: str) -> str:
        """An actor's long name."""
        return self.agreement.actor(ident).name

    def part(self, number: str) -> Part:
        """The clause of a number."""
        return next(part for part in self.parts if part.number == number)

    def noun(self, provision: Provision) -> str:
        """What a provision is about, as something that happens, written as in a file ("assistance to UA")."""
        if provision.act is None:
            return ""
        shape = noun_shape(self.agreement.act_kind(provision.act.kind))
        words = list(shape.head)
        for group in shape.groups:
            filler = _written(provision.act.filler(group.slot))
            if filler is not None:
                words += [*group.lead, filler]
        return " ".join((*words, *shape.tail))

    def mentioned(self, text: str) -> list[str]:
        """The actors some words name, in their order: by name, adjective, capital or short name."""
        tokens = re.findall(r"[\w.]*\w", text)
        found: list[str] = []
        for at, first in enumerate(tokens):
            for width in (3, 2, 1):
                phrase = " ".join(tokens[at : at + width]).lower()
                if phrase in self.aliases and first[:1].isupper():
                    found.append(self.aliases[phrase])
                    break
        return list(dict.fromkeys(found))

    def ident(self, party: str) -> str | None:
        """The actor a party's name means."""
        return self.aliases.get(party.lower().removeprefix("the ")) or next(iter(self.mentioned(party)), None)


def _written(value: Who | str | None) -> str | None:
    """A slot's filling in the language; None where it may be left out."""
    if value is None or isinstance(value, str):
        return value
    if value.group is Group.NAMED:
        return value.name
    return (
        f"any of {value.name}"
        if value.group is Group.BODY
        else "any state"
        if value.group is Group.STATES
        else "any Party"
    )


def draft_from(agreement: Agreement, standings: tuple[Standing, ...] = ()) -> Draft:
    """Everything matching asks of an agreement."""
    provisions = tuple(one for clause in agreement.clauses for one in _of_clause(agreement, clause))
    parts = tuple(_part(agreement, clause, provisions) for clause in agreement.clauses)
    return Draft(agreement, provisions, parts, MappingProxyType(_aliases(agreement)), standings)


def _aliases(agreement: Agreement) -> dict[str, str]:
    found: dict[str, str] = {}
    known = known_parties()
    for actor in agreement.actors:
        name = actor.name.lower().removeprefix("the ")
        same = {alias for alias, whose in known.items() if whose == known.get(name)} if name in known else set()
        for alias in {name, actor.ident.lower(), *same}:
            found.setdefault(alias, actor.ident)
    return found


def adjectives(draft: Draft, text: str) -> Mapping[str, str]:
    """Adjectives in a text that belong to actors no list knows ("Keldari" of Keldar)."""
    names = {actor.name.removeprefix("the "): actor.ident for actor in draft.agreement.actors}
    return {
        word.lower(): ident
        for word in re.findall(r"\b[A-Z]\w+", text)
        for name, ident in names.items()
        if is_adjective_of(word, name)
    }


def _of_clause(agreement: Agreement, clause: Clause) -> Iterator[Provision]:
    for rules in clause.rules:
        for statement in rules.statements:
            match statement:
                case Duty():
                    yield from _of_duty(agreement, clause, rules, statement)
                case Permission() | MayAnswer():
                    yield _permitted(agreement, clause, rules, statement)


def _permitted(agreement: Agreement, clause: Clause, rules: Rules, line: Permission | MayAnswer) -> Provision:
    said = f"{who_words(agreement, line.bearer)} may {verb_words(agreement, line.act)}"
    return Provision(
        clause.number, Mode.MAY, idents(agreement, line.bearer), _others(agreement, line.act), line.act,
        act_stems(agreement, line.act), said, (), rules.upon,
    )  # fmt: skip


def _of_duty(agreement: Agreement, clause: Clause, rules: Rules, duty: Duty) -> Iterator[Provision]:
    who, force = who_words(agreement, duty.bearer), duty.force.value
    bearers, gaps = idents(agreement, duty.bearer), tuple(_gaps(agreement, duty))
    match duty.content:
        case Do(act):
            said, others, stems = (
                f"{who} {force} {verb_words(agreement, act)}",
                _others(agreement, act),
                act_stems(agreement, act),
            )
            days = duty.timing.days if isinstance(duty.timing, Within | Every) else None
            named = _others(agreement, act, by_name=True)
            by = duty.timing.moment.date() if isinstance(duty.timing, ByDate) else None
            yield Provision(
                clause.number, Mode.DO, bearers, others, act, stems, said, gaps, rules.upon, days, named=named, by=by
            )
        case Refrain(act):
            said, others = f"{who} {force} refrain from {noun_words(agreement, act)}", _others(agreement, act)
            yield Provision(
                clause.number, Mode.REFRAIN, bearers, others, act, act_stems(agreement, act), said, (), rules.upon
            )
        case Keep(condition):
            limit = _limit(condition) if isinstance(condition, Comparison) else None
            stems = same(telling(limit.kind)) if limit else frozenset()
            said = f"{who} {force} keep: {condition_words(agreement, condition)}"
            yield Provision(
                clause.number, Mode.KEEP, bearers, frozenset(), None, stems, said, (), rules.upon, None, limit
            )


def _limit(condition: Comparison) -> Limit | None:
    if len(condition.left) != 1 or len(condition.right) != 1:
        return None
    left, right = condition.left[0], condition.right[0]
    if not isinstance(left.of, Holding) or not isinstance(right.of, Amount):
        return None
    return Limit(left.of.kind, condition.order, float(right.of.number * right.factor))


def _gaps(agreement: Agreement, duty: Duty) -> Iterator[str]:
    """What a duty to do something leaves open, in words that go on from "but"."""
    if not isinstance(duty.content, Do):
        return
    if duty.force.is_effort:
        yield f"“{duty.force.value}” asks for an effort, not for a result"
    if duty.provided is not None:
        yield _decided(agreement, duty.provided)
    if isinstance(duty.timing, NotStated) or duty.timing is None:
        yield "the text states no day by which"
    if duty.bearer.group is Group.UNSTATED:
        yield "the text names nobody who owes it"


def _decided(agreement: Agreement, decision: Decision) -> str:
    body = agreement.body(decision.body)
    return f"only once {body.name or 'the ' + body.ident} decide it by {decision.rule.value}"


def _part(agreement: Agreement, clause: Clause, provisions: tuple[Provision, ...]) -> Part:
    left = [gap for one in provisions if one.clause == clause.number for gap in _named_gaps(one)]
    if clause.if_breached is Silence.NOT_STATED:
        left.append("what follows from a breach")
    left += [
        f"what “{each.term}” means"
        for each in agreement.words.definitions
        if each.meaning is None and each.clause in (None, clause.number)
    ]
    return Part(
        clause.number,
        " ".join((clause.title or "", *clause.words)).strip(),
        bool(clause.rules),
        tuple(dict.fromkeys(left)),
    )


def _named_gaps(one: Provision) -> Iterator[str]:
    for gap in one.gaps:
        if gap.startswith("the text states no day"):
            yield f"by when {one.said}"
        if gap.startswith("the text names nobody"):
            yield f"who owes it that {one.said.removeprefix('not stated ')}"


def idents(agreement: Agreement, who: Who) -> frozenset[str]:
    """The actors a phrase can mean; empty where the text has no subject."""
    everybody = {actor.ident: actor for actor in agreement.actors}
    match who.group:
        case Group.NAMED:
            return frozenset([who.name] if who.name else [])
        case Group.BODY:
            return frozenset(agreement.body(who.name or "").members)
        case Group.UNSTATED:
            return frozenset()
        case Group.THIRD_STATES:
            return frozenset(i for i, actor in everybody.items() if actor.role is Role.THIRD_STATE)
        case Group.VERIFIERS:
            return frozenset(i for i, actor in everybody.items() if actor.role is Role.VERIFIER)
        case Group.STATES:
            return frozenset(i for i, actor in everybody.items() if actor.is_state)
        case Group.ANYBODY:
            return frozenset(everybody)
        case _:
            return frozenset(i for i, actor in everybody.items() if actor.role is Role.PARTY)


def _others(agreement: Agreement, act: Act, *, by_name: bool = False) -> frozenset[str]:
    """Whom an act reaches; ``by_name``: only those called by their names."""
    doer = agreement.act_kind(act.kind).doer
    filled = (value for slot, value in act.fill if slot != doer and isinstance(value, Who))
    meant = (who for who in filled if not by_name or who.group in (Group.NAMED, Group.SAME, Group.OWN))
    return frozenset(ident for who in meant for ident in idents(agreement, who))


def act_stems(agreement: Agreement, act: Act) -> frozenset[str]:
    """The telling words of an act and of the things it is about, without its slots."""
    kind = agreement.act_kind(act.kind)
    slots = {slot.name for slot in kind.slots}
    things = [value for _, value in act.fill if isinstance(value, str)]
    written = " ".join(word for word in (*kind.noun, *kind.verb) if word not in slots)
    return same(telling(" ".join((kind.name, written, *things))))


@cache
def _groups() -> Mapping[str, str]:
    """The first word of its group for each word that has synonyms, by stems."""
    found: dict[str, str] = {}
    for line in (files("servanda.reading") / "words" / "synonyms.txt").read_text("utf-8").splitlines():
        stems = [word[:6] for word in line.split()] if not line.startswith("#") else []
        found.update(dict.fromkeys(stems, stems[0]) if stems else {})
    return MappingProxyType(found)


def same(stems: frozenset[str]) -> frozenset[str]:
    """Stems with one in place of all that mean the same; without prepositions and other empty words."""
    return frozenset(_groups().get(stem, stem) for stem in stems) - _EMPTY


def attacked(draft: Draft, provision: Provision) -> frozenset[str]:
    """Whom an attack must have struck for a provision to apply."""
    acts = [each for each in provision.upon if isinstance(each, Act) and "attack" in each.kind]
    return frozenset(ident for act in acts for ident in _others(draft.agreement, act))


def occasion(draft: Draft, provision: Provision) -> str:
    """When a provision applies, in words; empty where it applies from the start."""
    return " or ".join(happening_words(draft.agreement, each) for each in provision.upon)


def remedied(draft: Draft) -> frozenset[str]:
    """The clauses upon whose breach something follows."""
    return frozenset(each.clause for one in draft.provisions for each in one.upon if isinstance(each, Breach))


_EMPTY = telling("shall will must party parties state states other others each any both sides side every behind about")
