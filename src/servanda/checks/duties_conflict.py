"""`duties-conflict`: somebody must do what it must not do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.agreement.exception import Prevails
from servanda.agreement.norm import Clause, Do, Permission
from servanda.agreement.wording import verb_words, who_words
from servanda.checks.instances import Instances, instances
from servanda.checks.reliance import statements
from servanda.checks.study import Study, found
from servanda.findings import Circumstance, Family, Finding, Hint, Label, Slug, make_finding
from servanda.questions.answer import Found
from servanda.questions.conduct import compliance
from servanda.questions.question import Reach
from servanda.stories.tell import Ending, Teller
from servanda.stories.words import capital
from servanda.world.expression import FALSE, Var, conj, disj
from servanda.world.ground import NOBODY, Binding, groundings, members
from servanda.world.world import Event, Norm

DUTIES_CONFLICT = Slug(
    "duties-conflict",
    Family.CONFLICTS,
    "One clause orders or allows somebody to do what another forbids it.",
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A duty to act whose every way is forbidden to its bearer when the time is up; `forbidden` by which norms."""

    norm: Norm
    forbidden: tuple[Norm, ...]
    reach: Reach
    answer: Found


def check(study: Study) -> Iterator[Finding]:
    """One finding for each duty of the text that another forbids."""
    for item in instances(study):
        conflicting = conflict(study, item)
        if conflicting is not None:
            yield _finding(study, item, conflicting)
    yield from _unranked(study)


def _unranked(study: Study) -> Iterator[Finding]:
    """What one clause allows from the start and another forbids, where no clause says which of them prevails."""
    told: dict[tuple[str, str], Finding] = {}
    for clause, rules, each in statements(study.agreement):
        if isinstance(each, Permission) and not rules.upon:
            for event in study.world.events:
                mine = [ban for ban in event.breaks if _speaks_of(study, each, event, ban.bearer)]
                bans = [ban for ban in mine if ban.condition != FALSE]
                against = dict.fromkeys(study.world.norm(ban.norm).clause for ban in bans)
                for number in [number for number in against if number not in _ranked_above(study, clause.number)]:
                    told.setdefault((clause.number, number), _not_ranked(study, clause, each, number))
    yield from told.values()


def _ranked_above(study: Study, number: str) -> set[str]:
    """The clauses that prevail over a clause."""
    ranks = [each for _, _, each in statements(study.agreement) if isinstance(each, Prevails)]
    return {above for rank in ranks if number in rank.over for above in rank.clauses}


def _speaks_of(study: Study, permission: Permission, event: Event, bearer: str) -> bool:
    """Whether a permission of the bearer is about this very act."""
    if event.act != permission.act.kind or bearer not in members(study.agreement, permission.bearer, NOBODY):
        return False
    return event.fill in groundings(study.agreement, permission.act, Binding(speaker=bearer))


def _not_ranked(study: Study, clause: Clause, permission: Permission, number: str) -> Finding:
    who, what = who_words(study.agreement, permission.bearer), verb_words(study.agreement, permission.act)
    return make_finding(
        DUTIES_CONFLICT,
        f"Clause {clause.number} says that {who} may {what}, and clause {number} forbids it.",
        permission.place,
        clauses=(clause.number, number),
        remark="allowed here",
        labels=(Label(study.agreement.clause(number).place, "forbidden here"),),
        why=("No clause says which of the two prevails; here the ban is taken to stand.",),
        hints=(
            Hint(f"a sentence that clause {clause.number} prevails over clause {number}, or the other way round."),
            Hint("or one of the two without the other."),
        ),
        subject=f"{what} {number}",
    )


def conflict(study: Study, item: Instances) -> Conflict | None:
    """The first norm of a duty that falls due while each of its acts is forbidden; asked, not read off."""
    if not isinstance(item.duty.content, Do):
        return None
    for norm in item.dated:
        acts = [e for e in map(study.world.event, norm.steps) if e.act == item.duty.content.act.kind]
        bans = [[b for b in event.breaks if b.bearer == norm.bearer] for event in acts]
        if acts and all(bans):
            standing = conj(*(disj(*(ban.condition for ban in each)) for each in bans))
            bad = conj(Var(norm.prevented), standing)
            reach = Reach(bad, compliance(study.world, norm.bearer), occurrence=norm.origin)
            answer = study.ask(study.world, reach)
            if isinstance(answer, Found):
                names = dict.fromkeys(ban.norm for each in bans for ban in each)
                return Conflict(norm, tuple(study.world.norm(name) for name in names), reach, answer)
    return None


def _finding(study: Study, item: Instances, conflicting: Conflict) -> Finding:
    who, number = study.name(conflicting.norm.bearer), item.clause.number
    others = tuple(dict.fromkeys(norm.clause for norm in conflicting.forbidden))
    what = verb_words(study.agreement, item.duty.content.act) if isinstance(item.duty.content, Do) else "act"
    where = f"clause {others[0]} forbids it" if others[0] != number else "the same clause forbids it"
    labels = tuple(Label(study.agreement.clause(each).place, "forbids it") for each in others if each != number)
    run = conflicting.answer.run
    ending = Ending(
        f"The last day for {who} to {what} is over. To do it would have broken clause {others[0]}.", "missed"
    )
    return make_finding(
        DUTIES_CONFLICT,
        f"Clause {number} obliges {who} to {what}, and {where}.",
        item.duty.place,
        circumstances=(Circumstance.DUTY_CANNOT_BE_KEPT,),
        clauses=tuple(dict.fromkeys((number, *others))),
        exposed=(conflicting.norm.bearer,),
        remark="is owed by a date",
        labels=labels,
        why=(capital(f"whatever {who} does, one of the two is not kept. {study.silent} which gives way."),),
        answer=found(study, conflicting.reach, run, conflicting.answer.searched_rounds),
        opening="How it comes to a head:",
        story=Teller(study.agreement, study.world, conflicting.reach).story(run, ending),
        hints=(
            Hint("an exception in the clause that forbids, for what the other one orders."),
            Hint("or a rule which of the two gives way."),
        ),
        subject=what,
    )
