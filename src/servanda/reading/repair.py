"""Mends of parses where newswire regularly misleads the parser, before any rule reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from servanda.reading.closings import closed_by_speech
from servanda.reading.lexicon import Lexicon
from servanda.reading.misread import closing_nouns, joined_to_nouns, speakers_behind, verbs_with_subjects
from servanda.reading.tree import Tree, Word

_HIGHEST = 6
_TAIL = 8
"""Words after "X said" at the end of a sentence, its stop included."""
_NOMINAL = ("PROPN", "NOUN", "ADJ")


def repair(tree: Tree, lexicon: Lexicon) -> Tree:
    """The tree with verbs that were read as nouns, and conjuncts that belong to what was reported, put right."""
    changed = {**verbs_with_subjects(tree, lexicon), **closing_nouns(tree, lexicon), **joined_to_nouns(tree, lexicon)}
    changed = {**changed, **speakers_behind(tree, lexicon)}
    tree = rebuild(tree, changed) if changed else tree
    changed = {**_verbs_read_as_nouns(tree, lexicon), **_names_read_as_verbs(tree), **_main_verb_read_as_added(tree)}
    tree = rebuild(tree, changed) if changed else tree
    changed = {**_strayed_clauses(tree, lexicon), **_fronted_read_as_joined(tree, lexicon)}
    changed = {**_said_at_the_end(tree, lexicon), **_set_between_commas(tree, lexicon), **changed}
    tree = rebuild(tree, changed) if changed else tree
    changed = closed_by_speech(tree, lexicon)
    tree = rebuild(tree, changed) if changed else tree
    changed = {**_reported_conjuncts(tree, lexicon), **_own_conjuncts(tree, lexicon)}
    return rebuild(tree, changed) if changed else tree


def _names_read_as_verbs(tree: Tree) -> dict[int, Word]:
    """As in "mediator Said al-Busaidi told …": a verb within a name is part of the name."""
    changed: dict[int, Word] = {}
    for word in tree.words:
        if word.dep != "compound" or not word.tag.startswith("VB") or not word.text[:1].isupper():
            continue
        name = tree.head(word)
        changed[word.index] = replace(word, pos="PROPN", tag="NNP")
        for child in tree.children(word):
            clause = child.dep in ("ccomp", "punct")
            changed[child.index] = replace(
                child, head=name.head if clause else name.index, dep=child.dep if clause else "compound"
            )
    return changed


def _strayed_clauses(tree: Tree, lexicon: Lexicon) -> dict[int, Word]:
    """As in "told reporters at the border that …": a whole that-clause hung on the last noun is what was said."""
    changed: dict[int, Word] = {}
    for clause in tree.words:
        if clause.dep not in ("acl", "relcl") or not any(
            mark.lemma == "that" for mark in tree.children(clause, "mark")
        ):
            continue
        verb = _verb_over(tree, clause)
        if verb is not None and "say" in lexicon.verbs.get(verb.lemma, frozenset()):
            changed[clause.index] = replace(clause, head=verb.index, dep="ccomp")
    return changed


def _fronted_read_as_joined(tree: Tree, lexicon: Lexicon) -> dict[int, Word]:
    """As in "Talks can resume once X leaves, the envoy, Ines Val, said": the appositions are who said it all."""
    changed: dict[int, Word] = {}
    for verb in tree.words:
        head = tree.head(verb)
        if (
            verb.dep != "conj"
            or verb.tag not in ("VBD", "VBZ")
            or "say" not in lexicon.verbs.get(verb.lemma, frozenset())
        ):
            continue
        joined = [mark for mark in tree.words[head.index : verb.index] if mark.dep == "cc" and mark.head == head.index]
        named = [
            w
            for w in tree.words[head.index : verb.index]
            if w.dep == "appos" and w.last + 1 in (verb.index, verb.index - 1)
        ]
        if joined or not named or tree.children(verb, "nsubj", "nsubjpass") or verb.index - named[-1].last > 2:
            continue
        noun = tree.head(named[-1])
        listed = [w for w in tree.children(noun, "appos") if tree.words[max(0, w.first - 1)].text == ","]
        if not listed or noun.index < head.index:
            continue
        changed[verb.index] = replace(verb, head=head.head if head.head != head.index else verb.index, dep=head.dep)
        changed[head.index] = replace(head, head=verb.index, dep="ccomp")
        changed[listed[0].index] = replace(listed[0], head=verb.index, dep="nsubj")
        for other in listed[1:]:
            changed[other.index] = replace(other, head=listed[0].index)
    return changed


def _verb_over(tree: Tree, clause: Word) -> Word | None:
    """The verb whose prepositional phrase, right before a clause, holds the noun the clause was hung on."""
    noun = tree.head(clause)
    prep = tree.head(noun)
    verb = tree.head(prep)
    if noun.dep != "pobj" or prep.dep != "prep" or not verb.tag.startswith("VB") or verb.index > prep.index:
        return None
    return None if tree.children(verb, "ccomp") else verb


def _said_at_the_end(tree: Tree, lexicon: Lexicon) -> dict[int, Word]:
    """As in "The truce was holding after a night that each side blamed on the other, monitors said."."""
    changed: dict[int, Word] = {}
    for verb in tree.words:
        if verb.dep not in ("ccomp", "relcl", "advcl", "acl") or verb.tag not in ("VBD", "VBZ"):
            continue
        subjects = tree.children(verb, "nsubj")
        start, end = tree.sentences[verb.sent]
        root = next((word for word in tree.words[start:end] if word.head == word.index), None)
        if (
            "say" not in lexicon.verbs.get(verb.lemma, frozenset())
            or not subjects
            or root is None
            or root.index >= verb.index
        ):
            continue
        near = subjects[-1]
        last = end - verb.index <= _TAIL and not tree.children(verb, "ccomp", "dobj", "xcomp")
        if last and near.last == verb.index - 1 and tree.words[near.first - 1].text == ",":
            changed[verb.index] = replace(verb, head=verb.index, dep="ROOT")
            changed[root.index] = replace(root, head=verb.index, dep="ccomp")
            for other in subjects[:-1]:
                changed[other.index] = replace(other, head=root.index, dep="dep")
    return changed


def _set_between_commas(tree: Tree, lexicon: Lexicon) -> dict[int, Word]:
    """As in "State media, citing an aide, said …", "Venn, asked the same, said …": the subject is that of "said"."""
    changed: dict[int, Word] = {}
    for verb in tree.words:
        if "say" not in lexicon.verbs.get(verb.lemma, frozenset()) or tree.children(verb, "nsubj", "nsubjpass"):
            continue
        for inner in tree.children(verb, "ccomp", "parataxis", "advcl"):
            subjects = tree.children(inner, "nsubj")
            apart = inner.tag in ("VBG", "VBN", "VBD") and inner.index > 0 and tree.words[inner.index - 1].text == ","
            if inner.index < verb.index and apart and subjects and subjects[0].index < inner.index - 1:
                changed[subjects[0].index] = replace(subjects[0], head=verb.index)
                tag = "VBN" if inner.tag == "VBD" else inner.tag
                changed[inner.index] = replace(inner, head=subjects[0].index, dep="acl", tag=tag)
    return changed


def _own_conjuncts(tree: Tree, lexicon: Lexicon) -> dict[int, Word]:
    """As in "said the vote showed nothing and vowed …", "indicated that it will stay, and criticized …".

    A past verb of speech joined to what was said belongs to the source where the verbs in between differ in tense, or
    have a thing as their subject.
    """
    changed: dict[int, Word] = {}
    for joined in tree.words:
        if joined.dep != "conj" or joined.tag != "VBD" or joined.lemma not in lexicon.verbs:
            continue
        if tree.children(joined, "nsubj", "nsubjpass", "expl", "mark") or _can_go_on(tree, tree.head(joined), lexicon):
            continue
        verb = _source_above(tree, joined, lexicon)
        if verb is not None:
            changed[joined.index] = replace(joined, head=verb.index)
            for mark in tree.words[_before(tree, joined) : joined.first]:
                changed[mark.index] = replace(mark, head=verb.index)
    return changed


def _source_above(tree: Tree, joined: Word, lexicon: Lexicon) -> Word | None:
    """The nearest verb of saying above that can have a second verb in the past."""
    verb, steps = tree.head(joined), 0
    while verb.dep in ("ccomp", "xcomp", "conj") and steps < _HIGHEST:
        verb, steps = tree.head(verb), steps + 1
        says = "say" in lexicon.verbs.get(verb.lemma, frozenset()) and verb.index < joined.index
        if says and _can_go_on(tree, verb, lexicon):
            return verb
    return None


def _can_go_on(tree: Tree, verb: Word, lexicon: Lexicon) -> bool:
    """Whether a verb in the simple past can be joined to another: it stands in it too, and its subject can act."""
    if verb.tag != "VBD" or tree.children(verb, "aux", "auxpass"):
        return False
    subjects = tree.children(verb, "nsubj")
    return not subjects or not is_thing(subjects[-1], lexicon)


def is_thing(word: Word, lexicon: Lexicon) -> bool:
    """Whether a noun names neither a human being nor a body of them, as far as lists and endings tell."""
    people = (
        lexicon.listed("humans") | lexicon.listed("offices") | lexicon.listed("bodies") | lexicon.listed("report-noun")
    )
    return word.tag == "NN" and word.lemma not in people and not word.lemma.endswith(("er", "or", "ist", "ian", "man"))


def _main_verb_read_as_added(tree: Tree) -> dict[int, Word]:
    """As in "Ostra, which fears the depot holds rockets, called it …": the verb after the clause rules the sentence."""
    changed: dict[int, Word] = {}
    for noun in tree.words:
        clauses = [each for each in tree.children(noun, "relcl") if tree.words[each.first - 1].text == ","]
        if noun.head != noun.index or noun.pos not in ("PROPN", "NOUN") or not clauses:
            continue
        inner = tree.words[clauses[0].index + 1 : clauses[0].last + 1]
        late = [
            word for word in inner
            if word.tag == "VBD" and word.first > 0 and tree.words[word.first - 1].text == ","
            and not tree.children(word, "nsubj", "nsubjpass", "mark", "aux")
        ]  # fmt: skip
        if late:
            changed[late[0].index] = replace(late[0], head=late[0].index, dep="ROOT")
            changed[noun.index] = replace(noun, head=late[0].index, dep="nsubj")
    return changed


def _before(tree: Tree, joined: Word) -> int:
    """Where the comma and the "and" before a verb begin."""
    start = joined.first
    while start > 0 and tree.words[start - 1].dep in ("cc", "punct"):
        start -= 1
    return start


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
    mine = tense(tree, joined)
    return mine != tense(tree, verb) and (mine == "modal" or mine == tense(tree, clause))


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
