"""The circumstances of a statement: its day, its venue, what hedges it, and through whose hands it went."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from servanda.reading.account import Dated, Form, Relay, Statement, Zone
from servanda.reading.assemble import Found
from servanda.reading.attribution import Attribution
from servanda.reading.floor import Floor
from servanda.reading.names import Registry
from servanda.reading.span import Span, Spans, covered, inside, merge, overlap, subtract, within, words
from servanda.reading.speakers import Speaker
from servanda.reading.tree import Tree

_NAME = r"(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*"
_VENUE = re.compile(
    r"\b(?:in|at|during|on|after) (?:an?|the|his|her|their|its) (?:[\w’'-]+ ){0,4}?"
    r"(?:interview|speech|address|statement|conference|briefing|tweet|post|letter|memo|forum|summit|meeting|rally"
    r"|parliament|session|article|op-ed|call|broadcast)\b"
    rf"(?: (?:with|to|in|at|on|of) {_NAME})?"
    r"|\b(?:told|to) reporters\b(?: in [A-Z]\w+)?"
)
_TOLD = re.compile(
    rf"\b(?:told|(?:seen|obtained|reviewed|quoted|cited|published|reported|carried|viewed|broadcast)"
    rf"(?: (?:on )?\w+day)? (?:by|in|on)"
    rf"|interview with"
    rf"|speaking to|according to) (?:the )?(?:[a-z]+ ){{0,3}}({_NAME})"
)
_REACH = 60
"""Characters between a cue and the date of the saying."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything known of a document before its statements are built."""

    text: str
    trees: Sequence[Tree]
    quotes: Spans
    zones: Sequence[Zone]
    dates: Sequence[Dated]
    hedges: Spans
    chain: tuple[Relay, ...]
    registry: Registry
    by: str = "rules"
    floors: tuple[Floor, ...] = ()

    def dates_within(self, start: int, end: int) -> Sequence[Dated]:
        """The dates that begin between two characters."""
        low = bisect_left(self.dates, start, key=lambda date: date.span[0])
        return self.dates[low : bisect_left(self.dates, end, key=lambda date: date.span[0])]

    def tree_at(self, place: int) -> Tree | None:
        """The tree of the block that holds a character."""
        index = bisect_left(self.trees, place + 1, key=lambda tree: tree.words[0].start if tree.words else 0) - 1
        return self.trees[index] if index >= 0 and self.trees[index].words else None


def near(found: Sequence[Found], place: Span) -> Sequence[Found]:
    """The attributions whose content can lie about a place: those that begin within some paragraphs of it."""
    low = bisect_left(found, place[0] - 4_000, key=lambda item: item.said.cue[0][0])
    high = bisect_left(found, place[1] + 4_000, key=lambda item: item.said.cue[0][0])
    return found[low:high]


def reach(spans: Spans) -> Span:
    """From the first to the last character of some spans."""
    return min(span[0] for span in spans), max(span[1] for span in spans)


def free_of_others(sentence: Span, said: Attribution, found: Sequence[Found]) -> Spans:
    """What of a sentence belongs to no other statement."""
    others = [
        span for item in near(found, sentence) if item.said.cue != said.cue
        for span in (*item.said.content, *item.said.cue) if overlap(span, sentence)
    ]  # fmt: skip
    return subtract(sentence, others)


def said_on(reading: Reading, said: Attribution, sentence: Span) -> Dated | None:
    """The date in the sentence of the cue that stands outside the content, nearest the cue."""
    cue = said.cue[0]
    outside = [
        date for date in reading.dates_within(*sentence)
        if inside(date.span, sentence) and not any(overlap(date.span, span) for span in said.content)
        and not any(overlap(date.span, span) for span in said.source)
        and date.span[0] - cue[1] < _REACH and cue[0] - date.span[1] < _REACH
        and open_between(reading.text, said, date.span)
    ]  # fmt: skip
    nearest = min(outside, key=lambda date: abs(date.span[0] - cue[0]), default=None)
    return replace(nearest, of="saying") if nearest is not None else None


def open_between(text: str, said: Attribution, date: Span) -> bool:
    """Whether no clause of its own stands between the date and the cue, or between the source and the date."""
    cue = said.cue[0]
    between = text[min(cue[1], date[1]) : max(cue[0], date[0])]
    if said.source and said.source[-1][1] <= date[0] < cue[0]:
        between += text[said.source[-1][1] : date[0]]
    return not re.search(r"\b(?:who|which|when|where|since|whom|although|because|after|before)\b", between)


def inherit_days(made: Sequence[Statement], text: str) -> list[Statement]:
    """Who goes on speaking ("he added") does so on the same day, until somebody else speaks."""
    done: list[Statement] = []
    last: Statement | None = None
    for statement in made:
        if statement.parent is None:
            goes_on = last is not None and last.speaker == statement.speaker and last.said_on is not None
            named_anew = text.count("\n\n", last.content_spans[-1][1] if last else 0, statement.content_spans[0][0]) > 1
            if (
                statement.said_on is None
                and goes_on
                and last is not None
                and not named_anew
                and continues(statement, text)
            ):
                statement = replace(statement, said_on=last.said_on)  # noqa: PLW2901 - the day is the only change
            last = statement if statement.speaker else last
        done.append(statement)
    return done


def continues(statement: Statement, text: str) -> bool:
    """Whether a statement goes on from the one before: a pronoun speaks, or the words are quoted."""
    source = words(text, statement.source_spans).lower()
    return statement.form is Form.DIRECT or source in ("he", "she", "who", "they", "it") or not source


def venue(reading: Reading, said: Attribution, sentence: Span) -> Span | None:
    """Where somebody spoke ("in an interview with X"), in the sentence of the cue and outside the content."""
    for match in _VENUE.finditer(reading.text, *sentence):
        if not any(overlap(match.span(), span) for span in said.content):
            return match.span()
    return None


def via(number: int, found: Sequence[Found], speakers: Sequence[Speaker], reading: Reading) -> tuple[Relay, ...]:
    """Media among those who relay the statement, then the hands of the whole document."""
    relays: list[Relay] = []
    index: int | None = number
    steps = 0
    while index is not None and steps < 20:
        name = speakers[index].name
        if name and reading.registry.is_medium(name):
            relays.append(Relay(name, "stated"))
        index, steps = found[index].parent, steps + 1
    start, end = sentence(reading, found[number].said)
    for told in _TOLD.finditer(reading.text, start, min(end, start + _REACH * 10)):
        name = told.group(1).strip(".,")
        inner = covered(told.span(), found[number].said.content)
        if reading.registry.is_medium(name) and name not in [relay.who for relay in relays] and not inner:
            relays.append(Relay(name, "stated"))
    return (*relays, *reading.chain)


def sentence(reading: Reading, said: Attribution) -> Span:
    """The characters of the sentence the cue stands in."""
    place = said.cue[0][0]
    tree = reading.tree_at(place)
    for start, end in tree.sentences if tree is not None else ():
        if tree is not None and tree.words[start].start <= place < tree.words[end - 1].end:
            return tree.words[start].start, tree.words[end - 1].end
    return said.cue[0]


def hedges(reading: Reading, said: Attribution, around: Spans) -> Spans:
    """The hedges in the words of the statement and, for an outermost one, around it in its sentence."""
    near = (*said.content, *said.cue, *said.source)
    low, high = reach(near)
    close = within(reading.hedges, low - _REACH * 6, high + _REACH * 6)
    touching = (span for span in close if any(overlap(span, part) for part in near) or covered(span, around))
    return merge(touching)
