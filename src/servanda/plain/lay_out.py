"""A plain text laid out as a .pact file: its words under its own numbers, and what binds marked as not yet encoded."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field

from servanda.plain.cut import from_plain
from servanda.plain.draft import Draft, Kind, Unit
from servanda.plain.markers import HEADINGS, NUMBER_NAMES
from servanda.plain.sentences import split
from servanda.text import Source
from servanda.text.english import BINDING, CONDUCT, NOUN_PHRASE

WIDTH = 112
LONGEST_TITLE = 80
MOST_WORDS = 12
"""Words of a sentence that a mark quotes; the rest is clear from the text above it."""

_HEAD = """\
# Laid out from {name}: the words of the text stand in the lines that begin with >, under its own numbers.
# 1. Name the parties, and what the text does not bind but what can spoil it, in the lines below.
# 2. Write under each clause the lines that say the same, and take away its marks "not yet encoded".
# 3. `servanda check FILE` counts what is left; whatever is left out on purpose is `waived "…" because "…"`.
agreement "{title}"
  text verbatim
  extent {extent}
  status not stated
  takes effect not stated
  lasts not stated

# use security
# use commerce

# party A "…"
# party B "…"
# third state W "…"
# verifier M "…"
"""

_SAID = HEADINGS - {"chapter", "part", "title"}
_RULES = re.compile(r"[=_*-]{5,}")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A unit with its words as the source has them, and the marks that stand before it."""

    unit: Unit
    marks: str
    words: str

    @property
    def whole(self) -> str:
        """All that the text has here."""
        return f"{self.marks} {self.words}".strip()


@dataclass(slots=True)
class _Clause:
    number: str
    title: str
    pieces: list[_Piece] = field(default_factory=list)
    above: list[str] = field(default_factory=list)


def lay_out(source: Source) -> str:
    """The .pact file of a plain text."""
    draft = from_plain(source)
    pieces = _pieces(draft)
    parts = [_head(draft), *_preamble(pieces), *(_written(clause, source) for clause in _clauses(pieces))]
    return "\n".join(parts)


def _head(draft: Draft) -> str:
    title = _in_quotes(draft.title) or "A text"
    extent = "excerpt" if draft.excerpt else "full text"
    return _HEAD.format(name=re.sub(r".*[/\\]", "", draft.source.name), title=title, extent=extent)


def _in_quotes(words: str) -> str:
    """Words that may stand in quotation marks: one line, and no straight mark among them."""
    return " ".join(words.replace('"', "”").split())


def _pieces(draft: Draft) -> list[_Piece]:
    """The text without a gap: each unit with what lies between it and the one before."""
    found, end = [], draft.begins
    for unit in draft.units:
        marks = " ".join(_RULES.sub(" ", draft.source.text[end : unit.span.start]).split())
        words = " ".join(draft.source.text[unit.span.start : unit.span.end].split())
        found.append(_Piece(unit, marks, words))
        end = unit.span.end
    return found


def _preamble(pieces: list[_Piece]) -> Iterator[str]:
    """What stands before the first provision, as comments: it binds nobody by itself."""
    before = [piece.whole for piece in pieces if piece.unit.kind is Kind.PREAMBLE]
    if before:
        yield _comments(before)


def _comments(texts: list[str]) -> str:
    lines = [line for text in texts for line in _wrapped(text)]
    return "".join(f"# {line}\n" for line in lines)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, break_on_hyphens=False, break_long_words=False)


def _clauses(pieces: list[_Piece]) -> list[_Clause]:
    """The units gathered under the first two numbers of their labels, each number once; a heading waits for its own."""
    clauses: dict[str, _Clause] = {}
    waiting: list[_Piece] = []
    unnumbered = 0
    for piece in pieces:
        if piece.unit.kind is Kind.PREAMBLE:
            continue
        number = _number(piece.unit.label)
        if piece.unit.kind is Kind.HEADING and number not in clauses:
            waiting.append(piece)
            continue
        if not number:
            unnumbered += 1
            number = f"0.{unnumbered}"
        if number not in clauses:
            clauses[number] = _headed(number, waiting)
        else:
            clauses[number].pieces += waiting
        clauses[number].pieces.append(piece)
        waiting = []
    if waiting:
        last = next(reversed(clauses), "0.1")
        clauses.setdefault(last, _Clause(last, "")).pieces += waiting
    return list(clauses.values())


