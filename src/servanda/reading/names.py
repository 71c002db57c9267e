"""Names in a document: who is meant by a name, a title, a capital or an adjective, and for whom they speak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType

from servanda.reading.date_words import MONTHS, WEEKDAYS
from servanda.reading.lexicon import load_lexicon
from servanda.reading.tree import Tree, Word

#: Offices that speak for a state, and the titles that stand before a name.
OFFICES = load_lexicon().listed("offices")
TITLES = load_lexicon().listed("titles")
BODIES = load_lexicon().listed("bodies")
_PARTICLES = frozenset(
    ["al", "el", "bin", "ibn", "ben", "da", "de", "do", "dos", "del", "di", "du", "van", "von", "der", "le", "la"]
)
_NOT_FOR_STATES = load_lexicon().listed("not-for-states")
DESCRIBING = frozenset(
    ["neighbouring", "neighboring", "nearby", "downstream", "upstream", "landlocked", "tiny", "breakaway"]
)
NO_NAMES = frozenset(("elect", *WEEKDAYS, *MONTHS))
MEDIUM = re.compile(
    r"\w (?:(?:news|press) (?:agency|service|wire)|wire|newspaper|weekly|television"
    r"|tv|radio|media|gazette|herald|tribune|journal|times|post|news|chronicle|daily"
    r"|observer|courier|telegraph|dispatch|review|monitor|standard|bulletin|mirror|globe)$|^radio \w"
)
_POSSESSIVE = re.compile(r"(?:’s|'s|[’'])$")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the text: the fullest name, the words of the office and the party they speak for."""

    name: str
    role: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Registry:
    """Everybody a document names, by last name and by place of mention; parties by every name they go under."""

    people: Mapping[str, Person] = field(default_factory=lambda: MappingProxyType({}))
    parties: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    media: frozenset[str] = frozenset()

    def person(self, name: str) -> Person | None:
        """The person a full or last name means; None where the text names nobody so."""
        return self.people.get(last_word(name).lower())

    def party(self, name: str) -> str | None:
        """The party a name, an adjective, a capital or a seat of power means."""
        clean = _POSSESSIVE.sub("", name.strip()).removeprefix("the ").removeprefix("The ")
        return self.parties.get(clean.lower())

    def is_medium(self, name: str) -> bool:
        """Whether a name is that of a news agency, paper or broadcaster."""
        if re.search(r"[’']s [a-z]", name):
            return False  # "Roszak's post" is something of a person, no paper of that name
        clean = _POSSESSIVE.sub("", name.strip()).removeprefix("the ").removeprefix("The ").lower()
        return clean in self.media or bool(MEDIUM.search(clean))


def last_word(name: str) -> str:
    """A last name: the last word of a name, of a hyphened one its last part."""
    parts = _POSSESSIVE.sub("", name.strip()).split()
    return parts[-1].rsplit("-", maxsplit=1)[-1] if parts else ""


def spelled(parts: Sequence[Word]) -> str:
    """Words as one name: what stands without a blank in the text ("al-Hadari") is not torn apart."""
    made = ""
    for place, part in enumerate(parts):
        made += ("" if place == 0 or parts[place - 1].end == part.start else " ") + part.text
    return made


@cache
def known_parties() -> Mapping[str, str]:
    """States, alliances and armed groups by every name listed for them, in lower case."""
    found: dict[str, str] = {}
    for line in (files("servanda.reading") / "words" / "parties.txt").read_text("utf-8").splitlines():
        name, colon, others = line.partition(":")
        if colon and not line.startswith("#"):
            for other in (name, *others.split(";")):
                found.setdefault(other.strip().lower(), name)
    found.pop("", None)
    return MappingProxyType(found)


@cache
def known_media() -> frozenset[str]:
    """Names of news agencies, papers and broadcasters, in lower case."""
    text = (files("servanda.reading") / "words" / "media.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return frozenset(name.strip().lower() for line in lines for name in line.split(";"))


def speaks_by_office(role: str) -> bool:
    """Whether an office speaks for its state: not one of the past, nor that of a reporter or scholar."""
    listed = [part.lower() for part in re.findall(r"[\w’']+", role)]
    return not any(part in _NOT_FOR_STATES or part in ("former", "ex", "retired", "outgoing") for part in listed)


def run_before(tree: Tree, word: Word) -> list[Word]:
    """First names: the proper nouns right before a last name that are neither titles, offices nor hyphened parts."""
    names: list[Word] = []
    index = word.index - 1
    while index >= 0 and (tree.words[index].pos == "PROPN" or _inside_a_name(tree, index)):
        lower = tree.words[index].text.lower().rstrip(".")
        if (
            lower in OFFICES
            or lower in TITLES
            or (tree.words[index].text == "-" and tree.words[index - 1].text.lower() in OFFICES | TITLES)
            or lower in known_parties()
            or lower in NO_NAMES
            or lower in DESCRIBING
        ):
            break
        names.append(tree.words[index])
        index -= 1
    return names


def _inside_a_name(tree: Tree, index: int) -> bool:
    """A hyphen within a name ("Diop-Senghe"), or the small word of one ("al-", "bin", "da")."""
    word = tree.words[index]
    if word.text == "-":
        return index > 0 and tree.words[index - 1].end == word.start
    return word.text.lower() in _PARTICLES and index + 1 < len(tree.words) and word.pos != "PUNCT"


def party_of_words(words: Iterable[str], parties: Mapping[str, str]) -> str | None:
    """The party among some words: "Russian" in "Russian Foreign Minister"; two-word names too."""
    listed = [word.strip(".,") if word not in ("U.S.", "U.N.", "U.K.") else word for word in words]
    for first, second in pairwise(listed):
        if f"{first} {second}".lower() in parties:
            return parties[f"{first} {second}".lower()]
    for word in listed:
        clean = _POSSESSIVE.sub("", word)
        if clean.lower() in parties and (clean[:1].isupper()):
            return parties[clean.lower()]
    return None


def is_adjective_of(adjective: str, name: str) -> bool:
    """Whether a word is a place's name with an ending ("Arlandian" of Arland, "Keldari" of Keldar)."""
    stem = name.rstrip("aeiouy")
    longer = len(name) < len(adjective) or (len(stem) < len(name) and len(stem) + 2 <= len(adjective))
    return (
        len(stem) >= 4
        and adjective.startswith(stem)
        and adjective != name
        and longer
        and len(adjective) <= len(stem) + 5
    )
