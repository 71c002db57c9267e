"""Composes teaching: annotated texts in, a tagger out; what it is held to is chosen on texts it was not taught with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from servanda.desk.network import ROUNDS, Network, Teacher, scores_of
from servanda.desk.polnear import Annotated, PolnearError, annotated
from servanda.desk.tagger import can_write, write_tagger
from servanda.reading.article import blocks
from servanda.reading.assemble import assemble
from servanda.reading.from_spacy import DEFAULT_MODEL, load_parser
from servanda.reading.lexicon import load_lexicon
from servanda.reading.quotes import quotations
from servanda.reading.tagging.choose import Chooser
from servanda.reading.tagging.examples import ALIKE, Example, Marked, alike, examples
from servanda.reading.tree import Parser, Tree
from servanda.reading.zones import find_zones

__all__ = ["PolnearError", "Taught", "teach"]

_APART = 10
"""One text in so many is kept apart, to choose on it from which share on the tagger is believed."""
_LEEWAY = 0.3
_USUAL = 0.25
_LEASTS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4)


@dataclass(frozen=True, slots=True)
class Taught:
    """What came of teaching: how many texts and examples, the share chosen, and F1 on the texts kept apart."""

    texts: int
    examples: int
    least: float
    f1: float


@dataclass(frozen=True, slots=True)
class _Apart:
    """A text that is kept apart, parsed once."""

    text: Annotated
    trees: tuple[Tree, ...]


def teach(folder: str, into: str, model: str = DEFAULT_MODEL, tick: Callable[[], None] = lambda: None) -> Taught:
    """Teach a tagger with the annotated texts of a folder and write it.

    ``tick`` is called after each text and each round. Raises `PolnearError`, `ReaderMissingError`,
    `TaggerMissingError` or `TaggerError`.
    """
    can_write(into)
    parser, listed = load_parser(model), annotated(folder)
    learned: list[Example] = []
    apart: list[_Apart] = []
    for number, one in enumerate(listed):
        trees = _trees(parser, one.text)
        if number % _APART == _APART - 1:
            apart.append(_Apart(one, trees))
        else:
            learned += examples(one.text, trees, quotations(one.text), one.marked)
        tick()
    if not any(one.reports for one in learned):
        raise PolnearError(f"{folder} holds no attribution that could be learned from.")
    apart = apart or [_Apart(listed[0], _trees(parser, listed[0].text))]
    best, reached = Teacher().network(), -1.0
    teacher = Teacher()
    for _ in range(ROUNDS):
        teacher.round(learned)
        network = teacher.network()
        f1 = _f1(_chooser(network, _USUAL), apart)
        tick()
        if f1 <= reached:
            break
        best, reached = network, f1
    least, f1 = _least(best, apart)
    write_tagger(best, least, into)
    return Taught(len(listed), len(learned), least, f1)


def _trees(parser: Parser, text: str) -> tuple[Tree, ...]:
    return tuple(parser(blocks(text, find_zones(text))))


def _chooser(network: Network, least: float) -> Chooser:
    return Chooser(partial(scores_of, network), least)


def _least(network: Network, apart: Sequence[_Apart]) -> tuple[float, float]:
    """The least share that costs hardly any F1 on texts the tagger was not taught with: it is there to find more."""
    reached = [(_f1(_chooser(network, least), apart), least) for least in _LEASTS]
    enough = max(reached)[0] - _LEEWAY
    return next((least, f1) for f1, least in reached if f1 >= enough)


def _f1(chooser: Chooser, apart: Sequence[_Apart]) -> float:
    right = found = wanted = 0
    for one in apart:
        text, marked = one.text.text, list(one.text.marked)
        made = assemble(text, one.trees, quotations(text), load_lexicon(), chooser)
        tops = [item.said for item in made if item.parent is None]
        wanted, found = wanted + len(marked), found + len(tops)
        for said in tops:
            match = next((each for each in marked if _fits(text, each, said.source, said.cue, said.content)), None)
            if match is not None:
                marked.remove(match)
                right += 1
    return round(200 * right / max(1, found + wanted), 1)


def _fits(
    text: str, one: Marked, source: tuple[tuple[int, int], ...], cue: tuple[tuple[int, int], ...],
    content: tuple[tuple[int, int], ...],
) -> bool:  # fmt: skip
    cued = any(a < d and c < b for a, b in one.cue for c, d in cue)
    return cued and alike(text, one.content, content) >= ALIKE and alike(text, one.source, source) >= ALIKE
