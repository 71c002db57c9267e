"""Mends of parses where newswire regularly misleads the parser, before any rule reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from servanda.reading.lexicon import Lexicon
from servanda.reading.tree import Tree, Word

_NOMINAL = ("PROPN", "NOUN", "ADJ")


def repair(tree: Tree, lexicon: Lexicon) -> Tree:
    """The tree with verbs that were read as nouns, and conjuncts that belong to what was reported, put right."""
    changed = _verbs_read_as_nouns(tree, lexicon)
    tree = rebuild(tree, changed) if changed else tree
    changed = _reported_conjuncts(tree, lexicon)
    return rebuild(tree, changed) if changed else tree


def rebuild(tree: Tree, changed: Mapping[int, Word]) -> Tree:
    """A tree with some words replaced: children and the reach of every word are worked out anew."""
    words = [changed.get(word.index, word) for word in tree.words]
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.index:
            children[word.head].append(word.index)
    first, last = list(range(len(words))), list(range(len(words)))
    for word in words:
        place, steps = word.index, 0
        while words[place].head != place and steps <= len(words):
            place, steps = words[place].head, steps + 1
            first[place], last[place] = min(first[place], word.index), max(last[place], word.index)
    mended = tuple(
        replace(word, first=first[word.index], last=last[word.index], children=tuple(children[word.index]))
        for word in words
    )
    return Tree(mended, tree.sentences)


def tense(tree: Tree, word: Word) -> str:
    """Past, present or modal, by the first auxiliary or the verb itself; the bare tag where it is neither."""
    auxes = tree.children(word, "aux", "auxpass")
    tag = auxes[0].tag if auxes else word.tag
    return {"VBD": "past", "VBZ": "present", "VBP": "present", "MD": "modal"}.get(tag, tag)


def _reported_conjuncts(tree: Tree, lexicon: Lexicon) -> dict[int, Word]:
    """As in "Reuters reported that he is open to talks but has ruled out …": the tense shows who ruled it out."""
    changed: dict[int, Word] = {}
    for verb in tree.words:
        if "say" not in lexicon.verbs.get(verb.lemma, frozenset()):
            continue
        clauses = [child for child in tree.children(verb, "ccomp") if child.index > verb.index]
        if not clauses:
            continue
        for joined in tree.children(verb, "conj"):
            if joined.index > clauses[0].index and _belongs(tree, verb, clauses[0], joined):
                changed[joined.index] = replace(joined, head=clauses[0].index)
    return changed


def _belongs(tree: Tree, verb: Word, clause: Word, joined: Word) -> bool:
    """Whether a verb joined to the cue goes on with the reported clause instead."""
    if tree.children(joined, "nsubj", "nsubjpass", "expl"):
        return False
    return tense(tree, joined) == tense(tree, clause) != tense(tree, verb)


def _verbs_read_as_nouns(tree: Tree, lexicon: Lexicon) -> dict[int, Word]:
    """As in "Western intelligence reports that …": a plural noun that rules a sentence and a that-clause is a verb."""
    changed: dict[int, Word] = {}
    for word in tree.words:
        if word.tag != "NNS" or word.dep != "ROOT" or "say" not in lexicon.verbs.get(word.lemma, frozenset()):
            continue
        clause = _that_clause(tree, word)
        before = [child for child in tree.children(word) if child.index < word.index and child.pos in _NOMINAL]
        if clause is None or not before or before[-1].index != word.index - 1:
            continue
        subject = before[-1]
        changed[word.index] = replace(word, pos="VERB", tag="VBZ")
        changed[clause.index] = replace(clause, dep="ccomp")
        changed[subject.index] = replace(subject, dep="nsubj")
        for child in tree.children(word):
            if child.index < subject.index:
                changed[child.index] = replace(child, head=subject.index)
    return changed


def _that_clause(tree: Tree, word: Word) -> Word | None:
    for child in tree.children(word, "acl", "ccomp", "relcl"):
        if child.index > word.index and any(
            mark.lemma == "that" and mark.index == word.index + 1 for mark in tree.children(child, "mark")
        ):
            return child
    return None
