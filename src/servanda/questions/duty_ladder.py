"""Where a duty stands: the ladder, as questions.

0 not verifiable, 1 verifiable (established within N days), 2 enforceable (answered within N days),
3 self-correcting (the answer protects every interest that depends on it), 4 breach excluded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from servanda.agreement.agreement import Agreement
from servanda.agreement.norm import Duty, Every, Within
from servanda.agreement.party import Role
from servanda.questions.answer import Answer, Found, GaveUp, NoneUpTo, Proved, Vacuous
from servanda.questions.ask import Ask
from servanda.questions.conduct import compliance
from servanda.questions.consequence import Consequence, consequence, notices, without_consequences
from servanda.questions.question import Reach
from servanda.questions.standing import Standing, failing, stakes_of
from servanda.questions.watched import (
    KNOWN_FOR,
    STANDS,
    UNANSWERED_FOR,
    UNESTABLISHED_FOR,
    adds_up,
    longer_than,
    loosened,
    watched,
)
from servanda.world.expression import FALSE, TRUE, Var, conj
from servanda.world.policy import Policy
from servanda.world.world import Actor, Mode, Norm, World

UNCHARGED = "a verifier would notice, and the text does not charge it with establishing a breach"
NEVER_DUE = "it never falls due"
NO_DAY = "the text sets no day, so putting it off is never a breach"
NOT_BY_CHOICE = "it can be missed, though never by the bearer's own choice"
NOBODY = "nobody in this text establishes a breach"
NOTHING_FOLLOWS = "nothing follows from a breach that would change anything"
NEED_NOT_BE_USED = "what follows from a breach is a right, which need not be used"
HARMLESS = "a breach harms no stated interest"
ARISES = "it arises only if"
HARMS = "an interest fails although the breach is answered"

_OCCASIONS = 3
"""Occasions of one duty that are looked at before it is said never to be broken."""

_MOST_SUMS = 24
"""Sums of the text's times that are tried before it is taken to be unsure."""


@dataclass(frozen=True, slots=True)
class HowLong:
    """How long something may take: `days` it takes at most (None: that was not shown), the answers that say so."""

    days: int | None
    answer: Answer
    reach: Reach | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """The cheapest breach of a duty, and the watched world in which it was looked for; `why` says what is odd in it."""

    world: World
    reach: Reach
    answer: Answer
    why: str = ""


@dataclass(frozen=True, slots=True)
class DutyStanding:
    """Everything that was asked about one duty of one bearer.

    `breach`: the cheapest one, or why there is none.  `established`, `answered`: how long that takes.
    `corrected`: whether the answer protects every interest that hangs on it (None: that was not asked, or not
    shown), `because` why not.  `remark`: what else is to be known of the breach.
    """

    norm: Norm
    reach: Reach
    world: World
    breach: Answer
    noticed_by: tuple[str, ...]
    established: HowLong
    answered: HowLong
    corrected: bool | None = None
    because: str = ""
    remark: str = ""

    @property
    def rung(self) -> tuple[int, int]:
        """The lowest and the highest rung it may stand on.

        A duty without a day is never breached by putting it off: nothing could be verified.
        """
        match self.breach:
            case Vacuous(why=why):
                return (0, 0) if why in (NO_DAY, NOBODY) else (0, 4)
            case Proved():
                return 4, 4
            case Found():
                return self._of_breach
        return 0, 4

    @property
    def _of_breach(self) -> tuple[int, int]:
        if self.established.days is None:
            uncharged = isinstance(self.established.answer, Vacuous) and self.established.answer.why == UNCHARGED
            return 0, 1 if uncharged else 0 if _not_so(self.established) else 3
        if self.answered.days is None:
            return 1, 1 if _not_so(self.answered) else 3
        if self.corrected is None:
            return 2, 3
        return (3, 3) if self.corrected else (2, 2)


def _not_so(how_long: HowLong) -> bool:
    """Whether it is shown that it may take for ever."""
    return how_long.days is None and isinstance(how_long.answer, Found | Vacuous)


