"""What kind of speech a statement is - demand, refusal, denial, suspicion - judged from its cue and its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Kind:
    """A modality with its polarity: "negative" speaks against what the content names."""

    modality: str
    polarity: str


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
            return Kind(modality, polarity)
    return Kind("assertion", "negative" if re.search(r"\b(?:not|no|never|n['’]t)\b", content[:60]) else "positive")


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
