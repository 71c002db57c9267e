"""Ends that come too soon: a tail for the clauses, a longer notice; and exceptions that their users judge alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.agreement.party import Role
from servanda.drafts.edit import Draft, new_clause
from servanda.drafts.repairs.kit import Repair, interests, of_clauses, of_role, quoted, replaced, under
from servanda.findings import Finding
from servanda.syntax import tree as t


def tail(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """The clauses that serve an interest go on to bind for as long as it is meant beyond the term."""
    for wanted in interests(draft, finding):
        if wanted.beyond:
            numbers = finding.clauses or tuple(clause.number for clause in draft.agreement.clauses)
            for each in dict.fromkeys((numbers, *((number,) for number in numbers))):
                rows = [f"clause {number} survives the end for {wanted.beyond} days" for number in each]
                what = f"It goes on to bind for {wanted.beyond} days after the end, for every side: {of_clauses(each)}."
                yield (new_clause(draft, "Tail", rows, what, tuple(rows)),)


_EFFECTIVE = re.compile(
    r",? *(?:effective (?:not less than \d+ days after notice|at once|not stated)|on \d+ days' notice)"
)


def longer_notice(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """Notice at least as long as others need to prepare; where that is not said, half a year."""
    needed = [wanted.beyond for wanted in interests(draft, finding) if wanted.beyond] or [180]
    for head in draft.tree.lines:
        if isinstance(head.node, t.ClauseHead) and head.node.number.number in finding.clauses:
            for line in under(head):
                if isinstance(line.node, t.PowerNode):
                    days = max(needed)
                    text = _EFFECTIVE.sub("", quoted(draft, line))
                    row = f"{text}, effective not less than {days} days after notice"
                    yield (replaced(draft, line, [row], f"Notice of {days} days, before anybody is free."),)


_OWN = re.compile(r",? *in its own judgement|,? *judged by not stated")


def judged_by_another(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """Whether an exception is there is said by somebody else; or the exception goes."""
    judges = [*(body.ident for body in draft.agreement.bodies), *of_role(draft, Role.VERIFIER)]
    for head in draft.tree.lines:
        if isinstance(head.node, t.ClauseHead) and head.node.number.number in finding.clauses:
            for line in under(head):
                text = quoted(draft, line)
                if _OWN.search(text):
                    for who in judges:
                        row = f"{_OWN.sub('', text)}, as {who} determines"
                        yield (replaced(draft, line, [row], f"Whether the exception is there, {who} determines."),)


def prevails(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """Of two clauses that contradict each other one gives way."""
    if len(finding.clauses) == 2:
        for one, other in (finding.clauses, finding.clauses[::-1]):
            row = f"clause {one} prevails over clause {other}"
            yield (new_clause(draft, "Rank", [row], f"Where both speak, clause {one} prevails."),)
