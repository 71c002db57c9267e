"""Demands on a text as a whole: its form, its completeness, what follows from a breach, whom it protects, a truce."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from servanda.agreement.agreement import Status
from servanda.reading.matching.asks import find
from servanda.reading.matching.demands import Demand
from servanda.reading.matching.provisions import Draft, Mode, Provision, attacked, occasion, remedied


class Verdict(StrEnum):
    """How a draft stands to a position."""

    MET = "met"
    CONTRADICTED = "contradicted"
    TOUCHED = "touched"
    NOT_ADDRESSED = "not addressed"


@dataclass(frozen=True, slots=True)
class Judged:
    """One verdict with the clause it rests on (None: the head of the file) and the reason, a sentence."""

    verdict: Verdict
    clause: str | None
    reason: str


_RUNGS = ("excluded by the text", "depends on cooperation", "is secured if all comply", "holds despite a breach")
_QUOTED = re.compile(r"[“\"‘'][\w -]{2,30}[”\"’']")


def judged_as_a_whole(demand: Demand, draft: Draft) -> Iterator[Judged]:
    """What the draft as a whole answers to a demand, matter by matter."""
    for asks, judge in _MATTERS:
        if find(asks, demand.asked):
            yield from judge(demand, draft)


def asks_for_security(words: str) -> bool:
    """Whether some words ask that somebody be safe."""
    return find("security", words) is not None


def asks_for_truce(words: str) -> bool:
    """Whether some words speak of a truce."""
    return find("truce", words) is not None


def asks_what_follows(words: str) -> bool:
    """Whether some words ask that a breach have consequences, or be impossible."""
    return find("breach", words) is not None


def _form(demand: Demand, draft: Draft) -> Iterator[Judged]:
    status = draft.status
    if status is Status.BINDING:
        verdict = Verdict.MET if demand.wants else Verdict.CONTRADICTED
        yield Judged(verdict, None, "The file says that the text is legally binding.")
    elif status is Status.POLITICAL:
        verdict = Verdict.CONTRADICTED if demand.wants else Verdict.MET
        yield Judged(verdict, None, "The file says that the text is a political commitment.")
    elif status is Status.NEVER_SIGNED:
        yield Judged(Verdict.TOUCHED, None, "The file says that the text was never signed: as it is, it binds nobody.")
    else:
        yield Judged(Verdict.TOUCHED, None, f"The file gives the status of the text as “{status.value}”.")


def _completeness(demand: Demand, draft: Draft) -> Iterator[Judged]:
    if not demand.wants:
        return
    left = [part for part in draft.parts if part.open]
    for part in left:
        yield Judged(Verdict.CONTRADICTED, part.number, f"Clause {part.number} leaves open {_listed(part.open)}.")
    if not left and draft.parts:
        yield Judged(Verdict.TOUCHED, None, "No clause is marked as silent; `servanda check` says what is left open.")


def _breach(demand: Demand, draft: Draft) -> Iterator[Judged]:
    if not demand.wants and "impossib" not in (demand.row.quote or "").lower():
        return
    answered = remedied(draft)
    bare = [part for part in draft.parts if part.encoded and part.number not in answered]
    if bare:
        numbers = _listed([part.number for part in bare])
        one = len(bare) == 1
        reason = f"In the text nothing follows from a breach of clause{'' if one else 's'} {numbers}"
        yield Judged(Verdict.CONTRADICTED, bare[0].number, f"{reason}{_rungs(draft)}.")
    elif draft.parts:
        reason = f"Something follows from a breach of every clause{_rungs(draft)}"
        yield Judged(Verdict.TOUCHED, draft.parts[0].number, f"{reason}.")


def _rungs(draft: Draft) -> str:
    """Where the draft's own interests stand, as a clause that goes on from a sentence."""
    told = [f"the interest “{one.name}” of {draft.name(one.of)} {_rung(one.rung)}" for one in draft.standings]
    return f"; {_listed(told)}" if told else ""


def _rung(rung: tuple[int, int]) -> str:
    low, high = rung
    if low == high:
        return ("is " if low == 0 else "") + _RUNGS[low]
    return f"stands between rung {low} and rung {high}"


def _security(demand: Demand, draft: Draft) -> Iterator[Judged]:
    """Whose security: those the demand names, else whoever makes it."""
    if not demand.wants:
        return
    wanted = [who for who in (demand.actors or (demand.holder,)) if who is not None]
    given = [one for one in draft.provisions if _protects(draft, one)]
    for one in given:
        served = [draft.name(who) for who in wanted if who in _protects(draft, one)]
        others = [draft.name(who) for who in sorted(_protects(draft, one)) if who not in wanted]
        when = f"Upon {occasion(draft, one)}, " if one.upon else ""
        says = f"{when}{one.said}" if when else one.said[:1].upper() + one.said[1:]
        if served:
            gaps = f"; but {_listed(one.gaps)}" if one.gaps else ""
            verdict = Verdict.TOUCHED if one.gaps or len(served) < len(wanted) else Verdict.MET
            yield Judged(verdict, one.clause, f"{says}{gaps}.")
        elif wanted:
            names = _listed([draft.name(who) for who in wanted])
            nobody = f"no clause encoded protects {names}"
            yield Judged(Verdict.TOUCHED, one.clause, f"{says}: that protects {_listed(others)}; {nobody}.")


def _protects(draft: Draft, one: Provision) -> frozenset[str]:
    """Whom a provision keeps safe: who is not to be attacked, or who is helped once attacked."""
    if one.mode is Mode.REFRAIN and one.act is not None and "attack" in one.act.kind:
        return one.others
    return attacked(draft, one) & one.named if one.mode is Mode.DO else frozenset()


def _truce(demand: Demand, draft: Draft) -> Iterator[Judged]:
    clauses = [
        one for one in draft.provisions
        if one.mode is Mode.REFRAIN and one.act is not None and re.search(r"attack|offensive|fire|hostil", one.act.kind)
    ]  # fmt: skip
    for one in clauses[:1]:
        said = one.said[:1].upper() + one.said[1:]
        if demand.wants:
            yield Judged(Verdict.MET, one.clause, f"{said}.")
        elif _is_qualified(demand.asked):
            doubt = "whether that is the truce that is rejected, the words do not say"
            yield Judged(Verdict.TOUCHED, one.clause, f"{said}; {doubt}.")
        else:
            yield Judged(Verdict.CONTRADICTED, one.clause, f"{said}.")


def _is_qualified(words: str) -> bool:
    """Whether only a certain kind of truce is meant ("a weak truce", “such” a truce)."""
    return find("qualified", words) is not None or _QUOTED.search(words) is not None


def _verification(demand: Demand, draft: Draft) -> Iterator[Judged]:
    for one in draft.agreement.words.verifications:
        numbers = _listed(list(one.clauses))
        if not one.by:
            verdict = Verdict.CONTRADICTED if demand.wants else Verdict.TOUCHED
            yield Judged(verdict, one.clauses[0], f"Nobody is said to verify clause {numbers}.")
        else:
            verdict = Verdict.MET if demand.wants else Verdict.CONTRADICTED
            often = f" every {one.every} days" if one.every else ""
            yield Judged(verdict, one.clauses[0], f"Clause {numbers} is verified{often}.")


def _listed(parts: list[str] | tuple[str, ...]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


_MATTERS: tuple[tuple[str, Callable[[Demand, Draft], Iterator[Judged]]], ...] = (
    ("breach", _breach),
    ("complete", _completeness),
    ("security", _security),
    ("truce", _truce),
    ("checked", _verification),
    ("legal", _form),
)