@dataclass(frozen=True)
class Ladder:
    """Asks where the duties of one agreement stand.  `standings` are those of its interests."""

    agreement: Agreement
    world: World
    standings: tuple[Standing, ...]
    ask: Ask
    build: Callable[[Agreement], World]

    def of(self, norm: Norm) -> DutyStanding:
        """Where one duty stands."""
        follows = consequence(self.agreement, self.world, norm)
        seen = notices(self.agreement, self.world, norm)
        none = HowLong(None, Vacuous(NOBODY))
        if self._hangs_on_a_vote(norm) and not follows.can_be_established:
            # A story through all voices of a body is long to look for, and would change nothing in the answer.
            alone = Reach(Var(norm.wilful), self._policies(norm))
            return DutyStanding(norm, alone, self.world, Vacuous(NOBODY), seen, none, none)
        found = self._breach(norm, follows)
        if isinstance(found.answer, Vacuous):
            return DutyStanding(norm, found.reach, self.world, found.answer, seen, none, none)
        if not isinstance(found.answer, Found):
            return DutyStanding(norm, found.reach, found.world, found.answer, seen, none, none)
        nobody = NOBODY if not self._noticed_by_a_verifier(norm, seen) else UNCHARGED
        established = self._within(found, UNESTABLISHED_FOR, nobody, follows.can_be_established)
        nothing = NEED_NOT_BE_USED if follows.entitles else NOTHING_FOLLOWS
        answered = HowLong(None, Vacuous(nothing))
        if established.days is not None:
            answered = self._answered(found, established, nothing, follows.can_be_answered)
        corrected, because = (None, "") if answered.days is None else self._corrected(norm)
        return DutyStanding(
            norm, found.reach, found.world, found.answer, seen, established, answered, corrected, because, found.why
        )

    def _hangs_on_a_vote(self, norm: Norm) -> bool:
        """Whether a decision of a body makes the duty due."""
        own = {f"{norm.name}: armed", f"{norm.name}: granted"}
        return any(event.decision is not None and own & set(event.effects) for event in self.world.events)

    def _noticed_by_a_verifier(self, broken: Norm, seen: tuple[str, ...]) -> bool:
        """Whether somebody else who verifies something under this text would see it: it may, or may not, say so."""
        verifiers = {actor.ident for actor in self.agreement.actors if actor.role is Role.VERIFIER} - {broken.bearer}
        return bool(verifiers & set(seen) & {norm.bearer for norm in self.world.norms})

    def _breach(self, norm: Norm, follows: Consequence) -> Broken:
        """The cheapest breach: by the bearer's own choice; else one that it cannot help; else why there is none.

        All others keep their duties.  Where the duty arises only from another's breach, that one does not.
        """
        alone = self._policies(norm)
        if norm.mode is Mode.DO and norm.missed == FALSE:
            return Broken(self.world, Reach(Var(norm.wilful), alone), Vacuous(NO_DAY))
        reach = Reach(Var(STANDS), alone)
        for policies, why in self._conducts(norm, alone):
            for broken in (conj(norm.missed, norm.blame), norm.missed):
                world = watched(self.world, norm, follows, broken)
                reach = Reach(Var(STANDS), policies)
                answer = self.ask(world, reach)
                if not isinstance(answer, Proved):
                    helpless = NOT_BY_CHOICE if broken is norm.missed and norm.mode is Mode.DO else ""
                    return Broken(world, reach, answer, helpless or why)
                if norm.blame == TRUE:
                    break
            if isinstance(self.ask.whether(self.world, Reach(norm.open, policies)), Found):
                return Broken(world, reach, answer, why)
        return Broken(self.world, reach, Vacuous(NEVER_DUE))

    def _conducts(self, norm: Norm, alone: dict[str, Policy]) -> Iterator[tuple[dict[str, Policy], str]]:
        """The bearer alone; where the duty may arise from another's breach, that other with it."""
        yield alone, ""
        for actor in _others_spoken_of(self.world, norm):
            yield {**alone, actor.ident: Policy.FREE}, f"{ARISES} {actor.name} does not comply"

    def _policies(self, norm: Norm) -> dict[str, Policy]:
        """The bearer does as it likes, all others who are bound keep their duties."""
        others = {actor.ident: Policy.KEEPER if actor.bound else Policy.FREE for actor in self.world.actors}
        return {**others, norm.bearer: Policy.FREE}

    def _within(self, found: Broken, age: str, none: str, possible: bool) -> HowLong:
        """The fewest days within which it is sure to have come about.

        Stories are found fast and proofs are not, so it is asked from below, at the sums of the text's own times, of
        which the answer is one or nearly so.  What may take longer than all of them together is not sure at all.
        """
        if not possible:
            return HowLong(None, Vacuous(none))
        low, known = -1, None
        for days in self._sums():
            known = self._asked(found, age, days)
            if isinstance(known.answer, Found):
                low = days
            elif isinstance(known.answer, Proved):
                return self._least(found, age, low, days, known)
            else:
                return known
        return known if known is not None else HowLong(None, Vacuous(none))

    def _answered(self, found: Broken, established: HowLong, none: str, possible: bool) -> HowLong:
        """The fewest days within which it is sure to be answered.

        Where establishing takes time, it is asked what passes from then on, which is soon proved; if a story takes
        as long as both together, but for a day, that is the answer.
        """
        if possible and established.days and isinstance(established.answer, Proved):
            after = self._within(found, KNOWN_FOR, none, possible)
            if after.days is not None and isinstance(after.answer, Proved):
                days = established.days + after.days
                asked = Reach(longer_than(UNANSWERED_FOR, days), found.reach.policies)
                shown = (established.answer, after.answer)
                both = self.ask.follows(found.world, asked, shown, adds_up(established.days))
                if isinstance(both, Proved):
                    return self._least(found, UNANSWERED_FOR, established.days - 1, days, HowLong(None, both, asked))
        return self._within(found, UNANSWERED_FOR, none, possible)

    def _least(self, found: Broken, age: str, low: int, high: int, known: HowLong) -> HowLong:
        """Between `low`, which does not suffice, and `high`, which does."""
        best, tried = HowLong(high, known.answer, known.reach), high - 1
        while high - low > 1:
            now = self._asked(found, age, tried)
            if isinstance(now.answer, Proved):
                high, best = tried, HowLong(tried, now.answer, now.reach)
            elif isinstance(now.answer, Found):
                low = tried
            else:
                return best
            tried = (low + high) // 2
        return best

    def _asked(self, found: Broken, age: str, days: int) -> HowLong:
        asked = Reach(longer_than(age, days), found.reach.policies)
        return HowLong(None, self.ask.whether(found.world, asked), asked)

    def _sums(self) -> list[int]:
        """Days that the intervals and times of the text can add up to, and a day less."""
        timings = (
            statement.timing
            for clause in self.agreement.clauses
            for rules in clause.rules
            for statement in rules.statements
            if isinstance(statement, Duty)
        )
        sums = {0}
        for days in sorted({timing.days for timing in timings if isinstance(timing, Within | Every)}):
            sums |= {each + days for each in sums}
        near = {each + off for each in sums for off in (-1, 0) if each + off >= 0}
        return sorted(near)[:_MOST_SUMS]

    def _corrected(self, norm: Norm) -> tuple[bool | None, str]:
        """Whether, with this duty alone breakable, no interest fails - and one would without the answer."""
        loose = loosened(self.world, norm)
        for each in self.standings:
            if each.of == norm.bearer or not each.secured or not each.compliance:
                continue
            kept = norm.bearer in each.holds_against or self._holds(loose, each)
            if kept is not True:
                return (False, HARMS) if kept is False else (None, "")
        bare = self._bare(norm)
        return (True, "") if bare is not None and self._needed(bare, norm) else (False, HARMLESS)

    def _bare(self, norm: Norm) -> World | None:
        world = self.build(without_consequences(self.agreement, norm))
        return loosened(world, norm) if any(each.name == norm.name for each in world.norms) else None

    def _needed(self, bare: World, norm: Norm) -> bool:
        return any(
            self._holds(bare, each) is False
            for each in self.standings
            if each.of != norm.bearer and each.secured and each.compliance
        )

    def _holds(self, world: World, each: Standing) -> bool | None:
        """Whether an interest is secured in a world; None where that was not shown."""
        for stake in stakes_of(world, each.of, each.interest):
            answer = self.ask.whether(world, failing(world, stake, compliance(world, each.of)))
            if isinstance(answer, Found):
                return False
            if isinstance(answer, GaveUp | NoneUpTo):
                return None
        return True


