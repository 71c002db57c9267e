"""`loophole`: an interest fails with every express clause complied with, by a way around the clauses there are."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.event import Act
from servanda.agreement.interest import Interest, Whenever
from servanda.agreement.norm import After, Do
from servanda.agreement.wording import answer_time_words, body_words, days_words, happening_words, noun_words
from servanda.checks.cause import Cause, cause_of_all, powers, serving, votes_on
from servanda.checks.deeds import lapsed, spoken_of, told
from servanda.checks.endings import ending
from servanda.checks.mirror import same_way
from servanda.checks.study import Study, duties, found
from servanda.findings import Circumstance, Family, Finding, Hint, Label, Slug, make_finding
from servanda.questions.answer import Proved, Run
from servanda.questions.standing import Failure, Standing
from servanda.questions.ways import Way, ways
from servanda.stories.tell import Teller
from servanda.stories.words import capital, flow_noun, grouped, listed
from servanda.text.english import possessive
from servanda.world.expression import variables
from servanda.world.world import Decision, Manner, Mode, Norm

LOOPHOLE = Slug(
    "loophole", Family.CIRCUMVENTION, "An interest can fail although every express clause is complied with."
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interest whose failure is nobody else's to tell; what two sides want alike is told once."""
    failing = [pair for pair in study.failing() if cause_of_all(study, *pair) is Cause.LOOPHOLE]
    told_of: list[Interest] = []
    for interest, standing in failing:
        if interest not in told_of:
            twins = [each for each, its in failing if same_way(study, (interest, standing), (each, its))]
            told_of += [interest, *twins]
            yield _finding(study, interest, standing, twins)


def _finding(study: Study, interest: Interest, standing: Standing, twins: list[Interest]) -> Finding:
    failure = standing.failures[0]
    exposed = (interest.of, *(twin.of for twin in twins))
    whose = listed(possessive(study.name(of)) for of in exposed)
    fail = f"interest “{interest.name}” can" if not twins else f"interests “{interest.name}” can each"
    open_ways = ways(study.world, failure.stake, failure.reach, study.ask) if failure.answer.run.flows else ()
    run, reach = (open_ways[0].run, open_ways[0].reach) if open_ways else (failure.answer.run, failure.reach)
    moves = len(run.flows)
    fails_with = Circumstance.INTEREST_FAILS_ONE_MOVE if moves <= 1 else Circumstance.INTEREST_FAILS_TWO_MOVES
    clauses = _clauses(study, failure, run)
    return make_finding(
        LOOPHOLE,
        f"{whose} {fail} fail although every clause is complied with.",
        interest.place,
        circumstances=(fails_with,),
        clauses=clauses,
        usable_by=_users(study, standing, run),
        exposed=exposed,
        interest=interest.name,
        remark="this can fail",
        labels=(
            *(Label(study.agreement.clause(number).place, "complied with, and not enough") for number in clauses),
            *(Label(twin.place, "can fail too") for twin in twins),
        ),
        why=tuple(_why(study, interest, standing, open_ways, run)),
        answer=found(study, reach, run, failure.answer.searched_rounds),
        opening=f"One way, no express clause broken{f', told of {study.name(interest.of)}' if twins else ''}:",
        story=Teller(study.agreement, study.world, reach).story(run, ending(study, interest, failure, run, reach)),
        hints=tuple(_hints(study, interest, failure, run)),
        subject=interest.of,
    )


def _clauses(study: Study, failure: Failure, run: Run) -> tuple[str, ...]:
    """The clauses that come near: they order the answer, hold the vote, or limit the quantity."""
    touched = variables(failure.stake.fails) | {study.world.flow(name).quantity for name in run.flows}
    near = {n.clause for n in study.world.norms if n.mode is Mode.KEEP and variables(n.missed) & touched - {"day"}}
    near |= {vote.clause for vote in votes_on(study, failure.stake)}
    near |= {norm.clause for norm in serving(study, failure.stake)}
    near |= {dict(event.fill).get("CLAUSE", "") for event in powers(study, run)}
    near |= {*lapsed(study, failure, run), *(number for number, *_ in spoken_of(study, failure, run))}
    return tuple(clause.number for clause in study.agreement.clauses if clause.number in near)


