"""`veto-by-party-concerned`: what is to answer an act needs the consent of whoever did it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from servanda.agreement.interest import Interest, Whenever
from servanda.agreement.wording import body_words
from servanda.checks.cause import blocked_by_concerned, votes_on
from servanda.checks.endings import ending
from servanda.checks.study import Study, found
from servanda.findings import Circumstance, Family, Finding, Hint, Label, Slug, make_finding
from servanda.questions.answer import Found, Vacuous
from servanda.questions.conduct import non_compliance
from servanda.questions.standing import Failure, StakeAnswer, Standing
from servanda.stories.tell import Teller
from servanda.stories.words import capital, listed, pattern, third_person
from servanda.world.world import Decision

VETO = Slug(
    "veto-by-party-concerned",
    Family.CIRCUMVENTION,
    "A decision that is to answer an act can be blocked by whoever did the act.",
)


@dataclass(frozen=True, slots=True)
class Blocked:
    """One actor that can do the act and then block the answer; `lawfully`: breaking no clause."""

    by: str
    vote: Decision
    failure: Failure
    lawfully: bool


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interest that waits for such a decision."""
    for interest in study.agreement.interests:
        if isinstance(interest.protected, Whenever):
            standing = study.standing_of(interest)
            blocked = [b for item in standing.compliance if (b := _blocked(study, standing, item)) is not None]
            if blocked:
                yield _finding(study, interest, interest.protected.days, standing, blocked)


def _blocked(study: Study, standing: Standing, item: StakeAnswer) -> Blocked | None:
    """Asked under compliance; where the act itself is forbidden, with its doer breaking that duty."""
    by = item.stake.trigger_by
    if by is None or not any(by in vote.deciders for vote in votes_on(study, item.stake)):
        return None
    if isinstance(item.answer, Vacuous):
        reach = replace(item.reach, policies=non_compliance(study.world, standing.of, by))
        item = StakeAnswer(item.stake, reach, study.ask(study.world, reach))
        return _as_blocked(study, by, item, lawfully=False)
    return _as_blocked(study, by, item, lawfully=True)


def _as_blocked(study: Study, by: str, item: StakeAnswer, *, lawfully: bool) -> Blocked | None:
    if not isinstance(item.answer, Found):
        return None
    vote = blocked_by_concerned(study, item.stake, item.answer.run)
    failure = Failure(item.stake, item.reach, item.answer)
    return Blocked(by, vote, failure, lawfully) if vote is not None else None


def _finding(study: Study, interest: Interest, days: int, standing: Standing, blocked: list[Blocked]) -> Finding:
    first = next((b for b in blocked if b.lawfully), blocked[0])
    run, reach = first.failure.answer.run, first.failure.reach
    names = tuple(b.by for b in blocked)
    weight = (Circumstance.INTEREST_FAILS_ONE_MOVE,) if first.lawfully else ()
    clause = study.agreement.clause(first.vote.clause)
    return make_finding(
        VETO,
        _headline(study, first, names),
        clause.place,
        circumstances=weight,
        clauses=(clause.number,),
        usable_by=names,
        exposed=(interest.of,),
        interest=interest.name,
        remark="this decision can be blocked by the one it is about",
        labels=(Label(interest.place, "fails then"),),
        why=tuple(_why(study, standing, blocked)),
        answer=found(study, reach, run, first.failure.answer.searched_rounds),
        opening=_opening(study, blocked, first),
        story=Teller(study.agreement, study.world, reach).story(
            run, ending(study, interest, first.failure, run, reach)
        ),
        hints=tuple(_hints(days)),
    )


def _headline(study: Study, first: Blocked, names: tuple[str, ...]) -> str:
    deed = _deed(study, first)
    body = body_words(study.agreement, first.vote.body)
    if len(names) > 1:
        return f"Any of {body} that itself {deed} can block the answer."
    return f"If {study.name(names[0])} {deed}, it can block the answer in {body}."


def _deed(study: Study, first: Blocked) -> str:
    """What sets the matter off, as a verb: ``attacks Ukraine``."""
    event = study.world.event(first.failure.stake.triggers[0])
    kind = study.agreement.act_kind(event.act or "")
    return third_person(pattern(study.agreement, kind, kind.verb, dict(event.fill)))


def _opening(study: Study, blocked: list[Blocked], first: Blocked) -> str:
    others = [study.name(b.by) for b in blocked if b is not first]
    same = f" (it reads the same with {listed(others, 'or')} in its place)" if others else ""
    law = "no express clause broken" if first.lawfully else "the act itself breaks a clause, the refusal none"
    return capital(f"with {study.name(first.by)}{same}; {law}:")


def _why(study: Study, standing: Standing, blocked: list[Blocked]) -> Iterator[str]:
    vote = blocked[0].vote
    yield (
        f"Clause {vote.clause} makes the answer hang on a decision of {body_words(study.agreement, vote.body)}, and"
        " whoever the decision is about takes part in it. Nobody is in breach: what hangs on the decision never falls"
        " due."
    )
    unlawful = [study.name(b.by) for b in blocked if not b.lawfully]
    if unlawful and len(unlawful) < len(blocked):
        yield capital(f"for {listed(unlawful, 'or')} the act itself is forbidden; the refusal afterwards is not.")
    outside = [f for f in standing.failures if f.stake.trigger_by not in {b.by for b in blocked}]
    if outside:
        yield (
            "Nor does any clause oblige the others to consent when somebody else is behind the act:"
            " one refusal is enough."
        )


def _hints(days: int) -> Iterator[Hint]:
    yield Hint(
        "the decision is taken without the state concerned, and the others owe their consent and the answer by dates"
        f" that add up to {days} days at most (leaving out the state concerned is not enough by itself)."
    )
    yield Hint("or each owes the answer by itself, without any decision.")
