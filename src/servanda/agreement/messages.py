"""What is said of names, numbers and references that do not fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from servanda.findings import Circumstance, Finding, Hint, HintKind, Label, Slug, make_finding
from servanda.text import Place


@dataclass(slots=True)
class Complaints:
    """Gathers findings; one place is complained of once."""

    findings: list[Finding] = field(default_factory=list)
    clause: str = ""

    def add(
        self,
        slug: Slug,
        headline: str,
        place: Place,
        hint: str,
        *,
        why: str = "",
        remark: str = "",
        labels: Iterable[Label] = (),
    ) -> None:
        """Say what is wrong, why it matters, and the way out."""
        if any(each.place == place for each in self.findings):
            return
        self.findings.append(
            make_finding(
                slug,
                headline,
                place,
                circumstances=(Circumstance.INPUT_WRONG,),
                clauses=(self.clause,) if self.clause else (),
                subject=f"{place.file}:{headline}",
                remark=remark,
                labels=tuple(labels),
                why=(why,) if why else (),
                hints=(Hint(hint, HintKind.SAFE_EDIT),),
            )
        )