def _users(study: Study, standing: Standing, run: Run) -> tuple[str, ...]:
    """Who can use it: who moves, or whoever sets the matter off or withholds a consent."""
    used = powers(study, run)
    if used:
        return tuple(sorted({who for event in used for who in event.by}))
    if run.flows:
        return tuple(sorted({who for name in run.flows for who in study.world.flow(name).by}))
    happened = {name for segment in run.segments for name in segment.events}
    asked = {vote.name for vote in votes_on(study, standing.failures[0].stake)}
    silent = {
        e.by[0]
        for e in study.world.events
        if e.manner is Manner.CONSENT and e.name not in happened and e.decision in asked
    }
    return tuple(sorted(silent))


def _why(study: Study, interest: Interest, standing: Standing, open_ways: tuple[Way, ...], run: Run) -> Iterator[str]:
    failure = standing.failures[0]
    for event in powers(study, run):
        clause = dict(event.fill).get("CLAUSE", "")
        yield f"It takes a power that clause {clause} gives to {listed(study.name(who) for who in event.by)}."
    for way in open_ways:
        pace = f" from {grouped(way.pace)} a day upward" if way.pace is not None and not way.stated else ""
        yield f"What the clauses say leaves open {flow_noun(study.agreement, way.flow)}{pace}."
    yield from told(study, failure, run)
    if isinstance(interest.protected, Whenever):
        yield from _too_late(study, interest.of, interest.protected, failure)
        if _came_before(study, failure, run):
            yield "What came before it does not count as an answer; no clause forbids that it begins once more."
        if any(isinstance(item.answer, Proved) for item in standing.compliance):
            first = study.name(standing.failures[0].stake.trigger_by or "")
            yield f"This is so when it begins with {first}; in some other cases it is proved that the answer comes."
        others = [study.name(f.stake.trigger_by) for f in standing.failures[1:] if f.stake.trigger_by]
        if others:
            yield capital(f"it is the same when it begins with {listed(others, 'or')}.")


def _came_before(study: Study, failure: Failure, run: Run) -> bool:
    """Whether the answer was given in the story, only earlier than what it is to answer."""
    happened = [name for segment in run.segments for name in segment.events]
    begun = [at for at, name in enumerate(happened) if name in failure.stake.triggers]
    counted = set(failure.stake.excuses)
    answers = {event.name for event in study.world.events if counted & set(event.effects)}
    return bool(begun) and any(name in answers for name in happened[: begun[-1]])


def _too_late(study: Study, holder: str, wanted: Whenever, failure: Failure) -> Iterator[str]:
    """What each clause that would give the answer lacks: a condition met, a time, or enough haste."""
    answer = happening_words(study.agreement, wanted.answer)
    for vote in votes_on(study, failure.stake):
        body = body_words(study.agreement, vote.body)
        owed = {n.bearer for n in study.world.norms if len(n.steps) == 1 and set(n.steps) & _consents(study, vote)}
        silent = [study.name(who) for who in vote.deciders if who not in owed and who != holder]
        nobody = f"; no clause obliges {listed(silent, 'or')} to consent" if silent else ""
        yield f"Clause {vote.clause} makes it hang on a decision of {body}{nobody}."
    norms = serving(study, failure.stake)
    own = _own_help(study, failure, wanted)
    if own is not None and not norms:
        yield (
            f"Clause {own.clause} asks {answer} of {study.name(own.bearer)} itself; what is done by whoever sets the"
            " matter off does not count as the answer, and nobody else owes it then."
        )
    elif not norms:
        yield f"In {study.what_is_here} nobody owes {answer} in every case in which the interest needs it."
    yield from dict.fromkeys(sentence for norm in norms for sentence in _lacks(study, norm, wanted))
    yield from _adds_up(study, failure, norms, wanted.days)


