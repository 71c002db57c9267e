"""The frames of cues: which words beside a cue are its content - a clause, an object, an act, a phrase."""

from __future__ import annotations

from servanda.reading.cues import Cue
from servanda.reading.lexicon import load_lexicon
from servanda.reading.passage import Passage, after_comma, before_comma, is_venue, noun_phrase
from servanda.reading.repair import tense
from servanda.reading.span import Span, Spans, covered, subtract, trim, within
from servanda.reading.tree import Tree, Word

#: As in "it was not clear whether": nobody's word.
_PLAIN = frozenset(["clear", "likely", "certain", "sure"])
_SHOWING = frozenset(
    [
        "show",
        "demonstrate",
        "illustrate",
        "prove",
        "highlight",
        "underline",
        "underscore",
        "indicate",
        "suggest",
        "reveal",
    ]
)
_CONDITIONS = (
    "as long as",
    "so long as",
    "unless",
    "until",
    "before",
    "while ",
    "if ",
    "only if",
    "provided that",
    "in exchange",
)
SILENCE = "silence"
"""The rule by which a verb of answering that is denied is itself the content."""
_ANSWERS = frozenset(["comment", "respond", "reply", "answer", "elaborate"])
_OUTER = ("ROOT", "conj", "ccomp", "parataxis")
_GROUNDS = frozenset(["need", "reason", "point", "sense", "basis", "ground", "grounds", "alternative", "chance"])
_TIMES = frozenset(["hour", "day", "week", "month", "time"])


def content_of(passage: Passage, cue: Cue) -> tuple[Spans, str]:
    """The content of a cue by the first frame that fits, with the name of the frame."""
    if _nobody_says(passage.tree, cue):
        return (), ""
    for frame in (_clause, _about_object, _infinitive, _preposition, _of_the_noun_before, _around):
        spans, rule = frame(passage, cue)
        if spans:
            return spans, rule
    return _silence(passage, cue)


def _silence(passage: Passage, cue: Cue) -> tuple[Spans, str]:
    """As in "The ministry did not comment": the verb itself is what was not done."""
    tree, verb = passage.tree, cue.verb
    denied = bool(tree.children(verb, "neg")) and bool(tree.children(verb, "aux"))
    itself = any(child.lemma in ("itself", "himself", "herself") for child in tree.children(verb, "dobj"))
    answers = verb.lemma in _ANSWERS or (verb.lemma == "manifest" and itself)
    if not answers or not denied or cue.subject is None or cue.passive or verb.dep not in _OUTER:
        return (), ""
    end = max([verb.end, *(tree.span(each)[1] for each in tree.children(verb, "prep", "prt", "dobj"))])
    return ((verb.start, end),), SILENCE


def _nobody_says(tree: Tree, cue: Cue) -> bool:
    """As in "Asked whether …, he replied" (they asked him) and "stopped short of accusing"."""
    asked = (
        cue.verb.tag == "VBN" and cue.verb.dep in ("advcl", "acl") and cue.verb.lemma in ("ask", "press", "question")
    )
    head = tree.head(cue.verb)
    short = cue.verb.dep == "pcomp" and head.lemma == "of" and tree.words[max(0, head.index - 1)].lemma == "short"
    outside = cue.subject is not None and cue.subject.lemma == "it" and cue.verb.lemma in _PLAIN
    through = cue.verb.lemma in ("cite", "quote") and cue.verb.tag == "VBG" and cue.verb.dep in ("acl", "advcl")
    return asked or through or short or outside or _only_shows(cue)


def _only_shows(cue: Cue) -> bool:
    """As in "the attack highlights the threat": a thing shows, it does not say; a report or a survey does."""
    subject = cue.subject
    if cue.verb.lemma not in _SHOWING or subject is None or subject.tag not in ("NN", "NNS"):
        return False
    lexicon = load_lexicon()
    return subject.lemma not in lexicon.listed("report-noun") | lexicon.listed("humans") | lexicon.listed("offices")


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
        inner = [prep for prep in tree.children(obj, "prep") if prep.lemma == "of" and tree.children(prep, "pcomp")]
        preps = inner or [
            child
            for child in tree.children(cue.verb, "prep")
            if child.lemma in ("as", "for", "of", "to", "with", "on") and child.index > obj.index
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
    return (none and obj.lemma in _GROUNDS) or bool(within(passage.quotes, *passage.tree.span(obj)))


def _of_the_noun_before(passage: Passage, cue: Cue) -> tuple[Spans, str]:
    """As in "a charge he rejects", "an allegation the army denies": the object stands before the clause."""
    tree, verb = passage.tree, cue.verb
    subjects = [child for child in tree.children(verb, "nsubj") if child.tag not in ("WDT", "WP")]
    if (
        verb.dep == "relcl"
        and subjects
        and cue.frames & {"is", "as"}
        and (named := tree.children(verb, "dobj", "oprd"))
    ):
        noun = tree.head(verb)
        inside = within(passage.quotes, *tree.span(named[-1]))
        return ((tree.words[noun.first].start, noun.end), tree.span(named[-1])) if inside else (), "is"
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
            and not is_venue(passage, prep)
        ):
            end = passage.tree.span(prep)[1]
    for clause in passage.tree.children(cue.verb, "advcl", "advmod", "prep"):
        start, last = passage.tree.span(clause)
        if 0 <= start - end <= 1 and passage.text[start:last].lower().startswith(_CONDITIONS):
            end = last
    return end


