"""Which solver answers: the cheap and certain first, and nothing claimed that was not confirmed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from servanda.questions.answer import Answer, Certificate, Found, GaveUp, NoneUpTo, Proved, Run, Vacuous
from servanda.questions.question import Effort, Reach
from servanda.solvers import certificate
from servanda.solvers.afresh import afresh
from servanda.solvers.core import core
from servanda.solvers.horn import prove
from servanda.solvers.induction import induced
from servanda.solvers.joined import joined
from servanda.solvers.kept import Store, key_of, packed, unpacked
from servanda.solvers.memory import Memory, in_order, renamed
from servanda.solvers.part import Cutter, Lean
from servanda.solvers.replay import Replay
from servanda.solvers.slice import sliced, spare, unexcused
from servanda.solvers.telling import any_run, most_telling
from servanda.solvers.unrolled import Shortest, shortest
from servanda.solvers.witness import PlainLives, lived
from servanda.world.expression import Expr, NotNegative, variables
from servanda.world.policy import Policy
from servanda.world.world import World

_LOOKS, _GLANCES = (3, 6), 3
"""Rounds searched before the first prover is tried, and before the second: most ways around are this short.  What is
easily found in the next rounds after the first look is found there."""

_LONGER = 10
"""Rounds searched when no prover has settled it: only what recurs, such as a rent, takes longer stories than that."""

Prover = Callable[[World, Reach, Effort], object]
Telling = Callable[[Shortest], Run]


@dataclass(frozen=True)
class Question:
    """One question put to a part of a world, and how a story is to be told."""

    world: World
    part: World
    reach: Reach
    told: Telling

    @cached_property
    def parts(self) -> list[World]:
        """What a proof is tried of, the smallest first."""
        return _parts(self.part, self.reach)

    def lives(self, story: Found) -> bool:
        """Whether it can be lived through on the whole; one that speaks of what is not there cannot."""
        inside = frozenset(norm.name for norm in self.part.norms)
        known = {event.name for event in self.world.events} | {flow.name for flow in self.world.flows}
        if not known >= {name for segment in story.run.segments for name in segment.events} | story.run.flows:
            return False
        replay = Replay(self.world, self.reach, inside)
        return replay.confirms(story.run, extend=claims_compliance(self.reach))


@dataclass(frozen=True, slots=True)
class Solvers:
    """Answers questions with z3, within an effort."""

    effort: Effort = field(default_factory=Effort)
    memory: Memory = field(default_factory=Memory, compare=False)
    plain: PlainLives = field(default_factory=PlainLives, compare=False)
    store: Store | None = field(default=None, compare=False)
    cutter: Cutter = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "cutter", Cutter(self.effort))

    def __call__(self, world: World, reach: Reach) -> Answer:
        """See `servanda.questions.ask.Ask`."""
        return self._answered(world, reach, most_telling)

    def whether(self, world: World, reach: Reach) -> Answer:
        """See `servanda.questions.ask.Ask`."""
        return self._answered(world, reach, any_run)

    def _answered(self, world: World, reach: Reach, told: Telling) -> Answer:
        with afresh():
            answer = self._ask(world, reach, told, narrow=True)
            if not isinstance(answer, GaveUp) or not reach.occurrence:
                return answer
            wide = self._ask(world, reach, told, narrow=False)
            return answer if isinstance(wide, GaveUp) else wide

    def follows(self, world: World, reach: Reach, shown: Sequence[Proved], tie: Expr) -> Answer:
        """See `servanda.questions.ask.Ask`."""
        with afresh():
            made = joined(world, reach, [each.certificate for each in shown], tie)
            proved = self._first_that_holds((made,), reach)
        return proved if proved is not None else GaveUp("it does not follow from what was shown")

    def witness(self, world: World, reach: Reach) -> Answer:
        """See `servanda.questions.ask.Ask`."""
        run = self.plain.run(world, reach)
        return Found(run, 0) if run is not None else witnessed(self, world, reach)

    def story(self, world: World, reach: Reach) -> Answer:
        """See `servanda.questions.ask.Ask`."""
        with afresh():
            part = sliced(world, reach, narrow=False)
            return self._search(Question(world, part, reach, most_telling), self.effort.rounds)

    def core(self, world: World, reach: Reach) -> tuple[str, ...] | None:
        """The norms that the proof of an answer cannot do without (see `servanda.solvers.core`)."""
        with afresh():
            return core(world, reach, self.effort)

    def _ask(self, world: World, reach: Reach, told: Telling, *, narrow: bool) -> Answer:
        part = self.cutter.cut(world, reach, narrow=narrow)
        known = self.memory.same(part, reach)
        if known is not None:
            return known
        lean = self.cutter.lean(part, reach)
        answer = self._about(Question(world, lean.part, lean.reach, told))
        if lean.given is not None and reach.excuses and not isinstance(answer, Found | Proved):
            lean = Lean(part, reach, None)  # what may be left out of account is only known of the part as it is
            answer = self._about(Question(world, part, reach, told))
        if isinstance(answer, Proved):
            answer = Proved(replace(answer.certificate, given=lean.given))
        if isinstance(answer, Proved | NoneUpTo):
            self.memory.keep_same(part, reach, answer)
        return answer

    def _about(self, question: Question) -> Answer:
        """The answer to a question about a part: to one like it, as it was kept, or as it is found out."""
        known = self._carried_over(question)
        if known is None:
            known = self._first_that_holds(self.memory.carried(question.parts[0]), question.reach)
        answer = known if known is not None else self._kept_or_found_out(question)
        if isinstance(answer, Found | Proved | NoneUpTo):
            self.memory.note(question.part, question.reach, answer, question.told is most_telling)
        return answer

    def _carried_over(self, question: Question) -> Answer | None:
        """The answer to a question that differs in names alone, lived through or checked once more."""
        for earlier, names in self.memory.alike(question.part, question.reach):
            ordered = in_order(earlier.part, question.part, names)
            match earlier.answer:
                case Proved(certificate=made):
                    turned = replace(made, variables=tuple(names[each] for each in made.variables), given=None)
                    proved = self._first_that_holds(about_one_of(question.parts, turned), question.reach)
                    if proved is not None:
                        return proved
                case NoneUpTo() if ordered:
                    return earlier.answer
                case Found(run=run) if ordered and (earlier.telling or question.told is not most_telling):
                    again = Found(renamed(run, names), earlier.answer.searched_rounds)
                    if question.lives(again):
                        return again
        return None

    def _kept_or_found_out(self, question: Question) -> Answer:
        """What solving says of a question; from an earlier run, where it was kept and can be confirmed."""
        if self.store is None:
            return self._found_out(question)
        key = key_of(question.told.__name__, question.part, question.reach, self.effort)
        known = unpacked(self.store.known(key))
        if isinstance(known, Certificate):
            found = about_one_of(question.parts, known)
            made = next((each for each in found if certificate.stands(each, question.reach)), None)
            if made is not None:
                self.memory.keep(made)
                return Proved(made)
        elif isinstance(known, NoneUpTo) or (isinstance(known, Found) and question.lives(known)):
            return known
        answer = self._found_out(question)
        if isinstance(answer, Found | Proved | NoneUpTo):
            self.store.keep(key, packed(answer))
        return answer

    def _found_out(self, question: Question) -> Answer:
        """The answer to a question like no other so far."""
        reach = question.reach
        answer: Answer = NoneUpTo(0, None)
        for rounds, glances, prover in zip(self._looks(), (_GLANCES, 0), _provers(reach), strict=True):
            answer = self._search(question, rounds, glances)
            if isinstance(answer, Found | GaveUp):
                return answer
            proved = self._first_that_holds(self._proofs(prover, question.parts, reach), reach)
            if proved is not None:
                return proved
        for rounds in self._longer_looks():
            answer = self._search(question, rounds)
            if not isinstance(answer, NoneUpTo):
                break
        return answer

    def _looks(self) -> tuple[int, ...]:
        return tuple(min(rounds, self.effort.rounds) for rounds in _LOOKS)

    def _longer_looks(self) -> list[int]:
        """The rounds searched once no proof was found, up to what the effort allows."""
        return sorted(
            {min(rounds, self.effort.rounds) for rounds in (_LONGER, self.effort.rounds) if rounds > max(_LOOKS)}
        )

    def _search(self, question: Question, rounds: int, glances: int = 0) -> Found | NoneUpTo | GaveUp:
        """A story in the slice, as it is to be told, and lived through on the whole."""
        further = min(glances, self.effort.rounds - rounds)
        found = shortest(question.part, question.reach, replace(self.effort, rounds=rounds), further)
        if found == 0:
            return GaveUp("the effort allowed was used up before a single round was searched through")
        if not isinstance(found, Shortest):
            return NoneUpTo(found, None)
        story = Found(question.told(found), max(rounds, len(found.chain.rounds)))
        if question.lives(story):
            return story
        return GaveUp("what was found in a part could not be lived through on the whole agreement")

    def _first_that_holds(self, tried: Iterable[Certificate], reach: Reach) -> Proved | None:
        for made in tried:
            if certificate.holds(made, reach):
                self.memory.keep(made)
                return Proved(made)
        return None

    def _proofs(self, prover: Prover, parts: Sequence[World], reach: Reach) -> Iterator[Certificate]:
        """What one prover makes of each part; before, what was proved earlier, where that was not tried yet."""
        for place, part in enumerate(parts):
            if place and prover is induced:
                yield from self.memory.carried(part)
            with afresh():
                made = prover(part, reach, self.effort)
            if isinstance(made, Certificate):
                yield made


def about_one_of(parts: Sequence[World], made: Certificate) -> Iterator[Certificate]:
    """A certificate taken to be about each part that has just its variables."""
    for part in parts:
        if {variable.name for variable in part.variables} == set(made.variables):
            yield replace(made, world=part)


def _parts(part: World, reach: Reach) -> list[World]:
    """What a proof is tried of: as few duties as may do and no excuses, then all duties, then the part as it is."""
    bare = unexcused(part, reach)
    lean = sliced(bare, reach, narrow=False, without=spare(bare, reach))
    return [*([lean] if len(lean.norms) < len(part.norms) else []), *([bare] if reach.excuses else []), part]


def _provers(reach: Reach) -> tuple[Prover, Prover]:
    """Who is asked first.  Horn clauses are quick where one count of days must stay low, the other prover elsewhere."""
    counts = isinstance(reach.bad, NotNegative) and len(variables(reach.bad)) == 1
    return (prove, induced) if counts else (induced, prove)


def witnessed(ask: Callable[[World, Reach], Answer], world: World, reach: Reach) -> Answer:
    """A run to `reach.bad`, taken as something good: by plain living, else by asking for one."""
    run = lived(world, reach)
    if run is not None:
        return Found(run, 0)
    answer = ask(world, reach)
    if isinstance(answer, Proved):
        return Vacuous("no run of this kind gets that far")
    return answer if isinstance(answer, Found) else GaveUp("no such run was found")


def claims_compliance(reach: Reach) -> bool:
    """Whether a story under these policies has to go on without a breach by those who keep their duties."""
    return any(policy is not Policy.FREE for policy in reach.policies.values())