def _adds_up(study: Study, failure: Failure, norms: list[Norm], days: int) -> Iterator[str]:
    """Consent and answer each in time, and together too late."""
    longest = max((n.deadline for n in norms if n.deadline is not None), default=0)
    for vote in votes_on(study, failure.stake):
        voices = _consents(study, vote)
        owed = [n for n in study.world.norms if set(n.steps) & voices and n.deadline is not None]
        latest = max((n.deadline or 0 for n in owed), default=0)
        if owed and longest <= days < longest + latest:
            then = " and" if owed[0].clause == vote.clause else f", clause {vote.clause} gives"
            yield (
                f"Clause {owed[0].clause} gives {days_words(latest)} for the consent{then}"
                f" {days_words(longest)} after the decision for the answer: {longest + latest} together;"
                f" the interest allows {days}."
            )


def _own_help(study: Study, failure: Failure, wanted: Whenever) -> Norm | None:
    """A duty to give the answer that binds whoever has set the matter off."""
    if not isinstance(wanted.answer, Act):
        return None
    for norm in study.world.norms:
        kinds = {study.world.event(name).act for name in norm.steps}
        if norm.bearer == failure.stake.trigger_by and wanted.answer.kind in kinds and norm.mode is Mode.DO:
            return norm
    return None


def _lacks(study: Study, norm: Norm, wanted: Whenever) -> Iterator[str]:
    """Why a duty to give the answer is not enough."""
    for duty in duties(study.agreement.clause(norm.clause)) if norm.origin else ():
        if isinstance(duty.content, Do) and duty.content.act.kind == study.world.event(norm.steps[0]).act:
            awaited = [noun_words(study.agreement, each.act) for each in duty.requires if isinstance(each, After)]
            yield from (f"Clause {norm.clause} asks for it only after {each}." for each in awaited)
    if not norm.origin and _follows(study, norm.clause, wanted):
        yield f"Clause {norm.clause} asks for it once, after the first time; “upon” would ask for it each time."
    elif not norm.origin and wanted.trigger is not None:
        yield f"Clause {norm.clause} asks for it, but not because of what sets the interest off."
    elif norm.deadline is None:
        yield f"Clause {norm.clause} sets no deadline for it."
    elif norm.deadline > wanted.days:
        yield f"Clause {norm.clause} gives {days_words(norm.deadline)} for it; the interest allows {wanted.days}."


def _follows(study: Study, clause: str, wanted: Whenever) -> bool:
    """Whether a clause asks for something once, *after* what sets the interest off."""
    found = (duty for each in study.agreement.clauses if each.number == clause for duty in duties(each))
    first = [need.act for duty in found for need in duty.requires if isinstance(need, After)]
    wanted_first = wanted.trigger.kind if isinstance(wanted.trigger, Act) else None
    return any(act.kind == wanted_first for act in first)


def _consents(study: Study, vote: Decision) -> set[str]:
    return {e.name for e in study.world.events if e.decision == vote.name and e.manner is Manner.CONSENT}


def _hints(study: Study, interest: Interest, failure: Failure, run: Run) -> Iterator[Hint]:
    if isinstance(interest.protected, Whenever):
        days = days_words(interest.protected.days)
        when = answer_time_words(study.agreement, interest.protected)
        calls = " of what calls for it" if interest.protected.trigger is not None else ""
        if votes_on(study, failure.stake):
            yield Hint(f"a duty to give the consent, and a duty to act, with dates that add up to {days} at most.")
            yield Hint("or the answer owed by each without any decision.")
        else:
            yield Hint(f"a duty on somebody to give the answer {when}{calls}.")
            yield Hint("or an interest that allows as long as the clauses do.")
            if _came_before(study, failure, run):
                yield Hint(f"or an interest that also counts what came first: “before or within {days}”.")
        return
    if powers(study, run):
        yield Hint("a ground for using the power that others can see, or its use only with their agreement.")
        yield Hint("or a power that leaves in force what the interest needs.")
        return
    if not run.flows:
        yield Hint("a ban that binds whoever can do it, for as long as the interest is meant.")
        yield Hint("or an interest that is meant only for as long, and against those, as the clauses bind.")
        return
    kinds = listed(dict.fromkeys(dict(study.world.flow(name).fill).get("KIND", "quantity") for name in run.flows))
    yield Hint(f"a ceiling on {kinds or 'the quantity'} for every side that can raise it, not for one alone.")
    yield Hint("or another measure for the interest, if what the story shows does no harm.")
