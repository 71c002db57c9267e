"""The part of a world that a question is put to: cut out, and where it is large, what never changes is written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from servanda.questions.answer import Certificate
from servanda.questions.question import Effort, Reach
from servanda.solvers.afresh import afresh
from servanda.solvers.alike import Form, actors, form
from servanda.solvers.influence import Influence
from servanda.solvers.settled import facts, relaxed, written_in
from servanda.solvers.slice import sliced
from servanda.world.expression import Expr, substitute
from servanda.world.policy import Policy
from servanda.world.world import World

LARGE = 60
"""Variables from which on it is asked what never changes; below, the question itself is answered sooner."""
_WORLDS = 4
"""Worlds of which it is remembered what depends on what."""
_TRIED = 3
"""Others who may have changed places with somebody that are tried before the facts are looked for anew."""


@dataclass(frozen=True)
class Settled:
    """Facts about a large part under one conduct, the part with them written in, and the proof of them."""

    part: World
    reach: Reach
    known: Mapping[str, Expr]
    shown: Certificate | None
    within: World
    influence: Influence

    @cached_property
    def form(self) -> Form:
        """What the facts are about, without its names."""
        return form(self.part, self.reach)


@dataclass(frozen=True, slots=True)
class Lean:
    """A part without what never changes, what is then left of the question, and the proof that it never changes."""

    part: World
    reach: Reach
    given: Certificate | None


@dataclass
class Cutter:
    """Cuts parts out of worlds, and remembers what it has found out about them."""

    effort: Effort
    _influences: dict[int, Influence] = field(default_factory=dict)
    _parts: dict[tuple[object, ...], World] = field(default_factory=dict)
    _settled: dict[tuple[object, ...], list[Settled]] = field(default_factory=dict)

    def cut(self, world: World, reach: Reach, *, narrow: bool) -> World:
        """See `sliced`: what a question depends on, and nothing else."""
        hurried = frozenset(who for who, policy in reach.policies.items() if policy is Policy.PROMPT)
        influence = self._influence(world)
        key = (id(world), reach.bad, reach.occurrence, narrow, hurried)
        part = self._parts.get(key)
        if part is None:
            part = self._parts[key] = sliced(world, reach, narrow=narrow, influence=influence)
        return part

    def lean(self, part: World, reach: Reach) -> Lean:
        """What is left of a large part once what never changes is written in; a small one as it is."""
        settled = self._facts(part, reach) if len(part.variables) >= LARGE else None
        if settled is None or not settled.known:
            return Lean(part, reach, None)
        left = replace(reach, bad=substitute(reach.bad, settled.known))
        return Lean(sliced(settled.within, left, narrow=False, influence=settled.influence), left, settled.shown)

    def _influence(self, world: World) -> Influence:
        known = self._influences.get(id(world))
        if known is None or known.world is not world:
            while len(self._influences) >= _WORLDS:
                oldest = next(iter(self._influences))
                del self._influences[oldest]
                self._parts = {key: part for key, part in self._parts.items() if key[0] != oldest}
            known = self._influences[id(world)] = Influence(world)
        return known

    def _facts(self, part: World, reach: Reach) -> Settled:
        loose = relaxed(reach)
        # Parts of one world that hold the same variables and duties are the same part, whatever is asked of them.
        involved = actors(part)
        shape = (
            tuple(v.name for v in part.variables), tuple(n.name for n in part.norms), part.term,
            len(part.events), hash(tuple(part.waiting.values())), hash(tuple(part.closing.values())), loose.waived,
        )  # fmt: skip
        earlier = self._settled.setdefault(shape, [])
        free = {who for who in involved if not loose.policies[who].keeps}
        for known in earlier:
            if {who for who in involved if not known.reach.policies[who].keeps} == free and _same(known.part, part):
                return known
        own = form(part, loose) if earlier else None
        tried = (_mirrored(known, part, loose, own) for known in earlier[:_TRIED] if own is not None)
        found = next((each for each in tried if each is not None), None)
        if found is None:
            with afresh():
                shown = facts(part, loose, self.effort)
            found = _settled(part, loose, dict(shown[0]) if shown else {}, shown[1] if shown else None)
        earlier.append(found)
        return found


def _settled(part: World, reach: Reach, known: Mapping[str, Expr], shown: Certificate | None) -> Settled:
    within = written_in(part, known) if known else part
    return Settled(part, reach, known, shown, within, Influence(within))


def _same(one: World, other: World) -> bool:
    return (one.events, one.norms, one.closing, one.waiting, one.flows) == (
        other.events, other.norms, other.closing, other.waiting, other.flows,
    )  # fmt: skip


def _mirrored(known: Settled, part: World, reach: Reach, own: Form) -> Settled | None:
    """The same facts of somebody else, where the two could change places without anybody noticing."""
    if known.form.text != own.text:
        return None
    names, shown = known.form.onto(own), known.shown
    if shown is not None:
        shown = replace(shown, world=part, variables=tuple(names[name] for name in shown.variables))
    return _settled(part, reach, {names[name]: value for name, value in known.known.items()}, shown)
