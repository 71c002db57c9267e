"""Gathers what is said of names, numbers and references, so that one mistake is told once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from servanda.findings import Circumstance, Finding, Hint, HintKind, Label, Slug, make_finding
from servanda.text import Place


@dataclass(slots=True)
class Complaints:
    """The findings so far.

    `blurred` are words of lines that could not be read: a name among them may well be explained there.  `blind` is
    set where a vocabulary is missing, and with it acts and kinds; `lost_names` where two parties bear one name, so
    that another name is nobody's.  `unfinished` are words of acts that were left out because a line of theirs is
    missing: whoever speaks of them is not at fault.
    """

    findings: list[Finding] = field(default_factory=list)
    clause: str = ""
    blurred: frozenset[str] = frozenset()
    blind: bool = False
    lost_names: bool = False
    unfinished: set[str] = field(default_factory=set)
    _told: set[tuple[str, str]] = field(default_factory=set)
    _places: set[Place] = field(default_factory=set)

    def add(
        self,
        slug: Slug,
        headline: str,
        place: Place,
        hint: str,
        *,
        why: str = "",
        about: str = "",
        labels: Iterable[Label] = (),
    ) -> None:
        """Say what is wrong, why it matters, and the way out; once for each place and each name (`about`)."""
        told = (slug.name, about)
        if place in self._places or (about and (told in self._told or not self.blurred.isdisjoint(about.split()))):
            return
        self._told.add(told)
        self._places.add(place)
        self.findings.append(
            make_finding(
                slug,
                headline,
                place,
                circumstances=(Circumstance.INPUT_WRONG,),
                clauses=(self.clause,) if self.clause else (),
                subject=f"{place.file}:{place.line}:{place.column}:{headline}",
                labels=tuple(labels),
                why=(why,) if why else (),
                hints=(Hint(hint, HintKind.SAFE_EDIT),),
            )
        )
