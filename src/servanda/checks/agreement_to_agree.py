"""`agreement-to-agree`: a clause has effect only with an agreement that nobody owes."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.norm import Agreed, Fulfilled
from servanda.agreement.wording import who_words
from servanda.checks.instances import Instances, givers, instances, unowed
from servanda.checks.study import Study, depends_on, duties
from servanda.findings import Circumstance, Family, Finding, Hint, Label, Slug, make_finding
from servanda.stories.words import listed

AGREEMENT_TO_AGREE = Slug(
    "agreement-to-agree", Family.ORDER, "A clause has effect only with an agreement that nobody is obliged to give."
)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each duty that asks for such an agreement, and for each clause that waits for such a duty.

    A duty with a date that asks for the agreement itself is left to `forced-breach`.
    """
    items = list(instances(study))
    waiting: dict[str, tuple[Instances, dict[str, Instances]]] = {}
    for item in items:
        own = unowed(study, item)
        if own and not item.dated:
            yield _finding(study, item, own)
        elif not own:
            for other in _relied_on(items, item):
                if unowed(study, other):
                    waiting.setdefault(item.clause.number, (item, {}))[1].setdefault(str(other.duty.place), other)
    for first, hung in waiting.values():
        yield _hanging(study, first, sorted(hung.values(), key=lambda other: other.duty.place))


def _relied_on(items: list[Instances], item: Instances) -> list[Instances]:
    """The duties of the clauses that must be fulfilled first, one behind the other."""
    found: dict[str, None] = {}
    left = _clauses_before(item)
    while left:
        number = left.pop(0)
        if number not in found and number != item.clause.number:
            found[number] = None
            left += [each for other in items if other.clause.number == number for each in _clauses_before(other)]
    return [other for other in items if other.clause.number in found]


def _clauses_before(item: Instances) -> list[str]:
    return [number for each in item.duty.requires if isinstance(each, Fulfilled) for number in each.clauses]


def _finding(study: Study, item: Instances, own: tuple[Agreed, ...]) -> Finding:
    number, whose = item.clause.number, givers(study, own)
    return make_finding(
        AGREEMENT_TO_AGREE,
        f"Clause {number} hangs on the agreement of {whose}, which nobody is obliged to give.",
        item.duty.place,
        circumstances=(Circumstance.NEEDED_DUTY_HANGS_ON_CONSENT,) if depends_on(study, item.duty) else (),
        clauses=(number,),
        usable_by=tuple(each.who.name for each in own if each.who.name),
        remark="only with an agreement that is still to come",
        why=(
            f"In {study.what_is_here} {whose} may withhold it for ever without breaking a clause, and then nothing is"
            " ever owed here. The clause settles that something will have to be agreed, not what.",
        ),
        hints=tuple(_hints()),
        subject=who_words(study.agreement, item.duty.bearer),
    )


def _hanging(study: Study, item: Instances, hung: list[Instances]) -> Finding:
    number = item.clause.number
    needed = any(depends_on(study, duty) for duty in duties(item.clause))
    others = list(dict.fromkeys(other.clause.number for other in hung))
    asked = tuple(each for other in hung for each in unowed(study, other))
    which = f"clause {others[0]}" if len(others) == 1 else f"clauses {listed(others)}"
    return make_finding(
        AGREEMENT_TO_AGREE,
        f"Clause {number} waits for {which}, and so for the agreement of {givers(study, asked)}, which nobody is"
        " obliged to give.",
        item.duty.place,
        circumstances=(Circumstance.NEEDED_DUTY_HANGS_ON_CONSENT,) if needed else (),
        clauses=(number, *others),
        usable_by=tuple(dict.fromkeys(each.who.name for each in asked if each.who.name)),
        remark="waits for other clauses",
        labels=tuple(Label(other.duty.place, "needs that agreement") for other in hung),
        why=(f"To withhold the agreement breaks no clause of {study.what_is_here}, and holds up this clause as well.",),
        hints=tuple(_hints()),
    )


def _hints() -> Iterator[Hint]:
    yield Hint("a date by which the agreement is given or refused with reasons, and what holds if it is not given.")
    yield Hint("or a third party that decides where no agreement is reached.")
