"""What a report says of the agreement itself, and of those who are named when it is asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.agreement.agreement import Agreement
from servanda.agreement.party import Role
from servanda.findings import AgreementInfo, Family, Finding, Slug, problem
from servanda.text import Place

COALITION_OF_ONE = Slug("coalition-of-one", Family.PROBLEM, "A coalition has fewer than two members.")
NO_SUCH_PARTY = Slug("no-such-party", Family.PROBLEM, "A coalition names somebody whom the agreement does not bind.")


_SEVERAL = 2
"""Fewer do nothing together."""


def about(agreement: Agreement | None, file: str) -> AgreementInfo:
    """What was read, in figures and names; `agreement` None: it could not be read."""
    if agreement is None:
        return AgreementInfo(file=file)
    return AgreementInfo(
        file=file,
        name=agreement.header.name,
        version=agreement.header.version,
        clauses=len(agreement.clauses),
        norms=sum(len(rules.statements) for clause in agreement.clauses for rules in clause.rules),
        parties=tuple(actor.name for actor in agreement.actors if actor.role is Role.PARTY),
        interests=tuple(interest.name for interest in agreement.interests),
    )


def strangers(agreement: Agreement, coalitions: Sequence[str], place: Place) -> Iterator[Finding]:
    """A problem for each member of a coalition (``A+B``) whom the agreement does not bind, and for each lone one."""
    known = [actor.ident for actor in agreement.actors if actor.bound]
    way_out = f"Name at least two of these by their short names, with a comma between them: {', '.join(known)}."
    for who in dict.fromkeys(who for each in coalitions for who in each.split("+")):
        if who and who not in known:
            yield problem(NO_SUCH_PARTY, f'The agreement binds nobody called "{who}".', place, way_out, subject=who)
    for each in coalitions:
        members = {who for who in each.split("+") if who}
        if len(members) < _SEVERAL and members <= set(known):
            headline = f"{members.pop()} alone is no coalition." if members else "A coalition needs members."
            yield problem(COALITION_OF_ONE, headline, place, way_out, subject=each)
