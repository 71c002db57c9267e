"""Texts with attributions that people marked, in the files of PolNeAR: `text/NAME.txt`, `attributions/NAME_*.ann`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from servanda.reading.span import Spans
from servanda.reading.tagging.examples import Marked

_MARKED = re.compile(r"^(T\d+)\t(\w+) ([\d ;]+)\t")
_LINKED = re.compile(r"^E\d+\t(.+)$")
_ROLES = ("Source", "Cue", "Content")


class PolnearError(ValueError):
    """A folder that holds no such texts, with the reason in words."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """One text with what people marked in it."""

    name: str
    text: str
    marked: tuple[Marked, ...]


def annotated(folder: str) -> list[Annotated]:
    """Every annotated text of a folder, or of its part `train` where it has one. Raises `PolnearError`."""
    given = Path(folder)
    root = given / "train" if (given / "train" / "text").is_dir() else given
    if not (root / "text").is_dir() or not (root / "attributions").is_dir():
        raise PolnearError(f"{folder} holds no folders `text` and `attributions`, nor a folder `train` that does.")
    found = [one for path in sorted((root / "text").glob("*.txt")) if (one := _one(root, path)) is not None]
    if not found:
        raise PolnearError(f"{folder} holds no text with attributions.")
    return found


def _one(root: Path, path: Path) -> Annotated | None:
    """A text by its first annotator; None where nobody annotated it."""
    marks = [file for file in sorted((root / "attributions").glob("*.ann")) if file.name.startswith(f"{path.stem}_")]
    if not marks:
        return None
    try:
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        lines = marks[0].read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PolnearError(f"{path} or {marks[0]} cannot be read: {error}.") from error
    return Annotated(path.stem, text, tuple(_marked(lines, len(text))))


def _marked(lines: list[str], length: int) -> Iterator[Marked]:
    spans: dict[str, Spans] = {}
    for line in lines:
        if (found := _MARKED.match(line)) is not None:
            pieces = [tuple(map(int, piece.split())) for piece in found.group(3).split(";")]
            spans[found.group(1)] = tuple((one[0], one[1]) for one in pieces if len(one) == 2 and one[1] <= length)
    for line in lines:
        if (linked := _LINKED.match(line)) is None:
            continue
        parts: dict[str, list[tuple[int, int]]] = {role: [] for role in _ROLES}
        for pair in linked.group(1).split():
            role, _, ident = pair.partition(":")
            if (kind := re.sub(r"\d+$", "", role)) in parts:
                parts[kind].extend(spans.get(ident, ()))
        yield Marked(*(tuple(sorted(parts[role])) for role in _ROLES))
