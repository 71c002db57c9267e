"""The card of the duties: where each stands, how soon a breach is established and answered, and the cheapest breach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from servanda.agreement.agreement import Agreement
from servanda.agreement.norm import Agree, Do, Duty, Keep, Refrain
from servanda.agreement.wording import condition_words, noun_words, timing_words, verb_words
from servanda.checks.card import plain
from servanda.checks.study import Study, assumes, found
from servanda.findings import Answer, AnswerKind, DutyLine, StoryStep
from servanda.questions import answer as a
from servanda.questions.duty_ladder import DutyStanding, HowLong, ladder
from servanda.stories.tell import Ending, Teller
from servanda.stories.words import capital, listed
from servanda.world.world import Mode, Norm

_PLACE = re.compile(r"line (\d+)\.(\d+)")
BREACHED = "the duty is broken"


def duty_lines(study: Study) -> Iterator[DutyLine]:
    """One line for each duty of each bearer; occasions on which it stands alike are one."""
    told: dict[tuple[object, ...], DutyLine] = {}
    for each in ladder(study.agreement, study.world, study.standings, study.ask, study.build):
        line = _line(study, each)
        told.setdefault((line.clause, line.bearer, line.what, line.rung, line.remark, _days(line)), line)
    yield from told.values()


def _days(line: DutyLine) -> tuple[int | None, int | None]:
    return line.established_within_days, line.answered_within_days


def _line(study: Study, each: DutyStanding) -> DutyLine:
    norm = each.norm
    return DutyLine(
        clause=norm.clause,
        bearer=study.name(norm.bearer),
        mode=norm.mode.value,
        what=_what(study.agreement, norm),
        rung=each.rung,
        established_within_days=each.established.days,
        answered_within_days=each.answered.days,
        noticed_by=tuple(study.name(who) for who in each.noticed_by if who != norm.bearer),
        remark=_remark(each),
        answers=dict(_answers(study, each)),
        breach=_story(study, each),
    )


def _what(agreement: Agreement, norm: Norm) -> str:
    """What is owed, as the text puts it: ``assist Ukraine within 3 days``."""
    place = _PLACE.search(norm.name)
    if place is None:
        return norm.mode.value
    statement = agreement.clause(norm.clause).rules[int(place[1]) - 1].statements[int(place[2]) - 1]
    if not isinstance(statement, Duty):
        return norm.mode.value
    return " ".join(f"{_content(agreement, statement)} {timing_words(statement.timing)}".split())


def _content(agreement: Agreement, duty: Duty) -> str:
    match duty.content:
        case Do(act=act):
            return verb_words(agreement, act)
        case Refrain(act=act):
            return f"refrain from {noun_words(agreement, act)}"
        case Keep(condition=condition):
            return f"see to it that {condition_words(agreement, condition)}"
        case Agree(clause=clause):
            return f"agree to clause {clause}"
    return "take part in the decision"


def _remark(each: DutyStanding) -> str:
    """What the rung alone does not say."""
    said = [each.remark] if each.remark else []
    for asked in (each.breach, *(one.answer for one in _asked(each))):
        if isinstance(asked, a.Vacuous | a.GaveUp):
            said.append(asked.why)
            break
    names = ("established", "answered")
    for name, one in zip(names, _asked(each), strict=False):
        if one.days is None and isinstance(one.answer, a.Found):
            said.append(f"a breach need not be {name} within the times that the text states")
    if each.because:
        said.append(each.because)
    return "; ".join(said)


def _asked(each: DutyStanding) -> tuple[HowLong, ...]:
    if not isinstance(each.breach, a.Found):
        return ()
    return (each.established, each.answered) if each.established.days is not None else (each.established,)


def _answers(study: Study, each: DutyStanding) -> Iterator[tuple[str, Answer]]:
    if isinstance(each.breach, a.Found):
        yield "breach", found(study, each.reach, each.breach.run, each.breach.searched_rounds)
    else:
        yield "breach", plain(study, each.breach)
    for name, one in zip(("established", "answered"), _asked(each), strict=False):
        taken = assumes(study, one.reach, None) if one.reach is not None else ()
        yield name, replace(plain(study, one.answer), assumes=taken)
    if each.corrected is not None:
        kind = AnswerKind.PROVED if each.corrected else AnswerKind.STATIC
        yield "self-correcting", Answer(kind, detail=each.because or None)


def _story(study: Study, each: DutyStanding) -> tuple[StoryStep, ...]:
    """The cheapest breach, with who sees it."""
    if not isinstance(each.breach, a.Found):
        return ()
    teller = Teller(study.agreement, each.world, each.reach)
    return teller.story(each.breach.run, Ending(_ending(study, each), BREACHED))


def _ending(study: Study, each: DutyStanding) -> str:
    norm, who = each.norm, study.name(each.norm.bearer)
    what = {
        Mode.DO: f"{who} has not done what clause {norm.clause} asks.",
        Mode.REFRAIN: f"{who} has done what clause {norm.clause} forbids.",
        Mode.KEEP: f"{who} no longer keeps to clause {norm.clause}.",
    }[norm.mode]
    seen = [study.name(actor) for actor in each.noticed_by if actor != norm.bearer]
    sees = f" {capital(listed(seen))} {'notices' if len(seen) == 1 else 'notice'}." if seen else " Nobody notices."
    return f"{what}{sees}{_later(each)}"


def _later(each: DutyStanding) -> str:
    days = {"established": each.established.days, "answered": each.answered.days}
    said = [f"{name} within {_in_days(number)}" for name, number in days.items() if number is not None]
    return f" It is {listed(said)}." if said else ""


def _in_days(number: int) -> str:
    return {0: "the same day", 1: "one day"}.get(number, f"{number} days")
