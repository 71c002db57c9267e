"""What `servanda mend` has to say: findings, each with the edits that close it, and what was left undone."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.drafts.change import ChangedLine
from servanda.findings import Rung, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One way out, checked on the whole of the edited agreement.

    `what`: the edits in sentences; `lines`: what they change.  `duties`: who owes what anew; `rights`: who may do
    what anew, or is bound no longer.  `closes`: the findings that are gone (slug and headline), `opens`: those that
    come in, none above a note.  `rungs`: each interest that rises, from where to where.  `undecided`: what was left
    so, as it was before the edits.
    """

    number: int
    what: tuple[str, ...]
    lines: tuple[ChangedLine, ...]
    duties: tuple[str, ...]
    rights: tuple[str, ...]
    closes: tuple[str, ...]
    opens: tuple[str, ...]
    rungs: tuple[tuple[str, Rung, Rung], ...]
    proved: bool
    undecided: tuple[str, ...] = ()
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One finding that is to be closed, with what is offered.

    `tried`: how many edits were checked for it; `undecided`: of how many of them a limit left open what they do;
    `untried`: how many more the catalogue has; `stopped`: the time allowed was over before all was tried.
    """

    finding: str
    slug: str
    severity: Severity
    headline: str
    offers: tuple[Offer, ...]
    tried: int
    undecided: int = 0
    untried: int = 0
    stopped: bool = False

    @property
    def is_settled(self) -> bool:
        """Whether something is offered, or all that the catalogue has was tried and decided."""
        return bool(self.offers) or not (self.stopped or self.undecided)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """All of it, for one file.  `undecided`: questions about the draft itself that a limit left open, in words."""

    file: str
    name: str | None
    targets: tuple[Target, ...]
    undecided: tuple[str, ...] = ()

    @property
    def offers(self) -> tuple[Offer, ...]:
        """All offers, in the order of their numbers."""
        return tuple(offer for target in self.targets for offer in target.offers)

    @property
    def is_settled(self) -> bool:
        """Whether nothing was left open: about the draft, or about what was tried."""
        return not self.undecided and all(target.is_settled for target in self.targets)
