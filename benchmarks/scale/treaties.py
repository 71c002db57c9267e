"""Treaties of a given size as `.pact` text: the same numbers make the same bytes.

Every treaty caps what each party holds, has it inspected, lets a breach be reported, and releases whoever watches.
*Independent*: two neighbours at a time have chapters of their own, each about a stock of its own, and what is broken
in one changes nothing in another.  *Coupled*: every party is capped in the same stocks, and a report about one
party releases all others from all ceilings, so that nearly everything lies in the cone of every interest.  Both have
guarantors who could change places without anybody noticing.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

_GUARANTORS = 4
_OF_THE_GUARANTEE = 2 * _GUARANTORS
"""Duties of the guarantors: a voice each, and help each."""
_OFTEN_ENOUGH, _TOO_SELDOM = 30, 400
"""Days between inspections; one more breach may stay unseen for so long."""
_OF_A_SIDE = 4
"""Duties about one side of a chapter between neighbours: a ceiling, an inspection, access, a report."""


class Family(Enum):
    """How much hangs together."""

    INDEPENDENT = "independent"
    COUPLED = "coupled"


class Planted(Enum):
    """What is wrong with a treaty, if anything."""

    NOTHING = "nothing"
    LOOPHOLE = "loophole"
    BREACH = "non-compliance hole"


@dataclass(frozen=True, slots=True)
class Size:
    """What a treaty is made of: about so many duties, counted once for each bearer."""

    norms: int
    parties: int
    family: Family
    planted: Planted
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Hole:
    """What is to be found: `of`'s interest fails, because of what `by` may do, or (`breach`) may break."""

    of: str
    interest: str
    by: str
    breach: bool


@dataclass(frozen=True, slots=True)
class Treaty:
    """A text, and what was planted in it."""

    text: str
    hole: Hole | None


@dataclass(frozen=True, slots=True)
class Side:
    """What one party holds of one stock; `rival` is whoever has an interest in it."""

    party: str
    rival: str
    stock: str


def treaty(size: Size) -> Treaty:
    """The treaty of a size."""
    dice = random.Random(f"{size.seed} {size.norms} {size.parties} {size.family.value}")  # noqa: S311 - no secret
    parties = [f"P{at:02}" for at in range(1, size.parties + 1)]
    coupled = size.family is Family.COUPLED
    sides = _coupled(size, parties) if coupled else _independent(size, parties)
    spoilt = dice.choice(sides) if size.planted is not Planted.NOTHING else None
    stocks = list(dict.fromkeys(side.stock for side in sides))
    inspectors = ["M"] if coupled else [f"M{at + 1:02}" for at in range(len(stocks))]
    lines = [*_head(parties, inspectors, stocks), *_holdings(sides)]
    lines += _coupled_clauses(sides, size.planted, spoilt) if coupled else _chapters(sides, size.planted, spoilt)
    lines += [*_guarantee(parties), *_interests(sides)]
    return Treaty("\n".join(lines) + "\n", _hole(size, spoilt))


def _independent(size: Size, parties: list[str]) -> list[Side]:
    """Chapters between neighbours on a ring, each about a stock of its own, until there are enough duties."""
    sides: list[Side] = []
    for chapter in range(max(1, round((size.norms - _OF_THE_GUARANTEE) / (2 * _OF_A_SIDE)))):
        one, other = parties[2 * chapter % len(parties)], parties[(2 * chapter + 1) % len(parties)]
        sides += [Side(one, other, _stock(chapter)), Side(other, one, _stock(chapter))]
    return sides


def _coupled(size: Size, parties: list[str]) -> list[Side]:
    """Every party in every stock: a ceiling and an inspection each, besides access and report once."""
    stocks = max(1, round(((size.norms - _OF_THE_GUARANTEE) / len(parties) - 2) / 2))
    before = dict(zip(parties, [parties[-1], *parties[:-1]], strict=True))
    return [Side(party, before[party], _stock(at)) for at in range(stocks) for party in parties]


def _stock(at: int) -> str:
    return f'"stock {at + 1:02}"'


def _hole(size: Size, spoilt: Side | None) -> Hole | None:
    if spoilt is None:
        return None
    return Hole(spoilt.rival, _named(spoilt), spoilt.party, size.planted is Planted.BREACH)


def _head(parties: list[str], inspectors: list[str], stocks: list[str]) -> Iterator[str]:
    yield f'agreement "A treaty of {len(parties)} parties"'
    yield "  extent full text"
    yield "  takes effect 2025-01-01 00:00 in UTC"
    yield "  lasts 10 years"
    yield ""
    yield "use security"
    yield ""
    yield from (f'party {party} "State {party[1:]}"' for party in parties)
    yield 'third state X "Outland"'
    yield from (f'verifier {each} "Mission {each[1:] or 1}"' for each in inspectors)
    yield f"body guarantors: {', '.join(parties[:_GUARANTORS])}"
    yield ""
    yield from (f"kind {stock} counted in pieces" for stock in stocks)
    yield ""
    yield "act public report"
    yield "  noun: public report by REPORTER about SUBJECT"
    yield "  verb: report publicly about SUBJECT"
    yield "  REPORTER is any verifier"
    yield "  SUBJECT is any party"
    yield "  needs knowledge of a breach by SUBJECT"
    yield "  noticed by everyone"


