"""A small network over feature numbers: taught here, written as ONNX, and run by any ONNX runtime."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from servanda.reading.tagging.examples import Example
from servanda.reading.tagging.features import BITS

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]
    Ints = NDArray[numpy.int64]

WIDTH = 16
"""Hidden units."""
ROUNDS = 7
"""Passes at most; the best on texts kept apart is taken."""
_BATCH = 256
_PACE, _DROPPED, _SEED = 0.1, 0.3, 7
_ASKS = 3


@dataclass(frozen=True, slots=True)
class Network:
    """One row for each feature number - its own weight, then what it adds to the hidden units - and what these weigh.

    ``table`` is [2^BITS, 1 + WIDTH]; ``weights`` and ``offsets`` are [3, WIDTH], one row for each kind of question.
    """

    table: Floats
    weights: Floats
    offsets: Floats


class Teacher:
    """A network while it learns: AdaGrad with features dropped at random, the same weights for the same examples."""

    def __init__(self) -> None:
        import numpy as np  # noqa: PLC0415 - comes with the extra `reading`

        self.np: Any = np
        self.random = np.random.default_rng(_SEED)
        size = 1 << BITS
        hidden = self.random.normal(0, 0.05, (size, WIDTH)).astype(np.float32)
        self.table: Floats = np.concatenate([np.zeros((size, 1), np.float32), hidden], axis=1)
        self.weights: Floats = self.random.normal(0, 0.3, (_ASKS, WIDTH)).astype(np.float32)
        self.offsets: Floats = np.zeros((_ASKS, WIDTH), np.float32)
        self.seen: Floats = np.full((size, 2), 1e-2, np.float32)
        self.seen_weights: Floats = np.full((2, _ASKS, WIDTH), 0.1, np.float32)

    def network(self) -> Network:
        """What was learned so far."""
        return Network(self.table.copy(), self.weights.copy(), self.offsets.copy())

    def round(self, examples: Sequence[Example]) -> None:
        """One pass over the examples in a new order: whether each word reports, and what to choose where it does."""
        np = self.np
        choices = [choice for one in examples for choice in one.choices]
        order, others = self.random.permutation(len(examples)), self.random.permutation(len(choices))
        steps = max(1, -(-len(examples) // _BATCH))
        for step in range(steps):
            cues = [examples[index] for index in order[step::steps]]
            asks = np.zeros(len(cues), np.int64)
            wanted = np.array([one.reports for one in cues], np.float32)
            self._learn([one.cue for one in cues], asks, lambda scores, w=wanted: 1 / (1 + np.exp(-scores)) - w)
            some = [choices[index] for index in others[step::steps]]
            if some:
                rows = [row for one in some for row in one.rows]
                asks = np.array([one.asks for one in some for _ in one.rows], np.int64)
                sizes = [len(one.rows) for one in some]
                right = [one.right for one in some]
                self._learn(rows, asks, lambda scores, s=sizes, r=right: _chosen(np, scores, s, r))

    def _learn(self, rows: Sequence[Sequence[int]], asks: Ints, errors: Any) -> None:
        """Move the weights against the error of each row."""
        np = self.np
        lengths = np.array([len(row) for row in rows])
        numbers = np.concatenate([np.asarray(row, np.int64) for row in rows])
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        kept = ((self.random.random(len(numbers)) >= _DROPPED) / (1 - _DROPPED)).astype(np.float32)
        summed = np.add.reduceat(self.table[numbers] * kept[:, None], starts, axis=0)
        raised = summed[:, 1:] + self.offsets[asks]
        active = np.maximum(raised, 0)
        wrong = errors(summed[:, 0] + (active * self.weights[asks]).sum(1)).astype(np.float32) / 8
        below = wrong[:, None] * self.weights[asks] * (raised > 0)
        for kind in range(_ASKS):
            mine = asks == kind
            if mine.any():
                self._step_weights(kind, (wrong[mine, None] * active[mine]).sum(0), below[mine].sum(0))
        of_row = np.repeat(np.arange(len(rows)), lengths)
        order = np.argsort(numbers, kind="stable")
        unique, first = np.unique(numbers[order], return_index=True)
        whole = np.concatenate([wrong[:, None], below], axis=1)
        moved = np.add.reduceat((whole[of_row] * kept[:, None])[order], first, axis=0)
        self.seen[unique, 0] += moved[:, 0] ** 2
        self.seen[unique, 1] += (moved[:, 1:] ** 2).mean(1)
        self.table[unique, 0] -= _PACE * moved[:, 0] / np.sqrt(self.seen[unique, 0])
        self.table[unique, 1:] -= _PACE / 2 * moved[:, 1:] / np.sqrt(self.seen[unique, 1])[:, None]

    def _step_weights(self, kind: int, weights: Floats, offsets: Floats) -> None:
        for place, (mine, moved) in enumerate(((self.weights, weights), (self.offsets, offsets))):
            self.seen_weights[place, kind] += moved * moved
            mine[kind] -= _PACE * 0.3 * moved / self.np.sqrt(self.seen_weights[place, kind])


def _chosen(np: Any, scores: Floats, sizes: Sequence[int], right: Sequence[int]) -> Floats:
    """The error of each row where one of several is to be chosen, none of them being a choice with score 0."""
    errors: Floats = np.zeros(len(scores), np.float32)
    at = 0
    for size, wanted in zip(sizes, right, strict=True):
        here = np.concatenate([scores[at : at + size], [0.0]])
        shares = np.exp(here - here.max())
        shares /= shares.sum()
        shares[wanted] -= 1.0
        errors[at : at + size] = shares[:-1]
        at += size
    return errors


def scores_of(network: Network, rows: Sequence[Sequence[int]], asks: Sequence[int]) -> list[float]:
    """One score for each row, worked out without any runtime."""
    found = []
    for row, kind in zip(rows, asks, strict=True):
        summed = network.table[list(row)].sum(0)
        active = (summed[1:] + network.offsets[kind]).clip(min=0)
        found.append(float(summed[0] + (active * network.weights[kind]).sum()))
    return found
