"""What somebody probably meant by a line that cannot be read, so that one mistake stays one message.

Each way of mending is tried by parsing the mended line; the first that can be read is what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from servanda.findings import Finding
from servanda.syntax import messages
from servanda.syntax.keywords import KEYWORDS, single_words
from servanda.syntax.nearest import distance, nearest, slack
from servanda.syntax.parse import Parsed, Stuck, parse
from servanda.syntax.passage import Passage
from servanda.syntax.tree import Node
from servanda.syntax.where import Where
from servanda.text import Source, Span

MOST_TRIES = 40
"""Spellings that are tried for one line."""

MOST_WRONG_WORDS = 3
"""Misspelt words in one line that are told apart."""

_WORD = re.compile(r'"[^"\n]*"|\u201c[^\u201d\n]*\u201d|[^\W\d_]+')
_QUOTE_LIKE = re.compile(r"(?<!\w)['\u2018\u00ab\u201e](.+?)['\u2019\u00bb\u201c](?!\w)")
_UNQUOTED = re.compile(
    r"(?:agreement|vocabulary|scenario|waived|(?:clause|article|section)\s+\S+|interest\s+of\s+\S+|.*\bbecause"
    r"|(?:party|verifier|third\s+state|move)\s+\S+)\s+",
    re.IGNORECASE,
)
_BINDING = re.compile(
    r"\b(?:shall|will|must|should|may|undertakes?|endeavou?rs?|decides?|binds?|released|agrees?|commits?)\b",
    re.IGNORECASE,
)
_EXAMPLES = (
    ("agreement", 'agreement "A truce"'),
    ("use", "use security"),
    ("party", 'party A "Arland"'),
    ("third", 'third state W "Westland"'),
    ("verifier", 'verifier M "Verification Mission"'),
    ("body", "body guarantors: GB, CN"),
    ("clause", 'clause 1 "Cease-fire"'),
    ("kind", "kind battle tanks counted in tanks"),
    ("act", "act armed attack"),
    ("move", 'move build-up "Build up one\'s own forces"'),
    ("interest", 'interest of A "not weaker": battle tanks of B never exceed 1.5 times battle tanks of A'),
    ("assume", 'assume build-up of battle tanks by A at most 3 tanks a day because "…"'),
    ("accept", 'accept 1f2e3d4c5b6a because "…"'),
    ("scenario", 'scenario "A quiet year"'),
    ("expect", "expect loophole on clause 5"),
    ("upon", "upon armed attack by any state on A:"),
    ("if", "if breached: not stated"),
    ("not", 'not yet encoded "Withdrawal of all forces"'),
    ("waived", 'waived "in good faith" because "…"'),
    ("signed", "signed 1994-12-05"),
    ("takes", "takes effect 2025-01-10 00:00 in UTC"),
    ("lasts", "lasts 180 days"),
    ("deadlines", "deadlines inclusive"),
    ("noun", "noun: armed attack by ATTACKER on VICTIM"),
    ("raises", "raises KIND of BUILDER by not stated a day"),
    ("lowers", "lowers KIND of SIDE"),
    ("noticed", "noticed by everyone"),
)
_MENTIONED = (
    ("withdraw", "a Party may withdraw from the agreement, effective not less than 90 days after notice"),
    ("terminate", "a Party may terminate the agreement, effective not less than 90 days after notice"),
    ("suspend", "A may suspend clause 2 for 30 days"),
    ("extended", "the agreement is extended by the same period unless a Party notifies the others"),
    ("prevail", "clause 4 prevails over clause 2"),
    ("apply", "clause 2 does not apply to a Party acting in self-defence"),
    ("except", "A shall assist B within 3 days except in self-defence, in its own judgement"),
    ("cured", "a breach may be cured within 5 days"),
    ("complete", "in parallel, each to be complete by day 60:"),
    ("survive", "clause 5 survives the end for 90 days"),
)
_KIND_EXAMPLES = {
    Where.FILE.value: "battle tanks of A = 400 tanks at signature",
    Where.HEADER.value: "status legally binding",
    Where.ACT.value: "VICTIM is any state",
    Where.SCENARIO.value: "day 3: W delivers 10 battle tanks to B",
}
_ACT_BEGUN = re.compile(r"\b(?:shall|will|must|may|should)\s+(?:not\s+)?(?!keep\b|not\b)[a-z-]+\s+$")
"""A binding word and a verb, and nothing else: what follows is the object of the act."""
_OF_BUSINESS = ("business", "working", "banking", "trading")
"""Days that a calendar does not tell by itself."""
_STATEMENT = "each Party shall refrain from armed attack on the other Party"
_ELSEWHERE = (
    (Where.FILE, "Begin it at the left edge: it belongs to the agreement as a whole."),
    (Where.CLAUSE, "Indent it by two spaces under the clause it belongs to."),
    (Where.HEADER, "Indent it by two spaces under the line that begins with: agreement."),
    (Where.ACT, "Indent it by two spaces under the act or move it describes."),
    (Where.SCENARIO, "Indent it by two spaces under a scenario."),
)


@dataclass(frozen=True, slots=True)
class Mended:
    """What was probably meant (None: no idea), what to say of it, and where it belongs if elsewhere."""

    node: Node | None
    findings: tuple[Finding, ...]
    belongs: Where | None = None


def mend(source: Source, passage: Passage, start: str, stuck: Stuck) -> Mended:
    """Find out what is wrong with a line."""
    return (
        _respelt(source, passage, start, stuck)
        or _with_colon(source, passage, start)
        or _with_quotes(source, passage, start)
        or _elsewhere(source, passage, start)
        or _given_up(source, passage, start, stuck)
    )


def _respelt(source: Source, passage: Passage, start: str, stuck: Stuck) -> Mended | None:
    findings: list[Finding] = []
    current = passage
    for _ in range(MOST_WRONG_WORDS):
        step = _best_spelling(current, start, stuck)
        if step is None:
            return None
        word, meant, current, outcome = step
        findings.append(messages.misspelt(source, word.span, word.text, meant))
        if isinstance(outcome, Parsed):
            return Mended(outcome.node, tuple(findings))
        stuck = outcome
    return None


@dataclass(frozen=True, slots=True)
class _Suspect:
    text: str
    start: int
    span: Span


def _best_spelling(passage: Passage, start: str, stuck: Stuck) -> tuple[_Suspect, str, Passage, Parsed | Stuck] | None:
    """The first respelling that can be read, else the one that gets furthest."""
    best: tuple[_Suspect, str, Passage, Parsed | Stuck] | None = None
    reached = stuck.position
    for suspect, meant in _spellings(passage, stuck):
        changed = passage.respelt(suspect.start, suspect.text, meant)
        outcome = parse(start, changed.text, changed.at)
        if isinstance(outcome, Parsed):
            return suspect, meant, changed, outcome
        if outcome.position > reached + len(suspect.text):
            best, reached = (suspect, meant, changed, outcome), outcome.position
    return best


def _spellings(passage: Passage, stuck: Stuck) -> list[tuple[_Suspect, str]]:
    known = single_words()
    wanted = {word for name in stuck.expected for form in KEYWORDS.get(name, ()) for word in form.split()}
    found: list[tuple[int, int, _Suspect, str]] = []
    for match in _WORD.finditer(passage.text):
        word = match[0].lower()
        if match[0][0] in '"\u201c' or word in known or len(word) < 3:
            continue
        suspect = _Suspect(match[0], match.start(), Span(passage.at(match.start()), passage.at(match.end())))
        for keyword in known:
            far = distance(word, keyword, slack(word))
            if far <= slack(word) and far < len(keyword) - 1:
                found.append((far, keyword not in wanted, suspect, keyword))
    found.sort(key=lambda each: (each[0], each[1], each[2].start))
    return [(suspect, keyword) for _, _, suspect, keyword in found[:MOST_TRIES]]


def _with_colon(source: Source, passage: Passage, start: str) -> Mended | None:
    changed = passage.text.rstrip() + ":"
    outcome = parse(start, changed, passage.at)
    if isinstance(outcome, Parsed):
        return Mended(outcome.node, (messages.missing_colon(source, passage.span),))
    return None


def _with_quotes(source: Source, passage: Passage, start: str) -> Mended | None:
    """Other quotation marks, or none at all."""
    other = _QUOTE_LIKE.search(passage.text)
    if other is not None:
        text = f'{passage.text[: other.start()]}"{other[1]}"{passage.text[other.end() :]}'
        outcome = parse(start, text, passage.at)
        if isinstance(outcome, Parsed):
            span = Span(passage.at(other.start()), passage.at(other.end()))
            return Mended(outcome.node, (messages.missing_quotes(source, span),))
    for begin, end in _bare_titles(passage.text):
        text = f'{passage.text[:begin]}"{passage.text[begin:end]}"{passage.text[end:]}'
        outcome = parse(start, text, passage.at)
        if isinstance(outcome, Parsed):
            span = Span(passage.at(begin), passage.at(end))
            return Mended(outcome.node, (messages.missing_quotes(source, span),))
    return None


def _bare_titles(text: str) -> Iterator[tuple[int, int]]:
    """Where words may stand that should be quoted."""
    head = _UNQUOTED.match(text)
    if head is None or '"' in text[head.end() :]:
        return
    colon = text.find(":", head.end())
    if colon > head.end():
        yield head.end(), colon
    if len(text.rstrip()) > head.end():
        yield head.end(), len(text.rstrip())


def _elsewhere(source: Source, passage: Passage, start: str) -> Mended | None:
    for where, where_to in _ELSEWHERE:
        if where.value == start or start.endswith("reading"):
            continue
        outcome = parse(where.value, passage.text, passage.at)
        if isinstance(outcome, Parsed):
            return Mended(outcome.node, (messages.misplaced(source, passage.span, where_to),), where)
    return None


def _given_up(source: Source, passage: Passage, start: str, stuck: Stuck) -> Mended:
    if start in (Where.CLAUSE.value, "clause_reading") and not _BINDING.search(passage.text):
        first = passage.text.split()[0].lower() if passage.text.split() else ""
        if not stuck.found and first not in ("upon", "when", "if", "waived", "reading", "clause"):
            return Mended(None, (messages.no_binding_word(source, passage.span),))
    reading = _like_reading(source, passage)
    if reading is not None:
        return Mended(None, (reading,))
    place = Span(passage.at(stuck.position), passage.at(stuck.position + max(len(stuck.found), 1)))
    before = passage.text[: stuck.position]
    if start == Where.CLAUSE.value and stuck.found[:1].isdigit() and _ACT_BEGUN.search(before):
        return Mended(None, (messages.amount_in_an_act(source, place, stuck.found),))
    if stuck.found.lower() in _OF_BUSINESS:
        return Mended(None, (messages.days_of_business(source, place, stuck.found),))
    if place.start == place.end:
        place = Span(max(place.end - 1, passage.span.start), place.end)
    example = _example(passage.text, start)
    if start in (Where.FILE.value, Where.CLAUSE.value):
        example += '. Put ">" before a line that only quotes the text'
    finding = messages.unreadable(source, place, stuck.found, stuck.expected, f"{example}.")
    return Mended(None, (finding,))


def _like_reading(source: Source, passage: Passage) -> Finding | None:
    """A line that would be a reading but for a letter."""
    head = re.search(r"(?:^|\s)([A-Za-z]{5,9}) +\d+ *:", passage.text)
    if head is None or nearest(head[1].lower(), ("reading",)) is None:
        return None
    return messages.misspelt(source, Span(passage.at(head.start(1)), passage.at(head.end(1))), head[1], "reading")


def _example(text: str, start: str) -> str:
    first = text.split(maxsplit=1)[0].lower() if text.split() else ""
    in_clause = start in (Where.CLAUSE.value, "clause_reading")
    found = next((example for word, example in _MENTIONED if in_clause and word in text.lower()), None)
    found = found or next((example for word, example in _EXAMPLES if first.startswith(word)), None)
    return found or _KIND_EXAMPLES.get(start, _STATEMENT)
