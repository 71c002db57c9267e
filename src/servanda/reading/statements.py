"""Statements: each attribution with its speaker, form, kind of speech, dates, hedges and the hands it went through."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from servanda.reading.account import Dated, Form, Statement, ZoneKind
from servanda.reading.assemble import TAGGED, TURN, Found
from servanda.reading.attribution import Attribution
from servanda.reading.circumstances import (
    Reading,
    free_of_others,
    hedges,
    inherit_days,
    said_on,
    sentence,
    venue,
    via,
)
from servanda.reading.modality import Kind, kind_of
from servanda.reading.names import speaks_by_office
from servanda.reading.plover import class_of
from servanda.reading.quotes import quoted_share
from servanda.reading.span import Spans, covered, merge, trim, words
from servanda.reading.speakers import NOBODY, Context, Heard, Speaker, resolve, subjects_heard
from servanda.reading.zones import zone_at

_OPENING = re.compile(
    r"\W*(?:that )?(?:[Tt]he )?"
    r"(?:(?:\w+ )?(?:state|republic|kingdom|nation|country|government|people) of )?([A-Z]\w+(?: [A-Z]\w+)?)"
)
#: Kinds of speech by which somebody binds or commits their own side only.
_OWN_SIDE = frozenset(["aim", "pledge", "openness", "refusal", "red line", "rejection", "acceptance"])
#: Verbs that ask where they have an object and what it is to do ("asked the mediators to wait").
_TEXTS = frozenset(
    ["text", "draft", "treaty", "agreement", "accord", "clause", "article", "law", "constitution", "document"]
)
_ADJECTIVE = re.compile(r"^(?:Neighbou?ring|Nearby|Downstream|Upstream|Landlocked|Tiny|Breakaway) ")
_BIDDING = frozenset(["ask", "tell", "order", "instruct", "command", "invite", "beg", "advise", "counsel"])
#: The share of each construction that was right - content, source and cue - on annotated news kept for checking.
_CONFIDENCE = {
    "direct": 0.86, "fronted": 0.77, "parenthesis": 0.8, "according": 0.78, "clause": 0.74, "is": 0.66, "as": 0.65,
    "obj-to": 0.64, "raise": 0.55, "to": 0.54, "noun": 0.53, "obj": 0.48, "colon": 0.3, "suffered": 0.2,
}  # fmt: skip


def build_statements(found: Sequence[Found], reading: Reading) -> tuple[Statement, ...]:
    """The statements of the document in the order of the text; parents before what they hold."""
    tops = [span for item in found if item.parent is None for span in item.said.content]
    heard = subjects_heard(reading.trees, tuple(tops), reading.registry)
    parties = _parties_spoken_for(found, _resolved(found, reading, heard, {}), reading)
    speakers = _resolved(found, reading, heard, parties)
    made = [_statement(number, item, found, speakers, reading) for number, item in enumerate(found)]
    return tuple(inherit_days(_without_echoes(made, reading.text), reading.text))


def _without_echoes(made: Sequence[Statement], text: str) -> list[Statement]:
    """As in "said he was ready": what a speaker says of themselves adds nothing nested, unless they think it."""
    by_id = {item.id: item for item in made}
    echoes = {item.id for item in made if _is_echo(item, by_id.get(item.parent or ""))}
    kept = {item.id for item in made if item.id not in echoes and not _speaks_for_itself(item, text)}
    return [replace(item, parent=_kept_ancestor(item, by_id, kept)) for item in made if item.id in kept]


def _speaks_for_itself(item: Statement, text: str) -> bool:
    """As in the headline "“We did not ask for this war”: X on the talks": the "we" of a quotation is no source."""
    pronoun = words(text, item.source_spans).lower() in ("we", "i")
    return item.form is Form.HEADLINE and item.speaker is None and pronoun


def _is_echo(item: Statement, parent: Statement | None) -> bool:
    thought = item.modality in ("belief", "suspicion")
    return parent is not None and item.speaker is not None and item.speaker == parent.speaker and not thought


def _kept_ancestor(item: Statement, by_id: Mapping[str, Statement], kept: Set[str]) -> str | None:
    parent = item.parent
    while parent is not None and parent not in kept:
        parent = by_id[parent].parent
    return parent


def _resolved(
    found: Sequence[Found], reading: Reading, subjects: Sequence[Heard], parties: Mapping[str, str]
) -> list[Speaker]:
    """The speaker of every attribution, in order; ``parties`` adds for whom a name speaks."""
    heard, speakers = list(subjects), list[Speaker]()
    for item in found:
        parent = speakers[item.parent] if item.parent is not None and item.parent < len(speakers) else None
        apart = speakers[-1].name if speakers and item.said.rule == "answer" else None
        context = Context(reading.text, reading.trees, reading.registry, heard, parent, apart, reading.floors)
        speaker = resolve(item.said.source, context)
        if speaker.name is not None and speaker.party is None and speaker.name in parties:
            speaker = replace(speaker, party=parties[speaker.name])
        if _is_principal(speaker, parent):
            speaker = replace(speaker, party=parent.party if parent is not None else None)
        speakers.append(speaker)
        if (
            item.parent is None
            and speaker is not NOBODY
            and not words(reading.text, item.said.cue).lower().startswith("to ")
        ):
            place = min(span[0] for span in item.said.source)
            heard.insert(bisect_left([one.place for one in heard], place), Heard(place, speaker, spoke=True))
    return speakers


def _is_principal(speaker: Speaker, parent: Speaker | None) -> bool:
    """As in "the spokesman of the Darrow presidency said President Corwen …": spokesmen tell of their own side."""
    if parent is None or parent.party is None or speaker.party is not None or speaker.role is None:
        return False
    return "spokes" in (parent.role or "").lower() and speaks_by_office(speaker.role)


def _parties_spoken_for(found: Sequence[Found], speakers: Sequence[Speaker], reading: Reading) -> Mapping[str, str]:
    """Somebody in office of whom the text names no state speaks for the state their first words are about."""
    known = {each.name: each.party for each in speakers if each.name and each.party and each.is_person}
    for item, speaker in zip(found, speakers, strict=True):
        neutral = kind_of(words(reading.text, item.said.cue), "").modality == "assertion" and item.said.lemma != "claim"
        in_office = speaker.role is not None and speaks_by_office(speaker.role)
        if speaker.name and in_office and not speaker.party and speaker.name not in known and neutral:
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
    named = (name, name.split()[0], _ADJECTIVE.sub("", name))
    party = next((found for each in named if (found := reading.registry.party(each)) is not None), None)
    if party is None and (person := reading.registry.person(name)) is not None:
        party = person.party
    return party


def _statement(
    number: int, item: Found, found: Sequence[Found], speakers: Sequence[Speaker], reading: Reading
) -> Statement:
    said, speaker = _with_joint(_without_saying_date(item.said, reading), reading), speakers[number]
    content, cue = words(reading.text, said.content), words(reading.text, said.cue)
    kind = _kind(cue, content, said, speaker, reading)
    around = sentence(reading, said)
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
        hedges=hedges(reading, said, free_of_others(around, said, found) if item.parent is None else ()),
        said_on=said_on(reading, said, around) if item.parent is None else None,
        about_time=next((date for date in _dates_about(said, reading) if covered(date.span, said.content)), None),
        venue=venue(reading, said, around),
        via=via(number, found, speakers, reading),
        by=TAGGED if said.rule == TAGGED else reading.by,
        confidence=said.share if said.share is not None else _CONFIDENCE.get(said.rule, 0.45),
        event=class_of(kind.modality, reading.tree_at(said.cue[0][0]) if item.parent is None else None, said.cue[0][0]),
    )


def _kind(cue: str, content: str, said: Attribution, speaker: Speaker, reading: Reading) -> Kind:
    """The kind of speech; what A says of B's aims, wishes or refusals is a claim of A about B."""
    kind, plain = kind_of(cue, content), kind_of(cue, "")
    if kind.modality == "no comment" and any(
        part in _TEXTS for part in words(reading.text, said.source).lower().split()
    ):
        return Kind("assertion", "negative")
    if plain.modality == "assertion" and said.rule in ("obj-to", "raise") and said.lemma in _BIDDING:
        return Kind("demand", "positive")
    other = opening_party(reading, said.content)
    about_other = other is not None and speaker.party is not None and other != speaker.party
    if kind.modality in _OWN_SIDE and plain.modality == "assertion" and about_other:
        return Kind("assertion", kind.polarity)
    return kind


