"""Collects everybody a document names: people with office and party, parties under every name, media."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from servanda.reading.coining import bare_parties, coined_parties, owners_of_offices
from servanda.reading.names import (
    BODIES,
    MEDIUM,
    OFFICES,
    Person,
    Registry,
    known_media,
    known_parties,
    last_word,
    party_of_words,
    run_before,
    speaks_by_office,
    spelled,
)
from servanda.reading.tree import Tree, Word
from servanda.reading.turns import turns_of

_KIND_OF_MEDIUM = re.compile(
    r"\b(?:news(?:paper)?|press|wire|state|private|public|local|national)? ?"
    r"(?:agency|service|newspaper|daily|weekly|magazine|broadcaster|television|TV|radio|station|channel|outlet|website)"
    r" ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
)


def register(trees: Sequence[Tree]) -> Registry:
    """Collect the people and parties a document names."""
    parties = dict(known_parties())
    parties.update(coined_parties(trees, parties))
    people = _people(trees, parties)
    coined = dict.fromkeys(owners_of_offices(trees, people, parties))
    parties.update({name.lower(): name for name in coined})
    bare = dict.fromkeys(bare_parties(trees, people, parties))
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
        for match in _KIND_OF_MEDIUM.finditer(spelled(tree.words[start:end]))
    }
    return frozenset(found)


def with_turns(registry: Registry, text: str) -> Registry:
    """The registry with those who speak in a transcript and the offices that stand in brackets beside them."""
    people = dict(registry.people)
    for turn in turns_of(text).values():
        role = text[slice(*turn.beside)] if turn.beside is not None else None
        name = text[slice(*turn.name)]
        if role is not None and any(part.lower() in OFFICES for part in role.split()):
            known = people.get(last_word(name).lower())
            party = party_of_words(role.split(), registry.parties)
            people[last_word(name).lower()] = known or Person(name, role, party)
    return replace(registry, people=MappingProxyType(people))


def _note_person(tree: Tree, word: Word, parties: Mapping[str, str], people: dict[str, Person]) -> None:
    before = [
        child for child in tree.children(word, "compound", "nmod", "amod", "nummod", "poss") if child.index < word.index
    ]
    names = [*reversed(run_before(tree, word)), word]
    name = spelled(names)
    key = word.text.lower()
    if key in parties or name.lower() in parties or (word.text.isupper() and len(names) == 1):
        return
    if key in OFFICES or key in BODIES or MEDIUM.search(name.lower()):
        return
    role = _role_before(tree, word, names[0].index)
    if len(names) < 2 and role is None and key not in people:
        return
    owners = [child.text for child in before if child.dep == "poss"]
    if role is not None:
        after = [prep for prep in tree.children(word, "prep") if prep.lemma == "of" and prep.index == word.index + 1]
        owners += [name.text for prep in after for name in tree.children(prep, "pobj")]
    role = role or _office_after(tree, word)
    for_state = role is not None and speaks_by_office(role)
    party = party_of_words(owners, parties) or (party_of_words((role or "").split(), parties) if for_state else None)
    known = people.get(key)
    if known is not None:
        name = name if set(known.name.split()) <= set(name.split()) else known.name
    people[key] = Person(name, (known and known.role) or role, (known and known.party) or party)


def _office_after(tree: Tree, word: Word) -> str | None:
    """The office named after a name ("Leila Varesh, deputy prime minister of Qasra, …")."""
    if word.index + 1 >= len(tree.words) or tree.words[word.index + 1].text != ",":
        return None
    for noun in tree.children(word, "appos"):
        if noun.index > word.index and noun.lemma.lower() in OFFICES and noun.pos != "PROPN":
            last = next(
                (each.first - 1 for each in tree.children(noun, "relcl", "acl") if each.index > noun.index), noun.last
            )
            return spelled([each for each in tree.words[noun.first : last + 1] if each.text != ","])
    return None


def _role_before(tree: Tree, word: Word, first: int) -> str | None:
    """The office before a name ("Russian President", "Foreign Minister"), as it stands in the text."""
    start, lowest = first, word.first
    above = tree.head(word)
    if word.dep == "appos" and above.index == first - 1:
        lowest = above.first  # "the chancellor Baltasar Lume": the parser hangs the name on the office
    while (
        start > lowest
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
