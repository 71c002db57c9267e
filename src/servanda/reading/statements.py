"""Statements: each attribution with its speaker, form, kind of speech, dates, hedges and the hands it went through."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from servanda.reading.account import Dated, Form, Relay, Statement, Zone, ZoneKind
from servanda.reading.assemble import Found
from servanda.reading.attribution import Attribution
from servanda.reading.modality import Kind, kind_of
from servanda.reading.names import Registry
from servanda.reading.quotes import quoted_share
from servanda.reading.span import Span, Spans, covered, inside, merge, overlap, subtract, trim, words
from servanda.reading.speakers import NOBODY, Context, Heard, Speaker, resolve, subjects_heard
from servanda.reading.tree import Tree
from servanda.reading.zones import zone_at

_VENUE = re.compile(
    r"\b(?:in|at|during|on|after) (?:an?|the|his|her|their|its) (?:[\w’'-]+ ){0,4}?(?:interview|speech|address|statement|conference|briefing|tweet"
    r"|post|letter|memo|forum|summit|meeting|rally|parliament|session|article|op-ed|call|broadcast)\b(?: (?:with|to|in|at|on|of) (?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*)?"
    r"|\b(?:told|to) reporters\b(?: in [A-Z]\w+)?"
)
_OPENING = re.compile(r"\W*(?:that )?(?:the )?([A-Z]\w+(?: [A-Z]\w+)?)")
#: Kinds of speech by which somebody binds or commits their own side only.
_OWN_SIDE = frozenset(["aim", "pledge", "openness", "refusal", "red line", "rejection", "acceptance"])
#: How often a construction was right (content and source and cue) on annotated news that was not used to write the rules.
_CONFIDENCE = {
    "direct": 0.86, "fronted": 0.77, "parenthesis": 0.8, "according": 0.78, "clause": 0.74, "is": 0.66, "as": 0.65,
    "obj-to": 0.64, "raise": 0.55, "to": 0.54, "noun": 0.53, "obj": 0.48, "colon": 0.3, "suffered": 0.2,
}  # fmt: skip


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


def build_statements(found: Sequence[Found], reading: Reading) -> tuple[Statement, ...]:
    """The statements of the document in the order of the text; parents before what they hold."""
    tops = [span for item in found if item.parent is None for span in item.said.content]
    heard = subjects_heard(reading.trees, tuple(tops), reading.registry)
    parties = _parties_spoken_for(found, _resolved(found, reading, heard, {}), reading)
    speakers = _resolved(found, reading, heard, parties)
    made = [_statement(number, item, found, speakers, reading) for number, item in enumerate(found)]
    return tuple(_inherit_days(made, reading.text))


def _resolved(
    found: Sequence[Found], reading: Reading, subjects: Sequence[Heard], parties: Mapping[str, str]
) -> list[Speaker]:
    """The speaker of every attribution, in order; ``parties`` adds for whom a name speaks."""
    heard, speakers = list(subjects), list[Speaker]()
    for item in found:
        parent = speakers[item.parent] if item.parent is not None and item.parent < len(speakers) else None
        speaker = resolve(item.said.source, Context(reading.text, reading.trees, reading.registry, heard, parent))
        if speaker.party is None and speaker.name in parties:
            speaker = replace(speaker, party=parties[speaker.name])
        speakers.append(speaker)
        if item.parent is None and speaker is not NOBODY:
            place = min(span[0] for span in item.said.source)
            heard.insert(bisect_left([one.place for one in heard], place), Heard(place, speaker, spoke=True))
    return speakers


def _parties_spoken_for(found: Sequence[Found], speakers: Sequence[Speaker], reading: Reading) -> Mapping[str, str]:
    """Somebody in office of whom the text names no state speaks for the state their first words are about."""
    known: dict[str, str] = {}
    for item, speaker in zip(found, speakers, strict=True):
        if speaker.name and speaker.role and not speaker.party and speaker.name not in known:
            party = opening_party(reading, item.said.content)
            if party:
                known[speaker.name] = party
    return known


def opening_party(reading: Reading, content: Spans) -> str | None:
    """The party a content begins with ("Russia does not …", "Putin wanted …"); None where it begins otherwise."""
    if not content:
        return None
    opening = _OPENING.match(reading.text, *content[0])
    if opening is None:
        return None
    name = opening.group(1)
    party = reading.registry.party(name) or reading.registry.party(name.split()[0])
    if party is None and (person := reading.registry.person(name)) is not None:
        party = person.party
    return party


def _statement(
    number: int, item: Found, found: Sequence[Found], speakers: Sequence[Speaker], reading: Reading
) -> Statement:
    said, speaker = _with_joint(_without_saying_date(item.said, reading), reading), speakers[number]
    content, cue = words(reading.text, said.content), words(reading.text, said.cue)
    kind = _kind(cue, content, said, speaker, reading)
    sentence = _sentence(reading, said)
    return Statement(
        id=f"s{number + 1}",
        parent=f"s{item.parent + 1}" if item.parent is not None else None,
        speaker=speaker.name,
        role=speaker.role,
        speaks_for=speaker.party,
        source_spans=said.source,
        cue_spans=said.cue,
        content_spans=said.content,
        form=_form(item, said, kind.modality, reading),
        modality=kind.modality,
        polarity=kind.polarity,
        hedges=_hedges(reading, said, _free_of_others(reading, sentence, said, found) if item.parent is None else ()),
        said_on=_said_on(reading, said, sentence) if item.parent is None else None,
        about_time=next((date for date in reading.dates if covered(date.span, said.content)), None),
        venue=_venue(reading, said, sentence),
        via=_via(number, found, speakers, reading),
        by=reading.by,
        confidence=_CONFIDENCE.get(said.rule, 0.45),
    )


def _kind(cue: str, content: str, said: Attribution, speaker: Speaker, reading: Reading) -> Kind:
    """The kind of speech; what A says of B's aims, wishes or refusals is a claim of A about B."""
    kind, plain = kind_of(cue, content), kind_of(cue, "")
    other = opening_party(reading, said.content)
    about_other = other is not None and speaker.party is not None and other != speaker.party
    if kind.modality in _OWN_SIDE and plain.modality == "assertion" and about_other:
        return Kind("assertion", kind.polarity)
    return kind