def _holdings(sides: Iterable[Side]) -> Iterator[str]:
    yield ""
    yield from (f"{side.stock} of {side.party} = 400 pieces at signature" for side in sides)
    yield ""
    for side in sides:
        yield f'assume build-up of {side.stock} by {side.party} at most 3 pieces a day because "works make no more"'
        yield f'assume {side.stock} of {side.party} rise by at most 4 pieces a day because "depots take in no more"'


def _ceiling(side: Side, planted: Planted, spoilt: Side | None) -> Iterator[str]:
    if not (planted is Planted.LOOPHOLE and side == spoilt):
        yield f"  {side.party} shall keep its {side.stock} at or below 400 pieces"


def _inspection(side: Side, planted: Planted, spoilt: Side | None, by: str = "M") -> str:
    days = _TOO_SELDOM if planted is Planted.BREACH and side == spoilt else _OFTEN_ENOUGH
    return f"  {by} shall inspect {side.stock} of {side.party} every {days} days"


def _chapters(sides: list[Side], planted: Planted, spoilt: Side | None) -> Iterator[str]:
    """One chapter for each pair of sides."""
    for at in range(0, len(sides), 2):
        pair, number = sides[at : at + 2], at // 2 + 1
        by = f"M{number:02}"
        yield from ("", f'article {number}.1 "Ceilings"')
        yield from (line for side in pair for line in _ceiling(side, planted, spoilt))
        yield from ("", f'article {number}.2 "Inspections"')
        yield from (_inspection(side, planted, spoilt, by) for side in pair)
        yield from ("", f'article {number}.3 "Access"')
        for side in pair:
            yield f"  upon request for access by {by} to {side.party}:"
            yield f"    {side.party} shall give access to {by} within 0 days"
        for place, side in enumerate(pair):
            yield from ("", f'article {number}.{4 + 2 * place} "Report"')
            yield (
                f"  upon breach of article {number}.1 by {side.party} established by inspection, "
                f"or breach of article {number}.3 by {side.party}:"
            )
            yield f"    {by} shall report {side.party} to {side.rival} within 1 day"
            yield from ("", f'article {number}.{5 + 2 * place} "Release"')
            yield f"  upon report by {by} about {side.party} to {side.rival}:"
            yield f"    article {number}.1 no longer binds {side.rival}"
            yield f"    {side.rival} may answer by build-up of {side.stock}"


def _coupled_clauses(sides: list[Side], planted: Planted, spoilt: Side | None) -> Iterator[str]:
    """Ceilings and inspections for each stock; access, report and release for all of them together."""
    stocks = list(dict.fromkeys(side.stock for side in sides))
    yield from ("", 'article 1 "Ceilings"')
    yield from (line for side in sides for line in _ceiling(side, planted, spoilt))
    yield from ("", 'article 2 "Inspections"')
    yield from (_inspection(side, planted, spoilt) for side in sides)
    yield from ("", 'article 3 "Access"', "  upon request for access by M to a Party:")
    yield "    that Party shall give access to M within 0 days"
    yield from ("", 'article 4 "Report"')
    yield "  upon breach of article 1 by a Party established by inspection, or breach of article 3 by a Party:"
    yield "    M shall report publicly about that Party within 1 day"
    yield from ("", 'article 5 "Release"', "  upon public report by M about a Party:")
    yield "    article 1 no longer binds the others"
    yield from (f"    each of the others may answer by build-up of {stock}" for stock in stocks)


def _guarantee(parties: list[str]) -> Iterator[str]:
    held = parties[_GUARANTORS % len(parties)]
    yield from ("", 'article 90 "Guarantee"', f"  upon armed attack by X on {held}:")
    yield "    each of guarantors shall consent to it within 3 days"
    yield f"    each of guarantors shall assist {held} within 7 days of adoption"
    yield "      provided that guarantors decide it by unanimity"
    yield from ("", f'interest of {held} "an attack is answered":')
    yield f"  whenever armed attack by X on {held}, assistance to {held} within 10 days"


def _named(side: Side) -> str:
    return f"{side.stock.strip(chr(34))} of {side.party} in balance"


def _interests(sides: Iterable[Side]) -> Iterator[str]:
    for side in sides:
        yield from ("", f'interest of {side.rival} "{_named(side)}":')
        yield f"  {side.stock} of {side.party} never exceed 1.5 times {side.stock} of {side.rival}"
