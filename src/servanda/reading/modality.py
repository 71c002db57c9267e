"""What kind of speech a statement is - demand, refusal, denial, suspicion - judged from its cue and its words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Kind:
    """A modality with its polarity: "negative" speaks against what the content names."""

    modality: str
    polarity: str


_NEGATED = re.compile(r"\b(?:not|never)\b|n['’]t\b")
_OPPOSITE: Mapping[str, str] = MappingProxyType(
    {
        "acceptance": "rejection", "support": "rejection", "openness": "refusal", "pledge": "refusal",
        "accusation": "assertion", "condemnation": "assertion", "threat": "assertion",
        "demand": "assertion", "aim": "assertion", "announcement": "assertion",
    }
)  # fmt: skip


@cache
def _table() -> tuple[tuple[str, str, str, re.Pattern[str]], ...]:
    """Rows of ``words/modality.txt``: where to look (cue, content or both), modality, polarity, pattern."""
    rows = []
    for line in (files("servanda.reading") / "words" / "modality.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            where, modality, polarity, pattern = (part.strip() for part in line.split("|", 3))
            rows.append((where, modality, polarity, re.compile(rf"(?:\b|(?<=^))(?:{pattern})", re.IGNORECASE)))
    return tuple(rows)


def kind_of(cue: str, content: str, quoted: bool = False) -> Kind:
    """The first row that fits decides; plain speech is an assertion."""
    places = {"cue": cue, "content": content, "both": f"{cue} {content}", "quote": content if quoted else ""}
    for where, modality, polarity, pattern in _table():
        if pattern.search(places[where]):
            return (
                _turned(Kind(modality, polarity))
                if where == "cue" and _NEGATED.search(cue)
                else Kind(modality, polarity)
            )
    return Kind("assertion", "negative" if re.search(r"\b(?:not|no|never|n['’]t)\b", content[:60]) else "positive")


def _turned(kind: Kind) -> Kind:
    """What a negated cue makes of a stance: "had not recognised" is no acceptance."""
    modality = _OPPOSITE.get(kind.modality)
    return Kind(modality, "negative") if modality is not None else kind


def is_no_comment(kind: Kind) -> bool:
    """Whether somebody said that nothing would be said."""
    return kind.modality == "no comment"


STRENGTHS: Sequence[tuple[str, str]] = (
    ("red line", "red line"),
    ("condition", "condition"),
    ("demand", "demand"),
    ("rejection", "rejection"),
    ("refusal", "refusal"),
    ("openness", "openness"),
    ("pledge", "aim"),
    ("aim", "aim"),
    ("support", "demand"),
    ("acceptance", "openness"),
    ("threat", "threat"),
)


def strength_of(modality: str) -> str | None:
    """The strength of position a modality carries; None where it takes no position."""
    return dict(STRENGTHS).get(modality)
