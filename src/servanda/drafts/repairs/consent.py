"""Consent that nobody owes: owed by a date, or no longer asked for."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.drafts.edit import Draft, Edit
from servanda.drafts.repairs.kit import Repair, duties_in, indent, quoted, replaced
from servanda.findings import Finding
from servanda.syntax import tree as t


def owed_consent(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """Whoever has to agree owes its agreement by a date; or the agreement is no longer asked for."""
    for number, line, duty in duties_in(draft, finding.clauses):
        for need in duty.requires:
            if isinstance(need, t.AgreedNode):
                row = f"{need.who.text} shall agree to clause {number} {_date(draft, duty)}"
                start, end = draft.rows_of(line)
                both = (*draft.rows(start, end), f"{indent(draft, line)}{row}")
                yield (Edit("Whoever has to agree owes its agreement by a date.", start, end, both, (row,)),)
                text = quoted(draft, line).replace(draft.source.quote(need.span), "")
                bare = " ".join(text.split())
                yield (replaced(draft, line, [bare], "The agreement of another is no longer asked for."),)


def _date(draft: Draft, duty: t.DutyNode) -> str:
    """The day of the duty itself; where it has none, thirty days."""
    return draft.source.quote(duty.timing.span) if isinstance(duty.timing, t.ByNode) else "within 30 days"