def _doing(passage: Passage, cue: Cue) -> tuple[Spans, str]:
    """As in "ruled out making concessions": the object is an act."""
    tree = passage.tree
    listed = [act for act in tree.children(cue.verb, "xcomp") if act.index > cue.verb.index]
    acts = [act for act in listed if act.tag == "VBG" or any(aux.tag == "VBG" for aux in tree.children(act, "aux"))]
    if not acts or "obj" not in cue.frames:
        return (), ""
    return (passage.tree.span(acts[0]),), "obj"


def _suffered(passage: Passage, cue: Cue) -> tuple[Spans, str]:
    """As in "The invasion was criticized (by X)": what is the subject of the passive is what the stance is about."""
    own = passage.tree.children(cue.verb, "nsubjpass")
    subjects = own or ((cue.subject,) if cue.subject is not None and cue.verb.dep == "conj" else ())
    agents = passage.tree.children(cue.verb, "agent")
    if not subjects or "obj" not in cue.frames or "weak" in cue.frames or not ("as" in cue.frames or agents):
        return (), ""
    named = [passage.tree.span(prep) for prep in passage.tree.children(cue.verb, "prep") if prep.lemma == "as"]
    return (*noun_phrase(passage, subjects[0], cue), *(trim(passage.text, one) for one in named)), "suffered"


def _infinitive(passage: Passage, cue: Cue) -> tuple[Spans, str]:
    acts = passage.tree.children(cue.verb, "xcomp")
    if not acts or acts[0].index < cue.verb.index:
        return (), ""
    span = (passage.tree.span(acts[-1])[0], _own_end(passage.tree, acts[-1]))
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
    for prep in (*passage.tree.children(cue.verb, "prep", "prt"), *inner):
        if f"-{prep.lemma}" in cue.frames and prep.index > cue.verb.index:
            _, end = passage.tree.span(prep)
            return ((prep.end, _with_act(passage.tree, cue, end)),), f"-{prep.lemma}"
    return _asked_for(passage, cue) if "-for" in cue.frames else ((), "")


def _asked_for(passage: Passage, cue: Cue) -> tuple[Spans, str]:
    """As in "called for the army to withdraw": what is asked for is a clause."""
    for act in passage.tree.children(cue.verb, "advcl", "ccomp", "xcomp"):
        marks = [mark for mark in passage.tree.children(act, "mark") if mark.lemma == "for"]
        if act.index > cue.verb.index and marks:
            start, end = passage.tree.span(act)
            return ((max(start, marks[0].end), end),), "-for"
    return (), ""


def _with_act(tree: Tree, cue: Cue, end: int) -> int:
    """As in "called on both countries to refrain from …": the act asked for belongs to the content."""
    for act in tree.children(cue.verb, "xcomp", "advcl", "ccomp"):
        if act.tag == "VB" and 0 <= tree.span(act)[0] - end <= 1 and tree.words[act.first].tag == "TO":
            return _own_end(tree, act)
    return end


def _own_end(tree: Tree, act: Word) -> int:
    """Where an infinitive ends: before a finite verb joined to it, the source's next act ("and proposed …")."""
    end = tree.span(act)[1]
    for joined in tree.children(act, "conj"):
        if joined.tag in ("VBD", "VBZ", "VBP") and not tree.children(joined, "nsubj", "nsubjpass"):
            start = joined.first
            while start > act.index + 1 and tree.words[start - 1].dep in ("cc", "punct"):
                start -= 1
            end = min(end, tree.words[start - 1].end)
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
            before = before_comma(tree, word.first)
            if before > clause.index or before > cue.verb.index:
                cut = tree.words[before]
                if cut.pos == "CCONJ":
                    cut = tree.words[before_comma(tree, before)]
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
    return word.tag == "VBG" and word.dep == "advcl" and "say" in frames and after_comma(passage.tree, word)
