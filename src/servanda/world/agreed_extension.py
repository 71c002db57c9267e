"""Extensions that all have to agree to: voices that nobody owes, given anew for each period."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.agreement.lasting import Extension
from servanda.world.build import CLOSE, Moment, Scaffold
from servanda.world.expression import FALSE, TRUE, Expr, Var, conj, neg
from servanda.world.ground import Binding, members
from servanda.world.world import Event, Manner


def asked(scaffold: Scaffold, extension: Extension, binding: Binding) -> tuple[str, ...]:
    """Who has to agree; nobody where it is extended without."""
    return members(scaffold.agreement, extension.agreed, binding) if extension.agreed is not None else ()


def all_agree(scaffold: Scaffold, names: Iterable[str]) -> Expr:
    """Whether all have agreed to one more period."""
    return conj(*(scaffold.variable(_agreed(who), False) for who in names))


def voices(scaffold: Scaffold, clause: str, names: Iterable[str], in_time: Expr, again: Expr) -> None:
    """How they agree while it is `in_time`; with a new period (`again`) it is to be done anew."""
    for who in names:
        name = f"{who} agrees to an extension under clause {clause}"
        guard = conj(in_time, neg(Var(_agreed(who))))
        scaffold.events[name] = Event(name, (who,), guard, {}, Manner.CONSENT, fill=(("CLAUSE", clause),))
        scaffold.set(Moment(name), _agreed(who), TRUE)
        scaffold.set(Moment(CLOSE, again), _agreed(who), FALSE)


def _agreed(who: str) -> str:
    return f"{who} has agreed to the extension"
