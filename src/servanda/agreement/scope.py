"""The names that a text can use, while it is being resolved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction

from servanda.agreement.event import ActKind
from servanda.agreement.messages import Complaints
from servanda.agreement.party import Actor, Body, Role
from servanda.agreement.patterns import Shape, noun_shape, verb_shape
from servanda.agreement.quantity import Kind
from servanda.syntax.tree import ClauseRef, Phrase, Word
from servanda.text import Place, Source, Span


@dataclass(slots=True)
class Scope:
    """Everything declared so far, and where to complain."""

    source: Source
    complaints: Complaints
    actors: dict[str, Actor] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    acts: dict[str, ActKind] = field(default_factory=dict)
    nouns: dict[str, list[Shape]] = field(default_factory=dict)
    verbs: dict[str, list[Shape]] = field(default_factory=dict)
    clauses: dict[str, Place] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    classes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    factors: dict[str, tuple[Fraction, str]] = field(default_factory=dict)
    signed: date | None = None
    starts: datetime | None = None

    def place(self, what: Span | Word | Phrase | ClauseRef) -> Place:
        """Where something stands, for people."""
        return self.source.place(what if isinstance(what, Span) else what.span)

    def add_actor(self, actor: Actor) -> None:
        """Make an actor known by its short and its long name."""
        self.actors[actor.ident] = actor
        self.named.setdefault(folded(actor.name), actor.ident)
        if len(actor.ident) > 2:
            self.named.setdefault(folded(actor.ident), actor.ident)

    def add_act(self, act: ActKind) -> None:
        """Make an act known by its noun and its verb."""
        self.acts[act.name] = act
        noun, verb = noun_shape(act), verb_shape(act)
        self.nouns.setdefault(noun.first, []).append(noun)
        for form in verb.forms:
            self.verbs.setdefault(form, []).append(verb)

    def forget_act(self, name: str) -> None:
        """Take back an act of a vocabulary: the file has one of its own under that name."""
        if self.acts.pop(name, None) is not None:
            for shapes in (*self.nouns.values(), *self.verbs.values()):
                shapes[:] = [shape for shape in shapes if shape.act != name]

    def actor_named(self, text: str) -> Actor | None:
        """The actor somebody means by a short or a long name, with or without "the"."""
        if text in self.actors:
            return self.actors[text]
        bare = folded(text)
        ident = self.named.get(bare) or self.named.get(bare.removeprefix("the "))
        return self.actors[ident] if ident else None

    def body_named(self, text: str) -> Body | None:
        """The body somebody means."""
        wanted = folded(text).removeprefix("the ")
        for body in self.bodies.values():
            if wanted in (folded(body.ident), folded(body.name or body.ident).removeprefix("the ")):
                return body
        return None

    def kind_named(self, text: str) -> Kind | None:
        """The kind of thing somebody means, with or without "the"."""
        wanted = folded(text)
        return self.kinds.get(wanted) or self.kinds.get(wanted.removeprefix("the "))

    def kinds_in(self, unit: str) -> tuple[Kind, ...]:
        """The kinds of things that are counted in this unit."""
        return tuple(kind for kind in self.kinds.values() if same_unit(kind.unit, unit))

    def knows_unit(self, text: str) -> bool:
        """Whether something is counted in this unit, or called by this name."""
        known = folded(text) in self.classes or unit_key(text) in self.factors
        return known or bool(self.kinds_in(text)) or self.kind_named(text) is not None

    def members_of(self, text: str) -> tuple[str, ...]:
        """The kinds of a class of things; a kind of thing is the only one of its own; () where nothing is so called."""
        kind = self.kind_named(text)
        if kind is not None:
            return (kind.name,)
        return self.classes.get(folded(text).removeprefix("the "), ())

    def factor(self, unit: str, into: str) -> Fraction | None:
        """How many of `into` one of `unit` comes to; None where the file does not say."""
        if same_unit(unit, into):
            return Fraction(1)
        factor, other = self.factors.get(unit_key(unit), (Fraction(0), ""))
        return factor if factor and same_unit(other, into) else None

    def words(self) -> frozenset[str]:
        """Every word of a name, a kind or an act, in small letters."""
        texts = [text for actor in self.actors.values() for text in (actor.ident, actor.name)]
        texts += [text for body in self.bodies.values() for text in (body.ident, body.name or "")]
        texts += [text for kind in self.kinds.values() for text in (kind.name, kind.unit)]
        texts += [*self.classes, *self.factors]
        texts += [word for act in self.acts.values() for word in (*act.noun, *act.verb)]
        texts += ["party parties side sides state states other others both each any every that the itself themselves"]
        return frozenset(word for text in texts for word in text.lower().split())

    def with_role(self, roles: Iterable[Role]) -> tuple[Actor, ...]:
        """The actors of some roles."""
        wanted = frozenset(roles)
        return tuple(actor for actor in self.actors.values() if actor.role in wanted)


def folded(text: str) -> str:
    """A name as it is compared: small letters, single spaces."""
    return " ".join(text.lower().split())


def unit_key(text: str) -> str:
    """A unit as it is looked up, in the singular."""
    return folded(text).removesuffix("s")


def same_unit(one: str, other: str) -> bool:
    """Whether two units are the same, "tank" and "tanks" included."""
    first, second = folded(one), folded(other)
    return first == second or first.removesuffix("s") == second.removesuffix("s")
