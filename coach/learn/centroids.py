"""Tell labels apart by the middle of the vectors of their examples, and keep the middles on disk.

The very words of an example are known as well: who adds a question relies on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from coach.learn import store
from coach.learn.vocabulary import find

_WARMTH = 0.08  # how small a difference of likeness counts: docs/rehearsals.md, "Example questions"
_USUAL, _LIKE = 200, 0.1  # labels that there usually are, and how like a text is to one that is not meant


class Centroids:
    """The middles (rows, of length 1) of the examples of each label, and the `words` (sorted keys) of all examples.

    `texts` are the keys of whole examples, sorted, `of_texts` the number of the label of each.
    """

    def __init__(
        self, labels: Sequence[str], middles: np.ndarray, words: np.ndarray, texts: np.ndarray, of_texts: np.ndarray
    ) -> None:
        self.labels, self.middles, self.words = tuple(labels), middles, words
        self.texts, self.of_texts = texts, of_texts

    def exactly(self, text: np.uint64) -> str | None:
        """Return the label of the example with this key, None where there is no such example."""
        at = int(find(self.texts, np.array([text], dtype=np.uint64))[0])
        return self.labels[int(self.of_texts[at])] if at >= 0 else None

    def shares(self, vector: np.ndarray) -> list[tuple[str, float]]:
        """Return how surely a text with this vector belongs to each label (0..1, together at most 1), the surest first.

        Where there are few labels others are thought of, so that the nearest of three is not sure for being so.
        """
        odds = np.exp((self.middles.astype(np.float64) @ vector - 1) / _WARMTH)
        others = max(0, _USUAL - len(self.labels)) * np.exp((_LIKE - 1) / _WARMTH)
        chances = (odds / (odds.sum() + others)).tolist()
        order = sorted(range(len(chances)), key=chances.__getitem__, reverse=True)  # of equals the first
        return [(self.labels[i], round(chances[i], 4)) for i in order]


def middles_of(vectors: np.ndarray, labels: Sequence[str], words: np.ndarray, texts: np.ndarray) -> Centroids:
    """Return the middles of `vectors` (rows) by their labels; `texts` are the keys of the examples, one a row."""
    names = sorted(set(labels))
    numbers = np.array([names.index(label) for label in labels], dtype=np.uint16)
    sums = np.zeros((len(names), vectors.shape[1]))
    np.add.at(sums, numbers, vectors)
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    middles = np.round(sums / np.where(lengths, lengths, 1), 4)  # a last-digit difference between machines is lost
    keys, first = np.unique(texts, return_index=True)
    return Centroids(names, middles.astype(np.float32), words, keys, numbers[first])


def save(made: Centroids, path: Path) -> None:
    """Write to `path` in one step. Raises OSError."""
    arrays = {"middles": made.middles, "words": made.words, "texts": made.texts, "of_texts": made.of_texts}
    store.write(path, made.labels, arrays)


def load(path: Path) -> Centroids | None:
    """Return what stands at `path`, None when there is nothing that can be read."""
    found = store.read(path)
    return Centroids(found[0], **found[1]) if found else None
