"""Two questions that are one but for their names: what an answer to the first says of the second.

A question is written down with numbers for names, in an order that does not hang on the names (colours are refined
until nothing more can be told apart, after Weisfeiler and Leman; what still looks alike is told apart by its place in
the file).  Whoever is written down alike is alike: the text holds everything that a solver reads, so equal texts are
equal questions and the numbers say what becomes of what.  A wrong guess of the order gives two texts for one question,
and then it is merely answered twice.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from zlib import crc32

from servanda.questions.question import Reach
from servanda.world.expression import (
    Choice,
    Conj,
    Disj,
    Expr,
    Linear,
    Neg,
    NotNegative,
    Number,
    Truth,
    Var,
    children,
)
from servanda.world.world import Break, Effects, World

_ROUNDS = 6
"""Refinements at most before something is told apart by its place in the file."""


@dataclass(frozen=True, slots=True)
class Form:
    """A question without names: `names` says which name each number stands for."""

    text: tuple[Hashable, ...]
    names: tuple[str, ...]

    def onto(self, other: Form) -> dict[str, str]:
        """What each name of this question is called in another one with the same text."""
        return dict(zip(self.names, other.names, strict=True))


def outline(part: World, reach: Reach) -> tuple[Hashable, ...]:
    """What is alike in questions that are alike, at a glance."""
    involved = actors(part)
    return (
        len(part.variables),
        len(part.events),
        len(part.flows),
        len(part.norms),
        len(part.thresholds),
        len(part.decisions),
        part.term,
        tuple(sorted(reach.policies[who].value for who in involved)),
        tuple(sorted(event.act or "" for event in part.events)),
        tuple(sorted((norm.mode.value, norm.deadline or -1) for norm in part.norms)),
        type(reach.bad).__name__,
    )


def actors(part: World) -> tuple[str, ...]:
    """Whose conduct matters in a part of a world: in the order in which they are declared."""
    found = {who for event in part.events for who in event.by} | {who for flow in part.flows for who in flow.by}
    found |= {norm.bearer for norm in part.norms}
    found |= {each.bearer for event in part.events for each in event.breaks}
    found |= {each.bearer for flow in part.flows for each in flow.breaks}
    found |= {who for event in part.events for who, _ in event.owed}
    return tuple(actor.ident for actor in part.actors if actor.ident in found)


def form(part: World, reach: Reach) -> Form:
    """A question written down without its names."""
    names = _Names(part, reach)
    colours = _refined(names, names.first)
    order = sorted(colours, key=colours.__getitem__)  # what looks alike stays in the order of the file
    at = {name: place for place, name in enumerate(order)}
    return Form(_Writer(at).question(names), tuple(order))


def kinds(part: World, reach: Reach) -> Mapping[str, int]:
    """One number for all names that look alike, as far as a few looks can tell: to be trusted in nothing."""
    names = _Names(part, reach)
    return _refined(names, names.first)


class _Names:
    """Everything in a question that has a name, each kind marked so that no two kinds share one."""

    def __init__(self, part: World, reach: Reach) -> None:
        self.part, self.reach = part, reach
        self.actors = actors(part)
        first: dict[str, int] = {}
        for variable in part.variables:
            told = (1, int(variable.initial), isinstance(variable.initial, bool), variable.unstated)
            first[variable.name] = hash((*told, -7 if variable.lowest is None else variable.lowest))
        first |= {f"event {event.name}": hash((2, crc32((event.act or "").encode()))) for event in part.events}
        first |= {f"flow {flow.name}": hash((3, crc32(flow.act.encode()))) for flow in part.flows}
        first |= {f"norm {norm.name}": hash((4, crc32(norm.mode.value.encode()))) for norm in part.norms}
        first |= {f"actor {who}": hash((5, crc32(reach.policies[who].value.encode()))) for who in self.actors}
        first |= {f"vote {each.name}": 6 for each in part.decisions}
        first |= {flow.amount: 7 for flow in part.flows}
        self.first = first


def _refined(names: _Names, colours: dict[str, int]) -> dict[str, int]:
    """Colours by what each thing has to do with the others, until no more of them can be told apart."""
    many = len(set(colours.values()))
    for _ in range(_ROUNDS):
        seen = _Writer(colours, hashed=True).around(names)
        colours = {name: hash((colour, *sorted(seen.get(name, ())))) for name, colour in colours.items()}
        now = len(set(colours.values()))
        if now in (many, len(colours)):
            break
        many = now
    return colours


class _Writer:
    """Things written down with numbers for names: as nested rows, or (`hashed`) as one number each."""

    def __init__(self, numbers: Mapping[str, int], *, hashed: bool = False) -> None:
        self._numbers, self._hashed = numbers, hashed
        self._known: dict[int, Hashable] = {}

    def question(self, names: _Names) -> tuple[Hashable, ...]:
        """The whole question."""
        lines = sorted((repr(line) for _, line in self._lines(names)))
        return (names.part.term, *lines)

    def around(self, names: _Names) -> dict[str, list[int]]:
        """For each name, what the lines say in which it occurs, and where in them."""
        found: dict[str, list[int]] = {}
        for spoken_of, line in self._lines(names):
            whole = hash(line)
            for place, name in spoken_of:
                found.setdefault(name, []).append(hash((whole, place)))
        return found

    def _lines(self, names: _Names) -> Iterator[tuple[list[tuple[int, str]], tuple[Hashable, ...]]]:
        """Every statement of the question, with the names it is about and the part each plays in it."""
        part, reach = names.part, names.reach
        yield from self._stocks(part)
        yield from self._doings(part)
        yield from self._duties(names)
        for place, effects in ((20, part.closing), (21, part.waiting)):
            for name, value in effects.items():
                yield [(0, name), *self._read(value)], (place, self.of(name), self.expr(value))
        for who in names.actors:
            bound = any(actor.bound for actor in part.actors if actor.ident == who)
            yield [(0, f"actor {who}")], (22, self.of(f"actor {who}"), self.word(reach.policies[who].value), bound)
        yield self._read(reach.bad), (23, self.expr(reach.bad))
        yield from self._limits(part, reach)

    def _stocks(self, part: World) -> Iterator[tuple[list[tuple[int, str]], tuple[Hashable, ...]]]:
        for each in part.variables:
            bounds = tuple(-7 if bound is None else bound for bound in (each.lowest, each.highest))
            told = (int(each.initial), isinstance(each.initial, bool), each.unstated, *bounds)
            yield [(0, each.name)], (1, self.of(each.name), *told)
        for limit in part.rise_limits:
            yield [(0, limit.quantity)], (2, self.of(limit.quantity), limit.rate)
        for stop in part.thresholds:
            read = [(0, stop.value), *self._read(stop.while_)]
            yield read, (3, self.of(stop.value), stop.limit, self.expr(stop.while_))

    def _doings(self, part: World) -> Iterator[tuple[list[tuple[int, str]], tuple[Hashable, ...]]]:
        votes = {each.name for each in part.decisions}
        for event in part.events:
            name = f"event {event.name}"
            vote = [(3, f"vote {event.decision}")] if event.decision in votes else []
            people = [(10 + at, f"actor {who}") for at, who in enumerate(event.by)]
            conditions = [event.guard, *event.effects.values(), *(each.condition for each in event.breaks)]
            conditions += [when for _, when in event.owed]
            told = (
                self.word(event.manner.value), self.word(event.act or ""), event.gives_up,
                tuple(self.of(which) for _, which in [*vote, *people]), self.expr(event.guard),
                self._effects(event.effects), self._breaks(part, event.breaks),
                self._sorted((self.of(f"actor {who}"), self.expr(when)) for who, when in event.owed),
            )  # fmt: skip
            read = [pair for each in conditions for pair in self._read(each)]
            changed = [(hash((4, self.expr(value))), which) for which, value in event.effects.items()]
            yield [(0, name), *vote, *people, *changed, *read], (4, self.of(name), *told)
        for flow in part.flows:
            people = [(10 + at, f"actor {who}") for at, who in enumerate(flow.by)]
            moves = (
                self.word(flow.act), -7 if flow.rate is None else flow.rate,
                tuple(self.of(which) for _, which in people), self.of(flow.quantity), self.of(flow.amount),
                self.expr(flow.answering), self._breaks(part, flow.breaks),
            )  # fmt: skip
            spoken_of = [(0, f"flow {flow.name}"), (1, flow.quantity), (2, flow.amount), *people]
            read = [pair for each in (flow.answering, *(b.condition for b in flow.breaks)) for pair in self._read(each)]
            yield [*spoken_of, *read], (5, self.of(f"flow {flow.name}"), *moves)

    def _duties(self, names: _Names) -> Iterator[tuple[list[tuple[int, str]], tuple[Hashable, ...]]]:
        part = names.part
        known = {event.name for event in part.events}
        for norm in part.norms:
            steps = [f"event {step}" for step in norm.steps]
            origin = [f"event {each}" for each in norm.origin if each in known]
            marks = [each for each in (norm.wilful, norm.prevented, norm.age or "") if each in self._numbers]
            told: tuple[Hashable, ...] = (
                self.word(norm.mode.value), -7 if norm.deadline is None else norm.deadline, norm.recurs,
                self.of(f"actor {norm.bearer}"), self.expr(norm.open), self.expr(norm.missed), self.expr(norm.blame),
                self.expr(norm.own_doing), norm.patient, norm.own is None,
                tuple(self.of(each) for each in [*marks, *steps]), self._sorted(self.of(each) for each in origin),
                len(origin) == len(norm.origin),
            )  # fmt: skip
            named = [f"norm {norm.name}", f"actor {norm.bearer}", *marks, *steps]
            read = [pair for each in (norm.open, norm.missed, norm.blame, norm.own_doing) for pair in self._read(each)]
            yield [*enumerate(named), *((9, each) for each in origin), *read], (6, self.of(named[0]), *told)
        for vote in part.decisions:
            named = [f"vote {vote.name}"]
            parts = [self.of(each) for each in (vote.open, vote.adopted, *vote.yes) if each in self._numbers]
            parts += [self.of(f"actor {vote.concerned}")] if vote.concerned in names.actors else []
            yield [(0, named[0])], (7, self.of(named[0]), vote.needed, *parts)

    def _limits(self, part: World, reach: Reach) -> Iterator[tuple[list[tuple[int, str]], tuple[Hashable, ...]]]:
        """What the question itself allows."""
        events, flows = {event.name for event in part.events}, {flow.name for flow in part.flows}
        for place, given in ((30, reach.occurrence), (31, reach.waived)):
            yield [], (place, len(given))
            for each in sorted(set(given) & events):
                yield [(place, f"event {each}")], (place, self.of(f"event {each}"))
        for each in reach.excuses:
            if each in self._numbers:
                yield [(32, each)], (32, self.of(each))
        yield [], (33, reach.only_flows is None, reach.by_whoever)
        for each in sorted((reach.only_flows or frozenset()) & flows):
            yield [(34, f"flow {each}")], (34, self.of(f"flow {each}"))
        for each, rate in sorted(reach.rates.items()):
            if each in flows:
                yield [(35, f"flow {each}")], (35, self.of(f"flow {each}"), rate)

    def of(self, name: str) -> int:
        """The number that stands for a name."""
        return self._numbers[name]

    def expr(self, part: Expr) -> Hashable:
        """An expression; the order in a sum, and in all or any of several, says nothing."""
        known = self._known.get(id(part))
        if known is None:
            made = self._new(part)
            known = self._known[id(part)] = hash(made) if self._hashed else made
        return known

    def _new(self, part: Expr) -> Hashable:
        match part:
            case Truth(value):
                return 1, int(value)
            case Number(value):
                return 2, value
            case Var(name):
                return 3, self._number(name)
            case Linear(constant, terms):
                return 4, constant, *sorted((weight, self._number(name)) for weight, name in terms)
            case Neg(inner):
                return 5, self.expr(inner)
            case NotNegative(inner):
                return 6, self.expr(inner)
            case Conj(parts):
                return 7, self._sorted(self.expr(item) for item in parts)
            case Disj(parts):
                return 8, self._sorted(self.expr(item) for item in parts)
            case Choice(condition, then, other):
                return 9, self.expr(condition), self.expr(then), self.expr(other)

    def word(self, text: str) -> Hashable:
        """A word that is the same in questions that are alike."""
        return crc32(text.encode()) if self._hashed else text

    def _number(self, name: str) -> Hashable:
        """A name of the part; what was left out of it, and the days that pass, are told by what they are called."""
        known = self._numbers.get(name)
        return (0, self.word(name)) if known is None else (1, known)

    def _effects(self, effects: Effects) -> Hashable:
        return self._sorted((self.of(name), self.expr(value)) for name, value in effects.items())

    def _breaks(self, part: World, breaks: Iterable[Break]) -> Hashable:
        """Which duty is broken is told where it is in the part."""
        norms = {norm.name for norm in part.norms}
        return self._sorted(
            (
                self.of(f"norm {each.norm}") if each.norm in norms else -1,
                self.of(f"actor {each.bearer}"),
                self.expr(each.condition),
            )
            for each in breaks
        )

    def _sorted(self, items: Iterable[Hashable]) -> Hashable:
        if self._hashed:
            return hash(tuple(sorted(hash(item) for item in items)))
        return tuple(sorted(items, key=repr))

    def _read(self, part: Expr) -> list[tuple[int, str]]:
        """The names in an expression, each with what stands around it."""
        if not self._hashed:
            return []
        found: list[tuple[int, str]] = []
        todo: list[tuple[int, Expr]] = [(11, part)]
        while todo:
            around, here = todo.pop()
            if isinstance(here, Var) and here.name in self._numbers:
                found.append((around, here.name))
            elif isinstance(here, Linear):
                found += [(hash((around, w)), name) for w, name in here.terms if name in self._numbers]
            sign = hash((around, crc32(type(here).__name__.encode())))
            todo += [(sign, inner) for inner in children(here)]
        return found
