"""How the provisions of a text are numbered: which marks open a line, and the number that comes of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType

from servanda.text.number_words import UP_TO_TWENTY

HEAD_WORDS = (
    "article|art|section|clause|chapter|part|title|annex|annexe|appendix|schedule|protocol|exhibit|attachment"
    "|paragraph|"
    "bijlage|anlage|anexo|allegato"
)
HEADINGS = frozenset(HEAD_WORDS.split("|"))
"""The words that head a numbered part."""
APPENDED = frozenset(
    (
        "annex",
        "annexe",
        "appendix",
        "schedule",
        "protocol",
        "exhibit",
        "attachment",
        "bijlage",
        "anlage",
        "anexo",
        "allegato",
    )
)
"""Headings of what is attached: numbers below them begin anew."""

_IN_ENGLISH = MappingProxyType(
    {**dict.fromkeys(("bijlage", "anlage", "anexo", "allegato", "annexe"), "annex"), "art": "article"}
)

_UNNAMED = frozenset(("chapter", "part", "title"))
"""Headings above the articles: the numbers below them do not repeat theirs."""

NUMBER_NAMES = UP_TO_TWENTY[1:]

HEAD = re.compile(
    rf"(?:#+ *)?(?:\*\*)?(?P<word>{HEAD_WORDS})\b\.?[ :]*(?P<number>\d+(?:\.\d+)*(?:\([a-z0-9]+\))*"
    rf"|[IVXLC]+(?:\.\d+)*"
    rf"(?:\([a-z0-9]+\))*|[A-Z]\b|(?:{'|'.join(NUMBER_NAMES)})\b)?(?P<after>[.:)*\]]*)(?= |$)",
    re.IGNORECASE,
)
MARKDOWN = re.compile(r"#+ *(?=\S)")
_NUMBER_ALONE = re.compile(r"#+ *(\d{1,3})[.]?$")
_MARKS = (
    ("section", re.compile(r"§+ ?(\d{1,3}[a-z]?)\b\.?(?= |$)")),
    ("dotted", re.compile(r"(\d{1,3}(?:\.\d{1,3})+)[.)]?(?= +[A-Z(\"“\[]| *$)")),
    ("number", re.compile(r"(\d{1,3})[.)](?=\s*[^\d\s]| *$)")),
    ("(number)", re.compile(r"\((\d{1,3})\)")),
    ("roman", re.compile(r"([IVX]{1,5})\.(?= +\S| *$)")),
    ("(Letter)", re.compile(r"\(([A-Z]{1,2})\)")),
    ("Letter.", re.compile(r"([A-Z])[.)](?= +\S| *$)")),
    ("(roman)", re.compile(r"\(((?:x{0,2})(?:ix|iv|v?i{1,3}|v|x))\)")),
    ("(letter)", re.compile(r"\(([a-z]{1,2})\)")),
    ("roman.", re.compile(r"((?:x{0,2})(?:ix|iv|v?i{2,3}))[.)](?= +\S)")),
    ("letter.", re.compile(r"([a-z])[.)](?= +\S)")),
    ("dash", re.compile(r"([-–—•·▪*](?= +\S)|[\ue000-\uf8ff](?= *\S))")),
)


_TITLED = frozenset(("section", "dotted", "number", "roman"))
"""Numbers that a heading of Markdown bears ("## 3. Fees")."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What opens a line: its sort, the number in it, and how many characters it takes."""

    sort: str
    number: str
    length: int


def mark_of(line: str, after_break: bool) -> Mark | None:
    """The mark that opens a line; `after_break`: the line before is empty or ends a sentence."""
    head = HEAD.match(line)
    if head is not None and after_break and _is_heading(line, head):
        return Mark(
            _IN_ENGLISH.get(head["word"].lower(), head["word"].lower()), _figures(head["number"] or ""), head.end()
        )
    alone = _NUMBER_ALONE.match(line)
    if alone is not None:
        return Mark("number", alone[1], alone.end())
    markdown = MARKDOWN.match(line)
    if markdown is not None:
        titled = _numbered(line, markdown.end())
        return titled if titled is not None and titled.sort in _TITLED else Mark("heading", "", markdown.end())
    return _numbered(line, 0)


def _numbered(line: str, start: int) -> Mark | None:
    for sort, pattern in _MARKS:
        found = pattern.match(line, start)
        if found is not None and found.end() > start:
            return Mark(sort, found[1], found.end())
    return None


