"""`reciprocity-unravels`: one breach frees the other side, for good, from what in turn frees the first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.agreement.event import Breach
from servanda.agreement.exception import Cure
from servanda.agreement.lasting import Kind, Power
from servanda.agreement.norm import Release, Rules
from servanda.checks.order import circles
from servanda.checks.reliance import clause_relied_on, statements
from servanda.checks.study import Study
from servanda.findings import Family, Finding, Hint, Label, Slug, make_finding
from servanda.stories.words import listed
from servanda.text import Place

RECIPROCITY_UNRAVELS = Slug(
    "reciprocity-unravels",
    Family.CIRCUMVENTION,
    "One breach, however small, can free everybody from what protects all.",
)


@dataclass(frozen=True, slots=True)
class _Frees:
    """A breach of `broken` frees others from `freed`, without a bound and without anybody who establishes it."""

    broken: str
    freed: str
    clause: str
    place: Place


def check(study: Study) -> Iterator[Finding]:
    """One finding for each circle of clauses whose breach frees from the next."""
    cured = {each.clause for _, _, each in statements(study.agreement) if isinstance(each, Cure)}
    edges = [edge for edge in _edges(study) if edge.broken not in cured]
    graph = {
        clause.number: tuple(e.freed for e in edges if e.broken == clause.number) for clause in study.agreement.clauses
    }
    for circle in circles(graph):
        if any(clause_relied_on(study, number) for number in circle):
            yield _finding(study, circle, [e for e in edges if e.broken in circle and e.freed in circle])


def _edges(study: Study) -> Iterator[_Frees]:
    for clause, rules, statement in statements(study.agreement):
        for broken in _bare_breaches(rules):
            match statement:
                case Release(clause=freed):
                    yield _Frees(broken, freed, clause.number, statement.place)
                case Power(kind=Kind.SUSPEND, clauses=clauses, until=until) if until is None or not until.bounded:
                    freed_all = clauses or tuple(each.number for each in study.agreement.clauses)
                    yield from (_Frees(broken, freed, clause.number, statement.place) for freed in freed_all)


def _bare_breaches(rules: Rules) -> list[str]:
    """The clauses whose breach sets something off without anybody who establishes it."""
    return [each.clause for each in rules.upon if isinstance(each, Breach) and each.established_by is None]


def _finding(study: Study, circle: tuple[str, ...], edges: list[_Frees]) -> Finding:
    first = edges[0]
    several = len(circle) > 1
    which = f"one of clauses {listed(circle)}" if several else f"clause {circle[0]}"
    them = "them" if several else "it"
    places = dict.fromkeys((edge.clause, edge.place) for edge in edges[1:] if edge.place != first.place)
    return make_finding(
        RECIPROCITY_UNRAVELS,
        f"A single breach of {which} can free one side after the other from {them}, for good.",
        first.place,
        excerpt=study.excerpt,
        clauses=tuple(dict.fromkeys((first.clause, *circle))),
        remark="freed here",
        labels=tuple(Label(place, "and here") for _, place in places),
        why=("Nobody establishes the breach, how grave it must be is not said, and nothing brings the clauses back.",),
        hints=(
            Hint("somebody who establishes the breach, or days in which it may be made good."),
            Hint("or a suspension that ends when the breach does."),
        ),
    )
