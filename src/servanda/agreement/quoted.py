"""The words that a clause quotes, what is said of them, and the lines that encode them."""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.text.place import Place


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of the text's own words; the place is that of the words."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Aside:
    """``waived "…" because "…"``, or ``not yet encoded "…"`` (`waived` False)."""

    words: str
    because: str | None
    place: Place
    waived: bool


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of a clause, those that are set aside, and the lines of its encoding as they stand in the file.

    How those lines are laid out is no part of what is agreed, so two clauses may be equal that differ in it.
    """

    lines: tuple[Passage, ...] = ()
    aside: tuple[Aside, ...] = ()
    encoded: tuple[str, ...] = field(default=(), compare=False)


NOTHING_QUOTED = Quoted()
