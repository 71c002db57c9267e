"""Residue of translation and of stripped links: untranslated words, foreign date style, doubled stops."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from servanda.reading.account import Zone, ZoneKind
from servanda.reading.lexicon import entries
from servanda.reading.span import Span, Spans

LANGUAGES = MappingProxyType(
    {
        "Portuguese": "pt",
        "Spanish": "es",
        "French": "fr",
        "German": "de",
        "Russian": "ru",
        "Ukrainian": "uk",
        "Arabic": "ar",
    }
)
_DECLARED = re.compile(r"\btranslat(?:ed|ion) from (?:the )?([A-Z]\w+)", re.IGNORECASE)
_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "the a an his her its their my our your of in to for by on at or with and is are was be not sic that who",
    )
)
"""Small words that tell an editor's English from words of the original."""
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ru", "\u0400", "\u04ff"),
    ("ar", "\u0600", "\u06ff"),
    ("he", "\u0590", "\u05ff"),
    ("el", "\u0370", "\u03ff"),
    ("zh", "\u4e00", "\u9fff"),
)
_LETTERS = {"pt": "ãõçâê", "es": "ñ¿¡", "fr": "èêàœû", "de": "ßäöü", "tr": "ığş", "pl": "łąęśż", "ro": "țșă"}
_STYLE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \(\d{1,2}\)(?:\s\.)?"
    r"|(?<=\w)\s\.(?=\s|$)|\.\s\.(?=\s|$)|\S{1,30}\.\s\.(?=\s|$)|,\s?,"
)


@cache
def language_words() -> Mapping[str, frozenset[str]]:
    """Function words by language code."""
    return entries((files("servanda.reading") / "words" / "languages.txt").read_text("utf-8"))


def language_of(words: str) -> str | None:
    """The language a few foreign words are in; None where nothing tells it from English."""
    for code, low, high in _SCRIPTS:
        if any(low <= letter <= high for letter in words):
            return code
    tokens = [token.lower() for token in _WORD.findall(words)]
    votes: Counter[str] = Counter()
    for code, known in language_words().items():
        votes[code] += 2 * sum(token in known for token in tokens)
        votes[code] += sum(letter in _LETTERS.get(code, "") for letter in words.lower())
    best = votes.most_common(2)
    if not best or best[0][1] == 0 or (len(tokens) > 3 and best[0][1] < len(tokens) / 2):
        return None
    return best[0][0] if len(best) < 2 or best[0][1] >= best[1][1] else None


def residue_in(text: str, brackets: Spans) -> Iterator[Zone]:
    """Brackets in another language, and marks that a translation or a stripped link left behind."""
    declared = _DECLARED.search(text)
    original = LANGUAGES.get(declared.group(1)) if declared is not None else None
    for start, end in brackets:
        words = text[start + 1 : end - 1]
        language = language_of(words) or (original if _is_foreign(words) else None)
        if language is not None:
            yield Zone(ZoneKind.RESIDUE, (start, end), language)
    for match in _STYLE.finditer(text):
        yield Zone(ZoneKind.RESIDUE, match.span())


def translated_from(zones: Sequence[Zone]) -> str | None:
    """The language the residue speaks, where most of it agrees."""
    votes = Counter(zone.language for zone in zones if zone.kind is ZoneKind.RESIDUE and zone.language)
    return votes.most_common(1)[0][0] if votes else None


def _is_foreign(words: str) -> bool:
    """In a text that is declared a translation: a few small words in brackets, none of them a little English word."""
    tokens = _WORD.findall(words)
    return 0 < len(tokens) <= 4 and words == words.lower() and not _ENGLISH & set(tokens)


def bracket_spans(zones: Sequence[Zone]) -> tuple[Span, ...]:
    """Words that are an editor's, inside whatever they stand in."""
    return tuple(zone.span for zone in zones if zone.kind is ZoneKind.BRACKET)
