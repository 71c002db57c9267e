"""Mends of words a parser misreads: verbs as nouns, verbs joined to nouns, speakers behind their verb."""

from __future__ import annotations

from dataclasses import replace

from servanda.reading.date_words import WEEKDAYS
from servanda.reading.lexicon import Lexicon
from servanda.reading.tree import Tree, Word

_RULING = ("ccomp", "ROOT", "conj", "relcl", "advcl")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_PAST = {"read": "VBD"}
"""Verbs whose past looks like a noun to a parser, with the tag they should have."""
_BEHIND = frozenset(
    ["say", "affirm", "declare", "state", "add", "explain", "assure", "argue", "claim", "insist", "warn"]
)


def verbs_with_subjects(tree: Tree, lexicon: Lexicon) -> dict[int, Word]:
    """As in "that Corwen “categorically rejects” the line": a noun with a subject of its own is a verb."""
    changed: dict[int, Word] = {}
    for word in tree.words:
        if word.tag != "NNS" or word.lemma not in lexicon.verbs or word.dep not in _RULING:
            continue
        inner = tree.children(word, "relcl", "ccomp")
        clause = any(child.dep == "ccomp" or tree.words[child.first].tag == "WP" for child in inner)
        if tree.children(word, "nsubj") or clause:
            changed[word.index] = replace(word, tag="VBZ", pos="VERB")
    return changed


def closing_nouns(tree: Tree, lexicon: Lexicon) -> dict[int, Word]:
    """As in "…, state television reports.", "“…,” the envoy's post read.": what rules a clause before it is a verb."""
    changed: dict[int, Word] = {}
    for start, end in tree.sentences:
        last = next((word for word in reversed(tree.words[start:end]) if word.dep != "punct"), None)
        if last is None or last.dep != "ROOT" or last.tag not in ("NNS", "NN") or last.lemma not in lexicon.verbs:
            continue
        tag = "VBZ" if last.tag == "NNS" else _PAST.get(last.text.lower())
        clauses = [child for child in tree.children(last, "ccomp") if child.index < last.index]
        subject = tree.words[last.index - 1]
        if tag is None or not clauses or subject.head != last.index or subject.tag not in _NOUNS:
            continue
        changed[last.index] = replace(last, tag=tag, pos="VERB")
        changed[subject.index] = replace(subject, dep="nsubj")
        for child in tree.children(last, "compound", "poss", "amod", "det", "nmod"):
            if clauses[-1].last < child.index < subject.index:
                changed[child.index] = replace(child, head=subject.index)
    return changed


def joined_to_nouns(tree: Tree, lexicon: Lexicon) -> dict[int, Word]:
    """As in "reaffirm their commitment and express concern": a verb joined to a noun is joined to the noun's verb."""
    changed: dict[int, Word] = {}
    for word in tree.words:
        noun = tree.head(word)
        if word.dep != "conj" or word.tag not in ("VB", "VBP", "VBZ", "VBD") or noun.tag not in _NOUNS:
            continue
        if word.lemma not in lexicon.verbs or tree.children(word, "nsubj", "nsubjpass"):
            continue
        verb = next((each for each in tree.ancestors(noun) if each.tag.startswith("VB")), None)
        if verb is not None and verb.index < noun.index and verb.tag in (word.tag, "VBP", "VBZ", "VBD"):
            tag = verb.tag if word.tag == "VB" else word.tag
            changed[word.index] = replace(word, head=verb.index, tag=tag)
    return changed


def speakers_behind(tree: Tree, lexicon: Lexicon) -> dict[int, Word]:
    """As in "…, affirmed on Saturday the chancellor Lume": who follows a verb without a subject is its subject."""
    changed: dict[int, Word] = {}
    people = lexicon.listed("offices") | lexicon.listed("humans")
    for verb in tree.words:
        before = tree.words[verb.index - 1].text if verb.index else ""
        if verb.lemma not in _BEHIND or verb.tag not in ("VBD", "VBN") or before not in (",", "”", '"'):
            continue
        if tree.children(verb, "nsubj", "nsubjpass", "auxpass", "aux"):
            continue
        named = [
            child for child in tree.children(verb, "dobj", "dep", "oprd", "npadvmod") if _is_somebody(child, people)
        ]
        top = tree.head(verb)
        if not named or named[0].index < verb.index or top.index >= verb.index or top.head != top.index:
            continue
        changed[verb.index] = replace(verb, head=verb.index, dep="ROOT", tag="VBD")
        changed[top.index] = replace(top, head=verb.index, dep="ccomp")
        changed[named[0].index] = replace(named[0], dep="nsubj")
    return changed


def _is_somebody(word: Word, people: frozenset[str]) -> bool:
    lower = word.lemma.lower()
    return lower not in WEEKDAYS and (word.tag in ("NNP", "NNPS") or lower in people)
