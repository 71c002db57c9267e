"""What the text does not say: who owes it, who looks, and what follows from a breach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from servanda.agreement.norm import Clause, Do, Duty
from servanda.agreement.party import Role
from servanda.drafts.edit import Draft, Edit, new_clause
from servanda.drafts.repairs.kit import (
    Repair,
    duties_in,
    of_clauses,
    of_role,
    parties,
    quoted,
    replaced,
    the_other,
    under,
)
from servanda.findings import Finding
from servanda.syntax import tree as t


def somebody(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """Somebody who owes it: each party, or one of them."""
    for _, line, duty in duties_in(draft, finding.clauses):
        text = quoted(draft, line)
        if not duty.subject and text.startswith("not stated shall"):
            for who in ("each Party", *parties(draft)):
                row = text.replace("not stated shall", f"{who} shall", 1)
                yield (replaced(draft, line, [row], f"Somebody who owes it: {who}.", (row,)),)
    yield from _debtors(draft, finding)


def _debtors(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """Of what somebody is entitled to, somebody who owes it."""
    for head in draft.tree.lines:
        if isinstance(head.node, t.ClauseHead) and head.node.number.number in finding.clauses:
            for line in under(head):
                text = quoted(draft, line)
                if isinstance(line.node, t.OwedByNode) and "not stated" in text:
                    receiving = [quoted(draft, each).partition(" is entitled")[0] for each in head.children]
                    for who in (each for each in parties(draft) if each not in receiving):
                        what = f"{who} shall give what clause {head.node.number.number} entitles to"
                        row = text.replace("not stated", who)
                        yield (replaced(draft, line, [row], f"Somebody who owes it: {who}.", (what,)),)


# Who looks.


def verifier(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """Somebody who looks whether the clauses are kept: who already does so, a verifier, a body, or the other side."""
    said = [line for line in _verifications(draft) if isinstance(line.node, t.VerifiedNode) and line.node.by]
    for line in said:
        node = line.node
        if isinstance(node, t.VerifiedNode) and node.clauses:
            text = quoted(draft, line)
            for word in (" is verified by", " are verified by"):
                head, found, tail = text.partition(word)
                if found:
                    row = f"{head} and {of_clauses(finding.clauses)} are verified by{tail}"
                    yield (replaced(draft, line, [row], "Whoever verifies other clauses verifies these as well."),)
    bodies = [body.ident for body in draft.agreement.bodies]
    for who in dict.fromkeys((*of_role(draft, Role.VERIFIER), *bodies, "the other Party")):
        yield (_verified_by(draft, finding.clauses, who),)


def _verifications(draft: Draft) -> Iterator[t.Line]:
    for head in draft.tree.lines:
        yield from (line for line in under(head) if isinstance(line.node, t.VerifiedNode))


def _verified_by(draft: Draft, numbers: tuple[str, ...], who: str) -> Edit:
    one = "is" if len(numbers) == 1 else "are"
    row = f"{of_clauses(numbers)} {one} verified by {who} every 30 days, reports within 7 days"
    what = f"{of_clauses(numbers).capitalize()} {one} verified by {who}, with a report."
    return new_clause(draft, "Verification", [row], what)


# What follows from a breach.

_FOLLOWS: Mapping[str, str] = MappingProxyType(
    {
        "{other} may suspend what it owes under it, {until}": "{other} may suspend its duties under clause {n} {until}",
        "{other} shall consult whoever has broken it.": "{other} shall consult that Party within 3 days",
        "{other} is bound by it no longer.": "clause {n} no longer binds {other}",
    }
)
"""What may follow from a breach, in words and as a line."""

_OF_ANY: Mapping[str, str] = MappingProxyType(
    {
        "{other} shall consult whoever has broken it.": "{other} shall consult that Party within 3 days",
        "{other} may suspend the agreement for 30 days.": "{other} may suspend the agreement for 30 days",
    }
)
"""What may follow from the breach of any clause: with many of them one line says it of all."""

_MANY = 3
"""From more clauses than these on, something follows from the breach of any."""

_AMONG_ALL = "each Party shall consult the others within 3 days"
"""What follows where whoever has broken it is none of the parties."""


def consequence(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """Something that follows from a breach: as from that of others; a suspension, consultations, a release."""
    clauses = [each for each in draft.agreement.clauses if each.number in finding.clauses]
    yield from _as_elsewhere(draft, finding.clauses)
    if len(clauses) > _MANY:
        for what, row in _OF_ANY.items():
            lines = [("upon breach of any clause by a Party:", row.format(other=the_other(draft)))]
            breakers = dict.fromkeys(_breaker(draft, clause) for clause in clauses)
            lines += [(f"upon breach of any clause by {who}:", _AMONG_ALL) for who in breakers if who != "a Party"]
            yield (_following(draft, f"Once any clause is broken, {what.format(other=the_other(draft))}", lines),)
        return
    once = f"Once {of_clauses(finding.clauses, 'or')} is broken,"
    for what, row in _FOLLOWS.items():
        lines = [
            (f"upon breach of clause {clause.number} by {_breaker(draft, clause)}:", _then(draft, clause, row))
            for clause in clauses
        ]
        said = what.format(other=the_other(draft), until=_ends(clauses))
        yield (_following(draft, f"{once} {said}", lines),)


def _following(draft: Draft, what: str, lines: list[tuple[str, str]]) -> Edit:
    """A clause of consequences: each line upon what it stands under."""
    owed = [f"{upon} {then}" for upon, then in lines if " shall " in then]
    rights = [f"{upon} {then}" for upon, then in lines if " shall " not in then]
    written = [row for upon, then in lines for row in (upon, f"  {then}")]
    return new_clause(draft, "Consequences", written, what, owed, rights)


def _then(draft: Draft, clause: Clause, row: str) -> str:
    if _breaker(draft, clause) != "a Party":
        return _AMONG_ALL
    return row.format(other=the_other(draft), n=clause.number, until=_until(clause))


def _until(clause: Clause) -> str:
    """When a suspension ends: once the clause is fulfilled, if that can ever be said of it; else after a time."""
    acts = [s.content for rules in clause.rules for s in rules.statements if isinstance(s, Duty)]
    once = acts and all(isinstance(each, Do) for each in acts)
    return f"until clause {clause.number} is fulfilled" if once else "for 30 days"


def _ends(clauses: list[Clause]) -> str:
    ends = {_until(clause).partition(" ")[0] for clause in clauses}
    if ends == {"for"}:
        return "for 30 days."
    return "until it is fulfilled." if ends == {"until"} else "for a time that has an end."


def _breaker(draft: Draft, clause: Clause) -> str:
    """Who can break a clause: a party, whichever it is; or the one other who is bound by it."""
    names = {s.bearer.name for rules in clause.rules for s in rules.statements if isinstance(s, Duty)}
    single = next(iter(names)) if len(names) == 1 else None
    return single if single is not None and single in of_role(draft, Role.VERIFIER) else "a Party"


def _as_elsewhere(draft: Draft, numbers: tuple[str, ...]) -> Iterator[Repair]:
    """The consequence that the text has for the breach of another clause, for these as well."""
    for head in draft.tree.lines:
        for line in under(head):
            if not isinstance(line.node, t.UponNode) or not line.children:
                continue
            breaches = [each for each in line.node.happenings if isinstance(each, t.BreachNode)]
            if len(breaches) != len(line.node.happenings) or "established" in quoted(draft, line):
                continue
            more = "".join(f", or breach of clause {number} by a Party" for number in numbers)
            row = quoted(draft, line).rstrip(":") + more + ":"
            what = "What follows from the breach of another clause follows from theirs as well."
            then = [f"upon breach of {of_clauses(numbers)}: {quoted(draft, child)}" for child in line.children]
            owed, rights = [x for x in then if " shall " in x], [x for x in then if " shall " not in x]
            yield (replaced(draft, line, [row], what, tuple(owed), tuple(rights)),)
