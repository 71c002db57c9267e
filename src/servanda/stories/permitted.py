"""Which clause allows an act in so many words, whatever has happened before."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.agreement import Agreement
from servanda.agreement.norm import Clause, Permission
from servanda.world.ground import NOBODY, groundings, members


def permitted_by(agreement: Agreement, kind: str | None, by: tuple[str, ...], fill: tuple[tuple[str, str], ...]) -> str:
    """The number of the first clause that allows all who take part to do it at any time; "" if there is none."""
    return next(
        (c.number for c in agreement.clauses if any(_covers(agreement, p, kind, by, fill) for p in _open(c))), ""
    )


def _open(clause: Clause) -> Iterator[Permission]:
    """What a clause allows without anything having to happen first."""
    for rules in clause.rules:
        if not rules.upon:
            yield from (each for each in rules.statements if isinstance(each, Permission))


def _covers(
    agreement: Agreement, said: Permission, kind: str | None, by: tuple[str, ...], fill: tuple[tuple[str, str], ...]
) -> bool:
    if said.act.kind != kind or not set(by) <= set(members(agreement, said.bearer, NOBODY)):
        return False
    doer = agreement.act_kind(kind).doer
    wanted = {slot: value for slot, value in fill if slot != doer}
    return any(
        {slot: value for slot, value in each if slot != doer} == wanted
        for each in groundings(agreement, said.act, NOBODY)
    )
