"""What one draft did to another: the whole answer of `servanda diff`. Field names are the JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from servanda.drafts.change import Change, changes
from servanda.drafts.effect import Effect, EffectKind, effects, unmoved
from servanda.drafts.pairing import Pair, pairs, renumbered
from servanda.drafts.passage import passages
from servanda.findings import AgreementInfo, Report
from servanda.syntax.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two drafts, or one draft with a bracket taken two ways (`choice` then says which, `labels` how).

    `same`: nothing that is encoded was changed.  `undecided`: questions that were given up in either draft.
    """

    before: AgreementInfo
    after: AgreementInfo
    choice: str | None = None
    labels: tuple[str, str] | None = None
    changes: tuple[Change, ...] = ()
    effects: tuple[Effect, ...] = ()
    undecided: int = 0
    what_if: bool = False

    @property
    def same(self) -> bool:
        """Whether both say the same."""
        return not self.changes and not self.effects


def paired(before: Tree, after: Tree) -> tuple[Pair, ...]:
    """The passages of two drafts, each with what became of it."""
    return pairs(passages(before), passages(after))


def difference(found: tuple[Pair, ...], before: Report, after: Report) -> Difference:
    """What was changed, and what came of it."""
    return Difference(
        before=before.agreement,
        after=after.agreement,
        changes=changes(found),
        effects=effects(before, after, renumbered(found)),
        undecided=before.summary.undecided + after.summary.undecided,
    )


def between(choice: str, labels: tuple[str, str], before: Report, after: Report) -> Difference:
    """What it makes whether a bracket, or a reading, is taken one way or the other."""
    return Difference(
        before=before.agreement,
        after=after.agreement,
        choice=choice,
        labels=labels,
        effects=effects(before, after, unmoved(before), (f"with {labels[0]}", f"with {labels[1]}")),
        undecided=before.summary.undecided + after.summary.undecided,
    )


def attributed(whole: Difference, alone: Iterable[tuple[Change, tuple[Effect, ...]]]) -> Difference:
    """The same, each effect with the changes that bring it about by themselves."""
    tried = list(alone)
    told = tuple(
        replace(each, by=tuple(change.name for change, found in tried if _does(found, each))) for each in whole.effects
    )
    return replace(whole, effects=told, what_if=True)


def _does(found: tuple[Effect, ...], wanted: Effect) -> bool:
    """Whether a change by itself does just this; what closes one way to an interest and opens another does not."""
    reopened = any(each.kind is EffectKind.OPENS and each.interest == wanted.interest for each in found)
    if wanted.kind is EffectKind.CLOSES and wanted.interest is not None and reopened:
        return False
    return any(_same(each, wanted) for each in found)


def _same(one: Effect, other: Effect) -> bool:
    """The same effect; an interest has to come to stand on the same rung."""
    alike = (one.kind, one.slug, one.interest, one.ladder, one.rungs)
    return alike == (other.kind, other.slug, other.interest, other.ladder, other.rungs) and (
        one.interest is not None or set(one.clauses) == set(other.clauses)
    )
