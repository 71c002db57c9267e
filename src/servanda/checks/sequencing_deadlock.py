"""`sequencing-deadlock`: clauses wait for each other in a circle that no run can enter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from servanda.agreement.norm import Clause, Do, Duty, Fulfilled, Statement
from servanda.agreement.paraphrase_words import position_words
from servanda.agreement.words import Position, Stance
from servanda.checks.instances import Instances, instances
from servanda.checks.order import anything, circles, never_fulfilled, waits
from servanda.checks.study import Study
from servanda.findings import Answer, AnswerKind, Circumstance, Family, Finding, Hint, Label, Slug, make_finding
from servanda.questions.answer import Proved
from servanda.questions.question import Reach
from servanda.stories.words import listed
from servanda.world.expression import Var, disj
from servanda.world.requirements import is_fulfilled

SEQUENCING_DEADLOCK = Slug(
    "sequencing-deadlock", Family.ORDER, "Clauses wait for each other in a circle that nothing can break."
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each circle of which it is proved that no clause in it is ever fulfilled.

    Then those that there are only together with the orders in which the parties have said they want things done.
    """
    items = list(instances(study))
    in_text = circles(waits(items))
    for circle in in_text:
        if never_fulfilled(study, circle):
            yield _finding(study, items, circle)
    yield from _with_positions(study, items, in_text)


def _with_positions(study: Study, items: list[Instances], in_text: list[tuple[str, ...]]) -> Iterator[Finding]:
    orders = [p for p in study.agreement.words.positions if p.stance is Stance.DEMANDS and len(p.clauses) > 1]
    if not orders:
        return
    graph = waits(items)
    for first, second in (position.clauses for position in orders):
        graph[second] = tuple(dict.fromkeys((*graph.get(second, ()), first)))
        graph.setdefault(first, ())
    known = {number for circle in in_text for number in circle}
    for circle in circles(graph):
        stated = [position for position in orders if set(position.clauses) <= set(circle)]
        if stated and not known & set(circle) and _never_with(study, stated, circle):
            yield _stated(study, items, circle, stated)


def _never_with(study: Study, stated: list[Position], circle: tuple[str, ...]) -> bool:
    """Whether it is proved that none of the circle is ever fulfilled if each side holds to the order it has stated."""
    agreement = study.agreement
    for position in stated:
        agreement = replace(agreement, clauses=tuple(_after(clause, position) for clause in agreement.clauses))
    world = study.build(agreement)
    done = disj(*(Var(is_fulfilled(number)) for number in circle))
    return isinstance(study.ask.whether(world, Reach(done, anything(world))), Proved)


def _after(clause: Clause, position: Position) -> Clause:
    """The clause with whatever it asks to be done only after the one that is demanded first."""
    first, second = position.clauses
    if clause.number != second:
        return clause
    waits_too = Fulfilled((first,), True, position.place)
    return replace(
        clause,
        rules=tuple(
            replace(rules, statements=tuple(_waiting(each, waits_too) for each in rules.statements))
            for rules in clause.rules
        ),
    )


def _waiting(statement: Statement, waits_too: Fulfilled) -> Statement:
    if isinstance(statement, Duty) and isinstance(statement.content, Do):
        return replace(statement, requires=(*statement.requires, waits_too))
    return statement


def _stated(study: Study, items: list[Instances], circle: tuple[str, ...], stated: list[Position]) -> Finding:
    names = listed(dict.fromkeys(study.name(position.of) for position in stated))
    hold = "holds to the order it has" if len({p.of for p in stated}) == 1 else "hold to the orders they have"
    waiting = [item for item in items if item.clause.number in circle and _waits_within(item, circle)]
    return make_finding(
        SEQUENCING_DEADLOCK,
        f"If {names} {hold} stated, clauses {listed(circle)} wait for each other.",
        stated[0].place,
        clauses=circle,
        usable_by=tuple(dict.fromkeys(position.of for position in stated)),
        exposed=tuple(dict.fromkeys(norm.bearer for item in waiting for norm in item.norms)),
        remark="a stated position, not a clause",
        labels=(
            *(Label(position.place, "and this one") for position in stated[1:]),
            *(Label(item.duty.place, "waits, by the text") for item in waiting),
        ),
        why=(
            "The text by itself can be carried out. With what each has said it demands first, none of these clauses"
            " can: " + "; ".join(position_words(study.agreement, position) for position in stated) + ".",
        ),
        answer=Answer(
            AnswerKind.PROVED,
            study.scope,
            assumes=("each side holds to the order it has stated", "everybody does whatever else would help"),
        ),
        hints=(
            Hint("small steps in turn, each verified before the next, in place of one order for the whole."),
            Hint("or both at the same time, through somebody whom all sides trust."),
        ),
        subject=" ".join(position.name for position in stated),
    )


def _finding(study: Study, items: list[Instances], circle: tuple[str, ...]) -> Finding:
    waiting = [item for item in items if item.clause.number in circle and _waits_within(item, circle)]
    one = len(circle) == 1
    return make_finding(
        SEQUENCING_DEADLOCK,
        f"Clause {circle[0]} waits for itself, so that it can never be fulfilled."
        if one
        else f"Clauses {listed(circle)} wait for each other, so that none of them can ever be fulfilled.",
        waiting[0].duty.place,
        circumstances=(Circumstance.DUTY_CANNOT_BE_KEPT,),
        clauses=circle,
        exposed=tuple(dict.fromkeys(norm.bearer for item in waiting for norm in item.norms)),
        remark="waits",
        labels=tuple(Label(item.duty.place, "and this waits in turn") for item in waiting[1:]),
        why=(
            "Whatever anybody does first, it does not count, because something else of the circle has to come before.",
        ),
        answer=Answer(
            AnswerKind.PROVED,
            study.scope,
            assumes=("everybody does whatever would help",),
        ),
        hints=(
            Hint("one step that waits for nothing, or small steps in turn, each verified before the next."),
            Hint("or both at the same time, through somebody whom all sides trust."),
        ),
    )


def _waits_within(item: Instances, circle: tuple[str, ...]) -> bool:
    before = {number for each in item.duty.requires if isinstance(each, Fulfilled) for number in each.clauses}
    return bool(before & set(circle))
