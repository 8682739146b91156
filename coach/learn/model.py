"""A linear model that can say which words decided."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property

import numpy as np

from coach.learn.features import BLOCKS, Feature
from coach.learn.vocabulary import Rarity, find

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

    def vector(self, features: Sequence[Feature]) -> tuple[np.ndarray, np.ndarray, list[list[Feature]]]:
        """Return known feature numbers, their values (sublinear tf-idf, unit length a block) and places."""
        places: dict[str, list[Feature]] = {}
        for feature in features:
            places.setdefault(feature.name, []).append(feature)
        all_numbers = find(self.keys, places)
        numbers = all_numbers[all_numbers >= 0]
        found = [place for place, number in zip(places.values(), all_numbers, strict=True) if number >= 0]
        counts = np.array([len(place) for place in found], dtype=np.float64)
        values = (1.0 + np.log(counts)) * self.idf[numbers].astype(np.float64) if found else counts
        blocks = np.array([place[0].block for place in found], dtype=np.int64)
        for block in range(BLOCKS):
            inside = blocks == block
            if length := np.sqrt(np.square(values[inside]).sum()):
                values[inside] /= length
        return numbers, values, found

    def predict(self, features: Sequence[Feature]) -> Prediction:
        """Return the ranking of labels for a text with `features`."""
        numbers, values, places = self.vector(features)
        shares = self.weights[numbers].astype(np.float64) * values[:, None]
        margins = shares.sum(axis=0) + self.bias
        odds = np.exp(SHARPNESS * (margins - margins.max()))
        odds /= odds.sum()
        order = sorted(range(len(self.labels)), key=lambda i: (-odds[i], i))
        ranking = tuple((self.labels[i], round(float(odds[i]), 4)) for i in order)
        first, second = order[0], order[1] if len(order) > 1 else order[0]
        return Prediction(ranking, lambda: _strongest(shares[:, first] - shares[:, second], places))


def _strongest(shares: np.ndarray, places: list[list[Feature]]) -> tuple[int, int] | None:
    """Return the span whose features spoke most for the winner: the best run of characters."""
    length = max((feature.end for place in places for feature in place), default=0)
    if not length:
        return None
    steps = [0.0] * (length + 1)  # how the sum changes from one character to the next
    for share, place in zip(shares.tolist(), places, strict=True):
        for _, _, begin, end in place:
            each = share / len(place) / max(1, end - begin)
            steps[begin] += each
            steps[end] -= each
    by_char = np.round(np.cumsum(steps[:length]), 12).tolist()  # without what is left of sums that cancel out
    best, span = 0.0, None
    running, start = 0.0, 0
    for i, value in enumerate(by_char):
        if running <= 0 or i - start >= MAX_QUOTE:
            running, start = 0.0, i
        running += value
        if running > best:
            best, span = running, (start, i + 1)
    return _whole_words(span, places) if span else None


def _whole_words(span: tuple[int, int], places: list[list[Feature]]) -> tuple[int, int]:
    """Widen a span so that it cuts no word: to the single words it touches."""
    start, end = span
    for place in places:
        for feature in place:
            single = feature.block == 0 and " " not in feature.name
            if single and feature.start < end and feature.end > start:
                start, end = min(start, feature.start), max(end, feature.end)
    return start, end
