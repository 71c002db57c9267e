"""What nobody owes: an answer, an abstention, something done by a date, a first step that another needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from servanda.agreement.event import Act
from servanda.agreement.interest import Interest, Never, Whenever
from servanda.agreement.norm import Do, Duty
from servanda.drafts.edit import Draft, new_clause
from servanda.drafts.repairs.kit import Repair, doer, duties_in, interests, noun, parties, quoted, replaced, verb
from servanda.findings import Finding


def owed_by_the_others(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """A clause by which the answer is owed: when what sets the interest off has happened, or by a date."""
    for wanted in interests(draft, finding):
        if isinstance(wanted.protected, Whenever):
            yield from _owed(draft, wanted, wanted.protected)


def _owed(draft: Draft, wanted: Interest, protected: Whenever) -> Iterator[Repair]:
    trigger, answer = noun(draft, protected.trigger), verb(draft, protected.answer)
    if answer is None or (trigger is None and protected.trigger is not None):
        return
    by = _by(draft, protected)
    single = doer(draft, protected.answer)
    rest = [who for who in parties(draft) if who != wanted.of]
    some = ["each of the others", *rest] if trigger is not None else rest
    for who in [single] if single is not None else some:
        row = f"{who} shall {answer} {by}"
        rows = [f"upon {trigger}:", f"  {row}"] if trigger is not None else [row]
        yield (new_clause(draft, "Answer", rows, f"The answer is owed, by a date, by {who}.", (row,)),)


def _by(draft: Draft, protected: Whenever) -> str:
    start = draft.agreement.header.takes_effect
    if protected.trigger is None and start is not None:
        return f"by {(start + timedelta(days=protected.days)).date().isoformat()}"
    return f"within {protected.days} days"


def forbidden(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """An undertaking not to do what must never happen."""
    for wanted in interests(draft, finding):
        if isinstance(wanted.protected, Never):
            happening = wanted.protected.happening
            named = noun(draft, happening, without_doer=True)
            for row in dict.fromkeys(_abstentions(draft, named, wanted.of, doer(draft, happening)) if named else ()):
                yield (new_clause(draft, "Abstention", [row], "An undertaking not to do it.", (row,)),)


def _abstentions(draft: Draft, named: str, holder: str, by: str | None) -> Iterator[str]:
    """Of all sides alike first, where the text has two; then of whoever the interest speaks of."""
    all_ = parties(draft)
    towards_other = re.sub(rf"\b{re.escape(holder)}$", "the other Party", named)
    if len(all_) == len({holder, by}) and by in all_ and towards_other != named:
        yield f"each Party shall refrain from {towards_other}"
    if by in all_:
        yield f"{by} shall refrain from {named}"
    else:
        yield f"each Party shall refrain from {named}"


_SHOULD = re.compile(
    r"\b(?:should|endeavours? to|(?:shall|will|must) (?:endeavour to|use (?:its|their) best efforts to))\b"
)


def binding(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """What is asked as an effort is owed: in the clauses concerned first, else anywhere in the text."""
    concerned = [*duties_in(draft, finding.clauses)]
    elsewhere = [each for each in duties_in(draft, None) if each not in concerned]
    lines = concerned if finding.slug == "obligation-of-conduct" else [*concerned, *elsewhere]
    for number, line, _ in lines:
        text = quoted(draft, line)
        row = _SHOULD.sub("shall", text, count=1)
        if row != text:
            said = "An effort becomes a duty: it is shown whether it is kept."
            yield (replaced(draft, line, [row], said, (f"clause {number}: {row}",)),)


def first_step_owed(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """Whoever has to make it possible owes that: access is given when it is asked for."""
    for clause in draft.agreement.clauses:
        if clause.number in finding.clauses:
            for rules in clause.rules:
                for each in rules.statements:
                    if isinstance(each, Duty) and isinstance(each.content, Do) and each.bearer.name:
                        yield from _made_possible(draft, each.content.act, each.bearer.name)


def _made_possible(draft: Draft, act: Act, bearer: str) -> Iterator[Repair]:
    """A duty to do what the act needs first, upon what that needs in its turn."""
    kind = draft.agreement.act_kind(act.kind)
    fill = {slot.name: bearer if slot.name == kind.doer else _SOMEBODY for slot in kind.slots}
    for need in kind.needs:
        step = draft.agreement.act_kind(need.act)
        first = {slot: fill[of] for slot, of in need.fill}
        for asked in step.needs:
            upon = " ".join({slot: first[of] for slot, of in asked.fill}.get(w, w) for w in _noun_of(draft, asked.act))
            first = {slot: who.replace(_SOMEBODY, "that Party") for slot, who in first.items()}
            owing = f"{first[step.doer]} shall {' '.join(first.get(word, word) for word in step.verb)} at once"
            said = "What another has to make possible is owed at once, when it is asked for."
            yield (new_clause(draft, "First step", [f"upon {upon}:", f"  {owing}"], said, (owing,)),)


_SOMEBODY = "a Party"


def _noun_of(draft: Draft, act: str) -> tuple[str, ...]:
    return draft.agreement.act_kind(act).noun
