"""`not-verifiable`: clauses that can be broken without anybody but the breacher seeing it, or establishing it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.agreement.event import Act
from servanda.agreement.norm import Clause, Do, Duty, Keep, Refrain
from servanda.agreement.words import Standard
from servanda.checks.study import Study, depends_on, duties
from servanda.findings import Circumstance, Family, Finding, Hint, Label, Slug, make_finding
from servanda.stories.words import listed
from servanda.world.conditions import mentioned

NOT_VERIFIABLE = Slug(
    "not-verifiable", Family.GAPS, "Nobody but its bearer would see, in this text, whether a duty is kept."
)


@dataclass(frozen=True, slots=True)
class Unseen:
    """A clause that nobody verifies, and why not, to stand beside it; `duties` are those it is said of."""

    clause: Clause
    why: str
    duties: tuple[Duty, ...]


def check(study: Study) -> Iterator[Finding]:
    """One finding for all such clauses together: it is one gap, not as many as there are clauses."""
    unseen = [found for clause in study.agreement.clauses if (found := _unseen(study, clause)) is not None]
    if unseen:
        yield _finding(study, unseen)


def _unseen(study: Study, clause: Clause) -> Unseen | None:
    binding = tuple(duty for duty in duties(clause) if not duty.force.is_effort)
    if not binding:
        return None
    words = study.agreement.words
    verified = [each for each in words.verifications if clause.number in each.clauses]
    established = [each.by for each in words.establishments if each.clause == clause.number]
    if [each for each in verified if each.by and each.standard is not Standard.DECLARED]:
        return None
    if established and None not in established:
        return None
    if verified and verified[0].by:
        return Unseen(clause, "rests on what whoever is bound declares", binding)
    if established or verified:
        return Unseen(clause, "the text does not say who establishes it", binding)
    hidden = tuple(duty for duty in binding if _hidden(study, duty))
    return Unseen(clause, "nobody else need notice a breach", hidden) if hidden else None


def _hidden(study: Study, duty: Duty) -> bool:
    """Whether the act, or the state, is seen by nobody but whoever owes it, and no clause has somebody look."""
    match duty.content:
        case Keep(condition):
            shown = _shown_kinds(study)
            return bool(mentioned(condition)) and any(item.kind not in shown for item in mentioned(condition))
        case Do(act) | Refrain(act):
            return _seen_by_its_doer_only(study, act)
    return False


def _shown_kinds(study: Study) -> frozenset[str]:
    """The kinds of things that some clause lets somebody look at."""
    found: set[str] = set()
    for clause in study.agreement.clauses:
        for duty in duties(clause):
            if isinstance(duty.content, Do):
                shows = study.agreement.act_kind(duty.content.act.kind).shows
                thing = duty.content.act.filler(shows[0]) if shows else None
                found |= (
                    {thing} if isinstance(thing, str) else {k.name for k in study.agreement.kinds} if shows else set()
                )
    return frozenset(found)


def _seen_by_its_doer_only(study: Study, act: Act) -> bool:
    kind = study.agreement.act_kind(act.kind)
    return bool(kind.noticed_by) and all(slot == kind.doer for slot in kind.noticed_by)


def _finding(study: Study, unseen: list[Unseen]) -> Finding:
    numbers = tuple(each.clause.number for each in unseen)
    needed = any(depends_on(study, duty) for each in unseen for duty in each.duties)
    which = f"clause {numbers[0]} is" if len(unseen) == 1 else f"clauses {listed(numbers)} are"
    return make_finding(
        NOT_VERIFIABLE,
        f"In {study.what_is_here} nobody verifies that {which} kept.",
        unseen[0].clause.place,
        circumstances=(Circumstance.NEEDED_DUTY_INCOMPLETE,) if needed else (),
        excerpt=study.excerpt,
        clauses=numbers,
        exposed=(),
        remark=unseen[0].why,
        labels=tuple(Label(each.clause.place, each.why) for each in unseen[1:]),
        why=("A breach that is not seen, or that each side sees otherwise, is not answered.",),
        hints=(
            Hint("somebody who verifies it, how often, with access to what, and to whom they report."),
            Hint("or an exchange of declarations that somebody outside may check."),
        ),
    )
