"""`no-slack`: an interval that protects an interest, and would not if it were one day longer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from servanda.agreement.interest import Interest
from servanda.agreement.wording import days_words
from servanda.checks.endings import ending
from servanda.checks.mirror import mirrored
from servanda.checks.study import Study, found
from servanda.findings import Family, Finding, Hint, Slug, make_finding
from servanda.questions.margin import Asked, Margin, intervals, longest, margin, turns_on_it, with_interval
from servanda.stories.tell import Teller
from servanda.stories.words import listed
from servanda.text.english import possessive

NO_SLACK = Slug(
    "no-slack",
    Family.BREACHES,
    "An interval between inspections is the longest that still protects an interest.",
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interval that could not be longer; mirrored interests are asked once."""
    told: list[Interest] = []
    limit = longest(study.agreement)
    recurring = intervals(study.agreement)
    rare = [study.build(with_interval(study.agreement, duty, limit)) for _, duty, _ in recurring]
    for interest in study.agreement.interests:
        if any(mirrored(interest, other) for other in told):
            continue
        for asked in _asked(study, interest):
            for (clause, duty, every), world in zip(recurring, rare, strict=True):
                if not turns_on_it(world, asked, study.ask):
                    continue
                answer = margin(study.agreement, clause, duty, every, asked, study.build, study.ask)
                if answer is not None and answer.longest == answer.stated:
                    told.append(interest)
                    yield _finding(study, interest, answer)


def _asked(study: Study, interest: Interest) -> Iterator[Asked]:
    """The parties whose breach the interest withstands: for them the interval may be what saves it."""
    parties = {actor.ident for actor in study.world.actors if actor.party}
    for who in study.standing_of(interest).holds_against:
        if who in parties:
            yield Asked(interest.of, interest.name, who)


def _finding(study: Study, interest: Interest, limit: Margin) -> Finding:
    run, reach = limit.beyond.answer.run, limit.beyond.reach
    varied = replace(study, agreement=limit.agreement, world=limit.world)
    twins = [other for other in study.agreement.interests if mirrored(interest, other)]
    exposed = (interest.of, *(other.of for other in twins))
    whose = listed(possessive(study.name(who)) for who in exposed)
    return make_finding(
        NO_SLACK,
        f"{days_words(limit.stated).capitalize()} is the longest interval in clause {limit.clause} that protects"
        f" {whose} interest “{interest.name}” against a breach by the other side.",
        limit.duty.place,
        clauses=(limit.clause,),
        usable_by=(limit.by,),
        exposed=exposed,
        interest=interest.name,
        remark="one day more, and it fails",
        why=(
            f"With {days_words(limit.stated)} it is proved to hold. With {days_words(limit.stated + 1)} it can fail.",
        ),
        answer=found(varied, reach, run, limit.beyond.answer.searched_rounds),
        opening=f"If the interval were {days_words(limit.stated + 1)} and {study.name(limit.by)} broke its duties:",
        story=Teller(limit.agreement, limit.world, reach).story(
            run, ending(varied, interest, limit.beyond, run, reach)
        ),
        hints=(
            Hint("a shorter interval, so that a delay of a day does no harm."),
            Hint("or leave it: the interval is enough if it is kept to the day."),
        ),
    )
