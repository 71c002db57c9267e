"""On whom a new duty falls, by name: a line of a draft says it in the draft's own short words."""

from __future__ import annotations

import re

from servanda.agreement.agreement import Agreement
from servanda.agreement.party import Role

_OWED = re.compile(r"^(?P<upon>upon .*?: |clause \S+: )?(?P<who>.+?) shall ")
_CONCERNED = re.compile(r"(?:,? (?:except|without) the state concerned)$")


def named(agreement: Agreement, duty: str) -> str:
    """A duty with the names of those it falls on before it; as it is where the line says it, or it depends."""
    match = _OWED.match(duty)
    who = _CONCERNED.sub("", match["who"]) if match else ""
    names = [agreement.actor(ident).name for ident in _idents(agreement, who)]
    if not names or names == [who]:
        return duty
    listed = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return f"{listed}: {duty}"


def _idents(agreement: Agreement, who: str) -> tuple[str, ...]:
    if who == "each Party":
        return tuple(actor.ident for actor in agreement.actors if actor.role is Role.PARTY)
    body = next((each for each in agreement.bodies if who in (each.ident, f"each of {each.ident}")), None)
    if body is not None:
        return body.members
    return (who,) if any(actor.ident == who for actor in agreement.actors) else ()
