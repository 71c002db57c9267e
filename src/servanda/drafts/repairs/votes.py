"""Who can block an answer: decisions without the state concerned, by default, or none at all."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.interest import Whenever
from servanda.drafts.edit import Draft, Edit
from servanda.drafts.repairs.kit import Repair, duties_in, interests, replaced, subject
from servanda.findings import Finding
from servanda.syntax import tree as t


def _days(draft: Draft, finding: Finding) -> int | None:
    """How long the interest waits for its answer."""
    found = [i.protected.days for i in interests(draft, finding) if isinstance(i.protected, Whenever)]
    return min(found, default=None)


def without_the_concerned(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """The decision is taken without the state concerned; the others owe their consent, and the answer by a date."""
    days = _days(draft, finding)
    for _, line, duty in duties_in(draft, finding.clauses) if days is not None else ():
        if days is not None and duty.provided is not None and isinstance(duty.content, t.DoNode):
            consent = min(3, max(days // 3, 0))
            yield (_consenting(draft, line, duty, consent, days - consent),)


def _consenting(draft: Draft, line: t.Line, duty: t.DutyNode, consent: int, answer: int) -> Edit:
    assert duty.provided is not None  # noqa: S101 - the caller has looked
    assert isinstance(duty.content, t.DoNode)  # noqa: S101 - as above
    body, rule = duty.provided.body.text, duty.provided.rule.rule
    who, act = subject(duty), duty.content.phrase.text
    rows = [
        f"each of {body} without the state concerned shall consent to it within {consent} days",
        f"{who} shall {act} within {answer} days of adoption",
        f"  provided that {body} decide it by {rule} without the state concerned",
    ]
    return replaced(
        draft,
        line,
        rows,
        "The decision is taken without the state concerned; the others owe consent and answer, each by a date.",
        (
            f"each of {body}, except the state concerned, shall consent within {consent} days",
            f"{who} shall {act} within {answer} days of the adoption",
        ),
    )


def without_a_decision(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """Each owes the answer by itself, by a date, without any decision."""
    days = _days(draft, finding)
    for _, line, duty in duties_in(draft, finding.clauses) if days is not None else ():
        if isinstance(duty.content, t.DoNode) and (duty.provided is not None or duty.timing is not None):
            row = f"{subject(duty)} shall {duty.content.phrase.text} within {days} days"
            what = (
                "Each owes the answer by itself and by a date, without any decision."
                if duty.provided is not None
                else f"It is owed within {days} days, and hangs on nothing else."
            )
            yield (replaced(draft, line, [row], what, (row,)),)


def by_default(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """No decision in time counts as adoption, and the answer has a date."""
    days = _days(draft, finding)
    for _, line, duty in duties_in(draft, finding.clauses) if days is not None else ():
        if days is not None and duty.provided is not None and isinstance(duty.content, t.DoNode):
            body, rule = duty.provided.body.text, duty.provided.rule.rule
            first = f"{subject(duty)} shall {duty.content.phrase.text} within {days - days // 3} days of adoption"
            then = (
                f"  provided that {body} decide it by {rule} without the state concerned"
                f" within {days // 3} days, otherwise adopted"
            )
            what = "No decision in time counts as adoption, and the answer has a date."
            yield (replaced(draft, line, [first, then], what, (first,)),)
