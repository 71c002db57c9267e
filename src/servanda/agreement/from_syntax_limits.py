"""From limits on numbers to what is to be kept: whose numbers, of which kinds of things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from servanda.agreement import complain_values
from servanda.agreement.from_syntax_conditions import each_kind, holding, in_units, terms, units_agree
from servanda.agreement.from_syntax_who import try_who, whos
from servanda.agreement.party import Group, Quantifier, Who
from servanda.agreement.quantity import Comparison, Holding, Order, Term
from servanda.agreement.scope import Scope
from servanda.syntax import tree as t


def own(scope: Scope, node: t.ComparisonNode) -> t.ComparisonNode:
    """``keep battle tanks at or below …`` speaks of the bearer's own."""
    left = tuple(
        replace(term, holding=t.Phrase((t.Word("its", term.holding.words[0].span), *term.holding.words)))
        if term.holding is not None and scope.members_of(term.holding.text)
        else term
        for term in node.left
    )
    return replace(node, left=left)


def limited(scope: Scope, subject: Sequence[t.Phrase], node: t.LimitNode) -> Iterator[tuple[Who, Comparison]]:
    """``battle tanks of A [plus guns of A] shall not exceed 400 tanks``, ``A shall not exceed 400 battle tanks``."""
    right = terms(scope, node.right)
    if right is None:
        return
    if node.also or (len(subject) == 1 and _is_thing(scope, subject[0])):
        phrases = [each for phrase in (subject[0], *node.also) for each in each_kind(scope, phrase)]
        held = [holding(scope, phrase) for phrase in phrases]
        known = [each for each in held if each is not None]
        if len(known) == len(held):
            left = tuple(replace(each, holder=_owner(each.holder)) for each in known)
            bearers = dict.fromkeys((each.holder.group, each.holder.name) for each in known)
            for bearer in (next(e.holder for e in known if (e.holder.group, e.holder.name) == key) for key in bearers):
                yield from ((bearer, each) for each in _kept(scope, left, right, node))
        return
    for bearer in whos(scope, subject):
        things = _things_limited(scope, right, node)
        mine = Who(Quantifier.ONE, Group.OWN, None, bearer.place)
        left = tuple(Holding(thing, mine, bearer.place) for thing in things)
        if left:
            yield from ((bearer, each) for each in _kept(scope, left, right, node))


def _is_thing(scope: Scope, subject: t.Phrase) -> bool:
    """Whether a subject is something that is held, and not whoever holds it."""
    if try_who(scope, subject.words, scope.place(subject)) is not None:
        return False
    words = [word.text for word in subject.words]
    return "of" in words or any("'" in word or "\u2019" in word for word in words) or not scope.actors


def _owner(who: Who) -> Who:
    return who if who.quantifier is Quantifier.ONE else Who(Quantifier.ONE, Group.OWN, None, who.place)


def _kept(scope: Scope, held: tuple[Holding, ...], right: tuple[Term, ...], node: t.LimitNode) -> Iterator[Comparison]:
    left: tuple[Term, ...] = tuple(Term(Fraction(1), each) for each in held)
    if units_agree(scope, (*left, *right)):
        left, right = in_units(scope, left, right)
        yield Comparison(left, Order(node.order), right, scope.place(node.span))


def _things_limited(scope: Scope, right: Sequence[Term], node: t.LimitNode) -> tuple[str, ...]:
    """Which kinds of things a bare limit speaks of: its unit tells."""
    for term in right:
        if isinstance(term.of, Holding):
            return (term.of.kind,)
        if term.of.unit:
            members = scope.members_of(term.of.unit) or _counted_in(scope, term.of.unit)
            if members:
                return members
    complain_values.limit_of_what(scope.complaints, scope.place(node.span), tuple(scope.kinds))
    return ()


def _counted_in(scope: Scope, unit: str) -> tuple[str, ...]:
    """The one kind that is counted in a unit, or in one that the unit can be turned into."""
    kinds = [kind.name for kind in scope.kinds.values() if scope.factor(unit, kind.unit) is not None]
    return tuple(kinds) if len(kinds) == 1 else ()
