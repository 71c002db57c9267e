"""Who says what, sentence by sentence: a cue word, the words of its source, the words of its content."""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.reading.cues import Cue, find_cues, quoted_as
from servanda.reading.date_words import WEEKDAYS
from servanda.reading.frames import SILENCE, content_of
from servanda.reading.passage import Passage, noun_phrase
from servanda.reading.span import Span, Spans, merge, overlap, subtract, trim, words
from servanda.reading.tree import Tree

_UNNAMED = re.compile(r"^(?:not )?to be (?:named|identified|quoted)|^anonymity")
"""What sources ask for themselves; that is a hedge, no statement."""
#: As in "disputed that": the answer is all that is told.
_ANSWERING = frozenset(["deny", "rule", "dispute", "reject", "refute", "confirm"])
_EMPTY = frozenset(
    ["which", "that", "who", "whom", "what", "you", "you all", "itself", "himself", "herself", "themselves", "us", "me"]
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, a cue and a content as places in the text; ``rule`` names the construction that was found.

    ``share`` is how likely a tagger holds it to be right, None where none was asked.
    """

    source: Spans
    cue: Spans
    content: Spans
    rule: str
    lemma: str
    passive: bool = False
    finite: bool = True
    share: float | None = None


def attributions(passage: Passage) -> list[Attribution]:
    """Every attribution by a cue verb or adjective in the block, nested ones included."""
    found = []
    for cue in find_cues(passage.tree, passage.lexicon):
        content, rule = content_of(passage, cue)
        said = content and (cue.verb.lemma in _ANSWERING or not _says_nothing(passage.text, content))
        if (
            said
            and not _ownerless(passage.tree, cue)
            and not _asked_of_you(passage.tree, cue)
            and not _UNNAMED.search(words(passage.text, content))
        ):
            found.append(_attribution(passage, cue, content, rule))
    return found


def _asked_of_you(tree: Tree, cue: Cue) -> bool:
    """As in "Would you accept that?": who is asked has said nothing yet."""
    asked = cue.subject is not None and cue.subject.lemma == "you"
    return asked and any(word.text == "?" for word in tree.sentence(cue.verb)[-2:])


def _ownerless(tree: Tree, cue: Cue) -> bool:
    """An order or a headline's fragment ("Think again"): an active verb nobody is the subject of."""
    if cue.subject is None:
        return not cue.passive and cue.top.tag in ("VB", "VBG") and "raise" not in cue.frames
    if cue.top.tag == "VB" and not cue.passive and cue.top.dep in ("advcl", "xcomp") and "say" not in cue.frames:
        return True  # "relying on others to defend the island": an aim or an act, told by the narrator
    if cue.subject.text.lower() in ("nobody", "none", "nothing"):
        return True  # "nobody tells us whether …": nothing was told
    if cue.subject.tag == "WP" and cue.top.dep == "relcl" and tree.head(cue.top).pos in ("VERB", "AUX"):
        return True  # "shows who wants peace": a question inside, about anybody
    # "the right to express": the noun an infinitive hangs on does not speak.
    return cue.top.tag == "VB" and cue.top.dep in ("acl", "relcl") and cue.subject.index == cue.top.head


def _attribution(passage: Passage, cue: Cue, content: Spans, rule: str) -> Attribution:
    source = source_spans(passage, cue) if rule != "raise" else _by_whom(passage, cue)
    parts = [part for part in cue.parts if rule != SILENCE or part != cue.verb]
    cue_spans = merge([(part.start, part.end) for part in parts], 1)
    holes = (*source, *cue_spans)
    source = tuple(_with_prefix(passage.text, span) for span in source)
    clean = [trim(passage.text, piece) for span in content for piece in subtract(whole(passage.text, span), holes)]
    return Attribution(source, cue_spans, merge(clean), rule, cue.verb.lemma, cue.passive, is_finite(passage.tree, cue))


def _with_prefix(text: str, span: Span) -> Span:
    """The span with the beginning of a hyphened word that a parser cut ("Ex-" of "Ex-premier")."""
    start, end = span
    cut = re.search(r"\w+[-‑]$", text[max(0, start - 30) : start])
    return (start - len(cut.group()), end) if cut else span


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
    told = [text[start:end].strip(" ,.").lower() for start, end in content]
    return all(one in _EMPTY or one in WEEKDAYS for one in told)


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