def ladder(
    agreement: Agreement,
    world: World,
    standings: tuple[Standing, ...],
    ask: Ask,
    build: Callable[[Agreement], World],
) -> tuple[DutyStanding, ...]:
    """Where every duty of an agreement stands, in the order of the text: once for each line and bearer."""
    asked = Ladder(agreement, world, standings, ask, build)
    occasions: dict[str, list[Norm]] = {}
    for norm in world.norms:
        occasions.setdefault(norm.name.partition(" [")[0], []).append(norm)
    return tuple(_on_one_of(asked, norms) for norms in occasions.values())


def _on_one_of(asked: Ladder, norms: list[Norm]) -> DutyStanding:
    """Where a duty stands on the first occasion on which it can be broken, or on the first of all.

    One line of a text binds its bearer on each of its occasions alike; to ask of all of them would take many times as
    long for the same answer.
    """
    norms = sorted(norms, key=lambda norm: bool(_others_spoken_of(asked.world, norm)))
    first = _said_of_all(asked, asked.of(norms[0]), norms)
    if isinstance(first.breach, Found) or first.rung == (0, 0):
        return first
    others = (_said_of_all(asked, asked.of(norm), norms) for norm in norms[1:_OCCASIONS])
    return next((each for each in others if isinstance(each.breach, Found)), first)


def _others_spoken_of(world: World, norm: Norm) -> tuple[Actor, ...]:
    """Others who are bound, in whose conduct the occasion of a duty lies."""
    spoken_of = re.findall(r"\w+", norm.name.partition("[")[2])
    return tuple(
        actor for actor in world.actors if actor.bound and actor.ident != norm.bearer and actor.ident in spoken_of
    )


def _said_of_all(asked: Ladder, standing: DutyStanding, norms: list[Norm]) -> DutyStanding:
    """Where the duty arises from the breach of any of several, none of them is named alone."""
    concerned = {actor.ident for norm in norms for actor in _others_spoken_of(asked.world, norm)}
    if len(concerned) > 1 and standing.remark.startswith(ARISES):
        return replace(standing, remark=f"{ARISES} somebody else who is bound does not comply")
    return standing
