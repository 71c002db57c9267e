"""Direct speech: quotations with the nearest cue word outside them, and those that go on without one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from servanda.reading.attribution import Attribution
from servanda.reading.cues import subject_of, verb_frames
from servanda.reading.passage import Passage, noun_phrase
from servanda.reading.span import Span, Spans, covered, merge, trim
from servanda.reading.tree import Word

_STOP = ".?!;"
_REACH = 30


def direct_speech(passage: Passage, quotes: Spans) -> list[Attribution]:
    """The attributions of the quotations of one block; one that has no cue continues the one before it."""
    found: list[Attribution] = []
    for quote in quotes:
        if not is_utterance(passage.text, quote):
            continue
        spoken = _after(passage, quote) or _before(passage, quote)
        if spoken is None:
            if found and _continues(passage, found[-1], quote):
                found[-1] = replace(found[-1], content=merge((*found[-1].content, quote)))
        elif found and found[-1].cue == spoken.cue:
            found[-1] = replace(found[-1], content=merge((*found[-1].content, quote)))
        else:
            found.append(spoken)
    return found


def is_utterance(text: str, quote: Span) -> bool:
    """Whether a quotation is a sentence somebody spoke, not a word or phrase taken up."""
    inner = text[quote[0] : quote[1]].strip("“”\"'‘’«»„ ")
    before = text[max(0, quote[0] - 2) : quote[0]].strip()
    if not inner or (len(inner.split()) < 2 and not before.endswith((",", ":"))):
        return False
    if _is_title(inner, text[max(0, quote[0] - 4) : quote[0]]):
        return False
    ends = inner[-1] in ",.?!…—-" or text[quote[1] : quote[1] + 1] == ","
    opens = inner[0].isupper() or not inner[0].isalpha() or before[-1:] in (",", ":")
    return (ends and (opens or len(inner.split()) > 3)) or (opens and before[-1:] in (",", ":"))


def _is_title(inner: str, before: str) -> bool:
    """As in "told CNN's “New Day,”": the name of a programme, a book or a song is nobody's utterance."""
    listed = inner.rstrip(",.").split()
    named = all(word[0].isupper() for word in listed) and len(listed) <= 5
    return named and not before.rstrip().endswith((",", ":", ".")) and before.endswith(("’s ", "'s ", " on ", "he "))


def _outside(passage: Passage, word: Word) -> bool:
    return not covered((word.start, word.end), passage.quotes)


def _after(passage: Passage, quote: Span) -> Attribution | None:
    """As in "…," said X; "…," X said."""
    inner = passage.text[quote[0] : quote[1]].rstrip("”\"'»“’ ")
    if inner.endswith(".") and passage.text[quote[1] : quote[1] + 1] != ",":
        return None
    tail = list(_run(passage, (word for word in passage.tree.words if word.start >= quote[1])))
    for place, word in enumerate(tail):
        if _speaks(passage, word):
            source = _source(passage, word, tail[:place], tail[place + 1 :])
            content = _whole(passage, quote)
            return Attribution(source, ((word.start, word.end),), (content,), "direct", word.lemma) if source else None
    return None


def _whole(passage: Passage, quote: Span) -> Span:
    """A quotation that ends a clause begun outside it ("He was 'the one,' she said") takes the clause along."""
    inner = passage.text[quote[0] : quote[1]].strip("“\"'‘’«»„ ")
    if not inner[:1].islower():
        return quote
    lead = list(_run(passage, (word for word in reversed(passage.tree.words) if word.end <= quote[0])))
    if not lead or any(_speaks(passage, word) for word in lead) or lead[0].text in ",:":
        return quote
    return lead[-1].start, quote[1]


def _before(passage: Passage, quote: Span) -> Attribution | None:
    """X said, "…"; X said in a statement: "…"."""
    words = (word for word in reversed(passage.tree.words) if word.end <= quote[0])
    lead = list(_run(passage, words))
    for place, word in enumerate(lead):
        if _speaks(passage, word):
            if place and lead[0].text not in ":,":
                return None
            source = _source(passage, word, lead[place + 1 :][::-1], [])
            return Attribution(source, ((word.start, word.end),), (quote,), "direct", word.lemma)
    return _led_in(passage, lead, quote)


def _led_in(passage: Passage, lead: Sequence[Word], quote: Span) -> Attribution | None:
    """As in "His deputy struck a softer tone: “…”": whoever acts before the colon is the one who is quoted."""
    if not lead or lead[0].text != ":":
        return None
    for verb in lead:
        subjects = [child for child in passage.tree.children(verb, "nsubj") if child in lead]
        if (
            verb.tag in ("VBD", "VBZ", "VBP", "VBN")
            and subjects
            and subjects[0].tag in ("NNP", "NN", "NNS", "PRP", "NNPS")
        ):
            source = _clip(passage, noun_phrase(passage, subjects[0]), list(lead))
            return Attribution(source, ((verb.start, verb.end),), (quote,), "colon", verb.lemma)
    return None


def _run(passage: Passage, words: Iterator[Word]) -> Iterator[Word]:
    """The words up to the end of the sentence, the next quotation or the reach of a cue."""
    for count, word in enumerate(words):
        if count > _REACH or not _outside(passage, word) or word.text in _STOP or "\n" in word.text:
            return
        yield word


def _speaks(passage: Passage, word: Word) -> bool:
    frames = verb_frames(passage.tree, word, passage.lexicon)
    if word.lemma == "ask" and word.tag == "VBN" and word.dep in ("advcl", "acl"):
        return False  # "Asked about it, she shrugged": somebody else asked
    if word.lemma == "put" and any(child.lemma == "it" for child in passage.tree.children(word, "dobj")):
        return True  # "as one official put it"
    return "say" in frames and word.tag in ("VBD", "VBZ", "VBP", "VBN", "VBG", "VB") and word.pos in ("VERB", "AUX")


def _source(passage: Passage, verb: Word, before: list[Word], after: list[Word]) -> Spans:
    """The subject of a verb of speech, by the parse where it lies outside the quotation, else by its place."""
    subject = subject_of(passage.tree, verb)
    near = [*before, *after]
    if subject is not None and subject in near:
        return _clip(passage, noun_phrase(passage, subject), near)
    for word in [*before[::-1], *after]:
        if word.pos in ("PROPN", "PRON", "NOUN"):
            head = word
            while (
                passage.tree.head(head) in near
                and passage.tree.head(head).pos in ("PROPN", "NOUN")
                and passage.tree.head(head) != head
            ):
                head = passage.tree.head(head)
            return _clip(passage, noun_phrase(passage, head), near)
    return ()


def _clip(passage: Passage, spans: Spans, near: list[Word]) -> Spans:
    """Keep a source on the near side of the quotation."""
    start, end = min(word.start for word in near), max(word.end for word in near)
    return tuple(trim(passage.text, (max(start, a), min(end, b))) for a, b in spans if a < end and b > start)


def _continues(passage: Passage, spoken: Attribution, quote: Span) -> bool:
    """Whether a quotation without a cue of its own follows the sentence of the one before it."""
    cue_sent = _sentence_at(passage, spoken.cue[0][0])
    last_sent = _sentence_at(passage, spoken.content[-1][1] - 1)
    return _sentence_at(passage, quote[0] - 1) <= max(cue_sent, last_sent) + 1


def _sentence_at(passage: Passage, place: int) -> int:
    """The number of the sentence that holds a character of the block."""
    number = 0
    for word in passage.tree.words:
        if word.start > place:
            break
        number = word.sent
    return number