def _headed(number: str, waiting: list[_Piece]) -> _Clause:
    """A new clause: the last heading is its title, those before it stand above."""
    title = _in_quotes(waiting[-1].words.strip(" #*")) if waiting else ""
    if len(title) > LONGEST_TITLE or (waiting and not _says(number, waiting[-1].marks)):
        return _Clause(number, "", above=[each.whole for each in waiting])
    return _Clause(number, title, above=[each.whole for each in waiting[:-1]])


def _says(number: str, marks: str) -> bool:
    """Whether the number of a clause says all that some marks say."""
    said = {part.lower() for part in re.findall(r"[^\W_]+", number)}
    own = (
        NUMBER_NAMES.index(word) + 1 if word in NUMBER_NAMES else word for word in re.findall(r"[^\W_]+", marks.lower())
    )
    return all(str(word) in said or word in _SAID for word in own)


def _number(label: str) -> str:
    """``V 1(B)`` as V.1, ``annex A, 3`` as annex A.3: the numbers of the text as the language writes them."""
    attached, _, own = label.rpartition(", ")
    if not attached and re.match(r"(?:annex|appendix|schedule|protocol|exhibit|attachment)\b", own):
        attached, own = own, ""
    parts = re.findall(r"[A-Za-z0-9.]+", own)
    kept = parts[:2] if parts[1:] and parts[1].isdigit() else parts[:1]
    number = ".".join(part.strip(".") for part in kept)
    if not attached:
        return number if number[:1].isdigit() or number[:1] in tuple("IVXLC") or not number else f"0.{number}"
    word, _, which = attached.partition(" ")
    which = which if word == "annex" and which else f"{word[:1].upper()}{which}"
    return f"annex {which}{'.' + number if number else ''}"


def _written(clause: _Clause, source: Source) -> str:
    head = clause.number if clause.number.startswith("annex") else f"clause {clause.number}"
    lines = [head + (f' "{clause.title}"' if clause.title else "")]
    for place, piece in enumerate(clause.pieces):
        text = piece.words if place == 0 and _says(clause.number, piece.marks) else piece.whole
        lines += [f"  > {line}" for line in _wrapped(text)]
    lines += [f'  not yet encoded "{words}"' for words in _marks(clause, source)]
    above = _comments(clause.above) + "\n" if clause.above else ""
    return above + "\n".join(lines) + "\n"


def _marks(clause: _Clause, source: Source) -> Iterator[str]:
    """The beginning of each binding phrase, once."""
    said: set[str] = set()
    for piece in clause.pieces:
        unit = piece.unit
        if unit.kind in (Kind.HEADING, Kind.CLOSING, Kind.DEFINITION):
            continue
        for start, sentence in split(unit.text):
            begins = unit.span.start + start
            words = _phrase(unit, sentence, source.text[begins : begins + len(sentence)])
            if words and words not in said:
                said.add(words)
                yield words


def _phrase(unit: Unit, sentence: str, written: str) -> str:
    """What binds in a sentence, as it is written in the source."""
    binding = BINDING.search(sentence) or CONDUCT.search(sentence)
    if binding is None and not NOUN_PHRASE.match(sentence) and not (unit.leads and BINDING.search(unit.lead)):
        words = sentence.split()
        if not words or not re.match(r"[A-Za-z][a-z]+\b", words[0]) or len(words) < 3 or " is " in f" {sentence} ":
            return ""
    words = written.split()
    start = 0
    if binding is not None and len(words) > MOST_WORDS:
        start = max(0, len(written[: binding.start()].split()) - 4)
    return _in_quotes(" ".join(words[start : start + MOST_WORDS])).rstrip(" ,;:.")
