"""Cue words in a parsed sentence, the words they form ("has ruled out", "is open to") and who their subject is."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.reading.lexicon import Lexicon
from servanda.reading.tree import Tree, Word

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_CUE_PARTS = ("aux", "auxpass", "neg", "prt")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports: the verb, its frames, the words of the cue and the word that is its subject.

    ``verb`` is the word whose complements are the content; ``top`` is where the chain of verbs begins ("refused"
    in "refused to say"). ``subject`` is None where the text names none.
    """

    verb: Word
    top: Word
    frames: frozenset[str]
    parts: tuple[Word, ...]
    subject: Word | None
    passive: bool


def find_cues(tree: Tree, lexicon: Lexicon) -> list[Cue]:
    """Every cue verb and cue adjective of a tree, in the order of the text."""
    cues = []
    for word in tree.words:
        if word.pos in ("VERB", "AUX") or word.tag.startswith("VB"):
            frames = verb_frames(tree, word, lexicon)
            if frames:
                cues.append(_cue(tree, word, frames))
        elif word.lemma in lexicon.adjectives and _is_predicate(tree, word):
            cues.append(_cue(tree, word, lexicon.adjectives[word.lemma]))
    return cues


def _is_predicate(tree: Tree, word: Word) -> bool:
    """As in "is open to"; and "made clear that", which the parser takes for a clause."""
    made = word.dep in ("ccomp", "xcomp") and word.tag == "JJ" and tree.head(word).lemma == "make"
    return word.dep in ("acomp", "oprd") or made


def verb_frames(tree: Tree, word: Word, lexicon: Lexicon) -> frozenset[str]:
    """The frames of a verb, with its particle where it has one that is listed."""
    listed = tree.children(word, "prt", "advmod")
    particles = [child.lemma for child in listed if child.index == word.index + 1 or _parted(tree, word, child)]
    for particle in particles:
        if f"{word.lemma}+{particle}" in lexicon.verbs:
            return lexicon.verbs[f"{word.lemma}+{particle}"]
    return lexicon.verbs.get(word.lemma, frozenset())


def _parted(tree: Tree, word: Word, particle: Word) -> bool:
    """As in "ruled that out", "turned it down": a pronoun stands between a verb and its particle."""
    between = tree.words[min(word.index + 1, len(tree.words) - 1)]
    return particle.index == word.index + 2 and between.text.lower() in ("it", "that", "this", "them", "him", "her")


def _cue(tree: Tree, word: Word, frames: frozenset[str]) -> Cue:
    top = chain_top(tree, word)
    passive = _is_passive(tree, word)
    parts = tuple(sorted(_parts(tree, word, top), key=lambda part: part.index))
    return Cue(word, top, frames, parts, subject_of(tree, word), passive)


def _is_passive(tree: Tree, word: Word) -> bool:
    """Whether something is done to the subject; of "was welcomed by A but condemned by B", both."""
    if tree.children(word, "auxpass", "nsubjpass"):
        return True
    joined = word.dep == "conj" and word.tag == "VBN" and bool(tree.children(word, "agent"))
    return joined and _is_passive(tree, tree.head(word))


def _parts(tree: Tree, word: Word, top: Word) -> set[Word]:
    parts = {word, top}
    for verb in (word, top):
        parts |= {child for child in tree.children(verb, *_CUE_PARTS) if abs(child.index - verb.index) <= 4}
    parts |= {tree.words[index] for index in range(top.index, word.index)}
    return parts | _neither(tree, word)


def _neither(tree: Tree, word: Word) -> set[Word]:
    """As in "neither deny nor confirm": a verb joined by "nor" takes the first verb and "neither" along."""
    first = tree.head(word)
    opens = [child for child in tree.words[max(0, first.index - 2) : first.index] if child.lemma == "neither"]
    if word.dep != "conj" or not opens:
        return set()
    return set(tree.words[opens[0].index : word.index])


def chain_top(tree: Tree, word: Word) -> Word:
    """The first verb of the chain a verb ends: "went" in "went on to say", "is" in "is open to"."""
    while (word.dep in ("xcomp", "acomp", "oprd") or (word.dep == "ccomp" and word.tag == "JJ")) and not tree.children(
        word, *_SUBJECTS
    ):
        head = tree.head(word)
        if head.pos not in ("VERB", "AUX", "ADJ") or head.index > word.index or tree.children(head, "dobj"):
            break
        word = head
    return word


def subject_of(tree: Tree, word: Word) -> Word | None:
    """The word a verb says something of: its own subject, that of the verb it is joined to, or the noun it modifies."""
    quoted = quoted_as(tree, word)
    if quoted is not None:
        return quoted
    seen = 0
    while seen < 12:
        seen += 1
        own = tree.children(word, *_SUBJECTS)
        if own:
            named = [each for each in own if each.pos in ("NOUN", "PROPN") and each.index < word.index]
            # "an officer who has read it told …": the parser gives the verb the pronoun as well.
            last = (
                named[0]
                if named and own[-1].text.lower() in ("it", "them", "each", "both", "all") and len(own) > 1
                else own[-1]
            )
            return last if last.dep != "expl" else None
        agent = _agent(tree, word)
        if agent is not None and not (word.dep == "conj" and _is_passive(tree, word)):
            return agent
        head = tree.head(word)
        if head.index == word.index:
            return None
        if word.dep in ("acl", "relcl"):
            return head
        if word.dep not in (
            "conj",
            "xcomp",
            "advcl",
            "acomp",
            "oprd",
            "pcomp",
            "prep",
            "parataxis",
            "dep",
            "ccomp",
            "prt",
        ):
            return None
        word = head
    return None


def quoted_as(tree: Tree, word: Word) -> Word | None:
    """As in "cited officers as saying", "was quoted as saying": whoever is quoted speaks, not whoever quotes."""
    prep = tree.head(word)
    verb = tree.head(prep)
    if word.tag != "VBG" or word.dep != "pcomp" or prep.lemma != "as" or verb.lemma not in ("quote", "cite", "report"):
        return None
    named = tree.children(verb, "dobj", "nsubjpass")
    return named[-1] if named else None


def _agent(tree: Tree, word: Word) -> Word | None:
    for by in tree.children(word, "agent"):
        for child in tree.children(by, "pobj"):
            return child
    return None
