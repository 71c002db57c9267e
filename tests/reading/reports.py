"""The labelled reports and their scorer: what a reader found against what stands in the labels.

A report is a text with its day of publication and labels, one a line, fields separated by ``|``:
``said`` speaker, cue words, content (an ellipsis joins pieces), speaker of the enclosing statement, kind (* any);
of a speech that names no speaker, the speaker is * too;
``date`` words, value; ``position`` and ``noposition`` party, strength; ``claim`` proposition, status; ``zone`` kind,
first words; ``hedge``, ``residue``, ``via`` words; ``silent`` who must not appear as a speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from servanda.reading.account import Account, Statement
from servanda.reading.span import words

FOLDER = Path(__file__).parent / "reports"


@dataclass(frozen=True, slots=True)
class Said:
    """One labelled statement."""

    speaker: str
    cue: str
    content: str
    parent: str
    kind: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """One report with its labels; ``others`` holds the labels that are not statements."""

    name: str
    published: date
    text: str
    said: tuple[Said, ...]
    others: tuple[tuple[str, ...], ...]


def reports() -> list[Labelled]:
    """Every labelled report, in the order of their names."""
    return [labelled(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.txt"))]


def labelled(name: str, source: str) -> Labelled:
    """Take a report apart; a label whose words do not stand in the text is an error of the label."""
    head, text, labels = source.split("\n---\n", 1)[0], *source.split("\n---\n", 2)[1:]
    rows = [tuple(part.strip() for part in line.split("|")) for line in labels.splitlines() if line.strip()]
    said = tuple(Said(*row[1:]) for row in rows if row[0] == "said")
    for one in said:
        for piece in one.content.split(" … ") if one.content else ():
            assert piece in text, f"{name}: {piece!r} does not stand in the text"
    published = date.fromisoformat(head.removeprefix("published:").strip())
    return Labelled(name, published, text, said, tuple(row for row in rows if row[0] != "said"))


def tokens(text: str) -> set[str]:
    """The words of a text, for comparing."""
    return set(re.findall(r"\w+", text.lower()))


def fits(one: Said, found: Statement, account: Account) -> bool:
    """Whether a statement found is the one labelled: half of the words shared, the cue touched, the speaker right."""
    text = account.document.text
    gold, mine = tokens(one.content), tokens(words(text, found.content_spans))
    cue = tokens(words(text, found.cue_spans))
    enclosing = {item.id: item for item in account.statements}.get(found.parent or "")
    nested = (enclosing is not None and same_name(one.parent, enclosing.speaker)) if one.parent else enclosing is None
    alike = len(gold & mine) / max(1, len(gold | mine)) >= 0.5
    kind = one.kind in ("*", found.modality)
    # A colon after a name is a cue without words.
    cued = bool(cue & tokens(one.cue)) or (not cue and not tokens(one.cue))
    return alike and cued and same_name(one.speaker, found.speaker) and nested and kind


def same_name(label: str, speaker: str | None) -> bool:
    """Whether a speaker is the one labelled; a last name stands for the whole one."""
    return label == "*" or (speaker is not None and (speaker == label or tokens(label) <= tokens(speaker)))


def missing(report: Labelled, account: Account) -> Iterator[Said]:
    """The labelled statements nobody found."""
    for one in report.said:
        if not any(fits(one, found, account) for found in account.statements):
            yield one


def surplus(report: Labelled, account: Account) -> Iterator[Statement]:
    """The statements found that are no label."""
    for found in account.statements:
        if not any(fits(one, found, account) for one in report.said):
            yield found
