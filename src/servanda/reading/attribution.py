"""Who says what, sentence by sentence: a cue word, the words of its source, the words of its content."""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.reading.cues import Cue, find_cues, quoted_as
from servanda.reading.lexicon import Lexicon
from servanda.reading.repair import tense
from servanda.reading.span import Span, Spans, covered, merge, overlap, subtract, trim, within, words
from servanda.reading.tree import Tree, Word

_UNNAMED = re.compile(r"^(?:not )?to be (?:named|identified|quoted)|^anonymity")
"""What sources ask for themselves; that is a hedge, no statement."""
#: As in "disputed that": the answer is all that is told.
_ANSWERING = frozenset(["deny", "dispute", "reject", "refute", "confirm"])
#: As in "it was not clear whether": nobody's word.
_PLAIN = frozenset(["clear", "likely", "certain", "sure"])
_TIMES = frozenset(["hour", "day", "week", "month", "time"])
_EMPTY = frozenset(["which", "that", "who", "whom", "what", "you", "you all"])


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, a cue and a content as places in the text; ``rule`` names the construction that was found."""

    source: Spans
    cue: Spans
    content: Spans
    rule: str
    lemma: str
    passive: bool = False
    finite: bool = True


@dataclass(frozen=True, slots=True)
class Passage:
    """One block under reading: the whole text, its tree, the quotations in the text and the lexicon."""

    text: str
    tree: Tree
    quotes: Spans
    lexicon: Lexicon


def attributions(passage: Passage) -> list[Attribution]:
    """Every attribution by a cue verb or adjective in the block, nested ones included."""
    found = []
    for cue in find_cues(passage.tree, passage.lexicon):
        content, rule = _content(passage, cue)
        said = content and (cue.verb.lemma in _ANSWERING or not _says_nothing(passage.text, content))
        if said and not _UNNAMED.search(words(passage.text, content)):
            found.append(_attribution(passage, cue, content, rule))
    return found


def _attribution(passage: Passage, cue: Cue, content: Spans, rule: str) -> Attribution:
    source = source_spans(passage, cue) if rule != "raise" else _by_whom(passage, cue)
    cue_spans = merge([(part.start, part.end) for part in cue.parts], 1)
    holes = (*source, *cue_spans)
    clean = [trim(passage.text, piece) for span in content for piece in subtract(whole(passage.text, span), holes)]
    return Attribution(source, cue_spans, merge(clean), rule, cue.verb.lemma, cue.passive, is_finite(passage.tree, cue))


def whole(text: str, span: Span) -> Span:
    """The span with the rest of a hyphened word that a parser cut ("re" of "re-election")."""
    start, end = span
    cut = re.match(r"(?:[-‑]\w+)+", text[end : end + 60]) if end > start and text[end - 1].isalnum() else None
    return (start, end + cut.end()) if cut else span


def is_finite(tree: Tree, cue: Cue) -> bool:
    """Whether a cue makes a sentence of its own ("wants"), not a participle or an infinitive ("to reach")."""
    if cue.top.tag in ("VBD", "VBZ", "VBP") or quoted_as(tree, cue.verb) is not None:
        return True
    return any(child.tag in ("VBD", "VBZ", "VBP", "MD") for child in tree.children(cue.top, "aux", "auxpass"))


def _says_nothing(text: str, content: Spans) -> bool:
    """A content that is only a relative pronoun, or the listener ("thank you"), says nothing."""
    return all(text[start:end].strip(" ,.").lower() in _EMPTY for start, end in content)


def source_spans(passage: Passage, cue: Cue) -> Spans:
    """The words of the subject without what is merely added about it ("Lavrov, who …", "in a statement")."""
    if cue.subject is None or (cue.subject.lemma in ("it", "there") and cue.passive):
        return ()
    if cue.passive and cue.subject.dep == "nsubjpass" and not cue.frames & {"who"}:
        return _by_whom(passage, cue)
    if overlap((cue.subject.start, cue.subject.end), (cue.verb.start, cue.verb.end)):
        return ()
    return noun_phrase(passage, cue.subject, cue)


def _by_whom(passage: Passage, cue: Cue) -> Spans:
    """The agent of a passive; nobody where it names none."""
    for by in passage.tree.children(cue.verb, "agent"):
        for whom in passage.tree.children(by, "pobj"):
            return noun_phrase(passage, whom)
    return ()


def noun_phrase(passage: Passage, word: Word, cue: Cue | None = None) -> Spans:
    """The noun phrase a word heads, cut before a non-restrictive clause, a venue or the cue itself."""
    tree = passage.tree
    first, last = word.first, word.last
    for child in tree.children(word):
        if child.index < word.index:
            continue
        if (child.dep in ("relcl", "acl") and _after_comma(tree, child)) or (
            child.dep in ("prep", "npadvmod") and _is_venue(passage, child)
        ):
            last = min(last, _before_comma(tree, child.first))
    if cue is not None:
        if word.index < cue.top.index:
            last = min(last, cue.top.index - 1)
        else:
            first = max(first, cue.verb.index + 1)
    if first > last:
        first = last = word.index
    return (trim(passage.text, (tree.words[first].start, tree.words[last].end)),)


def _after_comma(tree: Tree, word: Word) -> bool:
    return word.first > 0 and tree.words[word.first - 1].text in ",–—("


def _before_comma(tree: Tree, index: int) -> int:
    while index > 0 and tree.words[index - 1].pos == "PUNCT":
        index -= 1
    return index - 1


def _is_venue(passage: Passage, prep: Word) -> bool:
    venue = passage.lexicon.lists["venue"]
    return prep.dep == "npadvmod" or any(child.lemma in venue for child in passage.tree.children(prep, "pobj"))


def _content(passage: Passage, cue: Cue) -> tuple[Spans, str]:
    """The content of a cue by the first frame that fits, with the name of the frame."""
    if _nobody_says(passage.tree, cue):
        return (), ""
    for frame in (_clause, _about_object, _infinitive, _preposition, _of_the_noun_before, _around):
        spans, rule = frame(passage, cue)
        if spans:
            return spans, rule
    return (), ""


def _nobody_says(tree: Tree, cue: Cue) -> bool:
    """As in "Asked whether …, he replied" (they asked him) and "stopped short of accusing"."""
    asked = (
        cue.verb.tag == "VBN" and cue.verb.dep in ("advcl", "acl") and cue.verb.lemma in ("ask", "press", "question")
    )
    head = tree.head(cue.verb)
    short = cue.verb.dep == "pcomp" and head.lemma == "of" and tree.words[max(0, head.index - 1)].lemma == "short"
    outside = cue.subject is not None and cue.subject.lemma == "it" and cue.verb.lemma in _PLAIN
    return asked or short or outside


def _clause(passage: Passage, cue: Cue) -> tuple[Spans, str]:
    if not cue.frames & {"say", "think", "is", "obj-to"}:
        return (), ""
    clauses = passage.tree.children(cue.verb, "ccomp")
    if not clauses and cue.top != cue.verb:
        clauses = tuple(each for each in passage.tree.children(cue.top, "ccomp") if each.index > cue.verb.index)
    after = [clause for clause in clauses if clause.index > cue.verb.index]
    if after:
        return _after_cue(passage, cue, after)
    if not clauses or "say" not in cue.frames:
        return _before_a_second_subject(passage, cue) if "say" in cue.frames else ((), "")
    return (_own_part(passage, cue, clauses[-1]),), "fronted"


def _before_a_second_subject(passage: Passage, cue: Cue) -> tuple[Spans, str]:
    """As in the headline "Lormont ready to yield, says its negotiator": what has no verb of its own was said."""
    tree, verb = passage.tree, cue.verb
    subjects = tree.children(verb, "nsubj")
    if len(subjects) < 2 or not subjects[0].index < verb.index < subjects[-1].index or verb.index < 2:
        return (), ""
    if tree.words[verb.index - 1].text != ",":
        return (), ""
    return (trim(passage.text, (tree.words[subjects[0].first].start, verb.start)),), "fronted"


def _after_cue(passage: Passage, cue: Cue, clauses: list[Word]) -> tuple[Spans, str]:
    """What follows the cue; "want X to be done" counts as an object with its act."""
    if not cue.frames & {"say", "think", "is"} and passage.tree.children(clauses[0], "mark"):
        return (), ""
    spans = [_own_part(passage, cue, clause) for clause in clauses]
    return ((spans[0][0], max(end for _, end in spans)),), "clause"


def _own_part(passage: Passage, cue: Cue, clause: Word) -> Span:
    """The span of a content clause, kept on its side of the cue and without what the narrator goes on to tell."""
    start, end = passage.tree.span(clause)
    if clause.index > cue.verb.index:
        return max(start, cue.verb.end), _narrator_from(passage, cue, clause, end)
    return start, min(end, cue.parts[0].start)


def _about_object(passage: Passage, cue: Cue) -> tuple[Spans, str]:
    tree = passage.tree
    objects = tree.children(cue.verb, "dobj")
    if cue.passive:
        return _suffered(passage, cue)
    if not objects:
        return _doing(passage, cue)
    obj = objects[0]
    span = tree.span(obj)
    if "obj-to" in cue.frames and (acts := tree.children(cue.verb, "xcomp")):
        return ((span[0], tree.span(acts[-1])[1]),), "obj-to"
    if "as" in cue.frames:
        if obj.lemma == "what" and (named := tree.children(cue.verb, "prep")):
            return ((named[0].end, tree.span(named[0])[1]),), "as"
        preps = [
            child for child in tree.children(cue.verb, "prep") if child.lemma in ("as", "for", "of", "to", "with", "on")
        ]
        if preps:
            return ((span[0], max(span[1], tree.span(preps[0])[1])),), "as"
    if "is" in cue.frames and (named := tree.children(cue.verb, "oprd", "xcomp", "acomp")):
        return ((span[0], tree.span(named[-1])[1]),), "is"
    return _of_the_object_alone(passage, cue, obj)


def _of_the_object_alone(passage: Passage, cue: Cue, obj: Word) -> tuple[Spans, str]:
    """The object as content: a stance towards it, "no comment", or an ultimatum ("gave X ten days to leave")."""
    tree, span = passage.tree, passage.tree.span(obj)
    if obj.lemma == "comment" and tree.children(obj, "det") and tree.children(obj, "det")[0].lemma == "no":
        return (span,), "obj"
    if cue.verb.lemma == "give":
        given = (*tree.children(cue.verb, "xcomp"), *tree.children(obj, "relcl", "acl"))
        if obj.lemma not in _TIMES or not any(act.tag == "VB" for act in given):
            return (), ""
        return ((cue.verb.end, max(span[1], *(tree.span(act)[1] for act in given))),), "obj-to"
    if "obj" in cue.frames and ("weak" not in cue.frames or _is_said_in_full(passage, obj)):
        return ((span[0], _with_phrases(passage, cue, obj, span[1])),), "obj"
    return (), ""


def _is_said_in_full(passage: Passage, obj: Word) -> bool:
    """Objects by which a doubtful verb is a stance: quoted words, and "no need", "no reason"."""
    none = any(child.lemma == "no" for child in passage.tree.children(obj, "det"))
    return none or bool(within(passage.quotes, *passage.tree.span(obj)))


def _of_the_noun_before(passage: Passage, cue: Cue) -> tuple[Spans, str]:
    """As in "a charge he rejects", "an allegation the army denies": the object stands before the clause."""
    tree, verb = passage.tree, cue.verb
    subjects = [child for child in tree.children(verb, "nsubj") if child.tag not in ("WDT", "WP")]
    if verb.dep != "relcl" or not subjects or "obj" not in cue.frames or "weak" in cue.frames or cue.passive:
        return (), ""
    if tree.children(verb, "prep", "dobj", "xcomp"):
        return (), ""
    noun = tree.head(verb)
    if noun.index > verb.index or noun.pos not in ("NOUN", "PROPN"):
        return (), ""
    return ((tree.words[noun.first].start, noun.end),), "answer"


def _with_phrases(passage: Passage, cue: Cue, obj: Word, end: int) -> int:
    """The end of an object with the phrases right after it ("observers on its soil"), up to a venue or a comma."""
    for prep in passage.tree.children(cue.verb, "prep"):
        if (
            prep.index > obj.index
            and prep.lemma not in ("out", "without")
            and 0 <= prep.start - end <= 1
            and not _is_venue(passage, prep)
        ):
            end = passage.tree.span(prep)[1]
    return end


def _doing(passage: Passage, cue: Cue) -> tuple[Spans, str]:
    """As in "ruled out making concessions": the object is an act."""
    acts = [act for act in passage.tree.children(cue.verb, "xcomp") if act.tag == "VBG" and act.index > cue.verb.index]
    if not acts or "obj" not in cue.frames:
        return (), ""
    return (passage.tree.span(acts[0]),), "obj"


def _suffered(passage: Passage, cue: Cue) -> tuple[Spans, str]:
    """As in "The invasion was criticized (by X)": what is the subject of the passive is what the stance is about."""
    subjects = passage.tree.children(cue.verb, "nsubjpass")
    agents = passage.tree.children(cue.verb, "agent")
    if not subjects or "obj" not in cue.frames or "weak" in cue.frames or not ("as" in cue.frames or agents):
        return (), ""
    named = [passage.tree.span(prep) for prep in passage.tree.children(cue.verb, "prep") if prep.lemma == "as"]
    return (*noun_phrase(passage, subjects[0], cue), *(trim(passage.text, one) for one in named)), "suffered"


def _infinitive(passage: Passage, cue: Cue) -> tuple[Spans, str]:
    acts = passage.tree.children(cue.verb, "xcomp")
    if not acts or acts[0].index < cue.verb.index:
        return (), ""
    span = passage.tree.span(acts[-1])
    if "raise" in cue.frames or (cue.passive and "obj-to" in cue.frames and "weak" not in cue.frames):
        if cue.subject is None:
            return (span,), "raise"
        return (*noun_phrase(passage, cue.subject, cue), span), "raise"
    if "to" in cue.frames:
        return (span,), "to"
    return (), ""


def _preposition(passage: Passage, cue: Cue) -> tuple[Spans, str]:
    objects = passage.tree.children(cue.verb, "dobj") if "who" in cue.frames else ()
    inner = [prep for obj in objects for prep in passage.tree.children(obj, "prep")]
    for prep in (*passage.tree.children(cue.verb, "prep"), *inner):
        if f"-{prep.lemma}" in cue.frames and prep.index > cue.verb.index:
            _, end = passage.tree.span(prep)
            return ((prep.end, _with_act(passage.tree, cue, end)),), f"-{prep.lemma}"
    return (), ""


def _with_act(tree: Tree, cue: Cue, end: int) -> int:
    """As in "called on both countries to refrain from …": the act asked for belongs to the content."""
    for act in tree.children(cue.verb, "xcomp", "advcl", "ccomp"):
        if act.tag == "VB" and 0 <= tree.span(act)[0] - end <= 1 and tree.words[act.first].tag == "TO":
            return tree.span(act)[1]
    return end


def _around(passage: Passage, cue: Cue) -> tuple[Spans, str]:
    """The sentence around a parenthesis: "The deal, he said, is bad"."""
    if "say" not in cue.frames or cue.subject is None:
        return (), ""
    if cue.top.dep not in ("parataxis", "ccomp", "ROOT", "conj"):
        return (), ""
    head = passage.tree.head(cue.top)
    if cue.top.dep == "parataxis":
        whole = passage.tree.span(head)
        return tuple(subtract(whole, [passage.tree.span(cue.top)])), "parenthesis"
    return (), ""


def _narrator_from(passage: Passage, cue: Cue, clause: Word, end: int) -> int:
    """Where the content ends: before a conjunct that is the source's own act, an added participle, a closing dash."""
    tree = passage.tree
    for word in tree.words[clause.index + 1 : clause.last + 1]:
        if word.start >= end or covered((word.start, word.end), passage.quotes):
            continue
        if _is_own_act(tree, cue, clause, word) or _is_added(passage, word):
            before = _before_comma(tree, word.first)
            if before > clause.index or before > cue.verb.index:
                cut = tree.words[before]
                if cut.pos == "CCONJ":
                    cut = tree.words[_before_comma(tree, before)]
                end = min(end, cut.end)
    return end


def _is_own_act(tree: Tree, cue: Cue, clause: Word, word: Word) -> bool:
    """As in "said she admires him and highlighted …": the second verb has the tense of the cue, not of the content."""
    if word.dep != "conj" or word.head != clause.index or tree.children(word, "nsubj", "nsubjpass", "mark"):
        return False
    return tense(tree, word) == tense(tree, cue.top) != tense(tree, clause)


def _is_added(passage: Passage, word: Word) -> bool:
    """As in ", adding that …": a participle of saying after a comma goes on from the source, not from the content."""
    frames = passage.lexicon.verbs.get(word.lemma, frozenset())
    return word.tag == "VBG" and word.dep == "advcl" and "say" in frames and _after_comma(passage.tree, word)
