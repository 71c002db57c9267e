"""What was understood where a text could be several: every reading, and every option with whose it is, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from servanda.agreement.agreement import Agreement
from servanda.agreement.choices import Choice, ChoiceKind
from servanda.agreement.paraphrase import Told
from servanda.text.english import possessive

_LEADS = {ChoiceKind.READING: "It can be read in more than one way:", ChoiceKind.OPTION: "The parties have not agreed:"}


@dataclass(frozen=True, slots=True)
class Taken:
    """The whole paraphrase with one choice taken one way, all others as they come first."""

    label: str
    parts: tuple[Told, ...]


def side_by_side(parts: tuple[Told, ...], open_: Sequence[tuple[Choice, tuple[Taken, ...]]]) -> tuple[Told, ...]:
    """The paraphrase with every alternative of every choice in the place of what stands there under one of them."""
    told = tuple(_part(part, open_) for part in parts)
    silent = tuple(_silent(choice, taken) for choice, taken in open_ if not _differs(parts, taken))
    return (*told, Told(None, "What is left open", silent, parts[0].place)) if silent and parts else told


def alternative_words(choice: Choice, index: int) -> str:
    """``reading 2``, or ``Russia's option 85 000``."""
    whose = choice.by[index] if index < len(choice.by) else None
    label = choice.labels[index]
    return (
        f"{possessive(whose)} option {label}"
        if whose
        else (label if choice.kind is ChoiceKind.READING else f"option {label}")
    )


def named(choice: Choice, agreement: Agreement | None) -> Choice:
    """The choice with the names of those whose options they are, as people say them."""
    names = {actor.ident: actor.name for actor in agreement.actors} if agreement else {}
    return replace(choice, by=tuple(names.get(who, who) if who else who for who in choice.by))


def _part(part: Told, open_: Sequence[tuple[Choice, tuple[Taken, ...]]]) -> Told:
    """One part; the sentences that hang on a choice stand once for each alternative."""
    said, blocks = list(part.sentences), dict[int, list[str]]()
    dropped: set[str] = set()
    for choice, taken in open_:
        under = [_same(part, each.parts) for each in taken]
        common = set(part.sentences).intersection(*(set(each) for each in under))
        if all(set(each) == common for each in under):
            continue
        dropped |= set(said) - common
        at = next((place for place, each in enumerate(said) if each not in common), len(said))
        blocks.setdefault(at, []).extend(_block(choice, taken, under, common))
    lines = [
        line
        for place in range(len(said) + 1)
        for line in (*blocks.get(place, ()), *(s for s in said[place : place + 1] if s not in dropped))
    ]
    return replace(part, sentences=tuple(line for line, _ in groupby(lines)))


def _block(choice: Choice, taken: tuple[Taken, ...], under: list[tuple[str, ...]], common: set[str]) -> Iterator[str]:
    yield _LEADS[choice.kind]
    for each, sentences in zip(taken, under, strict=True):
        own = " ".join(sentence for sentence in sentences if sentence not in common)
        yield f"  {each.label}: {own or 'nothing of this is said.'}"


def _same(part: Told, parts: tuple[Told, ...]) -> tuple[str, ...]:
    """The sentences of the same part under an alternative."""
    key = (part.clause, part.heading, part.place.line)
    return next((each.sentences for each in parts if (each.clause, each.heading, each.place.line) == key), ())


def _differs(parts: tuple[Told, ...], taken: tuple[Taken, ...]) -> bool:
    return any(_same(part, each.parts) != part.sentences for each in taken for part in parts)


def _silent(choice: Choice, taken: tuple[Taken, ...]) -> str:
    """A choice that makes no difference to what was understood, or changes no part that stands here."""
    labels = "; ".join(each.label for each in taken)
    return f"Line {choice.place.line} is open between {labels}: what was understood is the same."
