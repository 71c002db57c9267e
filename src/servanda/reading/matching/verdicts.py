"""How a draft stands to each position: met, contradicted, touched or not addressed, by which clause and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from servanda.agreement.quantity import Order
from servanda.reading.ledger import PositionRow
from servanda.reading.likeness import telling
from servanda.reading.matching.deadlines import against
from servanda.reading.matching.demands import Demand, demand_from
from servanda.reading.matching.matters import Judged, Verdict, judged_as_a_whole
from servanda.reading.matching.provisions import Draft, Limit, Mode, Provision, occasion, same

NAMES_THE_ACT = 0.5
"""From this share of an act's telling words on, a demand speaks of that act."""
ABOUT = 0.34
"""From this share of a demand's telling words on, a clause is about it."""


@dataclass(frozen=True, slots=True)
class Matched:
    """One position with everything a draft says to it, the weightiest first; empty where no clause speaks of it."""

    demand: Demand
    judged: tuple[Judged, ...]

    @property
    def position(self) -> PositionRow:
        """The row of the ledger."""
        return self.demand.row

    @property
    def verdict(self) -> Verdict:
        """What the draft does to the position as a whole: contradicted by one clause is contradicted."""
        return self.judged[0].verdict if self.judged else Verdict.NOT_ADDRESSED

    @property
    def crossed(self) -> bool:
        """Whether a red line is crossed."""
        return self.position.strength == "red line" and self.verdict is Verdict.CONTRADICTED


_WEIGHT = (Verdict.CONTRADICTED, Verdict.MET, Verdict.TOUCHED)


def match(positions: Sequence[PositionRow], draft: Draft) -> tuple[Matched, ...]:
    """Hold each position that still stands against a draft, in the order of the table."""
    return tuple(_one(demand_from(row, draft), draft) for row in positions if not row.superseded_by)


def _one(demand: Demand, draft: Draft) -> Matched:
    """A clause that answers the demand outweighs what the text as a whole says; what merely touches comes last."""
    found = [*judged_as_a_whole(demand, draft), *_by_provisions(demand, draft)]
    found = found or [*_by_words(demand, draft)]
    unique = list(dict.fromkeys(found))
    return Matched(demand, tuple(sorted(unique, key=lambda one: _WEIGHT.index(one.verdict))))


def _by_provisions(demand: Demand, draft: Draft) -> Iterator[Judged]:
    """Clause by clause; how many there may be is asked of bounds alone, not of what is done with the things counted."""
    for one in draft.provisions:
        if demand.limit is not None:
            if one.limit is not None and demand.limit.kind == one.limit.kind:
                yield _by_numbers(demand, one, draft, demand.limit, one.limit)
        elif one.act is not None and names_the_act(demand, one):
            yield _by_act(demand, one, draft)


def names_the_act(demand: Demand, one: Provision) -> bool:
    """Whether a demand speaks of the act a clause is about."""
    shared = demand.stems & one.stems
    return (
        bool(shared) and len(shared) / len(one.stems) >= NAMES_THE_ACT and len(shared) / len(demand.stems) >= ABOUT / 2
    )


def _by_numbers(demand: Demand, one: Provision, draft: Draft, wanted: Limit, given: Limit) -> Judged:
    if demand.subject is not None and demand.subject not in one.bearers:
        unbound = f"{draft.name(demand.subject)} is not bound by it"
        return Judged(Verdict.TOUCHED, one.clause, f"{_said(one, draft)}; {unbound}.")
    asked = f"asked for was {wanted.order.value} {wanted.number:g}"
    return Judged(_bounds(wanted, given), one.clause, f"{_said(one, draft)}; {asked}.")


def _bounds(wanted: Limit, given: Limit) -> Verdict:
    """What a bound of a draft does to one asked for: stricter is met, looser is not, the other side touches."""
    caps = wanted.order in (Order.AT_MOST, Order.BELOW)
    gap = wanted.number - given.number if caps else given.number - wanted.number
    strict = wanted.order in (Order.BELOW, Order.ABOVE) and given.order not in (Order.BELOW, Order.ABOVE)
    enough = gap > 0 if strict else gap >= 0
    same_side = given.order is Order.EQUAL or caps == (given.order in (Order.AT_MOST, Order.BELOW))
    if same_side:
        return Verdict.MET if enough else Verdict.CONTRADICTED
    return Verdict.TOUCHED if enough else Verdict.CONTRADICTED


def _by_act(demand: Demand, one: Provision, draft: Draft) -> Judged:
    said = _said(one, draft)
    other = _other_actor(demand, one)
    if other is not None:
        return Judged(Verdict.TOUCHED, one.clause, f"{said}; the demand speaks of {draft.name(other)}.")
    if one.mode is Mode.MAY:
        verdict = Verdict.TOUCHED if demand.wants else Verdict.CONTRADICTED
        return Judged(verdict, one.clause, f"{said}{'; nobody has to' if demand.wants else ''}.")
    granted = (one.mode is Mode.DO) == demand.wants
    if not granted and demand.excepting:
        return Judged(Verdict.TOUCHED, one.clause, f"{said}; what is not to be done is so only “{demand.excepting}”.")
    missed = against(demand.day, demand.days, one, draft) if granted and demand.wants else None
    if missed is not None and missed.late:
        return Judged(Verdict.CONTRADICTED, one.clause, f"{said} {missed.why}.")
    if granted and demand.wants and one.upon and not same(telling(occasion(draft, one))) & demand.stems:
        return Judged(Verdict.TOUCHED, one.clause, f"{said}; the demand does not speak of that occasion.")
    if one.gaps:
        return Judged(Verdict.TOUCHED, one.clause, f"{said}; but {' and '.join(one.gaps)}.")
    if missed is not None:
        return Judged(Verdict.TOUCHED, one.clause, f"{said}{' ' if one.by else '; '}{missed.why}.")
    return Judged(Verdict.MET if granted else Verdict.CONTRADICTED, one.clause, f"{said}.")


def _other_actor(demand: Demand, one: Provision) -> str | None:
    """Somebody the demand names whom the provision neither binds nor reaches."""
    if demand.subject is not None and demand.subject not in one.bearers | one.others:
        return demand.subject
    return next((who for who in demand.actors if who not in one.bearers | one.others and who != demand.holder), None)


def _said(one: Provision, draft: Draft) -> str:
    when = f"upon {occasion(draft, one)}, " if one.upon else ""
    text = when + one.said
    return text[:1].upper() + text[1:]


def _by_words(demand: Demand, draft: Draft) -> Iterator[Judged]:
    """The clause whose words come nearest: it touches the matter, no more."""
    if not demand.stems:
        return
    shares = [(len(demand.stems & same(telling(part.words))) / len(demand.stems), part) for part in draft.parts]
    share, part = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    if part is not None and share >= ABOUT:
        yield Judged(Verdict.TOUCHED, part.number, "By its words alone: the clause speaks of the same matter.")