def _with_joint(said: Attribution, reading: Reading) -> Attribution:
    """The "that" or preposition between cue and content belongs to the cue."""
    start, end = said.content[0]
    last = max(said.cue, key=lambda span: span[1])
    if text := re.match(r"that\s+", reading.text[start:end]):
        if 0 <= start - last[1] <= 2:
            return replace(
                said,
                cue=merge((*said.cue, (last[1], start + 4)), 1),
                content=((start + text.end(), end), *said.content[1:]),
            )
        return replace(said, content=((start + text.end(), end), *said.content[1:]))
    between = reading.text[last[1] : start].strip()
    if said.rule.startswith("-") and between.isalpha() and len(between) < 9:
        return replace(said, cue=merge((*said.cue, (last[1], trim(reading.text, (last[1], start))[1])), 1))
    return said


def _without_saying_date(said: Attribution, reading: Reading) -> Attribution:
    """ "said last week he was ready": the date right after the cue tells when it was said."""
    first = said.content[0]
    cue_end = max(end for _, end in said.cue)
    if not -1 <= first[0] - cue_end <= 4:
        return said
    for date in reading.dates:
        if 0 <= date.span[0] - first[0] <= 3 and date.span[1] < first[1]:
            rest = trim(reading.text, (date.span[1], first[1]))
            if len(reading.text[rest[0] : rest[1]].split()) > 1:
                return replace(said, content=(rest, *said.content[1:]))
    return said


def _form(item: Found, said: Attribution, modality: str, reading: Reading) -> Form:
    zone = zone_at(reading.zones, said.cue[0])
    if zone in (ZoneKind.HEADLINE, ZoneKind.PROVENANCE):
        return Form.HEADLINE
    if modality == "no comment":
        return Form.NO_COMMENT
    if item.parent is not None:
        return Form.NESTED
    share = quoted_share(said.content, reading.quotes)
    return Form.DIRECT if share >= 0.9 else Form.MIXED if share >= 0.02 else Form.INDIRECT


