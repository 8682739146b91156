"""What a linear model sees of a text: how often which features occur in it, and where."""

from __future__ import annotations

from collections import Counter
from functools import cached_property, lru_cache
from math import sqrt

import numpy as np

from coach.learn.pieces import keys_of, names_of, places_of
from coach.learn.vocabulary import find
from coach.read.matcher import Scan


class Features:
    """The features of a text, for all tasks: what does not depend on a model is computed once.

    Pieces of the same name make one feature. `keys` are the hashes of the features, in order of first place; `counts`
    how often each occurs, `tf` the same sublinear. The first `words` are words in a row, the rest are shapes: each
    kind is normalised by itself.
    """

    def __init__(self, scan: Scan, lang: str) -> None:
        self._scan, self._lang = scan, lang
        words, shapes = keys_of(scan, lang)
        self._pieces = words + shapes
        counts = Counter(words)
        self.words = len(counts)
        counts.update(shapes)  # no name is in both: a shape's begins with "j:" or "c:", which no word does
        self.keys = np.fromiter(counts, dtype=np.uint64, count=len(counts))
        self.counts = np.fromiter(counts.values(), dtype=np.float64, count=len(counts))
        self.tf = 1.0 + np.log(self.counts)

    @property
    def named(self) -> dict[str, int]:
        """The key of each feature by its name."""
        names = dict.fromkeys(names_of(self._scan, self._lang))
        return dict(zip(names, self.keys.tolist(), strict=True))

    @cached_property
    def _numbers(self) -> list[int]:
        """The number of each piece's feature."""
        numbers = {key: number for number, key in enumerate(self.keys.tolist())}
        return [numbers[key] for key in self._pieces]

    @cached_property
    def places(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The number of the feature, the start and the end of each piece, those of one feature together."""
        numbers = np.array(self._numbers)
        starts, ends = places_of(self._scan, self._lang)
        order = np.argsort(numbers, kind="stable")
        return numbers[order], np.array(starts)[order], np.array(ends)[order]

    def single_words(self) -> list[tuple[int, int, int]]:
        """Return the number of the feature, the start and the end of each word."""
        return list(zip(self._numbers, self._scan.starts, self._scan.ends, strict=False))


def weighed(features: Features, keys: np.ndarray, idf: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the numbers of the features that are among `keys` (sorted), their values (sublinear tf-idf, unit length a
    kind), and which of `features` they are."""
    numbers = find(keys, features.keys)
    known = (numbers >= 0).nonzero()[0]
    numbers = numbers[known]
    values = features.tf[known] * idf[numbers]  # 64 bits by 32 give 64
    words = int(known.searchsorted(features.words))
    for kind in (values[:words], values[words:]):
        if length := sqrt((kind * kind).sum()):
            kind /= length
    return numbers, values, known


@lru_cache(maxsize=128)
def features_of(scan: Scan, lang: str) -> Features:
    """Return the features of a text; several tasks look at the same one, so the last texts are remembered."""
    return Features(scan, lang)
