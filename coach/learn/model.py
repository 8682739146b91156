"""A linear model that can say which words decided."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property

import numpy as np

from coach.learn.features import Features, weighed
from coach.learn.vocabulary import Rarity

SHARPNESS = 4.0  # margins to confidence: at this value it matches the measured accuracy (docs/accuracy.md)
MAX_QUOTE = 40  # characters of evidence quoted at most


class Prediction:
    """Labels with their confidence, best first, and the span (start, end) that spoke most for the best one.

    The span is looked for when it is asked for: where a rule decides nobody does, and it costs more than the rest.
    """

    def __init__(self, ranking: tuple[tuple[str, float], ...], find_span: Callable[[], tuple[int, int] | None]) -> None:
        self.ranking, self._find_span = ranking, find_span

    @cached_property
    def span(self) -> tuple[int, int] | None:
        return self._find_span()

    def among(self, labels: Collection[str]) -> Prediction:
        """Return the prediction with only `labels` left; what spoke for another label is dropped."""
        kept = [(label, share) for label, share in self.ranking if label in labels]
        total = sum(share for _, share in kept) or 1.0
        ranking = tuple((label, round(share / total, 4)) for label, share in kept)
        return Prediction(ranking, lambda: self.span if ranking[0][0] == self.ranking[0][0] else None)


class LinearModel:
    """Weights of shape (features, labels); `idf` scales each feature. `keys` are the hashes of the features, sorted."""

    def __init__(
        self, labels: Sequence[str], keys: np.ndarray, idf: np.ndarray, weights: np.ndarray, bias: np.ndarray
    ) -> None:
        self.labels = tuple(labels)
        self.keys, self.idf, self.weights, self.bias = keys, idf, weights, bias

    @property
    def rarity(self) -> Rarity:
        """The inverse document frequency of each feature: how rare it is among the examples."""
        return Rarity(self.keys, self.idf)

    def predict(self, features: Features) -> Prediction:
        """Return the ranking of labels for a text with `features`."""
        numbers, values, known = weighed(features, self.keys, self.idf)
        shares = self.weights[numbers] * values[:, None]
        margins = shares.sum(axis=0) + self.bias
        odds = np.exp(SHARPNESS * (margins - margins.max()))
        chances = (odds / odds.sum()).tolist()
        order = sorted(range(len(chances)), key=chances.__getitem__, reverse=True)  # of equals the first
        ranking = tuple((self.labels[i], round(chances[i], 4)) for i in order)
        first, second = order[0], order[1] if len(order) > 1 else order[0]
        return Prediction(ranking, lambda: _strongest(shares[:, first] - shares[:, second], known, features))


def _strongest(shares: np.ndarray, known: np.ndarray, features: Features) -> tuple[int, int] | None:
    """Return the span whose features spoke most for the winner: the best run of characters.

    `shares`: how much each of the `known` features spoke for it.
    """
    if not len(known):
        return None
    each = np.zeros(len(features.keys))
    each[known] = shares / features.counts[known]
    numbers, starts, ends = features.places
    by_place = each[numbers] / (ends - starts)
    # how the sum changes from one character to the next: up at each start, down at each end
    edges = np.column_stack([starts, ends]).ravel()
    steps = np.bincount(edges, np.column_stack([by_place, -by_place]).ravel())
    by_char = np.round(np.cumsum(steps[:-1]), 12).tolist()  # without what is left of sums that cancel out
    best, span = 0.0, None
    running, start = 0.0, 0
    for i, value in enumerate(by_char):
        if running <= 0 or i - start >= MAX_QUOTE:
            running, start = 0.0, i
        running += value
        if running > best:
            best, span = running, (start, i + 1)
    return _whole_words(span, set(known.tolist()), features) if span else None


def _whole_words(span: tuple[int, int], known: set[int], features: Features) -> tuple[int, int]:
    """Widen a span so that it cuts no word: to the known words it touches."""
    start, end = span
    for number, first, last in features.single_words():
        if number in known and first < end and last > start:
            start, end = min(start, first), max(end, last)
    return start, end
