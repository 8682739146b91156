"""Where a question lies among questions: texts that ask for the same lie near each other, whatever their words.

The vectors of words and of parts of words were learned from the example questions of all scenarios
(`scripts/question_vectors.py`); they are data, so that every machine has the same.
"""

from __future__ import annotations

import hashlib
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

from coach.learn.features import Features, weighed
from coach.learn.vocabulary import find

DIMENSIONS = 96
WARMTH = 0.1  # how small a difference of likeness counts when the vectors are learned
_SIGNS = np.arange(1, 2 * DIMENSIONS, 2, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
_NONE = np.array([], dtype=np.uint64)
_MOST = 127  # of a number kept in eight bits


class QuestionVectors:
    """Vectors (rows) of the pieces with these `keys`, which are sorted, and how rare each is (`idf`)."""

    def __init__(self, keys: np.ndarray, idf: np.ndarray, vectors: np.ndarray) -> None:
        self.keys, self.idf, self.vectors = keys, idf.astype(np.float64), vectors
        squares = np.einsum("ij,ij->i", vectors, vectors, dtype=np.float64)
        self.lengths = np.sqrt(squares)
        self.usual = float(np.sqrt(squares.mean()))  # length of a vector

    @cached_property
    def digest(self) -> bytes:
        """A hash over all numbers."""
        parts = (self.keys, self.idf, self.vectors)
        return hashlib.sha256(b"".join(part.tobytes() for part in parts)).digest()

    def of(self, features: Features, own: np.ndarray = _NONE) -> np.ndarray:
        """Return the vector of a text, of length 1; zeros when nothing of it is known."""
        return self.read(features, own)[0]

    def read(self, features: Features, own: np.ndarray = _NONE) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the vector of a text, the keys of the pieces that make it up, and the length of each (what it says).

        Rare pieces count for more; words and shapes for as much together. A word that has no vector but is among the
        `own` words (sorted keys) of what the text is compared with gets one by chance, always the same.
        """
        numbers, values, _ = weighed(features, self.keys, self.idf)
        words = features.keys[: features.words]
        by_chance = words[(find(self.keys, words) < 0) & (find(own, words) >= 0)]
        vector = values @ self.vectors[numbers].astype(np.float64)
        for key in by_chance:
            vector += self.usual * _by_chance(key)
        length = np.sqrt((vector * vector).sum())
        lengths = np.concatenate([values * self.lengths[numbers], np.full(len(by_chance), self.usual)])
        return vector / length if length else vector, np.concatenate([self.keys[numbers], by_chance]), lengths


def _by_chance(key: np.uint64) -> np.ndarray:
    """Return a vector of length 1 that follows from a key alone."""
    with np.errstate(over="ignore"):
        mixed = (key * _SIGNS) ^ (key * _SIGNS >> np.uint64(29))
        signs = (mixed * _SIGNS[7]) >> np.uint64(63)
    vector: np.ndarray = (signs.astype(np.float64) * 2 - 1) / np.sqrt(DIMENSIONS)
    return vector


def file_of(lang: str) -> Path:
    """Return where the vectors of a language stand."""
    return Path(__file__).parent / f"question_vectors_{lang}.npz"


def save(lang: str, keys: np.ndarray, idf: np.ndarray, vectors: np.ndarray) -> Path:
    """Write the vectors of a language, in the order of their keys, with eight bits a number; only how they lie to each
    other counts."""
    numbers = np.round(vectors * (_MOST / np.abs(vectors).max())).astype(np.int8)
    path = file_of(lang)
    np.savez_compressed(path, keys=keys, idf=idf.astype(np.float16), vectors=numbers)
    return path


@lru_cache(maxsize=2)
def question_vectors(lang: str) -> QuestionVectors:
    """Return the vectors of a language."""
    with np.load(file_of(lang), allow_pickle=False) as data:
        return QuestionVectors(data["keys"], data["idf"], data["vectors"])
