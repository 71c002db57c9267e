"""What all repairs work with: the lines a finding is about, lines written anew, and words for acts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from servanda.agreement.event import Act, Happening
from servanda.agreement.interest import Interest
from servanda.agreement.party import Quantifier, Role, Who
from servanda.drafts.edit import Draft, Edit
from servanda.findings import Finding
from servanda.syntax import tree as t

Repair = tuple[Edit, ...]
Propose = Callable[[Draft, Finding], Iterator[Repair]]


def interests(draft: Draft, finding: Finding) -> Iterator[Interest]:
    """The interests that a finding is about: one for each holder that is exposed; without any, all of that name."""
    named = [i for i in draft.agreement.interests if i.name == finding.interest]
    told = [i for i in named if i.of in finding.exposed]
    yield from told or named


def duties_in(draft: Draft, numbers: tuple[str, ...] | None) -> Iterator[tuple[str, t.Line, t.DutyNode]]:
    """The duties of some clauses (None: of all), with the number of each clause; what is left open is left alone."""
    for head in draft.tree.lines:
        if isinstance(head.node, t.ClauseHead) and (numbers is None or head.node.number.number in numbers):
            for line in under(head):
                if isinstance(line.node, t.DutyNode) and not line.brackets and not line.readings:
                    yield head.node.number.number, line, line.node


def under(line: t.Line) -> Iterator[t.Line]:
    """Everything that stands under a line."""
    for child in line.children:
        yield child
        yield from under(child)


def quoted(draft: Draft, line: t.Line) -> str:
    """A line in one row, as it stands."""
    return " ".join(" ".join(draft.source.quote(part) for part in line.parts).split())


def indent(draft: Draft, line: t.Line) -> str:
    """The spaces before a line."""
    row = draft.rows(*draft.rows_of(line))[0]
    return row[: len(row) - len(row.lstrip())]


def replaced(
    draft: Draft, line: t.Line, rows: list[str], what: str, duties: tuple[str, ...] = (), rights: tuple[str, ...] = ()
) -> Edit:
    """An edit by which other rows stand in the place of a line."""
    lead = indent(draft, line)
    start, end = draft.rows_of(line)
    return Edit(what, start, end, tuple(f"{lead}{row}" for row in rows), duties, rights)


def subject(duty: t.DutyNode) -> str:
    """Who owes it, as the text puts it."""
    return " and ".join(phrase.text for phrase in duty.subject) or "not stated"


def of_role(draft: Draft, role: Role) -> list[str]:
    """The short names of all who have a role."""
    return [actor.ident for actor in draft.agreement.actors if actor.role is role]


def parties(draft: Draft) -> list[str]:
    """The short names of the parties."""
    return of_role(draft, Role.PARTY)


def the_other(draft: Draft) -> str:
    """How the parties but one are pointed at."""
    return "the other Party" if len(parties(draft)) == 2 else "each of the others"


def of_clauses(numbers: Sequence[str], joined: str = "and") -> str:
    """``clause 1 and clause 2``."""
    return f" {joined} ".join(f"clause {number}" for number in numbers)


# Words for acts.


def noun(draft: Draft, happening: Happening | None, *, without_doer: bool = False) -> str | None:
    """What happens, as a noun of the vocabulary; None where that cannot be said in a few words."""
    if not isinstance(happening, Act):
        return None
    kind = draft.agreement.act_kind(happening.kind)
    words = _filled(draft, happening, kind.noun)
    if words is None or not without_doer:
        return words
    doer_ = happening.filler(kind.doer)
    return words if doer_ is None else re.sub(rf" by {re.escape(_name(draft, doer_) or '')}\b", "", words)


def verb(draft: Draft, happening: Happening) -> str | None:
    """What is done, as a verb of the vocabulary."""
    if not isinstance(happening, Act):
        return None
    return _filled(draft, happening, draft.agreement.act_kind(happening.kind).verb)


def doer(draft: Draft, happening: Happening) -> str | None:
    """Who does it, where that is one who is named."""
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
            words.append(f'"{word}"' if " " in word else word)
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
