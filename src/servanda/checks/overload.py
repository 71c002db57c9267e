"""`overload`: what somebody owes by some day, all its duties together, is more than it can do by then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.agreement.agreement import AssumedCapacity
from servanda.agreement.norm import Do, Every
from servanda.agreement.wording import days_words
from servanda.checks.instances import Instances, instances
from servanda.checks.study import Study
from servanda.findings import Answer, AnswerKind, Circumstance, Family, Finding, Hint, Label, Slug, make_finding
from servanda.stories.words import capital, listed
from servanda.world.ground import NOBODY, members

OVERLOAD = Slug("overload", Family.CONFLICTS, "The duties of one bearer together are more than it can do.")

_TIMES = 24
"""How many spans of a capacity are looked at: what is too much at a steady pace shows long before."""


@dataclass(frozen=True, slots=True)
class _Owed:
    """One duty of the bearer: how often at least, or by which day; how many acts at a time."""

    item: Instances
    every: int | None
    by: int | None
    acts: int

    def until(self, day: int) -> int:
        """How many acts it has asked for at the close of a day."""
        if self.every:
            return self.acts * (day // self.every)
        return self.acts if self.by is not None and self.by <= day else 0


def check(study: Study) -> Iterator[Finding]:
    """One finding for each stated capacity that is too small."""
    for each in study.agreement.assumptions:
        if isinstance(each, AssumedCapacity):
            for who in members(study.agreement, each.who, NOBODY):
                owed = list(_owed(study, who))
                day = _too_much(owed, each, study.agreement.header.lasts_days)
                if day is not None:
                    yield _finding(study, each, who, owed, day)


def _owed(study: Study, who: str) -> Iterator[_Owed]:
    """What somebody is to do whatever happens: nothing that waits for an occasion."""
    for item in instances(study):
        mine = [norm for norm in item.dated if norm.bearer == who]
        if item.rules.upon or not mine or not isinstance(item.duty.content, Do):
            continue
        timing = item.duty.timing
        every = timing.days if isinstance(timing, Every) and timing.days else None
        yield _Owed(item, every, None if every else mine[0].deadline, len(mine))


def _too_much(owed: list[_Owed], able: AssumedCapacity, term: int | None) -> int | None:
    """The first day by which more is owed than can be done, a span that has only begun counted as a whole one."""
    days = {able.days * time - 1 for time in range(1, _TIMES + 1)}
    days |= {each.by for each in owed if each.by is not None}
    days |= {each.every * time for each in owed if each.every for time in range(1, _TIMES + 1)}
    for day in sorted(days):
        spans = day // able.days + 1
        if (term is None or day <= term) and sum(each.until(day) for each in owed) > able.number * spans:
            return day
    return None


def _finding(study: Study, able: AssumedCapacity, who: str, owed: list[_Owed], day: int) -> Finding:
    name, asked = study.name(who), [each for each in owed if each.until(day)]
    total, spans = sum(each.until(day) for each in asked), day // able.days + 1
    numbers = tuple(dict.fromkeys(each.item.clause.number for each in asked))
    parts = [f"{each.until(day)} under clause {each.item.clause.number}" for each in asked]
    return make_finding(
        OVERLOAD,
        f"{capital(name)} owes more by day {day} than it can do.",
        asked[0].item.duty.place,
        circumstances=(Circumstance.DUTY_CANNOT_BE_KEPT,),
        clauses=numbers,
        exposed=(who,),
        remark="part of what is owed",
        labels=(
            *(Label(each.item.duty.place, "owed as well") for each in asked[1:]),
            Label(able.place, "what it can do"),
        ),
        why=(
            f"By then {total} {able.what} are due: {listed(parts)}. In {_spans(spans, able.days)} it can do"
            f" {able.number * spans} at most.",
        ),
        answer=Answer(AnswerKind.STATIC, assumes=(_assumption(able),)),
        hints=(
            Hint("longer intervals, or later days, for some of it."),
            Hint("or more that it can do: the means belong to the text that asks for the work."),
        ),
        subject=f"{able.what} {who}",
    )


def _spans(count: int, days: int) -> str:
    return days_words(days) if count == 1 else f"{count} times {days_words(days)}"


def _assumption(able: AssumedCapacity) -> str:
    return f"the file's assumption in line {able.place.line} ({able.because})"
