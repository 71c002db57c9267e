"""From the bytes of a file to a `Source`, or to the one reason why there is none.

Files are UTF-8. A byte-order mark and the line ends of other systems are accepted silently; whoever wrote them did
nothing wrong. What could make a text read differently from what it holds is pointed out by `oddities`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from servanda.text.place import Span
from servanda.text.source import Source

LARGEST = 10_000_000
"""Bytes. Ten million characters are some four thousand printed pages: beyond that it is not one agreement."""

START = Span(0, 0)
"""Where a fault of the text as a whole is shown."""

_SNIFFED = 4096
_ODDITIES_SHOWN = 5

# Explicit embeddings, overrides and isolates (Unicode Standard Annex 9, sections 2.1 to 2.5); the implicit marks of
# section 2.6 are ordinary in Arabic and Hebrew texts and cannot reorder more than their neighbours.
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u200b\u2060\ufeff]")
_PAGE = re.compile(r"(?:<!--.{0,2000}?-->\s*)*<(?:!doctype|html|\?xml|head|body)\b", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(
    r"</?(?:p|div|span|td|tr|table|li|ul|ol|h[1-6]|section|article|font|b|i|strong|em)\b[^<>]{0,300}>", re.I
)
_FEW_TAGS = 6
"""A few tags may stand in a text that somebody wrote by hand."""
_INDENT = re.compile(r"^(?=[ \t]*\t)[ \t]+(?=\S)", re.MULTILINE)


class FaultKind(StrEnum):
    """What can be wrong with a text before anyone reads it."""

    EMPTY = "empty-text"
    TOO_LARGE = "too-large"
    NOT_TEXT = "not-text"
    UNKNOWN_ENCODING = "unknown-encoding"
    HIDDEN_DIRECTION = "hidden-direction"
    HIDDEN_CHARACTER = "hidden-character"
    TAB_INDENT = "tab-indent"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a text: what, in words, where, and the way out."""

    kind: FaultKind
    headline: str
    way_out: str
    span: Span = START


def decode(name: str, data: bytes) -> Source | Fault:
    """Read bytes as a text, or say in one `Fault` why that cannot be done. Never raises."""
    if len(data) > LARGEST:
        return too_large(len(data))
    wide = _wide_encoding(data)
    if wide is not None:
        return _not_utf8(f"It looks like {wide}.")
    if b"\0" in data:
        return _not_text()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _undecodable(data, error.start)
    if not text.strip():
        return Fault(FaultKind.EMPTY, "The file is empty.", 'Begin with a line such as: agreement "Name".')
    return Source(name, text.replace("\r\n", "\n").replace("\r", "\n"))


def too_large(size: int) -> Fault:
    """The fault of a file of `size` bytes; whoever reads files can ask before reading one."""
    headline = f"The file has {size / 1_000_000:.1f} MB; an agreement may have {LARGEST // 1_000_000}."
    return Fault(FaultKind.TOO_LARGE, headline, "Keep annexes and lists in files of their own.")


def oddities(source: Source, *, plain: bool = False) -> tuple[Fault, ...]:
    """What makes a readable text deceptive: hidden direction marks, invisible characters, tabs that indent.

    Of each kind the first few are returned, the last of them saying how many more there are. Words written from right
    to left are no oddity: their letters carry their own direction. `plain`: the text was pasted from elsewhere, and
    nothing is read from its tabs and soft hyphens; marks that change the order of a line deceive there too, and the
    marks of a web page or a word processor are no words.
    """
    if plain:
        marked_up = _markup(source.text)
        return (marked_up,) if marked_up is not None else tuple(_each(_hidden_direction, _DIRECTION, source.text))
    found = (*_each(_hidden_direction, _DIRECTION, source.text), *_each(_hidden_character, _INVISIBLE, source.text))
    tab = _INDENT.search(source.text)
    return tuple(sorted((*found, *((_tab_indent(tab),) if tab else ())), key=lambda fault: fault.span))


def _markup(text: str) -> Fault | None:
    """The fault of a text that is the source of a page: tags at its head, or in most of its lines."""
    head = text[:_SNIFFED].lstrip()
    if head.startswith("{\\rtf"):
        return _not_words("a word processor's file (RTF)", "Open it in a word processor and save it as plain text.")
    tagged = len(_TAGS.findall(text))
    if _PAGE.match(head) is None and (tagged < _FEW_TAGS or tagged * 4 < sum(1 for line in text.split("\n") if line)):
        return None
    way_out = "Open it in a browser, select the text, and paste it into a file whose name ends in .txt."
    return _not_words("the source of a web page (HTML or XML)", way_out)


def _not_words(what: str, way_out: str) -> Fault:
    return Fault(FaultKind.NOT_TEXT, f"The file is {what}, not the text that people read.", way_out)


def _each(made: Callable[[re.Match[str]], Fault], pattern: re.Pattern[str], text: str) -> Iterator[Fault]:
    matches = pattern.finditer(text)
    shown = [made(match) for match in islice(matches, _ODDITIES_SHOWN)]
    more = sum(1 for _ in matches)
    yield from shown[:-1]
    for last in shown[-1:]:
        yield replace(last, headline=f"{last.headline} {more} more like it follow.") if more else last


def _hidden_direction(match: re.Match[str]) -> Fault:
    code = f"U+{ord(match[0]):04X}"
    return Fault(
        FaultKind.HIDDEN_DIRECTION,
        f"A hidden mark ({code}) changes the order in which this line is shown.",
        f"Delete the character {code}: words from right to left are shown rightly without it.",
        Span(*match.span()),
    )


def _hidden_character(match: re.Match[str]) -> Fault:
    code = f"U+{ord(match[0]):04X}"
    headline = f"A character that nobody can see ({code}) stands in the text."
    return Fault(FaultKind.HIDDEN_CHARACTER, headline, f"Delete the character {code}.", Span(*match.span()))


def _tab_indent(match: re.Match[str]) -> Fault:
    return Fault(
        FaultKind.TAB_INDENT,
        "A tab indents this line; how deep that is depends on the editor.",
        "Indent with spaces, two for each step.",
        Span(*match.span()),
    )


def _wide_encoding(data: bytes) -> str | None:
    marks = {b"\xff\xfe\0\0": "UTF-32", b"\0\0\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
    return next((name for mark, name in marks.items() if data.startswith(mark)), None)


def _undecodable(data: bytes, start: int) -> Fault:
    sample = data[max(0, start - _SNIFFED) : start + _SNIFFED]
    if not _mostly_printable(sample):
        return _not_text()
    line = data.count(b"\n", 0, start) + 1
    return _not_utf8(f"Its first other byte (0x{data[start]:02x}) stands in line {line}.")


def _mostly_printable(sample: bytes) -> bool:
    odd = sum(byte < 0x20 and byte not in b"\t\n\r\f" for byte in sample)
    return odd * 50 <= len(sample)


def _not_text() -> Fault:
    return Fault(
        FaultKind.NOT_TEXT,
        "The file is not a text.",
        "Save the agreement as plain text (UTF-8); a .docx or .pdf must be turned into text first.",
    )


def _not_utf8(detail: str) -> Fault:
    return Fault(
        FaultKind.UNKNOWN_ENCODING,
        f"The file is not written in UTF-8. {detail}",
        'Save it again with the encoding "UTF-8".',
    )
