"""From a text to its units: where provisions begin, how they are numbered, what leads into them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from servanda.plain.draft import LONGEST_PROVISION, Draft, Kind, Sentence, Unit, flattened
from servanda.plain.markers import APPENDED, HEAD, HEADINGS, Mark, Numbering, mark_of
from servanda.plain.sentences import split
from servanda.text import Source, Span
from servanda.text.english import BINDING

_RULE = re.compile(r"[=_*-]{5,}")
_KEYED = re.compile(r"[A-Z][\w /'-]{1,40}: ")
_TITLED = re.compile(r"^Title: +(.+)$", re.MULTILINE)
_LEFT_OUT = re.compile(r"\[ ?(?:\.\.+|…) ?\]|\bkey clauses only\b|\bexcerpts?\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:in witness whereof|done (?:at|in|and signed)\b|signed (?:at|in|by)\b|for the (?:party|government))", re.I
)
_AGREED = re.compile(
    r"\b(?:agree[sd]?(?: and \w+)?|declare[sd]?|decided?|covenant)[ ,]+(?:\w+ )?(?:as follows|on the following"
    r"|that)[^.]{0,30}[:.]$",
    re.I,
)
_FOLLOWING = re.compile(r"\bagreed as follows[ *:]*$", re.I)
"""It opens the whole text, and gives no item of it a subject."""
_MEANS = re.compile(
    r"^\W*(?:[Tt]he terms? )?[\"“][^\"”]{1,80}[\"”][^.]{0,60}\b(?:means?|refers? to|shall mean|includes?"
    r"|comprises?)\b"
    r"|^\W*[A-Z][\w' -]{1,50} (?:means?|shall mean|shall have the meaning)\b"
)
_SHORT_FORM = re.compile(r"[A-Z][\w/&-]*[A-Z][\w/&–-]*(?: [–-] [A-Z]+)?\s+[A-Z][^.;:]*$")
_TERMS = re.compile(
    r"\W*(?:(?:agreed|operative) (?:terms|provisions)|now,? therefore|it is (?:hereby )?agreed)\b", re.I
)
"""What follows recitals."""
_RECITALS = re.compile(r"\W*(?:recitals?|background|preamble|whereas|considerations?)\W*$", re.I)
_RECITAL = re.compile(
    r"\W*(?:\w+ly |further |also )?(?:whereas|recalling|noting|determined|convinced|considering|having (?:regard"
    r"|held|met|considered|taken)|desir(?:ing|ous)|recogni[sz]ing|reaffirming|guided by|mindful|conscious|bearing"
    r"|acknowledging|believing|expressing|welcoming|taking (?:note|into)|wishing|aware|concerned|affirming|stressing"
    r"|emphasi[sz]ing|seeking|intending|deploring|grateful|resolved)\b",
    re.I,
)
"""How a recital begins."""
_FINITE = re.compile(r"\b(?:shall|will|must|is|are|was|were|agree[sd]?|may|should|has|have|undertakes?)\b")


_RUNS_ON = re.compile(
    r"\b(?:the|an?|of|to|and|or|in|on|at|by|for|from|with|under|between|all|any|each|every|no|its|their|that"
    r"|which|who)$",
    re.I,
)
LONGEST_HEADING = 6
"""Words of a title that stands right above its sentence."""

LONGEST_SENTENCE = 4_000
"""Characters of one sentence that are looked at."""


def from_plain(source: Source) -> Draft:
    """Cut a plain text into units."""
    begins = _front_matter(source)
    cut = tuple(_units(source, begins))
    units = tuple(_with_kinds(cut))
    sentences = tuple(each for unit in units if unit.kind is Kind.PROVISION for each in _sentences(unit))
    title = next((unit.text.strip(' #*"“”') for unit in units), source.name)
    excerpt = len(_LEFT_OUT.findall(source.text)) > 1
    return Draft(source, _short(title), units, sentences, _headings(source.text[begins:]), excerpt, begins)


def _short(title: str) -> str:
    words = title.split()
    return " ".join(words[:14]) + (" …" if len(words) > 14 else "")


def _front_matter(source: Source) -> int:
    """Where the text begins after lines such as ``Source: ...`` that a rule closes; 0 where there are none."""
    position = 0
    for number in range(1, min(source.line_count, 25) + 1):
        line = source.line(number)
        if _RULE.fullmatch(line.strip()) and number > 1:
            return min(position + len(line) + 1, len(source.text))
        if line.strip() and not _KEYED.match(line):
            return 0
        position += len(line) + 1
    return 0


@dataclass(slots=True)
class _Cutting:
    """What is open while a text is cut."""

    source: Source
    numbering: Numbering = field(default_factory=Numbering)
    start: int | None = None
    end: int = 0
    depth: int = 0
    heading: bool = False
    leads: list[tuple[int, str]] = field(default_factory=list)
    listed: tuple[int, str] | None = None

    def close(self) -> Iterator[tuple[int, bool, Unit]]:
        """The unit that is open, if there is one, with its depth and whether its line is marked as a heading."""
        if self.start is None or not self.source.text[self.start : self.end].strip():
            self.start = None
            return
        text = flattened(self.source.text[self.start : self.end])
        self.leads = [lead for lead in self.leads if lead[0] < self.depth]
        if self.listed is not None and self.depth != self.listed[0]:
            self.listed = None
        leads = (*(words for _, words in self.leads), *((self.listed[1],) if self.listed else ()))
        unit = Unit(self.numbering.label, Kind.PROVISION, text, Span(self.start, self.end), leads)
        yield self.depth, self.heading, unit
        if text.rstrip(" *").endswith(":") and not _FOLLOWING.search(text):
            self.leads.append((self.depth, text.strip()))
            self.listed = (self.depth, text.strip())
        elif text.rstrip().endswith("."):
            self.listed = None
        self.start, self.heading = None, False


def _units(source: Source, begins: int) -> Iterator[tuple[int, bool, Unit]]:
    cutting = _Cutting(source)
    position, after_break = begins, True
    lines = source.text[begins:].split("\n")
    for raw, following in zip(lines, (*lines[1:], ""), strict=True):
        line = flattened(raw).rstrip()
        indent = len(line) - len(line.lstrip())
        here = line[indent:]
        mark = mark_of(here, after_break) if here else None
        mark = None if mark is not None and cutting.numbering.is_initial(mark) else mark
        if mark is not None:
            yield from cutting.close()
            _take(cutting, mark, here)
            indent += mark.length
        elif not here or _RULE.fullmatch(here):
            yield from cutting.close()
        elif _TERMS.match(here):
            cutting.numbering.restart()
        if (mark is not None or (here and not _RULE.fullmatch(here))) and line[indent:].strip():
            lead = indent + len(line[indent:]) - len(line[indent:].lstrip())
            cutting.start = position + lead if cutting.start is None else cutting.start
            cutting.end = position + len(line)
            if here.startswith("#") or (
                mark is not None and _heads(line[indent:].strip(" *"), flattened(following).strip())
            ):
                yield from cutting.close()
        after_break = not here or here[-1] in ".;:" or mark is not None
        position += len(raw) + 1
    yield from cutting.close()


def _heads(words: str, following: str) -> bool:
    """Whether a numbered line is a title of its own, and no beginning of a sentence that runs on below it."""
    first = words[:1].isupper() and following[:1].isupper() and mark_of(following, after_break=True) is None
    apart = len(words.split()) <= LONGEST_HEADING and len(words) < len(following) and not _RUNS_ON.search(words)
    return first and apart and words[-1:].isalpha() and _is_title(words, below=False)


def _take(cutting: _Cutting, mark: Mark, line: str) -> None:
    cutting.depth = cutting.numbering.take(mark)
    cutting.heading = mark.sort == "heading" or line.startswith("#") or (mark.sort in APPENDED and len(line) < 160)


def _with_kinds(cut: tuple[tuple[int, bool, Unit], ...]) -> Iterator[Unit]:
    first = _first_provision(cut)
    closed, reciting = False, False
    for place, (depth, heading, unit) in enumerate(cut):
        closed = (closed and not heading and depth == 0) or _CLOSING.match(unit.text) is not None
        below = place + 1 < len(cut) and cut[place + 1][0] > depth
        kind = _kind(unit, heading, below, closed)
        reciting = _RECITALS.match(unit.text) is not None or (reciting and kind is not Kind.HEADING)
        recital = place < first or (reciting and kind is not Kind.HEADING) or _is_recital(unit)
        reciting = reciting and _AGREED.search(unit.text) is None
        yield replace(unit, kind=Kind.PREAMBLE if recital and kind is not Kind.CLOSING else kind, is_leaf=not below)


def _first_provision(cut: tuple[tuple[int, bool, Unit], ...]) -> int:
    """The place of the first provision where a text is numbered; 0 where it is not."""
    if not any(unit.label for _, _, unit in cut):
        return 0
    first = next((place for place, (depth, _, unit) in enumerate(cut) if unit.label or depth), len(cut))
    agreed = (place + 1 for place, (_, _, unit) in enumerate(cut) if _AGREED.search(unit.text))
    return min(first, next(agreed, len(cut)))


def _is_recital(unit: Unit) -> bool:
    """A paragraph that begins as recitals do ("Recalling ...") and binds nobody."""
    return _RECITAL.match(unit.text) is not None and BINDING.search(unit.text) is None


def _kind(unit: Unit, heading: bool, below: bool, closed: bool) -> Kind:
    words = unit.text.strip(" *#")
    if closed:
        return Kind.CLOSING
    if heading or words.isupper() or _is_title(words, below):
        return Kind.HEADING
    if _MEANS.match(words) or (_SHORT_FORM.match(words) and not _FINITE.search(words)):
        return Kind.DEFINITION
    return Kind.PROVISION


def _is_title(words: str, below: bool) -> bool:
    """A few words without a verb and without a full stop."""
    if words.endswith((".", ";", ":", ",")) or _FINITE.search(words):
        return False
    return len(words.split()) <= (14 if below else 9)


def _sentences(unit: Unit) -> Iterator[Sentence]:
    for start, text in split(unit.text[:LONGEST_PROVISION]):
        yield Sentence(unit, text[:LONGEST_SENTENCE], unit.span.start + start)


def _headings(text: str) -> MappingProxyType[str, tuple[str, ...]]:
    """The numbers that headings of each sort bear, in the order of the text."""
    found: dict[str, list[str]] = {}
    after_break = True
    for raw in text.split("\n"):
        line = flattened(raw).strip()
        head = HEAD.match(line) if line and after_break else None
        mark = mark_of(line, after_break=True) if head is not None else None
        if head is not None and mark is not None and mark.sort in HEADINGS:
            found.setdefault(mark.sort, []).append(mark.number.upper())
        after_break = not line or line[-1] in ".;:" or head is not None
    return MappingProxyType({word: tuple(numbers) for word, numbers in found.items()})
