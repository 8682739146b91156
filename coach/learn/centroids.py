"""Tell labels apart by the middle of the vectors of their examples, and keep the middles on disk."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy as np

from coach.whole_file import write_whole

_WARMTH = 0.1  # how small a difference of likeness counts: as when the vectors were learned
_USUAL, _LIKE = 200, 0.1  # labels that there usually are, and how like a text is to one that is not meant


class Centroids:
    """The middles (rows, of length 1) of the examples of each label, and the `words` (sorted keys) of all examples."""

    def __init__(self, labels: Sequence[str], middles: np.ndarray, words: np.ndarray) -> None:
        self.labels, self.middles, self.words = tuple(labels), middles, words

    def shares(self, vector: np.ndarray) -> list[tuple[str, float]]:
        """Return how surely a text with this vector belongs to each label (0..1, together at most 1), the surest first.

        Where there are few labels others are thought of, so that the nearest of three is not sure for being so.
        """
        odds = np.exp((self.middles.astype(np.float64) @ vector - 1) / _WARMTH)
        others = max(0, _USUAL - len(self.labels)) * np.exp((_LIKE - 1) / _WARMTH)
        chances = (odds / (odds.sum() + others)).tolist()
        order = sorted(range(len(chances)), key=chances.__getitem__, reverse=True)  # of equals the first
        return [(self.labels[i], round(chances[i], 4)) for i in order]


def middles_of(vectors: np.ndarray, labels: Sequence[str], words: np.ndarray) -> Centroids:
    """Return the middles of `vectors` (rows) by their labels."""
    names = sorted(set(labels))
    sums = np.zeros((len(names), vectors.shape[1]))
    np.add.at(sums, [names.index(label) for label in labels], vectors)
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    middles = np.round(sums / np.where(lengths, lengths, 1), 4)  # a last-digit difference between machines is lost
    return Centroids(names, middles.astype(np.float32), words)


def save(made: Centroids, path: Path) -> None:
    """Write to `path` in one step. Raises OSError."""
    data = BytesIO()
    labels = np.frombuffer("\n".join(made.labels).encode(), dtype=np.uint8)
    np.savez(data, labels=labels, middles=made.middles, words=made.words)
    write_whole(path, data.getvalue())


def load(path: Path) -> Centroids | None:
    """Return what stands at `path`, None when there is nothing that can be read."""
    try:
        with np.load(path, allow_pickle=False) as data:
            return Centroids(data["labels"].tobytes().decode().split("\n"), data["middles"], data["words"])
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile):
        return None
