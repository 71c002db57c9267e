"""When a clause binds somebody: the term and its extensions, sunsets, suspensions, and who has left.

Filled by `servanda.world.powers` before any duty is built; read wherever a
duty is owed, broken, set off, or an interest looked at.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.world.build import WAIT, Moment, Scaffold
from servanda.world.expression import FALSE, TRUE, Expr, Var, add, at_most, choice, conj, disj, neg, number
from servanda.world.world import DAYS, Threshold


@dataclass(frozen=True, slots=True)
class Suspended:
    """While `when` holds, a clause stands still; `only`: for this actor alone."""

    when: Expr
    only: str | None


@dataclass
class Force:
    """What stands in the way of a clause's binding somebody.

    `left`: for each actor that may leave, whether it has.  `ended`: for each
    clause, when it has ended before the agreement.  `survives`: clauses that go
    on after the end, and for how many days (None: without end).  `lapses`:
    clauses of which nothing is due any longer once they have ended.
    """

    left: dict[str, Expr] = field(default_factory=dict)
    ended: dict[str, list[Expr]] = field(default_factory=dict)
    suspended: dict[str, list[Suspended]] = field(default_factory=dict)
    survives: dict[str, int | None] = field(default_factory=dict)
    lapses: set[str] = field(default_factory=set)

    def stands_still(self, clause: str, bearer: str | None) -> Expr:
        """Whether a clause is suspended for somebody (None: for everybody)."""
        return disj(*(each.when for each in self.suspended.get(clause, ()) if each.only in (None, bearer)))

    def is_left(self, bearer: str) -> Expr:
        """Whether somebody has left the agreement."""
        return self.left.get(bearer, FALSE)

    def nobody_left(self) -> Expr:
        """Whether everybody is still in it."""
        return conj(*(neg(each) for each in self.left.values()))

    def has_ended(self, clause: str) -> Expr:
        """Whether a clause has ended before the agreement has."""
        return disj(*self.ended.get(clause, ()))

    def alive(self, scaffold: Scaffold, clause: str, bearer: str) -> Expr:
        """Whether a clause is still there for somebody, suspended or not."""
        ended = neg(self.has_ended(clause))
        if clause not in self.survives:
            return conj(scaffold.in_term(), neg(self.is_left(bearer)), ended)
        days = self.survives[clause]
        if days is None:
            return ended
        inside = conj(scaffold.in_term(), neg(self.is_left(bearer)))
        return conj(ended, disj(inside, self.tail(scaffold, days, bearer)))

    def binds(self, scaffold: Scaffold, clause: str, bearer: str) -> Expr:
        """Whether a clause binds somebody today."""
        return conj(self.alive(scaffold, clause, bearer), neg(self.stands_still(clause, bearer)))

    def remains(self, scaffold: Scaffold, clause: str, bearer: str, *, set_off: bool) -> Expr:
        """Whether what has become due under a clause is still owed.

        What was set off in time outlives the clause, unless the text lets it
        lapse; what was owed from the start outlives the term, but not an end
        that somebody brings about, nor the clause's own end.
        """
        moving = neg(self.stands_still(clause, bearer))
        if clause in self.lapses:
            return conj(self.alive(scaffold, clause, bearer), moving)
        if set_off or clause in self.survives:
            return moving
        return conj(neg(scaffold.over), neg(self.is_left(bearer)), neg(self.has_ended(clause)), moving)

    def tail(self, scaffold: Scaffold, days: int, bearer: str) -> Expr:
        """Whether the end of the agreement, for somebody, lies at most so many days back."""
        expired: Expr = FALSE
        if scaffold.term is not None:
            last = scaffold.term + days
            scaffold.stop_at(last)
            expired = conj(
                neg(at_most(scaffold.clock(), number(scaffold.term))), at_most(scaffold.clock(), number(last))
            )
        gone = disj(scaffold.over, self.is_left(bearer))
        return disj(expired, conj(gone, since(scaffold, f"days since the end for {bearer}", gone, days)))


def since(scaffold: Scaffold, name: str, begun: Expr, days: int) -> Expr:
    """Whether no more than so many days have passed since `begun` came to hold; a count that stops one later."""
    if begun == FALSE:
        return TRUE
    name = f"{name}, up to {days}"
    if name not in scaffold.variables:
        age = scaffold.variable(name, 0, 0, days + 1)
        later = add(age, Var(DAYS))
        counted = choice(at_most(later, number(days)), later, number(days + 1))
        scaffold.set(Moment(WAIT), name, choice(begun, counted, number(0)))
        scaffold.thresholds.append(Threshold(name, days, conj(begun, at_most(age, number(days - 1)))))
    return at_most(Var(name), number(days))