def _with_joint(said: Attribution, reading: Reading) -> Attribution:
    """The "that" or preposition between cue and content belongs to the cue."""
    start, end = said.content[0]
    last = max(said.cue, key=lambda span: span[1])
    clause = said.rule not in ("obj", "suffered", "is", "as")
    if clause and (text := re.match(r"(?:only )?that\s+", reading.text[start:end])) and start + text.end() < end:
        if 0 <= start - last[1] <= 2:
            return replace(
                said,
                cue=merge((*said.cue, (last[1], start + text.end() - 1)), 1),
                content=((start + text.end(), end), *said.content[1:]),
            )
        return replace(said, content=((start + text.end(), end), *said.content[1:]))
    between = reading.text[last[1] : start].strip()
    if said.rule.startswith("-") and between.isalpha() and len(between) < 9:
        return replace(said, cue=merge((*said.cue, (last[1], trim(reading.text, (last[1], start))[1])), 1))
    return said


def _dates_about(said: Attribution, reading: Reading) -> Sequence[Dated]:
    return reading.dates_within(said.content[0][0], said.content[-1][1])


def _without_saying_date(said: Attribution, reading: Reading) -> Attribution:
    """As in "said last week he was ready": the date right after the cue tells when it was said."""
    first = said.content[0]
    cue_end = max(end for _, end in said.cue)
    if not -1 <= first[0] - cue_end <= 4:
        return said
    for date in reading.dates_within(first[0], first[0] + 4):
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
    if said.rule == TURN:
        return Form.DIRECT
    share = quoted_share(said.content, reading.quotes)
    return Form.DIRECT if share >= 0.9 else Form.MIXED if share >= 0.02 else Form.INDIRECT
