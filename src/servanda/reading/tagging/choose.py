"""A tagger at work: the likeliest content and source of every word that reports, kept where likely enough."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from servanda.reading.assemble import TAGGED, TURN
from servanda.reading.attribution import Attribution, is_finite
from servanda.reading.cues import find_cues
from servanda.reading.frames import SILENCE
from servanda.reading.passage import Passage
from servanda.reading.tagging import features
from servanda.reading.tagging.items import Item, Option, items

CUE, CONTENT, SOURCE = range(3)
#: Feature numbers of some rows and what each row asks (`CUE`, `CONTENT`, `SOURCE`): one score a row, 0 for even odds.
Scorer = Callable[[Sequence[Sequence[int]], Sequence[int]], Sequence[float]]
_UNTAUGHT = frozenset([TURN, SILENCE, "colon"])
"""Rules for constructions that annotated news does not hold: what they find stands as it is."""
_PASSED_OVER = 2.0
_FAR = 3.0
"""How many times as likely another choice has to be to take the place of what rules chose."""


@dataclass(frozen=True, slots=True)
class Chooser:
    """A tagger: a scorer with the share from which on what only it finds is kept.

    What rules find always stands: they follow the project's own reading of what a statement is, which annotated news
    does not share everywhere. Its content and source are mended where another choice is far likelier.
    """

    score: Scorer
    least: float

    def __call__(self, passage: Passage, found: Sequence[Attribution]) -> list[Attribution]:
        """The attributions of a block: those of the rules, mended, and those only the tagger finds."""
        kept = [said for said in found if said.rule in _UNTAUGHT]
        judged = [said for said in found if said.rule not in _UNTAUGHT]
        listed = items(passage, judged)
        if not listed:
            return list(found)
        rows = [features.numbered(features.of_cue(passage, one, judged)) for one in listed]
        shares = [_share(score) for score in self.score(rows, [CUE] * len(rows))]
        open_ = [
            pair for pair in zip(listed, shares, strict=True) if pair[0].ruled is not None or pair[1] >= self.least
        ]
        made = self._decided(passage, open_)
        taken = {id(one.ruled) for one, _ in open_}
        left = [said for said in judged if id(said) not in taken]
        return [*kept, *left, *(said for said in made if said.rule != TAGGED or self._believed(passage, said))]

    def _believed(self, passage: Passage, said: Attribution) -> bool:
        """Whether what only the tagger found is kept: of a verb the rules know and passed over, twice as sure."""
        least = self.least * (_PASSED_OVER if said.lemma in passage.lexicon.verbs else 1.0)
        return (said.share or 0.0) >= least

    def _decided(self, passage: Passage, likely: Sequence[tuple[Item, float]]) -> list[Attribution]:
        rows = [
            features.numbered(features.of_content(passage, one, each)) for one, _ in likely for each in one.contents
        ]
        asked = [CONTENT] * len(rows)
        rows += [features.numbered(features.of_source(passage, one, each)) for one, _ in likely for each in one.sources]
        asked += [SOURCE] * (len(rows) - len(asked))
        scores = list(self.score(rows, asked)) if rows else []
        at, beyond = 0, sum(len(one.contents) for one, _ in likely)
        made = []
        for one, share in likely:
            content, good = _best(one.contents, scores[at : at + len(one.contents)])
            source, right = _best(one.sources, scores[beyond : beyond + len(one.sources)])
            at, beyond = at + len(one.contents), beyond + len(one.sources)
            made.append(_attribution(passage, one, content, source, round(share * good * right, 2)))
        return made


def _attribution(passage: Passage, item: Item, content: int, source: int, share: float) -> Attribution:
    chosen, whose = item.contents[content].spans, item.sources[source].spans
    if item.ruled is not None:
        return replace(item.ruled, content=chosen, source=whose, share=share)
    cue = next((one for one in find_cues(passage.tree, passage.lexicon) if one.verb == item.word), None)
    finite = is_finite(passage.tree, cue) if cue is not None else item.word.tag in ("VBD", "VBZ", "VBP")
    return Attribution(whose, item.cue, chosen, TAGGED, item.word.lemma, finite=finite, share=share)


def _share(score: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


def _best(options: Sequence[Option], scores: Sequence[float]) -> tuple[int, float]:
    """The likeliest of some options and its share, none of them being an option too (with a score of 0).

    What rules chose stands first, and stays unless another is far likelier.
    """
    top = max((*scores, 0.0))
    weights = [math.exp(score - top) for score in scores]
    best = max(range(len(scores)), key=lambda index: scores[index])
    if options[0].kind == "ruled" and weights[best] < _FAR * weights[0]:
        best = 0
    return best, weights[best] / (sum(weights) + math.exp(-top))
