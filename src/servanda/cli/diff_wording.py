"""What the forms of a comparison share: the sentences in which changes and effects are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from servanda.cli.render_text import DUTY_RUNGS, INTEREST_RUNGS, rung_words
from servanda.drafts.change import Change, ChangeKind
from servanda.drafts.difference import Difference
from servanda.drafts.effect import Effect, EffectKind
from servanda.findings import Answer, Rung, StoryStep

BECAME: Mapping[ChangeKind, str] = {
    ChangeKind.ADDED: "is new",
    ChangeKind.DROPPED: "was dropped",
    ChangeKind.CHANGED: "was changed",
    ChangeKind.RENUMBERED: "only has another number",
    ChangeKind.WORDS: "says it in other words; what is encoded is the same",
}
DOES: Mapping[EffectKind, str] = {
    EffectKind.OPENS: "Opens",
    EffectKind.CLOSES: "Closes",
    EffectKind.WEAKENS: "Weakens",
    EffectKind.STRENGTHENS: "Strengthens",
    EffectKind.UNDECIDED: "Undecided",
    EffectKind.ASKS: "Asks anew",
    EffectKind.DROPS: "No longer asks",
}
EARLIER = frozenset((EffectKind.CLOSES, EffectKind.STRENGTHENS))
"""What is told of the earlier draft: there it could still go wrong."""


@dataclass(frozen=True, slots=True)
class Told:
    """One effect ready to be shown: `lead` and `said` are its sentence, `opening` and `steps` its story."""

    kind: EffectKind
    lead: str
    said: str
    aside: str
    opening: str
    steps: tuple[StoryStep, ...]
    answer: Answer | None


def title(each: Difference) -> str:
    """What is compared with what."""
    if each.labels is not None:
        return f"{each.choice}: with {each.labels[0]}, or with {each.labels[1]}"
    one, other = each.before.name or each.before.file, each.after.name or each.after.file
    if one == other and each.before.version != each.after.version:
        one, other = (f"{one}, version {i.version or 'not stated'}" for i in (each.before, each.after))
    if one == other:
        one, other = each.before.file, each.after.file
    return f"From “{one}” to “{other}”"


def headline(change: Change) -> str:
    """What became of a clause or an interest, as a sentence."""
    name = change.name[:1].upper() + change.name[1:]
    moved = change.before is not None and change.after is not None and change.before != change.after
    was = f" (clause {change.before} before)" if moved else ""
    besides = "; so were the words quoted under it" if change.kind is ChangeKind.CHANGED and change.words else ""
    if change.kind is ChangeKind.UNSEEN:
        draft = "later" if change.after is None else "earlier"
        return f"{name} is not among the clauses encoded of the {draft} draft, of which only a part is."
    return f"{name}{was} {BECAME[change.kind]}{besides}."


def told(each: Difference) -> Iterator[Told]:
    """The effects in the order in which they are shown; interests that move alike are told together."""
    with_story = {(e.interest, e.kind in EARLIER) for e in each.effects if e.slug and e.story}
    for _, group in groupby(each.effects, key=_alike):
        alike = list(group)
        first = alike[0]
        shown_already = first.rungs is not None and (first.interest, first.kind in EARLIER) in with_story
        steps = () if shown_already else first.story
        yield Told(
            first.kind,
            _lead(first, each.labels),
            _said(alike, each.labels),
            _aside(first, each),
            _opening(first, each.labels) if steps else "",
            steps,
            first.answer if steps else None,
        )


def _alike(effect: Effect) -> object:
    if effect.ladder != "interest" or effect.kind is EffectKind.UNDECIDED:
        return effect
    return effect.kind, effect.interest, effect.rungs, effect.by


def _lead(effect: Effect, labels: tuple[str, str] | None) -> str:
    if labels is None or effect.kind is EffectKind.UNDECIDED:
        return f"{DOES[effect.kind]}: "
    if effect.rungs is not None or effect.kind not in (EffectKind.OPENS, EffectKind.CLOSES):
        return ""
    return f"Only with {labels[effect.kind is EffectKind.OPENS]}: "


def _said(alike: Sequence[Effect], labels: tuple[str, str] | None) -> str:
    effect = alike[0]
    if effect.kind is EffectKind.UNDECIDED and effect.rungs is not None:
        return effect.subject
    if effect.rungs is None:
        graver = {EffectKind.WEAKENS: " (graver than before)", EffectKind.STRENGTHENS: " (less grave than before)"}
        grade = effect.severity.value if effect.severity else ""
        return f"{grade}[{effect.slug}]: {effect.subject}{graver.get(effect.kind, '')}"
    names = INTEREST_RUNGS if effect.ladder == "interest" else DUTY_RUNGS
    before, after = (_rung(rung, names) for rung in effect.rungs)
    subject = _subject(alike)
    if labels is not None:
        return f"{subject}: with {labels[0]} {before}, with {labels[1]} {after}."
    if effect.kind is EffectKind.ASKS:
        return f"{subject}: {after}."
    if effect.kind is EffectKind.DROPS:
        return f"{subject}: it stood at “{before}”."
    if before == after:
        return f"{subject}: {after} as before, but {_otherwise(effect)}."
    return f"{subject}: from “{before}” to “{after}”."


def _otherwise(effect: Effect) -> str:
    worse = effect.kind is EffectKind.WEAKENS
    if effect.ladder == "duty":
        return f"a breach is established or answered {'later' if worse else 'sooner'}"
    return "against fewer breaches" if worse else "against more breaches"


def _subject(alike: Sequence[Effect]) -> str:
    first = alike[0].subject.rstrip(".")
    if len(alike) == 1:
        return first
    whose = [re.split(r"(?<=') interest|(?<='s) interest", effect.subject)[0] for effect in alike]
    read_as = first.partition(f"“{alike[0].interest}”")[2]
    return f"{_listed(whose)} interests “{alike[0].interest}”{read_as}"


def _rung(rung: Rung | None, names: tuple[str, ...]) -> str:
    return "not there" if rung is None else rung_words(rung, names)


def _aside(effect: Effect, each: Difference) -> str:
    """Which change does it by itself, where that was tried."""
    if not each.what_if or effect.kind in (EffectKind.ASKS, EffectKind.DROPS, EffectKind.UNDECIDED):
        return ""
    if not effect.by:
        return "No single change does this by itself."
    names = _listed(effect.by)
    return f"{names[:1].upper()}{names[1:]} {'does' if len(effect.by) == 1 else 'each do'} this alone."


def _opening(effect: Effect, labels: tuple[str, str] | None) -> str:
    earlier = effect.kind in EARLIER
    where = f"With {labels[not earlier]}" if labels else ("It was open before" if earlier else "")
    how = effect.opening.rstrip(":")
    if how == "compliance":
        how = "although everyone complies"
    elif how.startswith("non-compliance by "):
        how = f"if {how.removeprefix('non-compliance by ')} does not comply"
    if where:
        return f"{where}; {how[:1].lower()}{how[1:]}:" if how else f"{where}:"
    return f"{how[:1].upper()}{how[1:]}:" if how else "So:"


def tally(each: Difference) -> str:
    """How much was changed, and how much that does."""
    parts = [f"{DOES[kind].lower()} {n}" for kind in EffectKind if (n := sum(e.kind is kind for e in each.effects))]
    counted = f"{len(each.changes)} change{'' if len(each.changes) == 1 else 's'}: "
    if each.labels is not None:
        return _left(each)
    none = "nothing that was decided is" if each.undecided else "nothing"
    return f"{counted}{', '.join(parts) or f'{none} opened, closed, weakened or strengthened'}. {_left(each)}".rstrip()


def _left(each: Difference) -> str:
    """How much was left undecided, and that this settles nothing."""
    if not each.undecided:
        return ""
    many = "1 question was" if each.undecided == 1 else f"{each.undecided} questions were"
    return f"{many} left undecided: what these might change is not known. A higher --effort may settle them."


def nothing(each: Difference) -> str:
    """What is said where nothing came of it; empty where something did."""
    if each.effects:
        return ""
    if each.labels is not None:
        return f"It makes no difference to any finding or rung{' that was decided' if each.undecided else ''}."
    if each.before.read_as == "plain text":
        return "No finding is changed by this." if each.changes else "The words are the same."
    return "No finding and no rung is changed by this." if each.changes else "Nothing that is encoded was changed."


def _listed(names: Iterator[str] | Sequence[str]) -> str:
    found = list(names)
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)