def _goes_on(dotted: str, number: str) -> bool:
    """Whether 3 comes after 2.4, and is no item below it."""
    return int(number) in (int(dotted.split(".", maxsplit=1)[0]), int(dotted.split(".", maxsplit=1)[0]) + 1)


def _figures(number: str) -> str:
    """``One`` as 1; other numbers as they stand."""
    name = number.lower()
    return str(NUMBER_NAMES.index(name) + 1) if name in NUMBER_NAMES else number


def _is_heading(line: str, head: re.Match[str]) -> bool:
    """Not a sentence that happens to begin with "Article 5 shall apply": a heading or a numbered paragraph."""
    rest = line[head.end() :].strip(" *")
    if not head["number"]:
        return line.strip("#* ").isupper() or (bool(line.startswith("#")) and head["word"].lower() in APPENDED)
    if head["word"].islower():
        return False
    return not rest or rest[0].isupper() or rest[0] in '[(“"–-—' or head["after"] != ""


class Numbering:
    """The numbers that are open at a line of the text, the outermost first."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []
        self._appended = ""
        self._unnumbered = 0
        self._article = ""
        self._section_of = ""
        self._seen: dict[str, list[str]] = {}

    def is_initial(self, mark: Mark) -> bool:
        """Whether a lone capital is the first letter of a name ("V. Plotnitskiy"): no number leads to it."""
        if mark.sort not in ("roman", "Letter.") or len(mark.number) > 1 or mark.number in ("I", "A"):
            return False
        if mark.sort == "roman":
            others = [each for each in self._seen.get("roman", ()) if each != "I"]
            before = chr(ord(mark.number) - 1) in self._seen.get("Letter.", ())
            return bool(self._seen) and not others and not before
        return bool(self._seen) and chr(ord(mark.number) - 1) not in self._seen.get("Letter.", ())

    def restart(self) -> None:
        """The terms begin after recitals that bore letters."""
        self._open = []

    def take(self, mark: Mark) -> int:
        """Go on to a mark; says how deep it stands."""
        if mark.number:
            self._seen.setdefault(mark.sort, []).append(mark.number)
        if mark.sort in APPENDED:
            self._unnumbered += not mark.number
            self._appended = f"{mark.sort} {mark.number or self._unnumbered}"
            self._article, self._section_of, self._open = "", "", []
            return 0
        if mark.sort in _UNNAMED or mark.sort == "heading":
            if mark.sort == "heading":
                return 0
            self._open, self._article = [], ""
            if mark.sort == "chapter":
                self._appended = ""
            return 0
        if mark.sort in ("article", "section", "clause", "paragraph"):
            under = self._section_of if mark.sort == "section" else ""
            self._section_of = mark.number if mark.sort == "article" else self._section_of
            self._article, self._open = f"{under} {mark.number}".strip(), []
            return 1
        sort = self._sort(mark)
        if sort == "number" and any(each == "dotted" and _goes_on(number, mark.number) for each, number in self._open):
            self._open = []
        sorts = [each for each, _ in self._open]
        if mark.sort == "dotted":
            self._open = [(sort, mark.number)]
            return 1 + mark.number.count(".")
        if sort in sorts:
            del self._open[sorts.index(sort) :]
        self._open = [each for each in self._open if each[0] != "dash"]
        self._open.append((sort, mark.number))
        return 1 + len(self._open)

    def _sort(self, mark: Mark) -> str:
        """After (h) comes (i), which is no Roman one then; a Letter. after "H." likewise.

        A lone "I." amid the parts of section VI is a misread list item: it opens no first section.
        """
        if mark.sort == "roman" and mark.number == "I" and dict(self._open).get("roman", "I") != "I":
            return "dash"
        pairs = {"(roman)": "(letter)", "roman.": "letter.", "roman": "Letter."}
        other = pairs.get(mark.sort)
        if other and len(mark.number) == 1:
            before = dict(self._open).get(other, "")
            if before and ord(before[0]) + 1 == ord(mark.number):
                return other
        if mark.sort in ("Letter.", "(Letter)") and mark.number in "IVX" and any(s == "roman" for s, _ in self._open):
            return "roman"
        return mark.sort

    @property
    def label(self) -> str:
        """The number of what stands here."""
        own = [number for sort, number in self._open if sort != "dash"]
        first, rest = (self._article, own) if self._article else ("".join(own[:1]), own[1:])
        roman = self._article != "" and not self._article[-1:].isdigit()
        inner = "".join(f" {n}" if n[:1].isdigit() and roman else f"({n})" for n in rest)
        label = f"{first}{inner}".strip()
        return f"{self._appended}, {label}" if self._appended and label else self._appended or label
