"""Names in a document: who is meant by a name, a title, a capital or an adjective, and for whom they speak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType

from servanda.reading.date_words import MONTHS, WEEKDAYS
from servanda.reading.lexicon import load_lexicon
from servanda.reading.span import Span
from servanda.reading.tree import Tree, Word

#: Offices that speak for a state, and the titles that stand before a name.
OFFICES = load_lexicon().listed("offices")
TITLES = load_lexicon().listed("titles")
_OF_STATES = load_lexicon().listed("of-states")
_BODIES = load_lexicon().listed("bodies")
_MINISTERS = frozenset(["minister", "premier", "envoy", "secretary"])
_FIGHTING = load_lexicon().listed("fighting-bodies")
_PARTICLES = frozenset(
    ["al", "el", "bin", "ibn", "ben", "da", "de", "do", "dos", "del", "di", "du", "van", "von", "der", "le", "la"]
)
_PORTFOLIOS = load_lexicon().listed("portfolios")
_NOT_FOR_STATES = load_lexicon().listed("not-for-states")
_DESCRIBING = frozenset(
    ["neighbouring", "neighboring", "nearby", "downstream", "upstream", "landlocked", "tiny", "breakaway"]
)
_OF_RULERS = load_lexicon().listed("of-rulers")
_STANCES = load_lexicon().listed("stances")
_PERSONAL = frozenset(["he", "she", "him", "his", "her", "himself", "herself"])
_NO_NAMES = frozenset(("elect", *WEEKDAYS, *MONTHS))
_ADJECTIVE = re.compile(r"(?:ian|ean|ese|ish|ic|an|i|er)s?$")
_MEDIUM = re.compile(
    r"\w (?:(?:news|press) (?:agency|service|wire)|wire|newspaper|weekly|television"
    r"|tv|radio|media|gazette|herald|tribune|journal|times|post|news|chronicle|daily"
    r"|observer|courier|telegraph|dispatch)$|^radio \w"
)
_KIND_OF_MEDIUM = re.compile(
    r"\b(?:news(?:paper)?|press|wire|state|private|public|local|national)? ?"
    r"(?:agency|service|newspaper|daily|weekly|magazine|broadcaster|television|TV|radio|station|channel|outlet|website)"
    r" ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
)
_OWNED = re.compile(r"(?<![\w’'-])([A-Z][\w-]+(?: [A-Z][\w-]+)?)['’]s (?:[a-z-]+ ){0,3}?([a-z]+)\b")
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
        return self.people.get(_last_word(name).lower())

    def party(self, name: str) -> str | None:
        """The party a name, an adjective, a capital or a seat of power means."""
        clean = _POSSESSIVE.sub("", name.strip()).removeprefix("the ").removeprefix("The ")
        return self.parties.get(clean.lower())

    def is_medium(self, name: str) -> bool:
        """Whether a name is that of a news agency, paper or broadcaster."""
        clean = _POSSESSIVE.sub("", name.strip()).removeprefix("the ").removeprefix("The ").lower()
        return clean in self.media or bool(_MEDIUM.search(clean))


def _last_word(name: str) -> str:
    parts = _POSSESSIVE.sub("", name.strip()).split()
    return parts[-1].rsplit("-", maxsplit=1)[-1] if parts else ""


def _spelled(parts: Sequence[Word]) -> str:
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


def register(trees: Sequence[Tree]) -> Registry:
    """Collect the people and parties a document names."""
    parties = dict(known_parties())
    parties.update(_coined_parties(trees, parties))
    people = _people(trees, parties)
    coined = dict.fromkeys(_owners_of_offices(trees, people, parties))
    parties.update({name.lower(): name for name in coined})
    bare = dict.fromkeys(_bare_parties(trees, people, parties))
    parties.update({name.lower(): name for name in bare})
    if coined or bare:
        # Only now is it known for whom "Foreign Minister Salk of Tovria" speaks.
        people = _people(trees, parties)
    return Registry(MappingProxyType(people), MappingProxyType(parties), known_media() | _media_named(trees))


def _people(trees: Sequence[Tree], parties: Mapping[str, str]) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for tree in trees:
        for word in tree.words:
            if (word.pos == "PROPN" and tree.head(word).pos != "PROPN") or (
                word.dep in ("appos", "conj") and word.pos == "PROPN"
            ):
                _note_person(tree, word, parties, people)
    return people


def _media_named(trees: Sequence[Tree]) -> frozenset[str]:
    """As in "the state news agency ILNA", "broadcaster ATV": media that no list names."""
    found = {
        match.group(1).lower()
        for tree in trees
        for start, end in tree.sentences
        for match in _KIND_OF_MEDIUM.finditer(_spelled(tree.words[start:end]))
    }
    return frozenset(found)


def _note_person(tree: Tree, word: Word, parties: Mapping[str, str], people: dict[str, Person]) -> None:
    before = [
        child for child in tree.children(word, "compound", "nmod", "amod", "nummod", "poss") if child.index < word.index
    ]
    names = [*reversed(_run_before(tree, word)), word]
    name = _spelled(names)
    key = word.text.lower()
    if key in parties or name.lower() in parties or (word.text.isupper() and len(names) == 1):
        return
    if key in OFFICES or key in _BODIES or _MEDIUM.search(name.lower()):
        return
    role = role_before(tree, word, names[0].index)
    if len(names) < 2 and role is None and key not in people:
        return
    owners = [child.text for child in before if child.dep == "poss"]
    if role is not None:
        after = [prep for prep in tree.children(word, "prep") if prep.lemma == "of" and prep.index == word.index + 1]
        owners += [name.text for prep in after for name in tree.children(prep, "pobj")]
    for_state = role is not None and not any(part.lower() in _NOT_FOR_STATES for part in role.split())
    party = party_of_words(owners, parties) or (party_of_words((role or "").split(), parties) if for_state else None)
    known = people.get(key)
    if known is not None:
        name = name if set(known.name.split()) <= set(name.split()) else known.name
    people[key] = Person(name, (known and known.role) or role, (known and known.party) or party)


def _run_before(tree: Tree, word: Word) -> list[Word]:
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
            or lower in _NO_NAMES
            or lower in _DESCRIBING
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


def role_before(tree: Tree, word: Word, first: int) -> str | None:
    """The office before a name ("Russian President", "Foreign Minister"), as it stands in the text."""
    start = first
    while (
        start > word.first
        and tree.words[start - 1].pos in ("PROPN", "NOUN", "ADJ", "PUNCT", "PART")
        and tree.words[start - 1].text not in ",;:"
    ):
        start -= 1
    listed = tree.words[start:first]
    if not any(part.lemma.lower() in OFFICES or part.text.lower() in OFFICES for part in listed):
        return None
    pieces: list[str] = []
    for part in listed:
        joined = bool(pieces) and (part.text == "-" or pieces[-1].endswith("-") or part.text in ("’s", "'s"))
        pieces.append(part.text)
        if joined:
            pieces[-2:] = [pieces[-2] + pieces[-1]]
    return " ".join(pieces)


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


def _coined_parties(trees: Sequence[Tree], known: Mapping[str, str]) -> dict[str, str]:
    """Parties no list names: a place with its adjective in the same text ("Arland" and "Arlandian")."""
    names = {word.text for tree in trees for word in tree.words if word.pos == "PROPN" and word.text[:1].isupper()}
    adjectives = {
        word.text for tree in trees for word in tree.words
        if word.pos in ("ADJ", "PROPN") and _ADJECTIVE.search(word.text) and word.text[:1].isupper()
    }  # fmt: skip
    found: dict[str, str] = {}
    for adjective in adjectives:
        for name in names - {adjective}:
            if adjective.lower() not in known and name.lower() not in known and is_adjective_of(adjective, name):
                found[adjective.lower()] = found[name.lower()] = name
    return found


def _bare_parties(trees: Sequence[Tree], people: Mapping[str, Person], known: Mapping[str, str]) -> Iterator[str]:
    """Names that act as parties do: they have offices or a soil, or take stances without being he or she."""
    for tree in trees:
        for word in tree.words:
            lower = word.text.lower()
            if word.pos != "PROPN" or lower in known or lower in _NO_NAMES or lower in known_media():
                continue
            if (
                lower in _FIGHTING
                and (run := _run_before(tree, word))
                and f"{run[0].text} {lower}".lower() not in known
            ):
                yield _spelled([*reversed(run), word])
            state = _state_named(tree, word)
            if state is not None and state.lower() not in known and lower not in people:
                yield state
            if lower in people:
                continue
            bare = _stands_bare(tree, word)
            if bare and _acts_as_party(tree, word):
                yield word.text


def _owners_of_offices(trees: Sequence[Tree], people: Mapping[str, Person], known: Mapping[str, str]) -> Iterator[str]:
    """As in "Ullar's self-declared government": whoever has an office of state is a party, however it is described."""
    for tree in trees:
        for start, end in tree.sentences:
            for match in _OWNED.finditer(_spelled(tree.words[start:end])):
                name, office = match.group(1), match.group(2).lower()
                last = name.split()[-1].lower()
                if (
                    office in OFFICES
                    and last not in people
                    and name.lower() not in known
                    and not _MEDIUM.search(name.lower())
                ):
                    yield name


def _stands_bare(tree: Tree, word: Word) -> bool:
    """Whether a name is no part of a longer one: an adjective may stand before it, a clause behind it."""
    before = tree.words[word.first : word.index]
    after = tree.words[word.index + 1] if word.index + 1 < len(tree.words) else None
    described = all(part.text.lower() in _DESCRIBING for part in before)
    return described and (after is None or (after.pos not in ("PROPN", "NOUN", "NUM") and after.text != "-"))


def _is_its_office(tree: Tree, word: Word) -> bool:
    """As in "X could accept it, its foreign minister said": what has ministers is a party."""
    return word.text.lower() == "its" and word.dep == "poss" and tree.head(word).lemma.lower() in OFFICES - _BODIES


def _state_named(tree: Tree, word: Word) -> str | None:
    """As in "the president of Batanga", "the state of Dushan", "Sao Mateo's chancellor"."""
    head, prep = tree.head(word), tree.head(word)
    if word.dep == "poss":
        owns = head.lemma.lower() in OFFICES
    else:
        noun = tree.head(prep)
        owns = word.dep == "pobj" and prep.lemma == "of" and _rules_a_state(tree, noun)
    if word.text.lower() in _PORTFOLIOS:
        return None
    parts = tree.words[word.first : word.index + 1]
    if not owns or len(parts) > 3 or any(part.pos != "PROPN" for part in parts):
        return None
    return _spelled(parts)


def _rules_a_state(tree: Tree, noun: Word) -> bool:
    """As in "the president of X", "the foreign minister of X", "Foreign Minister Petr Salk of X"."""
    lemma = noun.lemma.lower()
    if lemma in _OF_RULERS | _PORTFOLIOS:
        return True
    before = [tree.words[index] for index in range(noun.first, noun.index)]
    if lemma in _MINISTERS:
        return any(part.pos in ("ADJ", "PROPN", "NOUN") for part in before)
    offices = [part.text.lower() for part in before if part.text[:1].isupper()]
    return noun.pos == "PROPN" and any(part in _MINISTERS or part in _OF_RULERS for part in offices)


def _acts_as_party(tree: Tree, word: Word) -> bool:
    head = tree.head(word)
    minded = any(child.lemma in load_lexicon().adjectives for child in tree.children(head, "acomp", "oprd", "xcomp"))
    if word.dep == "poss":
        return head.lemma in OFFICES or head.lemma in _OF_STATES
    if word.dep not in ("nsubj", "nsubjpass") or not head.tag.startswith("VB"):
        return False
    sentence = tree.sentence(word)
    if word.index == sentence[0].index and any(_is_its_office(tree, other) for other in sentence):
        return True
    personal = any(other.text.lower() in _PERSONAL for other in sentence)
    stance = head.lemma in _STANCES or minded
    stands_alone = word.index == tree.sentence(word)[0].index or stance
    return not personal and stands_alone and stance


def is_adjective_of(adjective: str, name: str) -> bool:
    """Whether a word is a place's name with an ending ("Arlandian" of Arland, "Keldari" of Keldar)."""
    stem = name.rstrip("aeiouy")
    return len(stem) >= 4 and adjective.startswith(stem) and len(name) < len(adjective) <= len(stem) + 5


def span_text(text: str, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(text[span[0] : span[1]].split())
