"""An agreement written otherwise: what people change in a document without changing what it says.

Each way takes a text and gives the text as it stands then, with what has to be turned back in the findings before they
are compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from servanda.findings import Finding

NUMBERED = r"(?:clauses?|articles?|paragraphs?|sections?|annex)"
PARTY = re.compile(r'\b([A-Za-z][\w]*) "([^"]+)"')


@dataclass(frozen=True, slots=True)
class Written:
    """A text, which words of its findings stand for which of the first one's, and whether names are grouped alike."""

    text: str
    back: Mapping[str, str] = field(default_factory=dict)
    groups: bool = True


Way = Callable[[str], Written | None]
"""None: the text has nothing that could be written otherwise in this way."""


def key(finding: Finding, back: Mapping[str, str], *, groups: bool) -> tuple[object, ...]:
    """What has to be the same of a finding, whatever the order in which it names things."""
    clauses = tuple(sorted(back.get(number, number) for number in finding.clauses))
    said: tuple[object, ...] = (finding.slug, finding.severity.value, clauses, _turned(finding.interest or "", back))
    if not groups:
        return said
    told_of_one = finding.slug == "readings-differ"  # its story is one of several ways to part
    exposed = () if told_of_one else tuple(sorted(back.get(who, who) for who in finding.exposed))
    return (*said, exposed, tuple(sorted(_words(_turned(finding.headline, back)))))


def _words(headline: str) -> list[str]:
    """The words of a headline; what is left of "Arland's" does not count."""
    return [word for word in re.findall(r"\w+", headline.lower()) if word != "s"]


def _turned(words: str, back: Mapping[str, str]) -> str:
    if not back:
        return words
    names = "|".join(re.escape(name) for name in sorted(back, key=len, reverse=True))
    turned = {name.lower(): other for name, other in back.items()}
    pattern = re.compile(rf"(?<![\w.])(?:{names})(?![\w(]|\.\w)", re.IGNORECASE)
    return pattern.sub(lambda found: turned[found[0].lower()], words)


def keys(findings: tuple[Finding, ...], written: Written) -> Counter[tuple[object, ...]]:
    """The findings of a text as they are to be compared."""
    found = Counter(key(each, written.back, groups=written.groups) for each in findings)
    return found if written.groups else Counter(dict.fromkeys(found, 1))


def blocks(text: str) -> Iterator[str]:
    """The text in pieces: each line at the margin with all that stands under it and the comments before it."""
    current: list[str] = []
    for line in text.splitlines():
        if (
            line[:1].strip()
            and not line.startswith("#")
            and any(each[:1].strip() and each[0] != "#" for each in current)
        ):
            yield "\n".join(current)
            current = []
        current.append(line)
    yield "\n".join(current)


def _first(block: str) -> str:
    return next((line for line in block.splitlines() if line[:1].strip() and line[0] != "#"), "")


def turned_clauses(text: str) -> Written | None:
    """The clauses in the opposite order."""
    parts = list(blocks(text))
    places = [at for at, block in enumerate(parts) if re.match(NUMBERED, _first(block)) and " is " not in _first(block)]
    if len(places) < 2:
        return None
    turned = dict(zip(places, reversed(places), strict=True))
    return Written("\n".join(parts[turned.get(at, at)] for at in range(len(parts))) + "\n")


def turned_declarations(text: str) -> Written | None:
    """Parties, acts, kinds and numbers in the opposite order, and the interests too."""
    parts = list(blocks(text))
    for sort in (r"party\b|third state\b|verifier\b|act\b|kind\b", r"interest\b", r"assume\b|.* = "):
        places = [at for at, block in enumerate(parts) if re.match(sort, _first(block))]
        turned = dict(zip(places, reversed(places), strict=True))
        parts = [parts[turned.get(at, at)] for at in range(len(parts))]
    return Written("\n".join(parts) + "\n")


def swapped_names(text: str) -> Written | None:
    """The names of two parties change places wherever they stand: who was called Arland is called Borland."""
    declared = [line for line in text.splitlines() if line.startswith("party ")]
    parties = [found for line in declared for found in PARTY.findall(line.removeprefix("party "))]
    named = [name for ident, name in parties if ident.lower() not in re.findall(r"\w+", name.lower())]
    if len(named) < 2:
        return None
    swap = {named[0]: named[1], named[1]: named[0]}
    return Written(_turned(text, swap), swap)


UNRELATED = """
act bulletin
  noun: publication of a bulletin by PUBLISHER
  verb: publish a bulletin
  PUBLISHER is any party
  noticed by everyone

clause 990 "Bulletin"
  each Party may publish a bulletin
"""


def with_an_unrelated_clause(text: str) -> Written | None:
    """One clause more, which allows what nobody is concerned with."""
    return Written(f"{text.rstrip()}\n{UNRELATED}")


def renumbered(text: str) -> Written | None:
    """Every clause bears another number, wherever the encoding names it; the quoted words stay."""
    numbers = [found[1] for block in blocks(text) if (found := re.match(rf"{NUMBERED} (\S+)", _first(block)))]
    if not numbers:
        return None
    new = {number: f"9{number}" if number[:1].isdigit() else f"9.{number}" for number in numbers}
    lines = [line if line.lstrip().startswith((">", "#")) else _renumbered(line, new) for line in text.splitlines()]
    return Written("\n".join(lines) + "\n", {after: before for before, after in new.items()})


def _renumbered(line: str, new: Mapping[str, str]) -> str:
    pieces = line.split('"')
    pieces[::2] = [
        re.sub(rf"\b({NUMBERED}) ([^\s,;:]+)", lambda found: f"{found[1]} {new.get(found[2], found[2])}", piece)
        for piece in pieces[::2]
    ]
    return '"'.join(pieces)


def renamed_quantity(text: str) -> Written | None:
    """A kind of thing that the file introduces bears another name, also in the words of the text."""
    found = re.search(r"^kind (.+?) counted in", text, re.MULTILINE)
    if found is None:
        return None
    return Written(re.sub(rf"\b{re.escape(found[1])}\b", "grey widgets", text), {"grey widgets": found[1]})


SPLIT = re.compile(r"^(  +)each Party (shall (?!.*\b(?:its|it|jointly|of it)\b)[^:\n]*)$(?!\n\1 )", re.MULTILINE)
"""A line of its own; what has readings or conditions under it is left alone."""


def split_lists(text: str) -> Written | None:
    """What each party shall do is said of one after the other."""
    declared = [line.removeprefix("party ") for line in text.splitlines() if line.startswith("party ")]
    parties = [ident for line in declared for ident, _ in PARTY.findall(line)]
    if not SPLIT.search(text):
        return None

    def each(found: re.Match[str]) -> str:
        """The line once for each party."""
        return "\n".join(f"{found[1]}{ident} {found[2]}" for ident in parties)

    return Written(SPLIT.sub(each, text), groups=False)


WAYS: tuple[Way, ...] = (
    turned_clauses,
    turned_declarations,
    swapped_names,
    with_an_unrelated_clause,
    renumbered,
    renamed_quantity,
    split_lists,
)
