"""A plain text laid out as a .pact file: its words under its own numbers, and what binds marked as not yet encoded."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field

from servanda.plain.cut import from_plain
from servanda.plain.draft import Draft, Kind, Unit
from servanda.plain.sentences import split
from servanda.text import Source
from servanda.text.english import BINDING, CONDUCT, NOUN_PHRASE

WIDTH = 112
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


@dataclass(slots=True)
class _Clause:
    number: str
    title: str
    units: list[Unit] = field(default_factory=list)


def lay_out(source: Source) -> str:
    """The .pact file of a plain text."""
    draft = from_plain(source)
    parts = [_head(draft), *_preamble(draft), *(_written(clause) for clause in _clauses(draft))]
    return "\n".join(parts)


def _head(draft: Draft) -> str:
    title = _in_quotes(draft.title) or "A text"
    extent = "excerpt" if draft.excerpt else "full text"
    return _HEAD.format(name=re.sub(r".*[/\\]", "", draft.source.name), title=title, extent=extent)


def _in_quotes(words: str) -> str:
    """Words that may stand in quotation marks: one line, and no straight mark among them."""
    return " ".join(words.replace('"', "”").split())


def _preamble(draft: Draft) -> Iterator[str]:
    """What stands before the first provision, as comments: it binds nobody by itself."""
    before = [unit for unit in draft.units if unit.kind is Kind.PREAMBLE]
    lines = [line for unit in before for line in textwrap.wrap(unit.text, WIDTH)]
    if lines:
        yield "\n".join(f"# {line}" for line in lines) + "\n"


def _clauses(draft: Draft) -> list[_Clause]:
    """The units gathered under the first two numbers of their labels, each number once."""
    clauses: dict[str, _Clause] = {}
    title, unnumbered = "", 0
    for unit in draft.units:
        if unit.kind is Kind.PREAMBLE:
            continue
        number = _number(unit.label)
        if not number:
            unnumbered += unit.kind is not Kind.HEADING
            number = "" if unit.kind is Kind.HEADING else f"0.{unnumbered}"
        if unit.kind is Kind.HEADING:
            title = _in_quotes(unit.text.strip(" #*"))[:80]
            if not number or number not in clauses:
                continue
        clauses.setdefault(number, _Clause(number, title)).units.append(unit)
        title = ""
    return list(clauses.values())


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


def _written(clause: _Clause) -> str:
    head = clause.number if clause.number.startswith("annex") else f"clause {clause.number}"
    lines = [head + (f' "{clause.title}"' if clause.title else "")]
    for unit in clause.units:
        inner = unit.label.removeprefix(clause.number).strip()
        mark = re.search(r"(\([^()]*\))$", unit.label)
        lead = f"{mark[1]} " if mark and inner else ""
        lines += [f"  > {line}" for line in textwrap.wrap(lead + unit.text.strip(), WIDTH, break_on_hyphens=False)]
    lines += [f'  not yet encoded "{words}"' for words in _marks(clause)]
    return "\n".join(lines) + "\n"


def _marks(clause: _Clause) -> Iterator[str]:
    """The beginning of each binding phrase, once."""
    said: set[str] = set()
    for unit in clause.units:
        if unit.kind in (Kind.HEADING, Kind.CLOSING, Kind.DEFINITION):
            continue
        for _, sentence in split(unit.text):
            words = _phrase(unit, sentence)
            if words and words not in said:
                said.add(words)
                yield words


def _phrase(unit: Unit, sentence: str) -> str:
    binding = BINDING.search(sentence) or CONDUCT.search(sentence)
    if binding is None and not NOUN_PHRASE.match(sentence) and not (unit.leads and BINDING.search(unit.lead)):
        words = sentence.split()
        if not words or not re.match(r"[A-Z][a-z]+e?\b", words[0]) or len(words) < 3 or " is " in f" {sentence} ":
            return ""
    words = sentence.split()
    start = 0
    if binding is not None and len(words) > MOST_WORDS:
        start = max(0, len(sentence[: binding.start()].split()) - 4)
    return _in_quotes(" ".join(words[start : start + MOST_WORDS])).rstrip(" ,;:.")