def _sentence(reading: Reading, said: Attribution) -> Span:
    """The characters of the sentence the cue stands in."""
    place = said.cue[0][0]
    for tree in reading.trees:
        if tree.words and tree.words[0].start <= place <= tree.words[-1].end:
            for start, end in tree.sentences:
                if tree.words[start].start <= place < tree.words[end - 1].end:
                    return tree.words[start].start, tree.words[end - 1].end
    return said.cue[0]


def _hedges(reading: Reading, said: Attribution, around: Spans) -> Spans:
    """The hedges in the words of the statement and, for an outermost one, around it in its sentence."""
    near = (*said.content, *said.cue, *said.source)
    return merge(span for span in reading.hedges if any(overlap(span, part) for part in near) or covered(span, around))


def _free_of_others(reading: Reading, sentence: Span, said: Attribution, found: Sequence[Found]) -> Spans:
    """What of a sentence belongs to no other statement."""
    others = [
        span for item in found if item.said.cue != said.cue
        for span in (*item.said.content, *item.said.cue) if overlap(span, sentence)
    ]  # fmt: skip
    return subtract(sentence, others)


def _said_on(reading: Reading, said: Attribution, sentence: Span) -> Dated | None:
    """The date in the sentence of the cue that stands outside the content, nearest the cue."""
    cue = said.cue[0]
    outside = [
        date for date in reading.dates
        if inside(date.span, sentence) and not any(overlap(date.span, span) for span in said.content)
        and not any(overlap(date.span, span) for span in said.source)
        and date.span[0] - cue[1] < 60 and cue[0] - date.span[1] < 60 and _open_between(reading.text, said, date.span)
    ]  # fmt: skip
    nearest = min(outside, key=lambda date: abs(date.span[0] - cue[0]), default=None)
    return replace(nearest, of="saying") if nearest is not None else None


def _open_between(text: str, said: Attribution, date: Span) -> bool:
    """Whether no clause of its own stands between the date and the cue, or between the source and the date."""
    cue = said.cue[0]
    between = text[min(cue[1], date[1]) : max(cue[0], date[0])]
    if said.source and said.source[-1][1] <= date[0] < cue[0]:
        between += text[said.source[-1][1] : date[0]]
    return not re.search(r"\b(?:who|which|when|where|since|whom|although|because|after|before)\b", between)


def _inherit_days(made: Sequence[Statement], text: str) -> list[Statement]:
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
                and _continues(statement, text)
            ):
                statement = replace(statement, said_on=last.said_on)  # noqa: PLW2901 - the day is the only change
            last = statement if statement.speaker else last
        done.append(statement)
    return done


def _continues(statement: Statement, text: str) -> bool:
    source = words(text, statement.source_spans).lower()
    return statement.form is Form.DIRECT or source in ("he", "she", "who", "they", "it") or not source


def _venue(reading: Reading, said: Attribution, sentence: Span) -> Span | None:
    for match in _VENUE.finditer(reading.text, *sentence):
        if not any(overlap(match.span(), span) for span in said.content):
            return match.span()
    return None


def _via(number: int, found: Sequence[Found], speakers: Sequence[Speaker], reading: Reading) -> tuple[Relay, ...]:
    """Media among those who relay the statement, then the hands of the whole document."""
    relays: list[Relay] = []
    index: int | None = number
    steps = 0
    while index is not None and steps < 20:
        name = speakers[index].name
        if name and reading.registry.is_medium(name):
            relays.append(Relay(name, "stated"))
        index, steps = found[index].parent, steps + 1
    told = re.search(
        r"\btold ((?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*)",
        reading.text[found[number].said.cue[0][0] : found[number].said.cue[0][0] + 60],
    )
    if told and reading.registry.is_medium(told.group(1)):
        relays.append(Relay(told.group(1), "stated"))
    return (*relays, *reading.chain)
