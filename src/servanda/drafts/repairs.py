"""The catalogue of repairs: for each kind of finding, the edits that may close it.  None is offered unchecked.

Each repair is a short function from a draft and a finding to edits.  It proposes; whether an edit really closes what it
is meant to close, and opens nothing, is for whoever checks the edited draft.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from servanda.agreement.event import Act, Happening
from servanda.agreement.interest import Always, AtExpiry, Interest, Never, Whenever
from servanda.agreement.party import Quantifier, Role, Who
from servanda.drafts.edit import Draft, Edit, new_clause
from servanda.findings import Finding
from servanda.syntax import tree as t
from servanda.world.conditions import mentioned

Repair = tuple[Edit, ...]
_Propose = Callable[[Draft, Finding], Iterator[Repair]]


def repairs(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """What the catalogue has for a finding, the plainest first; nothing for what it does not know."""
    for propose in _CATALOGUE.get(finding.slug, ()):
        yield from propose(draft, finding)


def _interest(draft: Draft, finding: Finding) -> Interest | None:
    return next((i for i in draft.agreement.interests if i.name == finding.interest), None)


def _lines(draft: Draft, finding: Finding) -> Iterator[tuple[str, t.Line, t.DutyNode]]:
    """The duties in the clauses that a finding names, with the number of the clause."""
    for head in draft.tree.lines:
        if isinstance(head.node, t.ClauseHead) and head.node.number.number in finding.clauses:
            for line in _under(head):
                if isinstance(line.node, t.DutyNode) and not line.brackets and not line.readings:
                    yield head.node.number.number, line, line.node


def _under(line: t.Line) -> Iterator[t.Line]:
    for child in line.children:
        yield child
        yield from _under(child)


def _quoted(draft: Draft, line: t.Line) -> str:
    return " ".join(" ".join(draft.source.quote(part) for part in line.parts).split())


def _indent(draft: Draft, line: t.Line) -> str:
    row = draft.rows(*draft.rows_of(line))[0]
    return row[: len(row) - len(row.lstrip())]


def _replaced(draft: Draft, line: t.Line, rows: list[str], what: str, duties: tuple[str, ...] = ()) -> Edit:
    lead = _indent(draft, line)
    start, end = draft.rows_of(line)
    return Edit(what, start, end, tuple(f"{lead}{row}" for row in rows), duties)


# Votes: who can block an answer.


def _without_the_concerned(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """The decision is taken without the state concerned; the others owe their consent, and the answer by a date."""
    wanted = _interest(draft, finding)
    if wanted is None or not isinstance(wanted.protected, Whenever):
        return
    days = wanted.protected.days
    for _, line, duty in _lines(draft, finding):
        if duty.provided is not None and isinstance(duty.content, t.DoNode):
            consent = min(3, max(days // 3, 0))
            yield (_consenting(draft, line, duty, consent, days - consent),)


def _consenting(draft: Draft, line: t.Line, duty: t.DutyNode, consent: int, answer: int) -> Edit:
    assert duty.provided is not None  # noqa: S101 - the caller has looked
    assert isinstance(duty.content, t.DoNode)  # noqa: S101 - as above
    body, rule = duty.provided.body.text, duty.provided.rule.rule
    who, act = _subject(duty), duty.content.phrase.text
    rows = [
        f"each of {body} without the state concerned shall consent to it within {consent} days",
        f"{who} shall {act} within {answer} days of adoption",
        f"  provided that {body} decide it by {rule} without the state concerned",
    ]
    return _replaced(
        draft,
        line,
        rows,
        "The decision is taken without the state concerned; the others owe consent and answer, each by a date.",
        (
            f"each of {body}, except the state concerned, consents within {consent} days",
            f"{who} shall {act} within {answer} days of the adoption",
        ),
    )


def _without_a_decision(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """Each owes the answer by itself, by a date, without any decision."""
    wanted = _interest(draft, finding)
    if wanted is None or not isinstance(wanted.protected, Whenever):
        return
    days = wanted.protected.days
    for _, line, duty in _lines(draft, finding):
        if isinstance(duty.content, t.DoNode) and (duty.provided is not None or duty.timing is not None):
            who, act = _subject(duty), duty.content.phrase.text
            row = f"{who} shall {act} within {days} days"
            what = "Each owes the answer by itself and by a date, without any decision."
            yield (_replaced(draft, line, [row], what, (f"{who} shall {act} within {days} days",)),)


def _by_default(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """No decision in time counts as adoption, and the answer has a date."""
    wanted = _interest(draft, finding)
    if wanted is None or not isinstance(wanted.protected, Whenever):
        return
    days = wanted.protected.days
    for _, line, duty in _lines(draft, finding):
        if duty.provided is not None and isinstance(duty.content, t.DoNode):
            body, rule = duty.provided.body.text, duty.provided.rule.rule
            who, act = _subject(duty), duty.content.phrase.text
            rows = [
                f"{who} shall {act} within {days - days // 3} days of adoption",
                f"  provided that {body} decide it by {rule} without the state concerned"
                f" within {days // 3} days, otherwise adopted",
            ]
            what = "No decision in time counts as adoption, and the answer has a date."
            yield (_replaced(draft, line, rows, what, (f"{who} shall {act} within {days - days // 3} days",)),)


def _subject(duty: t.DutyNode) -> str:
    return " and ".join(phrase.text for phrase in duty.subject) or "not stated"


# Answers that nobody owes, or not in time.


def _owed_by_the_others(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """A clause by which the others owe the answer when what sets the interest off has happened."""
    wanted = _interest(draft, finding)
    if wanted is None or not isinstance(wanted.protected, Whenever):
        return
    protected = wanted.protected
    trigger, answer = _noun(draft, protected.trigger), _verb(draft, protected.answer)
    if trigger is None or answer is None:
        return
    who, said = "each of the others", f"each of the others shall {answer} within {protected.days} days"
    rows = [f"upon {trigger}:", f"  {said}"]
    duty = f"{who} shall {answer} within {protected.days} days"
    yield (new_clause(draft, "Answer", rows, "The others owe the answer, by a date.", (duty,)),)
    doer = _doer(draft, protected.answer)
    if doer is not None:
        rows = [f"upon {trigger}:", f"  {doer} shall {answer} within {protected.days} days"]
        duty = f"{doer} shall {answer} within {protected.days} days"
        yield (new_clause(draft, "Answer", rows, "It is owed by a date.", (duty,)),)


def _in_time(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """A date, or an earlier one, for a duty of the clauses concerned."""
    wanted = _interest(draft, finding)
    spans = (wanted.protected.days,) if wanted is not None and isinstance(wanted.protected, Whenever) else (30, 60)
    for number, line, duty in _lines(draft, finding):
        if isinstance(duty.content, t.DoNode) and not isinstance(duty.timing, t.ByNode | t.EveryNode):
            for days in spans:
                row = _with_timing(_quoted(draft, line), f"within {days} days")
                owed = f"clause {number}: {_subject(duty)} shall do it within {days} days"
                yield (_replaced(draft, line, [row], f"A date: within {days} days.", (owed,)),)


_WITHIN = re.compile(r"\bwithin (?:not stated|(?:\d+|\w+) (?:days?|weeks?|months?|years?))\b")
_TAIL = re.compile(r"(,?\s*provided\b.*| with the agreement\b.*| after\b.*| not before\b.*)$")


def _with_timing(text: str, timing: str) -> str:
    if _WITHIN.search(text):
        return _WITHIN.sub(timing, text, count=1)
    tail = _TAIL.search(text)
    return f"{text[: tail.start()]} {timing}{tail[0]}" if tail else f"{text} {timing}"


# Quantities: what no clause limits.


def _ceilings(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """An equal ceiling for both sides, where they are now; or a higher one that still protects."""
    wanted = _interest(draft, finding)
    if wanted is None or not isinstance(wanted.protected, Always | AtExpiry):
        return
    for kind in dict.fromkeys(item.kind for item in mentioned(wanted.protected.condition)):
        stocks = [s.amount.number for s in draft.agreement.stocks if s.holding.kind == kind and s.amount is not None]
        unit = next((k.unit for k in draft.agreement.kinds if k.name == kind), None)
        if not stocks or unit is None:
            continue
        for level in dict.fromkeys((int(max(stocks)), int(max(stocks) * 5 / 4))):
            row = f"each Party shall keep its {kind} at or below {level} {unit}"
            what = f"An equal ceiling of {level} {unit} on the {kind} of each side."
            duty = f"each Party keeps its {kind} at or below {level} {unit}"
            yield (new_clause(draft, "Ceilings", [row], what, (duty,)),)


# What may simply be done.


def _forbidden(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """An undertaking of each party not to do what must never happen."""
    wanted = _interest(draft, finding)
    if wanted is None or not isinstance(wanted.protected, Never):
        return
    happening = wanted.protected.happening
    noun = _noun(draft, happening, without_doer=True)
    if noun is None:
        return
    parties = [actor.ident for actor in draft.agreement.actors if actor.role is Role.PARTY]
    for row in dict.fromkeys(_abstentions(noun, wanted.of, _doer(draft, happening), parties)):
        yield (new_clause(draft, "Abstention", [row], "An undertaking not to do it.", (row,)),)


def _abstentions(noun: str, holder: str, doer: str | None, parties: list[str]) -> Iterator[str]:
    """Of all sides alike first, where the text has two; then of whoever the interest speaks of."""
    towards_other = re.sub(rf"\b{re.escape(holder)}$", "the other Party", noun)
    if len(parties) == len({holder, doer}) and doer in parties and towards_other != noun:
        yield f"each Party shall refrain from {towards_other}"
    if doer in parties:
        yield f"{doer} shall refrain from {noun}"
    else:
        yield f"each Party shall refrain from {noun}"


# Consent that nobody owes.


def _owed_consent(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """Whoever has to agree owes its agreement by a date; or the agreement is no longer asked for."""
    for number, line, duty in _lines(draft, finding):
        for need in duty.requires:
            if isinstance(need, t.AgreedNode):
                row = f"{need.who.text} shall agree to clause {number} {_date(draft, duty)}"
                start, end = draft.rows_of(line)
                both = (*draft.rows(start, end), f"{_indent(draft, line)}{row}")
                yield (Edit("Whoever has to agree owes its agreement by a date.", start, end, both, (row,)),)
                text = _quoted(draft, line).replace(draft.source.quote(need.span), "")
                bare = " ".join(text.split())
                yield (_replaced(draft, line, [bare], "The agreement of another is no longer asked for."),)


def _date(draft: Draft, duty: t.DutyNode) -> str:
    """The day of the duty itself; where it has none, thirty days."""
    return draft.source.quote(duty.timing.span) if isinstance(duty.timing, t.ByNode) else "within 30 days"


# What the text does not say.


def _somebody(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """Somebody who owes it: each party, or one of them."""
    parties = [actor.ident for actor in draft.agreement.actors if actor.role is Role.PARTY]
    for _, line, duty in _lines(draft, finding):
        text = _quoted(draft, line)
        if not duty.subject and text.startswith("not stated shall"):
            for who in ("each Party", *parties):
                row = text.replace("not stated shall", f"{who} shall", 1)
                yield (_replaced(draft, line, [row], f"Somebody who owes it: {who}.", (row,)),)


def _consequence(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """Something that follows from a breach: the other is let off, or is told."""
    rows_for = {
        "The other side is let off the clause while it is broken.": "clause {} no longer binds the other Party",
        "The others are told, and consult.": "that Party shall consult the other Party within 3 days",
    }
    bodies = {clause.number: clause for clause in draft.clauses()}
    for what, row in rows_for.items():
        edits = []
        for number in finding.clauses:
            clause = bodies[number]
            at = clause.end_line
            lines = (f"  upon breach of clause {number} by a Party:", f"    {row.format(number)}")
            edits.append(Edit(what, at, at, lines, (f"upon breach of clause {number}: {row.format(number)}",)))
        yield tuple(edits)


# Words for acts.


def _noun(draft: Draft, happening: Happening | None, *, without_doer: bool = False) -> str | None:
    if not isinstance(happening, Act):
        return None
    kind = draft.agreement.act_kind(happening.kind)
    words = _filled(draft, happening, kind.noun)
    if words is None or not without_doer:
        return words
    doer = happening.filler(kind.doer)
    return words if doer is None else re.sub(rf" by {re.escape(_name(draft, doer) or '')}\b", "", words)


def _verb(draft: Draft, happening: Happening) -> str | None:
    if not isinstance(happening, Act):
        return None
    return _filled(draft, happening, draft.agreement.act_kind(happening.kind).verb)


def _doer(draft: Draft, happening: Happening) -> str | None:
    if not isinstance(happening, Act):
        return None
    who = happening.filler(draft.agreement.act_kind(happening.kind).doer)
    return who.name if isinstance(who, Who) and who.quantifier is Quantifier.ONE else None


def _filled(draft: Draft, act: Act, pattern: tuple[str, ...]) -> str | None:
    """A pattern with what the act names; a slot left open goes with the preposition before it."""
    slots = {slot.name for slot in draft.agreement.act_kind(act.kind).slots}
    words: list[str] = []
    for word in pattern:
        if word not in slots:
            words.append(word)
            continue
        filler = act.filler(word)
        name = None if filler is None else _name(draft, filler)
        if name is not None:
            words.append(name)
        elif filler is None and words:
            words.pop()
        else:
            return None
    return " ".join(words)


def _name(draft: Draft, filler: Who | str) -> str | None:
    """How the text would name somebody here; None where it takes more than a name."""
    if isinstance(filler, str):
        return filler
    if filler.name is not None and filler.quantifier is Quantifier.ONE:
        return filler.name
    text = draft.source.text.split("\n")[filler.place.line - 1]
    return text[filler.place.column - 1 : filler.place.end_column - 1] or None


_CATALOGUE: Mapping[str, tuple[_Propose, ...]] = MappingProxyType(
    {
        "veto-by-party-concerned": (_without_the_concerned, _without_a_decision, _by_default),
        "loophole": (
            _without_the_concerned,
            _without_a_decision,
            _in_time,
            _owed_by_the_others,
            _ceilings,
            _forbidden,
        ),
        "force-build-up": (_ceilings,),
        "interest-unprotected": (_forbidden, _owed_by_the_others, _ceilings),
        "no-deadline": (_in_time,),
        "no-responsible-party": (_somebody,),
        "no-remedy": (_consequence,),
        "forced-breach": (_owed_consent,),
        "agreement-to-agree": (_owed_consent,),
    }
)
"""By the name of a finding, the repairs that are tried, the plainest first."""
