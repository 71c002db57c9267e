"""`asymmetry`: the same is asked of two sides, or wanted by them, and is not given alike."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from servanda.agreement.norm import Do, NotStated
from servanda.agreement.party import Group
from servanda.checks.instances import Instances, instances
from servanda.checks.mirror import mirrored
from servanda.checks.study import Study
from servanda.findings import Family, Finding, Hint, Label, Slug, make_finding

ASYMMETRY = Slug(
    "asymmetry",
    Family.CIRCUMVENTION,
    "The same is asked of two sides, or wanted by them, and is not given alike.",
)

_RUNGS = (
    "excluded by the text",
    "dependent on cooperation",
    "secured if all comply",
    "secured against a breach by any one side",
)


def check(study: Study) -> Iterator[Finding]:
    """Duties to the same act that bind one side more, and interests that mirror each other on different rungs."""
    yield from _of_duties(study)
    yield from _of_interests(study)


def _of_duties(study: Study) -> Iterator[Finding]:
    items = [item for item in instances(study) if item.duty.bearer.group is Group.NAMED and not item.rules.upon]
    parties = {actor.ident for actor in study.world.actors if actor.party}
    for one, other in combinations([i for i in items if i.duty.bearer.name in parties], 2):
        if one.duty.bearer.name != other.duty.bearer.name and _same_act(one, other):
            strict, loose = (one, other) if _strictness(one) > _strictness(other) else (other, one)
            if _strictness(strict) > _strictness(loose):
                yield _uneven(study, strict, loose)


def _same_act(one: Instances, other: Instances) -> bool:
    first, second = one.duty.content, other.duty.content
    return isinstance(first, Do) and isinstance(second, Do) and first.act.kind == second.act.kind


def _strictness(item: Instances) -> int:
    """2 bound by a day, 1 bound, 0 an effort."""
    if item.duty.force.is_effort:
        return 0
    return 1 if isinstance(item.duty.timing, NotStated | None) else 2


def _uneven(study: Study, strict: Instances, loose: Instances) -> Finding:
    first, second = study.name(strict.duty.bearer.name or ""), study.name(loose.duty.bearer.name or "")
    how = "by a day" if _strictness(strict) == 2 else "with a word that binds"
    instead = "as an effort only" if _strictness(loose) == 0 else "without any day"
    return make_finding(
        ASYMMETRY,
        f"{first} is bound {how}; the same is asked of {second} {instead}.",
        strict.duty.place,
        clauses=tuple(dict.fromkeys((strict.clause.number, loose.clause.number))),
        usable_by=(loose.duty.bearer.name or "",),
        exposed=(strict.duty.bearer.name or "",),
        remark=how,
        labels=(Label(loose.duty.place, instead),),
        why=(f"{first} can come to be in breach where {second}, doing no more, cannot.",),
        hints=(
            Hint("the same word and the same time for both."),
            Hint("or say what the difference is given for, and accept this finding with the reason."),
        ),
    )


def _of_interests(study: Study) -> Iterator[Finding]:
    parties = frozenset(actor.ident for actor in study.world.actors if actor.party)
    for one, other in combinations(study.agreement.interests, 2):
        rungs = study.standing_of(one).rung(parties), study.standing_of(other).rung(parties)
        if not mirrored(one, other) or rungs[0] == rungs[1] or not all(low == high for low, high in rungs):
            continue
        (better, high), (worse, low) = sorted(
            ((one, rungs[0][0]), (other, rungs[1][0])), key=lambda each: each[1], reverse=True
        )
        yield make_finding(
            ASYMMETRY,
            f"What {study.name(better.of)} wants protected is {_RUNGS[high]}; the same of {study.name(worse.of)} is"
            f" {_RUNGS[low]}.",
            better.place,
            usable_by=(better.of,),
            exposed=(worse.of,),
            interest=worse.name,
            remark=_RUNGS[high],
            labels=(Label(worse.place, _RUNGS[low]),),
            why=("Each wants the same of the other, and the text does not give it to both.",),
            hints=(
                Hint("for each clause that serves the one, its counterpart for the other."),
                Hint("or say what the difference is given for, and accept this finding with the reason."),
            ),
        )
