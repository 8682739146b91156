"""Tell labels apart by the middle of the vectors of their examples and by the pieces that the examples are made of, and
keep both on disk.

The very words of an example are known as well: who adds a question relies on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coach.learn import store
from coach.learn.vocabulary import find

_WARMTH = 0.08  # how small a difference of likeness counts: docs/rehearsals.md, "Example questions"
_HELD = 0.4  # how much likeness it is worth that all pieces of a text are in examples
_USUAL, _LIKE = 200, 0.0  # labels that there usually are, and how like a text is to one that is not meant


@dataclass(frozen=True)
class Text:
    """A text: its vector (length 1), the keys of the pieces that it is made up of, and how much each of them says."""

    vector: np.ndarray
    pieces: np.ndarray
    lengths: np.ndarray


@dataclass(frozen=True)
class Share:
    """How surely a text belongs to a label (0..1, together at most 1), and how much of it (0..1) the label's examples
    hold."""

    label: str
    share: float
    held: float


class Centroids:
    """The middles (rows, of length 1) of the examples of each label, and the `words` (sorted keys) of all examples.

    `texts` are the keys of whole examples, sorted, `of_texts` the number of the label of each. `pieces` are the keys of
    the pieces of all examples, sorted, each once for each label that has it, `of_pieces` the number of that label.
    """

    def __init__(
        self,
        labels: Sequence[str],
        middles: np.ndarray,
        words: np.ndarray,
        texts: np.ndarray,
        of_texts: np.ndarray,
        pieces: np.ndarray,
        of_pieces: np.ndarray,
    ) -> None:
        self.labels, self.middles, self.words = tuple(labels), middles, words
        self.texts, self.of_texts = texts, of_texts
        self.pieces, self.of_pieces = pieces, of_pieces

    def exactly(self, text: np.uint64) -> str | None:
        """Return the label of the example with this key, None where there is no such example."""
        at = int(find(self.texts, np.array([text], dtype=np.uint64))[0])
        return self.labels[int(self.of_texts[at])] if at >= 0 else None

    def shares(self, text: Text) -> list[Share]:
        """Return how surely a text belongs to each label, the surest first.

        Where there are few labels others are thought of, so that the nearest of three is not sure for being so.
        """
        held = self._held(text)
        likeness = self.middles.astype(np.float64) @ text.vector + _HELD * (held - 1)
        odds = np.exp((likeness - 1) / _WARMTH)
        others = max(0, _USUAL - len(self.labels)) * np.exp((_LIKE - 1) / _WARMTH)
        chances = (odds / (odds.sum() + others)).tolist()
        order = sorted(range(len(chances)), key=chances.__getitem__, reverse=True)  # of equals the first
        return [Share(self.labels[i], round(chances[i], 4), round(float(held[i]), 4)) for i in order]

    def _held(self, text: Text) -> np.ndarray:
        """Return how much of what a text says is in examples of each label (0..1)."""
        first, last = (np.searchsorted(self.pieces, text.pieces, side=side) for side in ("left", "right"))
        labels = [self.of_pieces[start:end] for start, end in zip(first, last, strict=True)]
        lengths = np.repeat(text.lengths, last - first)
        sums = np.bincount(np.concatenate(labels), weights=lengths, minlength=len(self.labels))
        return sums / text.lengths.sum()


def middles_of(texts: Sequence[Text], labels: Sequence[str], words: np.ndarray, keys: np.ndarray) -> Centroids:
    """Return what tells `texts` apart by their labels; `keys` are those of the whole texts."""
    names = sorted(set(labels))
    numbers = np.array([names.index(label) for label in labels], dtype=np.uint16)
    vectors = np.array([text.vector for text in texts])
    sums = np.zeros((len(names), vectors.shape[1]))
    np.add.at(sums, numbers, vectors)
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    middles = np.round(sums / np.where(lengths, lengths, 1), 4)  # a last-digit difference between machines is lost
    whole, first = np.unique(keys, return_index=True)
    pieces = np.concatenate([text.pieces for text in texts])
    of_pieces = np.repeat(numbers, [len(text.pieces) for text in texts])
    order = np.lexsort((of_pieces, pieces))
    pieces, of_pieces = pieces[order], of_pieces[order]
    again = (pieces[1:] == pieces[:-1]) & (of_pieces[1:] == of_pieces[:-1])
    once = np.concatenate([[True], ~again])
    return Centroids(names, middles.astype(np.float32), words, whole, numbers[first], pieces[once], of_pieces[once])


def save(made: Centroids, path: Path) -> None:
    """Write to `path` in one step. Raises OSError."""
    names = ("middles", "words", "texts", "of_texts", "pieces", "of_pieces")
    store.write(path, made.labels, {name: getattr(made, name) for name in names})


def load(path: Path) -> Centroids | None:
    """Return what stands at `path`, None when there is nothing that can be read."""
    found = store.read(path)
    return Centroids(found[0], **found[1]) if found else None
