"""Parties no list names, found by how a text speaks of them: they have ministers, a soil, adjectives, stances."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from servanda.reading.lexicon import load_lexicon
from servanda.reading.names import (
    BODIES,
    DESCRIBING,
    MEDIUM,
    NO_NAMES,
    OFFICES,
    Person,
    is_adjective_of,
    known_media,
    run_before,
    spelled,
)
from servanda.reading.tree import Tree, Word

_OF_STATES = load_lexicon().listed("of-states")
_MINISTERS = frozenset(["minister", "premier", "envoy", "secretary"])
_ASKED = frozenset(["ask", "urge", "press", "call", "tell", "warn"])
_FIGHTING = load_lexicon().listed("fighting-bodies")
_PORTFOLIOS = load_lexicon().listed("portfolios")
_OF_RULERS = load_lexicon().listed("of-rulers")
_STANCES = load_lexicon().listed("stances")
_PERSONAL = frozenset(["he", "she", "him", "his", "her", "himself", "herself"])
_ADJECTIVE = re.compile(r"(?:ian|ean|ese|ish|ic|an|i|er)s?$")
_OWNED = re.compile(r"(?<![\w’'-])([A-Z][\w-]+(?: [A-Z][\w-]+)?)['’]s (?:[a-z-]+ ){0,3}?([a-z]+)\b")


def coined_parties(trees: Sequence[Tree], known: Mapping[str, str]) -> dict[str, str]:
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


def bare_parties(trees: Sequence[Tree], people: Mapping[str, Person], known: Mapping[str, str]) -> Iterator[str]:
    """Names that act as parties do: they have offices or a soil, or take stances without being he or she."""
    for tree in trees:
        for word in tree.words:
            lower = word.text.lower()
            if word.pos != "PROPN" or lower in known or lower in NO_NAMES or lower in known_media():
                continue
            if lower in _FIGHTING and (run := run_before(tree, word)) and f"{run[0].text} {lower}".lower() not in known:
                yield spelled([*reversed(run), word])
            state = _state_named(tree, word)
            if state is not None and state.lower() not in known and lower not in people:
                yield state
            if lower in people:
                continue
            bare = _stands_bare(tree, word)
            if bare and _acts_as_party(tree, word):
                yield word.text


def owners_of_offices(trees: Sequence[Tree], people: Mapping[str, Person], known: Mapping[str, str]) -> Iterator[str]:
    """As in "Ullar's self-declared government": whoever has an office of state is a party, however it is described."""
    for tree in trees:
        for start, end in tree.sentences:
            for match in _OWNED.finditer(spelled(tree.words[start:end])):
                name, office = match.group(1), match.group(2).lower()
                last = name.split()[-1].lower()
                if (
                    office in OFFICES
                    and last not in people
                    and name.lower() not in known
                    and not MEDIUM.search(name.lower())
                ):
                    yield name


def _stands_bare(tree: Tree, word: Word) -> bool:
    """Whether a name is no part of a longer one: an adjective may stand before it, a clause behind it."""
    before = tree.words[word.first : word.index]
    after = tree.words[word.index + 1] if word.index + 1 < len(tree.words) else None
    described = all(part.text.lower() in DESCRIBING for part in before)
    return described and (after is None or (after.pos not in ("PROPN", "NOUN", "NUM") and after.text != "-"))


def _is_its_office(tree: Tree, word: Word) -> bool:
    """As in "X could accept it, its foreign minister said": what has ministers is a party."""
    return word.text.lower() == "its" and word.dep == "poss" and tree.head(word).lemma.lower() in OFFICES - BODIES


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
    return spelled(parts)


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
    if word.dep == "dobj" and head.lemma in _ASKED and tree.children(head, "xcomp"):
        return any(other.text.lower() == "its" for other in tree.words[word.index + 1 : head.last + 1])
    if word.dep not in ("nsubj", "nsubjpass") or not head.tag.startswith("VB"):
        return False
    sentence = tree.sentence(word)
    if word.index == sentence[0].index and any(_is_its_office(tree, other) for other in sentence):
        return True
    personal = any(other.text.lower() in _PERSONAL for other in sentence)
    stance = head.lemma in _STANCES or minded
    stands_alone = word.index == tree.sentence(word)[0].index or stance
    return not personal and stands_alone and stance
